"""Who is behind the labels of records: what is still to be told, and what a facilitator has told."""

from collections.abc import Collection
from dataclasses import dataclass

from nlp.errors import InputError
from nlp.messages import Message
from nlp.names import name_key
from nlp.participation.people.identities import Identity, IdentityKind, is_of_one_record
from nlp.participation.types import Participation
from service.analyses.findings import Findings, FindingsOf
from service.journal import journal, things
from service.journal.types import Action, Details, ToldLabel
from service.programmes.snapshot import LONGEST_NAME, Snapshot
from service.store import Database, Transaction, identities


@dataclass(frozen=True, slots=True)
class OpenLabel:
    """A label behind which nobody is known; `proposals` are names on the roster, the likeliest first."""

    label: str
    proposals: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StatedIdentity:
    """What a facilitator said of a label; `everywhere`: in all sessions of the programme, not in one only."""

    label: str
    kind: IdentityKind
    name: str
    everywhere: bool


@dataclass(frozen=True, slots=True)
class SessionNames:
    """The labels of one session that are to be told, and those that were."""

    open: tuple[OpenLabel, ...]
    told: tuple[StatedIdentity, ...]


class SpeakerIdentities:
    """What facilitators have said of labels. Methods raise `NotFound` if there is no such programme or session."""

    def __init__(self, database: Database, findings: FindingsOf) -> None:
        self._database = database
        self._findings = findings

    def of(self, slug: str, session: str) -> SessionNames:
        """Return the labels of a session."""
        return session_names(self._findings.of(slug), session)

    def tell(self, slug: str, session: str, identity: Identity, *, everywhere: bool | None = None) -> None:
        """Say who is behind a label; findings that it changes are made again when they are asked for.

        Args:
            slug: of the programme.
            session: whose record has the label.
            identity: what is said. A person's name is spelled as the rosters have it, if they have it.
            everywhere: whether it holds in all sessions; if None, unless the label says something in its own record
                only (`nlp.participation.people.identities.is_of_one_record`).

        Raises:
            InputError: a name is too long, or the record has no such label.
        """
        if max(len(identity.label), len(identity.name)) > LONGEST_NAME:
            raise InputError(
                "", Message("a name is longer than {most} letters", {"most": LONGEST_NAME}), Message("Shorten it")
            )
        if everywhere is None:
            everywhere = not is_of_one_record(identity.label)
        with self._database.writing() as db:
            at = Snapshot.to_change(db, slug)
            file_id = at.session_row(session).file_id
            said = Identity(identity.label, identity.kind, _spelled(at, identity.name))
            if name_key(said.label) not in {name_key(label) for label in at.speakers.get(file_id, ())}:
                raise InputError(
                    "",
                    Message("the record has no label “{label}”", {"label": said.label}),
                    Message("Choose one of its labels"),
                )
            was = _said_of(db, at, file_id, said.label)
            identities.forget(db, at.id, file_id, said.label)
            identities.say(db, at.id, None if everywhere else file_id, said)
            _write(db, at, session, Action.LABEL_TOLD, said, was)
        self._findings.at_once(slug, lambda found: found.participation(session))

    def untell(self, slug: str, session: str, label: str) -> None:
        """Take back what was said of a label, in this session and in all."""
        with self._database.writing() as db:
            at = Snapshot.to_change(db, slug)
            own = at.session_row(session).file_id
            was = _said_of(db, at, own, label)
            for file_id in (own, None):
                identities.forget(db, at.id, file_id, label)
            if was:
                _write(db, at, session, Action.LABEL_FORGOTTEN, Identity(label, "unknown"), was)
        self._findings.at_once(slug, lambda found: found.participation(session))


def session_names(findings: Findings, session: str) -> SessionNames:
    """Return the labels of a session that are to be told, and those that were; `NotFound` if it is not there."""
    rows = findings.at.identities_of(findings.at.session_row(session))
    told_here = tuple(
        StatedIdentity(row.identity.label, row.identity.kind, row.identity.name, row.file_id is None) for row in rows
    )
    known = [each for one in told_here for each in (one.label, one.name) if each]
    return SessionNames(open_labels(findings.participation(session), known), told_here)


def _said_of(db: Transaction, at: Snapshot, file_id: int, label: str) -> tuple[tuple[bool, Identity], ...]:
    """Return what is said of a label for one record and for all."""
    rows = (row for row in identities.every(db, at.id) if row.file_id in (None, file_id))
    return tuple((row.file_id is None, row.identity) for row in rows if name_key(row.identity.label) == name_key(label))


def _write(
    db: Transaction,
    at: Snapshot,
    session: str,
    action: Action,
    said: Identity,
    was: tuple[tuple[bool, Identity], ...],
) -> None:
    row = at.session_row(session)
    now = _said_of(db, at, row.file_id, said.label)
    details = Details(said.label, said.name, row.title)
    undo = ToldLabel(row.file_id, said.label, was, now)
    journal.write(db, at.id, action, things.label(session, said.label), details, undo=undo)


def _spelled(at: Snapshot, name: str) -> str:
    name = " ".join(name.split())
    people = [
        person.name
        for person in at.people
        if name_key(name) in {name_key(spelling) for spelling in (person.name, *person.aliases)}
    ]
    return people[0] if len(people) == 1 else name


def open_labels(participation: Participation, known: Collection[str]) -> tuple[OpenLabel, ...]:
    """Return the labels behind which nobody is known.

    They are those that are not on the roster, those that were joined to it by their sound and, also where there is no
    roster, those that say something in their own record only.

    Args:
        participation: of the session.
        known: labels and names of which something was said.
    """
    said = {name_key(each) for each in known}
    machine_made = [label for each in participation.speakers for label in each.labels if is_of_one_record(label)]
    proposals = [(each.label, each.name) for each in participation.proposals]
    labels = dict.fromkeys([*participation.unknown, *(label for label, _ in proposals), *machine_made])
    return tuple(
        OpenLabel(label, tuple(name for of, name in proposals if of == label))
        for label in labels
        if name_key(label) not in said
    )
