"""What those present say of a session themselves: forms, their answers, and where these disagree with the record."""

from collections.abc import Mapping
from dataclasses import dataclass

from nlp.errors import InputError
from nlp.messages import Message
from nlp.participation.feedback import Measured, Observation, ObserversView, observe
from service.analyses.findings import FindingsOf
from service.analyses.outcomes import Failed, attempt
from service.annotations.rate import Rate
from service.annotations.tokens import check_tokens
from service.errors import Closed, NotFound, Refused
from service.journal import journal, things
from service.journal.types import Action
from service.programmes.snapshot import LONGEST_NAME, Snapshot
from service.settings import Settings
from service.store import Database, Transaction, forms
from service.store.forms import FormRow

MOST_ANSWERS = 2_000
"""More than a room holds, so that one device cannot fill the disk."""
MOST_A_MINUTE = 600
"""All phones of a full hall at once, twice."""
MANY = 10
"""So many answers one device may send that is passed round; those after them are marked."""


@dataclass(frozen=True, slots=True)
class Form:
    """A form as others see it.

    Attributes:
        code: its name in addresses.
        title: of the session, as the facilitator calls it.
        is_open: whether it takes answers.
        received: how many answers it has.
        session: slug of the session it is about, None while that is not known.
        after_many: how many of the answers came from devices that had sent `MANY` before.
        removable: how many of those can be taken away; 0 while it is open, and where single people could be recognised.
    """

    code: str
    title: str
    is_open: bool
    received: int
    session: str | None
    after_many: int
    removable: int


