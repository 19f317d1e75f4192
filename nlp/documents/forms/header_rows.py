"""Headers that stand in two or three rows: SurveyMonkey's questions with their options, Qualtrics' codes and labels."""

from collections.abc import Sequence
from dataclasses import replace

from nlp.documents.tables.column_names import find_columns, meaning
from nlp.documents.tables.table import Row, Table
from nlp.names import name_key
from nlp.text.phrases import phrases
from nlp.text.segmentation.segment import tidy

_RESPONSES = frozenset(
    map(
        name_key,
        phrases(
            """response|responses|open-ended response|open ended response|respuesta|respuesta abierta|réponse
            réponse ouverte
            réponse libre|resposta|resposta aberta|উত্তর|जवाफ|उत्तर|الإجابة|إجابة مفتوحة|جواب|jibu"""
        ),
    )
)
_IMPORT = '{"ImportId"'


def with_one_header(table: Table) -> Table:
    """Return the table with the rows of its headers joined into one."""
    labels = _labelled(table)
    if labels is not None:
        return labels
    if not table.rows or not _goes_on(table.header, table.rows):
        return table
    header = Row(table.header.number, tuple(_joined(table.header, table.rows[0])))
    return replace(table, header=header, rows=table.rows[1:], columns=find_columns(header.cells))


def _labelled(table: Table) -> Table | None:
    """Return the table below its labels where a row of import ids stands below these, None elsewhere."""
    for at, row in enumerate(table.rows[:2]):
        if any(cell.startswith(_IMPORT) for cell in row.cells):
            header = table.rows[at - 1] if at else table.header
            return replace(table, header=header, rows=table.rows[at + 1 :], columns=find_columns(header.cells))
    return None


def _goes_on(header: Row, rows: Sequence[Row]) -> bool:
    """Whether the first row goes on with the headers: it names open answers, or fills the gaps of the headers alone."""
    below = rows[0]
    if any(_is_of_answers(header, rows, column) for column in range(len(below.cells))):
        return True
    width = max(len(header.cells), len(below.cells))
    gaps = [column for column in range(width) if not header.cell(column).strip() and below.cell(column).strip()]
    bare = [column for column in range(width) if header.cell(column).strip() and not below.cell(column).strip()]
    first = next((column for column in range(width) if header.cell(column).strip()), 0)
    filled = sum(bool(row.cell(first).strip()) for row in rows[1:])
    return bool(gaps) and first in bare and len(rows) > 1 and filled * 2 > len(rows) - 1


def _is_of_answers(header: Row, rows: Sequence[Row], column: int) -> bool:
    """Whether a cell below the headers names open answers; in Bangla and Nepali that word also means north."""
    word = name_key(rows[0].cell(column))
    if word not in _RESPONSES or meaning(header.cell(column)) is not None:
        return False
    return not any(name_key(row.cell(column)) == word for row in rows[1:])


def _joined(header: Row, below: Row) -> list[str]:
    names: list[str] = []
    question = ""
    for column in range(max(len(header.cells), len(below.cells))):
        question = tidy(header.cell(column)) or (question if below.cell(column).strip() else "")
        option = tidy(below.cell(column))
        plain = not option or name_key(option) in _RESPONSES
        names.append(question if plain else f"{question}: {option}" if question else option)
    return names
