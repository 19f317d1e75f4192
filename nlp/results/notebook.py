"""A result in a notebook: one small table in the notebook's own colours, light or dark."""

from collections.abc import Iterator, Mapping, Sequence
from html import escape

from nlp.fonts.wrapping import letters
from nlp.frames.results import tables_of
from nlp.frames.table import Column, Kind, Row, Table, Value
from nlp.results.result import Result

MOST_ROWS = 12
MOST_LETTERS = 160

_SHOWN: Mapping[str, str] = {
    "Interpretation": "readings",
    "ElementReadings": "readings",
}
"""The table that is shown, where it is not the first."""

_HIDDEN = {
    *("id", "reading", "source", "line", "named_by", "placed_by", "typicality", "sure", "sure_notes", "stability"),
    *("language", "language_a", "language_b", "rank_a", "rank_b", "likeness", "opposite_ends", "levels_known"),
    *("judged", "low", "high", "p", "number", "characters", "text_share", "spoke", "on_roster", "example", "end"),
    *("longest_seconds", "median_seconds"),
}
"""Columns that a table of pandas has, and a glance does not need."""

_LANGUAGE_OF = {"text": "language", "text_a": "language_a", "text_b": "language_b"}
_TABLE = "border-collapse:collapse;margin:.4em 0;color:inherit;background:transparent;font-size:.95em;line-height:1.5"
_CELL = "padding:.25em .7em;border-bottom:1px solid rgba(128,128,128,.35);vertical-align:top;text-align:{side}"
_TEXT = ";white-space:normal;overflow-wrap:break-word;max-width:32em"
_QUIET = "margin:.2em 0;opacity:.75;font-size:.9em"


def shown(result: Result) -> str:
    """Return a result as HTML: what there is of it, and the first rows of its main table."""
    tables = tables_of(result)
    name = _SHOWN.get(type(result).__name__, tables[0].name)
    table = next(each for each in tables if each.name == name)
    there = " · ".join(f"{escape(each.name)} {len(each.rows):,}" for each in tables)
    head = f'<p style="margin:.2em 0"><b>{type(result).__name__}</b> · {there}</p>'
    return f"<div>{head}{_table(table) if table.rows else ''}{_rest(table)}</div>"


def _table(table: Table) -> str:
    rows = table.rows[:MOST_ROWS]
    columns = [at for at, column in enumerate(table.columns) if _is_shown(column, [row[at] for row in rows])]
    head = "".join(
        f'<th scope="col" style="{_style(table.columns[at])}">{_name(table.columns[at])}</th>' for at in columns
    )
    body = "".join(f"<tr>{''.join(_cells(table.columns, row, columns))}</tr>" for row in rows)
    return f'<table style="{_TABLE}"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'


def _rest(table: Table) -> str:
    left = len(table.rows) - MOST_ROWS
    if left <= 0:
        return ""
    return f'<p style="{_QUIET}">and {left:,} more: <code>to_frame("{escape(table.name)}")</code></p>'


def _is_shown(column: Column, values: Sequence[Value]) -> bool:
    return column.name not in _HIDDEN and any(value is not False and value not in (None, "") for value in values)


def _cells(columns: Sequence[Column], row: Row, shown_columns: Sequence[int]) -> Iterator[str]:
    names = [column.name for column in columns]
    for at in shown_columns:
        spoken = _LANGUAGE_OF.get(names[at], "")
        language = str(row[names.index(spoken)] or "") if spoken in names else ""
        told = f' lang="{escape(language)}"' if language not in ("", "und") else ""
        yield f'<td dir="auto"{told} style="{_style(columns[at])}">{escape(_value(row[at]))}</td>'


def _name(column: Column) -> str:
    return escape(column.name.replace("_", " "))


def _style(column: Column) -> str:
    if column.kind in (Kind.WHOLE, Kind.NUMBER):
        return _CELL.format(side="right")
    return _CELL.format(side="start") + _TEXT


def _value(value: Value) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case int():
            return f"{value:,}"
        case float():
            return f"{value:,.2f}"
        case str():
            return _cut(" ".join(value.split()))


def _cut(text: str) -> str:
    """Return the beginning of a long text, no letter torn from its signs."""
    if len(text) <= MOST_LETTERS:
        return text
    seen = letters(text[: MOST_LETTERS + 40])
    while len("".join(seen)) > MOST_LETTERS:
        seen.pop()
    return "".join(seen).rstrip() + "…"
