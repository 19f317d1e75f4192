"""Files that call every note an element of its own: they are refused in one line, and can be put right."""

from dataclasses import replace

import pytest

from nlp.documents.plan import FilePlan, Role
from nlp.errors import InputError
from service.types import FileChange
from tests.service.web.hostile.odd_files import csv_file


def notes(count: int, first: int = 0) -> tuple[str, bytes]:
    rows = [[f"We said thing {at}", f"Element {at}", "North"] for at in range(first, first + count)]
    return csv_file(f"notes-{first}", [["text", "element", "team"], *rows])


def test_ten_thousand_elements_are_refused_in_one_line(workspace, programme):
    """At once, as much in a preview as where files are added; nothing is kept."""
    problem = "10,000 elements are more than pages can show: there may be 300"
    with pytest.raises(InputError, match=problem):
        workspace.files.add(programme, [notes(10_000)])
    (file,) = workspace.files.preview(programme, [notes(10_000)]).files
    assert file.problem is not None
    assert "more than pages can show" in str(file.problem.values["problem"].template)
    assert workspace.files.every(programme) == ()


def test_a_column_that_holds_no_elements_can_be_said_to_be_something_else(workspace, programme):
    """The file waits with its problem, so that somebody says what its column is."""
    preview = workspace.files.preview(programme, [notes(400)])
    (file,) = preview.files
    assert file.problem is not None
    table = file.settings.found.tables[0]
    columns = tuple(
        replace(each, role=Role.PARTICIPANT) if each.header == "element" else each for each in table.columns
    )
    plan = FilePlan(kind="notes", tables=(replace(table, columns=columns),))
    (changed,) = workspace.files.change(programme, preview.token, [FileChange(0, plan, wanted=True)]).files
    assert changed.problem is None
    workspace.files.keep(programme, preview.token)
    assert len(workspace.findings(programme).notes()) == 400


def test_several_files_together_have_no_more_than_one_may_have(workspace, programme):
    """Two files of 200 elements each."""
    workspace.files.add(programme, [notes(200)])
    with pytest.raises(InputError, match="elements are more than pages can show"):
        workspace.files.add(programme, [notes(200, first=200)])
    assert len(workspace.files.every(programme)) == 1
