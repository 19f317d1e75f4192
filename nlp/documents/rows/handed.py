"""What can be handed in, for those who check types; neither pandas nor polars is needed for that."""

from collections.abc import Iterable, Mapping, Sequence
from os import PathLike
from typing import Any, Protocol, TypeAlias


class Frame(Protocol):
    """A DataFrame of pandas or polars."""

    @property
    def columns(self) -> Any:  # noqa: ANN401 - an Index there, a list here
        """The names of its columns."""


class Readable(Protocol):
    """An open file, of text or of bytes."""

    def read(self, size: int = ..., /) -> str | bytes:
        """The next part of it."""


Row: TypeAlias = Mapping[str, Any] | Sequence[Any]
"""Column -> value; or the cells of a row, the headers in the first one, as `csv.reader` gives them."""

File: TypeAlias = str | PathLike[str] | bytes | Readable
"""A path (a text is always a path), the bytes of a file, or an open one."""

Rows: TypeAlias = Frame | Iterable[Row] | Mapping[str, Iterable[Any]]
"""A data frame, rows, or column -> its values."""

Texts: TypeAlias = Iterable[str | None]
"""One text each; None where there is none."""

Column: TypeAlias = str | int
"""The name of a column; data frames without names have numbers."""
