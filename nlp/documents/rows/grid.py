"""Rows to the grid that a CSV of the same content gives, so that one understanding of columns serves both."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, is_dataclass
from itertools import chain, islice
from numbers import Real
from typing import Any

from nlp.documents.plan import AS_FOUND, FilePlan, TablePlan
from nlp.documents.rows.frames import cells_of_frame
from nlp.documents.tables.table import Grid, Row, SharedCells
from nlp.door.attributes import ONE_VALUE
from nlp.door.values import NotOneValue, as_text, is_missing
from nlp.door.wrong import write, wrong_type
from nlp.errors import Overgrown, WrongValue
from nlp.messages import Message

MOST_ROWS = 700_000
"""As many as a file may have lines."""

NO_TEXT = Message("Write it as text, or None where there is none")
_ROWS = "DataFrame | list[dict] | dict[str, list] | list[str]"
_Records = tuple[list[object], list[Sequence[object]]]


@dataclass(frozen=True, slots=True)
class HandedRows:
    """What rows hold.

    Attributes:
        grid: the header in row 1, as a CSV has it, and the first row in row 2.
        headed: whether the columns have their names beside the rows; otherwise the header is one of the rows.
        texts: whether each row is a text alone.
        no_texts: row number, column -> a value there that is neither text nor missing: a number, several texts.
    """

    grid: Grid
    headed: bool = True
    texts: bool = False
    no_texts: Mapping[tuple[int, int], object] = field(default_factory=dict)

    @property
    def layout(self) -> FilePlan:
        """Where the header is, if that is known."""
        return FilePlan(tables=(TablePlan(header_row=1),)) if self.headed else AS_FOUND

    def place(self, number: int) -> str:
        """Return how Python reaches the row of this number."""
        return f"rows[{number - (2 if self.headed else 1)}]"


def rows_of(handed: object, columns: Sequence[str], column_of_texts: str = "") -> HandedRows:
    """Return the rows of a data frame, of records, of columns, of lists, or of texts.

    Args:
        handed: what holds them; a generator is gone through once.
        columns: that rows need, for the messages.
        column_of_texts: the header of texts that are handed in alone, "" where that makes no sense.

    Raises:
        WrongType: it holds no rows, or a cell is no single value.
        WrongValue: columns of different lengths, or with names of several levels.
        Overgrown: there are more than `MOST_ROWS`.
    """
    example = f"[{{{', '.join(f'{json.dumps(name)}: ...' for name in columns)}}}, ...]"
    if (cells := cells_of_frame(handed)) is not None:
        return _headed(*cells)
    if isinstance(handed, Mapping):
        return _headed(*_of_columns(handed))
    if not isinstance(handed, Iterable) or isinstance(handed, set | frozenset):
        call = "sorted(rows)" if isinstance(handed, set | frozenset) else example
        raise wrong_type("rows", _ROWS, handed, write(call))
    items = _within(handed)
    first = next((item for item in items if not is_missing(item)), "" if items else None)
    if isinstance(first, str | Real | bytes) and column_of_texts:
        return _of_texts(items, column_of_texts)
    if first is None:
        return HandedRows(Grid("", ()))
    listed = isinstance(first, list | tuple) and not _is_record(first)
    return _of_lists(items, example) if listed else _headed(*_of_records(items, example))


def _within(handed: Iterable[Any]) -> list[Any]:
    items = list(islice(handed, MOST_ROWS + 1))
    if len(items) > MOST_ROWS:
        problem = Message("there are more than {most} rows", {"most": MOST_ROWS})
        raise Overgrown("", problem, Message("Split it and hand in the parts"))
    return items


def _of_texts(items: Sequence[object], header: str) -> HandedRows:
    for at, item in enumerate(items):
        if not isinstance(item, str) and not is_missing(item):
            raise wrong_type(header, "str | None", item, NO_TEXT, f"rows[{at}]")
    rows = (Row(at, (as_text(item),)) for at, item in enumerate(items, 2))
    return HandedRows(Grid("", (Row(1, (header,)), *rows)), texts=True)


def _of_lists(items: Sequence[object], example: str) -> HandedRows:
    """Return rows as `csv.reader` gives them."""
    for at, item in enumerate(items):
        if not isinstance(item, list | tuple):
            raise wrong_type("the row", "list", item, write(example), f"rows[{at}]")
    shared, wrong = SharedCells(), dict[tuple[int, int], object]()
    rows = tuple(
        Row(number, shared(_cells(cells, number, wrong, f"rows[{number - 1}]")))  # type: ignore[arg-type]
        for number, cells in enumerate(items, 1)
    )
    return HandedRows(Grid("", rows), headed=False, no_texts=wrong)


def _of_columns(columns: Mapping[Any, Any]) -> _Records:
    """Return the rows of column -> values; these may be a mapping of their own, as `DataFrame.to_dict` has it."""
    values: list[list[object]] = []
    for name, own in columns.items():
        if isinstance(own, str | bytes) or not isinstance(own, Iterable):
            raise wrong_type(f"the column {name}", "list", own, write("[row]"))
        values.append(_within(own.values() if isinstance(own, Mapping) else own))
    lengths = {len(own) for own in values}
    if len(lengths) > 1:
        problem = Message("the columns have different lengths: {lengths}", {"lengths": _lengths(columns, values)})
        raise WrongValue("", problem, Message("Give every column one value a row, None where there is none"))
    return list(columns), list(zip(*values, strict=True))


def _lengths(names: Iterable[object], values: Sequence[Sequence[object]]) -> tuple[str, ...]:
    return tuple(f"{name} {len(own)}" for name, own in zip(names, values, strict=True))


def _of_records(items: Sequence[object], example: str) -> _Records:
    """Return rows of column -> value, the columns in the order in which they come first."""
    records = [_record(item, at, example) for at, item in enumerate(items)]
    names = dict.fromkeys(chain.from_iterable(records))
    return list(names), [[record.get(name) for name in names] for record in records]


def _is_record(item: object) -> bool:
    return hasattr(item, "_asdict") or hasattr(item, "keys")


def _record(item: Any, at: int, example: str) -> Mapping[Any, Any]:  # noqa: ANN401 - rows of any library
    """Return a row as column -> value: of a mapping, a named tuple, a row of SQL, a dataclass."""
    if isinstance(item, Mapping):
        return item
    if hasattr(item, "_asdict"):
        return dict(item._asdict())
    if hasattr(item, "keys") and hasattr(item, "__getitem__"):
        return {name: item[name] for name in item.keys()}  # noqa: SIM118 - a row of sqlite3 gives its values otherwise
    if is_dataclass(item) and not isinstance(item, type):
        return {each.name: getattr(item, each.name) for each in fields(item)}
    raise wrong_type("the row", "dict", item, write(example), f"rows[{at}]")


def _headed(names: Sequence[object], rows: Iterable[Sequence[object]]) -> HandedRows:
    shared, wrong = SharedCells(), dict[tuple[int, int], object]()
    header = _header(names)
    below = (
        Row(number, shared(_cells(cells, number, wrong, f"rows[{number - 2}]", header)))
        for number, cells in enumerate(_within(rows), 2)
    )
    return HandedRows(Grid("", (Row(1, header), *below)) if header else Grid("", ()), no_texts=wrong)


def _header(names: Sequence[object]) -> tuple[str, ...]:
    try:
        return tuple(map(as_text, names))
    except NotOneValue:
        wrong = next(name for name in names if isinstance(name, tuple) or not isinstance(name, str))
        raise wrong_type("the name of a column", "str", wrong, ONE_VALUE) from None


def _cells(
    values: Sequence[object], number: int, wrong: dict[tuple[int, int], object], place: str, header: Sequence[str] = ()
) -> Iterator[str]:
    """Yield the cells of a row, and note those that are no text."""
    for column, value in enumerate(values):
        if isinstance(value, str):
            yield as_text(value)
            continue
        text = _cell(value, (header[column] if column < len(header) else "") or f"column {column}", place)
        if text:
            wrong[number, column] = value
        yield text


def _cell(value: object, name: str, place: str) -> str:
    try:
        return as_text(value)
    except NotOneValue:
        return _listed(value, name, place)


def _listed(value: object, name: str, place: str) -> str:
    """Return a list of texts as a cell holds several of them."""
    if isinstance(value, list | tuple) or type(value).__name__ in ("ndarray", "Series"):
        items = list(value)  # type: ignore[call-overload]
        if all(isinstance(item, str) for item in items):
            return "\n".join(map(as_text, items))
    raise wrong_type(name, "str", value, ONE_VALUE, place)
