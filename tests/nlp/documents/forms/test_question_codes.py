"""Headers that are codes, explained elsewhere."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.documents import read_document
from nlp.documents.forms.question_codes import with_questions_for_codes
from nlp.documents.tables.table import Grid, Row
from tests.nlp.documents.forms.made import BANGLA, ENGLISH, FORMATS, NEPALI, read_rows
from tests.nlp.documents.office import saved, workbook

TRUST, TALK = "What does trust mean to you?", "আমরা কীভাবে যোগাযোগ করি?"
ANSWERS = [["Team", "Q1", "Q2"], ["Dhaka", ENGLISH[0], BANGLA[0]], ["Pokhara", NEPALI[0], ENGLISH[1]]]
GIVEN = {(TRUST, ENGLISH[0]), (TALK, BANGLA[0]), (TRUST, NEPALI[0]), (TALK, ENGLISH[1])}


def places(document):
    return {(unit.element, unit.text) for unit in document.units}


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize(
    "below",
    [
        [["", "", ""], [f"Q1: {TRUST}", "", ""], [f"Q2: {TALK}", "", ""]],
        [["q1", TRUST, ""], ["q 2", TALK, ""]],
        [[f"Q1. {TRUST}", "", ""], [f"Q2 - {TALK}", "", ""]],
        [[f"Q১: {TRUST}", "", ""], [f"Q२) {TALK}", "", ""]],
    ],
)
def test_questions_below_the_answers(form, below):
    """However they are written; they are no answers."""
    assert places(read_rows([*ANSWERS, *below], form)) == GIVEN


def test_questions_on_a_sheet_of_their_own():
    """Before the answers or behind them."""
    key = [["Code", "Question"], ["Q1", TRUST], ["Q2", TALK]]
    for sheets in ({"Data": ANSWERS, "Key": key}, {"Key": key, "Data": ANSWERS}):
        assert places(read_document("a.xlsx", saved(workbook(sheets)))) == GIVEN


@pytest.mark.parametrize(
    "below",
    [[], [[f"Q1: {TRUST}", "", ""]], [["Q1", "yes", ""], ["Q2", "no", ""]], [["Q7", TRUST, ""], ["Q8", TALK, ""]]],
)
def test_codes_that_nothing_explains_stay(below):
    """One explanation may be chance, a word is none, and other codes explain others."""
    document = read_rows([*ANSWERS, *below], "csv")
    assert {"Q1", "Q2"} >= {unit.element for unit in document.units} & {"Q1", "Q2", TRUST, TALK}


def test_rows_of_other_codes_are_answers():
    """Somebody with an id who answered one question, and cards that have numbers, are no explanations."""
    answers = [["ID", "Q1", "Q2"], ["P1", ENGLISH[0], ENGLISH[1]], ["P2", ENGLISH[2], ""], ["P3", BANGLA[0], ""]]
    sheets = {"Answers": answers, "Questions": [["Q1", TRUST], ["Q2", TALK]]}
    texts = {unit.text for unit in read_document("a.xlsx", saved(workbook(sheets))).units}
    assert texts == {ENGLISH[0], ENGLISH[1], ENGLISH[2], BANGLA[0]}


def test_a_code_with_two_meanings_means_neither():
    """Nobody can tell which one is asked."""
    grid = Grid("", tuple(Row(n, (cell,)) for n, cell in enumerate(["Q1: one two three", "Q1: four five six"], 1)))
    assert with_questions_for_codes([grid]) == [grid]


@given(st.lists(st.lists(st.sampled_from(["", "Q1", "Q2", "Q1: a b c", "a b c", "আ ক", "🙂"]), max_size=4), max_size=6))
def test_answers_are_never_lost(rows):
    """Whatever the rows: those with more than an explanation stay; one alone may be a header without any answer."""
    grid = Grid("", tuple(Row(at, tuple(cells)) for at, cells in enumerate(rows, 1)))
    kept = {row.number for each in with_questions_for_codes([grid]) for row in each.rows}
    full = {row.number for row in grid.rows if sum(bool(cell) for cell in row.cells) > 2}
    assert len(full) < 2 or full <= kept
