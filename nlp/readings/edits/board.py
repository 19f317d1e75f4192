"""The notes of one element as somebody arranges them: what each edit does to them, and where it cannot."""

from dataclasses import dataclass, replace

from nlp.messages import Message
from nlp.readings.build_readings import reading_id
from nlp.readings.edits.align import same
from nlp.readings.edits.types import APART, GONE, TOO_FEW, Dismiss, Edit, Keys, Merge, Move, Rename, Seen, Split

FEWEST = 2


class CannotApply(Exception):
    """An edit that does not find what it speaks of; `why` is one of `nlp.readings.edits.types.WHY_NOT`."""

    def __init__(self, why: Message) -> None:
        super().__init__(why.text)
        self.why = why


@dataclass(frozen=True, slots=True)
class Group:
    """One reading: its notes, the name that a person gave it, and the ids of the readings that became part of it."""

    id: str
    keys: Keys
    given: str = ""
    ids: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Board:
    """All notes of an element and its readings; notes of no group stand alone."""

    keys: Keys
    groups: tuple[Group, ...]

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
        left = (replace(group, keys=group.keys - keys) for group in self.groups)
        return replace(self, groups=tuple(group for group in left if group.keys))


def play(board: Board, edit: Edit) -> Board:
    """Return the board after an edit.

    Raises:
        CannotApply: it does not find what it speaks of.
    """
    match edit:
        case Rename():
            found = board.find(edit.reading, edit.known)
            return board.with_group(found, replace(found, given=edit.name))
        case Merge():
            return _merge(board, edit)
        case Split():
            return _split(board, edit)
        case Move():
            here = board.here(edit.notes)
            return _move(board, here, board.find(edit.to, edit.known)) if edit.to else board.without(here)
        case Dismiss():
            return board.without(board.find(edit.reading, edit.known).keys)


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
    given = into.given or gone.given
    one = Group(into.id, into.keys | gone.keys, given, into.ids | gone.ids)
    left = replace(board, groups=tuple(group for group in board.groups if group is not gone))
    return left.with_group(into, one)


def _split(board: Board, edit: Split) -> Board:
    """Make a group of some notes; a group that has no other note of that time comes along with its newer notes."""
    here, then = board.here(edit.notes), edit.known | edit.notes
    whole = [group for group in board.groups if group.keys & here and group.keys & then <= here]
    keys = here.union(*(group.keys for group in whole))
    given = edit.name or next((group.given for group in whole if group.given), "")
    ids = frozenset[str]().union(*(group.ids for group in whole))
    new = Group(reading_id(edit.element, f"split-{edit.id}"), keys, given, ids)
    rest = board.without(keys)
    return replace(rest, groups=(*rest.groups, new))


def _move(board: Board, keys: Keys, target: Group) -> Board:
    left = (group if group is target else replace(group, keys=group.keys - keys) for group in board.groups)
    rest = replace(board, groups=tuple(group for group in left if group.keys))
    return rest.with_group(target, replace(target, keys=target.keys | keys))
