"""Sorting together: what a person placed stays, and every note is in one place."""

from nlp import sort_notes
from nlp.documents.types import Unit
from tests.embedders import BagOfWords


def notes(*texts: str) -> list[Unit]:
    """Return a unit for each text."""
    return [Unit(f"n{row}", text, "en", "made.csv", row + 2, 0, len(text)) for row, text in enumerate(texts)]


def test_a_person_s_placing_stays():
    """A note that a person placed is in that reading, with confidence 1, told apart from those of the machine."""
    units = notes("money moves", "money can move", "rain stops work", "rain and floods", "money money", "rain rain")
    (element,) = sort_notes(units, {"n0": "rain", "n2": "money"}, BagOfWords()).elements
    placed = {note.id: (note.reading, note.confidence) for note in element.placed if note.by_hand}
    assert placed == {"n0": ("rain", 1.0), "n2": ("money", 1.0)}
