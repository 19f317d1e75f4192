"""The wall of cards: piles, what is not sorted yet, the card to place next, and who put what where."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from nlp.messages import Message
from service.presentation.i18n import NAMES, Language, language_of
from service.presentation.messages import say
from service.presentation.team_marks import Mark, Marks
from service.presentation.text import spelled
from service.sortings.types import THE_ROOM, Card, CardsOfPile, Wall

SHOWN = 24
SHOWN_IN_A_PILE = 6
MOST = 200
MOST_IN_A_PILE = 100
WORDS_OF_A_CARD = 6

Gloss = tuple[tuple[str, str], ...]
"""Words of a note, each with the nearest word in the reader's language, "" where none is near enough."""


@dataclass(frozen=True)
class CardView:
    """A card as it is shown.

    Attributes:
        key: tells it from the others.
        text, code: as written; `code` for the `lang` attribute, "" is HTML's unknown.
        language: its name in the reader's language.
        marks: of the teams whose note it is.
        count: how many notes say it, in words, None where it is one.
        by_hand: whether a person put it where it is.
        placed: who put it there, in words; None where it is not sorted.
        gloss: word by word; () where nobody asked for it or the reader's language is its own.
    """

    key: str
    text: str
    code: str
    language: str
    marks: tuple[Mark, ...]
    count: Markup | None
    by_hand: bool
    placed: Markup | None
    gloss: Gloss


@dataclass(frozen=True)
class PileView:
    """A pile as it is shown; `title` in its own language, `size` and `shares` in words, `first` and `rest` its cards.

    Attributes:
        number: from 1, the key that places a card in it.
        named: whether a person gave it its name.
        names: code, name and pile's name of the languages of the interface.
        by_machine: how many cards the machine put there.
        left: how many cards the page leaves out, in words.
    """

    id: str
    number: int
    title: Markup
    named: bool
    name: str
    names: tuple[tuple[str, str, str], ...]
    about: str
    examples: tuple[str, ...]
    size: Markup
    shares: Markup | None
    by_machine: int
    first: tuple[CardView, ...]
    rest: tuple[CardView, ...]
    left: Markup | None


@dataclass(frozen=True)
class WallView:
    """All that the page shows of a wall; `left` says how many cards that are not sorted it leaves out."""

    name: str
    sorter: str
    revision: int
    begun: bool
    in_use: bool
    can_undo: bool
    can_redo: bool
    lead: tuple[Markup, ...]
    next: CardView | None
    piles: tuple[PileView, ...]
    unsorted: tuple[CardView, ...]
    more_unsorted: tuple[CardView, ...]
    left: Markup | None
    aside: tuple[CardView, ...]


def wall_view(
    wall: Wall,
    marks: Marks,
    language: Language,
    gloss: Callable[[Card], Gloss] = lambda _: (),
    skipped: Sequence[str] = (),
    *,
    whole: bool = False,
) -> WallView:
    """Turn a wall into its page.

    Args:
        wall: the cards where they lie.
        marks: the signs of the teams.
        language: of the reader.
        gloss: the words of a card, word by word.
        skipped: cards that are not to be placed next.
        whole: whether every card is shown; else at most `MOST`, and `MOST_IN_A_PILE`.
    """
    views = partial(_views, marks=marks, language=language, gloss=gloss)
    following, waiting = _next(wall.unsorted, skipped)
    others = views(waiting[: None if whole else MOST], placed=False)
    return WallView(
        name=wall.element,
        sorter=wall.sorter,
        revision=wall.revision,
        begun=wall.begun,
        in_use=wall.in_use,
        can_undo=wall.can_undo,
        can_redo=wall.can_redo,
        lead=_lead(wall, language),
        next=card_view(following, marks, language, gloss, placed=False) if following else None,
        piles=_piles(wall.piles, None if whole else MOST_IN_A_PILE, views, language),
        unsorted=others[:SHOWN],
        more_unsorted=others[SHOWN:],
        left=_left_out(waiting, others, language),
        aside=views(wall.fits_none),
    )


def _views(
    cards: Sequence[Card], marks: Marks, language: Language, gloss: Callable[[Card], Gloss], *, placed: bool = True
) -> tuple[CardView, ...]:
    return tuple(card_view(card, marks, language, gloss, placed=placed) for card in cards)


def _next(unsorted: Sequence[Card], skipped: Sequence[str]) -> tuple[Card | None, list[Card]]:
    """Return the card to place next, and the others that are not sorted."""
    following = next((card for card in unsorted if card.key not in skipped), next(iter(unsorted), None))
    return following, [card for card in unsorted if card is not following]


