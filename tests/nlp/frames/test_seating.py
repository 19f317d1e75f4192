"""Seats as rows."""

from nlp.frames.seating import seating_tables
from nlp.seating.types import Seating, Table


def test_one_row_a_person_and_round():
    """With the table, and who stays at it."""
    found = Seating(((Table("রিনা", ("Ben",)), Table("हरि", ("Sita",))),), 2, 4, 1, 1, ())
    (places,) = seating_tables(found)
    assert places.rows == ((1, 1, "রিনা", True), (1, 1, "Ben", False), (1, 2, "हरि", True), (1, 2, "Sita", False))
