"""One element through all reviews: a picture with a column a review, and what changed in words.

A change of readings is said only where the notes can show one; ratings are what teams say of themselves, and are told
as that.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from nlp.readings.drift import Drift, ElementDrift
from nlp.statistics.verdicts import Change
from service.actions.types import ActionPoint
from service.looking_back.types import LookingBack, RatedDots, SessionOfReview
from service.presentation.actions.actions import BECAME
from service.presentation.i18n import Language
from service.presentation.readings.drift import Moment, drift_view, history_of
from service.presentation.team_marks import Mark, Marks
from service.presentation.text import Label, label, name


@dataclass(frozen=True)
class LevelRow:
    """One level: for every review a mark a rating."""

    level: str
    cells: tuple[tuple[Mark, ...], ...]


@dataclass(frozen=True)
class ReadingRow:
    """One reading: for every review how many notes say it, None where that review has no notes on the element."""

    label: Label
    verdict: Markup | None
    cells: tuple[Moment | None, ...]


@dataclass(frozen=True)
class Heard:
    """A team in one session: its part of what was said beside its part of those present, both 0 to 100."""

    share: float
    head: float
    words: Markup


@dataclass(frozen=True)
class HeardRow:
    """One team: for every review what was heard of it in the sessions of that review."""

    mark: Mark
    cells: tuple[tuple[Heard, ...], ...]


@dataclass(frozen=True)
class ActionRow:
    """One action: for every review what was said of it, "" for nothing."""

    action: ActionPoint
    cells: tuple[Markup, ...]


@dataclass(frozen=True)
class LookingBackView:
    """One element through all reviews.

    Attributes:
        element: its name.
        lead: what can be said at all.
        reviews: the columns.
        levels, readings, heard, actions: the rows of the picture, in this order.
        changed, same, promised: in words; nothing where there is nothing to say.
        cautions: what must be said with it.
        sessions: that belong to the reviews.
    """

    element: str
    lead: Markup
    reviews: tuple[str, ...]
    levels: tuple[LevelRow, ...]
    readings: tuple[ReadingRow, ...]
    heard: tuple[HeardRow, ...]
    actions: tuple[ActionRow, ...]
    changed: tuple[Markup, ...]
    same: tuple[Markup, ...]
    promised: tuple[Markup, ...]
    cautions: tuple[Markup, ...]
    sessions: tuple[SessionOfReview, ...]


def looking_back_view(back: LookingBack, marks: Marks, language: Language) -> LookingBackView:
    """Turn one element through all reviews into a page."""
    followed = drift_view(Drift("", "", back.reviews, (back.drift,)), language) if back.drift else None
    ratings = _Ratings.of(back)
    came = followed.elements[0].sentences if followed and followed.elements else ()
    unsure = tuple(_may_be_chance(followed.lead)) if followed and came else ()
    changed = (*ratings.changed(language), *came, *unsure)
    return LookingBackView(
        element=back.element,
        lead=_lead(back, len(changed), language),
        reviews=back.reviews,
        levels=tuple(_level_row(level, back, marks) for level in back.levels),
        readings=tuple(_reading_rows(back, language)),
        heard=tuple(_heard_rows(back, marks, language)),
        actions=tuple(_action_row(each, back.reviews, language) for each in back.actions),
        changed=changed,
        same=(*ratings.same(language), *_steady(back.drift, language)),
        promised=tuple(_promised(back.actions, language)),
        cautions=(*_cautions(back, language), *(followed.cautions if followed else ())),
        sessions=back.sessions,
    )


def _may_be_chance(lead: Markup) -> Iterator[Markup]:
    yield lead


def _lead(back: LookingBack, changes: int, language: Language) -> Markup:
    if len(back.reviews) < 2:
        return language.gettext("There is one review so far. What changes can be seen from the second one on.")
    first, last = name(back.reviews[0]), name(back.reviews[-1])
    open_ = sum(each.is_under_way for each in back.actions)
    said = language.ngettext(
        "{n} review, from {first} to {last}.",
        "{n} reviews, from {first} to {last}.",
        len(back.reviews),
        first=first,
        last=last,
    )
    if not changes:
        said += " " + language.gettext("Nothing that can be told has changed.")
    return said + (
        " " + language.ngettext("{n} action is under way.", "{n} actions are under way.", open_) if open_ else ""
    )


def _level_row(level: str, back: LookingBack, marks: Marks) -> LevelRow:
    def dots(review: str) -> tuple[Mark, ...]:
        own = [each for each in back.rated if (each.review, each.level) == (review, level)]
        return tuple(marks.of(each.team) for each in own for _ in range(each.count))

    return LevelRow(level, tuple(map(dots, back.reviews)))


def _reading_rows(back: LookingBack, language: Language) -> Iterator[ReadingRow]:
    for each in back.drift.readings if back.drift else ():
        history = history_of(back.drift, each.id, language)
        moments = {one.review: one for one in history.moments} if history else {}
        if not history:
            continue
        cells = tuple(moments.get(review) for review in back.reviews)
        yield ReadingRow(label(each, language), history.verdict, cells)


def _heard_rows(back: LookingBack, marks: Marks, language: Language) -> Iterator[HeardRow]:
    teams = marks.in_order(list(dict.fromkeys(each.team for one in back.sessions for each in one.teams)))
    for mark in teams:
        yield HeardRow(mark, tuple(tuple(_heard(back, review, mark.name, language)) for review in back.reviews))


def _heard(back: LookingBack, review: str, team: str, language: Language) -> Iterator[Heard]:
    for session in back.sessions:
        for each in session.teams:
            if (session.review, each.team) == (review, team):
                words = language.gettext(
                    "{share} of what was said, {heads} of those present",
                    share=language.percent(each.share),
                    heads=language.percent(each.head_share),
                )
                yield Heard(round(100 * each.share, 1), round(100 * each.head_share, 1), words)


def _action_row(action: ActionPoint, reviews: Sequence[str], language: Language) -> ActionRow:
    def said(review: str) -> Markup:
        verdict = action.verdict_in(review)
        if verdict:
            return language.gettext(BECAME[verdict.became])
        return language.gettext("agreed") if action.evidence.review == review else Markup()

    return ActionRow(action, tuple(map(said, reviews)))


def _steady(drift: ElementDrift | None, language: Language) -> Iterator[Markup]:
    steps = [each.steps[-1] for each in drift.readings if each.steps] if drift else []
    kept = sum(each.verdict is Change.KEPT for each in steps)
    few = sum(each.verdict is Change.TOO_FEW for each in steps)
    if kept:
        yield language.ngettext(
            "{n} reading changed no more than chance would explain.",
            "{n} readings changed no more than chance would explain.",
            kept,
        )
    if few:
        yield language.ngettext(
            "Of {n} reading there are too few notes to say whether it changed.",
            "Of {n} readings there are too few notes to say whether they changed.",
            few,
        )


def _promised(actions: Sequence[ActionPoint], language: Language) -> Iterator[Markup]:
    for became, words in BECAME.items():
        own = [each for each in actions if each.verdicts and each.verdicts[-1].became is became]
        if own:
            yield language.gettext(
                "{verdict}: {actions}.",
                verdict=language.gettext(words),
                actions=language.list([name(each.what) for each in own]),
            )
    if silent := [each for each in actions if not each.verdicts]:
        yield language.gettext(
            "Nobody has said yet what became of it: {actions}.",
            actions=language.list([name(each.what) for each in silent]),
        )


def _cautions(back: LookingBack, language: Language) -> Iterator[Markup]:
    if back.rated:
        yield language.gettext(
            "A rating is what a team says of itself. Where it changed, ask why before you conclude anything."
        )
    if back.sessions:
        yield language.gettext("Who was heard is of whole sessions, whatever was spoken of in them.")


@dataclass(frozen=True)
class _Ratings:
    """The levels of the teams in the last two reviews in which the element was rated."""

    before: str
    after: str
    then: Mapping[str, tuple[str, ...]]
    now: Mapping[str, tuple[str, ...]]

    @classmethod
    def of(cls, back: LookingBack) -> "_Ratings":
        reviews = [review for review in back.reviews if any(each.review == review for each in back.rated)][-2:]
        if len(reviews) < 2:
            return cls("", "", {}, {})
        then, now = (_most(back.rated, review) for review in reviews)
        return cls(reviews[0], reviews[1], then, now)

    def changed(self, language: Language) -> Iterator[Markup]:
        """Yield every team whose level is another one."""
        for team, levels in self.now.items():
            if self.then.get(team, levels) != levels:
                yield language.gettext(
                    "{team}: {before} in {review}, {after} in {later}.",
                    team=name(team),
                    before=language.list([name(each) for each in self.then[team]]),
                    review=name(self.before),
                    after=language.list([name(each) for each in levels]),
                    later=name(self.after),
                )

    def same(self, language: Language) -> Iterator[Markup]:
        """Yield one sentence on all teams whose level is the same."""
        teams = [name(team) for team, levels in self.now.items() if self.then.get(team) == levels]
        if teams:
            yield language.gettext(
                "The same rating in {review} and {later}: {teams}.",
                review=name(self.before),
                later=name(self.after),
                teams=language.list(teams),
            )


def _most(rated: Sequence[RatedDots], review: str) -> dict[str, tuple[str, ...]]:
    """Return team -> the level, or levels, that most of it gave in a review."""
    own = [each for each in rated if each.review == review]
    most = {team: max(each.count for each in own if each.team == team) for team in {each.team for each in own}}
    found: dict[str, tuple[str, ...]] = {}
    for each in own:
        if each.count == most[each.team]:
            found[each.team] = (*found.get(each.team, ()), each.level)
    return found
