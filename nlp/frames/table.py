"""A tidy table: rows of plain values, and columns that say what they mean."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from nlp.errors import InputError, ManyvoicesError
from nlp.messages import Message

if TYPE_CHECKING:
    from pandas import DataFrame

Value = str | int | float | bool | None
"""What stands in a cell; None where there is nothing to say."""

Row = tuple[Value, ...]

NO_PANDAS = Message("pandas is not installed")
INSTALL_IT = Message("Install it: pip install pandas")
SEPARATOR = " | "
"""Between several values in one cell."""


class Kind(StrEnum):
    """What the values of a column are."""

    TEXT = "text"
    WHOLE = "whole number"
    NUMBER = "number"
    TRUTH = "true or false"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Column:
    """A variable.

    Attributes:
        name: short, English and stable: what programs rely on.
        kind: of its values; a date that could not be read stays the text that it was.
        about: template of the sentence that says what it means.
        unit: "seconds", "characters", "0 to 1", "-1 to 1"; "" where there is none.
    """

    name: str
    kind: Kind
    about: str
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Observations of one kind.

    Attributes:
        name: short, English and stable, such as "notes".
        one: what one row is, such as "note": its `kind` in JSON Lines.
        about: template of the sentence that says so.
        columns: in their order.
        rows: a value for every column.
    """

    name: str
    one: str
    about: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...] = ()

    def with_rows(self, rows: Iterable[Row]) -> "Table":
        """Return the same table with these rows."""
        return Table(self.name, self.one, self.about, self.columns, tuple(rows))

    def with_column(self, column: Column, value: Value, place: int = 0) -> "Table":
        """Return the same table with one column more that has the same value everywhere."""
        columns = (*self.columns[:place], column, *self.columns[place:])
        rows = ((*row[:place], value, *row[place:]) for row in self.rows)
        return Table(self.name, self.one, self.about, columns, tuple(rows))

    def dicts(self) -> Iterator[dict[str, Value]]:
        """Yield every row as column -> value."""
        names = [column.name for column in self.columns]
        return (dict(zip(names, row, strict=True)) for row in self.rows)

    def to_frame(self) -> "DataFrame":
        """Return the table as a pandas DataFrame; numbers are nullable, texts stay as they are.

        Raises:
            ManyvoicesError: pandas is not installed.
        """
        try:
            import pandas as pd
        except ImportError as error:
            raise ManyvoicesError("", NO_PANDAS, INSTALL_IT) from error
        values = zip(*self.rows, strict=True) if self.rows else (() for _ in self.columns)
        kinds = (_DTYPES[column.kind] for column in self.columns)
        return pd.DataFrame(
            {
                column.name: pd.Series(list(own), dtype=dtype)
                for column, own, dtype in zip(self.columns, values, kinds, strict=True)
            }
        )


_DTYPES: Mapping[Kind, str] = {
    Kind.TEXT: "object",
    Kind.DATE: "object",
    Kind.WHOLE: "Int64",
    Kind.NUMBER: "Float64",
    Kind.TRUTH: "boolean",
}


def joined(values: Iterable[str]) -> str:
    """Return several values as they stand in one cell."""
    return SEPARATOR.join(values)


def frame_of(tables: Sequence[Table], table: str) -> "DataFrame":
    """Return one of the tables of a result as a pandas DataFrame.

    Args:
        tables: of the result.
        table: its name; "" is the first.

    Raises:
        InputError: the result has no such table.
        ManyvoicesError: pandas is not installed.
    """
    found = next((each for each in tables if not table or each.name == table), None)
    if found is None:
        there = Message("The tables that are there: {names}", {"names": tuple(each.name for each in tables)})
        raise InputError("", Message("there is no table {name}", {"name": table}), there)
    return found.to_frame()
