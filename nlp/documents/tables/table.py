"""Tables as readers hand them over: rows of cells; and where in a sheet the table begins."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from nlp.documents.forms.tool_columns import is_tool_column
from nlp.documents.plan import ColumnPlan, HeadingRole, Role
from nlp.documents.tables.column_names import attribute_names, find_columns, meaning
from nlp.documents.tables.level_names import is_level
from nlp.documents.types import MOST_EXAMPLES, Example, LeftOut, Unread
from nlp.messages import Message
from nlp.text.dates.order import DateOrder
from nlp.text.segmentation.segment import tidy

NO_ATTRIBUTES = (
    Role.ANSWERS,
    Role.TEAM_NOTES,
    Role.LEVEL_DESCRIPTORS,
    Role.TEAM_RATINGS,
    Role.ELEMENT_RATINGS,
    Role.IGNORE,
)
_HIGHEST_HEADER = 25
_NEARLY = 0.6
_MOST_TITLES = 4
_WORDS_OF_HEADING = 4
_QUESTION_MARKS = ("?", "？", "؟")
_MOST_SHARED, _LONGEST_SHARED = 4_096, 40


@dataclass(frozen=True, slots=True)
class Row:
    """A row as it stands in the file.

    Attributes:
        number: from 1, rows above the header included.
        cells: as written, "" for an empty one.
        repeated: columns that only repeat the cell above, because the two are merged.
        spanned: columns, empty here, over which the cell to their left is stretched.
    """

    number: int
    cells: tuple[str, ...]
    repeated: frozenset[int] = frozenset()
    spanned: frozenset[int] = frozenset()

    def cell(self, column: int | None) -> str:
        """Return the text of a column, "" where the row is shorter or the column is None."""
        return self.cells[column] if column is not None and column < len(self.cells) else ""


class SharedCells:
    """Makes rows of cells in which short texts that come again and again stand in memory once."""

    def __init__(self) -> None:
        self._seen: dict[str, str] = {}

    def __call__(self, cells: Iterable[str]) -> tuple[str, ...]:
        """Return cells as they are."""
        if len(self._seen) > _MOST_SHARED:
            self._seen.clear()
        once = self._seen.setdefault
        return tuple([once(cell, cell) if len(cell) <= _LONGEST_SHARED else cell for cell in cells])


@dataclass(frozen=True, slots=True)
class Grid:
    """The rows of a file or of one sheet, before it is known where its table begins.

    Attributes:
        delimiter: what parts the cells of a text file, "" for a sheet.
        heading: the heading of running text below which it stands.
        remarks: what must be said of how its rows came about.
    """

    name: str
    rows: tuple[Row, ...]
    delimiter: str = ""
    heading: str = ""
    remarks: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A header with the rows below it.

    Attributes:
        sheet: name of the sheet, "" where the file has only one table.
        columns: meaning ("text", "element" ...) to column.
        settings: `Key: value` cells that stand above the header, by meaning.
        unread: rows that do not fit below the header, why, and how they begin.
        roles: what every column is, as it is found or said; () before that is told.
        headings: number of a row with a heading alone -> what it says of the rows below it.
        date_order: what comes first in its dates where they do not tell.
        sheet_role: what the sheet is, None for nothing that is known.
        whole: whether each cell of text is one note, however long it is.
    """

    sheet: str
    header: Row
    rows: tuple[Row, ...]
    columns: Mapping[str, int]
    settings: Mapping[str, str] = field(default_factory=dict)
    unread: tuple[tuple[Row, Message, str], ...] = ()
    roles: tuple[ColumnPlan, ...] = ()
    headings: Mapping[int, HeadingRole] = field(default_factory=dict)
    sheet_role: HeadingRole | None = None
    date_order: DateOrder | None = None
    whole: bool = False

    def columns_of(self, *roles: Role) -> list[int]:
        """Return the columns that have one of these roles."""
        return [column for column, plan in enumerate(self.roles) if plan.role in roles]


