"""What people do on the wall of cards of an element, and how the wall looks after it.

A card is a note; notes of the same wording are one card, known by its key (`nlp.readings.edits.types.note_key`), so
that it is found again when files are read anew. What people did is kept as steps, each of which can be undone; where
the cards lie follows from the steps, and where the machine puts further cards from where they lie.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Annotated, Any, Literal

from pydantic import Discriminator

Keys = tuple[str, ...]

ASIDE = ""
"""Where cards lie that fit no pile."""

Answers = Mapping[str, str | None]
"""Card -> the pile in which a person put it, `ASIDE` where it fits none, None where they were not sure."""

THE_ROOM = "the room"
"""Who placed cards that those present placed together (`Agreed`); readers see it in their language."""


def every_name(name: str, names: Mapping[str, str]) -> tuple[str, ...]:
    """Return a name and what readers of other languages see instead, each once; none for "".

    Args:
        name: of a pile.
        names: language -> name.
    """
    return tuple(dict.fromkeys(each for each in (name, *names.values()) if each))


class Start(StrEnum):
    """What the wall begins with: readings of the file, heaps that surely belong together, today's readings, nothing."""

    FILE = "file"
    HEAPS = "heaps"
    READINGS = "readings"
    NOTHING = "nothing"


class Called:
    """What has a name, and others for readers of other languages."""

    __slots__ = ()
    name: str
    names: Mapping[str, str]

    def called(self, language: str) -> str:
        """Return its name for readers of a language."""
        return self.names.get(language, self.name)

    @property
    def every_name(self) -> tuple[str, ...]:
        """What it is called in any language, none if nobody named it."""
        return every_name(self.name, self.names)


@dataclass(frozen=True, slots=True)
class Pile(Called):
    """A pile, which becomes a reading.

    Attributes:
        id: tells it from the other piles of the wall.
        name: as a person called it, "" while nobody did.
        about: one line that says what belongs in it.
        examples: sentences that belong in it, of a codebook; no notes of the programme.
        judged: whether a person looked at it: named it, or put it together with another one.
        names: language -> how it is called for readers of that language, where a person said it otherwise.
    """

    id: str
    name: str = ""
    about: str = ""
    examples: tuple[str, ...] = ()
    judged: bool = False
    names: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Step:
    """What all steps have.

    Attributes:
        kind: which step it is.
        id: tells it from all others of the wall.
        made: ISO 8601.
        by: who made it, "" if they did not say.
    """

    kind: str
    id: str
    made: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Begin(_Step):
    """The wall begins; `placed` is card -> pile, by the machine, but for those `by_hand`."""

    kind: Literal["begin"] = "begin"
    start: Start
    piles: tuple[Pile, ...] = ()
    placed: Mapping[str, str] = field(default_factory=dict)
    by_hand: Keys = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Make(_Step):
    """Piles are made, and some cards lie in the first of them."""

    kind: Literal["make"] = "make"
    piles: tuple[Pile, ...]
    cards: Keys = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Name(_Step):
    """A pile is called something, and for readers of some languages (`names`) something else."""

    kind: Literal["name"] = "name"
    pile: str
    name: str
    about: str = ""
    names: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Join(_Step):
    """A pile becomes part of another one."""

    kind: Literal["join"] = "join"
    pile: str
    into: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Empty(_Step):
    """The cards of a pile are not sorted any more; an empty pile is taken away."""

    kind: Literal["empty"] = "empty"
    pile: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Place(_Step):
    """Cards go to a pile, to those that fit none (`ASIDE`), or to those that are not sorted yet (None)."""

    kind: Literal["place"] = "place"
    cards: Keys
    to: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Accept(_Step):
    """A person says that cards are where the machine put them."""

    kind: Literal["accept"] = "accept"
    pile: str
    cards: Keys


