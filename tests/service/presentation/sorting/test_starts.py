"""What a wall can begin with."""

from dataclasses import replace

from service.presentation.i18n import language
from service.presentation.sorting.starts import starts
from service.sortings.types import Start
from tests.service.presentation.readings.made import communications, element

EN = language("en")


def test_before_the_first_note_there_is_only_the_empty_table():
    """Nothing is offered of which there is none."""
    (only,) = starts((), replace(element(), readings=(), alone=()), EN)
    assert (only.value, only.possible) == (Start.NOTHING, True)


def test_with_notes_heaps_come_first_and_say_why_there_are_none():
    """What is not possible is shown with its reason."""
    ways = starts((), communications(), EN)
    assert [(each.value, each.possible) for each in ways] == [
        (Start.HEAPS, False), (Start.READINGS, True), (Start.NOTHING, True),
    ]  # fmt: skip
    assert "No cards are so alike" in ways[0].about
    assert starts([["a", "b", "c"]], communications(), EN)[0].possible


def test_heaps_that_nobody_looked_for_are_offered_without_a_number():
    """Among very many cards it takes seconds to find them; nothing is said of how many there are."""
    way = starts(None, communications(), EN)[0]
    assert (way.value, way.title, way.possible) == (Start.HEAPS, "With small heaps", True)
    assert "takes some seconds" in way.about
