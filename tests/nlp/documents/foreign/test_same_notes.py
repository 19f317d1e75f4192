"""One document in three scripts and one table, saved by an office program in every form: the same notes each time."""

from pathlib import Path

import pytest

from nlp.documents import Notes, read_document

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
