"""Where the cards lie after what people did: one step after the other."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from service.sortings.types import (
    ASIDE,
    Accept,
    Agreed,
    Arrange,
    Begin,
    Empty,
    Join,
    Keys,
    Laid,
    Lying,
    Make,
    Name,
    Pile,
    Place,
    Refuse,
    Step,
)


def play(steps: Iterable[Step]) -> Laid:
    """Return the wall after some steps; what a step does not find any more it leaves as it is."""
    laid = Laid()
    for step in steps:
        laid = after(laid, step)
    return laid


def after(laid: Laid, step: Step) -> Laid:
    """Return the wall after one step."""
    match step:
        case Begin() | Make() | Arrange():
            return _made(laid, step)
        case Name():
            return _named(laid, step)
        case Join():
            return _joined(laid, step)
        case Empty():
            return _emptied(laid, step.pile)
        case Place() | Accept() | Refuse() | Agreed():
            return _moved(laid, step)


def _made(laid: Laid, step: Begin | Make | Arrange) -> Laid:
    match step:
        case Begin():
            return _begin(laid, step)
        case Make():
            return _put(replace(laid, piles=(*laid.piles, *step.piles)), step.cards, step.piles[0].id, step.by)
        case Arrange():
            lying = {card: Lying(pile, by_hand=True, by=step.by) for card, pile in step.placed.items()}
            return Laid(step.piles, lying, laid.refused - set(step.placed.items()))


def _moved(laid: Laid, step: Place | Accept | Refuse | Agreed) -> Laid:
    match step:
        case Agreed():
            for card, pile in step.placed.items():
                laid = _put(laid, (card,), pile, step.by)
            return laid
        case Place(to=None):
            return replace(laid, lying=_without(laid.lying, step.cards))
        case Place(to=to) | Accept(pile=to):
            return _put(laid, step.cards, str(to), step.by)
        case Refuse():
            refused = laid.refused | {(card, step.pile) for card in step.cards}
            return replace(laid, lying=_without(laid.lying, step.cards), refused=refused)


def _begin(laid: Laid, step: Begin) -> Laid:
    """Piles that were there before the notes, of a codebook, stay in front; so does what lies somewhere already."""
    own = {card: pile for card, pile in step.placed.items() if card not in laid.lying}
    by_hand = set(step.by_hand)
    lying = {
        card: Lying(pile, by_hand=True, by=step.by) if card in by_hand else Lying(pile, by_hand=False)
        for card, pile in own.items()
    }
    return replace(laid, piles=(*laid.piles, *step.piles), lying={**laid.lying, **lying})


def _put(laid: Laid, cards: Keys, pile: str, by: str) -> Laid:
    """Put cards in a pile by hand; what was said before, that they do not belong there, holds no longer."""
    if pile != ASIDE and laid.pile(pile) is None:
        return laid
    put = {card: Lying(pile, by_hand=True, by=by) for card in cards}
    return replace(laid, lying={**laid.lying, **put}, refused=laid.refused - {(card, pile) for card in cards})


def _named(laid: Laid, step: Name) -> Laid:
    changed = (
        replace(pile, name=step.name, about=step.about, names=step.names, judged=True) if pile.id == step.pile else pile
        for pile in laid.piles
    )
    return replace(laid, piles=tuple(changed))


def _joined(laid: Laid, step: Join) -> Laid:
    gone, into = laid.pile(step.pile), laid.pile(step.into)
    if gone is None or into is None or gone is into:
        return laid
    named, about, examples = into if into.name else gone, into.about or gone.about, (*into.examples, *gone.examples)
    one = Pile(into.id, named.name, about, examples, judged=True, names=named.names)
    piles = tuple(one if pile is into else pile for pile in laid.piles if pile is not gone)
    lying = {card: replace(each, pile=into.id) if each.pile == gone.id else each for card, each in laid.lying.items()}
    refused = frozenset((card, into.id if pile == gone.id else pile) for card, pile in laid.refused)
    inside = {(card, each.pile) for card, each in lying.items()}
    return Laid(piles, lying, refused - inside)


def _emptied(laid: Laid, pile: str) -> Laid:
    cards = tuple(card for card, each in laid.lying.items() if each.pile == pile)
    if cards:
        return replace(laid, lying=_without(laid.lying, cards))
    return replace(laid, piles=tuple(each for each in laid.piles if each.id != pile))


def _without(lying: Mapping[str, Lying], cards: Keys) -> Mapping[str, Lying]:
    gone = set(cards)
    return {card: each for card, each in lying.items() if card not in gone}