@dataclass(frozen=True, slots=True, kw_only=True)
class Refuse(_Step):
    """A person says that cards are not where the machine put them; it does not put them there again."""

    kind: Literal["refuse"] = "refuse"
    pile: str
    cards: Keys


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrange(_Step):
    """The whole wall is laid by a person; `placed` is card -> pile or `ASIDE`, all others are not sorted."""

    kind: Literal["arrange"] = "arrange"
    piles: tuple[Pile, ...]
    placed: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreed(_Step):
    """Cards go each where most of those present put it; `placed` is card -> pile or `ASIDE`."""

    kind: Literal["agreed"] = "agreed"
    placed: Mapping[str, str]


Step = Begin | Make | Name | Join | Empty | Place | Accept | Refuse | Arrange | Agreed
AnyStep: Any = Annotated[Step, Discriminator("kind")]


@dataclass(frozen=True, slots=True)
class Lying:
    """Where a card lies: a pile or `ASIDE`, and whether a person put it there (`by`, "" if they did not say who)."""

    pile: str
    by_hand: bool
    by: str = ""


@dataclass(frozen=True, slots=True)
class Laid:
    """Where cards lie after all steps.

    Attributes:
        piles: in the order in which they were made.
        lying: card -> where it lies; cards that are not there are not sorted by anybody yet.
        refused: card and pile, where a person said that it does not belong there.
    """

    piles: tuple[Pile, ...] = ()
    lying: Mapping[str, Lying] = field(default_factory=dict)
    refused: frozenset[tuple[str, str]] = frozenset()

    def pile(self, pile_id: str) -> Pile | None:
        """Return a pile by its id."""
        return next((pile for pile in self.piles if pile.id == pile_id), None)

    def is_judged(self, pile: Pile) -> bool:
        """Return whether a person has said anything of a pile, so that the machine may learn from it."""
        return (
            pile.judged
            or bool(pile.examples)
            or any(each.by_hand and each.pile == pile.id for each in self.lying.values())
        )


@dataclass(frozen=True, slots=True)
class Guess:
    """A pile that a card may belong to, and how probable that is, 0 to 1."""

    pile: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Card:
    """A note on the wall, or several of the same wording.

    Attributes:
        key: tells it from the other cards.
        notes: ids of its notes.
        text, language: of the first of them; the language in BCP 47.
        teams: whose it is, each once.
        by_hand: whether a person put it where it lies, `by` whom if they said so.
        confidence: how probable it is that a person would put it there, where the machine did; else 1.
        guesses: of a card that is not sorted, the likeliest piles.
    """

    key: str
    notes: tuple[str, ...]
    text: str
    language: str
    teams: tuple[str, ...]
    by_hand: bool = False
    by: str = ""
    confidence: float = 1.0
    guesses: tuple[Guess, ...] = ()


@dataclass(frozen=True, slots=True)
class CardsOfPile(Called):
    """A pile with its cards: those that a person put there, then those that the machine is surest of.

    `names` is language -> how it is called for readers of that language, where a person said it otherwise.
    """

    id: str
    name: str
    about: str
    examples: tuple[str, ...]
    cards: tuple[Card, ...]
    names: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Wall:
    """The cards of one element as they lie.

    Attributes:
        element: its name.
        sorter: whose sorting it is; "" is the one that all make together.
        revision: counts what was done; a change says which one it has seen.
        begun: whether anything was done.
        in_use: whether its piles are the readings of the element.
        can_undo, can_redo: whether there is a step to take back, or one that was taken back.
        piles: in the order in which they were made.
        unsorted: the one first that teaches most when a person places it.
        fits_none: what a person put aside.
    """

    element: str
    sorter: str
    revision: int
    begun: bool
    in_use: bool
    can_undo: bool
    can_redo: bool
    piles: tuple[CardsOfPile, ...]
    unsorted: tuple[Card, ...]
    fits_none: tuple[Card, ...]

    @property
    def cards(self) -> tuple[Card, ...]:
        """All cards."""
        return (*self.unsorted, *(card for pile in self.piles for card in pile.cards), *self.fits_none)
