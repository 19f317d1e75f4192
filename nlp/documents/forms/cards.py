"""Exports of boards with a card in every row: retrospectives, Trello, Padlet and the like."""

from dataclasses import replace

from nlp.documents.forms.answer_kinds import AnswerKind, answers_in, kind_of_answers
from nlp.documents.plan import ColumnPlan, Role
from nlp.documents.tables.roles import told_by_headers
from nlp.documents.tables.table import Table
from nlp.names import name_key
from nlp.text.phrases import phrases

_LISTS = frozenset(
    map(
        name_key,
        phrases(
            """column|column name|column title|list|list name|lane|lane name|bucket|bucket name|section|section name
            columna|lista|colonne|liste|coluna|কলাম|তালিকা|खण्ड|स्तम्भ|सूची"""
        ),
    )
)
_CARDS = frozenset(
    map(
        name_key,
        phrases(
            """card|cards|card name|card title|card text|card content|card description|sticky|sticky note|sticky text
            post-it|post it|tarjeta|tarjetas|carte|cartes|cartão|cartões|কার্ড|कार्ड"""
        ),
    )
)
_WRITTEN = frozenset(
    map(name_key, phrases("title|description|content|body|text|título|descripción|titre|শিরোনাম|বিবরণ|शीर्षक|विवरण"))
)
_WORDS_OF_CARD = 2


def roles_of_cards(table: Table, form: tuple[ColumnPlan, ...]) -> list[ColumnPlan] | None:
    """Return what the columns of a board's export are, None where a table is none.

    It has a column that says in which list of the board each card hangs, and one with the words of the card, or two
    with its title and its description. A column that is called element says it better than the list.

    Args:
        table: with its header.
        form: what its columns are if it is a form.
    """
    keys = [name_key(cell) for cell in table.header.cells]
    lists = [column for column, key in enumerate(keys) if key in _LISTS]
    cards = [column for column, key in enumerate(keys) if key in _CARDS and _is_written(table, column)]
    written = [column for column, key in enumerate(keys) if key in _WRITTEN and _is_written(table, column)]
    if len(lists) != 1 or not (cards or len(written) > 1):
        return None
    beside = [replace(plan, role=Role.ATTRIBUTE) if plan.role is Role.ANSWERS else plan for plan in form]
    roles = told_by_headers(table, beside)
    for column in {*cards, *written}:
        roles[column] = ColumnPlan(roles[column].header, Role.TEXT)
    if not any(plan.role is Role.ELEMENT for plan in roles):
        roles[lists[0]] = ColumnPlan(roles[lists[0]].header, Role.ELEMENT)
    return roles


def _is_written(table: Table, column: int) -> bool:
    """Whether people wrote words into a column, not marks or numbers."""
    answers = answers_in(row.cell(column) for row in table.rows)
    said = sum(len(answer.split()) for answer in answers)
    return said >= _WORDS_OF_CARD * len(answers) > 0 and kind_of_answers(answers) in (AnswerKind.FREE, AnswerKind.SHORT)
