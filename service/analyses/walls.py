"""Cards in their piles: what people did with them, and what the machine is sure of; and piles as readings."""

from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from threading import Lock
from typing import TYPE_CHECKING

from nlp.documents.types import Unit
from nlp.names import name_key
from nlp.readings.build_readings import canonical
from nlp.readings.edits.align import same
from nlp.readings.edits.types import Edit, Move, Split, note_key, note_keys
from nlp.readings.edits.types import Keys as NoteKeys
from nlp.readings.types import ElementReadings
from nlp.sorting.types import Likely, SortedElement
from service.sortings.types import ASIDE, Card, CardsOfPile, Guess, Keys, Laid, Lying, Pile, Wall
from service.store.sorting.sortings import SortingRow

if TYPE_CHECKING:
    from nlp.sorting.prepare import PreparedNotes

EXAMPLE = "example "
REMEMBERED = 8


@dataclass(frozen=True)
class Deck:
    """The notes of one element as cards.

    Attributes:
        element: its name.
        cards: key -> its notes, in an order that only they decide.
    """

    element: str
    cards: Mapping[str, tuple[Unit, ...]]

    @cached_property
    def ids(self) -> Mapping[str, str]:
        """Card -> the id of the note that stands for it."""
        return {key: own[0].id for key, own in self.cards.items()}

    @cached_property
    def key_of(self) -> Mapping[str, str]:
        """Id of the note that stands for a card -> the card."""
        return {note: key for key, note in self.ids.items()}

    @classmethod
    def of(cls, element: str, units: Sequence[Unit]) -> "Deck":
        """Return the deck of some notes."""
        found: dict[str, list[Unit]] = {}
        for unit in canonical(units):
            found.setdefault(note_key(unit), []).append(unit)
        return cls(element, {key: tuple(own) for key, own in found.items()})

    def units(self, piles: Sequence[Pile]) -> tuple[Unit, ...]:
        """Return one note of every card, then the examples of a codebook as if they were notes."""
        examples = (
            Unit(f"{EXAMPLE}{pile.id} {number}", text, "und", "", 1, 0, len(text), self.element)
            for pile in piles
            for number, text in enumerate(pile.examples)
        )
        return (*(replace(own[0], element=self.element) for own in self.cards.values()), *examples)


def sort_deck(deck: Deck, laid: Laid, prepared: "PreparedNotes | None") -> SortedElement | None:
    """Return what the machine makes of the cards, piles named as `_spoken` names them; None if there are no notes.

    It learns from what people put in piles, from the heaps of piles that a person looked at, and from examples.
    """
    if prepared is None:
        return None
    from nlp.sorting import sort_notes

    first = deck.ids
    named = spoken(laid)
    judged = {pile.id for pile in laid.piles if laid.is_judged(pile)}
    placed = {
        first[key]: named[each.pile]
        for key, each in laid.lying.items()
        if key in first and each.pile in named and (each.by_hand or each.pile in judged)
    }
    examples = {
        f"{EXAMPLE}{pile.id} {number}": named[pile.id] for pile in laid.piles for number in range(len(pile.examples))
    }
    aside = [first[key] for key, each in laid.lying.items() if each.pile == ASIDE and key in first]
    (found,) = sort_notes(prepared, {**placed, **examples}, fits_none=aside, apart=_apart(laid, first)).elements
    return found


def spoken(laid: Laid) -> dict[str, str]:
    """Return pile -> what it is called among the piles: its name and what a person wrote about it, or its number."""
    given: dict[str, str] = {}
    for number, pile in enumerate(laid.piles, start=1):
        told = f"{pile.name}: {pile.about}" if pile.name and pile.about else pile.name
        given[pile.id] = told if told and told not in given.values() else f"r{number}"
    return given


def lay_out(deck: Deck, row: SortingRow | None, sorter: str, found: SortedElement | None) -> Wall:
    """Return the wall as it is shown: every card in one place.

    Args:
        deck: the notes.
        row: what people did, None if nobody did anything.
        sorter: whose sorting it is.
        found: what the machine makes of it, from `sort_deck`.
    """
    laid = row.laid if row else Laid()
    piles = {name: pile for pile, name in spoken(laid).items()}
    sure, unsure = _sure(deck, found, piles, laid), _unsure(deck, found, piles)
    lying = {**sure, **{key: (each, 1.0) for key, each in laid.lying.items() if key in deck.cards}}
    shown = {key: _card(key, own, lying.get(key), unsure.get(key, ())) for key, own in deck.cards.items()}
    in_pile: dict[str, list[Card]] = {pile.id: [] for pile in laid.piles}
    for key, (each, _) in lying.items():
        in_pile.setdefault(each.pile, []).append(shown[key])
    left = [key for key in unsure if key not in lying]
    left += [key for key in deck.cards if key not in lying and key not in unsure]
    return Wall(
        element=deck.element,
        sorter=sorter,
        revision=row.revision if row else 0,
        begun=bool(row and row.position),
        in_use=bool(row and row.in_use),
        can_undo=bool(row and row.position),
        can_redo=bool(row and row.position < len(row.steps)),
        piles=tuple(
            CardsOfPile(pile.id, pile.name, pile.about, pile.examples, _in_order(in_pile[pile.id]), pile.names)
            for pile in laid.piles
        ),
        unsorted=tuple(shown[key] for key in left),
        fits_none=_in_order(in_pile.get(ASIDE, [])),
    )


def heaps_of(deck: Deck, found: SortedElement | None) -> tuple[Keys, ...]:
    """Return the cards of every heap among those that are not sorted, largest first."""
    heaps = found.heap_ids if found else ()
    return tuple(tuple(deck.key_of[each] for each in heap if each in deck.key_of) for heap in heaps)


