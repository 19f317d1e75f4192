"""Two sortings of the same cards side by side: what people placed, never what the machine did."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from nlp.names import name_key
from nlp.sorting.agreement import Agreement, compare_sortings, same_names
from service.sortings.types import Card, Wall

FITS_NONE = "fits none"


@dataclass(frozen=True, slots=True)
class ApartCard:
    """A card that two people placed apart, and the id of the pile where each did; "" where it fits none."""

    card: Card
    one: str
    other: str


@dataclass(frozen=True, slots=True)
class Compared:
    """Two sortings of one element.

    Attributes:
        one, other: whose they are, "" for the one that all make together.
        agreement: over the cards that both placed; its people are "one" and "other", its notes keys of cards.
        same: pile of the other -> pile of the one that is taken for the same.
        apart: the cards to talk about.
    """

    one: str
    other: str
    agreement: Agreement
    same: Mapping[str, str]
    apart: tuple[ApartCard, ...]


def compare_walls(one: Wall, other: Wall) -> Compared:
    """Compare where two people put the same cards.

    Piles of the same name, in whatever language, are the same; the others are paired so that they share as many cards
    as possible.
    """
    mine, theirs = _by_hand(one), _by_hand(other)
    same = _same_piles(one, other, mine, theirs)
    named = {card: same.get(pile, f"other {pile}") if pile != FITS_NONE else pile for card, pile in theirs.items()}
    found = compare_sortings({"one": mine, "other": named})
    cards = {card.key: card for card in one.cards}
    both = [each.id for each in found.disagreements if each.id in cards]
    return Compared(
        one.sorter,
        other.sorter,
        found,
        same,
        tuple(ApartCard(replace(cards[key], guesses=()), _pile(mine[key]), _pile(theirs[key])) for key in both),
    )


def _same_piles(one: Wall, other: Wall, mine: Mapping[str, str], theirs: Mapping[str, str]) -> dict[str, str]:
    by_name = {name_key(name): pile.id for pile in one.piles for name in pile.every_name}
    found = {
        pile.id: next((by_name[key] for key in map(name_key, pile.every_name) if key in by_name), "")
        for pile in other.piles
    }
    same = {pile: own for pile, own in found.items() if own}
    gone = set(same.values()) | {FITS_NONE}
    left = {card: pile for card, pile in theirs.items() if pile not in same and pile != FITS_NONE}
    return {**same, **same_names({card: pile for card, pile in mine.items() if pile not in gone}, left)}


def _by_hand(wall: Wall) -> dict[str, str]:
    placed = {card.key: pile.id for pile in wall.piles for card in pile.cards if card.by_hand}
    return {**placed, **{card.key: FITS_NONE for card in wall.fits_none}}


def _pile(pile: str) -> str:
    return "" if pile == FITS_NONE else pile
