"""Headings alone in a row of a table: elements, teams, sections to leave out, or rows like others."""

from nlp.documents import FilePlan, HeadingRole, Notes, Roster, Rubric, TablePlan, plan_of, read_document
from tests.nlp.documents.office import saved, workbook

CSV = """Comment,Name
Communications,
খবর সময়মতো আসে,Rina
We ring each other,Asha
Trust,
सबैले सुन्छन्,Sita
It takes time,Ram
"""


def stretched(*rows: list[str]) -> bytes:
    """Return a workbook in which a row with one text is merged over the table, with a title above."""
    book = workbook({"Wall": [["Harvest of the spring workshop"], *rows]})
    sheet = book.worksheets[0]
    for number, row in enumerate([["title"], *rows], 1):
        if len(row) == 1:
            sheet.merge_cells(start_row=number, end_row=number, start_column=1, end_column=2)
    return saved(book)


def placed(name: str, data: bytes, **headings: HeadingRole) -> list[tuple[str, str | None, str]]:
    """Return text, element and team of all notes."""
    notes = read_document(name, data, plan=FilePlan(headings=headings))
    assert isinstance(notes, Notes)
    return [(unit.text, unit.element, unit.attributes.get("team", "")) for unit in notes.units]


def test_headings_in_a_plain_table_are_shown_and_change_nothing():
    """A short note without a name looks the same, so that somebody must say it."""
    headings = plan_of("n.csv", CSV.encode()).headings
    assert headings == {"Communications": HeadingRole.TEXT, "Trust": HeadingRole.TEXT}
    assert len(placed("n.csv", CSV.encode())) == 6


def test_what_is_said_of_them_holds_for_the_rows_below():
    """Until the next heading; what is left out takes its rows along."""
    said = {"Communications": HeadingRole.ELEMENT, "Trust": HeadingRole.SKIP}
    assert placed("n.csv", CSV.encode(), **said) == [
        ("খবর সময়মতো আসে", "Communications", ""),
        ("We ring each other", "Communications", ""),
    ]
    said = {"communications": HeadingRole.TEAM, "Trust": HeadingRole.ELEMENT}
    assert placed("n.csv", CSV.encode(), **said)[-1] == ("It takes time", "Trust", "Communications")


def test_headings_stretched_over_a_table_are_elements():
    """Nobody merges the cells of a note; the title above is none of them."""
    data = stretched(
        ["Comment", "Name"], ["Trust"], ["late", "Sita"], ["slow", "Ram"], ["सञ्चार"], ["दिनहुँ फोन गर्छौं", "Sita"]
    )
    assert plan_of("w.xlsx", data).headings == {"Trust": HeadingRole.ELEMENT, "सञ्चार": HeadingRole.ELEMENT}
    assert placed("w.xlsx", data) == [
        ("late", "Trust", ""),
        ("slow", "Trust", ""),
        ("दिनहुँ फोन गर्छौं", "सञ्चार", ""),
    ]


def test_a_column_of_elements_gives_way_to_headings_that_are_said_to_be_elements():
    """It becomes an attribute, so that nothing is lost."""
    data = b"Question,Comment\nTrust,\nQ1,late\nQ2,slow\n"
    notes = read_document("n.csv", data, plan=FilePlan(headings={"Trust": HeadingRole.ELEMENT}))
    assert isinstance(notes, Notes)
    assert [(unit.element, unit.attributes) for unit in notes.units] == [
        ("Trust", {"question": "Q1"}),
        ("Trust", {"question": "Q2"}),
    ]


def test_countries_between_the_names_of_a_roster_are_teams():
    """They were people before."""
    data = "Name,Role\nNepal,\nSita,lead\nRam,field\nবাংলাদেশ,\nরিনা,lead\nAsha,field\n".encode()
    roster = read_document("r.csv", data)
    assert isinstance(roster, Roster)
    assert [(one.name, one.attributes["team"]) for one in roster.people] == [
        ("Sita", "Nepal"),
        ("Ram", "Nepal"),
        ("রিনা", "বাংলাদেশ"),
        ("Asha", "বাংলাদেশ"),
    ]


def test_a_person_without_an_answer_is_no_heading():
    """In a column of people one name alone says nothing of the rows below."""
    data = b"Name,Comment\nSita,late\nRam,\nRina,slow\nAsha,good\n"
    assert plan_of("n.csv", data).headings == {}


def test_a_rubric_with_its_elements_between_its_rows():
    """Nothing else has the element."""
    data = stretched(["Level", "Descriptor"], ["Trust"], ["Emerging", "We ask"], ["Strong", "We rely on others"])
    rubric = read_document("r.xlsx", data)
    assert isinstance(rubric, Rubric)
    assert [(one.element, one.level) for one in rubric.descriptors] == [("Trust", "Emerging"), ("Trust", "Strong")]


def test_the_plan_read_again_says_the_same():
    """Its columns are those of the file, without those that the headings make."""
    data = stretched(["Comment", "Name"], ["Trust"], ["late", "Sita"], ["slow", "Ram"])
    plan = plan_of("w.xlsx", data)
    assert plan.tables == (TablePlan("", 2, plan.tables[0].columns),)
    assert len(plan.tables[0].columns) == 2
    assert read_document("w.xlsx", data, plan=plan) == read_document("w.xlsx", data)
