"""What `manyvoices sort` takes from a column `reading`, and what it prints."""

from collections.abc import Sequence

from rich.console import Console
from rich.text import Text

from nlp.documents.types import Unit
from nlp.names import one_spelling
from nlp.sorting.types import SortedElement, Sorting
from service.cli.out.page import indented, shortened

SHOWN = 5

LEGEND = (
    "by hand: placed by a person. A percentage: how sure the machine is; it places a note from 75 % on, and leaves the "
    "others to you. Fill in the column reading for the first of them, and sort again."
)

BY_CODEBOOK = (
    "Where nothing is placed by hand the machine goes by the codebook alone: it cannot tell what fits none of it."
)


def placed_by_hand(units: Sequence[Unit]) -> dict[str, str]:
    """Return id -> reading of the notes whose column `reading` is filled in; spellings of one name are one reading."""
    written = {unit.id: unit.attributes.get("reading", "").strip() for unit in units}
    spelled = one_spelling(name for name in written.values() if name)
    return {note: spelled[name] for note, name in written.items() if name}


def show(console: Console, result: Sorting) -> None:
    """Print every element."""
    for element in result.elements:
        _element(console, element)
    if any(element.readings for element in result.elements):
        console.print(Text(f"\n{LEGEND}", style="dim"))
    if any(element.readings and not any(note.by_hand for note in element.placed) for element in result.elements):
        console.print(Text(BY_CODEBOOK, style="dim"))


def _element(console: Console, element: SortedElement) -> None:
    by_hand = sum(note.by_hand for note in element.placed)
    console.print()
    console.print(Text(element.element or "Notes", style="bold"))
    console.print(
        f"{by_hand:,} placed by hand, {len(element.placed) - by_hand:,} by the machine, {len(element.unsure):,} left."
    )
    for reading in element.readings:
        console.print(indented(Text(reading, style="bold cyan"), 2))
        for note in (note for note in element.placed if note.reading == reading):
            sure = "by hand" if note.by_hand else f"{note.confidence:.0%}"
            console.print(indented(Text(f"{shortened(note.text)}  ({sure})"), 4))
    if element.readings and element.unsure:
        console.print(indented(Text("to place next", style="bold"), 2))
        for unsure in element.unsure[:SHOWN]:
            best = ", ".join(f"{likely.reading} {likely.confidence:.0%}" for likely in unsure.best)
            console.print(indented(Text(f"{shortened(unsure.text)}  ({best})"), 4))
    for number, heap in enumerate(element.heaps, start=1):
        console.print(indented(Text(f"heap {number}: not placed, surely alike", style="bold"), 2))
        for text in heap:
            console.print(indented(Text(shortened(text)), 4))
