"""What facilitators say of the names of elements, levels, teams and people: what they are, and which are the same."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from nlp.errors import InputError
from nlp.messages import Message
from nlp.names import name_key
from service.analyses.findings import Findings, FindingsOf
from service.annotations.edits_file import clean_name, short_name
from service.journal import journal, things
from service.journal.types import NOTHING_MORE, Action, Details, SaidNames, Thing
from service.names import changes
from service.names.difference import difference
from service.names.people import as_on_file, rename_person
from service.names.proposals import Proposal, proposals
from service.names.spelling import names_by_kind
from service.names.types import NameKind, Names
from service.programmes.snapshot import Snapshot
from service.store import Database, Transaction, names
from service.types import Outline

LONGEST_LANGUAGE = 35


@dataclass(frozen=True, slots=True)
class Named:
    """An element, a level, a team or a person of a programme with its names.

    Attributes:
        kind: which of them.
        name: under which it is counted.
        also: other names that mean it.
        languages: language (BCP 47) -> what it is called in it.
        files: how many files speak of it, under any of its names.
    """

    kind: NameKind
    name: str
    also: tuple[str, ...]
    languages: dict[str, str]
    files: int


@dataclass(frozen=True, slots=True)
class ProgrammeNames:
    """All names of a programme, each kind in its order, and those that may mean the same."""

    elements: tuple[Named, ...]
    levels: tuple[Named, ...]
    teams: tuple[Named, ...]
    proposals: tuple[Proposal, ...]
    people: tuple[Named, ...] = ()
    """Those on rosters."""


class JoinedNames:
    """What was said of names in all programmes; whatever they decide is computed again when it is asked for.

    Methods raise `NotFound` if there is no such programme, and `InputError` for a name that it does not have, that is
    too long, or that means another one already.
    """

    def __init__(self, database: Database, findings: FindingsOf) -> None:
        self._database = database
        self._findings = findings

    def of(self, slug: str) -> ProgrammeNames:
        """Return the names of a programme."""
        return programme_names(self._findings.of(slug))

    def join(self, slug: str, kind: NameKind, name: str, into: str) -> None:
        """Say that two names mean the same: both count under the second."""
        doing = _Doing(Action.NAMES_JOINED, kind, (name, into), Details(name, into))
        self._say(slug, doing, lambda outline: changes.join(outline, kind, name, into))

    def part(self, slug: str, kind: NameKind, name: str) -> None:
        """Say that a name which was joined to another is one of its own again; a person is called as on file."""
        if kind is NameKind.PERSON:
            self._say_of_person(slug, name, name, lambda at: as_on_file(at.outline.names, name))
            return
        doing = _Doing(Action.NAME_PARTED, kind, (name,))
        self._say(slug, doing, lambda outline: changes.part(outline, kind, name))

    def refuse(self, slug: str, kind: NameKind, one: str, other: str) -> None:
        """Say that two names do not mean the same; they are not proposed again."""
        doing = _Doing(Action.NAMES_REFUSED, kind, (one, other), Details(clean_name(one), clean_name(other)))
        self._say(slug, doing, lambda outline: changes.refuse(outline, kind, clean_name(one), clean_name(other)))

    def rename(self, slug: str, kind: NameKind, name: str, new: str) -> None:
        """Give a name under which an element, a level, a team or a person on a roster is counted and shown."""
        if kind is NameKind.PERSON:
            called = short_name(new)
            self._say_of_person(slug, name, called, lambda at: rename_person(at.outline.names, at.people, name, called))
            return
        doing = _Doing(Action.NAME_CHANGED, kind, (name, new), Details(name, short_name(new)))
        self._say(slug, doing, lambda outline: changes.rename(outline, kind, name, short_name(new)))

    def _say_of_person(self, slug: str, name: str, called: str, change: Callable[[Snapshot], Names]) -> None:
        with self._database.writing() as db:
            at = Snapshot.to_change(db, slug)
            before = at.outline.names.of(NameKind.PERSON, name).name
            doing = _Doing(Action.PERSON_RENAMED, NameKind.PERSON, (name, called), Details(before, called))
            _keep(db, at, doing, change(at))

    def call(self, slug: str, kind: NameKind, name: str, language: str, called: str) -> None:
        """Say what an element, a level or a team is called in a language (BCP 47); "" takes that back."""
        if not language or len(language) > LONGEST_LANGUAGE:
            raise InputError("", Message("no language is told"), Message("Choose one"))
        doing = _Doing(Action.NAME_CALLED, kind, (name,), Details(after=short_name(called)))
        self._say(slug, doing, lambda outline: changes.call(outline, kind, name, language, short_name(called)))

    def order(self, slug: str, kind: NameKind, given: Sequence[str]) -> None:
        """Say in which order elements, levels or teams stand, levels the best first."""
        doing = _Doing(Action.NAMES_ORDERED, kind)
        self._say(slug, doing, lambda outline: changes.order(outline, kind, given))

    def move(self, slug: str, kind: NameKind, name: str, places: int) -> None:
        """Move a name by some places, towards the front where these are negative."""
        doing = _Doing(Action.NAMES_ORDERED, kind)
        self._say(slug, doing, lambda outline: changes.move(outline, kind, name, places))

    def remove(self, slug: str, kind: NameKind, name: str) -> None:
        """Take a name of which no file speaks off the list."""
        with self._database.writing() as db:
            at = Snapshot.to_change(db, slug)
            spoken_of = [each for file in at.files for each in names_by_kind(file.outline).get(kind, ())]
            after = changes.remove(at.outline, kind, name, spoken_of)
            _keep(db, at, _Doing(Action.NAME_REMOVED, kind, (name,)), after)

    def _say(self, slug: str, doing: "_Doing", change: Callable[[Outline], Names]) -> None:
        with self._database.writing() as db:
            at = Snapshot.to_change(db, slug)
            _keep(db, at, doing, change(at.outline))


@dataclass(frozen=True, slots=True)
class _Doing:
    """What is done with which names, as the journal says it; no name is the order of all."""

    action: Action
    kind: NameKind
    given: tuple[str, ...] = ()
    details: Details = NOTHING_MORE

    def about(self, outline: Outline) -> list[Thing]:
        """Return the names under which the programme counts them now: all that the change decides."""
        known = (outline.names.of(self.kind, name).name for name in self.given)
        return [things.name(self.kind, name) for name in known] or [things.order_of(self.kind)]


def _keep(db: Transaction, at: Snapshot, doing: _Doing, after: Names) -> None:
    was, now = difference(at.outline.names, after)
    if (was, now) == (Names(), Names()):
        return
    names.keep(db, at.id, after)
    of, *others = doing.about(at.outline)
    journal.write(db, at.id, doing.action, of, doing.details, about=others, undo=SaidNames(was, now))


def programme_names(findings: Findings) -> ProgrammeNames:
    """Return the names of a programme, and those that may mean the same."""
    at, results = findings.at, findings.results
    question = results.question(at, "names", {}, at.hash_of(at.files))
    return results.remembered(at, question, ProgrammeNames, lambda: _programme_names(findings))


def _programme_names(findings: Findings) -> ProgrammeNames:
    at = findings.at
    of_files = [file.outline for file in at.files]
    named = {kind: _named(at.outline, kind, of_files) for kind in names_by_kind(at.outline)}
    texts = [each.name for all_ in named.values() for each in all_]
    embedder = findings.results.embedder(at, at.files, texts)
    found = proposals(at.outline, [(file.kind, file.outline) for file in at.files], embedder)
    return ProgrammeNames(named[NameKind.ELEMENT], named[NameKind.LEVEL], named[NameKind.TEAM], found, _people(at))


def _people(at: Snapshot) -> tuple[Named, ...]:
    """Return those on rosters in their order, each with what they were called before somebody said otherwise."""
    rosters = [{name_key(person.name) for person in people} for people in at.rosters.values()]
    return tuple(
        Named(
            NameKind.PERSON,
            person.name,
            at.outline.names.of(NameKind.PERSON, person.name).also,
            {},
            sum(name_key(person.name) in roster for roster in rosters),
        )
        for person in at.people
    )


def _named(outline: Outline, kind: NameKind, of_files: Sequence[Outline]) -> tuple[Named, ...]:
    spoken = [{name_key(name) for name in names_by_kind(each)[kind]} for each in of_files]
    said = [(name, outline.names.of(kind, name)) for name in names_by_kind(outline)[kind]]
    return tuple(
        Named(kind, name, each.also, dict(each.languages), sum(bool(each.keys & keys) for keys in spoken))
        for name, each in said
    )
