"""Ratings in three ways, entered for a review or sent by phones; as files they go the way of all ratings."""

from collections.abc import Callable, Sequence
from datetime import datetime

from nlp.errors import InputError
from nlp.messages import Message
from nlp.names import name_key
from service.annotations.rate import Rate
from service.annotations.tokens import check_tokens, person_of
from service.errors import Closed, NotFound, Refused
from service.giving_back.asks import FEWEST
from service.intake.written import as_csv, put
from service.journal import journal, things
from service.journal.types import Action
from service.names.proposals import same_grade
from service.presentation.masking.contacts import without_contacts
from service.programmes.snapshot import LONGEST_NAME, Snapshot
from service.reviews.reviews import every_review, of_reviews, row_of, to_enter
from service.reviews.types import (
    LONGEST_REASON,
    USUAL_LEVELS,
    EnteredRating,
    GivenLevel,
    PlannedReview,
    RatingForm,
    RatingLink,
    Way,
)
from service.settings import Settings
from service.store import Database, Transaction, programmes
from service.store.reviews import ratings
from service.store.reviews.ratings import State
from service.store.reviews.reviews import ReviewRow

COLUMNS = ("review", "team", "element", "level", "participant", "note")
NOTE_COLUMNS = ("text", "element", "team", "review")
MOST_FROM_PHONES = 20_000
READ = (State.SHOWN, State.KEPT)


