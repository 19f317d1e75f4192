"""Models that could be had, with what is known of them. Any other repository of a hub can be named too."""

from dataclasses import dataclass

MEASURED = (
    "V-measure x 100 on SIB-200 by MTEB's protocol; as published for the whole models, not for smaller files of them; "
    "the bundled one measured from outside"
)
BUNDLED = "bundled"


@dataclass(frozen=True, slots=True)
class KnownModel:
    """A model by its short name.

    Attributes:
        name: by which it is fetched and used.
        repository: of a hub, where its files of ONNX lie; "" for the bundled one.
        licence: under which it may be used.
        languages: how many it was made for, as its makers say.
        scores: of clustering in English, Bangla and Nepali, `MEASURED`.
    """

    name: str
    repository: str
    licence: str
    languages: str
    scores: tuple[float, float, float]


KNOWN = (
    KnownModel(BUNDLED, "", "Apache-2.0", "26", (42.0, 32.9, 33.8)),
    KnownModel("all-minilm-l6-v2", "sentence-transformers/all-MiniLM-L6-v2", "Apache-2.0", "English", (39.8, 1.9, 2.8)),
    KnownModel("multilingual-e5-small", "intfloat/multilingual-e5-small", "MIT", "about 100", (33.6, 32.3, 31.9)),
    KnownModel(
        "embeddinggemma-300m", "onnx-community/embeddinggemma-300m-ONNX", "Gemma", "over 100", (40.1, 42.5, 41.9)
    ),
    KnownModel(
        "qwen3-embedding-0.6b", "onnx-community/Qwen3-Embedding-0.6B-ONNX", "Apache-2.0", "over 100", (54.5, 45.6, 42.8)
    ),
    KnownModel("harrier-oss-v1-270m", "onnx-community/harrier-oss-v1-270m-ONNX", "MIT", "over 70", (58.8, 52.2, 51.1)),
)
"""The bundled model first, then others from the smallest to the strongest."""


def find_known(name: str) -> KnownModel | None:
    """Return the model of a short name, in any case."""
    return next((each for each in KNOWN if each.name == name.casefold()), None)