def find_table(grid: Grid, header: Row | None = None) -> Table | None:
    """Return the table below the row, among the first ones, with most known headers; None for an empty grid.

    Rows above it (a title, `Team | Nepal`) hold fewer cells than the header does.

    Args:
        grid: the rows.
        header: the row of the headers where it is known.
    """
    filled = [row for row in grid.rows if any(cell.strip() for cell in row.cells)]
    if not filled:
        return None
    if header is None:
        header = _header(filled[: _HIGHEST_HEADER + 1])
    settings = dict(_settings([row for row in filled if row.number < header.number]))
    rows = tuple(row for row in filled if row.number > header.number)
    return Table(grid.name, header, rows, find_columns(header.cells), settings)


def without_header(grid: Grid) -> Table | None:
    """Return all rows as a table whose columns are called A, B ...; None for an empty grid."""
    width = max((len(row.cells) for row in grid.rows if any(cell.strip() for cell in row.cells)), default=0)
    return find_table(grid, Row(0, tuple(map(_letters, range(width)))))


def _letters(column: int) -> str:
    """Return what spreadsheets call a column: A, Z, AA."""
    ahead, own = divmod(column, 26)
    return (_letters(ahead - 1) if ahead else "") + chr(ord("A") + own)


def _header(rows: Sequence[Row]) -> Row:
    """Return the row with most known headers, of equals one that is nearly as full as the fullest.

    Where none is known it is the first such row, or the short headings with gaps between them above the first texts.
    """
    asked = _question_above(rows[:_HIGHEST_HEADER])
    if asked is not None:
        return asked
    fuller = _fuller_rows(rows[:_HIGHEST_HEADER])
    fuller += [row for row in rows[:_HIGHEST_HEADER] if row not in fuller and _is_asking(row)][:1]
    fuller.sort(key=_filled)
    below = {row.number: following for row, following in pairwise(rows)}
    labels = sum(row.cell(0).rstrip().endswith(_QUESTION_MARKS) for row in rows) > 1
    known = {row.number: _known_headers(row, below.get(row.number), labels) for row in fuller}
    full = [row for row in fuller if _filled(row) >= max(2, _NEARLY * _filled(fuller[-1]))] or fuller
    best = max((*full, *fuller), key=lambda row: known[row.number])
    if known[best.number]:
        return min((row for row in full if known[row.number] == known[best.number]), key=_number, default=best)
    headings = [row for row in fuller if row.number < full[0].number and _filled(row) > 1 and _are_headings(row)]
    return headings[-1] if headings and not _are_headings(full[0]) else full[0]


def _question_above(rows: Sequence[Row]) -> Row | None:
    """Return the one question among the first rows of a list, under a title perhaps; None for anything wider."""
    if any(sum(bool(cell.strip()) for cell in row.cells) > 1 for row in rows):
        return None
    asked = [at for at, row in enumerate(rows) if any(cell.rstrip().endswith(_QUESTION_MARKS) for cell in row.cells)]
    return rows[asked[0]] if len(asked) == 1 and 0 < asked[0] <= _MOST_TITLES and _are_headings(rows[0]) else None


def _is_asking(row: Row) -> bool:
    """Whether most cells of a row are questions: the headers of a form, however full the rows above them are."""
    cells = [cell.rstrip() for cell in row.cells if cell.strip()]
    asked = sum(cell.endswith(_QUESTION_MARKS) for cell in cells)
    return asked >= 2 and asked * 2 >= len(cells)


def _number(row: Row) -> int:
    return row.number


def _are_headings(row: Row) -> bool:
    """Whether the cells of a row are as short as headings are."""
    cells = [cell for cell in row.cells if cell.strip()]
    return sum(len(cell.split()) for cell in cells) <= _WORDS_OF_HEADING * len(cells)


def _fuller_rows(rows: Sequence[Row]) -> list[Row]:
    """Return the rows that have more filled cells than every row above them."""
    fuller: list[Row] = []
    most = 0
    for row in rows:
        count = _filled(row)
        if count > most:
            fuller.append(row)
            most = count
    return fuller


def _filled(row: Row) -> int:
    """Return how many cells are filled; stretched headings fill all of theirs, one that is alone is a title."""
    count = sum(bool(cell.strip()) for cell in row.cells)
    return count + len(row.spanned) if count > 1 else count


