"""Talking at the end of a session about how inclusive it was: what observers noted, what it leads to, three views."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from nlp.consent import ATTRIBUTE, Consent
from nlp.errors import InputError
from nlp.messages import Message, msgid
from nlp.participation.three_views import Points, three_views
from service.analyses.findings import FindingsOf
from service.annotations.feedback_forms import FeedbackForms
from service.errors import NotFound, Refused
from service.inclusion.types import (
    LONGEST_LINE,
    LONGEST_NAME,
    LONGEST_NOTE,
    LONGEST_TIME,
    Intention,
    ObserverNote,
    Reflection,
)
from service.intake.written import as_csv, put
from service.journal import journal, things
from service.journal.types import NOTHING_MORE, Action
from service.names.said import checked_text
from service.programmes.snapshot import Snapshot
from service.store import Database, Transaction, forms
from service.store.forms import FormRow
from service.store.inclusion import reflections
from service.store.inclusion.reflections import NoteRow

MOST = 500
"""Notes and lines of one session: more than several observers write in a day."""

_COLUMNS = ("text", "element", "date", "participant", ATTRIBUTE)


class Reflections:
    """What stands on the page “How inclusive was it?” of each session.

    A session has it by its form for those present, so that it is there before there is a record. Methods raise
    `NotFound` if there is no such programme or form.
    """

    def __init__(
        self, database: Database, forms_of: FeedbackForms, findings: FindingsOf, clock: Callable[[], datetime]
    ) -> None:
        self._database = database
        self._forms = forms_of
        self._findings = findings
        self._clock = clock

    def of(self, slug: str, code: str) -> Reflection:
        """Return all that there is for talking about a session."""
        form, answers = self._forms.form(slug, code), self._forms.results(slug, code)
        measured = self._forms.measured(slug, form.session) if form.session else None
        with self._database.reading() as db:
            row = forms.find(db, code)
            rows, lines = reflections.notes(db, row), reflections.lines(db, row)
        notes = tuple(map(_note, rows))
        views = three_views(measured, answers.items, [each.points for each in notes])
        own = tuple(Intention(number, text) for number, text in lines)
        return Reflection(form, notes, own, answers, measured, views)

    def observe(
        self, slug: str, code: str, text: str, observer: str = "", time: str = "", points: Points = Points.NEITHER
    ) -> Reflection:
        """Keep what an observer noted.

        Args:
            slug: of the programme.
            code: of the form of the session.
            text: of the note, in any language.
            observer: who noted it, "" for nobody by name.
            time: of the session, as the observer writes it.
            points: which way it points.

        Raises:
            InputError: there is no text, or something is too long.
            Refused: there are as many notes as one session may have.
        """
        said = _checked(text, LONGEST_NOTE)
        who, when = _short(observer, LONGEST_NAME), _short(time, LONGEST_TIME)
        with self._database.writing() as db:
            at, row = self._own(db, slug, code)
            _check_room(db, row)
            reflections.add_note(db, row, said, who, when, points.value)
            _write(db, at, Action.OBSERVED, row)
        return self.of(slug, code)

    def forget_note(self, slug: str, code: str, number: int) -> None:
        """Forget a note of an observer, also among the notes of the programme; `NotFound` if there is none."""
        with self._database.writing() as db:
            at, row = self._own(db, slug, code)
            gone = next((each for each in reflections.notes(db, row) if each.id == number), None)
            reflections.remove_note(db, row, number)
            if gone and gone.file_id is not None:
                self._write_file(db, at, row, before=gone.file_id)
            _write(db, at, Action.OBSERVATION_REMOVED, row)

    def intend(self, slug: str, code: str, text: str) -> Reflection:
        """Keep a line of what the group wants to do differently; raises as `observe`."""
        said = _checked(text, LONGEST_LINE)
        with self._database.writing() as db:
            at, row = self._own(db, slug, code)
            _check_room(db, row)
            reflections.add_line(db, row, " ".join(said.split()))
            _write(db, at, Action.INTENTION_SAID, row)
        return self.of(slug, code)

    def forget_intention(self, slug: str, code: str, number: int) -> None:
        """Forget a line; `NotFound` if there is none."""
        with self._database.writing() as db:
            at, row = self._own(db, slug, code)
            reflections.remove_line(db, row, number)
            _write(db, at, Action.INTENTION_REMOVED, row)

    def take_over(self, slug: str, code: str, numbers: Sequence[int], element: str = "") -> Reflection:
        """Put notes of observers among the notes of the programme, so that they are in the analysis.

        Args:
            slug: of the programme.
            code: of the form of the session.
            numbers: of the notes.
            element: the slug of the element that they are about, "" for none.

        Raises:
            InputError: there is nothing among them that is not there yet.
            NotFound: there is no such note or element.
        """
        about = self._findings.of(slug).name_of(element) if element else ""
        with self._database.writing() as db:
            at, row = self._own(db, slug, code)
            rows = {each.id: each for each in reflections.notes(db, row)}
            if missing := [each for each in numbers if each not in rows]:
                raise NotFound("note", missing[0])
            new = [each for each in dict.fromkeys(numbers) if rows[each].file_id is None]
            if not new:
                raise InputError("", Message("none of these notes is still to be taken over"), Message("Choose others"))
            reflections.take(db, row, new, about)
            self._write_file(db, at, row, new)
            _write(db, at, Action.OBSERVATIONS_TAKEN, row, len(new))
        return self.of(slug, code)

    def _write_file(
        self, db: Transaction, at: Snapshot, row: FormRow, new: Sequence[int] = (), before: int | None = None
    ) -> None:
        taken = [each for each in reflections.notes(db, row) if each.file_id is not None or each.id in new]
        before = next((each.file_id for each in taken if each.file_id is not None), before)
        date = next((each.date for each in at.session_rows if each.file_id == row.file_id), "")
        said = [_record(each, date) for each in taken if any(map(str.isalnum, each.text))]
        file_id = put(db, at, _filename(row), as_csv(_COLUMNS, said), self._clock(), before)
        reflections.are_in(db, row, [each.id for each in taken], file_id)

    def _own(self, db: Transaction, slug: str, code: str) -> tuple[Snapshot, FormRow]:
        at, row = Snapshot.to_change(db, slug), forms.find(db, code, lock=True)
        if row.programme_id != at.id:
            raise NotFound("form", code)
        return at, row


def _filename(row: FormRow) -> str:
    return f"observers-{row.code}.csv"


def _note(row: NoteRow) -> ObserverNote:
    return ObserverNote(row.id, row.text, row.observer, row.time, Points(row.points), taken=row.file_id is not None)


def _record(row: NoteRow, date: str) -> dict[str, str]:
    said = {"text": " ".join(row.text.split()), "element": row.element, "date": date}
    if any(map(str.isalnum, row.observer)):
        return {**said, "participant": row.observer}
    return {**said, ATTRIBUTE: Consent.NOT_ATTRIBUTED.value}


def _checked(text: str, most: int) -> str:
    said = "\n".join(" ".join(line.split()) for line in text.strip().splitlines())
    return checked_text(said, most, msgid("a note has 1 to {most} letters"))


def _short(text: str, most: int) -> str:
    said = " ".join(text.split())
    if len(said) > most:
        problem = Message("“{text}…” is longer than {most} letters", {"text": said[:20], "most": most})
        raise InputError("", problem, Message("Shorten it"))
    return said


def _check_room(db: Transaction, row: FormRow) -> None:
    if reflections.count(db, row) >= MOST:
        problem = Message("one session takes {most} notes and no more", {"most": MOST})
        raise Refused("", problem, Message("Remove some of them"))


def _write(db: Transaction, at: Snapshot, action: Action, row: FormRow, number: int = 0) -> None:
    details = replace(NOTHING_MORE, number=number) if number else NOTHING_MORE
    journal.write(db, at.id, action, things.form(row.code, row.title), details)
