"""Tables whose headers alone do not say what they are: answers to a form, walls of notes, matrices of ratings."""

import re
from collections.abc import Sequence
from dataclasses import replace

from nlp.documents.forms.answer_kinds import AnswerKind, answers_in, kind_of_answers
from nlp.documents.forms.boards import are_teams, roles_of_matrix, roles_of_wall
from nlp.documents.forms.cards import roles_of_cards
from nlp.documents.forms.questions import asks_for_comments, is_asked, is_question, roles_of_form
from nlp.documents.forms.tool_columns import is_tool_column
from nlp.documents.forms.turned_rubrics import roles_of_turned_rubric
from nlp.documents.plan import ColumnPlan, Role
from nlp.documents.tables.column_names import meaning
from nlp.documents.tables.roles import told_by_headers, with_roles
from nlp.documents.tables.table import Table
from nlp.names import name_key
from nlp.text.phrases import phrases
from nlp.text.segmentation.segment import tidy

_FEW_TOOL_COLUMNS = 2
_FEWEST_NOTES = 2
_WORDS_OF_HEADING = 4
_WORDS_OF_TITLE = 2
_NOTES = tuple(
    phrases("নোট|মতামত|মন্তব্য|উত্তর|ভাবনা|পরামর্শ|कुरा|टिपोट|टिप्पणी|विचार|सुझाव|जवाफ|मत|notes|comments|answers|thoughts")
)
"""How the heading of notes may say what stands below it."""

_WORDS_OF_NOTE = 4
_SENTENCE = re.compile(r"[.!।॥۔]$")
_MACHINE_WRITTEN = re.compile(r"[\d\W_]*|\S*[\d@:/]\S*|\d[\w\s:./+-]*")
_SECTIONS = phrases("section|column|shelf|sección|columna|section name|colonne|seção|coluna|বিভাগ|কলাম|खण्ड|स्तम्भ")
_SUBJECTS = phrases("subject|title|post title|asunto|título|sujet|titre|assunto|শিরোনাম|शीर्षक")
"""Columns of a board's posts: the section under which each hangs, and its title, in which many people write it all."""


def with_roles_of_forms(table: Table, kind: str) -> Table:
    """Return the table with what is told from its cells, where that says more than its headers.

    Args:
        table: with the roles that its headers give.
        kind: what it is by its headers; "" for nothing that is known.
    """
    if kind == "ratings" or not table.rows:
        return table
    tools = sum(map(is_tool_column, table.header.cells))
    form = roles_of_form(table)
    if (cards := roles_of_cards(table, form)) is not None:
        return with_roles(table, cards)
    whole = _of_one_piece(table, kind, tools) if kind in ("", "rubric") else None
    if whole is not None:
        return whole
    if kind == "roster" and (written := _column_of_notes(table, form)) is not None:
        noted = [replace(own, role=Role.TEXT) if at == written else own for at, own in enumerate(table.roles)]
        return with_roles(table, _of_notes(with_roles(table, noted), form, tools))
    if kind == "" and (told := _notes_of_elements(table, form)) is not None:
        return with_roles(table, told)
    if _is_form(table, form, kind, tools):
        return with_roles(table, form)
    if kind == "notes":
        return with_roles(table, _of_notes(table, form, tools))
    return with_roles(table, form) if kind == "" and tools >= _FEW_TOOL_COLUMNS else table


def _of_one_piece(table: Table, kind: str, tools: int) -> Table | None:
    """Return a table whose cells are all of one sort: a turned rubric, a matrix, a wall, a list of notes."""
    may_be_wall = not tools and (kind == "" or _is_by_teams(table, kind))
    roles = (
        (None if tools or kind else roles_of_turned_rubric(table))
        or roles_of_matrix(table)
        or (roles_of_wall(table) if may_be_wall else None)
    )
    if roles is not None:
        return with_roles(table, roles)
    return _list_of_notes(table) if kind == "" else None


def _list_of_notes(table: Table) -> Table | None:
    """Return a table with one column of text, below no question, as notes; None for any other.

    What stands above them is their heading, or the first of them where nobody wrote a heading.
    """
    width = max(len(row.cells) for row in (table.header, *table.rows))
    filled = [column for column in range(width) if any(row.cell(column).strip() for row in table.rows)]
    texts = [column for column in filled if kind_of_answers(answers_in([row.cell(column) for row in table.rows]))
             is AnswerKind.FREE]  # fmt: skip
    numbered = all(_is_machine_written(table, column) for column in filled if column not in texts)
    if len(texts) != 1 or not numbered or len(table.rows) < _FEWEST_NOTES:
        return None
    above = tidy(table.header.cell(texts[0]))
    if is_question(above):
        return None
    below = [tidy(row.cell(texts[0])) for row in table.rows if row.cell(texts[0]).strip()]
    heading = len(above.split()) <= _WORDS_OF_HEADING and not _SENTENCE.search(above) and not _is_like(above, below)
    header = table.header if heading else replace(table.header, cells=("",) * width)
    rows = table.rows if heading else (table.header, *table.rows)
    roles = [ColumnPlan(tidy(header.cell(column)), Role.IGNORE) for column in range(width)]
    roles[texts[0]] = replace(roles[texts[0]], role=Role.TEXT)
    return with_roles(replace(table, header=header, rows=rows), roles)


