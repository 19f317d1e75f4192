from dataclasses import replace

import pytest

from nlp.participation.types import Floor
from service.presentation.sessions.timeline import THINNEST, Block, blocks, time_span
from tests.service.presentation.sessions.made import PARTICIPATION


def test_every_holding_of_the_floor_is_a_block():
    """Clara Boyd speaks from 200 to 420 of 830 seconds; who said nothing has none."""
    found = blocks(PARTICIPATION)
    assert [len(found[name]) for name in ("Clara Boyd", "Anika Rahman", "Bikram Shahi", "Evan Clay")] == [3, 2, 1, 1]
    assert found["Clara Boyd"][1] == Block(pytest.approx(24.1, abs=0.01), pytest.approx(26.51, abs=0.01))
    assert "Dipesh Rokaya" not in found


def test_the_line_begins_with_the_first_word():
    """A record that starts late has no empty beginning."""
    late = replace(PARTICIPATION, timeline=(Floor("A", 100.0, 150.0, 5), Floor("B", 150.0, 200.0, 5)))
    assert time_span(late) == (100, 100)
    assert blocks(late) == {"A": [Block(0, 50)], "B": [Block(50, 50)]}


def test_without_times_blocks_are_as_long_as_what_was_said():
    """Characters said so far take the place of seconds."""
    floors = (Floor("A", None, None, 30), Floor("B", None, None, 10))
    assert blocks(replace(PARTICIPATION, timed=False, timeline=floors)) == {"A": [Block(0, 75)], "B": [Block(75, 25)]}


@pytest.mark.parametrize("timed", [True, False])
def test_a_record_without_talk_has_no_blocks(timed):
    """Nothing is divided by nothing."""
    assert blocks(replace(PARTICIPATION, timed=timed, timeline=())) == {}
    assert blocks(replace(PARTICIPATION, timed=timed, timeline=(Floor("A", 3.0, 3.0, 0),))) == {}


def test_a_short_word_can_be_seen():
    """A block is never thinner than can be drawn."""
    floors = (Floor("A", 0.0, 1.0, 3), Floor("B", 1.0, 10_000.0, 3))
    assert blocks(replace(PARTICIPATION, timeline=floors))["A"][0].width == THINNEST
