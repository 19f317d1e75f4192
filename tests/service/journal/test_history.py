"""What was done is read page by page, and taken back where nobody has gone on from it."""

import pytest

from nlp.errors import InputError
from nlp.participation.people.attendance import Presence
from nlp.participation.people.identities import Identity
from service.access.acting import act_as
from service.access.types import Reader
from service.errors import NotFound, Stale
from service.journal.history import Undo
from service.journal.types import Action, ThingKind
from service.names.types import NameKind
from tests.service.files import NOTES, ROSTER, TRANSCRIPT


@pytest.fixture
def slug(workspace):
    """A programme with notes, a roster and a session."""
    slug = workspace.programmes.create("Two rivers", ["North", "South"]).slug
    workspace.files.add(slug, [("notes.csv", NOTES), ("roster.csv", ROSTER), ("session.vtt", TRANSCRIPT)])
    return slug


def last(workspace, slug):
    """What was done last."""
    return workspace.journal.page(slug, most=1).done[0]


def test_it_is_read_page_by_page(workspace, slug):
    """Newest first, each entry once, by person and by kind."""
    with act_as(Reader(account=1, name="Asha")):
        workspace.names.rename(slug, NameKind.TEAM, "North", "Uttar")
    whole = [done.entry.number for done in workspace.journal.page(slug).done]
    read, before = [], None
    while True:
        part = workspace.journal.page(slug, before=before, most=2)
        read += [done.entry.number for done in part.done]
        if part.next is None:
            break
        before = part.next
    assert read == whole == sorted(whole, reverse=True)
    assert part.people == ("", "Asha")
    (hers,) = workspace.journal.page(slug, who="Asha").done
    assert hers.entry.action is Action.NAME_CHANGED
    assert {each.entry.of.kind for each in workspace.journal.page(slug, kinds=[ThingKind.FILE]).done} == {"file"}


def test_names_are_taken_back_whatever_was_said_of_others_since(workspace, slug):
    """A name that was changed again says so and is refused with what was changed; so is nothing but that."""
    before = workspace.findings(slug).at.outline.names
    workspace.names.rename(slug, NameKind.TEAM, "North", "Uttar")
    first = last(workspace, slug).entry.number
    workspace.names.rename(slug, NameKind.TEAM, "South", "Dakkhin")
    workspace.journal.undo(slug, first)
    assert workspace.findings(slug).at.programme.teams[:2] == ("North", "Dakkhin")
    workspace.names.rename(slug, NameKind.TEAM, "Dakkhin", "Southern")
    states = {done.entry.number: done.undo for done in workspace.journal.page(slug).done}
    assert states[first + 1] is Undo.OVERTAKEN
    with pytest.raises(Stale, match="renamed “Dakkhin” to “Southern”"):
        workspace.journal.undo(slug, first + 1)
    workspace.journal.undo(slug, last(workspace, slug).entry.number)
    workspace.journal.undo(slug, first + 1)
    assert workspace.findings(slug).at.outline.names == before


def test_what_was_taken_back_can_be_done_again(workspace, slug):
    """Going back is written down like anything else, with what it takes to come back."""
    workspace.names.rename(slug, NameKind.TEAM, "North", "Uttar")
    for team in ("North", "Uttar", "North"):
        assert last(workspace, slug).undo is Undo.POSSIBLE
        workspace.journal.undo(slug, last(workspace, slug).entry.number)
        assert workspace.findings(slug).at.programme.teams[0] == team


def test_who_was_there_who_is_behind_a_label_and_the_roster_are_taken_back(workspace, slug):
    """To what was said before, or to nothing."""
    found = workspace.findings(slug)
    label = next(iter(found.at.speakers.values()))[0]
    silent = workspace.attendance.of(slug, "session").people[-1].name
    for change in (
        lambda: workspace.identities.tell(slug, "session", Identity(label, "person", "Somebody"), everywhere=False),
        lambda: workspace.attendance.say(slug, "session", {silent: Presence.PRESENT}),
        lambda: workspace.files.choose_roster(slug, "session", "roster.csv"),
    ):
        before = workspace.findings(slug).at
        change()
        workspace.journal.undo(slug, last(workspace, slug).entry.number)
        after = workspace.findings(slug).at
        assert (after.identities, after.present, after.session_rows) == (
            before.identities,
            {file_id: said for file_id, said in before.present.items() if said},
            before.session_rows,
        )


def test_files_readings_and_questions_are_taken_back_where_they_are(workspace, slug):
    """A removed file while it can be, a change of readings while it is there; what is gone is overtaken."""
    (number, *_) = [file.id for file in workspace.files.every(slug)]
    workspace.files.remove(slug, number)
    entry = last(workspace, slug)
    assert entry.undo is Undo.POSSIBLE
    workspace.journal.undo(slug, entry.entry.number)
    assert number in {file.id for file in workspace.files.every(slug)}
    workspace.questions.ask(slug, "What did we learn?")
    asked = last(workspace, slug).entry.number
    workspace.journal.undo(slug, asked)
    assert workspace.findings(slug).at.questions == ()
    assert {done.undo for done in workspace.journal.page(slug).done if done.entry.number == asked} == {Undo.OVERTAKEN}
    with pytest.raises(NotFound):
        workspace.journal.undo(slug, asked)


def test_what_takes_nothing_back_is_refused(workspace, slug):
    """An upload, an entry of another programme, and one that is not there."""
    (made,) = [each.entry.number for each in workspace.journal.page(slug, kinds=[ThingKind.PROGRAMME]).done]
    with pytest.raises(InputError, match="cannot be taken back from here"):
        workspace.journal.undo(slug, made)
    other = workspace.programmes.create("Other").slug
    for wrong in (made, 2**31 - 1):
        with pytest.raises(NotFound):
            workspace.journal.undo(other, wrong)
