"""The notes of one element as somebody arranges them: what each edit does to them, and where it cannot."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from nlp.messages import Message
from nlp.readings.build_readings import reading_id
from nlp.readings.edits.align import same
from nlp.readings.edits.types import (
    APART,
    GONE,
    TOO_FEW,
    Dismiss,
    Edit,
    Keys,
    LayOut,
    Merge,
    Move,
    Rename,
    Seen,
    Split,
)

FEWEST = 2


class CannotApply(Exception):
    """An edit that does not find what it speaks of; `why` is one of `nlp.readings.edits.types.WHY_NOT`."""

    def __init__(self, why: Message) -> None:
        super().__init__(why.text)
        self.why = why


@dataclass(frozen=True, slots=True)
class Group:
    """One reading.

    Attributes:
        id: its own.
        keys: its notes.
        given: the name that a person gave it, or "".
        given_in: language -> its name for readers of that language, where a person gave one.
        ids: of the readings that became part of it.
        sure: notes of which the machine is sure, of these readings or of others.
        stability: of the notes as they were laid out, None if they were found or a person placed some.
    """

    id: str
    keys: Keys
    given: str = ""
    ids: frozenset[str] = frozenset()
    sure: Keys = frozenset()
    stability: float | None = None
    given_in: Mapping[str, str] = field(default_factory=dict)

    def without(self, keys: Keys) -> "Group":
        """Return the group without some notes."""
        return replace(self, keys=self.keys - keys, stability=None) if self.keys & keys else self


@dataclass(frozen=True, slots=True)
class Board:
    """All notes of an element and its readings.

    Attributes:
        keys: all notes; those of no group stand alone.
        groups: the readings.
        held: notes of which a person has said where they belong.
        asked: how many readings a person asked for last, None if nobody did.
        by_hand: notes that a person put where they are.
        by_machine: notes that the machine put with these.
    """

    keys: Keys
    groups: tuple[Group, ...]
    held: Keys = frozenset()
    asked: int | None = None
    by_hand: Keys = frozenset()
    by_machine: Keys = frozenset()

    def lies_as(self, other: "Board") -> bool:
        """Whether every note lies where it does on another board."""
        return (self.groups, self.asked) == (other.groups, other.asked)

    def find(self, seen: Seen, known: Keys) -> Group:
        """Return the group that is the reading that was seen, by the rule that `apply_edits` states.

        Raises:
            CannotApply: there is none.
        """
        here = self.here(seen.notes)
        if len(here) < min(FEWEST, len(seen.notes)):
            raise CannotApply(TOO_FEW)
        then = known | seen.notes
        found = next((group for group in self.groups if same(here, group.keys & then)), None)
        if found is None:
            raise CannotApply(APART)
        return found

    def here(self, notes: Keys) -> Keys:
        """Return those of some notes that are here.

        Raises:
            CannotApply: none is.
        """
        here = notes & self.keys
        if not here:
            raise CannotApply(GONE)
        return here

    def with_group(self, old: Group, new: Group) -> "Board":
        """Return the board with one group in the place of another."""
        return replace(self, groups=tuple(new if group is old else group for group in self.groups))

    def without(self, keys: Keys) -> "Board":
        """Return the board with some notes alone; a group that loses its last note is gone."""
        left = (group.without(keys) for group in self.groups)
        return replace(self, groups=tuple(group for group in left if group.keys))

    def holding(self, keys: Keys) -> "Board":
        """Return the board on which a person has said where these notes belong."""
        return replace(self, held=self.held | keys)

    def placing(self, keys: Keys, by_machine: Keys = frozenset()) -> "Board":
        """Return the board on which a person has put notes where they are, but for those that the machine did."""
        hand, others = keys - by_machine, self.by_machine - keys
        return replace(self, by_hand=(self.by_hand - keys) | hand, by_machine=others | (keys & by_machine))

    def lying_anyhow(self, keys: Keys) -> "Board":
        """Return the board on which nobody has put notes where they are."""
        return replace(self, by_hand=self.by_hand - keys, by_machine=self.by_machine - keys)


Recut = Callable[[Board, int], Board]
"""A board, and how many readings are wanted -> the board with so many."""


def play(board: Board, edit: Edit, recut: Recut) -> Board:
    """Return the board after an edit.

    Args:
        board: before it.
        edit: of this element.
        recut: lays out in so many readings what nobody has placed.

    Raises:
        CannotApply: it does not find what it speaks of.
    """
    match edit:
        case Rename():
            found = board.find(edit.reading, edit.known)
            return board.with_group(found, replace(found, given=edit.name, given_in=edit.names)).holding(found.keys)
        case Merge():
            return _merge(board, edit)
        case Split():
            return _split(board, edit)
        case Move():
            return _move(board, edit)
        case Dismiss():
            gone = board.find(edit.reading, edit.known).keys
            return board.without(gone).holding(gone).lying_anyhow(gone)
        case LayOut():
            return replace(recut(board, edit.readings), asked=edit.readings)


def _merge(board: Board, edit: Merge) -> Board:
    """Put one group into the other; nothing is left to do where most notes of both are in one group already."""
    try:
        gone, into = board.find(edit.reading, edit.known), board.find(edit.into, edit.known)
    except CannotApply:
        both = board.find(Seen("", edit.reading.notes | edit.into.notes), edit.known)
        if not all(same(here & both.keys, here) for here in map(board.here, (edit.reading.notes, edit.into.notes))):
            raise
        return board
    if gone is into:
        return board
    named = into if into.given else gone
    one = Group(
        into.id,
        into.keys | gone.keys,
        named.given,
        into.ids | gone.ids,
        into.sure | gone.sure,
        given_in=named.given_in,
    )
    left = replace(board, groups=tuple(group for group in board.groups if group is not gone))
    return left.with_group(into, one).holding(one.keys)


def _split(board: Board, edit: Split) -> Board:
    """Make a group of some notes; a group that has no other note of that time comes along with its newer notes."""
    here, then = board.here(edit.notes), edit.known | edit.notes
    whole = [group for group in board.groups if group.keys & here and group.keys & then <= here]
    keys = here.union(*(group.keys for group in whole))
    given, given_in = next(((group.given, group.given_in) for group in whole if group.given), ("", {}))
    ids = frozenset[str]().union(*(group.ids for group in whole))
    new = Group(
        reading_id(edit.element, f"split-{edit.id}"),
        keys,
        edit.name or given,
        ids,
        given_in=edit.names if edit.name else given_in,
    )
    rest = board.without(keys)
    return replace(rest, groups=(*rest.groups, new)).holding(keys).placing(here, here & edit.by_machine)


def _move(board: Board, edit: Move) -> Board:
    keys = board.here(edit.notes)
    if edit.to is None:
        return board.without(keys).holding(keys).placing(keys - edit.by_machine).lying_anyhow(keys & edit.by_machine)
    target = board.find(edit.to, edit.known)
    left = (group if group is target else group.without(keys) for group in board.groups)
    rest = replace(board, groups=tuple(group for group in left if group.keys))
    filled = replace(target, keys=target.keys | keys, stability=None)
    return rest.with_group(target, filled).holding(filled.keys).placing(keys, keys & edit.by_machine)
