"""Who held power in sessions: for facilitators, as it is called now, and beside what was counted."""

import pytest

from nlp.errors import InputError
from nlp.participation.people.attendance import Presence
from nlp.participation.sessions.with_and_without import Measure
from nlp.statistics.verdicts import Verdict
from service.errors import NotFound
from service.inclusion.power_picture import is_held
from service.inclusion.power_types import Holder, Kind, PowerNote
from service.privacy.types import Doomed
from tests.nlp.readings.test_interpret import JOINT, RISK
from tests.service.giving_back.conftest import table

ROSTER = b"""name,team,role
Zubaydah Quill,IDS,director
Bina Rai,Nepal,field
Sunita Thapa,Nepal,field
Ram Rai,Nepal,field
"""
NOBODY = tuple(PowerNote(kind, there=False) for kind in Kind)
FUNDER = PowerNote(Kind.FUNDER, there=True, holders=(Holder("", "Zubaydah Quill"),), words="सधैँ अगाडि बस्नुहुन्छ")


def spoken(day, *seconds):
    """The record of a day on which the four speak for so many seconds each, one after the other."""
    names, lines, start = ("Zubaydah Quill", "Bina Rai", "Sunita Thapa", "Ram Rai"), ["WEBVTT", f"NOTE {day}", ""], 0
    for name, length in zip(names, seconds, strict=True):
        if length:
            lines += [
                f"00:{start:02}:00.000 --> 00:{start:02}:{length:02}.000",
                f"<v {name}>{'word ' * length}</v>",
                "",
            ]
            start += 1
    return "\n".join(lines).encode()


@pytest.fixture
def work(settings, open_workspace):
    """Ten sessions of ten days; in the first five one speaks alone, in the others all do."""
    workspace = open_workspace(settings)
    workspace.programmes.create("P", ["IDS", "Nepal"])
    files = [
        (f"session-2026-03-{day:02}.vtt", spoken(day, 50, 2, 0, 0) if day < 6 else spoken(day, 9, 9, 9, 9 + day))
        for day in range(1, 11)
    ]
    workspace.files.add("p", [("roster.csv", ROSTER), *files])
    for session in workspace.findings("p").at.sessions:
        workspace.attendance.say_of_the_others("p", session.slug, Presence.PRESENT)
    return workspace


def slug(day):
    return f"session-2026-03-{day:02}"


def noted(workspace):
    """In the first five sessions a funder was there, in the others nobody."""
    for day in range(1, 11):
        workspace.power.say("p", slug(day), [FUNDER] if day < 6 else NOBODY)


def test_what_is_noted_is_kept_and_said_anew(work):
    """Kinds in their order, words without needless spaces; what is left out is not said any more."""
    work.power.say("p", slug(1), [PowerNote(Kind.SENIOR, there=False), FUNDER])
    at = work.findings("p").at
    assert work.power.of(at, slug(1)) == (FUNDER, PowerNote(Kind.SENIOR, there=False))
    work.power.say("p", slug(1), [])
    assert work.power.of(work.findings("p").at, slug(1)) == ()
    with pytest.raises(NotFound):
        work.power.say("p", "nowhere", [])


@pytest.mark.parametrize(
    "notes",
    [
        [FUNDER, FUNDER],
        [PowerNote(Kind.FUNDER, there=False, holders=FUNDER.holders)],
        [PowerNote(Kind.FUNDER, there=True, words="a" * 501)],
        [PowerNote(Kind.FUNDER, there=True, holders=tuple(Holder("", str(at)) for at in range(51)))],
    ],
)
def test_what_cannot_be_is_refused(work, notes):
    """Twice the same kind, somebody who was not there, too much."""
    with pytest.raises(InputError):
        work.power.say("p", slug(1), notes)


def test_without_means_that_it_was_said():
    """A session of which nothing is noted is neither with nor without; of any kind all four must be said."""
    assert [is_held((), None), is_held(NOBODY, None), is_held(NOBODY[:3], None)] == [None, False, None]
    assert [is_held((FUNDER,), None), is_held((FUNDER,), Kind.FUNDER), is_held((FUNDER,), Kind.LEAD)] == [
        True,
        True,
        None,
    ]


