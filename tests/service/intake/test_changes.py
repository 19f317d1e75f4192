"""What was understood can be changed: before files are kept, and afterwards."""

import pytest

from nlp.documents.plan import AS_FOUND, ColumnPlan, FilePlan, Role, TablePlan
from nlp.readings.edits.align import notes_of
from service.access.acting import act_as
from service.access.types import Reader
from service.errors import Expired, NotFound, Stale
from service.types import FileChange, SameNotes
from tests.service.files import EVERYTHING, NOTES, ROSTER, TRANSCRIPT

ODD = "colour,said\nred,We ring each other\nblue,খবর সময়মতো আসে না\n".encode()
ODDER = b"colour,said\nred,Mails get lost\n"
SAID = FilePlan("notes", tables=(TablePlan(columns=(ColumnPlan("said", Role.TEXT),)),))


def notes(workspace, programme):
    return [unit.text for each in workspace.findings(programme).readings().elements for unit in notes_of(each)]


def test_a_column_that_nobody_knew_can_be_the_notes(workspace, programme):
    """A file that could not be used is read as a person says; its numbers and examples follow."""
    preview = workspace.files.preview(programme, [("odd.csv", ODD)])
    assert preview.files[0].problem
    assert preview.files[0].settings.values == ((("red", "blue"), ("We ring each other", "খবর সময়মতো আসে না")),)
    (file,) = workspace.files.change(programme, preview.token, [FileChange(0, SAID)]).files
    assert (file.kind, file.counts, file.problem) == ("notes", {"notes": 2}, None)
    assert file.sample[0] == "We ring each other"
    workspace.files.keep(programme, preview.token)
    assert len(notes(workspace, programme)) == 2


def test_what_is_said_of_one_file_holds_for_all_of_its_kind(workspace, programme):
    """Team and review go over to the other notes, and not to the roster."""
    given = [("a.txt", b"- We ring each other\n- We meet\n"), ("b.txt", b"- Mails get lost\n"), ("r.csv", ROSTER)]
    token = workspace.files.preview(programme, given).token
    plan = FilePlan(team="North", review="May")
    files = workspace.files.change(programme, token, [FileChange(0, plan, for_all=True)]).files
    assert [file.settings.plan for file in files] == [plan, plan, AS_FOUND]
    assert [file.teamless for file in files] == [0, 0, 0]


def test_a_file_that_is_not_wanted_is_not_kept(workspace, programme):
    """It waits on, and is left out."""
    token = workspace.files.preview(programme, EVERYTHING[:2]).token
    assert (
        not workspace.files.change(programme, token, [FileChange(0, AS_FOUND, wanted=False)]).files[0].settings.wanted
    )
    assert [file.filename for file in workspace.files.keep(programme, token)] == ["roster.csv"]


def test_the_next_file_of_a_shape_comes_in_as_the_last_one(workspace, programme):
    """With its columns, not with its team or review; it says whose decisions these were."""
    token = workspace.files.preview(programme, [("odd.csv", ODD)]).token
    plan = FilePlan("notes", "North", "May", tables=SAID.tables)
    workspace.files.change(programme, token, [FileChange(0, plan)])
    workspace.files.keep(programme, token)
    (file,) = workspace.files.preview(programme, [("odder.csv", ODDER)]).files
    assert (file.counts, file.settings.like, file.settings.plan) == ({"notes": 1}, "odd.csv", SAID)
    (other,) = workspace.files.preview(programme, [("other.csv", b"size,said\n1,We ring\n")]).files
    assert (other.kind, other.settings.like) == (None, "")


def test_a_kept_file_can_be_opened_and_changed(workspace, full):
    """What was read from it makes room for what is read now; findings follow, its name and its place stay."""
    before = workspace.files.every(full)
    preview = workspace.files.open(full, before[0].id)
    assert [file.added_before for file in preview.files] == [before[0].filename]
    assert workspace.findings(full).at.outline.teams == ("North", "South", "West")
    ignore = FilePlan(tables=(TablePlan(columns=(ColumnPlan("element", Role.IGNORE),)),))
    workspace.files.change(full, preview.token, [FileChange(0, ignore)])
    assert workspace.findings(full).readings().elements[0].element
    workspace.files.keep(full, preview.token)
    assert workspace.files.every(full) == before
    assert {each.element for each in workspace.findings(full).readings().elements} == {""}
    again = workspace.files.open(full, before[0].id)
    assert again.files[0].settings.plan == ignore


