"""Forms that lie on their side."""

from hypothesis import given
from hypothesis import strategies as st

from nlp.documents import Notes, plan_of, read_document
from nlp.documents.forms.upright import upright_grids
from nlp.documents.tables.table import Grid, Row
from tests.nlp.documents.forms.made import BANGLA, ENGLISH, NEPALI, answers_of, read_rows
from tests.nlp.documents.office import docx_table, new_docx, saved


def _form(name: str, team: str, texts: tuple[str, ...]) -> list[list[str]]:
    return [["Name", name], ["Team", team], ["What went well?", texts[0]], ["কী কঠিন ছিল?", texts[1]]]


def test_forms_in_a_document_are_the_answers_of_as_many_people():
    """A table for every person, a question in every row: each question is an element, names are no answers."""
    page = new_docx()
    page.add_heading("Reflection forms", 0)
    docx_table(page, _form("Sita Gurung", "Pokhara", NEPALI))
    page.add_paragraph("")
    docx_table(page, _form("Rahim Uddin", "Dhaka", BANGLA))
    document = read_document("forms.docx", saved(page))
    assert isinstance(document, Notes)
    assert answers_of(document) == {"What went well?": 2, "কী কঠিন ছিল?": 2}
    assert {unit.attributes["participant"] for unit in document.units} == {"Sita Gurung", "Rahim Uddin"}
    assert {unit.attributes["team"] for unit in document.units} == {"Pokhara", "Dhaka"}
    assert plan_of("forms.docx", saved(page)).kind == "survey"


def test_a_question_a_row_and_a_person_a_column():
    """The people of the first row are participants, not teams and not levels of a rubric."""
    rows = [["Question", "Respondent 1", "Respondent 2"]]
    rows += [
        ["How did you hear of us?", *ENGLISH[:2]],
        ["What changed?", *NEPALI[:2]],
        ["What is missing?", "", "Time"],
    ]
    document = read_rows(rows, "xlsx")
    assert isinstance(document, Notes)
    assert answers_of(document) == {"How did you hear of us?": 2, "What changed?": 2, "What is missing?": 1}
    assert {unit.attributes.get("participant") for unit in document.units} == {"Respondent 1", "Respondent 2"}


def test_a_board_of_questions_by_teams_stays_as_it_is():
    """Columns that are teams say whose notes they hold."""
    rows = [["", "Nepal", "Bangladesh"], ["What works?", *ENGLISH[:2]], ["What does not?", *ENGLISH[2:4]]]
    document = read_rows(rows, "csv")
    assert isinstance(document, Notes)
    assert {unit.attributes["team"] for unit in document.units} == {"Nepal", "Bangladesh"}


@given(st.lists(st.lists(st.text(max_size=8), min_size=1, max_size=4), min_size=1, max_size=6))
def test_no_cell_is_lost(cells: list[list[str]]):
    """Whatever the cells are, all that is written in the rows below the first is there afterwards."""
    grid = Grid("", tuple(Row(number, tuple(row)) for number, row in enumerate(cells, 1)))
    (turned,) = upright_grids([grid])
    before = {cell for row in cells[1:] for cell in row if cell.strip()}
    assert before <= {cell for row in turned.rows for cell in row.cells}
