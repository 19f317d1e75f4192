"""Rosters and ratings."""

import re
from collections.abc import Collection, Sequence

from nlp.documents.plan import Role
from nlp.documents.tables.table import AttributeColumns, Row, Table, UnreadRows, value_of
from nlp.documents.types import Person, Rating, Ratings, Roster
from nlp.errors import NothingToAnalyse
from nlp.messages import Message
from nlp.text.segmentation.segment import tidy


def read_roster(source: str, tables: Sequence[Table], languages: Collection[str] | None) -> Roster:  # noqa: ARG001
    """Return the people of a roster; aliases stand in one cell, parted by `;`, `|` or line ends."""
    people: list[Person] = []
    unread = UnreadRows(tables)
    for table in tables:
        others = AttributeColumns(table, {table.columns["participant"], table.columns.get("aliases", -1)})
        for row in table.rows:
            name = tidy(row.cell(table.columns["participant"]))
            aliases = tuple(filter(None, map(tidy, re.split(r"[;|\n\r；]", row.cell(table.columns.get("aliases"))))))
            if name:
                people.append(Person(name, aliases, others.of(row)))
            else:
                unread.add(table, row, Message("no name"))
    if not people:
        raise NothingToAnalyse(source, Message("there is nobody on the roster"), Message("Write one name a row"))
    return Roster(source, tuple(people), unread.done())


def read_ratings(source: str, tables: Sequence[Table], languages: Collection[str] | None) -> Ratings:  # noqa: ARG001
    """Return the ratings that have a review, a team, an element and a level; those of a matrix may lack the review."""
    ratings: list[Rating] = []
    unread = UnreadRows(tables)
    for table in tables:
        matrix = table.columns_of(Role.TEAM_RATINGS, Role.ELEMENT_RATINGS)
        for row in table.rows:
            own = _of_matrix(table, row, matrix) if matrix else _of_row(table, row)
            ratings += own
            if not own:
                unread.add(table, row, Message("no review, team, element or level"))
    if not ratings:
        raise NothingToAnalyse(
            source, Message("there is no rating in the table"), Message("Fill in review, team, element and level")
        )
    return Ratings(source, tuple(ratings), unread.done())


def _of_row(table: Table, row: Row) -> list[Rating]:
    review, team, element, level = (value_of(table, row, name) for name in ("review", "team", "element", "level"))
    if not (review and team and element and level):
        return []
    return [Rating(review, team, element, level, value_of(table, row, "participant"), value_of(table, row, "note"))]


def _of_matrix(table: Table, row: Row, columns: Sequence[int]) -> list[Rating]:
    """Return the ratings of a row in which a column is a team's or an element's."""
    review, team, element, participant, note = (
        value_of(table, row, name) for name in ("review", "team", "element", "participant", "note")
    )
    ratings: list[Rating] = []
    for column in columns:
        plan, level = table.roles[column], tidy(row.cell(column))
        name = plan.name or plan.header
        of_team = plan.role is Role.TEAM_RATINGS
        rating = Rating(review, name if of_team else team, element if of_team else name, level, participant, note)
        if level and rating.element and (rating.team or not of_team):
            ratings.append(rating)
    return ratings
