"""Files that are opened once for all that is asked of them."""

import pytest

from nlp.documents.types import Notes
from service.intake import opened
from service.intake.waiting import let_wait, previews, readable
from service.types import Outline

ROWS = 6_000
SURVEY = "Timestamp,Team,What worked well for you?,What should we change?\n" + "".join(
    f"2026-03-{1 + n % 28:02} 10:00,Team {n % 3},We trust each other in group {n},दल {n} लाई समय दिनुहोस् है\n"
    for n in range(ROWS)
)


@pytest.fixture
def long(monkeypatch):
    """A table is long from a thousand rows on."""
    monkeypatch.setattr(opened, "LONG", 1_000)


def test_a_long_table_is_reckoned_until_it_is_kept(long):
    """All counts are true, languages nearly so and said to be; what is kept has every note."""
    waiting = let_wait(("s.csv", SURVEY.encode()), Outline())
    (preview,) = previews([waiting])
    assert (preview.kind, preview.counts) == ("notes", {"notes": 2 * ROWS})
    assert len(preview.elements) == 2
    assert 0 < preview.sampled < 2 * ROWS
    assert abs(preview.languages["ne"] - ROWS) < ROWS / 10
    (kept,) = readable([waiting], Outline())
    assert isinstance(kept.content, Notes)
    assert len(kept.content.units) == 2 * ROWS


def test_a_long_table_of_turns_stays_a_transcript(long):
    """What its first rows are, it is."""
    turns = "Speaker,Start,End,Text\n" + "".join(f"P{n % 3},{n},{n + 1},so we said\n" for n in range(1_200))
    assert let_wait(("t.csv", turns.encode()), Outline()).kind == "transcript"