def test_five_of_each_can_be_told_from_chance(work):
    """Silence and evenness differ by all that they can; what those with power had stands beside it."""
    noted(work)
    picture = work.power.picture(work.findings("p"))
    found = {each.measure: each for each in picture.compared}
    assert set(found) == {Measure.SILENT, Measure.EVENNESS, Measure.TURN}
    assert found[Measure.SILENT].verdict is Verdict.DIFFERS
    assert (found[Measure.SILENT].held, found[Measure.SILENT].not_held) == ((0.5,) * 5, (0.0,) * 5)
    assert found[Measure.EVENNESS].high < 0
    assert picture.sessions[0].part.people == 1
    assert picture.sessions[0].part.share == pytest.approx(50 / 52)
    assert [each.held for each in picture.sessions] == [True] * 5 + [False] * 5


def test_few_sessions_are_too_few(work):
    """Two with and one without: nothing is said of a difference, whatever it is; others are not counted as without."""
    for day in (1, 2):
        work.power.say("p", slug(day), [FUNDER])
    work.power.say("p", slug(9), NOBODY)
    picture = work.power.picture(work.findings("p"))
    assert {each.verdict for each in picture.compared} == {Verdict.TOO_FEW}
    assert (len(picture.compared[0].held), len(picture.compared[0].not_held)) == (2, 1)


def test_the_part_of_a_group_of_few_is_not_told(work):
    """A group of one would be a person; of three it is told, by the roster of the session."""
    for holder, people in (
        (Holder("role", "director"), None),
        (Holder("role", "field"), 3),
        (Holder("", "nobody"), None),
    ):
        work.power.say("p", slug(1), [PowerNote(Kind.LEAD, there=True, holders=(holder,))])
        part = work.power.picture(work.findings("p")).sessions[0].part
        assert (part and part.people) == people


def test_critical_is_what_people_code(work):
    """Counts of the notes of a day in readings that are ticked; of elements that nobody coded nothing is counted."""
    who = [(text, "Culture", "Nepal", f"r{at}", "2026-03-01") for at, text in enumerate((*RISK, *JOINT))]
    header = "text,element,team,participant,date"
    work.files.add("p", [("notes.csv", "\n".join([header, *map(",".join, who)]).encode())])
    noted(work)
    (day,) = work.power.picture(work.findings("p")).days
    assert (day.day, day.held, day.notes, day.coded) == ("2026-03-01", True, len(who), 0)
    reading = work.findings("p").element("culture").readings[0]
    assert work.power.code("p", "culture", [reading.id]) == (reading.id,)
    (day,) = work.power.picture(work.findings("p")).days
    assert (day.coded, day.critical) == (len(who), len(reading.units))
    assert day.measures[Measure.CRITICAL] == len(reading.units) / len(who)
    work.power.code("p", "culture", None)
    assert work.power.picture(work.findings("p")).days[0].coded == 0
    with pytest.raises(NotFound):
        work.power.code("p", "culture", ["nothing-9"])


def test_notes_of_few_people_tell_nothing(work):
    """Two who wrote on a day are not counted, not even how long their notes are."""
    work.files.add(
        "p", [("notes.csv", table(*[(RISK[0], "Culture", "Nepal", "r1"), (RISK[1], "Culture", "Nepal", "r2")]))]
    )
    work.files.add(
        "p",
        [("more.csv", b"text,element,participant,date\nWe wait,Culture,x,2026-03-02\nWe talk,Culture,y,2026-03-02\n")],
    )
    (day,) = work.power.picture(work.findings("p")).days
    assert (day.notes, day.measures) == (0, {})


def test_who_is_renamed_or_deleted_is_so_here(work):
    """The name in the notes follows, and goes for good, also where it stands in words."""
    work.power.say(
        "p", slug(1), [PowerNote(Kind.HEAD, there=True, holders=FUNDER.holders, words="Zubaydah Quill leads")]
    )
    work.deletion.delete("p", Doomed.PERSON, "Zubaydah Quill", "Zubaydah Quill")
    (note,) = work.power.of(work.findings("p").at, slug(1))
    assert (note.there, note.holders) == (True, ())
    assert "Zubaydah" not in note.words
