"""What a model wants before each text when texts are compared with each other."""

from collections.abc import Mapping
from types import MappingProxyType

BY_CONFIGURATION = ("clustering", "Clustering", "similarity", "sts", "STS", "query")

GROUP_NOTES = "Instruct: Identify categories of notes by their meaning\nQuery: "

KNOWN: Mapping[str, str] = MappingProxyType({
    "embeddinggemma": "task: clustering | query: ",
    "nomic-embed": "clustering: ",
    "arctic-embed": "query: ",
    "qwen3-embedding": GROUP_NOTES,
    "e5-large-instruct": GROUP_NOTES,
    "e5-mistral": GROUP_NOTES,
    "harrier": GROUP_NOTES,
    "e5-small": "query: ",
    "e5-base": "query: ",
    "e5-large": "query: ",
})  # fmt: skip
"""Part of a model's name -> what its makers have it trained with, for models that are served without saying so."""


def choose_prompt(name: str, prompts: Mapping[str, str] = MappingProxyType({}), default: str | None = None) -> str:
    """Return the prompt for comparing notes with each other, "" where a model wants none.

    The configuration's default comes first, then its prompts for clustering, similarity and queries, then what is known
    of models of that name.

    Args:
        name: of the model: a hub id, a folder's or a server's name for it.
        prompts: of its configuration, by what they are for.
        default: the key of the one that the configuration uses where nobody asks for another.
    """
    for key in (default, *BY_CONFIGURATION):
        if key is not None and prompts.get(key):
            return prompts[key]
    folded = name.lower().replace("_", "-")
    return next((prompt for part, prompt in KNOWN.items() if part in folded), "")
