"""What a file holds, as tables: notes, descriptors, people, ratings."""

from collections.abc import Sequence

from nlp.documents.types import Notes, Person, Rating, Ratings, Roster, Rubric, Unit
from nlp.frames.columns import ELEMENT, LANGUAGE, LEVEL, LINE, REVIEW, SOURCE, TEAM, TEXT
from nlp.frames.readings import ID, KNOWN, attribute_columns, attributes_to_list, words_of
from nlp.frames.rubrics import DESCRIPTORS, descriptor_row
from nlp.frames.table import Column, Kind, Row, Table, joined
from nlp.messages import msgid

RATINGS = Table(
    "ratings",
    "rating",
    msgid("One row a level that a team, or one participant, gave to an element in a review."),
    (
        REVIEW,
        TEAM,
        ELEMENT,
        LEVEL,
        Column("participant", Kind.TEXT, KNOWN["participant"].about),
        Column("note", Kind.TEXT, msgid("What was written beside the rating.")),
    ),
)
NAME = Column("name", Kind.TEXT, msgid("The name on the roster."))
ALIASES = Column("aliases", Kind.TEXT, msgid("Other spellings of the name."))


def notes_of_file(notes: Notes) -> list[Table]:
    """Return the notes of a file."""
    return [units_table(notes.units)]


def units_table(units: Sequence[Unit]) -> Table:
    """Return notes that are in no readings."""
    attributes = attributes_to_list(units, None)
    columns = (ID, ELEMENT, LANGUAGE, SOURCE, LINE, *attribute_columns(attributes), TEXT)
    rows = tuple(
        (
            *(unit.id, unit.element or "", unit.language, unit.source, unit.line or None),
            *(unit.attributes.get(name, "") for name in attributes),
            words_of(unit),
        )
        for unit in units
    )
    return Table("notes", "note", msgid("One row a note."), columns, rows)


def roster_tables(roster: Roster) -> list[Table]:
    """Return the people of a roster with all their attributes."""
    names = tuple(dict.fromkeys(name for person in roster.people for name in person.attributes))
    own = [name for name in names if name not in {NAME.name, ALIASES.name}]
    about = msgid("An attribute of the person, as the roster has it.")
    columns = (NAME, ALIASES, *(Column(name, Kind.TEXT, about) for name in own))
    rows = tuple(_person(person, own) for person in roster.people)
    return [Table("people", "person", msgid("One row a person on the roster."), columns, rows)]


def rubric_tables(rubric: Rubric) -> list[Table]:
    """Return the descriptors of a rubric."""
    return [DESCRIPTORS.with_rows(map(descriptor_row, rubric.descriptors))]


def ratings_tables(ratings: Ratings) -> list[Table]:
    """Return the ratings of a file."""
    return [ratings_table(ratings.ratings)]


def ratings_table(ratings: Sequence[Rating]) -> Table:
    """Return ratings."""
    return RATINGS.with_rows(
        (each.review, each.team, each.element, each.level, each.participant, each.note) for each in ratings
    )


def _person(person: Person, attributes: Sequence[str]) -> Row:
    return (person.name, joined(person.aliases), *(person.attributes.get(name, "") for name in attributes))
