"""The form of a team's ratings, filled in with what was entered before."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from nlp.names import name_key
from service.presentation.i18n import Language
from service.reviews.types import EnteredRating, GivenLevel, RatingForm, Way


@dataclass(frozen=True)
class ElementFields:
    """One element of the form: the place of the level that is chosen, None of none, why, and the text of each level."""

    name: str
    chosen: int | None
    reason: str
    texts: tuple[str, ...]


@dataclass(frozen=True)
class EnteredView:
    """A form as it is filled in, and who has rated by name."""

    elements: tuple[ElementFields, ...]
    people: tuple[str, ...]
    is_filled: bool


def entered_view(
    entered: Sequence[EnteredRating],
    form: RatingForm,
    team: str,
    way: Way,
    participant: str,
    typed: Sequence[GivenLevel] | None = None,
) -> EnteredView:
    """Return a team's form in one way.

    Args:
        entered: for the review.
        form: what can be rated.
        team: whose form it is.
        way: how the team comes to its levels.
        participant: whose, of individuals.
        typed: what was typed and could not be kept, which takes the place of what was entered.
    """
    of_team = [each for each in entered if each.team == team and each.way is way]
    people = tuple(dict.fromkeys(each.participant for each in of_team if each.participant))
    key = name_key(participant) if way is Way.INDIVIDUAL else ""
    own = [GivenLevel(each.element, each.level, each.reason) for each in of_team if name_key(each.participant) == key]
    shown = own if typed is None else typed
    fields = tuple(_fields(element, shown, form.levels) for element in form.elements)
    return EnteredView(fields, people, bool(own))


def ways(language: Language) -> tuple[tuple[Way, Markup], ...]:
    """Return the ways in which a team can come to its levels, each in words."""
    return (
        (Way.COLLECTIVE, language.gettext("One level that the team agreed on")),
        (Way.INDIVIDUAL, language.gettext("Each person’s own level")),
        (Way.LEVELS, language.gettext("A text under every level")),
    )


def _fields(element: str, given: Sequence[GivenLevel], levels: Sequence[str]) -> ElementFields:
    own = [each for each in given if each.element == element]
    first = own[0] if own else None
    chosen = levels.index(first.level) if first and first.level in levels else None
    texts = tuple(next((each.reason for each in own if each.level == level), "") for level in levels)
    return ElementFields(element, chosen, first.reason if first else "", texts)
