"""Two sortings side by side: how far two people agree, which of their piles are the same, and what to talk about."""

from dataclasses import dataclass

from markupsafe import Markup

from service.presentation.i18n import Language, language_of
from service.presentation.sorting.wall import CardView, card_view, pile_title
from service.presentation.team_marks import Marks
from service.presentation.text import spelled
from service.sortings.compare import Compared
from service.sortings.types import Wall


@dataclass(frozen=True)
class ApartView:
    """A card with the piles in which the two put it."""

    card: CardView
    one: Markup
    other: Markup


@dataclass(frozen=True)
class ComparedView:
    """All that the page shows; `alpha` is None where nothing can be said."""

    one: Markup
    other: Markup
    lead: Markup
    alpha: Markup | None
    same: tuple[Markup, ...]
    apart: tuple[ApartView, ...]


def compared_view(compared: Compared, one: Wall, other: Wall, marks: Marks, language: Language) -> ComparedView:
    """Turn a comparison into its page."""
    mine, theirs = _titles(one, language), _titles(other, language)
    none, found = language.gettext("fits none"), compared.agreement
    return ComparedView(
        one=sorter_name(one.sorter, language),
        other=sorter_name(other.sorter, language),
        lead=_lead(compared, language),
        alpha=alpha_in_words(found.alpha, found.low, found.high, language),
        same=tuple(
            language.gettext("“{one}” and “{other}”", one=mine[own], other=theirs[pile])
            for pile, own in compared.same.items()
        ),
        apart=tuple(
            ApartView(card_view(each.card, marks, language), mine.get(each.one, none), theirs.get(each.other, none))
            for each in compared.apart
        ),
    )


def sorter_name(name: str, language: Language) -> Markup:
    """Return whose sorting it is."""
    return spelled(name, language_of(name)) if name else language.gettext("all together")


def _titles(wall: Wall, language: Language) -> dict[str, Markup]:
    return {pile.id: pile_title(pile, number, language) for number, pile in enumerate(wall.piles, 1)}


def _lead(compared: Compared, language: Language) -> Markup:
    notes = compared.agreement.notes
    if not notes:
        return language.gettext("No card was placed by both. Both have to place the same cards by hand.")
    return language.ngettext(
        "{n} card was placed by both; {agreed} of it lies in the same pile.",
        "{n} cards were placed by both; {agreed} of them lie in the same pile.",
        notes,
        agreed=compared.agreement.agreed,
    )


def alpha_in_words(value: float | None, low: float | None, high: float | None, language: Language) -> Markup | None:
    """Return Krippendorff's alpha with its interval as a sentence, None where there is none."""
    if value is None:
        return None
    alpha = language.decimals(value)
    if low is None or high is None:
        return language.gettext(
            "Krippendorff's alpha is {alpha}; there are too few cards to say how sure that is.", alpha=alpha
        )
    return language.gettext(
        "Krippendorff's alpha is {alpha} (1: all the same, 0: as by chance); with other cards like these it could lie "
        "between {low} and {high}.",
        alpha=alpha,
        low=language.decimals(low),
        high=language.decimals(high),
    )