class ReviewRatings:
    """The ratings that are entered for reviews. Methods raise `NotFound` for what is not there.

    What phones send waits until there are three people of a team; then their levels and reasons are shown together, and
    whose they were is forgotten. Until then nobody sees them.
    """

    def __init__(self, database: Database, settings: Settings, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._clock = clock
        self._rate = Rate()
        self.fewest = max(FEWEST, settings.threshold)

    # for the facilitator

    def entered(self, slug: str, review: str) -> tuple[EnteredRating, ...]:
        """Return what was entered for a review, with what phones sent as far as it can be shown."""
        with self._database.reading() as db:
            at = Snapshot.load(db, slug)
            row = row_of(at, self._own(at, review).name)
            return _spelled(db, at, row, READ) if row else ()

    def form(self, slug: str, review: str) -> RatingForm:
        """Return what can be rated."""
        with self._database.reading() as db:
            at = Snapshot.load(db, slug)
            return _form(at, self._own(at, review).name, is_open=True)

    def enter(
        self, slug: str, review: str, way: Way, team: str, given: Sequence[GivenLevel], participant: str = ""
    ) -> tuple[EnteredRating, ...]:
        """Keep what a team, or one person of it, says of elements, in the place of what they said before.

        Args:
            slug: of the programme.
            review: by its name or its name in addresses.
            way: how the team comes to its levels; phones send theirs themselves.
            team: of the programme.
            given: at most one level of an element, under every level as many as there are; nothing takes all back.
            participant: who rates, of individuals; "" where that is nobody by name.

        Raises:
            NotFound: the programme has no such team or element.
            InputError: there is no such level, a reason is too long, or several levels where one is asked for.
        """
        with self._database.writing() as db:
            at = Snapshot.to_change(db, slug)
            own = self._own(at, review)
            checked = _checked(at, way, team, given, participant if way is Way.INDIVIDUAL else "")
            row = to_enter(db, at, own)
            ratings.remove(db, row.id, _said_before(db, at, row, way, team, participant))
            ratings.add(db, row.id, checked)
            self._write(db, at, own, row)
            journal.write(db, at.id, Action.RATINGS_ENTERED, things.review(own.slug, own.name))
        return self.entered(slug, own.slug)

    def link(self, slug: str, review: str) -> RatingLink | None:
        """Return the link by which phones rate, None if there never was one."""
        with self._database.reading() as db:
            at = Snapshot.load(db, slug)
            row = row_of(at, self._own(at, review).name)
            return _link(db, row.id) if row else None

    def set_open(self, slug: str, review: str, *, is_open: bool) -> RatingLink:
        """Let phones rate, or no more; what can be shown is taken in when it closes.

        Raises:
            InputError: the programme has no teams or no elements that could be rated.
        """
        with self._database.writing() as db:
            at = Snapshot.to_change(db, slug)
            own = self._own(at, review)
            form = _form(at, own.name, is_open=True)
            if is_open and not (form.teams and form.elements):
                problem = Message("this programme has no teams or no elements yet")
                raise InputError("", problem, Message("Add a rubric or notes first"))
            row = to_enter(db, at, own)
            ratings.open_link(db, row.id, is_open=is_open)
            if not is_open:
                self._write(db, at, own, row)
            action = Action.RATING_OPENED if is_open else Action.RATING_CLOSED
            journal.write(db, at.id, action, things.review(own.slug, own.name))
            return _link(db, row.id) or _never()

    def take_in(self, slug: str, review: str) -> tuple[EnteredRating, ...]:
        """Put what phones sent among the ratings, as far as it can be shown."""
        with self._database.writing() as db:
            at = Snapshot.to_change(db, slug)
            own = self._own(at, review)
            row = to_enter(db, at, own)
            self._write(db, at, own, row)
            journal.write(db, at.id, Action.RATINGS_TAKEN, things.review(own.slug, own.name))
        return self.entered(slug, own.slug)

    # for everybody with the link

    def asked(self, code: str) -> tuple[str, RatingForm]:
        """Return the slug of the programme of a link, and what it asks."""
        with self._database.reading() as db:
            link = ratings.find_link(db, code)
            at = Snapshot.load(db, programmes.slug_of(db, link.programme_id))
            return at.slug, _form(at, _name_of(at, link.review_id), is_open=link.is_open)

    def rate(self, code: str, token: str, team: str, given: Sequence[GivenLevel]) -> None:
        """Let what a phone says wait; when three people of its team wait, show all of theirs.

        No name, time, address or device is stored. What is sent again is in the place of what waits of the phone.

        Args:
            code: of the link.
            token: of the person (`tokens.new_token`).
            team: of the programme.
            given: at most one level of an element.

        Raises:
            InputError: nothing was chosen, or something that is not there.
            Closed: it takes no ratings now.
            Refused: it has taken as many as it can.
            TooOften: too many are sending something at this moment.
        """
        check_tokens([token])
        self._rate.check(code)
        with self._database.writing() as db:
            link = ratings.find_link(db, code, lock=True)
            if not link.is_open:
                raise Closed
            if ratings.received(db, link.review_id) >= MOST_FROM_PHONES:
                problem = Message("this link takes {most} ratings and no more", {"most": MOST_FROM_PHONES})
                raise Refused("", problem, Message("Tell the facilitator"))
            at = Snapshot.load(db, programmes.slug_of(db, link.programme_id))
            checked = _checked(at, Way.PHONE, team, given, "")
            if not checked:
                raise InputError("", Message("no level was chosen"), Message("Choose one for an element at least"))
            ratings.send(db, link.review_id, person_of(code, token), checked)
            if ratings.waiting(db, link.review_id, checked[0].team) >= self.fewest:
                ratings.show(db, link.review_id, checked[0].team)

    def _own(self, at: Snapshot, review: str) -> PlannedReview:
        return of_reviews(every_review(at, self._clock().date()), review)

    def _write(self, db: Transaction, at: Snapshot, review: PlannedReview, row: ReviewRow) -> None:
        """Write the files of a review from what can be shown of its ratings; no phone shows more meanwhile."""
        if link := ratings.link_of(db, row.id):
            ratings.find_link(db, link.code, lock=True)
        shown = _spelled(db, at, row, READ)
        now, names = self._clock(), (f"ratings-{review.slug}.csv", f"notes-{review.slug}.csv")
        of_ratings = put(db, at, names[0], _ratings_csv(review.name, shown), now, row.file_id)
        of_notes = put(db, at, names[1], _notes_csv(review.name, shown), now, ratings.notes_file(db, row.id))
        ratings.set_files(db, row.id, of_ratings, of_notes)
        ratings.keep(db, row.id)


def levels_of(at: Snapshot) -> tuple[str, ...]:
    """Return the levels that a programme rates by, best first: its own, or the usual ones as far as it names them."""
    own = at.outline.levels
    if any(not any(same_grade(each, usual) for usual in USUAL_LEVELS) for each in own):
        return own
    return tuple(next((each for each in own if same_grade(each, usual)), usual) for usual in USUAL_LEVELS)


def _level(at: Snapshot, said: str) -> str:
    """Return a level as the programme rates by it, whatever it is called.

    Raises:
        InputError: there is no such level.
    """
    spelled, levels = at.spelling.level(said), levels_of(at)
    found = next((each for each in levels if each == spelled), None)
    found = found or next((each for each in levels if same_grade(each, spelled)), None)
    if found is None:
        raise InputError("", Message("there is no level “{name}”", {"name": said}), Message("Choose another"))
    return found


def _never() -> RatingLink:
    raise NotFound("link", "")


def _link(db: Transaction, review: int) -> RatingLink | None:
    link = ratings.link_of(db, review)
    if link is None:
        return None
    return RatingLink(link.code, link.is_open, ratings.phones_waiting(db, review), ratings.count_shown(db, review))


def _form(at: Snapshot, review: str, *, is_open: bool) -> RatingForm:
    return RatingForm(review, at.outline.teams, at.outline.elements, levels_of(at), is_open)


def _name_of(at: Snapshot, review: int) -> str:
    return next(row.name for row in at.reviews if row.id == review)


def _spelled(db: Transaction, at: Snapshot, row: ReviewRow, states: Sequence[State]) -> tuple[EnteredRating, ...]:
    """Return what was entered, names as the programme spells them now, elements and teams in its order."""
    spelling = at.spelling
    found = [
        EnteredRating(
            each.way,
            spelling.team(each.team),
            spelling.element(each.element),
            spelling.level(each.level),
            spelling.person(each.participant),
            each.reason,
        )
        for each in (kept.rating for kept in ratings.every(db, row.id, states))
    ]
    teams, elements, levels = at.outline.teams, at.outline.elements, levels_of(at)
    return tuple(
        sorted(
            found,
            key=lambda each: (
                _place(each.team, teams),
                list(Way).index(each.way),
                each.participant,
                _place(each.element, elements),
                _place(each.level, levels),
                each.reason,
            ),
        )
    )


def _place(name: str, names: Sequence[str]) -> int:
    return names.index(name) if name in names else len(names)


def _said_before(
    db: Transaction, at: Snapshot, row: ReviewRow, way: Way, team: str, participant: str
) -> tuple[str, ...]:
    """Return the ids of what a team, or one person of it, said before in that way."""
    spelling = at.spelling
    whose = name_key(spelling.person(participant)) if way is Way.INDIVIDUAL else ""
    return tuple(
        kept.id
        for kept in ratings.every(db, row.id, [State.KEPT])
        if kept.rating.way is way
        and spelling.team(kept.rating.team) == spelling.team(team)
        and name_key(spelling.person(kept.rating.participant)) == whose
    )


def _checked(
    at: Snapshot, way: Way, team: str, given: Sequence[GivenLevel], participant: str
) -> tuple[EnteredRating, ...]:
    """Return what is said, as the programme spells it, without what says nothing.

    Raises:
        NotFound: there is no such team or element.
        InputError: there is no such level, something is too long, or an element has several levels.
    """
    spelling, who = at.spelling, " ".join(participant.split())
    if spelling.team(team) not in at.outline.teams:
        raise NotFound("team", team)
    if way is Way.INDIVIDUAL and (not who or len(who) > LONGEST_NAME):
        raise InputError("", Message("nobody is named who rates"), Message("Write a name, or let them use a phone"))
    found: dict[tuple[str, str], EnteredRating] = {}
    for each in given:
        element, level, why = spelling.element(each.element), _level(at, each.level), _reason(each.reason, way)
        if element not in at.outline.elements:
            raise NotFound("element", each.element)
        if way is not Way.LEVELS or any(map(str.isalnum, why)):
            key = (element, level if way is Way.LEVELS else "")
            if key in found:
                problem = Message("“{element}” has more than one level", {"element": element})
                raise InputError("", problem, Message("Choose one"))
            found[key] = EnteredRating(way, spelling.team(team), element, level, who, why)
    return tuple(found.values())


def _reason(text: str, way: Way) -> str:
    said = " ".join((without_contacts(text) if way is Way.PHONE else text).split())
    if len(said) > LONGEST_REASON:
        problem = Message("a reason has at most {most} letters", {"most": LONGEST_REASON})
        raise InputError("", problem, Message("Shorten it"))
    return said


def _ratings_csv(review: str, shown: Sequence[EnteredRating]) -> bytes:
    return as_csv(
        COLUMNS,
        (
            {
                "review": review,
                "team": each.team,
                "element": each.element,
                "level": each.level,
                "participant": each.participant,
                "note": each.reason,
            }
            for each in shown
        ),
    )


def _notes_csv(review: str, shown: Sequence[EnteredRating]) -> bytes:
    """Return what stands under levels, as notes: these are a team's own words for how things are."""
    own = (each for each in shown if each.way is Way.LEVELS)
    return as_csv(
        NOTE_COLUMNS,
        ({"text": each.reason, "element": each.element, "team": each.team, "review": review} for each in own),
    )
