"""Sessions are called as facilitators call them, and of the day that they say."""

import pytest

from nlp.errors import InputError
from service.errors import NotFound
from service.journal.types import Action
from service.journal.words import in_words
from tests.service.files import NOTES, ROSTER, TRANSCRIPT

NAMES = ("Spring review", "বসন্তের পর্যালোচনা", "वसन्त समीक्षा", "Boshonto 🌱 সভা", "क्‍ष")


@pytest.fixture
def slug(workspace):
    """A programme with notes, a roster and a session."""
    slug = workspace.programmes.create("Two rivers", ["North", "South"]).slug
    workspace.files.add(slug, [("notes.csv", NOTES), ("roster.csv", ROSTER), ("review-2026-03-18.vtt", TRANSCRIPT)])
    return slug


def session(workspace, slug):
    """The session as others see it."""
    return workspace.findings(slug).at.sessions[0]


@pytest.mark.parametrize("name", NAMES)
def test_a_title_is_given_and_taken_back(workspace, slug, name):
    """In any script; the slug stays, and so does the title when the file is read again in another way."""
    before = session(workspace, slug)
    after = workspace.session_titles.change(slug, before.slug, title=f"  {name} ")
    assert (after.title, after.slug, after.date) == (name, before.slug, before.date)
    assert session(workspace, slug) == after
    (entry,) = (done.entry for done in workspace.journal.page(slug, most=1).done)
    assert entry.action is Action.SESSION_CHANGED
    assert str(in_words(entry)) == f"Someone here renamed the session “{before.title}” to “{name}”."
    workspace.journal.undo(slug, entry.number)
    assert session(workspace, slug) == before


def test_a_date_is_read_as_people_write_it(workspace, slug):
    """Digits of any script; empty is the one of the file's name, and what is no date is refused."""
    before = session(workspace, slug)
    for written, read in (("2026-04", "2026-04"), ("18 March 2026", "2026-03-18"), ("२०२६-०४-०२", "2026-04-02")):
        assert workspace.session_titles.change(slug, before.slug, date=written).date == read
    assert workspace.session_titles.change(slug, before.slug, title="", date="") == before
    with pytest.raises(InputError, match="no date that can be read"):
        workspace.session_titles.change(slug, before.slug, date="yesterday")
    with pytest.raises(InputError, match="longer than"):
        workspace.session_titles.change(slug, before.slug, title="x" * 201)
    with pytest.raises(NotFound):
        workspace.session_titles.change(slug, "another", title="x")


def test_what_stays_as_it_is_is_not_written_down(workspace, slug):
    """A form that is sent as it was shown says nothing."""
    before = session(workspace, slug)
    done = workspace.journal.page(slug, most=1)
    assert workspace.session_titles.change(slug, before.slug, before.title, before.date) == before
    assert workspace.journal.page(slug, most=1) == done


def test_what_was_changed_again_is_overtaken(workspace, slug):
    """A title is not taken back over another one."""
    one = session(workspace, slug).slug
    workspace.session_titles.change(slug, one, title="First")
    number = workspace.journal.page(slug, most=1).done[0].entry.number
    workspace.session_titles.change(slug, one, title="Second")
    states = {done.entry.number: done.undo for done in workspace.journal.page(slug).done}
    assert states[number] == "overtaken"
    assert session(workspace, slug).title == "Second"
