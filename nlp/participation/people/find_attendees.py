"""From what is said of who was in a session to everybody on its roster."""

from collections.abc import Collection, Sequence

from nlp.participation.people.attendance import (
    NOTHING_SAID,
    Attendance,
    Attendee,
    Presence,
    PresenceSource,
    Statement,
)
from nlp.participation.people.match_roster import RosterMatcher

_AUTHORITY = {source: place for place, source in enumerate(PresenceSource)}


def find_attendees(
    roster: RosterMatcher, attendance: Attendance, spoke: Collection[str], listed: Sequence[str]
) -> tuple[Attendee, ...]:
    """Return the state of everybody on a roster, in its order.

    Whoever spoke was there, whatever else is said of them. What the record lists holds where nothing else is said.
    Lists and records may have other spellings than the roster: people are found as the labels of a record are.

    Args:
        roster: of the session.
        attendance: what is said of people.
        spoke: names on the roster of those who have a turn in the record.
        listed: whom the record lists as present.
    """
    said = _by_person(roster, attendance)
    joined = frozenset(roster.match(listed).person_of.values())
    return tuple(_attendee(name, said.get(name, NOTHING_SAID), name in spoke, name in joined) for name in roster.names)


def _by_person(roster: RosterMatcher, attendance: Attendance) -> dict[str, Statement]:
    """Return name on the roster -> the statement of the highest authority."""
    found: dict[str, Statement] = {}
    of_highest_first = sorted(attendance.said.items(), key=lambda said: _AUTHORITY[said[1].source])
    person_of = roster.match(tuple(attendance.said)).person_of
    for written, statement in of_highest_first:
        if written in person_of:
            found.setdefault(person_of[written], statement)
    return found


def _attendee(name: str, said: Statement, spoke: bool, listed: bool) -> Attendee:
    if spoke:
        absent = said.state is Presence.ABSENT
        return Attendee(name, Presence.PRESENT, PresenceSource.SPEECH, said.where if absent else "", absent)
    if listed and said.source is PresenceSource.NOBODY:
        return Attendee(name, Presence.PRESENT, PresenceSource.RECORD)
    return Attendee(name, said.state, said.source, said.where)
