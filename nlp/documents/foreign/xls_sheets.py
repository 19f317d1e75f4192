"""A program of its own: prints the visible sheets of an .xls as JSON; a damaged one may keep calamine busy for ever."""

import json
import sys
from datetime import date, datetime, time
from typing import Any

from python_calamine import CalamineWorkbook, PasswordError, SheetVisibleEnum


def sheets(path: str) -> list[dict[str, Any]]:
    """Return name, merged areas and rows of every visible sheet; dates and times as [kind, ISO 8601]."""
    with CalamineWorkbook.from_path(path) as book:
        told = book.sheets_metadata
        names = [sheet.name for sheet in told if sheet.visible is SheetVisibleEnum.Visible] or book.sheet_names
        read = [book.get_sheet_by_name(name) for name in names]
        return [
            {
                "name": sheet.name,
                "merged": sheet.merged_cell_ranges or [],
                "rows": [[_plain(value) for value in row] for row in sheet.to_python(skip_empty_area=False)],
            }
            for sheet in read
        ]


def _plain(value: object) -> object:
    for kind in (datetime, date, time):
        if isinstance(value, kind):
            return [kind.__name__, value.isoformat()]
    return value if isinstance(value, (str, int, float)) else str(value)


if __name__ == "__main__":
    try:
        print(json.dumps(sheets(sys.argv[1])))  # noqa: T201
    except PasswordError:
        sys.exit("password")
