"""One result of every kind, in three scripts, of the sample."""

from dataclasses import fields, is_dataclass, replace
from functools import cache
from pathlib import Path

from nlp import compare_rubrics, interpret, measure_participation, read_document, read_transcript, sort_notes
from nlp.documents.types import Notes
from nlp.frozen import FrozenDict
from nlp.messages import Message
from nlp.participation.sessions.compare import measure_over_sessions
from nlp.participation.sessions.types import SessionShares
from nlp.readings.drift import follow
from nlp.readings.edits.align import notes_of
from nlp.readings.edits.apply import apply_edits
from nlp.readings.edits.types import Rename, Seen, note_keys
from nlp.results.result import Result
from nlp.seating import seat_people
from tests.embedders import BagOfWords

SAMPLE = Path(__file__).parents[3] / "corpora" / "sample"
ELEMENTS = ("Communications", "Team identity")


def document(name):
    return read_document(name, (SAMPLE / name).read_bytes())


def sample_notes() -> Notes:
    files = [document(f"notes-2026-09-{team}.csv") for team in ("bangladesh", "nepal", "consortium")]
    files.append(document("notes-2026-03-nepal.csv"))
    units = tuple(unit for file in files for unit in file.units if unit.element in ELEMENTS)
    return replace(
        files[0], units=units, remarks=(Message("said {what}", {"what": Message("by {who}", {"who": "রিনা"})}),)
    )


def renamed(found):
    """Return readings that a person has changed, so that what became of that is there."""
    element = found.elements[0]
    seen = Seen(element.readings[0].label, note_keys(element.readings[0].units))
    edit = Rename(id="a", element=element.element, known=note_keys(notes_of(element)), reading=seen, name="कुरा गर्ने")
    return apply_edits(found, [edit], BagOfWords())


@cache
def one_of_every_kind() -> tuple[Result, ...]:
    """Return a result of every kind; results never change, so they are made once."""
    notes = sample_notes()
    readings = renamed(interpret(notes.units, BagOfWords()))
    rubrics = [document(f"rubric-{team}.csv") for team in ("nepal", "bangladesh", "consortium")]
    transcript = read_transcript("s.vtt", (SAMPLE / "session-2026-03-review.vtt").read_bytes())
    roster = document("session-2026-03-roster.csv")
    heard = measure_participation(transcript, roster, by="gender")
    sessions = [SessionShares.of(name, heard) for name in ("মার্চ", "सेप्टेम्बर")]
    return (
        *(notes, rubrics[0], roster, document("ratings.csv"), transcript),
        *(readings, readings.elements[0], readings.readings[0]),
        follow(readings, ["March 2026", "September 2026"]),
        compare_rubrics([each for rubric in rubrics for each in rubric.descriptors], BagOfWords()),
        *(heard, measure_over_sessions(sessions, roster.people, ("gender",))),
        sort_notes(notes.units, {unit.id: f"पढाइ {at % 2}" for at, unit in enumerate(notes.units[:8])}, BagOfWords()),
        seat_people(roster.people, size=3, mix=("gender",)),
    )


def everything_in(value):
    """Yield what is in a result, itself included."""
    yield value
    if is_dataclass(value):
        inside = [getattr(value, each.name) for each in fields(value)]
    elif isinstance(value, FrozenDict):
        inside = [*value, *value.values()]
    else:
        inside = value if isinstance(value, tuple | frozenset) else ()
    for each in inside:
        yield from everything_in(each)
