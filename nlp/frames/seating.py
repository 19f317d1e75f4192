"""Who sits where, as a table."""

from collections.abc import Iterator

from nlp.frames.columns import PERSON
from nlp.frames.table import Column, Kind, Row, Table
from nlp.messages import msgid
from nlp.seating.types import Seating

PLACES = Table(
    "places",
    "place",
    msgid("One row a person and round."),
    (
        Column("round", Kind.WHOLE, msgid("Which round, from 1.")),
        Column("table", Kind.WHOLE, msgid("Which table of the room, from 1.")),
        PERSON,
        Column("host", Kind.TRUTH, msgid("Whether the person stays at this table in all rounds.")),
    ),
)


def seating_tables(found: Seating) -> list[Table]:
    """Return who sits where."""
    return [PLACES.with_rows(_places(found))]


def _places(found: Seating) -> Iterator[Row]:
    for number, tables in enumerate(found.rounds, start=1):
        for at, table in enumerate(tables, start=1):
            for person in table.people:
                yield (number, at, person, person == table.host)
