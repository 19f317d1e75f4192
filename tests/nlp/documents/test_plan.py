"""What is said of a file overrides what is found in it, field by field."""

import csv
import io
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nlp.documents import ColumnPlan, FilePlan, Notes, Roster, Rubric, TablePlan, plan_of, read_document
from nlp.documents.plan import NO_HEADER, HeadingRole, Role
from nlp.errors import InputError, NothingToAnalyse
from tests.nlp.documents.office import docx_table, new_docx, saved, workbook, xlsx

SAMPLE = Path(__file__).parents[3] / "corpora" / "sample"
PROTOCOL = b"# March review\n\nTeam: Nepal\n\n## Trust\n- slow but real\n\n## Parking lot\n- who pays the tea\n"


def notes_of(name: str, data: bytes, plan: FilePlan | None = None) -> Notes:
    """Read a file of notes."""
    notes = read_document(name, data, plan=plan)
    assert isinstance(notes, Notes)
    return notes


@pytest.mark.parametrize("file", sorted(SAMPLE.glob("[nr]*.*")), ids=lambda file: file.name)
def test_a_file_read_as_it_is_understood_is_the_same(file: Path):
    """The plan that is found, said again, changes nothing."""
    data = file.read_bytes()
    if file.name in ("readings-intended.csv", "README.md"):
        return
    plan = plan_of(file.name, data)
    assert plan.kind
    assert read_document(file.name, data, plan=plan) == read_document(file.name, data)


def test_the_plan_of_a_table():
    """Its kind, the row of its headers, and what every column is."""
    plan = plan_of("notes.csv", b"Review of March,,\nTeam,Nepal,\nText,Element,Ward\nlate,Trust,7\n")
    assert (plan.kind, plan.team) == ("notes", "Nepal")
    assert plan.tables == (
        TablePlan(
            "",
            3,
            (ColumnPlan("Text", Role.TEXT), ColumnPlan("Element", Role.ELEMENT), ColumnPlan("Ward", Role.ATTRIBUTE)),
        ),
    )


def test_team_review_date_and_language_of_a_whole_file():
    """They hold for the rows that say nothing themselves."""
    plan = FilePlan(team="Nepal", review="March 2026", date="2026-03-18", language="ne", session="Pokhara")
    first, second = notes_of("n.csv", "text,team\nविश्वास छ,\nसमय छैन,Bangladesh\n".encode(), plan).units
    said = {"team": "Nepal", "review": "March 2026", "date": "2026-03-18", "session": "Pokhara"}
    assert (first.attributes, first.language) == (said, "ne")
    assert second.attributes == {**said, "team": "Bangladesh"}


@pytest.mark.parametrize("name", ["n.csv", "n.xlsx", "n.docx"])
def test_columns_are_what_is_said_of_them(name: str):
    """Two columns that speak of an element each, a team under another name, one that is left out."""
    rows = [["Q1", "Q2", "Place", "Code"], ["we meet", "", "Pokhara", "x7"], ["we call", "slow", "Dhaka", "x8"]]
    document = new_docx()
    docx_table(document, rows)
    files = {"n.csv": "\n".join(map(",".join, rows)).encode(), "n.xlsx": xlsx(*rows), "n.docx": saved(document)}
    columns = (
        ColumnPlan("Q1", Role.ANSWERS, "Communications"),
        ColumnPlan("q2", Role.ANSWERS),
        ColumnPlan("Place", Role.TEAM),
        ColumnPlan("Code", Role.IGNORE),
    )
    notes = notes_of(name, files[name], FilePlan(tables=(TablePlan(columns=columns),)))
    assert [(unit.element, unit.text, dict(unit.attributes)) for unit in notes.units] == [
        ("Communications", "we meet", {"team": "Pokhara"}),
        ("Communications", "we call", {"team": "Dhaka"}),
        ("Q2", "slow", {"team": "Dhaka"}),
    ]


def test_a_column_of_each_team():
    """A wall: the notes of a column are that team's."""
    columns = (ColumnPlan("Kathmandu", Role.TEAM_NOTES, "Nepal"), ColumnPlan("Dhaka", Role.TEAM_NOTES))
    notes = notes_of("wall.csv", b"Kathmandu,Dhaka\nlate,later\n", FilePlan(tables=(TablePlan(columns=columns),)))
    assert [(unit.attributes["team"], unit.element) for unit in notes.units] == [("Nepal", None), ("Dhaka", None)]


