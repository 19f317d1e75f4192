"""Rubrics that are turned: a row for every level, a column for every element."""

from nlp.documents.forms.tool_columns import is_tool_column
from nlp.documents.plan import ColumnPlan, Role
from nlp.documents.tables.column_names import meaning
from nlp.documents.tables.level_names import grade_of, is_level
from nlp.documents.tables.table import Table
from nlp.names import name_key
from nlp.text.segmentation.segment import tidy

_FEWEST_LEVELS = 2
_MOST_LEVELS = 9
_WORDS_OF_DESCRIPTOR = 2
_QUESTION_MARKS = ("?", "？", "؟")


def roles_of_turned_rubric(table: Table) -> tuple[ColumnPlan, ...] | None:
    """Return what the columns of a turned rubric are, None where a table is none.

    Its first column holds levels, each once: they are known ones, or the column is called so.
    """
    levels = [tidy(row.cell(0)) for row in table.rows if row.cell(0).strip()]
    headings = [tidy(cell) for cell in table.header.cells]
    known = sum(grade_of(level) is not None for level in levels)
    if not _FEWEST_LEVELS <= len(levels) <= _MOST_LEVELS or len(set(map(name_key, levels))) < len(levels):
        return None
    called_so = bool(headings) and meaning(headings[0]) == "level"
    if not called_so and (known < _FEWEST_LEVELS or meaning(headings[0]) or is_tool_column(headings[0])):
        return None
    elements = [column for column, heading in enumerate(headings) if column and heading]
    if not elements or any(_is_other(headings[column]) for column in elements):
        return None
    words = [len(row.cell(column).split()) for row in table.rows for column in elements if row.cell(column).strip()]
    if not words or sum(words) < _WORDS_OF_DESCRIPTOR * len(words):
        return None
    roles = [ColumnPlan(heading, Role.IGNORE) for heading in headings]
    roles[0] = ColumnPlan(headings[0], Role.LEVEL)
    for column in elements:
        roles[column] = ColumnPlan(headings[column], Role.ANSWERS, headings[column])
    return tuple(roles)


def is_turned_rubric(table: Table) -> bool:
    """Whether the columns of a table have the roles of a turned rubric."""
    others = table.columns.keys() & {"element", "text", "descriptor", "participant"}
    return "level" in table.columns and bool(table.columns_of(Role.ANSWERS)) and not others


def _is_other(heading: str) -> bool:
    return meaning(heading) is not None or is_level(heading) or heading.endswith(_QUESTION_MARKS)
