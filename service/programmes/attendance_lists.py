"""Which marks of which list say who was in a session."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from nlp.participation.people.attendance import Statement
from nlp.participation.people.attendance_marks import AttendanceMark, marks_of_session
from nlp.text.dates.in_names import find_date

_YEAR = len("2026")


@dataclass(frozen=True, slots=True)
class AttendanceList:
    """A roster, or a list of those who came, that says who was where."""

    filename: str
    marks: tuple[AttendanceMark, ...]


@dataclass(frozen=True, slots=True)
class Occasion:
    """What tells which list is of a session.

    Attributes:
        date: ISO 8601, "" where it is not known.
        roster: name of the file that it is measured against, "" without.
        only: whether no other session is measured against that file.
        alone: whether the programme has no other session.
        chosen: whether somebody chose that file for it.
    """

    date: str
    roster: str
    only: bool
    alone: bool
    chosen: bool = False


def statements_of(lists: Sequence[AttendanceList], occasion: Occasion) -> Iterator[Mapping[str, Statement]]:
    """Yield what each list says of a session, its own roster first; a list that may be of another says nothing.

    A mark with a day is of the session on that day. One without is of it where the date in the name of the list says
    so; if there is none, where the list can be of no other session. Whom a tally counted was in every session for which
    the list was chosen: a second tally of the same people sends the same list.
    """
    for each in sorted(lists, key=lambda one: one.filename != occasion.roster):
        own = marks_of_session(each.marks, occasion.date, undated=_is_of(each, occasion))
        yield {name: mark.statement(each.filename) for name, mark in own.items()}


def _is_of(listed: AttendanceList, occasion: Occasion) -> bool:
    own = listed.filename == occasion.roster
    if own and occasion.chosen and all(mark.tallied for mark in listed.marks):
        return True
    written = find_date(PurePosixPath(listed.filename).stem)
    if len(written) > _YEAR and len(occasion.date) > _YEAR:
        shortest = min(len(written), len(occasion.date))
        return written[:shortest] == occasion.date[:shortest]
    return occasion.only if own else occasion.alone
