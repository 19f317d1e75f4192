"""What the tables of a World Café write, on a phone or on paper, until it is among the notes of the programme."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from nlp.consent import ATTRIBUTE, Consent
from nlp.errors import InputError
from nlp.messages import Message
from service.analyses.findings import Findings
from service.annotations.rate import Rate
from service.annotations.tokens import check_tokens, person_of
from service.cafe.cafes import own, shown
from service.cafe.types import LONGEST_NOTE, MOST_LINES, Cafe, TableNote
from service.errors import Closed, NotFound, Refused
from service.intake import written
from service.journal import journal, things
from service.journal.types import Action, Details
from service.presentation.masking.contacts import without_contacts
from service.programmes.snapshot import Snapshot
from service.settings import Settings
from service.store import Database, Transaction
from service.store.cafe import cafes, notes
from service.store.cafe.cafes import CafeRow

MOST_NOTES = 5_000
MOST_A_MINUTE = 300
COLUMNS = ("text", "element", "review", "date", "round", "table", ATTRIBUTE)


class TableNotes:
    """The notes of the tables of all World Cafés. Methods raise `NotFound` for what is not there.

    They are nobody's: neither who wrote one nor when is stored. As a file of the programme they have the review, the
    day, the round and the table; a table at which fewer people sat than may be shown is left out.
    """

    def __init__(self, database: Database, settings: Settings, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._clock = clock
        self._threshold = settings.threshold
        self._rate = Rate(MOST_A_MINUTE)

    def every(self, found: Findings, code: str) -> tuple[TableNote, ...]:
        """Return the notes by round and table, nobody named in them."""
        with self._database.reading() as db:
            kept = notes.every(db, own(db, found.at, code))
        people, spelled = found.nobody_of(()), found.at.spelling.element
        return tuple(replace(each, text=people.mask(each.text), element=spelled(each.element)) for each in kept)

    def write(self, code: str, token: str, number: int, table: int, text: str, element: str = "") -> int:
        """Keep what a table wrote, each line as a note; return how many lines there were.

        Args:
            code: of the café.
            token: of the form that was sent; what is sent again is kept once.
            number: of the round, from 1.
            table: its number, from 1.
            text: of the notes.
            element: the name of the element that they are about, "" for none.

        Raises:
            InputError: there is no text, too much of it, or no such table; the token is not one of ours.
            Closed: it takes no notes now.
            Refused: it has as many notes as it may have.
            TooOften: too many are sending something at this moment.
        """
        check_tokens([token])
        self._rate.check(code)
        lines = _lines(text)
        with self._database.writing() as db:
            row = cafes.find(db, code, lock=True)
            if not row.is_open:
                raise Closed
            _keep(db, row, token, _note(row, number, table, element), lines)
        return len(lines)

    def enter(
        self, slug: str, code: str, token: str, number: int, table: int, text: str, element: str = ""
    ) -> tuple[TableNote, ...]:
        """Keep what a table wrote on paper, each line as a note, as `write` does; return these notes."""
        check_tokens([token])
        lines = _lines(text)
        with self._database.writing() as db:
            at = Snapshot.to_change(db, slug)
            row = own(db, at, code, lock=True)
            made = _keep(db, row, token, _note(row, number, table, element), lines)
            _write(db, at, Action.TABLE_NOTES_ENTERED, row, len(lines))
        return made

    def remove(self, slug: str, code: str, note: str) -> None:
        """Forget a note for good, among the notes of the programme too."""
        with self._database.writing() as db:
            at = Snapshot.to_change(db, slug)
            row = own(db, at, code, lock=True)
            notes.remove(db, row, note)
            if any(file.id == row.file_id for file in at.files):
                self._put(db, at, row, [each for each in notes.every(db, row) if each.gathered])
            _write(db, at, Action.TABLE_NOTE_REMOVED, row)

    def gather(self, slug: str, code: str) -> Cafe:
        """Put all that the tables wrote among the notes of the programme, as one file, written anew each time.

        Raises:
            InputError: they have written nothing.
        """
        with self._database.writing() as db:
            at = Snapshot.to_change(db, slug)
            row = own(db, at, code, lock=True)
            if not notes.count(db, row):
                raise InputError("", Message("the tables have written nothing"), Message("Wait for the first note"))
            return shown(at, self._gather(db, at, row))

    def set_open(self, slug: str, code: str, *, is_open: bool) -> Cafe:
        """Close a café for phones, which puts what the tables wrote among the notes; or open it again."""
        with self._database.writing() as db:
            at = Snapshot.to_change(db, slug)
            row = replace(own(db, at, code, lock=True), is_open=is_open)
            if not is_open and notes.count(db, row):
                row = self._gather(db, at, row)
            cafes.put(db, row)
            _write(db, at, Action.CAFE_OPENED if is_open else Action.CAFE_CLOSED, row)
            return shown(at, row)

    def _gather(self, db: Transaction, at: Snapshot, row: CafeRow) -> CafeRow:
        every = notes.every(db, row)
        row = self._put(db, at, row, every)
        notes.mark_gathered(db, row)
        _write(db, at, Action.TABLE_NOTES_GATHERED, row, len(every))
        return row

    def _put(self, db: Transaction, at: Snapshot, row: CafeRow, gathered: Sequence[TableNote]) -> CafeRow:
        data = written.as_csv(COLUMNS, self._records(row, gathered))
        file_id = written.put(db, at, f"world-cafe-{row.code}.csv", data, self._clock(), row.file_id)
        row = replace(row, file_id=file_id)
        cafes.put(db, row)
        return row

    def _records(self, row: CafeRow, gathered: Sequence[TableNote]) -> Iterator[dict[str, str]]:
        for note in gathered:
            seated = row.plan.rounds[note.round - 1]
            is_told = note.table <= len(seated) and len(seated[note.table - 1].people) >= self._threshold
            yield {
                "text": note.text,
                "element": note.element,
                "review": row.review,
                "date": row.day,
                "round": str(note.round),
                "table": str(note.table) if is_told else "",
                ATTRIBUTE: Consent.NOT_ATTRIBUTED.value,
            }


def _note(row: CafeRow, number: int, table: int, element: str) -> TableNote:
    """Return a note without words.

    Raises:
        NotFound: there is no such round or table.
    """
    if not 1 <= number <= len(row.plan.rounds):
        raise NotFound("round", number)
    if not 1 <= table <= len(row.plan.rounds[number - 1]):
        raise NotFound("table", table)
    return TableNote("", number, table, "", element, gathered=False)


def _keep(db: Transaction, row: CafeRow, token: str, empty: TableNote, lines: Sequence[str]) -> tuple[TableNote, ...]:
    if notes.count(db, row) + len(lines) > MOST_NOTES:
        problem = Message("this World Café takes {most} notes and no more", {"most": MOST_NOTES})
        raise Refused("", problem, Message("Plan another one"))
    made = [replace(empty, id=person_of(row.code, f"{token} {number}"), text=line) for number, line in enumerate(lines)]
    notes.add(db, row, made)
    return tuple(made)


def _lines(text: str) -> tuple[str, ...]:
    """Return the lines of a text that say something, contact data taken out.

    Raises:
        InputError: there is none, there are too many, or one is too long.
    """
    lines = tuple(" ".join(line.split()) for line in without_contacts(text).splitlines())
    said = tuple(line for line in lines if any(map(str.isalnum, line)))
    if not said or len(said) > MOST_LINES:
        problem = Message("1 to {most} notes are sent at once", {"most": MOST_LINES})
        raise InputError("", problem, Message("Write each on a line of its own"), "text")
    if any(len(line) > LONGEST_NOTE for line in said):
        problem = Message("a note has at most {most} letters", {"most": LONGEST_NOTE})
        raise InputError("", problem, Message("Write it on several lines"), "text")
    return said


def _write(db: Transaction, at: Snapshot, action: Action, row: CafeRow, number: int = 0) -> None:
    journal.write(db, at.id, action, things.cafe(row.code), Details(number=number))
