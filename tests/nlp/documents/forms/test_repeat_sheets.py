"""Repeat groups of a form: every row with what was said once above it."""

from nlp.documents import FilePlan, HeadingRole, Notes, TablePlan, read_document
from tests.nlp.documents.office import saved, workbook

SURVEY = [
    ["start", "Which team are you from?", "What is your name?", "Gender", "_id", "_uuid", "_index"],
    ["2026-03-01T09:00", "Nepal", "Sita", "woman", "501", "a-1", "1"],
    ["2026-03-02T09:00", "বাংলাদেশ", "রিনা", "woman", "502", "a-2", "2"],
]
STORIES = [
    ["What happened?", "_index", "_parent_table_name", "_parent_index", "_submission__id"],
    ["खबर समयमै आउँदैन", "1", "Workshop", "1", "501"],
    ["We ring each other every day", "2", "Workshop", "1", "501"],
    ["তথ্য দেরিতে আসে", "3", "Workshop", "2", "502"],
]
CAUSES = [
    ["Why do you think so?", "Gender", "_index", "_parent_table_name", "_parent_index"],
    ["Nobody feels responsible", "of others", "1", "stories", "3"],
    ["Lost without a parent", "", "2", "stories", "77"],
]


def read(*sheets: str, plan: FilePlan | None = None) -> list[tuple[str, str, str, str]]:
    """Return text, team, person and gender of every note."""
    rows = {"Workshop": SURVEY, "stories": STORIES, "causes": CAUSES}
    notes = read_document("kobo.xlsx", saved(workbook({name: rows[name] for name in sheets})), plan=plan)
    assert isinstance(notes, Notes)
    names = ("team", "participant", "gender")
    return [(unit.text, *(unit.attributes.get(name, "") for name in names)) for unit in notes.units]


def test_rows_of_a_repeat_group_have_the_team_and_the_person_above():
    """By the index of the row; the sheet above holds no note itself."""
    assert read("Workshop", "stories") == [
        ("खबर समयमै आउँदैन", "Nepal", "Sita", "woman"),
        ("We ring each other every day", "Nepal", "Sita", "woman"),
        ("তথ্য দেরিতে আসে", "বাংলাদেশ", "রিনা", "woman"),
    ]


def test_a_group_in_a_group_and_a_row_that_belongs_nowhere():
    """What a row says itself comes first; nothing is made up for a row without a parent."""
    assert read("Workshop", "stories", "causes")[3:] == [
        ("Nobody feels responsible", "বাংলাদেশ", "রিনা", "of others"),
        ("Lost without a parent", "", "", ""),
    ]


def test_the_sheet_above_may_be_left_out():
    """Then it gives no notes; what it says of others it still says."""
    plan = FilePlan(tables=(TablePlan("Workshop", role=HeadingRole.SKIP),))
    assert [team for _, team, *_ in read("Workshop", "stories", plan=plan)] == ["Nepal", "Nepal", "বাংলাদেশ"]


def test_a_repeat_sheet_alone_is_read_as_it_is():
    """Its parent is in no sheet of this file."""
    assert {team for _, team, *_ in read("stories")} == {""}