def test_the_row_of_the_headers_can_be_said():
    """Here the first row that looks like a header is none."""
    data = b"text,element\nNotes,Theme\nlate,Trust\n"
    plan = FilePlan(tables=(TablePlan(header_row=2),))
    assert [(unit.text, unit.element) for unit in notes_of("n.csv", data, plan).units] == [("late", "Trust")]


def test_the_columns_follow_the_chosen_row_of_the_headers():
    """What is found below it is what the plan shows, so that more can be said of its columns."""
    data = b"Question,Comment\nNotes,Theme\nlate,Trust\n"
    assert [column.header for column in plan_of("n.csv", data).tables[0].columns] == ["Question", "Comment"]
    found = plan_of("n.csv", data, FilePlan(team="X", tables=(TablePlan(header_row=2),)))
    assert (found.kind, found.team, found.tables[0].header_row) == ("notes", "", 2)
    assert found.tables[0].columns == (ColumnPlan("Notes", Role.NOTE), ColumnPlan("Theme", Role.ELEMENT))


@pytest.mark.parametrize("name", ["n.csv", "n.xlsx", "n.docx", "n.txt"])
def test_a_table_may_have_no_headers(name: str):
    """Its columns are called as in a spreadsheet; the wordiest are the notes, names of teams the team."""
    rows = [["7", "Nepal", "খবর সময়মতো আসে"], ["8", "Bangladesh", "We ring each other often"]]
    document = new_docx()
    docx_table(document, rows)
    text = "\n".join(map(",".join, rows)).encode()
    data = {"n.csv": text, "n.txt": text, "n.xlsx": xlsx(*rows), "n.docx": saved(document)}[name]
    said = FilePlan(tables=(TablePlan(header_row=NO_HEADER),))
    found = plan_of(name, data, said)
    assert [(column.header, column.role) for column in found.tables[0].columns] == [
        ("A", Role.IGNORE),
        ("B", Role.TEAM),
        ("C", Role.TEXT),
    ]
    assert found.tables[0].header_row == NO_HEADER
    assert [(unit.text, unit.attributes["team"]) for unit in notes_of(name, data, said).units] == [
        (text, team) for _, team, text in rows
    ]


def test_columns_beyond_z_have_two_letters():
    """As spreadsheets call them."""
    data = ",".join(map(str, range(54))).encode()
    headers = [
        one.header for one in plan_of("n.csv", data, FilePlan(tables=(TablePlan(header_row=-1),))).tables[0].columns
    ]
    assert (headers[25:28], headers[51:]) == (["Z", "AA", "AB"], ["AZ", "BA", "BB"])


SHEETS = {
    "Read me": [["Comment", "Topic"], ["Fill in one row a note", "all"]],
    "যোগাযোগ": [["Comment", "Name"], ["খবর দেরিতে আসে", "Rina"]],
    "Pokhara": [["Comment", "Name"], ["We meet", "Sita"]],
}


def test_sheets_are_left_out_or_are_teams_or_elements():
    """Each as it is said; its own name where no other is given."""
    said = (
        TablePlan("Read me", role=HeadingRole.SKIP),
        TablePlan("যোগাযোগ", role=HeadingRole.ELEMENT),
        TablePlan("Pokhara", role=HeadingRole.TEAM, name="Nepal"),
    )
    plan = FilePlan(team="Bangladesh", tables=said)
    units = notes_of("n.xlsx", saved(workbook(SHEETS)), plan).units
    assert [(unit.text, unit.element, unit.attributes["team"]) for unit in units] == [
        ("খবর দেরিতে আসে", "যোগাযোগ", "Bangladesh"),
        ("We meet", None, "Nepal"),
    ]


def test_every_sheet_left_out_is_said():
    """There is nothing to read then."""
    said = tuple(TablePlan(name, role=HeadingRole.SKIP) for name in SHEETS)
    with pytest.raises(NothingToAnalyse, match="every sheet is left out"):
        read_document("n.xlsx", saved(workbook(SHEETS)), plan=FilePlan(tables=said))


