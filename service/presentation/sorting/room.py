"""Sorting together in the room, as the facilitator sees it: how far people are, then how far they agree."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from service.annotations.rooms import Room, ToPlace
from service.presentation.i18n import Language
from service.presentation.sorting.compare import alpha_in_words
from service.presentation.sorting.room_card import pile_name
from service.presentation.sorting.wall import CardView
from service.sortings.room_results import AnsweredCard, RoomResults
from service.sortings.types import ASIDE


@dataclass(frozen=True)
class PlaceView:
    """A place where some put a card.

    Attributes:
        title: what it is called.
        words: how many of how many.
        share: the same, 0 to 100.
        is_pile: whether it is one; else they said that it fits none, or that they were not sure.
    """

    title: Markup
    words: Markup
    share: float
    is_pile: bool


@dataclass(frozen=True)
class SpreadView:
    """A card and where those present put it, most first."""

    card: CardView
    places: tuple[PlaceView, ...]


@dataclass(frozen=True)
class RoomView:
    """All that the facilitator's page shows of a room.

    Attributes:
        room: as it is.
        lead: who takes part and how far they are; when it is closed, how far they agree.
        alpha: agreement with its interval, None where nothing can be said.
        apart: the cards to talk about, those first on which people differ most.
        agreed: the cards that at least two thirds put in one place.
        cautions: what is left out, and why.
        to_place: what the room would place on the wall, None where it agrees on nothing.
        placing: what that would do beside placing, in words.
    """

    room: Room
    lead: tuple[Markup, ...]
    alpha: Markup | None
    apart: tuple[SpreadView, ...]
    agreed: tuple[SpreadView, ...]
    cautions: tuple[Markup, ...]
    to_place: ToPlace | None
    placing: tuple[Markup, ...]


def room_view(
    room: Room, results: RoomResults, to_place: ToPlace, card: Callable[[str], CardView], language: Language
) -> RoomView:
    """Turn a room and what was answered in it into the facilitator's page.

    Args:
        room: as it is.
        results: what was answered, as far as it can be shown.
        to_place: what would be placed on the wall.
        card: how a card is shown, by its key; without its team, since the room may see this page.
        language: of the reader.
    """
    titles = {pile.id: pile_name(pile, language) for pile in room.piles} | {ASIDE: language.gettext("fits none")}
    spreads = [
        (each.most is not None, SpreadView(card(each.key), tuple(_places(each, titles, language))))
        for each in results.cards
    ]
    return RoomView(
        room=room,
        lead=tuple(_progress(room, language) if room.is_open else _outcome(results, language)),
        alpha=alpha_in_words(results.alpha, results.low, results.high, language),
        apart=tuple(spread for is_agreed, spread in spreads if not is_agreed),
        agreed=tuple(spread for is_agreed, spread in spreads if is_agreed),
        cautions=tuple(_cautions(room, results, language)),
        to_place=to_place if to_place.placed else None,
        placing=tuple(_placing(to_place, language)),
    )


def _places(card: AnsweredCard, titles: Mapping[str, Markup], language: Language) -> Iterator[PlaceView]:
    found = [(titles[pile], count, pile != ASIDE) for pile, count in card.piles.items()]
    if card.not_sure:
        found.append((language.gettext("not sure"), card.not_sure, False))
    for title, count, is_pile in found:
        words = language.gettext("{n} of {of}", n=count, of=card.people)
        yield PlaceView(title, words, round(100 * count / card.people, 2), is_pile)


def _progress(room: Room, language: Language) -> Iterator[Markup]:
    if not room.people:
        yield language.gettext("Nobody has begun yet.")
        return
    yield language.ngettext("{n} person takes part.", "{n} people take part.", room.people)
    yield language.gettext(
        "Together they have done {done} of {all} cards.", done=room.answered, all=room.people * len(room.cards)
    )
    if room.finished:
        yield language.ngettext("{n} person is through.", "{n} people are through.", room.finished)


def _outcome(results: RoomResults, language: Language) -> Iterator[Markup]:
    if not results.people:
        yield language.gettext("Nobody took part.")
        return
    yield language.ngettext("{n} person took part.", "{n} people took part.", results.people)
    if not results.cards:
        yield language.gettext("That is too few to show: single people could be recognised.")
        return
    yield language.ngettext(
        "Of {n} card they agree on {agreed}.",
        "Of {n} cards they agree on {agreed}.",
        len(results.cards),
        agreed=sum(card.most is not None for card in results.cards),
    )


def _cautions(room: Room, results: RoomResults, language: Language) -> Iterator[Markup]:
    if room.gone:
        yield language.ngettext(
            "{n} card is left out: its note is not here any more.",
            "{n} cards are left out: their notes are not here any more.",
            room.gone,
        )
    if results.cards and results.too_few:
        yield language.ngettext(
            "{n} card was answered by too few to show it.",
            "{n} cards were answered by too few to show them.",
            results.too_few,
        )


def _placing(to_place: ToPlace, language: Language) -> Iterator[Markup]:
    if to_place.moved and not to_place.is_done:
        yield language.ngettext(
            "{n} of them lies elsewhere now, where a person put it; it would move.",
            "{n} of them lie elsewhere now, where a person put them; they would move.",
            to_place.moved,
        )
    if to_place.lost:
        yield language.ngettext(
            "{n} card stays where it is: its pile is not on the wall any more.",
            "{n} cards stay where they are: their piles are not on the wall any more.",
            to_place.lost,
        )
