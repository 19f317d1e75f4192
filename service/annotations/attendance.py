"""Who was in a session, as facilitators say it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from nlp.errors import InputError
from nlp.messages import Message
from nlp.names import name_key
from nlp.participation.people.attendance import Attendee, Presence, PresenceSource
from nlp.participation.people.find_attendees import find_attendees
from nlp.participation.people.match_roster import RosterMatcher
from service.analyses.findings import FindingsOf
from service.journal import journal, things
from service.journal.types import Action, Details, SaidAttendance
from service.programmes.snapshot import Snapshot
from service.store import Database, sessions
from service.store.sessions import SessionRow

_UNKNOWN, _SPOKE = Presence.NOT_KNOWN, PresenceSource.SPEECH


@dataclass(frozen=True, slots=True)
class AttendanceSheet:
    """Everybody on the roster of a session, in its order, with whether they were there; nobody without a roster."""

    people: tuple[Attendee, ...]
    present: int
    absent: int
    not_known: int

    @classmethod
    def of(cls, people: tuple[Attendee, ...]) -> "AttendanceSheet":
        """Count the people of each state."""
        states = [each.state for each in people]
        return cls(people, *(states.count(each) for each in (Presence.PRESENT, Presence.ABSENT, Presence.NOT_KNOWN)))


class SessionAttendance:
    """Who was in sessions. Methods raise `NotFound` if there is no such programme or session."""

    def __init__(self, database: Database, findings: FindingsOf) -> None:
        self._database = database
        self._findings = findings

    def of(self, slug: str, session: str) -> AttendanceSheet:
        """Return who was in a session, with what says so."""
        return AttendanceSheet.of(self._findings.of(slug).participation(session).attendance)

    def say(self, slug: str, session: str, said: Mapping[str, Presence], *, others: Presence | None = None) -> None:
        """Say who was in a session; what is not said of somebody stays.

        What is said of the `others` holds for everybody on the roster who did not speak and is not named.

        That it is not known takes back what was said by hand before; where a list says otherwise, it is kept as said.

        Raises:
            InputError: somebody is not on the roster of the session.
        """
        found = self._findings.of(slug)
        known = {name_key(each.name): each for each in found.participation(session).attendance}
        if strangers := [name for name in said if name_key(name) not in known]:
            raise InputError(
                "",
                Message("nobody on the roster of this session is called {name}", {"name": strangers[0]}),
                Message("Choose somebody of its roster"),
            )
        if others is not None:
            named = {name_key(name) for name in said}
            quiet = [each for key, each in known.items() if key not in named and each.source is not _SPOKE]
            said = {**dict.fromkeys((each.name for each in quiet), others), **said}
        with self._database.writing() as db:
            at = Snapshot.to_change(db, slug)
            row = at.session_row(session)
            otherwise = _known_without_ticks(at, row)
            kept = {known[name_key(name)].name: state for name, state in said.items()}
            taken_back = {name for name, state in kept.items() if state is _UNKNOWN and name not in otherwise}
            rows = {name: None if name in taken_back else state for name, state in kept.items()}
            was = _said_before(at, row, rows)
            if rows == was:
                return
            sessions.say_attendance(db, at.id, row.file_id, rows)
            undo = SaidAttendance(row.file_id, was, rows)
            of, details = things.attendance(session, row.title), Details(number=len(rows))
            journal.write(db, at.id, Action.ATTENDANCE_SAID, of, details, undo=undo)
        self._findings.at_once(slug, lambda found: found.participation(session))

    def say_of_the_others(self, slug: str, session: str, state: Presence) -> None:
        """Say the same of everybody on the roster who has not spoken."""
        self.say(slug, session, {}, others=state)


def _said_before(at: Snapshot, session: SessionRow, names: Collection[str]) -> dict[str, Presence | None]:
    """Return what facilitators have said of people until now, None where nothing."""
    told = {name_key(name): state for name, state in at.present.get(session.file_id, {}).items()}
    return {name: told.get(name_key(name)) for name in names}


def _known_without_ticks(at: Snapshot, session: SessionRow) -> frozenset[str]:
    """Return those of whom lists or the record say whether they were there."""
    roster = at.roster_of(session)
    people = RosterMatcher(at.rosters[roster.id] if roster else ())
    attendees = find_attendees(people, at.listed_attendance(session), (), session.attendees)
    return frozenset(each.name for each in attendees if each.state is not _UNKNOWN)
