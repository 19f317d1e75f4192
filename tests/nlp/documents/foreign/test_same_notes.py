"""One document in three scripts and one table, saved by an office program in every form: the same notes each time."""

from pathlib import Path

import pytest

from nlp.documents import FilePlan, Notes, plan_of, read_document
from nlp.documents.read import grids_of

FILES = Path(__file__).parent / "files"


def notes(name: str) -> list[tuple[str, str, str | None, dict[str, str]]]:
    document = read_document(name, (FILES / name).read_bytes(), ["en", "bn", "ne"])
    assert isinstance(document, Notes)
    return [(unit.text, unit.language, unit.element, dict(unit.attributes)) for unit in document.units]


@pytest.mark.parametrize("name", ["notes.odt", "notes.rtf"])
def test_a_text_is_read_as_its_docx(name: str):
    """Headings, lists, running text, a table, teams: nothing depends on the form."""
    assert notes(name) == notes("notes.docx")
    assert [language for _, language, _, _ in notes(name)] == ["en"] * 6 + ["bn"] * 6 + ["ne"] * 7


@pytest.mark.parametrize("name", ["table.ods", "table.xls"])
def test_a_workbook_is_read_as_its_xlsx(name: str):
    """Dates, whole numbers, a team that is merged over three rows."""
    assert notes(name) == notes("table.xlsx")
    assert [team["team"] for _, _, _, team in notes(name)] == ["London"] * 3 + ["বাংলাদেশ"] * 3 + ["नेपाल"] * 3


def test_the_ending_does_not_matter():
    """An .xls that is an .ods, a .docx that is RTF: the content decides."""
    assert read_document("wall.xls", (FILES / "table.ods").read_bytes()) is not None
    assert read_document("notes.docx", (FILES / "notes.rtf").read_bytes()) is not None


@pytest.mark.parametrize("name", ["notes.odt", "notes.rtf", "table.ods", "table.xls"])
def test_a_file_is_understood_as_its_docx_or_xlsx(name: str):
    """The plan that is found is that of the newer form, and said again it changes nothing."""
    data = (FILES / name).read_bytes()
    newer = "notes.docx" if name.startswith("notes") else "table.xlsx"
    plan = plan_of(name, data)
    assert plan.kind == "notes"
    assert plan == plan_of(newer, (FILES / newer).read_bytes())
    assert read_document(name, data, plan=plan) == read_document(name, data)


@pytest.mark.parametrize("name", ["notes.odt", "notes.rtf", "table.ods", "table.xls"])
def test_what_is_said_of_a_file_holds(name: str):
    """In every form: the session that is said stands in every note."""
    document = read_document(name, (FILES / name).read_bytes(), plan=FilePlan(session="Pokhara"))
    assert isinstance(document, Notes)
    assert {unit.attributes["session"] for unit in document.units} == {"Pokhara"}


def test_the_tables_of_every_form_are_the_same():
    """The sheets of a workbook; of a page the tables that stand in it."""

    def cells(name: str) -> list[list[list[str]]]:
        grids = grids_of(name, (FILES / name).read_bytes())
        return [[[row.cell(column) for column in range(8)] for row in grid.rows] for grid in grids]

    assert cells("table.ods") == cells("table.xls") == cells("table.xlsx") != []
    assert cells("notes.docx") == cells("notes.odt") == cells("notes.rtf") != []
