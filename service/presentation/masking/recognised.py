"""Names of people that a trained spaCy pipeline finds in texts, where somebody installed one."""

from collections.abc import Iterable
from functools import lru_cache

from nlp.errors import InputError
from nlp.messages import Message
from service.presentation.masking.masking import Recognise, recognise_nobody

PEOPLE = frozenset({"PERSON", "PER", "PERS", "persName"})
"""What pipelines call people."""

REMEMBERED = 20_000


def load_recogniser(pipeline: str) -> Recognise:
    """Return what finds names with a pipeline; nothing is found where none is named.

    Args:
        pipeline: an installed package or a folder, such as "xx_ent_wiki_sm", or "".

    Raises:
        InputError: it cannot be loaded.
    """
    if not pipeline:
        return recognise_nobody
    import spacy

    try:
        find = spacy.load(pipeline)
    except (OSError, ValueError, ImportError) as error:
        reason = " ".join(str(error).split())[:200].rstrip(".")
        raise InputError(
            "",
            Message("the pipeline {pipeline} cannot be loaded ({reason})", {"pipeline": pipeline, "reason": reason}),
            Message("Install it, or leave MANYVOICES_PEOPLE_PIPELINE empty"),
        ) from error

    @lru_cache(REMEMBERED)
    def recognise(text: str) -> Iterable[str]:
        return tuple(dict.fromkeys(found.text for found in find(text).ents if found.label_ in PEOPLE))

    return recognise
