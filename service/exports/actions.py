"""Actions as a table that spreadsheets open."""

from collections.abc import Sequence

from nlp.frames.table import Column, Kind, Table
from service.actions.types import ActionPoint
from service.exports.tables.actions import agreed_cells
from service.exports.tables.csv_files import csv_of

_TEXT, _DATE = Kind.TEXT, Kind.DATE
_COLUMNS = (
    Column("what", _TEXT, "what is to be done"),
    Column("who", _TEXT, "who does it"),
    Column("by_when", _DATE, "the day by which it is to be done"),
    Column("status", _TEXT, "open, doing, done or let go"),
    Column("agreed", _DATE, "the day on which it was agreed"),
    Column("review", _TEXT, "the last review then"),
    Column("element", _TEXT, "what it is about"),
    Column("made_of", _TEXT, "hand, reading, note, match, question, session or reflection"),
    Column("became", _TEXT, "what people said at each review became of it"),
)


def actions_as_csv(actions: Sequence[ActionPoint]) -> bytes:
    """Return actions as CSV, oldest first; words of what led to them are not in it."""
    return csv_of(Table("actions", "action", "what was agreed", _COLUMNS, tuple(map(_row, actions))))


def _row(action: ActionPoint) -> tuple[str, ...]:
    became = (": ".join(filter(None, (each.review, each.became.value, each.line))) for each in action.verdicts)
    return (*agreed_cells(action), " | ".join(became))