def header_names(header: Row) -> tuple[str, ...]:
    """Return the headers of a table for a message."""
    return tuple(tidy(cell)[:40] for cell in header.cells if cell.strip())


def _known_headers(row: Row, below: Row | None, labels: bool) -> int:
    """Return how many cells are known headers; a level above a level is a rating, not the header of a rubric.

    Args:
        row: that may be the header.
        below: the row under it.
        labels: whether the first column holds a question in several rows: then each is the label of its row.
    """
    return sum(
        meaning(cell) is not None
        or is_tool_column(cell)
        or (cell.rstrip().endswith(_QUESTION_MARKS) and not (labels and not column))
        or (is_level(cell) and not (below is not None and is_level(below.cell(column)) and len(row.cells) > 1))
        for column, cell in enumerate(row.cells)
    )


def _settings(rows: Sequence[Row]) -> list[tuple[str, str]]:
    """Return the `Team | Nepal` and `Team: Nepal` rows by the meaning of their key."""
    found: list[tuple[str, str]] = []
    for row in rows:
        cells = [tidy(cell) for cell in row.cells if cell.strip()]
        if len(cells) == 1:
            cells = [part.strip() for part in cells[0].split(":", 1)]
        key = meaning(cells[0])
        if key is not None and len(cells) == 2 and cells[1]:
            found.append((key, cells[1]))
    return found


class UnreadRows:
    """Counts the rows that were not read, or not wholly, with a few examples; begins with those that did not fit."""

    def __init__(self, tables: Sequence[Table]) -> None:
        self._examples: dict[str, list[Example]] = {}
        self._whys: dict[str, Message] = {}
        self._counted: Counter[str] = Counter()
        for table in tables:
            for row, why, text in table.unread:
                self.add(table, row, why, text)

    def add(self, table: Table, row: Row, why: Message, text: str = "") -> None:
        """Count a row and say why."""
        key = why.text
        self._whys.setdefault(key, why)
        self._counted[key] += 1
        examples = self._examples.setdefault(key, [])
        if len(examples) < MOST_EXAMPLES:
            examples.append(Example(_place(table, row), text))

    def done(self) -> Unread:
        """Return the counts with their examples."""
        reasons = (LeftOut(why, self._counted[key], tuple(self._examples[key])) for key, why in self._whys.items())
        return Unread(self._counted.total(), tuple(reasons))


def _place(table: Table, row: Row) -> Message:
    if table.sheet:
        return Message("sheet {sheet}, row {row}", {"sheet": table.sheet, "row": str(row.number)})
    return Message("row {row}", {"row": str(row.number)})


class AttributeColumns:
    """The columns of a table that become attributes, with their names; told once for all rows."""

    def __init__(self, table: Table, without: Collection[int]) -> None:
        names = attribute_names(table.header.cells, table.columns)
        said = {column: plan.name for column, plan in enumerate(table.roles) if plan.name}
        left_out = {*without, *table.columns_of(*NO_ATTRIBUTES)}
        meant = set(table.columns.values())
        sheet = table.sheet if table.sheet_role is not HeadingRole.ELEMENT else ""
        held = {name: value for name, value in table.settings.items() if name != "element"}
        self._settings = {**held, **({"sheet": sheet} if sheet else {})}
        self._names = [
            (column, said.get(column, names[column]))
            for column, header in enumerate(table.header.cells)
            if (header.strip() or column in meant) and column not in left_out
        ]
        self._columns: dict[str, list[int]] = {}
        for column, name in self._names:
            self._columns.setdefault(name, []).append(column)

    def value(self, row: Row, name: str) -> str:
        """Return one attribute of a row, "" where it has none."""
        own = [value for column in self._columns.get(name, ()) if (value := tidy(row.cell(column)))]
        return own[-1] if own else self._settings.get(name, "")

    def of(self, row: Row) -> dict[str, str]:
        """Return the attributes of a row; what holds for the whole table gives way to its own cells."""
        own = {name: value for column, name in self._names if (value := tidy(row.cell(column)))}
        return {**self._settings, **own}


def value_of(table: Table, row: Row, name: str) -> str:
    """Return what a row says under a meaning, or else the settings above the header."""
    return tidy(row.cell(table.columns.get(name))) or table.settings.get(name, "")
