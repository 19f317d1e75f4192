"""What was looked at waits in memory, and is written down once an hour, whoever writes it."""

from datetime import UTC, datetime, timedelta

import pytest

from service.journal import looks
from service.journal.looks import Looks
from service.journal.places import CALLED, place
from service.journal.types import Action, Entry, Thing, ThingKind
from service.journal.words import called, in_words
from service.names.types import NameKind
from service.privacy.types import Doomed
from tests.service.files import NOTES, TRANSCRIPT

NOW = datetime(2026, 3, 1, 9, 58, tzinfo=UTC)


@pytest.fixture
def slug(workspace):
    """A programme with notes and a session."""
    slug = workspace.programmes.create("Two rivers", ["North", "South"]).slug
    workspace.files.add(slug, [("notes.csv", NOTES), ("নদীর-বৈঠক.vtt", TRANSCRIPT)])
    return slug


@pytest.fixture
def clock():
    """A clock that is put on by hand."""
    return [NOW]


@pytest.fixture
def open_looks(workspace, clock):
    """What each process that answers has of its own."""
    return lambda: Looks(workspace._database, workspace._findings, lambda: clock[0])


def seen(workspace, slug):
    """The places that are written down, newest first."""
    return [done.entry.of.id for done in workspace.journal.page(slug, looked=True).done]


def test_it_is_written_down_once_an_hour_whichever_process_answers(workspace, slug, open_looks, clock):
    """Also by one that was started anew; in the next hour again, and each by its own time."""
    first, second = open_looks(), open_looks()
    for each in (first, second, first):
        each.note(1, "Asha", slug, "notes")
        each.write_down()
    assert seen(workspace, slug) == ["notes"]
    clock[0] += timedelta(minutes=2)
    first.note(1, "Asha", slug, "notes")
    first.note(2, "Binod", slug, "notes")
    first.write_down()
    times = [(done.entry.who, done.entry.time) for done in workspace.journal.page(slug, looked=True).done]
    assert times == [("Binod", clock[0]), ("Asha", clock[0]), ("Asha", NOW)]


def test_what_is_gone_is_not_written_down(workspace, slug, open_looks):
    """An element, a publication or a programme that was there a moment before; everything else is."""
    here = open_looks()
    for where in ("elements/nowhere", "published/12", "sessions/nowhere", "report"):
        here.note(1, "Asha", slug, where)
    here.note(1, "Asha", "no-such-programme", "report")
    here.write_down()
    assert seen(workspace, slug) == ["report"]


def test_a_programme_that_changes_at_this_moment_is_written_down_the_next_time(workspace, slug, open_looks):
    """Names are those of the state that is written about."""
    here = open_looks()
    here.note(1, "Asha", slug, "elements/communications")
    found = here._findings.of

    def late(which):
        given = found(which)
        workspace.names.rename(slug, NameKind.TEAM, "North", "Uttar")
        return given

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(here._findings, "of", late)
        here.write_down()
    assert seen(workspace, slug) == []
    here.write_down()
    assert seen(workspace, slug) == ["elements/communications"]


def test_a_session_that_is_deleted_for_good_leaves_no_name_here(workspace, slug, open_looks):
    """Neither as people called it nor in its address; that something was looked at stays."""
    session = workspace.findings(slug).at.sessions[0]
    here = open_looks()
    here.note(1, "Asha", slug, f"sessions/{session.slug}")
    here.write_down()
    workspace.deletion.delete(slug, Doomed.SESSION, session.slug, session.title)
    (left,) = workspace.journal.page(slug, looked=True).done
    assert (left.entry.of.id, left.entry.of.name) == ("", "")
    assert str(in_words(left.entry)) == "Asha looked at what was deleted since."


def test_memory_is_bounded(workspace, slug, open_looks, monkeypatch):
    """Where nothing can be written for long, the newest is not noted; what waits is written down."""
    monkeypatch.setattr(looks, "MOST_WAITING", 2)
    here = open_looks()
    for where in ("notes", "report", "rubrics"):
        here.note(1, "Asha", slug, where)
    here.write_down()
    assert set(seen(workspace, slug)) == {"notes", "report"}
    here.note(1, "Asha", slug, "rubrics")
    here.write_down()
    assert "rubrics" in seen(workspace, slug)


@pytest.mark.parametrize(
    ("parts", "where"),
    [
        ((), "overview"),
        (("elements",), "overview"),
        (("elements", "trust", "edit"), "elements/trust"),
        (("elements", "পারস্পরিক-বিশ্বাস", "sorting", "rooms"), "elements/পারস্পরিক-বিশ্বাস"),
        (("sessions", "day-one", "names"), "sessions/day-one"),
        (("publications", "3", "content"), "published/3"),
        (("notes", "12"), "notes"),
        (("files", "removed"), "upload"),
        (("something-new", "3"), "something-new"),
        (("report.html",), None),
        (("progress",), None),
    ],
)
def test_pages_and_api_are_one_place(parts, where):
    """An address that nobody thought of is a place too; a file, and how far work is, are none."""
    assert place(parts) == where


@pytest.mark.parametrize("where", [*CALLED, "something-new", "elements/trust", ""])
def test_every_place_is_called_something(where):
    """Also what has lost its name."""
    thing = Thing(ThingKind.PAGE, where)
    assert str(called(thing))
    assert "Asha looked at " in str(in_words(Entry(1, 1, NOW, 1, "Asha", Action.SAW, thing)))
