"""One card on the phone of somebody who sorts in the room: its words, and a button for every pile."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from nlp.documents.types import Unit
from service.annotations.rooms import Visit
from service.presentation.i18n import Language, language_of
from service.presentation.masking.masking import People
from service.presentation.sorting.wall import CardView, Gloss, card_view
from service.presentation.team_marks import Marks
from service.presentation.text import spelled
from service.sortings.types import ASIDE, Card, Pile

NOBODYS = Marks(())


@dataclass(frozen=True)
class ChoiceView:
    """A pile to choose; `about` "" where nothing was written about it, `chosen` where this person put the card."""

    id: str
    title: Markup
    about: str
    chosen: bool


@dataclass(frozen=True)
class RoomCardView:
    """One card on a phone.

    Attributes:
        number, of: which card it is, of how many.
        card: its words; not whose they are.
        choices: the piles.
        fits_none, not_sure: whether this person said so.
        answered: whether this person has answered it.
    """

    number: int
    of: int
    card: CardView
    choices: tuple[ChoiceView, ...]
    fits_none: bool
    not_sure: bool
    answered: bool


def room_card_view(visit: Visit, key: str, card: CardView, people: People, language: Language) -> RoomCardView:
    """Turn one card of a visit into what a phone shows.

    Args:
        visit: of one person.
        key: of the card.
        card: how it is shown, from `nobodys_card`.
        people: whose names are hidden in what is said of the piles.
        language: of the reader.
    """
    here, answered = visit.answers.get(key), key in visit.answers
    return RoomCardView(
        number=list(visit.cards).index(key) + 1,
        of=len(visit.cards),
        card=card,
        choices=tuple(
            ChoiceView(pile.id, pile_name(pile, language), people.mask(pile.about), answered and pile.id == here)
            for pile in visit.piles
        ),
        fits_none=answered and here == ASIDE,
        not_sure=answered and here is None,
        answered=answered,
    )


def nobodys_card(
    key: str, notes: Sequence[Unit], people: People, language: Language, gloss: Callable[[Card], Gloss]
) -> CardView:
    """Return a card without its teams and with names of people hidden; its gloss is of what is left to read.

    Args:
        key: of the card.
        notes: of one wording.
        people: whose names are hidden.
        language: of the reader.
        gloss: the words of a card, word by word.
    """
    first = notes[0]
    card = Card(key, tuple(note.id for note in notes), people.mask(first.text), first.language, ())
    return card_view(card, NOBODYS, language, gloss)


def pile_name(pile: Pile, language: Language) -> Markup:
    """Return what a pile is called for this reader."""
    name = pile.called(language.code)
    return spelled(name, language_of(name))
