"""The cells of a sheet and the strings of a workbook, read as a stream within a budget."""

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from string import ascii_uppercase

from nlp.documents.office_xml import Handler, TooMuch
from nlp.documents.tables.table import Row, SharedCells

LAST_ROW, LAST_COLUMN = 1_048_576, 16_384
_REFERENCE = re.compile("([A-Z]{1,3})([0-9]{1,7})")
_NAMED = 702
_COLUMN_NAMES = [*ascii_uppercase, *(first + second for first in ascii_uppercase for second in ascii_uppercase)]
"""Of the columns A to ZZ: cells stand one behind the other, so that what each is called is known before."""
_TRUTHS = {"1": "True", "0": "False"}


@dataclass(slots=True)
class Budget:
    """What is left for a workbook.

    Attributes:
        elements: of its XML.
        rows: that hold something; each may become a note of a kilobyte in memory.
        cells: of its rows, empty ones up to the last that is filled too.
        text: characters in its cells, merged and shared ones as often as they are shown.
    """

    elements: int = 4_000_000
    rows: int = 250_000
    cells: int = 10_000_000
    text: int = 30_000_000

    def take(self, *, elements: int = 0, rows: int = 0, cells: int = 0, text: int = 0) -> None:
        """Use some of it; `TooMuch` where that is more than is left."""
        self.elements -= elements
        self.rows -= rows
        self.cells -= cells
        self.text -= text
        if min(self.elements, self.rows, self.cells, self.text) < 0:
            raise TooMuch


class _Words(Handler):
    """Collects the text of `<t>`, without how it is pronounced (`<rPh>`).

    Its methods are called for every element of a sheet, a million times and more: they do as little as they can.
    """

    def __init__(self, budget: Budget) -> None:
        self._budget = budget
        self._pieces: list[str] = []
        self._takes = False
        self._spoken = False

    def start(self, name: str, attributes: dict[str, str]) -> None:  # noqa: ARG002
        budget = self._budget
        budget.elements -= 1
        if budget.elements < 0:
            raise TooMuch
        if name == "t":
            self._takes = not self._spoken
        elif name == "rPh":
            self._spoken = True

    def end(self, name: str) -> None:
        self._takes = False
        if name == "rPh":
            self._spoken = False

    def text(self, text: str) -> None:
        if self._takes:
            self._pieces.append(text)

    def taken(self) -> str:
        """Return the text so far and begin again."""
        pieces = self._pieces
        text = pieces[0] if len(pieces) == 1 else "".join(pieces)
        pieces.clear()
        return text.replace("x005F_", "")


class Strings(_Words):
    """The shared strings of a workbook, in `found`."""

    def __init__(self, budget: Budget) -> None:
        super().__init__(budget)
        self.found: list[str] = []

    def end(self, name: str) -> None:
        """Take a string that ends."""
        self._takes = False
        if name == "si":
            self.found.append(self.taken())
        elif name == "rPh":
            self._spoken = False


