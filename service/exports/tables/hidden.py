"""Tables without people's names: every text is masked unless its column is listed here as free of them.

So a column that a table gets later is masked without anybody doing anything; the rules are those of
`service.presentation.masking.results`.
"""

from collections.abc import Callable, Sequence

from nlp.frames.table import Column, Kind, Row, Table, Value
from service.presentation.masking.masking import People

FREE = frozenset(
    {
        *("id", "element", "reading", "named_by", "placed_by", "team", "review", "language", "date", "attribute"),
        *("group", "status", "verdict", "change", "trust", "withheld", "session", "sessions_shown", "presence"),
        *("said_by", "level", "version", "version_before", "version_after", "level_before", "level_after", "became"),
        *("team_a", "team_b", "level_a", "level_b", "language_a", "language_b", "item", "state", "asked_by", "what"),
        "source_of_analysis",
    }
)
"""What the programme itself calls its things, ids, and words of ours."""

WHO = frozenset({"person", "participant"})
"""Columns that hold a name and nothing else."""


IN_THEIR_OWN_ORDER = frozenset({"notes", "turns"})
"""Tables in the order of a record; that of a roster would tell who is who, so others follow the numbers of people."""


def without_names(table: Table, people: People) -> Table:
    """Return a table in which nobody is named who is hidden."""
    if not people.renames:
        return table
    ways = [_way(column, people) for column in table.columns]
    return table.with_rows(
        tuple(_said(way, value) for way, value in zip(ways, row, strict=True)) for row in _in_order(table, people)
    )


def _said(way: Callable[[str], str] | None, value: Value) -> Value:
    return way(value) if way and isinstance(value, str) and value else value


def _in_order(table: Table, people: People) -> Sequence[Row]:
    """Return rows by the numbers of people, where these have any, those of each session by themselves."""
    names = [column.name for column in table.columns]
    who = next((place for place, name in enumerate(names) if name in WHO), None)
    if who is None or not people.hides or table.name in IN_THEIR_OWN_ORDER:
        return table.rows
    session = names.index("session") if "session" in names else None
    sessions: dict[Value, int] = {}
    numbers = {name: place for place, name in enumerate(people.shown)}

    def place(row: Row) -> tuple[int, int]:
        of_session = sessions.setdefault(row[session], len(sessions)) if session is not None else 0
        return of_session, numbers.get(str(row[who]), -1)

    return sorted(table.rows, key=place)


def _way(column: Column, people: People) -> Callable[[str], str] | None:
    """Return what is done with the texts of a column, None where nothing is."""
    if column.name in WHO:
        return lambda name: people.shown.get(name) or people.mask(name)
    free = column.name in FREE or column.name.startswith("status_")
    return None if free or column.kind is not Kind.TEXT else people.mask
