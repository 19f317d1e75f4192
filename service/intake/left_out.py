"""What of a file is left out and why: lines, columns, sheets and headings, each reason with its first examples."""

from collections.abc import Iterator, Sequence

from nlp.documents.forms.tool_columns import is_tool_column
from nlp.documents.plan import ColumnPlan, HeadingRole, Role
from nlp.documents.types import MOST_EXAMPLES, Example, LeftOut, Unread
from nlp.messages import Message, msgid
from service.intake.said_plans import columns_of, table_said
from service.types import FileSettings

_SAID = msgid("you said so")
_BY_TOOL = msgid("a column that the survey tool writes itself")
_EMPTY = msgid("a column without anything in it")
_NO_WORDS = msgid("a column of options, codes or addresses")


def left_out(unread: Unread, settings: FileSettings, kind: str) -> tuple[LeftOut, ...]:
    """Return what is left out of a file.

    Args:
        unread: what its reader left out.
        settings: how it is read.
        kind: what it is read as.
    """
    found: dict[str, list[Message]] = {}
    for why, what in (*_sheets(settings), *_columns(settings, kind), *_headings(settings)):
        found.setdefault(why, []).append(what)
    more = (LeftOut(Message(why), len(each), tuple(map(Example, each[:MOST_EXAMPLES]))) for why, each in found.items())
    return (*unread.reasons, *more)


def _sheets(settings: FileSettings) -> Iterator[tuple[str, Message]]:
    for position, table in enumerate(settings.found.tables):
        if table_said(settings, position).role is HeadingRole.SKIP:
            yield _SAID, _sheet(table.sheet, position)


def _sheet(name: str, position: int) -> Message:
    return Message("sheet {sheet}", {"sheet": name}) if name else Message("table {number}", {"number": position + 1})


def _columns(settings: FileSettings, kind: str) -> Iterator[tuple[str, Message]]:
    if kind == "transcript":
        return
    for position, table in enumerate(settings.found.tables):
        said = table_said(settings, position)
        if said.role is HeadingRole.SKIP:
            continue
        values = settings.values[position] if position < len(settings.values) else ()
        for at, column in enumerate(columns_of(settings, position, kind)):
            if column is not None and column.role is Role.IGNORE and table.columns[at].header:
                yield _why(column, table.columns[at], values[at : at + 1]), _column(column.header)


def _column(header: str) -> Message:
    return Message("column {column}", {"column": header})


def _why(column: ColumnPlan, found: ColumnPlan, values: Sequence[Sequence[str]]) -> str:
    if found.role is not Role.IGNORE:
        return _SAID
    if is_tool_column(column.header):
        return _BY_TOOL
    return _NO_WORDS if not values or values[0] else _EMPTY


def _headings(settings: FileSettings) -> Iterator[tuple[str, Message]]:
    for heading, role in settings.plan.headings.items():
        if role is HeadingRole.SKIP:
            yield _SAID, Message("heading {heading}", {"heading": heading})
