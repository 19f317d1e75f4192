"""Where the partnerships of all programmes stand: what facilitators say, beside what was done."""

from collections.abc import Callable
from datetime import datetime

from nlp.errors import InputError
from nlp.messages import Message, msgid
from service.actions.actions import Actions
from service.analyses.findings import Findings
from service.errors import NotFound
from service.journal import journal, things
from service.journal.types import Action
from service.library.shares import Shares
from service.names.said import checked_text, signed, written_day
from service.programmes.snapshot import Snapshot
from service.publications.publications import Publications
from service.reviews.reviews import Reviews
from service.stages.evidence import by_stage
from service.stages.gather import Held, days_of
from service.stages.types import LONGEST_NAME, LONGEST_WHY, SaidStage, Stage, Standing
from service.store import Database, Transaction, programmes
from service.store.cafe import cafes
from service.store.stages import done, said


class Stages:
    """Where partnerships stand. Methods raise `NotFound` for what is not there.

    The stage is never worked out: facilitators say it, with a day and why; what they said before stays.
    """

    def __init__(
        self,
        database: Database,
        actions: Actions,
        reviews: Reviews,
        publications: Publications,
        shares: Shares,
        clock: Callable[[], datetime],
    ) -> None:
        self._database = database
        self._actions = actions
        self._reviews = reviews
        self._publications = publications
        self._shares = shares
        self._clock = clock

    @property
    def today(self) -> str:
        """The day, ISO 8601."""
        return self._clock().date().isoformat()

    def of(self, found: Findings) -> Standing:
        """Return what facilitators said and what was done, by stage."""
        slug = found.at.slug
        with self._database.reading() as db:
            programme = programmes.find(db, slug).id
            spoken = said.every(db, programme)
            answered, reflected = done.answered(db, programme), done.reflected(db, programme)
            cafe_days = tuple(each.day for each in cafes.every(db, programme))
        published = tuple(each.published.date().isoformat() for each in self._publications.every(slug))
        shared = tuple(each.entry.changed.date().isoformat() for each in self._shares.every(slug))
        actions, reviews = self._actions.every(slug), self._reviews.every(slug)
        held = Held(actions, reviews, answered, reflected, cafe_days, published, shared)
        return Standing(spoken, by_stage(days_of(found, held)))

    def say(self, slug: str, stage: Stage, why: str, day: str = "", who: str = "") -> SaidStage:
        """Say where the partnership stands; what was said before stays in the history.

        Args:
            slug: of the programme.
            stage: which.
            why: in any words.
            day: from which it holds, ISO 8601; today if it is left out.
            who: says it, where nobody signs in.

        Raises:
            InputError: there is no reason, something is too long, or the day is none or still to come.
        """
        reason = checked_text(why.strip(), LONGEST_WHY, msgid("a reason has 1 to {most} letters"))
        by, since = signed(who, LONGEST_NAME), self._day(day)
        with self._database.writing() as db:
            at = Snapshot.to_change(db, slug)
            made = said.add(db, at.id, stage, since, reason, by, self._clock())
            _write(db, at, Action.STAGE_SAID, by)
            return made

    def take_back(self, slug: str, number: int) -> None:
        """Forget something that was said of where the partnership stands."""
        with self._database.writing() as db:
            at = Snapshot.to_change(db, slug)
            if number not in {each.number for each in said.every(db, at.id)}:
                raise NotFound("stage", number)
            said.remove(db, at.id, number)
            _write(db, at, Action.STAGE_TAKEN_BACK, "")

    def _day(self, text: str) -> str:
        day = written_day(text) or self.today
        if day > self.today:
            problem = Message("{date} is still to come", {"date": day})
            raise InputError("", problem, Message("Choose today or a day before"))
        return day


def _write(db: Transaction, at: Snapshot, action: Action, by: str) -> None:
    journal.write(db, at.id, action, things.programme(at.slug, at.row.name), by=by)
