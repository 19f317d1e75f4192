"""Actions: made, changed, looked at again at a review, and what is left as it is with a reason."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from nlp.errors import InputError
from nlp.messages import Message
from service.actions.beside import as_it_is_now, evidence_shown, in_turn, review_gone
from service.actions.calendar import calendar_of
from service.actions.evidence import last_review, take_down
from service.actions.removal import forget
from service.actions.types import (
    LONGEST_LINE,
    LONGEST_WHAT,
    LONGEST_WHO,
    ActionPoint,
    ActionVerdict,
    Became,
    Calendar,
    Evidence,
    Left,
    Source,
    Status,
    ThenAndNow,
)
from service.actions.unanswered import Unanswered, unanswered
from service.analyses.findings import Findings, FindingsOf
from service.annotations.tokens import new_token
from service.errors import NotFound
from service.journal import journal, things
from service.journal.types import Action, Thing
from service.names.said import written_day
from service.presentation.i18n import DEFAULT, Language, language
from service.programmes.snapshot import Snapshot
from service.store import Database, Transaction, programmes
from service.store.actions import actions, calendars, left

SAID_BY_HAND = Source()
MOST = 2_000


class Actions:
    """The actions of all programmes. Methods raise `NotFound` for what is not there."""

    def __init__(self, database: Database, findings: FindingsOf, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._findings = findings
        self._clock = clock

    @property
    def today(self) -> str:
        """The day, ISO 8601."""
        return self._clock().date().isoformat()

    def every(self, slug: str) -> tuple[ActionPoint, ...]:
        """Return the actions of a programme, oldest first, as they are kept."""
        with self._database.reading() as db:
            return actions.every(db, programmes.find(db, slug).id)

    def get(self, slug: str, code: str) -> ActionPoint:
        """Return one action."""
        return _one(self.every(slug), code)

    def make(
        self,
        slug: str,
        what: str,
        who: str = "",
        until: str = "",
        source: Source = SAID_BY_HAND,
        spoken: Language | None = None,
    ) -> ActionPoint:
        """Agree on something that is to be done.

        Args:
            slug: of the programme.
            what: is to be done.
            who: does it: a team, a person, or any words.
            until: the day by which it is to be done, ISO 8601, "" for none.
            source: what it is made of; what that says is taken down as it is now.
            spoken: the language in which it is said who was heard in a session; English if it is left out.

        Raises:
            InputError: it says nothing, is too long, or the day is none.
        """
        _checked(what, LONGEST_WHAT), _short(who, LONGEST_WHO), written_day(until)
        return self.agree(slug, what, who, until, self.taken_down(slug, source, spoken))

    def agree(self, slug: str, what: str, who: str, until: str, evidence: Evidence) -> ActionPoint:
        """Agree on something that is to be done, of which it is known what led to it; `InputError` as `make`."""
        said = _checked(what, LONGEST_WHAT), _short(who, LONGEST_WHO), written_day(until)
        with self._database.writing() as db:
            at = Snapshot.to_change(db, slug)
            if len(actions.every(db, at.id)) >= MOST:
                problem = Message("a programme has {most} actions and no more", {"most": MOST})
                raise InputError("", problem, Message("Remove those that nobody needs any more"))
            code = actions.add(db, at.id, *said, self._clock(), evidence)
            _write(db, at, Action.ACTION_MADE, code)
            return _one(actions.every(db, at.id), code)

    def taken_down(self, slug: str, source: Source, spoken: Language | None = None) -> Evidence:
        """Return what an action would be made of, as it is now; nothing is kept.

        Raises:
            InputError: a question without its words.
        """
        return take_down(self._findings.of(slug), source, spoken or language(DEFAULT))

    def change(
        self,
        slug: str,
        code: str,
        *,
        what: str | None = None,
        who: str | None = None,
        until: str | None = None,
        status: Status | None = None,
    ) -> ActionPoint:
        """Say of an action what is otherwise; what is None stays as it is.

        Raises:
            InputError: as `make`.
        """
        with self._database.writing() as db:
            at = Snapshot.to_change(db, slug)
            before = _one(actions.every(db, at.id), code)
            new = replace(
                before,
                what=before.what if what is None else _checked(what, LONGEST_WHAT),
                who=before.who if who is None else _short(who, LONGEST_WHO),
                until=before.until if until is None else written_day(until),
                status=status or before.status,
            )
            if new != before:
                new = replace(new, changed=self._clock())
                _write(db, at, Action.ACTION_CHANGED, code)
                actions.change(db, at.id, new)
            return new

    def remove(self, slug: str, code: str) -> None:
        """Forget an action with all that was said of it."""
        with self._database.writing() as db:
            forget(db, Snapshot.to_change(db, slug), code)

    def judge(
        self, slug: str, code: str, became: Became | None, line: str = "", review: str | None = None
    ) -> ActionPoint:
        """Say at a review what became of what an action was about, in the place of what was said at it before.

        Args:
            slug: of the programme.
            code: of the action.
            became: whether it changed; None takes back what was said.
            line: what else there is to say.
            review: its name; the last one if it is left out.

        Raises:
            InputError: the line is too long.
        """
        said = _short(line, LONGEST_LINE)
        with self._database.writing() as db:
            at = Snapshot.to_change(db, slug)
            when = at.review(review) if review else (at.outline.reviews[-1].name if at.outline.reviews else "")
            if became is None:
                _write(db, at, Action.VERDICT_TAKEN_BACK, code)
                actions.forget_verdict(db, at.id, code, when or "")
            else:
                _write(db, at, Action.ACTION_JUDGED, code)
                actions.judge(db, at.id, code, ActionVerdict(when or "", became, said, self.today))
            return _one(actions.every(db, at.id), code)

    def beside(self, found: Findings) -> tuple[ThenAndNow, ...]:
        """Return the actions of a programme beside what led to them: first those of which nothing was said yet.

        Raises:
            NotMadeYet: the readings are still being worked out.
        """
        turn = in_turn(self.every(found.at.slug), last_review(found))
        return tuple(self.then_and_now(found, each) for each in turn)

    def then_and_now(self, found: Findings, action: ActionPoint) -> ThenAndNow:
        """Return one action beside what led to it.

        Raises:
            NotMadeYet: the readings are still being worked out.
        """
        shown = replace(action, evidence=evidence_shown(found, action.evidence))
        return ThenAndNow(shown, as_it_is_now(found, action.evidence), review_gone(action.evidence, found.at))

    # what nobody has answered

    def unanswered(self, found: Findings, review: str | None = None) -> tuple[Unanswered, ...]:
        """Return what people raised in a review, and neither an action nor a reason speaks of; of all for None.

        Raises:
            NotMadeYet: the readings are still being worked out.
        """
        slug = found.at.slug
        answers = [*(each.evidence for each in self.every(slug)), *(each.evidence for each in self.left(slug))]
        return unanswered(found, answers, found.at.review(review or None) or "")

    def left(self, slug: str) -> tuple[Left, ...]:
        """Return what is left as it is, oldest first, as it is kept."""
        with self._database.reading() as db:
            return left.every(db, programmes.find(db, slug).id)

    def left_shown(self, found: Findings) -> tuple[Left, ...]:
        """Return what is left as it is, without words that may not be shown any more."""
        return tuple(replace(each, evidence=evidence_shown(found, each.evidence)) for each in self.left(found.at.slug))

    def leave(self, slug: str, reason: str, source: Source) -> Left:
        """Say that something was heard and is left as it is, and why.

        Raises:
            InputError: there is no reason, or it is too long.
        """
        why, evidence = _checked(reason, LONGEST_LINE), self.taken_down(slug, source)
        with self._database.writing() as db:
            at = Snapshot.to_change(db, slug)
            code = left.add(db, at.id, why, self.today, evidence)
            journal.write(db, at.id, Action.LEFT_AS_IS, _thing(code))
            return next(each for each in left.every(db, at.id) if each.code == code)

    def take_up(self, slug: str, code: str) -> None:
        """Forget that something is left as it is: it stands among what nobody has answered again."""
        with self._database.writing() as db:
            at = Snapshot.to_change(db, slug)
            journal.write(db, at.id, Action.TAKEN_UP, _thing(code))
            left.remove(db, at.id, code)

    # the calendar

    def calendar(self, slug: str) -> Calendar | None:
        """Return the address under which calendars fetch the actions, None if there is none."""
        with self._database.reading() as db:
            return calendars.find(db, programmes.find(db, slug).id)

    def open_calendar(self, slug: str, *, names: bool = False) -> Calendar:
        """Make an address for calendars; that which there was leads nowhere from now on.

        Args:
            slug: of the programme.
            names: whether people are named in it; teams always are.
        """
        with self._database.writing() as db:
            at = Snapshot.to_change(db, slug)
            made = Calendar(new_token(), names)
            calendars.keep(db, at.id, made)
            journal.write(db, at.id, Action.CALENDAR_OPENED, things.programme(slug, at.row.name))
            return made

    def close_calendar(self, slug: str) -> None:
        """Let the address for calendars lead nowhere."""
        with self._database.writing() as db:
            at = Snapshot.to_change(db, slug)
            calendars.remove(db, at.id)
            journal.write(db, at.id, Action.CALENDAR_CLOSED, things.programme(slug, at.row.name))

    def as_calendar(self, secret: str) -> bytes:
        """Return the actions of a programme for calendars, to whoever has the address (RFC 5545)."""
        with self._database.reading() as db:
            slug = programmes.slug_of(db, calendars.programme_of(db, secret))
        found, names = self._findings.of(slug), (self.calendar(slug) or Calendar("", names=False)).names
        people = None if names else found.nobody_of(found.written())
        return calendar_of(found.at.row.name, self.every(slug), found.at.outline.teams, people)


def _one(every: tuple[ActionPoint, ...], code: str) -> ActionPoint:
    found = next((each for each in every if each.code == code), None)
    if found is None:
        raise NotFound("action", code)
    return found


def _checked(text: str, most: int) -> str:
    said = _short(text, most)
    if not any(map(str.isalnum, said)):
        raise InputError("", Message("there is nothing written here"), Message("Write what you mean"))
    return said


def _short(text: str, most: int) -> str:
    said = " ".join(text.split())
    if len(said) > most:
        problem = Message("this is longer than {most} letters", {"most": most})
        raise InputError("", problem, Message("Shorten it"))
    return said


def _thing(code: str) -> Thing:
    return things.action(code)


def _write(db: Transaction, at: Snapshot, action: Action, code: str) -> None:
    journal.write(db, at.id, action, _thing(code))
