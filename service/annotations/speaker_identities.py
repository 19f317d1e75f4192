"""Who is behind the labels of records: what is still to be told, and what a facilitator has told."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from nlp.documents.types import Person
from nlp.errors import InputError
from nlp.json_form import Json
from nlp.participation.people.identities import Identity, IdentityKind, is_of_one_record
from nlp.participation.people.label_kinds import fold
from service.programmes.state import LONGEST_NAME, State
from service.store import Database, Transaction, files, identities
from service.store.identities import IdentityRow
from service.store.sessions import SessionRow


@dataclass(frozen=True, slots=True)
class OpenLabel:
    """A label behind which nobody is known; `proposals` are names on the roster, the likeliest first."""

    label: str
    proposals: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """What a facilitator said of a label; `everywhere`: in all sessions of the programme, not in one only."""

    label: str
    kind: IdentityKind
    name: str
    everywhere: bool


@dataclass(frozen=True, slots=True)
class SessionNames:
    """The labels of one session that are to be told, and those that were."""

    open: tuple[OpenLabel, ...]
    told: tuple[Told, ...]


class Identities:
    """What facilitators have said of labels. Methods raise `NotFound` if there is no such programme or session."""

    def __init__(
        self,
        database: Database,
        people: Callable[[str], Sequence[Person]],
        participation: Callable[[str, str], Json],
    ) -> None:
        self._database = database
        self._people = people
        self._participation = participation

    def of(self, slug: str, session: str) -> SessionNames:
        """Return the labels of a session."""
        found = self._participation(slug, session)
        with self._database.reading() as db:
            state = State.load(db, slug)
            rows = told(db, state, state.session_row(session))
        told_here = tuple(
            Told(row.identity.label, row.identity.kind, row.identity.name, row.file_id is None) for row in rows
        )
        known = [each for one in told_here for each in (one.label, one.name) if each]
        return SessionNames(open_labels(found, known), told_here)

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
            raise InputError("", f"a name is longer than {LONGEST_NAME} letters", "Shorten it")
        said = Identity(identity.label, identity.kind, self._spelled(slug, identity.name))
        if everywhere is None:
            everywhere = not is_of_one_record(identity.label)
        with self._database.writing() as db:
            state = State.load(db, slug, lock=True)
            file_id = state.session_row(session).file_id
            if fold(said.label) not in _labels(db, file_id):
                raise InputError("", f"the record has no label “{said.label}”", "Choose one of its labels")
            identities.forget(db, state.id, file_id, said.label)
            identities.say(db, state.id, None if everywhere else file_id, said)

    def untell(self, slug: str, session: str, label: str) -> None:
        """Take back what was said of a label, in this session and in all."""
        with self._database.writing() as db:
            state = State.load(db, slug, lock=True)
            for file_id in (state.session_row(session).file_id, None):
                identities.forget(db, state.id, file_id, label)

    def _spelled(self, slug: str, name: str) -> str:
        name = " ".join(name.split())
        people = [
            person.name
            for person in self._people(slug)
            if fold(name) in {fold(spelling) for spelling in (person.name, *person.aliases)}
        ]
        return people[0] if len(people) == 1 else name


def told(db: Transaction, state: State, session: SessionRow) -> tuple[IdentityRow, ...]:
    """Return what was said of the labels that the record of a session has, for it or for all."""
    labels = _labels(db, session.file_id)
    return tuple(
        row
        for row in identities.every(db, state.id)
        if row.file_id in (None, session.file_id) and fold(row.identity.label) in labels
    )


def _labels(db: Transaction, file_id: int) -> set[str]:
    return {fold(label) for label in files.speakers(db, [file_id]).get(file_id, ())}


def open_labels(participation: Json, known: Collection[str]) -> tuple[OpenLabel, ...]:
    """Return the labels behind which nobody is known.

    They are those that are not on the roster and, also where there is no roster, those that say something in their own
    record only.

    Args:
        participation: of the session, in the JSON form.
        known: labels and names of which something was said.
    """
    said = {fold(each) for each in known}
    machine_made = [
        str(label) for each in participation["speakers"] for label in each["labels"] if is_of_one_record(str(label))
    ]
    labels = dict.fromkeys([*participation["unknown"], *machine_made])
    proposals = [(str(each["label"]), str(each["name"])) for each in participation["proposals"]]
    return tuple(
        OpenLabel(label, tuple(name for of, name in proposals if of == label))
        for label in labels
        if fold(label) not in said
    )
