"""Readings that the notes bring with them: the codes of a project, or a column `reading` of a table."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from nlp.documents.refi.coded import CODED_BY
from nlp.documents.refi.write import MACHINE
from nlp.documents.types import Unit
from nlp.names import one_spelling

Placed = Sequence[tuple[str, tuple[str, ...]]]


def readings_of_file(cards: Mapping[str, Sequence[Unit]]) -> tuple[Placed, frozenset[str]]:
    """Return name -> cards that the notes themselves say, and which of these cards a person placed.

    Args:
        cards: key -> its notes. Of several readings of one card the one of most of its notes counts.
    """
    written = {key: _most(_reading(note) for note in notes) for key, notes in cards.items()}
    spelled = one_spelling(name for name in written.values() if name)
    piles: dict[str, list[str]] = {}
    for key, name in written.items():
        if name:
            piles.setdefault(spelled[name], []).append(key)
    machine = {key for key, notes in cards.items() if all(_by_machine(note) for note in notes)}
    ordered = sorted(piles.items(), key=lambda pile: (-len(pile[1]), pile[0]))
    return [(name, tuple(keys)) for name, keys in ordered], frozenset(written) - machine


def _reading(note: Unit) -> str:
    return " ".join(note.attributes.get("reading", "").split())


def _by_machine(note: Unit) -> bool:
    """Whether only our own machine says so, in a project that was ours before."""
    return note.attributes.get(CODED_BY.lower(), "") == MACHINE


def _most(names: Iterable[str]) -> str:
    found = Counter(name for name in names if name)
    return min(found, key=lambda name: (-found[name], name)) if found else ""
