"""What every result can do: become a table of pandas."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pandas import DataFrame


class Framed:
    """A result that has tables (`nlp.frames.results.tables_of`)."""

    __slots__ = ()

    def to_frame(self, table: str = "") -> "DataFrame":
        """Return one of the tables of this result as a pandas DataFrame; the first one if none is named.

        Raises:
            InputError: there is no table of that name; the error names those that there are.
            ManyvoicesError: pandas is not installed.
        """
        from nlp.frames.results import tables_of
        from nlp.frames.table import frame_of

        return frame_of(tables_of(self), table)
