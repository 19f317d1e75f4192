"""Actions in a reader's language: how far they are, where they came from, and what became of that."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from nlp.messages import msgid
from nlp.readings.drift import ElementDrift
from service.actions.actions import Actions as Kept
from service.actions.beside import element_now, review_gone
from service.actions.evidence import last_review, place_of
from service.actions.types import (
    ActionPoint,
    Became,
    Evidence,
    Left,
    Now,
    Origin,
    Status,
    TeamRating,
    ThenAndNow,
)
from service.analyses.findings import Findings
from service.giving_back.types import Said
from service.names.slugs import slugify
from service.presentation.i18n import Language
from service.presentation.readings.drift import History, history_of
from service.presentation.team_marks import Mark, Marks
from service.presentation.text import Quote, name, spelled

STATUSES: Mapping[Status, str] = {
    Status.OPEN: msgid("not begun"),
    Status.DOING: msgid("being done"),
    Status.DONE: msgid("done"),
    Status.LET_GO: msgid("let go"),
}
BECAME: Mapping[Became, str] = {
    Became.CHANGED: msgid("It changed"),
    Became.NOT_CHANGED: msgid("It did not change"),
    Became.TOO_EARLY: msgid("Too early to say"),
}


@dataclass(frozen=True)
class RatedTwice:
    """What a team gave an element then and now; no levels where it gave none."""

    mark: Mark
    before: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(frozen=True)
class VerdictView:
    """What people said at a review became of an action."""

    review: str
    words: Markup
    line: str


@dataclass(frozen=True)
class EvidenceView:
    """What led to an action.

    Attributes:
        came: where it came from, a sentence.
        link: the path, below the programme's address, of the page that it stands on; () for none.
        quotes: words of it.
        then, now: how many notes said it, and say it, None where nothing is counted or nothing came since.
        history: its reading through the reviews, None where nothing can be followed.
        rated_in, rated_again: the reviews of the ratings then and now.
        ratings: of the teams; nothing where the element was not rated.
    """

    came: Markup
    link: tuple[str, ...]
    quotes: tuple[Quote, ...]
    then: Markup | None
    now: Markup | None = None
    history: History | None = None
    rated_in: str = ""
    rated_again: str = ""
    ratings: tuple[RatedTwice, ...] = ()


@dataclass(frozen=True)
class ActionView:
    """One action; `due` says by when, `late` whether that is over, `waits` whether this review was not told of it.

    `gone` says that the review that it came of is not there any more.
    """

    action: ActionPoint
    status: Markup
    due: str
    late: bool
    waits: bool
    verdicts: tuple[VerdictView, ...]
    evidence: EvidenceView
    gone: Markup | None = None


@dataclass(frozen=True)
class Actions:
    """The actions of a programme: a lead, those under way by their day, and those that are done or let go."""

    lead: Markup
    under_way: tuple[ActionView, ...]
    others: tuple[ActionView, ...]


def actions_view(actions: Sequence[ActionPoint], found: Findings, today: str, language: Language) -> Actions:
    """Turn actions into a list, each with where it came from."""
    views = [action_view(each, found, today, evidence_view(each.evidence, language), language) for each in actions]
    under_way = sorted((each for each in views if each.action.is_under_way), key=_by_day)
    others = tuple(each for each in views if not each.action.is_under_way)
    return Actions(lead(actions, today, language), tuple(under_way), others)


def lead(actions: Sequence[ActionPoint], today: str, language: Language) -> Markup:
    """Return how many actions are under way, and how many of them are past their day."""
    under_way = [each for each in actions if each.is_under_way]
    if not actions:
        return language.gettext("Nothing is agreed yet.")
    if not under_way:
        return language.gettext("All that was agreed is done or let go.")
    said = language.ngettext("{n} action is under way.", "{n} actions are under way.", len(under_way))
    late = sum(each.is_late(today) for each in under_way)
    return said + " " + language.ngettext("{n} is past its day.", "{n} are past their day.", late) if late else said


def open_actions(actions: Kept, slug: str, language: Language) -> Markup | None:
    """Return how many actions are under way, in a line; None where none is."""
    kept = actions.every(slug)
    return lead(kept, actions.today, language) if any(each.is_under_way for each in kept) else None


def lead_of_review(actions: Sequence[ActionPoint], review: str, language: Language) -> Markup:
    """Return of how many actions a review was not told what became of them."""
    if not actions:
        return language.gettext("Nothing is agreed yet.")
    waiting = sum(each.waits_for(review) for each in actions)
    if not waiting:
        return language.gettext("Of every action it is said what became of it.")
    return language.ngettext(
        "Of {n} action nobody has said yet what became of it. Read what people said then and now, and decide together.",
        "Of {n} actions nobody has said yet what became of them. Read what people said then and now, and decide "
        "together.",
        waiting,
    )


def action_view(
    action: ActionPoint, found: Findings, today: str, evidence: EvidenceView, language: Language
) -> ActionView:
    """Turn one action into what a page shows of it."""
    gone = review_gone(action.evidence, found.at)
    return ActionView(
        action,
        language.gettext(STATUSES[action.status]),
        language.date(action.until) if action.until else "",
        action.is_late(today),
        action.waits_for(last_review(found)),
        tuple(VerdictView(each.review, language.gettext(BECAME[each.became]), each.line) for each in action.verdicts),
        evidence,
        language.gettext("The review that it came of, “{name}”, is not there any more.", name=name(gone))
        if gone
        else None,
    )


def evidence_view(evidence: Evidence, language: Language, marks: Marks | None = None) -> EvidenceView:
    """Return what led to an action as it was then; without `marks`, without the words of it."""
    return EvidenceView(
        came=_came(evidence, language),
        link=place_of(evidence),
        quotes=tuple(_quote(each, marks, language) for each in evidence.said) if marks else (),
        then=_said_it(evidence.review, evidence, language) if evidence.of else None,
    )


def beside_view(
    one: ThenAndNow, found: Findings, drift: ElementDrift | None, marks: Marks, today: str, language: Language
) -> ActionView:
    """Return an action beside what led to it, then and now."""
    evidence, now = one.action.evidence, one.now
    then = evidence_view(evidence, language, marks)
    moved = evidence.review != now.review
    link = ("elements", slugify(element_now(found, evidence))) if evidence.element else then.link
    view = EvidenceView(
        then.came,
        link,
        then.quotes,
        then.then,
        _now(evidence, now, language) if evidence.of else None,
        history_of(drift, now.reading, language) if moved and evidence.origin is Origin.READING else None,
        evidence.rated_in,
        now.rated_in,
        _ratings(evidence.rated, now.rated, marks),
    )
    return action_view(one.action, found, today, view, language)


def left_view(left: Left, language: Language) -> tuple[Left, Markup]:
    """Return what is left as it is, with where it came from."""
    return left, _came(left.evidence, language)


def _by_day(view: ActionView) -> str:
    return view.action.until or "9999"


def _came(evidence: Evidence, language: Language) -> Markup:
    element = name(evidence.element) if evidence.element else language.gettext("no element in particular")
    called = spelled(evidence.called.text, evidence.called.language) if evidence.called else None
    match evidence.origin:
        case Origin.HAND:
            return language.gettext("On {element}.", element=element) if evidence.element else Markup("")
        case Origin.READING if called:
            return language.gettext("From the reading “{reading}” of {element}.", reading=called, element=element)
        case Origin.READING:
            return language.gettext("From a reading of {element}.", element=element)
        case Origin.NOTE:
            return language.gettext("From a note on {element}.", element=element)
        case Origin.MATCH:
            return language.gettext("From two descriptors.")
        case Origin.QUESTION:
            return language.gettext("From a question for the room: {question}", question=called or "…")
        case Origin.REFLECTION:
            return language.gettext("From talking about how inclusive “{session}” was.", session=called or "…")
        case _:
            return language.gettext("From the session “{session}”.", session=called or "…")


def _quote(said: Said, marks: Marks | None, language: Language) -> Quote:
    mark = marks.of(said.team) if marks else Mark(said.team)
    return Quote("", said.text, said.language, language.language_name(said.language), mark)


def _said_it(review: str, counts: Evidence | Now, language: Language) -> Markup:
    if review and counts.of_review:
        return language.ngettext(
            "{review}: {count} of {n} note.",
            "{review}: {count} of {n} notes.",
            counts.of_review,
            review=name(review),
            count=counts.in_review,
        )
    return language.ngettext("{count} of {n} note.", "{count} of {n} notes.", counts.of, count=counts.count)


def _now(evidence: Evidence, now: Now, language: Language) -> Markup:
    if evidence.origin is Origin.READING and now.reading is None:
        return language.gettext("These notes form no reading of their own any more. Read them before you judge.")
    if evidence.review == now.review and (evidence.count, evidence.of) == (now.count, now.of):
        return language.gettext("No notes have come since.")
    if evidence.review != now.review and not now.of_review:
        return language.gettext("{review}: no notes on this element.", review=name(now.review))
    return _said_it(now.review, now, language)


def _ratings(before: Sequence[TeamRating], after: Sequence[TeamRating], marks: Marks) -> tuple[RatedTwice, ...]:
    then, now = ({each.team: each.levels for each in own} for own in (before, after))
    ordered = marks.in_order(list(dict.fromkeys([*then, *now])))
    return tuple(RatedTwice(mark, then.get(mark.name, ()), now.get(mark.name, ())) for mark in ordered)
