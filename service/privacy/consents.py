"""Saying what may be done with whose words, and what everybody agreed to so far."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from nlp.consent import Consent
from nlp.errors import InputError
from nlp.messages import Message
from nlp.names import name_key
from service.analyses.findings import FindingsOf
from service.journal import journal
from service.journal.types import Action, Thing, ThingKind
from service.programmes.snapshot import Snapshot
from service.store import Database, edits, findings
from service.store.privacy import consents

LONGEST_NAME = 200


@dataclass(frozen=True, slots=True)
class SessionConsent:
    """What may be done with what was said in a session."""

    session: str
    title: str
    date: str
    consent: Consent


@dataclass(frozen=True, slots=True)
class PersonConsent:
    """What may be done with somebody's words; `said` is whether a facilitator said so, rather than the roster."""

    name: str
    consent: Consent
    said: bool


@dataclass(frozen=True, slots=True)
class Agreements:
    """What everybody agreed to: `everybody` holds for all, and of several answers the strictest counts."""

    everybody: Consent
    sessions: tuple[SessionConsent, ...]
    people: tuple[PersonConsent, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """What a facilitator says: of a person, of a session by its slug, or of all, where neither is named.

    `consent` None takes back what was said before.
    """

    consent: Consent | None
    person: str = ""
    session: str = ""


class Consents:
    """What may be done with whose words. Methods raise `NotFound` if there is no such programme or session."""

    def __init__(self, database: Database, findings: FindingsOf) -> None:
        self._database = database
        self._findings = findings

    def of(self, slug: str) -> Agreements:
        """Return what everybody agreed to: the whole roster in its order, then others of whom something was said."""
        at = self._findings.of(slug).at
        agreed = at.agreed
        said = {name_key(row.name): row.name for row in at.consents if row.name}
        spelled = {name_key(each): one.name for one in at.people for each in (*one.aliases, one.name)}
        names = dict.fromkeys(
            [*(one.name for one in at.people), *(spelled.get(key, name) for key, name in said.items())]
        )
        of_them = {name_key(spelled.get(key, name)) for key, name in said.items()}
        return Agreements(
            agreed.everybody,
            tuple(
                SessionConsent(row.slug, row.title, row.date, agreed.sessions.get(row.file_id, Consent.WITH_NAME))
                for row in at.session_rows
            ),
            tuple(
                PersonConsent(name, agreed.people.get(name_key(name), Consent.WITH_NAME), name_key(name) in of_them)
                for name in names
            ),
        )

    def say(self, slug: str, said: Sequence[Said]) -> None:
        """Keep what may be done with words; all results are made again from what may be used now.

        Raises:
            InputError: a name is too long, or a person and a session are named at once.
        """
        with self._database.writing() as db:
            at = Snapshot.to_change(db, slug)
            files: Mapping[str, int] = {row.slug: row.file_id for row in at.session_rows}
            for each in said:
                _check(each)
                file_id = files[at.session_row(each.session).slug] if each.session else None
                for name in _also_said_of(at, each.person):
                    consents.say(db, at.id, None, name, None)
                consents.say(db, at.id, file_id, each.person.strip(), each.consent)
            findings.remove(db, at.id)
            edits.forget_labels(db, at.id)
            journal.write(db, at.id, Action.CONSENT_SAID, Thing(ThingKind.PROGRAMME, "consent"))


def _also_said_of(at: Snapshot, person: str) -> list[str]:
    """Return the other names of a person of which something was said before they were called otherwise."""
    key = name_key(person)
    named = [row.name for row in at.consents if row.name and name_key(row.name) != key]
    return [name for name in named if key == name_key(at.spelling.person(name))]


def _check(said: Said) -> None:
    if said.person and said.session:
        raise InputError(
            "", Message("a person and a session are named at once"), Message("Say it of each on its own"), "person"
        )
    if len(said.person) > LONGEST_NAME or (said.person and not name_key(said.person)):
        problem = Message("a name is longer than {most} letters", {"most": LONGEST_NAME})
        raise InputError("", problem, Message("Shorten it"), "person")
