"""Laying out in fewer or more readings what nobody has placed by hand."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from nlp.readings.build_readings import reading_id
from nlp.readings.edits.align import same
from nlp.readings.edits.board import FEWEST, Board, Group
from nlp.readings.edits.types import Keys


@dataclass(frozen=True, slots=True)
class Heap:
    """One reading of a layout: its notes, those of which the machine is sure, and how steady it is, 0 to 1."""

    keys: Keys
    sure: Keys
    stability: float


LayOut = Callable[[int], Sequence[Heap]]
"""Number of readings -> the readings of that layout, largest first; fewer where the notes do not give so many."""


def recut(board: Board, element: str, wanted: int, most: int, lay_out: LayOut) -> Board:
    """Return a board with `wanted` groups, as far as the notes of which nobody has said anything allow.

    Groups that somebody named, filled or joined stay, and so do notes that somebody set apart. The others lie in one
    group at least. Whatever of them is the same reading as before keeps its id; a new one gets a number that none had.

    Args:
        board: with `held`, the notes of which somebody has said where they belong.
        element: for the ids of new readings.
        wanted: groups, those that stay among them.
        most: readings that `lay_out` can give.
        lay_out: the layouts of all notes of the element.
    """
    kept = tuple(group for group in board.groups if group.keys & board.held)
    free = board.keys - board.held.union(*(group.keys for group in kept))
    fewest = int(len(kept) < len(board.groups))
    heaps = _heaps(free, max(wanted - len(kept), fewest), range(max(1, min(wanted, most)), most + 1), lay_out)
    new = _named([_group(heap, free) for heap in heaps], board.groups, element)
    return replace(board, groups=(*kept, *new))


def _heaps(free: Keys, wanted: int, counts: Sequence[int], lay_out: LayOut) -> list[Heap]:
    """Return the readings of the first layout that has `wanted` of the free notes, else of that which comes nearest."""
    best: list[Heap] = []
    for count in counts if wanted else ():
        heaps = [heap for heap in lay_out(count) if len(heap.keys & free) >= FEWEST or heap.keys <= free]
        if len(best) < len(heaps) <= wanted:
            best = heaps
        if len(heaps) >= wanted:
            break
    return best


def _group(heap: Heap, free: Keys) -> Group:
    stability = heap.stability if heap.keys <= free else None
    return Group("", heap.keys & free, sure=heap.sure & free, stability=stability)


def _named(new: Sequence[Group], before: Sequence[Group], element: str) -> list[Group]:
    was = [next((old for old in before if same(group.keys, old.keys)), None) for group in new]
    taken = {group.id for group in before}
    numbers = range(1, 1 + len(taken) + len(new))
    free = iter([each for number in numbers if (each := reading_id(element, number)) not in taken])
    ids = [old.id if old else next(free) for old in was]
    return [replace(group, id=each, ids=frozenset({each})) for group, each in zip(new, ids, strict=True)]
