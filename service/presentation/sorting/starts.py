"""What a wall can begin with, and whose walls there are."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from nlp.readings.types import ElementReadings
from service.presentation.i18n import Language, language_of
from service.presentation.text import spelled
from service.sortings.coded import Placed
from service.sortings.types import Start
from service.store.sorting.sortings import SortingRow


@dataclass(frozen=True)
class StartView:
    """One way to begin: its value in the form, what it says, and whether it is possible."""

    value: str
    title: Markup
    about: Markup
    possible: bool


@dataclass(frozen=True)
class SorterView:
    """Whose sorting can be looked at, and, from another one, compared."""

    title: Markup
    link: str
    here: bool
    compare: str


def starts(
    heaps: Sequence[Sequence[str]] | None, readings: ElementReadings, language: Language, of_file: Placed = ()
) -> tuple[StartView, ...]:
    """Return the ways to begin, the one first that most people take; before the first note there is one only.

    Args:
        heaps: cards that surely belong together; None where nobody has looked for them yet.
        readings: of the element today.
        language: of the reader.
        of_file: name -> cards, where the notes bring their readings with them.
    """
    with_nothing = StartView(
        Start.NOTHING,
        language.gettext("With an empty table"),
        language.gettext("You make every pile; the machine follows when it has seen enough."),
        possible=True,
    )
    if not (heaps is None or heaps or readings.readings or readings.alone):
        return (with_nothing,)
    count = len(readings.readings)
    return (
        *_as_in_file(of_file, language),
        _with_heaps(heaps, language),
        StartView(
            Start.READINGS,
            language.ngettext("With today's {n} reading", "With today's {n} readings", count),
            language.gettext("Every reading as it is shown now becomes a pile, to be put right."),
            bool(count),
        ),
        with_nothing,
    )


def _with_heaps(heaps: Sequence[Sequence[str]] | None, language: Language) -> StartView:
    if heaps is None:
        return StartView(
            Start.HEAPS,
            language.gettext("With small heaps"),
            language.gettext(
                "The machine looks for heaps of cards that most likely say the same; "
                "with so many cards that takes some seconds."
            ),
            possible=True,
        )
    in_heaps = language.ngettext(
        "{n} card lies in heaps that most likely say the same, to be named and put together; the others wait for you.",
        "{n} cards lie in heaps that most likely say the same, to be named and put together; the others wait for you.",
        sum(map(len, heaps)),
    )
    return StartView(
        Start.HEAPS,
        language.ngettext("With {n} small heap", "With {n} small heaps", len(heaps)),
        in_heaps if heaps else language.gettext("No cards are so alike that they form heaps."),
        bool(heaps),
    )


def _as_in_file(of_file: Placed, language: Language) -> Iterator[StartView]:
    if of_file:
        cards = sum(len(keys) for _, keys in of_file)
        yield StartView(
            Start.FILE,
            language.ngettext("With the {n} reading of the file", "With the {n} readings of the file", len(of_file)),
            language.ngettext(
                "{n} card lies as its file has it: as it was coded or sorted before.",
                "{n} cards lie as their files have them: as they were coded or sorted before.",
                cards,
            ),
            possible=True,
        )


def sorters(
    rows: Sequence[SortingRow], here: str, link: Callable[[str], str], compare: Callable[[str], str], language: Language
) -> tuple[SorterView, ...]:
    """Return whose sortings there are: the one that all make together, then those of single people."""
    names = dict.fromkeys(["", *(row.sorter for row in rows), here])
    begun = {row.sorter for row in rows if row.position}
    both = {name: compare(name) for name in begun - {here} if here in begun}
    return tuple(SorterView(_title(name, language), link(name), name == here, both.get(name, "")) for name in names)


def _title(name: str, language: Language) -> Markup:
    if not name:
        return language.gettext("The sorting that all make together")
    return language.gettext("The sorting of {person}", person=spelled(name, language_of(name)))