class FeedbackForms:
    """The forms of all programmes.

    Answers can be read only after a form is closed, and only those of at least `Settings.threshold` people together
    (`nlp.participation.feedback.countable`): whoever watches them come in learns nothing about single people.
    """

    def __init__(self, database: Database, settings: Settings, findings: FindingsOf) -> None:
        self._database = database
        self._settings = settings
        self._findings = findings
        self._rate = Rate(MOST_A_MINUTE)

    def forms(self, slug: str) -> tuple[Form, ...]:
        """Return the forms of a programme, oldest first; raises `NotFound` if there is no such programme."""
        with self._database.reading() as db:
            at = Snapshot.load(db, slug)
            return tuple(self._shown(db, at, row) for row in at.forms)

    def form(self, slug: str, code: str) -> Form:
        """Return a form; raises `NotFound` if the programme has none with that code."""
        with self._database.reading() as db:
            at = Snapshot.load(db, slug)
            return self._shown(db, at, _own(db, at, code))

    def form_of(self, at: Snapshot, session: str) -> Form | None:
        """Return the form that is about a session of a programme, or None; without one the store is not read."""
        file_id = at.session_row(session).file_id
        row = next((row for row in at.forms if row.file_id == file_id), None)
        if row is None:
            return None
        with self._database.reading() as db:
            return self._shown(db, at, row)

    def add_form(self, slug: str, title: str = "", session: str | None = None) -> Form:
        """Make a form, which is open from now on.

        Args:
            slug: of the programme.
            title: what the session is called; where it is empty the title of `session`.
            session: slug of the session it is about, None if its record comes later.

        Raises:
            InputError: neither title nor session is given, or the title is too long.
            NotFound: there is no such programme or session.
        """
        with self._database.writing() as db:
            at = Snapshot.to_change(db, slug)
            about = None if session is None else at.session_row(session)
            named = " ".join(title.split()) or (about.title if about else "")
            if not named:
                raise InputError("", Message("the form has no title"), Message("Say what the session is called"))
            if len(named) > LONGEST_NAME:
                raise InputError(
                    "",
                    Message("the title is longer than {most} letters", {"most": LONGEST_NAME}),
                    Message("Shorten it"),
                )
            row = forms.add(db, at.id, named, about.file_id if about else None)
            journal.write(db, at.id, Action.FORM_MADE, things.form(row.code, named))
            return self._shown(db, at, row)

    def set_open(self, slug: str, code: str, *, is_open: bool) -> Form:
        """Open or close a form; raises `NotFound` as `form` does."""
        with self._database.writing() as db:
            at = Snapshot.to_change(db, slug)
            row = _own(db, at, code, lock=True)
            forms.set_open(db, row, is_open=is_open)
            action = Action.FORM_OPENED if is_open else Action.FORM_CLOSED
            journal.write(db, at.id, action, things.form(code, row.title))
            return self._shown(db, at, _own(db, at, code))

    def belongs_to(self, slug: str, code: str, session: str | None) -> Form:
        """Say which session a form is about; raises `NotFound` if there is no such form or session."""
        with self._database.writing() as db:
            at = Snapshot.to_change(db, slug)
            file_id = None if session is None else at.session_row(session).file_id
            row = _own(db, at, code)
            forms.belongs_to(db, row, file_id)
            journal.write(db, at.id, Action.FORM_BOUND, things.form(code, row.title))
            return self._shown(db, at, _own(db, at, code))

    def remove(self, slug: str, code: str) -> None:
        """Forget a form and its answers; raises `NotFound` as `form` does."""
        with self._database.writing() as db:
            at = Snapshot.to_change(db, slug)
            row = _own(db, at, code)
            forms.remove(db, row)
            journal.write(db, at.id, Action.FORM_REMOVED, things.form(code, row.title))

    def remove_after_many(self, slug: str, code: str) -> Form:
        """Take away the answers that came from devices which had sent many before; without any nothing happens.

        Raises:
            NotFound: as `form` does.
            Refused: the form is open, or single people could be recognised.
        """
        with self._database.writing() as db:
            at = Snapshot.to_change(db, slug)
            row = _own(db, at, code, lock=True)
            shown, openings = self._shown(db, at, row), self._removable(row, forms.after_many(db, row))
            if not shown.after_many:
                return shown
            if not openings:
                raise Refused(
                    "",
                    Message("no answers of devices that sent many can be taken away now"),
                    Message("Close the form first, and see how many there are"),
                )
            forms.remove_after_many(db, row, openings)
            journal.write(db, at.id, Action.FORM_AFTER_MANY_REMOVED, things.form(code, row.title))
            return self._shown(db, at, row)

    # answers

    def open_form(self, code: str) -> tuple[str, bool]:
        """Return the title of a form and whether it is open, for those who know no more than its code.

        Raises:
            NotFound: there is none with that code.
        """
        with self._database.reading() as db:
            row = forms.find(db, code)
            return row.title, row.is_open

    def answer(self, code: str, answers: Mapping[str, Observation], *, after_many: bool = False) -> int:
        """Store answers and nothing else: no name, time, address or device; return how many were new.

        Args:
            code: of the form.
            after_many: they come from a device that had sent `MANY` before, which is kept, but not what device that is.
            answers: by the token of the form that was sent (`tokens.new_token`); a token that is known stores nothing.

        Raises:
            InputError: a token is not one of ours.
            NotFound: there is no such form.
            Closed: it takes no answers now.
            Refused: it has as many answers as a form may have.
            TooOften: too many are sending something at this moment.
        """
        check_tokens(answers)
        self._rate.check(code)
        with self._database.writing() as db:
            row = forms.find(db, code, lock=True)
            if not row.is_open:
                raise Closed
            if forms.received(db, row) + len(answers) > MOST_ANSWERS:
                raise Refused(
                    "",
                    Message("this form takes {most} answers and no more", {"most": MOST_ANSWERS}),
                    Message("Make another form"),
                )
            return forms.answer(db, row, answers, after_many=after_many)

    def results(self, slug: str, code: str) -> ObserversView:
        """Return a form's answers beside the record of its session.

        Raises:
            NotFound: as `form` does.
        """
        with self._database.reading() as db:
            at = Snapshot.load(db, slug)
            row = _own(db, at, code)
            rounds = forms.rounds(db, row)
            session = self._shown(db, at, row).session
        measured = self.measured(slug, session) if session else None
        return observe(rounds, measured, self._settings.threshold)

    def measured(self, slug: str, session: str) -> Measured | None:
        """Return what the record of a session shows, None if that cannot be measured; raises `NotFound` as `form`."""
        found = attempt(self._findings.of(slug).participation, session)
        if isinstance(found, Failed):
            return None
        silent = len(found.silent)
        effective = found.balance.effective_speakers
        return Measured(len(found.speakers) + silent, silent, effective, len(found.not_known))

    def _shown(self, db: Transaction, at: Snapshot, row: FormRow) -> Form:
        session = next((each.slug for each in at.session_rows if each.file_id == row.file_id), None)
        came = forms.after_many(db, row)
        received, marked = (sum(each[place] for each in came.values()) for place in (0, 1))
        removable = sum(came[opening][1] for opening in self._removable(row, came))
        return Form(row.code, row.title, row.is_open, received, session, marked, removable)

    def _removable(self, row: FormRow, came: Mapping[int, tuple[int, int]]) -> tuple[int, ...]:
        """Return the openings whose answers after many can go, of what `forms.after_many` gives.

        What was shown before and what is shown then differ by what went: that, and what is left, is of enough people.
        """
        if row.is_open:
            return ()
        fewest = self._settings.threshold
        return tuple(
            opening
            for opening, (all_of_it, marked) in came.items()
            if marked >= fewest and (all_of_it == marked or all_of_it - marked >= fewest)
        )


def _own(db: Transaction, at: Snapshot, code: str, *, lock: bool = False) -> FormRow:
    row = forms.find(db, code, lock=lock)
    if row.programme_id != at.id:
        raise NotFound("form", code)
    return row
