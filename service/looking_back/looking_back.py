"""Puts together what ratings, readings, sessions and actions tell of one element through all reviews."""

from collections.abc import Iterator, Sequence

from nlp.participation.sessions.types import OverSessions
from service.actions.beside import element_now
from service.actions.types import ActionPoint
from service.analyses.findings import Findings
from service.analyses.outcomes import Failed, Pending, attempt
from service.errors import NotMadeYet
from service.looking_back.types import LookingBack, RatedDots, SessionOfReview, TeamHeard
from service.presentation.readings.ratings import spread
from service.programmes.roster_choice import review_of

TEAM = "team"


def look_back(found: Findings, element_slug: str, actions: Sequence[ActionPoint]) -> LookingBack:
    """Return one element through all reviews.

    Args:
        found: the programme.
        element_slug: of the element.
        actions: of the programme.

    Raises:
        NotFound: there is no such element.
        NotMadeYet: something of it is still being worked out.
    """
    name = found.name_of(element_slug)
    drift, over = attempt(found.element_drift, element_slug), attempt(found.over_time)
    if isinstance(drift, Pending) or isinstance(over, Pending):
        raise NotMadeYet
    reviews = tuple(each.name for each in found.at.outline.reviews)
    rated = tuple(_rated(found, name, reviews))
    given = {each.level for each in rated}
    return LookingBack(
        element=name,
        reviews=reviews,
        levels=tuple(dict.fromkeys([*(each for each in found.at.outline.levels if each in given), *sorted(given)])),
        rated=rated,
        drift=None if isinstance(drift, Failed) else drift,
        sessions=() if isinstance(over, Failed) else tuple(_sessions(found, over)),
        actions=tuple(each for each in actions if each.evidence.element and element_now(found, each.evidence) == name),
    )


def _rated(found: Findings, element: str, reviews: Sequence[str]) -> Iterator[RatedDots]:
    own, outline = [each for each in found.ratings() if each.element == element], found.at.outline
    places = {team: at for at, team in enumerate(outline.teams)}
    for review in reviews:
        given = spread(own, review, outline.levels, found.threshold)
        for (_, team), counts in sorted(given.items(), key=lambda each: places.get(each[0][1], len(places))):
            yield from (RatedDots(review, team, level, count) for level, count in counts.items())


def _sessions(found: Findings, over: OverSessions) -> Iterator[SessionOfReview]:
    groups = over.groups.get(TEAM, ())
    for session in found.at.sessions:
        review = review_of(session.date, found.at.outline.reviews)
        if review and session.slug in over.sessions:
            heard = tuple(
                TeamHeard(group.group, one.share, one.head_share)
                for group in groups
                for one in group.sessions
                if one.session == session.slug
            )
            yield SessionOfReview(review, session.slug, session.title, session.date, heard)
