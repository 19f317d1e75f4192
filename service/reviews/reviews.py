"""The reviews of a programme: those that files speak of, and those that are planned here."""

from collections.abc import Callable, Sequence
from datetime import date, datetime, time
from itertools import accumulate, pairwise

from nlp.errors import InputError
from nlp.messages import Message
from nlp.names import name_key
from nlp.transcripts.types import Segment
from service.errors import NotFound, Refused
from service.journal import journal, things
from service.journal.types import Action
from service.names.slugs import slugify
from service.names.titles import checked_title
from service.programmes.snapshot import Snapshot
from service.reviews.hanging import Hanging, ItsActions, hanging_on, settle
from service.reviews.pace import first_day, proposed, remarks
from service.reviews.types import MOST_MINUTES, MOST_PARTS, USUAL_AGENDA, AgendaPart, PaceRemark, PlannedReview
from service.store import Database, Transaction, sessions
from service.store.reviews import reviews
from service.store.reviews.reviews import ReviewRow
from service.store.sessions import SessionRow

YEARS_AWAY = 10


class Reviews:
    """The reviews of all programmes. Methods raise `NotFound` for what is not there."""

    def __init__(self, database: Database, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._clock = clock

    def every(self, slug: str) -> tuple[PlannedReview, ...]:
        """Return the reviews of a programme, held and planned, oldest first; those without a day last."""
        with self._database.reading() as db:
            return every_review(Snapshot.load(db, slug), self._today())

    def get(self, slug: str, review: str) -> PlannedReview:
        """Return one review, by its name or its name in addresses."""
        return of_reviews(self.every(slug), review)

    def proposed(self, slug: str) -> date:
        """Return the day that is proposed for the next review: six months after the last."""
        return proposed(self.every(slug), self._today())

    def remarks(self, slug: str) -> tuple[PaceRemark, ...]:
        """Return what is to be said of how often the reviews of a programme come."""
        return remarks(self.every(slug), self._today())

    def plan(self, slug: str, name: str, day: date | None = None) -> PlannedReview:
        """Plan a review, with the agenda of an After Action Review.

        Args:
            slug: of the programme.
            name: of the review.
            day: of it; six months after the last if it is left out.

        Raises:
            InputError: it has no name or one that is too long, or its day is too far away.
            Refused: there is one of that name.
        """
        called = checked_title(name)
        with self._database.writing() as db:
            at = Snapshot.to_change(db, slug)
            _check_free(self._now(at), called)
            chosen = self._checked(day or proposed(self._now(at), self._today()))
            reviews.add(db, at.id, called, chosen, USUAL_AGENDA)
            journal.write(db, at.id, Action.REVIEW_PLANNED, things.review(slugify(called), called))
        return self.get(slug, slugify(called))

    def change(self, slug: str, review: str, name: str | None = None, day: date | None = None) -> PlannedReview:
        """Give a review another day, or another name while nothing is there of it; None leaves either as it is.

        Raises:
            InputError: the name is empty or too long, or the day too far away.
            Refused: there is one of that name, or notes and ratings speak of the review under its own.
        """
        with self._database.writing() as db:
            at = Snapshot.to_change(db, slug)
            own = of_reviews(self._now(at), review)
            called = own.name if name is None else checked_title(name)
            if called != own.name:
                _check_free(tuple(each for each in self._now(at) if each != own), called)
                _check_unspoken(at, own)
            row = to_enter(db, at, own)
            reviews.change(db, row, called, self._checked(day) if day else own.date)
            journal.write(db, at.id, Action.REVIEW_CHANGED, things.review(slugify(called), called))
        return self.get(slug, slugify(called))

    def set_agenda(
        self, slug: str, review: str, agenda: tuple[AgendaPart, ...], starts: time | None = None
    ) -> PlannedReview:
        """Say what the parts of a review are, how long each is meant to take, and when the first begins.

        Raises:
            InputError: there are no parts or too many, or one takes no time or more than a day.
        """
        _check_agenda(agenda)
        with self._database.writing() as db:
            at = Snapshot.to_change(db, slug)
            own = of_reviews(self._now(at), review)
            begins = f"{starts:%H:%M}" if starts else own.starts
            reviews.plan(db, to_enter(db, at, own), agenda, begins)
            journal.write(db, at.id, Action.AGENDA_SAID, things.review(own.slug, own.name))
        return self.get(slug, own.slug)

    def say_took(self, slug: str, review: str, took: tuple[int, ...]) -> PlannedReview:
        """Keep how many seconds each part of a review really took.

        Raises:
            InputError: these are not as many as there are parts, or one is longer than a day.
        """
        with self._database.writing() as db:
            at = Snapshot.to_change(db, slug)
            own = of_reviews(self._now(at), review)
            if len(took) != len(own.agenda) or any(not 0 <= each <= MOST_MINUTES * 60 for each in took):
                problem = Message("these are not the times of the parts of this agenda")
                raise InputError("", problem, Message("Begin the timer again"))
            reviews.say_took(db, to_enter(db, at, own), took)
            journal.write(db, at.id, Action.PARTS_TIMED, things.review(own.slug, own.name))
        return self.get(slug, own.slug)

    def lay_over(
        self, slug: str, review: str, session: str | None, titles: Sequence[str], begins: float = 0.0
    ) -> PlannedReview:
        """Lay the agenda over the transcript of a session, so that it is seen who was heard in each part.

        Args:
            slug: of the programme.
            review: by its name or its name in addresses.
            session: its slug, None to take the agenda off again.
            titles: what the parts are called.
            begins: second of the record at which the first part begins.

        Raises:
            Refused: the record names parts of an agenda itself, or has no times.
        """
        with self._database.writing() as db:
            at = Snapshot.to_change(db, slug)
            own = of_reviews(self._now(at), review)
            row = to_enter(db, at, own)
            if row.record_id is not None:
                sessions.set_segments(db, row.record_id, ())
            reviews.lay_over(db, row, None)
            if session is not None:
                record = at.session_row(session)
                _check_record(record, row)
                sessions.set_segments(db, record.file_id, segments_of(own, titles, begins))
                reviews.lay_over(db, row, record.file_id)
            journal.write(db, at.id, Action.AGENDA_LAID, things.review(own.slug, own.name))
        return self.get(slug, own.slug)

    def hanging(self, slug: str, review: str) -> Hanging:
        """Return what hangs on a review: what goes with it when it is removed, and what stays."""
        with self._database.reading() as db:
            at = Snapshot.load(db, slug)
            own = of_reviews(self._now(at), review)
            return hanging_on(db, at, own.name, row_of(at, own.name))

    def remove(self, slug: str, review: str, actions: ItsActions | None = None) -> None:
        """Forget that a review was planned; what files say of it stays.

        Args:
            slug: of the programme.
            review: by its name or its name in addresses.
            actions: what becomes of those that came of it.

        Raises:
            Refused: nobody planned it here: it goes with its files.
            Undecided: actions came of it, and it is not said what becomes of them.
        """
        with self._database.writing() as db:
            at = Snapshot.to_change(db, slug)
            own = of_reviews(self._now(at), review)
            row = row_of(at, own.name)
            if row is None:
                problem = Message("the review “{name}” is known from files alone", {"name": own.name})
                raise Refused("", problem, Message("Remove these files"))
            settle(db, at, own.name, actions)
            if row.record_id is not None:
                sessions.set_segments(db, row.record_id, ())
            reviews.remove(db, row)
            journal.write(db, at.id, Action.REVIEW_REMOVED, things.review(own.slug, own.name))

    def _now(self, at: Snapshot) -> tuple[PlannedReview, ...]:
        return every_review(at, self._today())

    def _today(self) -> date:
        return self._clock().date()

    def _checked(self, day: date) -> str:
        if abs(day.year - self._today().year) > YEARS_AWAY:
            problem = Message("{date} is more than {years} years away", {"date": day.isoformat(), "years": YEARS_AWAY})
            raise InputError("", problem, Message("Choose another day"))
        return day.isoformat()


def every_review(at: Snapshot, today: date) -> tuple[PlannedReview, ...]:
    """Return the reviews of a programme, held and planned, oldest first; those without a day last."""
    known = {name_key(each.name): (each.name, each.date) for each in at.outline.reviews}
    rows = {name_key(row.name): row for row in at.reviews}
    found = []
    for key in {**known, **rows}:
        row = rows.get(key)
        name, day = known.get(key) or (rows[key].name, rows[key].date)
        first = first_day(day)
        is_held = key in known and not (row and first and first > today)
        found.append(_planned(at, name, day, row, is_held=is_held))
    return tuple(sorted(found, key=lambda each: first_day(each.date) or date.max))


def _planned(at: Snapshot, name: str, day: str, row: ReviewRow | None, *, is_held: bool) -> PlannedReview:
    if row is None:
        return PlannedReview(slugify(name), name, day, is_held, False, USUAL_AGENDA)
    record = next((each.slug for each in at.session_rows if each.file_id == row.record_id), "")
    return PlannedReview(slugify(name), name, day, is_held, True, row.agenda, row.starts, row.took, record)


def segments_of(review: PlannedReview, titles: Sequence[str], begins: float) -> tuple[Segment, ...]:
    """Return the parts of a review in the seconds of a record: as long as they took, else as they were meant to."""
    lengths = [part.minutes * 60 for part in review.agenda] if not any(review.took) else review.took
    ends = list(accumulate(lengths, initial=0))
    return tuple(
        Segment(title, begins + start, begins + end)
        for title, (start, end) in zip(titles, pairwise(ends), strict=True)
        if end > start
    )


def _check_record(record: SessionRow, row: ReviewRow) -> None:
    if record.segments and record.file_id != row.record_id:
        problem = Message("the record of this session names parts of an agenda itself")
        raise Refused("", problem, Message("See them on the page of the session"))
    if record.is_chat:
        problem = Message("a chat has no clock that an agenda could be laid over")
        raise Refused("", problem, Message("Choose another session"))


def row_of(at: Snapshot, name: str) -> ReviewRow | None:
    """Return the row of a review, None where nobody planned it here."""
    return next((row for row in at.reviews if name_key(row.name) == name_key(name)), None)


def to_enter(db: Transaction, at: Snapshot, review: PlannedReview) -> ReviewRow:
    """Return the row of a review in which something is entered; one that files alone speak of gets one."""
    return row_of(at, review.name) or reviews.add(db, at.id, review.name, review.date, review.agenda)


def of_reviews(found: tuple[PlannedReview, ...], review: str) -> PlannedReview:
    """Return one of some reviews, by its name or its name in addresses."""
    wanted = slugify(review)
    own = next((each for each in found if each.slug == wanted), None)
    if own is None:
        raise NotFound("review", review)
    return own


def _check_free(found: tuple[PlannedReview, ...], name: str) -> None:
    if slugify(name) in {each.slug for each in found}:
        problem = Message("there is a review “{name}” already", {"name": name})
        raise Refused("", problem, Message("Choose another name"))


def _check_unspoken(at: Snapshot, own: PlannedReview) -> None:
    if name_key(own.name) in {name_key(each.name) for each in at.outline.reviews}:
        problem = Message("notes or ratings speak of the review “{name}”", {"name": own.name})
        raise Refused("", problem, Message("Leave its name as it is"))


def _check_agenda(agenda: tuple[AgendaPart, ...]) -> None:
    if not 0 < len(agenda) <= MOST_PARTS:
        problem = Message("an agenda has 1 to {most} parts", {"most": MOST_PARTS})
        raise InputError("", problem, Message("Put some together"))
    if any(not 0 < part.minutes <= MOST_MINUTES for part in agenda):
        problem = Message("a part takes 1 to {most} minutes", {"most": MOST_MINUTES})
        raise InputError("", problem, Message("Say how long it is meant to take"))
    for part in agenda:
        if part.title:
            checked_title(part.title)
