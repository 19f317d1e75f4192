"""What those present answered, all together: how far they agree, and on which cards they do not."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import comb

from nlp.names import name_key
from nlp.sorting.agreement import compare_sortings
from service.sortings.types import ASIDE, Answers, Join, Keys, Laid, Pile, Step

FEWEST_WHO_AGREE = 3
"""People who must have answered a card before it can be placed for them."""


@dataclass(frozen=True, slots=True)
class AnsweredCard:
    """Where those present put one card.

    Attributes:
        key: of the card.
        people: how many answered it.
        piles: pile, or `ASIDE` -> how many put it there, most first.
        not_sure: how many were not sure.
        most: where at least two thirds of at least `FEWEST_WHO_AGREE` people put it, None if they did not.
        apart: the share of all pairs of people who did not put it in the same place, 0 to 1; who is not sure agrees
            with nobody.
    """

    key: str
    people: int
    piles: Mapping[str, int]
    not_sure: int
    most: str | None
    apart: float


@dataclass(frozen=True, slots=True)
class RoomResults:
    """What those present answered, of nobody alone.

    Attributes:
        people: how many took part.
        alpha, low, high: Krippendorff's alpha over `cards` and its 95 % interval, as in `nlp.sorting.agreement`.
        cards: those that enough people answered, the ones first on which they differ most; () while the room is open,
            and where fewer people took part than may be shown.
        too_few: how many other cards fewer people answered.
    """

    people: int
    alpha: float | None = None
    low: float | None = None
    high: float | None = None
    cards: tuple[AnsweredCard, ...] = ()
    too_few: int = 0


def count_answers(cards: Keys, answers: Sequence[Answers], threshold: int) -> RoomResults:
    """Count what those present answered.

    Args:
        cards: the keys of those that are to be counted.
        answers: of each person.
        threshold: fewest people whose answers to a card may be shown together.
    """
    if len(answers) < threshold:
        return RoomResults(len(answers))
    counted = [_card(key, [own[key] for own in answers if key in own]) for key in cards]
    shown = sorted((card for card in counted if card.people >= threshold), key=lambda card: (-card.apart, card.key))
    numbers = {pile: str(number) for number, pile in enumerate(sorted({pile for card in shown for pile in card.piles}))}
    keys = {card.key for card in shown}
    placed = {
        str(person): {key: numbers[pile] for key, pile in own.items() if key in keys and pile is not None}
        for person, own in enumerate(answers)
    }
    found = compare_sortings(placed)
    return RoomResults(len(answers), found.alpha, found.low, found.high, tuple(shown), len(counted) - len(shown))


def agreed_on_wall(
    results: RoomResults, piles: Sequence[Pile], laid: Laid, steps: Sequence[Step]
) -> tuple[dict[str, str], int]:
    """Return where the room has placed cards, by the piles that are on the wall now, and how many have none there.

    A pile that is not there any more is the one that it was joined to, else one of the same name.

    Args:
        results: of the room.
        piles: those that people could choose from.
        laid: the wall now.
        steps: what was done on it.
    """
    joined = {step.pile: step.into for step in steps if isinstance(step, Join)}
    by_name = {name_key(pile.name): pile.id for pile in laid.piles if pile.name}
    now = {ASIDE: ASIDE}
    for pile in piles:
        own = pile.id
        for _ in joined:
            own = own if laid.pile(own) else joined.get(own, own)
        found = own if laid.pile(own) else by_name.get(name_key(pile.name))
        if found is not None:
            now[pile.id] = found
    agreed = {card.key: card.most for card in results.cards if card.most is not None}
    placed = {card: now[pile] for card, pile in agreed.items() if pile in now}
    return placed, len(agreed) - len(placed)


def _card(key: str, given: Sequence[str | None]) -> AnsweredCard:
    people, counts = len(given), Counter(pile for pile in given if pile is not None)
    piles = dict(sorted(counts.items(), key=lambda each: (-each[1], each[0] == ASIDE, each[0])))
    same, pairs = sum(comb(count, 2) for count in piles.values()), comb(people, 2)
    most = next(iter(piles), None)
    is_agreed = most is not None and people >= FEWEST_WHO_AGREE and 3 * piles[most] >= 2 * people
    return AnsweredCard(
        key,
        people,
        piles,
        people - sum(piles.values()),
        most if is_agreed else None,
        1 - same / pairs if pairs else 0.0,
    )