@pytest.mark.parametrize("head", [[], [["Team", "Note"]]])
def test_sheets_that_are_called_as_elements_hold_their_notes(head):
    """Two known names are enough, in any language; whether there is a header or not, no note is lost."""
    notes = {
        "Trust": ["promises are kept", "money is open", "bad news travels fast"],
        "যোগাযোগ": ["খবর দেরিতে আসে", "we hear changes late", "বাংলায় বললে সবাই বোঝে"],
    }
    sheets = {name: [*head, *[["Dhaka", text] if head else [text] for text in texts]] for name, texts in notes.items()}
    document = read_document("a.xlsx", saved(workbook(sheets)))
    assert {(unit.element, unit.text) for unit in document.units} == {
        (name, text) for name, texts in notes.items() for text in texts
    }
    assert not any({"sheet", "element"} & unit.attributes.keys() for unit in document.units)


def test_sheets_of_months_are_no_elements():
    """A known word in the name of a meeting does not make it one."""
    sheets = {f"Learning {month}": [["Team", "Note"], ["Dhaka", "we meet"]] for month in ("March", "April", "May")}
    document = read_document("a.xlsx", saved(workbook(sheets)))
    assert {unit.element for unit in document.units} == {None}


def test_sheets_that_are_called_as_teams_are_theirs():
    """Where all are, and no column has the team; it can be said that they are not."""
    rows = [["Text", "Element"], ["late", "Trust"]]
    data = saved(workbook({"Nepal": rows, "বাংলাদেশ": rows}))
    assert [unit.attributes["team"] for unit in notes_of("n.xlsx", data).units] == ["Nepal", "বাংলাদেশ"]
    assert [table.role for table in plan_of("n.xlsx", data).tables] == [HeadingRole.TEAM] * 2
    said = FilePlan(tables=(TablePlan("Nepal", role=HeadingRole.TEXT),))
    assert "team" not in notes_of("n.xlsx", data, said).units[0].attributes
    assert [unit.attributes["team"] for unit in notes_of("n.xlsx", data, FilePlan(team="UK")).units] == ["UK", "UK"]


def test_a_table_of_a_page_is_left_out():
    """Neither its notes nor its cells as running text are read."""
    document = new_docx()
    document.add_heading("Trust", 1)
    document.add_paragraph("We meet", style="List Bullet")
    docx_table(document, [["Text", "Team"], ["late", "Nepal"]])
    docx_table(document, [["Text", "Team"], ["slow", "Kenya"]])
    said = FilePlan(tables=(TablePlan(), TablePlan(role=HeadingRole.SKIP)))
    assert [unit.text for unit in notes_of("n.docx", saved(document), said).units] == ["We meet", "late"]


WIDE = "Aspect,Now,খুব ভালো,Someday,Ref\nTrust,We ask,We rely,We know,7\nNews,Late,On time,Early,8\n".encode()


def test_columns_of_levels_are_shown_and_can_be_said():
    """Of a wide rubric they are found by their names; others are levels where that is said, under another name too."""
    known = plan_of("r.csv", "Aspect,Emerging,ভালো চলছে\nTrust,We ask,We rely\n".encode())
    assert [column.role for column in known.tables[0].columns] == [
        Role.ELEMENT,
        Role.LEVEL_DESCRIPTORS,
        Role.LEVEL_DESCRIPTORS,
    ]
    said = (
        ColumnPlan("Aspect", Role.ELEMENT),
        ColumnPlan("Now", Role.LEVEL_DESCRIPTORS, "Emerging"),
        ColumnPlan("খুব ভালো", Role.LEVEL_DESCRIPTORS),
        ColumnPlan("Someday", Role.IGNORE),
    )
    rubric = read_document("r.csv", WIDE, plan=FilePlan(kind="rubric", tables=(TablePlan(columns=said),)))
    assert isinstance(rubric, Rubric)
    assert [(one.element, one.level, one.text) for one in rubric.descriptors] == [
        ("Trust", "Emerging", "We ask"),
        ("Trust", "খুব ভালো", "We rely"),
        ("News", "Emerging", "Late"),
        ("News", "খুব ভালো", "On time"),
    ]