def as_edits(wall: Wall, deck: Deck, row: SortingRow, found: ElementReadings | None) -> tuple[Edit, ...]:
    """Return the edits that make the piles of a sorting the readings of its element; heaps nobody looked at are none.

    What nobody sorted stays in the readings that the machine found, where these still are the same (`align.same`); else
    it stands alone.
    """
    known, laid, made = frozenset(deck.cards), row.laid, row.created
    judged = {pile.id for pile in laid.piles if laid.is_judged(pile)}
    edits: list[Edit] = [
        Split(
            id=pile.id,
            element=wall.element,
            known=known,
            made=made,
            by=row.sorter,
            notes=frozenset(card.key for card in pile.cards),
            name=pile.name,
            names=pile.names,
            by_machine=frozenset(card.key for card in pile.cards if not card.by_hand),
        )
        for pile in wall.piles
        if pile.cards and pile.id in judged
    ]
    taken = frozenset[str]().union(*(each.notes for each in edits if isinstance(each, Split)))
    aside, rests = frozenset(card.key for card in wall.fits_none), _rests(found, taken)
    if alone := aside | rests:
        edits.append(
            Move(
                id=f"{row.id}-alone",
                element=wall.element,
                known=known,
                made=made,
                by=row.sorter,
                notes=alone,
                to=None,
                by_machine=rests - aside,
            )
        )
    return tuple(edits)


def _rests(found: ElementReadings | None, taken: NoteKeys) -> NoteKeys:
    """Return the notes of readings that are not the same any more without what was taken out of them."""
    whole = [note_keys(reading.units) for reading in found.readings] if found else []
    rests = (keys - taken for keys in whole if keys & taken and not same(keys - taken, keys))
    return frozenset[str]().union(*rests)


def _apart(laid: Laid, first: Mapping[str, str]) -> list[tuple[str, str]]:
    """Return pairs of notes that keep what was refused out of its pile: it does not belong with what lies there."""
    inside: dict[str, str] = {}
    for key, each in laid.lying.items():
        if key in first:
            inside.setdefault(each.pile, first[key])
    for pile in laid.piles:
        if pile.examples:
            inside.setdefault(pile.id, f"{EXAMPLE}{pile.id} 0")
    return [(first[key], inside[pile]) for key, pile in sorted(laid.refused) if key in first and pile in inside]


def _sure(
    deck: Deck, found: SortedElement | None, piles: Mapping[str, str], laid: Laid
) -> dict[str, tuple[Lying, float]]:
    """Return card -> where the machine puts it, and how sure it is."""
    if found is None:
        return {}
    placed = ((deck.key_of.get(note.id, ""), piles[note.reading], note) for note in found.placed if not note.by_hand)
    return {
        key: (Lying(pile, by_hand=False), note.confidence)
        for key, pile, note in placed
        if key and (key, pile) not in laid.refused
    }


def _unsure(deck: Deck, found: SortedElement | None, piles: Mapping[str, str]) -> dict[str, tuple[Guess, ...]]:
    """Return the cards that the machine does not place, the one first that teaches most, with its guesses."""
    if found is None:
        return {}
    unsure = ((deck.key_of.get(note.id), note) for note in found.unsure)
    return {key: tuple(_guess(each, piles) for each in note.best) for key, note in unsure if key}


def _guess(likely: Likely, piles: Mapping[str, str]) -> Guess:
    return Guess(piles[likely.reading], likely.confidence)


def _card(key: str, own: Sequence[Unit], lying: tuple[Lying, float] | None, guesses: tuple[Guess, ...]) -> Card:
    where, confidence = lying or (Lying(ASIDE, by_hand=False), 0.0)
    teams: dict[str, str] = {}
    for unit in own:
        team = unit.attributes.get("team", "")
        teams.setdefault(name_key(team), team)
    return Card(
        key=key,
        notes=tuple(unit.id for unit in own),
        text=own[0].text,
        language=own[0].language,
        teams=tuple(teams.values()),
        by_hand=where.by_hand,
        by=where.by,
        confidence=confidence if lying else 1.0,
        guesses=() if lying else guesses,
    )


def _in_order(cards: Sequence[Card]) -> tuple[Card, ...]:
    return tuple(sorted(cards, key=lambda card: (not card.by_hand, -card.confidence)))


class Remembered:
    """What was prepared of the last elements that people sort, so that a move costs no more than the move.

    Nothing of a removed file stays once its programme is asked for anything again.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._kept: OrderedDict[tuple[int, str], tuple[str, Deck, dict[Keys, PreparedNotes | None]]] = OrderedDict()

    def deck(self, programme: int, element: str, inputs: str, make: Callable[[], Deck]) -> Deck:
        """Return the cards of an element, made of some inputs."""
        with self._lock:
            for key in [key for key, kept in self._kept.items() if key[0] == programme and kept[0] != inputs]:
                del self._kept[key]
            known = self._kept.get((programme, element))
        if known is not None:
            return known[1]
        deck = make()
        with self._lock:
            self._kept[programme, element] = (inputs, deck, {})
            while len(self._kept) > REMEMBERED:
                self._kept.popitem(last=False)
        return deck

    def prepared(
        self,
        programme: int,
        element: str,
        deck: Deck,
        piles: Sequence[Pile],
        make: "Callable[[], PreparedNotes | None]",
    ) -> "PreparedNotes | None":
        """Return what was prepared of a deck with the examples of its piles."""
        examples = tuple(f"{pile.id} {text}" for pile in piles for text in pile.examples)
        with self._lock:
            kept = self._kept.get((programme, element))
        if kept is None or kept[1] is not deck:
            return make()
        if examples not in kept[2]:
            made = make()
            kept[2].clear()
            kept[2][examples] = made
        return kept[2][examples]
