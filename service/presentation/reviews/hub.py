"""The page of all reviews: when the next one is, and what to say of how often they come."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from service.presentation.i18n import Language, Name
from service.reviews.types import Pace, PaceRemark, PlannedReview

WEEK = 7
MONTH = 30


@dataclass(frozen=True)
class ReviewLine:
    """A review in the list: its day in words, and whether it was held."""

    review: PlannedReview
    day: str
    state: Markup


@dataclass(frozen=True)
class HubView:
    """The page: a sentence, quiet words, reviews newest first, and what is proposed for the next."""

    lead: Markup
    words: tuple[Markup, ...]
    lines: tuple[ReviewLine, ...]
    proposed_day: str
    proposed_name: str


def hub_view(
    reviews: Sequence[PlannedReview], remarks: Sequence[PaceRemark], proposed: date, language: Language
) -> HubView:
    """Turn the reviews of a programme into the page."""
    day = proposed.isoformat()
    named = language.date(day[:7])
    free = all(each.name != named for each in reviews)
    return HubView(
        _lead(reviews, language),
        tuple(pace_words(each, language) for each in remarks),
        tuple(ReviewLine(each, language.date(each.date), _state(each, language)) for each in reversed(reviews)),
        day,
        named if free else "",
    )


def pace_words(remark: PaceRemark, language: Language) -> Markup:
    """Return a quiet word on how often reviews come."""
    name, before = Name.of(remark.review), Name.of(remark.before)
    match remark.pace:
        case Pace.TOO_SOON:
            return language.ngettext(
                "{name} comes {n} week after {before}. Whoever rates too often gets tired of it: every six months is "
                "enough for most partners.",
                "{name} comes {n} weeks after {before}. Whoever rates too often gets tired of it: every six months is "
                "enough for most partners.",
                round(remark.days / WEEK),
                name=name,
                before=before,
            )
        case Pace.LONG_AGO:
            return language.ngettext(
                "The last review was {n} month ago, and none is planned. What was promised there is easily forgotten.",
                "The last review was {n} months ago, and none is planned. What was promised there is easily forgotten.",
                round(remark.days / MONTH),
            )
        case Pace.OVERDUE:
            return language.ngettext(
                "The day of {name} was {n} week ago, and nothing of it is here. Add what was said there, or choose "
                "another day.",
                "The day of {name} was {n} weeks ago, and nothing of it is here. Add what was said there, or choose "
                "another day.",
                round(remark.days / WEEK),
                name=name,
            )


def _lead(reviews: Sequence[PlannedReview], language: Language) -> Markup:
    held = [each for each in reviews if each.is_held]
    coming = [each for each in reviews if not each.is_held]
    if coming:
        first = coming[0]
        day = language.date(first.date)
        if not day:
            return language.gettext("The next review is {name}.", name=Name.of(first.name))
        return language.gettext("The next review is {name}, on {date}.", name=Name.of(first.name), date=day)
    if held:
        return language.gettext(
            "The last review was {name}. The next one is not planned yet.", name=Name.of(held[-1].name)
        )
    return language.gettext("No review is planned yet. Most partners sit down together every six months.")


def _state(review: PlannedReview, language: Language) -> Markup:
    return language.gettext("held") if review.is_held else language.gettext("planned")