class Sheet(_Words):
    """The rows of a sheet.

    Args:
        strings: of the workbook.
        convert: number and style -> the cell as a person reads it.
        budget: of the workbook.
    """

    def __init__(self, strings: Sequence[str], convert: Callable[[str, int], str], budget: Budget) -> None:
        super().__init__(budget)
        self._strings = strings
        self._convert = convert
        self._rows: dict[int, list[str]] = {}
        self._merged: list[tuple[int, int, int]] = []
        self._stretched: dict[int, list[tuple[int, int]]] = {}
        self._row = self._column = self._next = 0
        self._number = "0"
        self._kind, self._style = "n", "0"

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Take a row, a cell or a merged area that begins."""
        budget = self._budget
        budget.elements -= 1
        if budget.elements < 0:
            raise TooMuch
        if name == "c":
            self._begin_cell(attributes)
        elif name == "v":
            self._takes = True
        elif name == "t":
            self._takes = not self._spoken
        elif name == "row":
            self._row = int(float(attributes["r"])) if "r" in attributes else self._row + 1
            self._number = str(self._row)
            self._next = 0
        elif name == "rPh":
            self._spoken = True
        elif name == "mergeCell":
            self._merge(attributes.get("ref", ""))

    def end(self, name: str) -> None:
        """Take a cell that ends."""
        self._takes = False
        if name == "c":
            if self._pieces:
                value = self._value()
                if value:
                    self._keep(value)
        elif name == "rPh":
            self._spoken = False

    def rows(self) -> tuple[Row, ...]:
        """Return the rows that hold something, cells of merged areas in each of their rows."""
        numbers = sorted(number for number, cells in self._rows.items() if any(map(str.strip, cells)))
        repeated = self._fill(numbers)
        widest = max((len(self._rows[number]) for number in numbers), default=0)
        none: frozenset[int] = frozenset()
        shared = SharedCells()
        return tuple(
            Row(
                number,
                shared(self._rows[number]),
                frozenset(repeated[number]) if number in repeated else none,
                self._spanned(number, widest) if number in self._stretched else none,
            )
            for number in numbers
        )

    def _spanned(self, number: int, widest: int) -> frozenset[int]:
        """Return the columns of a row over which a cell to their left is stretched, as far as the sheet is filled."""
        areas = self._stretched[number]
        return frozenset(column for left, right in areas for column in range(left + 1, min(right + 1, widest)))

    def _keep(self, value: str) -> None:
        cells = self._rows.get(self._row)
        if cells is None:
            self._budget.take(rows=1)
            cells = self._rows[self._row] = []
        missing = self._column - len(cells)
        self._budget.take(cells=max(0, missing + 1), text=len(value))
        if missing < 0:
            cells[self._column] = value
            return
        if missing:
            cells += [""] * missing
        cells.append(value)

    def _fill(self, numbers: Sequence[int]) -> dict[int, set[int]]:
        """Put the text of merged areas into the rows below their first, and return the columns that only repeat it."""
        repeated: dict[int, set[int]] = {}
        for first, last, column in self._merged:
            above = self._rows.get(first, [])
            text = above[column] if column < len(above) else ""
            if not text:
                continue
            for number in numbers[bisect_right(numbers, first) : bisect_right(numbers, last)]:
                cells = self._rows[number]
                missing = max(0, column + 1 - len(cells))
                self._budget.take(elements=1, cells=missing, text=len(text))
                cells += [""] * missing
                if not cells[column].strip():
                    cells[column] = text
                    repeated.setdefault(number, set()).add(column)
        return repeated

    def _begin_cell(self, attributes: dict[str, str]) -> None:
        reference = attributes.get("r")
        if reference and (self._next >= _NAMED or reference != _COLUMN_NAMES[self._next] + self._number):
            self._row, self._column = _place(reference)
            self._number = str(self._row)
        else:
            self._column = self._next
        self._next = self._column + 1
        self._kind, self._style = attributes.get("t", "n"), attributes.get("s") or "0"

    def _value(self) -> str:
        raw = self.taken()
        kind = self._kind
        if kind == "s":
            return self._strings[int(raw)]
        if kind == "n":
            return self._convert(raw.strip(), int(self._style))
        if kind == "d":
            return raw.strip().replace("T", " ").removesuffix(" 00:00:00")
        return _TRUTHS.get(raw.strip(), raw) if kind == "b" else raw

    def _merge(self, area: str) -> None:
        start, _, end = area.partition(":")
        (top, column), (bottom, right) = _place(start), _place(end or start)
        if right > column:
            self._stretched.setdefault(top, []).append((column, right))
        if bottom > top:
            self._merged.append((top, bottom, column))


def _place(reference: str) -> tuple[int, int]:
    """Return the row, from 1, and the column, from 0, of "B7"."""
    match = _REFERENCE.fullmatch(reference.replace("$", ""))
    if match is None:
        raise ValueError(reference)
    column = 0
    for letter in match[1]:
        column = 26 * column + ord(letter) - 64
    row = int(match[2])
    if not 0 < row <= LAST_ROW or column > LAST_COLUMN:
        raise ValueError(reference)
    return row, column - 1
