"""What every result can do, each on first use: nothing here is loaded before it is asked for."""

from typing import TYPE_CHECKING, Any, Self

from nlp.frozen import Immutable

if TYPE_CHECKING:
    from pandas import DataFrame


class Result(Immutable):
    """What a function of the analysis gives back, and what a file holds."""

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

    def to_dict(self) -> dict[str, Any]:
        """Return its fields as texts, numbers, truths, lists and dictionaries, None where there is nothing.

        Attributes of notes stand beside their own fields too, where no field has their name.
        """
        from nlp.results.plain import plain

        return plain(self)

    def to_json(self, *, indent: int | None = None) -> str:
        """Return `to_dict` as JSON text, letters of every script as they are; halves of signs become U+FFFD.

        Args:
            indent: spaces before each field of a deeper level; None writes one line.

        Raises:
            InputError: a number is not finite, which JSON cannot say.
        """
        from nlp.results.json_text import written

        return written(self, indent)

    @classmethod
    def from_json(cls, text: str | bytes) -> Self:
        """Return the result of which `to_json` made a text, equal to it.

        What the API gives for such a result is read as well, and what the command prints with `--json` for one.

        Raises:
            InputError: the text is no JSON, another kind of result, or that of another release.
        """
        from nlp.results.read_back import read

        return read(cls, text)

    def __repr__(self) -> str:
        """Return what it is, in one line, however much it holds."""
        from nlp.results.short import short

        return short(self)

    def _repr_html_(self) -> str:
        """Return a small table for notebooks."""
        from nlp.results.notebook import shown

        return shown(self)