def test_a_level_that_is_left_out_is_not_read():
    """Its name alone does not bring it back."""
    data = b"Element,Emerging,Developing,Strong\nTrust,We ask,We meet,We rely\n"
    said = FilePlan(kind="rubric", tables=(TablePlan(columns=(ColumnPlan("Developing", Role.IGNORE),)),))
    rubric = read_document("r.csv", data, plan=said)
    assert isinstance(rubric, Rubric)
    assert [one.level for one in rubric.descriptors] == ["Emerging", "Strong"]


def test_the_kind_can_be_said():
    """A list that was taken for notes is a roster."""
    data = b"name,comment\nMaya,chairs\n"
    assert isinstance(read_document("n.csv", data), Notes)
    assert isinstance(read_document("n.csv", data, plan=FilePlan(kind="roster")), Roster)


def test_the_plan_of_running_text():
    """Every heading says an element, a section that is left out, or nothing of the sort."""
    plan = plan_of("n.md", PROTOCOL)
    assert (plan.kind, plan.team) == ("notes", "Nepal")
    assert plan.headings == {"Trust": "element", "Parking lot": "text"}


def test_headings_are_what_is_said_of_them():
    """An element, a team, a section that is left out; the team of the whole file is that of the plan."""
    units = notes_of("n.md", PROTOCOL, FilePlan(team="Bangladesh", headings={"parking lot": HeadingRole.SKIP})).units
    assert [(unit.element, unit.attributes["team"]) for unit in units] == [("Trust", "Bangladesh")]
    units = notes_of(
        "n.md", PROTOCOL, FilePlan(headings={"Trust": HeadingRole.TEAM, "Parking lot": HeadingRole.ELEMENT})
    ).units
    assert [(unit.element, unit.attributes["team"]) for unit in units] == [(None, "Trust"), ("Parking lot", "Trust")]


def test_a_file_name_is_no_team():
    """Nobody is the author of a rubric or of notes where nothing says so."""
    rubric = read_document("rubric-nepal.csv", b"element,level,descriptor\nTrust,high,we ask\n")
    assert isinstance(rubric, Rubric)
    assert rubric.descriptors[0].team == ""
    assert "team" not in notes_of("notes-nepal.csv", b"text\nlate\n").units[0].attributes


CELLS = st.text(st.sampled_from("aকि? \n\"',;/_[]1é😀\u200d"), max_size=14)
HEADERS = st.sampled_from(
    ["", "Team", "Element", "Why?", "Comments", "_uuid", "Timestamp", "Emerging", "Good", "Nepal"]
)


@given(
    st.sampled_from(["a.csv", "a.txt", "a.md"]),
    st.lists(HEADERS, min_size=1, max_size=5),
    st.lists(st.lists(CELLS, max_size=5), max_size=5),
)
@settings(deadline=None, max_examples=150)
def test_the_plan_of_any_table_reads_it_the_same(name: str, headers: list[str], rows: list[list[str]]):
    """Or both refuse the file."""
    buffer = io.StringIO()
    csv.writer(buffer).writerows([headers, *rows])
    data = buffer.getvalue().encode()
    try:
        document = read_document(name, data)
    except InputError:
        return
    assert read_document(name, data, plan=plan_of(name, data)) == document


def test_what_is_said_of_one_table_holds_for_one_table():
    """However its sheet is called; without a name for all sheets, as for the one table of a text file."""
    said = TablePlan("March", columns=(ColumnPlan("A", Role.TEXT),))
    assert FilePlan(tables=(said,)).said_of([""]) == [replace(said, sheet="")]
    assert FilePlan(tables=(said,)).said_of(["April", "March"]) == [TablePlan("April"), said]
    unnamed = replace(said, sheet="")
    assert FilePlan(tables=(unnamed,)).said_of(["April", "March"]) == [replace(said, sheet="April"), said]
    assert FilePlan(tables=(unnamed,)).said_of(["", ""]) == [unnamed, TablePlan()]
    assert FilePlan(tables=(unnamed, unnamed)).said_of(["", "", ""]) == [unnamed, unnamed, TablePlan()]
