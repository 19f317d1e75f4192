"""Planning World Cafés: who sits where, changed by hand or anew, until the rounds are over."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from nlp.errors import InputError
from nlp.messages import Message
from nlp.names import name_key
from nlp.seating.measure import measure_seating
from nlp.seating.types import Seating
from service.cafe import arrange
from service.cafe.types import Cafe, CafePlan, Coming, NewCafe
from service.errors import NotFound
from service.journal import journal, things
from service.journal.types import Action
from service.names.titles import checked_title
from service.programmes.snapshot import Snapshot
from service.store import Database, Transaction, programmes
from service.store.cafe import cafes
from service.store.cafe.cafes import CafeRow

Change = Callable[[Snapshot, CafeRow], CafePlan]


@dataclass(frozen=True, slots=True)
class Tried:
    """What it would cost if two people changed places: what the tables do now, and what they would do then."""

    now: Seating
    then: Seating


class Cafes:
    """The World Cafés of all programmes. Methods raise `NotFound` for what is not there."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def every(self, slug: str) -> tuple[Cafe, ...]:
        """Return those of a programme, newest first."""
        with self._database.reading() as db:
            at = Snapshot.load(db, slug)
            return tuple(shown(at, row) for row in reversed(cafes.every(db, at.id)))

    def get(self, slug: str, code: str) -> Cafe:
        """Return one."""
        with self._database.reading() as db:
            at = Snapshot.load(db, slug)
            return shown(at, own(db, at, code))

    def programme_of(self, code: str) -> str:
        """Return the slug of the programme that has one, for those who know no more than its code."""
        with self._database.reading() as db:
            return programmes.slug_of(db, cafes.find(db, code).programme_id)

    def plan(self, slug: str, new: NewCafe) -> Cafe:
        """Plan one, open from now on.

        Raises:
            InputError: it has no review, its day is none, or people cannot be seated so (`arrange.first_plan`).
        """
        with self._database.reading() as db:
            at = Snapshot.load(db, slug)
        review, day, plan = _review(at, new.review), _day(new.day), arrange.first_plan(at, new)
        with self._database.writing() as db:
            at = Snapshot.to_change(db, slug)
            row = cafes.add(db, at.id, review, day, plan)
            _write(db, at, Action.CAFE_PLANNED, row)
            return shown(at, row)

    def arrange_anew(self, slug: str, code: str) -> Cafe:
        """Seat people in another way, in the rounds that are not over."""
        return self._seat(slug, code, lambda at, row: arrange.another(at, row.plan, row.over))

    def seat_those_here(self, slug: str, code: str, coming: Sequence[Coming]) -> Cafe:
        """Seat those who are there now, in the rounds that are not over: some are missing, others came late.

        Raises:
            InputError: all rounds are over, or people cannot be seated so.
        """
        return self._seat(slug, code, lambda at, row: arrange.with_people(at, row.plan, row.over, coming))

    def swap(self, slug: str, code: str, one: str, other: str, number: int | None = None) -> Cafe:
        """Let two people change places in one round, or in all that are not over.

        Raises:
            InputError: nobody would move.
        """
        return self._seat(slug, code, lambda _, row: arrange.swapped(row.plan, row.over, one, other, number))

    def try_swap(self, slug: str, code: str, one: str, other: str, number: int | None = None) -> Tried:
        """Return what it would cost if two people changed places; nothing is changed.

        Raises:
            InputError: nobody would move.
        """
        with self._database.reading() as db:
            at = Snapshot.load(db, slug)
            row = own(db, at, code)
        then = replace(row, plan=arrange.swapped(row.plan, row.over, one, other, number))
        return Tried(shown(at, row).seating, shown(at, then).seating)

    def set_over(self, slug: str, code: str, over: int) -> Cafe:
        """Say how many rounds are over.

        Raises:
            InputError: there are not so many.
        """

        def change(row: CafeRow) -> CafeRow:
            if not 0 <= over <= len(row.plan.rounds):
                problem = Message("there are {most} rounds", {"most": len(row.plan.rounds)})
                raise InputError("", problem, Message("Choose another number"), "over")
            return replace(row, over=over)

        return self._change(slug, code, change)

    def set_questions(self, slug: str, code: str, questions: Sequence[str]) -> Cafe:
        """Ask other questions.

        Raises:
            InputError: there are more than rounds, or one is too long.
        """

        def change(row: CafeRow) -> CafeRow:
            asked = arrange.asked(questions, len(row.plan.questions))
            return replace(row, plan=replace(row.plan, questions=asked))

        return self._change(slug, code, change)

    def remove(self, slug: str, code: str) -> None:
        """Forget one and what its tables wrote; what is among the notes of the programme stays."""
        with self._database.writing() as db:
            at = Snapshot.to_change(db, slug)
            row = own(db, at, code)
            cafes.remove(db, row)
            _write(db, at, Action.CAFE_REMOVED, row)

    def _seat(self, slug: str, code: str, change: Change) -> Cafe:
        """Seat people anew; large halls take seconds, so nobody who writes waits for it."""
        while True:
            with self._database.reading() as db:
                at = Snapshot.load(db, slug)
                before = own(db, at, code)
            after = replace(before, plan=change(at, before))
            with self._database.writing() as db:
                at = Snapshot.to_change(db, slug)
                if own(db, at, code, lock=True) == before:
                    cafes.put(db, after)
                    _write(db, at, Action.CAFE_SEATED, after)
                    return shown(at, after)

    def _change(self, slug: str, code: str, change: Callable[[CafeRow], CafeRow]) -> Cafe:
        with self._database.writing() as db:
            at = Snapshot.to_change(db, slug)
            row = change(own(db, at, code, lock=True))
            cafes.put(db, row)
            _write(db, at, Action.CAFE_CHANGED, row)
            return shown(at, row)


def own(db: Transaction, at: Snapshot, code: str, *, lock: bool = False) -> CafeRow:
    """Return a café of a programme, without those who were deleted for good; `NotFound` if it has none of that code."""
    row = cafes.find(db, code, lock=lock)
    if row.programme_id != at.id:
        raise NotFound("cafe", code)
    return replace(row, plan=arrange.sound(row.plan))


def shown(at: Snapshot, row: CafeRow) -> Cafe:
    """Return a café as others see it."""
    plan = row.plan
    seated = [Coming(name) for tables in plan.rounds for table in tables for name in table.people]
    people = arrange.people_of(at, [*seated, *plan.coming])
    return Cafe(
        code=row.code,
        review=row.review,
        day=row.day,
        is_open=row.is_open,
        over=row.over,
        minutes=plan.minutes,
        questions=plan.questions,
        mix=plan.mix,
        hosted=plan.hosted,
        size=plan.size,
        coming=tuple(each.name for each in plan.coming),
        seating=measure_seating(plan.rounds, people, plan.mix),
    )


def _review(at: Snapshot, said: str) -> str:
    review = checked_title(said)
    return next((each.name for each in at.outline.reviews if name_key(each.name) == name_key(review)), review)


def _day(said: str) -> str:
    try:
        return date.fromisoformat(said).isoformat()
    except ValueError:
        problem = Message("“{day}” is no day", {"day": said})
        raise InputError("", problem, Message("Write it as 2026-05-31"), "day") from None


def _write(db: Transaction, at: Snapshot, action: Action, row: CafeRow) -> None:
    journal.write(db, at.id, action, things.cafe(row.code))
