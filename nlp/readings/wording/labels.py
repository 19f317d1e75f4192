"""How a reading is named: labels out of its own notes, and nearest words where no note gives one."""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from nlp.documents.types import Unit
from nlp.embedding.types import Embedder
from nlp.embedding.vocabulary import Vocabulary
from nlp.readings.groups.holders import count_groups
from nlp.readings.wording.phrases import different_words, label_in

GLOSS_LANGUAGES = ("en", "bn", "ne")
GLOSS_WORDS = 3
GLOSS_LOOKED_AT = 12
LABEL_FITS = 0.3


def find_labels(units: Sequence[Unit], direction: NDArray[np.floating], embedder: Embedder) -> dict[str, str]:
    """Return language -> label, the language with the most notes first.

    They come from the more typical half of the notes, so that a note at the edge names nothing, and are at least
    `LABEL_FITS` close to what the reading says, unless nothing is.

    Args:
        units: of the reading, most typical first.
        direction: (d,) what the reading says that the others do not.
        embedder: of the model that made the direction.
    """
    counts = count_groups(units, "language")
    languages = sorted(counts, key=lambda language: (-counts[language], language))
    typical = units[: max(2, -(-len(units) // 2))]
    labels = {language: label_in(language, typical, direction, embedder, at_least=LABEL_FITS) for language in languages}
    if languages and not any(labels.values()):
        labels = {languages[0]: label_in(languages[0], units, direction, embedder)}
    return {language: label for language, label in labels.items() if label}


def find_gloss(
    direction: NDArray[np.floating], labels: Mapping[str, str], vocabulary: Vocabulary
) -> dict[str, tuple[str, ...]]:
    """Return the words nearest to a direction, in the interface languages that the reading has no label in."""
    absent = [language for language in GLOSS_LANGUAGES if language not in labels and language in vocabulary.languages]
    return {
        language: different_words(
            [near.word for near in vocabulary.nearest_words(direction, language, GLOSS_LOOKED_AT)], GLOSS_WORDS
        )
        for language in absent
    }
