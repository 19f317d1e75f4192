"""Rosters and ratings."""

import re
from collections.abc import Collection, Sequence

from nlp.documents.tables.table import Table, UnreadRows, attributes_of, value_of
from nlp.documents.types import Person, Rating, Ratings, Roster
from nlp.errors import NothingToAnalyse
from nlp.messages import Message
from nlp.text.segment import tidy


def read_roster(source: str, tables: Sequence[Table], languages: Collection[str] | None) -> Roster:  # noqa: ARG001
    """Return the people of a roster; aliases stand in one cell, parted by `;`, `|` or line ends."""
    people: list[Person] = []
    unread = UnreadRows(tables)
    for table in tables:
        columns = {table.columns["participant"], table.columns.get("aliases", -1)}
        for row in table.rows:
            name = tidy(row.cell(table.columns["participant"]))
            aliases = tuple(filter(None, map(tidy, re.split(r"[;|\n\r；]", row.cell(table.columns.get("aliases"))))))
            if name:
                people.append(Person(name, aliases, attributes_of(table, row, columns)))
            else:
                unread.add(row, "no name")
    if not people:
        raise NothingToAnalyse(source, Message("there is nobody on the roster"), Message("Write one name a row"))
    return Roster(source, tuple(people), unread.done())


def read_ratings(source: str, tables: Sequence[Table], languages: Collection[str] | None) -> Ratings:  # noqa: ARG001
    """Return the ratings that have a review, a team, an element and a level."""
    ratings: list[Rating] = []
    unread = UnreadRows(tables)
    for table in tables:
        for row in table.rows:
            review, team, element, level = (
                value_of(table, row, name) for name in ("review", "team", "element", "level")
            )
            if review and team and element and level:
                participant, note = value_of(table, row, "participant"), value_of(table, row, "note")
                ratings.append(Rating(review, team, element, level, participant, note))
            else:
                unread.add(row, "no review, team, element or level")
    if not ratings:
        raise NothingToAnalyse(
            source, Message("there is no rating in the table"), Message("Fill in review, team, element and level")
        )
    return Ratings(source, tuple(ratings), unread.done())
