"""What was done in programmes, to be read, and to be taken back where nobody has gone on from it."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum

from nlp.errors import InputError
from nlp.messages import Message, msgid
from service.access.acting import acting
from service.annotations.question_choices import QuestionChoices
from service.annotations.reading_edits import ReadingEdits
from service.errors import NotFound, Stale
from service.intake.removed import RemovedFiles
from service.journal import journal
from service.journal.shown import is_shown
from service.journal.types import (
    LOOKED,
    Action,
    ChangedSession,
    ChoseRoster,
    DidWithQuestion,
    Entry,
    MadeEdit,
    RemovedFile,
    RenamedProgramme,
    Reverse,
    SaidAttendance,
    SaidNames,
    Thing,
    ThingKind,
    ToldLabel,
)
from service.journal.words import several_in_words
from service.names.difference import taken_back
from service.programmes import session_titles
from service.programmes.snapshot import Snapshot
from service.store import Database, Transaction, identities, names, programmes, sessions
from service.store.journal import entries, removed

OVERTAKEN = msgid("it was changed again since: {changed}")
GONE = Message("What it was done with is not there any more.")
MOST = 200
USUAL = 50


class Undo(StrEnum):
    """Whether something that was done can be taken back."""

    POSSIBLE = "possible"
    OVERTAKEN = "overtaken"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class Done:
    """One thing that was done, and whether it can be taken back."""

    entry: Entry
    undo: Undo


@dataclass(frozen=True, slots=True)
class HistoryPage:
    """What was done in a programme, newest first.

    Attributes:
        done: the entries.
        next: what to ask for as `before` to read on, None at the end.
        people: who did something, by name; "" is whoever sits at this machine.
    """

    done: tuple[Done, ...]
    next: int | None
    people: tuple[str, ...]


class History:
    """What was done in all programmes. Methods raise `NotFound` if there is no such programme or entry."""

    def __init__(
        self, database: Database, edits: ReadingEdits, questions: QuestionChoices, removed_files: RemovedFiles
    ) -> None:
        self._database = database
        self._edits = edits
        self._questions = questions
        self._removed = removed_files

    def page(
        self,
        slug: str,
        *,
        before: int | None = None,
        who: str | None = None,
        kinds: Collection[ThingKind] = (),
        looked: bool = False,
        most: int = USUAL,
    ) -> HistoryPage:
        """Return what was done, or who saw what.

        Args:
            slug: of the programme.
            before: only what was done before the entry with this number.
            who: only what somebody did, by name.
            kinds: only what was done with these kinds of things; all where there are none.
            looked: only what was looked at and taken out as a file; else all but what was only looked at.
            most: how many entries at most.
        """
        with self._database.reading() as db:
            at = Snapshot.load(db, slug)
            actions: dict[str, Collection[Action]] = {"only": LOOKED} if looked else {"without": {Action.SAW}}
            found = entries.page(db, at.id, most + 1, before=before, who=who, kinds=kinds, **actions)
            shown = found[:most]
            away = {row.file_id for row in removed.every(db, at.id)}
            oldest = min((each.revision or 0 for each in shown), default=0)
            later = entries.since(db, at.id, oldest)
            people = entries.people(db, at.id)
        done = tuple(Done(each, _state(each, at, away, later)) for each in shown)
        return HistoryPage(done, shown[-1].number if len(found) > most else None, people)

    def exported(self, slug: str, filename: str) -> None:
        """Write down that whoever is signed in took something out of a programme as a file."""
        if acting().sits_here or not is_shown():
            return
        with self._database.writing() as db:
            programme_id = programmes.find(db, slug).id
            journal.write(db, programme_id, Action.EXPORTED, Thing(ThingKind.REPORT, filename, filename))

    def undo(self, slug: str, number: int) -> None:
        """Take back what was done.

        Raises:
            InputError: it is nothing that can be taken back.
            Stale: somebody has gone on from it.
        """
        with self._database.reading() as db:
            at = Snapshot.load(db, slug)
            entry = entries.find(db, at.id, number)
            if entry is None:
                raise NotFound("change", number)
            later = _after(entry, entries.since(db, at.id, entry.revision or 0))
        match entry.undo:
            case None:
                problem = Message("this cannot be taken back from here")
                raise InputError("", problem, Message("Open what it was done with and change it there"))
            case RemovedFile(file=file_id):
                self._removed.take_back(slug, file_id)
            case MadeEdit(edit=edit):
                self._edits.undo(slug, edit)
            case DidWithQuestion(choice=choice):
                self._questions.undo(slug, choice)
            case said:
                self._go_back(slug, entry, said, later)

    def _go_back(self, slug: str, entry: Entry, said: Reverse, later: tuple[Entry, ...]) -> None:
        with self._database.writing() as db:
            at = Snapshot.to_change(db, slug)
            if (turned := _turned(db, at, said)) is None:
                raise Stale(several_in_words(later) if later else GONE, OVERTAKEN)
            journal.write(db, at.id, Action.UNDONE, entry.of, entry.details, undo=turned)


def _state(entry: Entry, at: Snapshot, away: Collection[int], later: Iterable[Entry]) -> Undo:
    there: bool
    match entry.undo:
        case None:
            return Undo.NEVER
        case RemovedFile(file=file_id):
            there = file_id in away
        case MadeEdit(edit=edit):
            there = edit in {each.id for each in at.edits}
        case DidWithQuestion(choice=choice):
            there = choice in {each.id for each in at.questions}
        case _:
            there = not _after(entry, later)
    return Undo.POSSIBLE if there else Undo.OVERTAKEN


def _after(entry: Entry, later: Iterable[Entry]) -> tuple[Entry, ...]:
    """Return what was done later with the same things."""
    keys = set(entry.about)
    return tuple(each for each in later if each.number > entry.number and keys & set(each.about))


def _turned(db: Transaction, at: Snapshot, said: Reverse) -> Reverse | None:
    """Go back to what was, and return what it takes to come back here; None where that is not so any more."""
    match said:
        case SaidNames(was=was, now=now):
            after = taken_back(at.outline.names, was, now)
            if after is None:
                return None
            names.keep(db, at.id, after)
            return SaidNames(now, was)
        case ToldLabel():
            return _untold(db, at, said)
        case SaidAttendance():
            return _unsaid(db, at, said)
        case ChoseRoster():
            return _unchosen(db, at, said)
        case RenamedProgramme(was=was, now=now) if now == (at.row.name, at.row.description):
            programmes.describe(db, at.id, *was)
            return RenamedProgramme(now, was)
        case ChangedSession():
            return _untitled(db, at, said)
        case _:
            return None


def _untold(db: Transaction, at: Snapshot, said: ToldLabel) -> ToldLabel | None:
    if said.session not in {row.file_id for row in at.session_rows}:
        return None
    now = [(row.file_id is None, row.identity) for row in at.identities if row.file_id in (None, said.session)]
    if tuple(each for each in now if each[1].label == said.label) != said.now:
        return None
    for file_id in (said.session, None):
        identities.forget(db, at.id, file_id, said.label)
    for everywhere, identity in said.was:
        identities.say(db, at.id, None if everywhere else said.session, identity)
    return ToldLabel(said.session, said.label, said.now, said.was)


def _unsaid(db: Transaction, at: Snapshot, said: SaidAttendance) -> SaidAttendance | None:
    told = at.present.get(said.session, {})
    is_there = said.session in {row.file_id for row in at.session_rows}
    if not is_there or any(told.get(name) != state for name, state in said.now.items()):
        return None
    sessions.say_attendance(db, at.id, said.session, said.was)
    return SaidAttendance(said.session, said.now, said.was)


def _untitled(db: Transaction, at: Snapshot, said: ChangedSession) -> ChangedSession | None:
    row = next((each for each in at.session_rows if each.file_id == said.session), None)
    if row is None or session_titles.said_of(at, row) != said.now:
        return None
    session_titles.say(db, at, row, said.was)
    return ChangedSession(said.session, said.now, said.was)


def _unchosen(db: Transaction, at: Snapshot, said: ChoseRoster) -> ChoseRoster | None:
    row = next((each for each in at.session_rows if each.file_id == said.session), None)
    if row is None or row.roster_id != said.now or said.was not in {None, *(each.id for each in at.files)}:
        return None
    sessions.choose_roster(db, said.session, said.was)
    return ChoseRoster(said.session, said.now, said.was)