def test_a_transcript_can_become_notes_and_a_session_again(workspace, programme):
    """The session comes and goes with what the file is; date and title can be said."""
    (kept,) = workspace.files.add(programme, [("talk.vtt", TRANSCRIPT)])
    text = b"Asha: We ring each other\nTom: We do\nAsha: Often\nTom: Yes\n"
    (talk,) = workspace.files.add(programme, [("talk.txt", text)])
    for plan, count in ((FilePlan("notes"), 1), (FilePlan("transcript", date="2026-05-04", session="May talk"), 2)):
        token = workspace.files.open(programme, talk.id).token
        workspace.files.change(programme, token, [FileChange(0, plan)])
        workspace.files.keep(programme, token)
        assert len(workspace.findings(programme).at.sessions) == count
    assert ("May talk", "2026-05-04") in {(each.title, each.date) for each in workspace.findings(programme).at.sessions}
    assert kept in workspace.files.every(programme)


def test_a_file_that_was_added_before_says_so_and_is_changed_not_doubled(workspace, full):
    """The same bytes under another name come with what was said of them."""
    preview = workspace.files.preview(full, [("again.csv", NOTES)])
    assert preview.files[0].added_before == "notes-2026-03.csv"
    assert preview.files[0].same_notes == ()
    count = len(workspace.files.every(full))
    workspace.files.keep(full, preview.token)
    assert len(workspace.files.every(full)) == count


def test_the_same_notes_in_another_file_are_said(workspace, full):
    """At least half of the notes of a file also stand in one that is kept, or in the one before it."""
    first, second = NOTES + b"We meet on Mondays,Communications,North,Tom,2026-03-18\n", NOTES + b"\n"
    files = workspace.files.preview(full, [("first.csv", first), ("second.csv", second)]).files
    assert files[0].same_notes == (SameNotes("notes-2026-03.csv", 5),)
    assert files[1].same_notes == (SameNotes("notes-2026-03.csv", 5), SameNotes("first.csv", 5))


def test_what_is_gone_cannot_be_changed(workspace, programme):
    """A preview that was kept, a file that is not there."""
    token = workspace.files.preview(programme, [("odd.csv", ODD)]).token
    workspace.files.discard(programme, token)
    with pytest.raises(Expired):
        workspace.files.change(programme, token, [FileChange(0, SAID)])
    with pytest.raises(NotFound):
        workspace.files.open(programme, 99)


def test_of_two_who_change_how_a_file_is_read_the_second_is_told(workspace, full):
    """What the first said stays; what the second said waits, and is kept when the file was opened again."""
    kept = workspace.files.every(full)[0]
    first, second = (workspace.files.open(full, kept.id).token for _ in range(2))
    ignore = FilePlan(tables=(TablePlan(columns=(ColumnPlan("element", Role.IGNORE),)),))
    workspace.files.change(full, first, [FileChange(0, ignore)])
    with act_as(Reader(1, "Asha")):
        workspace.files.keep(full, first)
    other = FilePlan(tables=(TablePlan(columns=(ColumnPlan("team", Role.IGNORE),)),))
    workspace.files.change(full, second, [FileChange(0, other)])
    with pytest.raises(Stale, match="Asha changed how"):
        workspace.files.keep(full, second)
    assert workspace.files.previewed(full, second).files[0].settings.plan == other
    third = workspace.files.open(full, kept.id)
    assert third.files[0].settings.plan == ignore
    workspace.files.change(full, third.token, [FileChange(0, other)])
    workspace.files.keep(full, third.token)
    assert workspace.files.open(full, kept.id).files[0].settings.plan == other
