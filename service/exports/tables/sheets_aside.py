"""openpyxl puts the sheets of a large workbook aside in files: they go also where the workbook is not made."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from errno import ENOSPC
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from openpyxl import Workbook

NO_ROOM = "IO_ENOSPC"
"""How lxml, with which openpyxl writes, says that there is no room."""


@contextmanager
def put_aside(book: "Workbook") -> Iterator[None]:
    """Let sheets be written to a workbook; in the end nothing of them is left aside, which is what people wrote.

    Raises:
        OSError: there is no room for them.
    """
    try:
        yield
    except Exception as error:
        for sheet in book.worksheets:
            _forget(sheet)
        if NO_ROOM in str(error):
            raise OSError(ENOSPC, os.strerror(ENOSPC)) from error
        raise


def _forget(sheet: Any) -> None:  # noqa: ANN401 - openpyxl has no other way
    writer = getattr(sheet, "_writer", None)
    if writer is None:
        return
    for writing in (sheet._rows, writer.xf):
        with suppress(Exception):  # what it holds back cannot be written either
            writing.close()
    with suppress(OSError, ValueError):  # it is gone
        writer.cleanup()