def _is_like(above: str, notes: Sequence[str]) -> bool:
    """Whether what stands above notes is one of them: of three words or more, it begins and is as long as they are."""
    if any(word.startswith(_NOTES) for word in above.split()):
        return False
    length = len(above.split())
    small = above[:1].islower()
    alike = [note for note in notes if note[:1].islower() == small and len(note.split()) < 2 * length]
    return length > _WORDS_OF_TITLE and (small or not notes[0][:1].isupper()) and len(alike) * 2 >= len(notes)


def _notes_of_elements(table: Table, form: Sequence[ColumnPlan]) -> list[ColumnPlan] | None:
    """Return the roles of a table with a column of elements and one of text, whatever that one is called."""
    free = [column for column, plan in enumerate(form) if plan.role is Role.ANSWERS]
    if "element" not in table.columns or len(free) != 1:
        return None
    roles = told_by_headers(table, form)
    roles[free[0]] = ColumnPlan(roles[free[0]].header, Role.TEXT)
    return roles


def _column_of_notes(table: Table, form: tuple[ColumnPlan, ...]) -> int | None:
    """Return the one column of text beside people who stand there again and again: a roster names each once."""
    names = [name_key(row.cell(table.columns["participant"])) for row in table.rows]
    free = [column for column, plan in enumerate(form) if plan.role is Role.ANSWERS]
    if len(free) != 1 or len(set(filter(None, names))) * 2 > len(names) or is_question(table.header.cell(free[0])):
        return None
    words = [len(row.cell(free[0]).split()) for row in table.rows if row.cell(free[0]).strip()]
    return free[0] if sum(words) >= _WORDS_OF_NOTE * len(words) else None


def _is_by_teams(table: Table, kind: str) -> bool:
    """Whether what looks like a wide rubric has a column for every team instead of every level."""
    others = [cell for column, cell in enumerate(table.header.cells) if cell.strip() and column]
    return kind == "rubric" and are_teams(others)


def _is_form(table: Table, form: tuple[ColumnPlan, ...], kind: str, tools: int) -> bool:
    questions = [plan for plan in form if plan.role is Role.ANSWERS]
    asked = [plan for plan in questions if is_asked(plan.header) and meaning(plan.header) is None]
    if not questions or {"text", "element"} <= table.columns.keys():
        return False
    if tools >= _FEW_TOOL_COLUMNS:
        return kind != "notes" or len(questions) > 1 or "text" not in table.columns
    if kind == "notes":
        comments = "text" not in table.columns and asks_for_comments(table.header.cell(table.columns.get("note")))
        others = len(questions) - 1
        return others > 0 and "element" not in table.columns and bool(asked or tools or (comments and others > 1))
    if kind == "roster":
        others = sum(plan.role in (Role.ATTRIBUTE, Role.CLOSED) for plan in form)
        return bool(asked or tools) or len(questions) >= max(2, others)
    others = sum(plan.role is not Role.IGNORE for plan in form) > 1
    return kind == "" and (bool(asked) or (others and (bool(tools) or len(questions) > 1)))


def _is_machine_written(table: Table, column: int) -> bool:
    """Whether a column holds numbers, moments, addresses and the like: words that people wrote are never dropped."""
    return all(_MACHINE_WRITTEN.fullmatch(row.cell(column).strip()) for row in table.rows)


def _of_notes(table: Table, form: tuple[ColumnPlan, ...], tools: int) -> list[ColumnPlan]:
    """Return the roles of notes: a tool's own columns are no attributes; a board's sections are elements."""
    roles = list(table.roles)
    for column, (own, found) in enumerate(zip(table.roles, form, strict=True)):
        if own.role is not Role.ATTRIBUTE:
            continue
        if found.role is Role.IGNORE and is_tool_column(own.header) and _is_machine_written(table, column):
            roles[column] = replace(own, role=Role.IGNORE)
        elif tools and name_key(own.header) in _SECTIONS and "element" not in table.columns:
            roles[column] = replace(own, role=Role.ELEMENT)
        elif tools and name_key(own.header) in _SUBJECTS and found.role is not Role.IGNORE:
            roles[column] = replace(own, role=Role.TEXT)
    return roles
