"""Tables whose headers alone do not say what they are: answers to a form, walls of notes, matrices of ratings."""

import re
from dataclasses import replace

from nlp.documents.forms.boards import is_team, roles_of_matrix, roles_of_wall
from nlp.documents.forms.questions import is_asked, roles_of_form
from nlp.documents.forms.tool_columns import is_tool_column
from nlp.documents.plan import ColumnPlan, Role
from nlp.documents.tables.column_names import meaning
from nlp.documents.tables.roles import with_roles
from nlp.documents.tables.table import Table
from nlp.names import name_key
from nlp.text.phrases import phrases

_FEW_TOOL_COLUMNS = 2
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
    if kind == "" or _is_by_teams(table, kind):
        board = roles_of_matrix(table) or (None if tools else roles_of_wall(table))
        if board is not None:
            return with_roles(table, board)
    form = roles_of_form(table)
    if _is_form(table, form, kind, tools):
        return with_roles(table, form)
    if kind == "notes":
        return with_roles(table, _of_notes(table, form, tools))
    return with_roles(table, form) if kind == "" and tools >= _FEW_TOOL_COLUMNS else table


def _is_by_teams(table: Table, kind: str) -> bool:
    """Whether what looks like a wide rubric has a column for every team instead of every level."""
    others = [cell for column, cell in enumerate(table.header.cells) if cell.strip() and column]
    return kind == "rubric" and len(others) > 1 and all(map(is_team, others))


def _is_form(table: Table, form: tuple[ColumnPlan, ...], kind: str, tools: int) -> bool:
    questions = [plan for plan in form if plan.role is Role.ANSWERS]
    asked = [plan for plan in questions if is_asked(plan.header) and meaning(plan.header) is None]
    if not questions or {"text", "element"} <= table.columns.keys():
        return False
    if tools >= _FEW_TOOL_COLUMNS:
        return kind != "notes" or len(questions) > 1 or "text" not in table.columns
    if kind == "notes":
        return len(questions) > 1 and "element" not in table.columns and bool(asked or tools)
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
