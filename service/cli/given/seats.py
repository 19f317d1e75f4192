"""The people of rosters who are to be seated."""

from collections.abc import Sequence

from nlp.documents.types import Person
from nlp.participation.people.attendance import Presence
from nlp.participation.people.attendance_marks import marks_of_session, read_marks
from service.cli.given.documents import read_people, refuse_repeated
from service.cli.given.source import Source


def people_to_seat(sources: Sequence[Source]) -> tuple[Person, ...]:
    """Return the people of rosters, but for those whom a column without a day says to be absent.

    Raises:
        InputError: a file is given twice, or is no roster.
    """
    refuse_repeated(sources)
    people, marks = read_marks([person for source in sources for person in read_people(source)])
    said = marks_of_session(marks, "", undated=True)
    away = {name for name, mark in said.items() if mark.state is Presence.ABSENT}
    return tuple(person for person in people if person.name not in away)
