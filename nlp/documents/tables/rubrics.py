"""Rubrics, long (a descriptor a row) and wide (a column a level)."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from statistics import mean

from nlp.documents.plan import ColumnPlan, Role
from nlp.documents.tables.column_names import language_tag, meaning
from nlp.documents.tables.level_names import is_level
from nlp.documents.tables.table import Row, Table, UnreadRows, value_of
from nlp.documents.tables.totals import is_total
from nlp.documents.types import Descriptor, Rubric
from nlp.documents.unit_ids import settle_languages, stable_id
from nlp.errors import NothingToAnalyse
from nlp.messages import Message
from nlp.names import fold
from nlp.text.phrases import phrases
from nlp.text.segmentation.segment import Piece, segment, tidy
from nlp.text.words import words

_BESIDE_LEVELS = phrases(
    """evidence|example|examples|source|sources|weight|action|actions|owner|responsible|who|when|deadline|next|step|steps
    target|goal|goals|means|verification|guidance|definition|explanation|question|questions|reference|link|date|our|your
    প্রমাণ|উদাহরণ|উৎস|করণীয়|দায়িত্ব|লক্ষ্য|ব্যাখ্যা|সংজ্ঞা|প্রশ্ন|प्रमाण|उदाहरण|स्रोत|कार्य|जिम्मेवार|लक्ष्य|व्याख्या|परिभाषा|प्रश्न|evidencia|ejemplo|ejemplos
    fuente|acción|acciones|responsable|meta|definición|preuve|preuves|exemple|exemples|objectif|définition|evidência
    exemplo|exemplos|fonte|ação|ações|responsável|definição|دليل|أمثلة|مثال|مصدر|ثبوت|ushahidi|mfano|bukti|contoh"""
)
"""Words in headers of columns that stand beside the levels of a rubric."""
_WORDS_OF_LEVEL = 4
_MOSTLY = 0.8
_NUMBERED = re.compile(r"\s*\(?\d\)?\s*[-–—:.)=]*\s*[^\W\d_]")

_NO_DESCRIPTOR = Message("no descriptor")
_NO_ELEMENT = Message("no element")
_NO_LEVEL = Message("no level")


def element_column(table: Table) -> int | None:
    """Return the column of the elements: the one called so, or a first column left of levels without a known name."""
    if "element" in table.columns:
        return table.columns["element"]
    first = table.header.cell(0)
    return None if meaning(first) or is_level(first) or 0 in table.columns_of(Role.LEVEL_DESCRIPTORS) else 0


def level_columns(table: Table) -> list[int]:
    """Return the columns of a wide rubric's levels: those that are said to be.

    Where nothing is said, headers that are known levels, and those between them; else, where every element has one
    row, all other columns.
    """
    said = table.columns_of(Role.LEVEL_DESCRIPTORS)
    if said:
        return said
    headers = table.header.cells
    known = [column for column, name in enumerate(headers) if is_level(name)]
    if len(known) >= 2:
        first, last = _with_described(table, *_with_numbered(headers, known[0], known[-1]))
        return [column for column in range(first, last + 1) if headers[column].strip() and not meaning(headers[column])]
    if "element" not in table.columns or table.columns.keys() & {"text", "note", "descriptor", "level", "participant"}:
        return []
    elements = [row.cell(table.columns["element"]).strip() for row in table.rows]
    if len(set(filter(None, elements))) < len([element for element in elements if element]):
        return []
    return [column for column, name in enumerate(headers) if name.strip() and meaning(name) is None]


def _with_numbered(headers: Sequence[str], first: int, last: int) -> tuple[int, int]:
    """Return the first and last level with those beside them that are numbered as these are: `1 – Starting`."""
    if not any(_NUMBERED.match(headers[column]) for column in range(first, last + 1)):
        return first, last
    while first and _NUMBERED.match(headers[first - 1]):
        first -= 1
    while last + 1 < len(headers) and _NUMBERED.match(headers[last + 1]):
        last += 1
    return first, last


def _with_described(table: Table, first: int, last: int) -> tuple[int, int]:
    """Return the first and last level with those beside them that nobody knows, but that are described as these are."""
    usual = mean(_lengths(table, first) + _lengths(table, last) or [0])
    for column in (last + 1, last + 2):
        if column == last + 1 and _is_described(table, column, usual):
            last = column
    for column in (first - 1, first - 2):
        if column == first - 1 and column > (element_column(table) or 0) and _is_described(table, column, usual):
            first = column
    return first, last


def _is_described(table: Table, column: int, usual: float) -> bool:
    """Whether a column beside levels is one more: a short header below which every row says about as much."""
    header = tidy(table.header.cell(column))
    if not header or meaning(header) or is_total(header) or len(header.split()) > _WORDS_OF_LEVEL:
        return False
    if set(words(fold(header))) & _BESIDE_LEVELS or header.endswith(("?", "？", "؟")):
        return False
    lengths = _lengths(table, column)
    full = sum(any(cell.strip() for cell in row.cells) for row in table.rows)
    return len(lengths) >= _MOSTLY * full and mean(lengths or [0]) >= usual / 2


def _lengths(table: Table, column: int) -> list[int]:
    return [len(row.cell(column).split()) for row in table.rows if row.cell(column).strip()]


def roles_of_wide_rubric(table: Table) -> tuple[ColumnPlan, ...]:
    """Return what the columns of a wide rubric are."""
    roles = list(table.roles)
    element = element_column(table)
    if element is not None:
        roles[element] = replace(roles[element], role=Role.ELEMENT)
    for column in level_columns(table):
        roles[column] = replace(roles[column], role=Role.LEVEL_DESCRIPTORS)
    return tuple(roles)


def _level(table: Table, column: int) -> str:
    """Return the level of a column: as it is said, else its header."""
    said = table.roles[column].name if column < len(table.roles) else ""
    return said or tidy(table.header.cell(column))


@dataclass(frozen=True, slots=True)
class _Said:
    """A descriptor before its language is known."""

    table: Table
    row: Row
    element: str
    level: str
    piece: Piece


def read_long_rubric(source: str, tables: Sequence[Table], languages: Collection[str] | None) -> Rubric:
    """Return a rubric that has one descriptor a row, or one a row for every element; an empty element repeats."""
    said: list[_Said] = []
    unread = UnreadRows(tables)
    for table in tables:
        if turned := table.columns_of(Role.ANSWERS):
            said += _of_turned(table, turned, unread)
            continue
        column = table.columns.get("descriptor", table.columns.get("text"))
        element, level = table.settings.get("element", ""), ""
        for row in table.rows:
            named = tidy(row.cell(table.columns.get("element")))
            level = value_of(table, row, "level") or (level if not named else "")
            element = named or element
            pieces = segment(row.cell(column), keep_notes=True)
            if element and level and pieces:
                said += [_Said(table, row, element, level, piece) for piece in pieces]
            else:
                unread.add(table, row, _NO_DESCRIPTOR if not pieces else _NO_LEVEL if element else _NO_ELEMENT)
    return _rubric(source, said, unread, languages)


def _of_turned(table: Table, columns: Sequence[int], unread: UnreadRows) -> list[_Said]:
    """Return the descriptors of a rubric with a row for every level and a column for every element."""
    said: list[_Said] = []
    level = ""
    for row in table.rows:
        level = value_of(table, row, "level") or level
        own = [
            _Said(table, row, table.roles[column].name or table.roles[column].header, level, piece)
            for column in columns
            for piece in segment(row.cell(column), keep_notes=True)
        ]
        said += own if level else []
        if not own or not level:
            unread.add(table, row, _NO_DESCRIPTOR if level else _NO_LEVEL)
    return said


def read_wide_rubric(source: str, tables: Sequence[Table], languages: Collection[str] | None) -> Rubric:
    """Return a rubric with a column for every level; the lines, bullets or long sentences of a cell are descriptors."""
    said: list[_Said] = []
    unread = UnreadRows(tables)
    for table in tables:
        element = table.settings.get("element", "")
        levels = [(column, _level(table, column)) for column in level_columns(table)]
        for row in table.rows:
            element = tidy(row.cell(element_column(table))) or element
            cells = [(level, row.cell(column)) for column, level in levels]
            own = [
                _Said(table, row, element, level, piece)
                for level, cell in cells
                for piece in segment(cell, keep_notes=True)
            ]
            said += own if element else []
            if not own or not element:
                unread.add(table, row, _NO_DESCRIPTOR if element else _NO_ELEMENT)
    return _rubric(source, said, unread, languages)


def _rubric(source: str, said: Sequence[_Said], unread: UnreadRows, languages: Collection[str] | None) -> Rubric:
    if not said:
        raise NothingToAnalyse(source, Message("there is no descriptor in the rubric"), Message("Fill in its cells"))
    declared = [language_tag(value_of(one.table, one.row, "language")) for one in said]
    told = settle_languages([one.piece.text for one in said], declared, languages)
    descriptors = tuple(
        Descriptor(
            id=stable_id(
                source, one.table.sheet, one.row.number, one.element, one.level, one.piece.start, one.piece.text
            ),
            element=one.element,
            level=one.level,
            text=one.piece.text,
            language=language,
            source=source,
            line=one.row.number,
            team=value_of(one.table, one.row, "team"),
            version=value_of(one.table, one.row, "version"),
        )
        for one, language in zip(said, told, strict=True)
    )
    return Rubric(source, descriptors, unread.done())
