"""The words of a note wherever they were written down again: whole, or a clause of them."""

import re
from collections.abc import Callable, Collection
from unicodedata import normalize

from nlp.documents.types import Unit
from nlp.readings.wording.clauses import clauses
from nlp.text.words import wording
from service.presentation.masking.strangers import HIDDEN

SIGN = r"[\w\u0300-\u036f\u0900-\u0963\u0971-\u0983\u0985-\u09e3\u09fe]"
"""A letter, a digit or a mark of a word."""

FEWEST = 3
"""Words of a clause that is looked for inside of a text: fewer are anybody's."""


def hide_words(notes: Collection[Unit], *, fewest: int = FEWEST) -> Callable[[str], str]:
    """Return the function that takes the words of notes, and clauses of them, out of a text.

    Args:
        notes: whose words go.
        fewest: words of what is looked for inside of a text; what is shorter goes where it is all that there is.
    """
    texts = {note.text for note in notes} | {clause.text for note in notes for clause in clauses(note)}
    whole = {wording(text) for text in texts}
    long_enough = [text for text in sorted(texts, key=len, reverse=True) if len(text.split()) >= fewest]
    pattern = re.compile("|".join(map(_spaced, long_enough)) or "(?!)", re.IGNORECASE)

    def hide(text: str) -> str:
        composed = normalize("NFC", text)
        if wording(composed) in whole and any(map(str.isalnum, composed)):
            return HIDDEN
        return pattern.sub(HIDDEN, composed) if pattern.search(composed) else text

    return hide


def _spaced(text: str) -> str:
    """Match a text as whole words, whatever spaces and line ends stand between them."""
    return rf"(?<!{SIGN})" + r"\s+".join(map(re.escape, normalize("NFC", text).split())) + rf"(?!{SIGN})"
