"""Data frames by what they can do: neither pandas nor polars is imported to read one."""

from collections.abc import Iterable, Sequence
from typing import Any

from nlp.door.wrong import write, wrong_type
from nlp.errors import WrongValue
from nlp.messages import Message

Cells = tuple[Sequence[object], Iterable[Sequence[object]]]
"""Names of columns, and rows."""


def cells_of_frame(handed: Any) -> Cells | None:  # noqa: ANN401 - of any library
    """Return the columns and rows of a DataFrame of pandas or polars; None for anything else.

    An index that has a name is a column too, as in the CSV that pandas writes.

    Raises:
        WrongType: a query of polars that has not been carried out.
        WrongValue: its columns have several levels.
    """
    if hasattr(handed, "collect") and hasattr(handed, "lazy"):
        raise wrong_type("rows", "DataFrame", handed, write("frame.collect()"))
    if not hasattr(handed, "columns"):
        return None
    if hasattr(handed, "iter_rows"):
        return list(handed.columns), handed.iter_rows()
    return _of_pandas(handed) if hasattr(handed, "iloc") else None


def _of_pandas(frame: Any) -> Cells:  # noqa: ANN401 - pandas is imported by whoever hands one in
    if frame.columns.nlevels > 1:
        problem = Message("the columns have names of several levels")
        raise WrongValue("", problem, write('df.columns = [" ".join(map(str, names)) for names in df.columns]'))
    named = [name for name in frame.index.names if name is not None and name not in frame.columns]
    frame = frame.reset_index(level=named) if named else frame
    return list(frame.columns), frame.itertuples(index=False, name=None)