def _piles(
    piles: Sequence[CardsOfPile],
    most: int | None,
    views: Callable[[Sequence[Card]], tuple[CardView, ...]],
    language: Language,
) -> tuple[PileView, ...]:
    return tuple(_pile(pile, number, views(pile.cards[:most]), language) for number, pile in enumerate(piles, 1))


def pile_title(pile: CardsOfPile, number: int, language: Language) -> Markup:
    """Return what a pile is called for this reader, else its number with the first words of its first card."""
    if name := pile.called(language.code):
        return spelled(name, language_of(name))
    if not pile.cards:
        return language.gettext("Pile {n}", n=number)
    card = pile.cards[0]
    words = card.text.split()
    start = " ".join(words[:WORDS_OF_A_CARD]).rstrip(" .…,;") + (" …" if len(words) > WORDS_OF_A_CARD else "")
    return language.gettext("Pile {n}: “{note}”", n=number, note=spelled(start, _code(card.language)))


def _pile(pile: CardsOfPile, number: int, cards: tuple[CardView, ...], language: Language) -> PileView:
    by_hand = sum(card.by_hand for card in pile.cards)
    by_machine = len(pile.cards) - by_hand
    shares = language.gettext("{hand} by hand, {machine} by the machine", hand=by_hand, machine=by_machine)
    return PileView(
        id=pile.id,
        number=number,
        title=pile_title(pile, number, language),
        named=bool(pile.name),
        name=pile.name,
        names=tuple((code, language.language_name(code), pile.names.get(code, "")) for code in NAMES),
        about=pile.about,
        examples=pile.examples,
        size=language.ngettext("{n} card", "{n} cards", len(pile.cards)),
        shares=shares if cards else None,
        by_machine=by_machine,
        first=cards[:SHOWN_IN_A_PILE],
        rest=cards[SHOWN_IN_A_PILE:],
        left=_left_out(pile.cards, cards, language),
    )


def _left_out(cards: Sequence[Card], shown: Sequence[CardView], language: Language) -> Markup | None:
    count = len(cards) - len(shown)
    return language.ngettext("{n} card is not shown.", "{n} cards are not shown.", count) if count > 0 else None


def card_view(
    card: Card, marks: Marks, language: Language, gloss: Callable[[Card], Gloss] = lambda _: (), *, placed: bool = False
) -> CardView:
    """Return a card as it is shown; `placed` also says who put it where it is."""
    count = len(card.notes)
    return CardView(
        key=card.key,
        text=card.text,
        code=_code(card.language),
        language=language.language_name(card.language or "und"),
        marks=tuple(marks.in_order(card.teams)),
        count=language.ngettext("{n} note", "{n} notes", count) if count > 1 else None,
        by_hand=card.by_hand,
        placed=_placed(card, language) if placed else None,
        gloss=() if card.language == language.code else gloss(card),
    )


def _placed(card: Card, language: Language) -> Markup:
    if not card.by_hand:
        return language.gettext("placed by the machine")
    if card.by == THE_ROOM:
        return language.gettext("placed by the room")
    return language.gettext("placed by {person}", person=card.by) if card.by else language.gettext("placed by hand")


def _lead(wall: Wall, language: Language) -> tuple[Markup, ...]:
    if not wall.cards:
        return (language.gettext("There are no notes on this element yet. Piles can be made before they come."),)
    if not wall.begun:
        cards = language.ngettext(
            "There is {n} card on the table.", "There are {n} cards on the table.", len(wall.cards)
        )
        return (cards, language.gettext("Put together what says the same, and call it by its name."))
    by_machine = sum(not card.by_hand for pile in wall.piles for card in pile.cards)
    by_hand = len(wall.cards) - by_machine - len(wall.unsorted)
    told = [language.ngettext("{n} card was placed by hand.", "{n} cards were placed by hand.", by_hand)]
    if by_machine:
        told.append(language.ngettext("The machine placed {n}.", "The machine placed {n}.", by_machine))
    return (*told, _left(len(wall.unsorted), language))


def _left(count: int, language: Language) -> Markup:
    if not count:
        return language.gettext("No card is left to sort.")
    return language.ngettext("{n} card is not sorted yet.", "{n} cards are not sorted yet.", count)


def _code(language: str) -> str:
    return "" if language in ("", "und") else language


def said(message: Message | None, language: Language) -> Markup | None:
    """Return what was done last, as a sentence."""
    return say(message, language) if message else None
