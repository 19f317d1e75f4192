"""What stands in the library, in a reader's language."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from nlp.messages import msgid
from service.library.types import Alike, Arrival, LibraryEntry, LibraryFile, LibraryKind, OnShelf
from service.presentation.i18n import Language
from service.presentation.text import name

KINDS: Mapping[LibraryKind, str] = {
    LibraryKind.READING: msgid("Reading"),
    LibraryKind.DESCRIPTOR: msgid("Descriptor"),
    LibraryKind.ACTION: msgid("Action"),
}


@dataclass(frozen=True)
class EntryView:
    """An entry.

    Attributes:
        id: its name in addresses.
        of: what kind of thing it is, and of which element, in words.
        words: that are shared.
        code: BCP 47 for the `lang` attribute.
        language: its name in the reader's language, "" where nobody knows it.
        came_of: what became of an action, "" where nothing is told.
        credit: whom it is from, in a sentence, "" for nobody.
        brought: which file brought it, "" where a programme here shares it.
        removable: whether it was brought in.
    """

    id: str
    of: Markup
    words: str
    code: str
    language: str
    came_of: str
    credit: Markup
    brought: Markup
    removable: bool = False


@dataclass(frozen=True)
class LibraryView:
    """The page of the library: the sentence at its top, what was found, and what can be chosen."""

    lead: Markup
    entries: tuple[EntryView, ...]
    kinds: tuple[tuple[str, Markup], ...]
    elements: tuple[str, ...]
    languages: tuple[tuple[str, str], ...]
    files: tuple[tuple[int, Markup], ...]


@dataclass(frozen=True)
class ArrivalView:
    """What a file would bring: a sentence, what else has to be known, and the entries that come."""

    lead: Markup
    also: tuple[Markup, ...]
    entries: tuple[EntryView, ...]


@dataclass(frozen=True)
class AlikeView:
    """What others share beside one reading: what it is called, and entries that are or may be read alike."""

    words: str
    code: str
    near: tuple[EntryView, ...]
    nearest: tuple[EntryView, ...]


def entry_view(given: OnShelf | LibraryEntry, language: Language) -> EntryView:
    """Return an entry for a reader."""
    entry, filename = (given.entry, given.filename) if isinstance(given, OnShelf) else (given, "")
    brought = isinstance(given, OnShelf) and given.file is not None
    said = entry.said
    code = "" if said.language == "und" else said.language
    return EntryView(
        entry.id,
        _of(entry, language),
        said.words,
        code,
        language.language_name(code) if code else "",
        said.came_of,
        language.gettext("From {credit}", credit=name(said.credit)) if said.credit else Markup(""),
        language.gettext("Brought in with {file}", file=name(filename)) if brought and filename else Markup(""),
        brought,
    )


def library_view(
    shown: Sequence[OnShelf], every: Sequence[OnShelf], files: Iterable[LibraryFile], language: Language
) -> LibraryView:
    """Turn entries into the page.

    Args:
        shown: what was found.
        every: all that there is.
        files: that were brought in.
        language: of the reader.
    """
    codes = sorted({each.entry.said.language.partition("-")[0] for each in every} - {"und"})
    elements = {each.entry.said.element: None for each in every if each.entry.said.element}
    return LibraryView(
        _lead(len(every), len(shown), language),
        tuple(entry_view(each, language) for each in shown),
        tuple((kind.value, language.gettext(words)) for kind, words in KINDS.items()),
        tuple(elements),
        tuple((code, language.language_name(code)) for code in codes),
        tuple((each.number, _file(each, language)) for each in files),
    )


def arrival_view(arrival: Arrival, language: Language) -> ArrivalView:
    """Turn what a file would bring into the page that asks."""
    coming = arrival.coming
    also = []
    if arrival.newer:
        n = len(arrival.newer)
        also.append(
            language.ngettext(
                "{n} entry replaces an older version of itself.", "{n} entries replace older versions of themselves.", n
            )
        )
    if arrival.here:
        n = len(arrival.here)
        also.append(language.ngettext("{n} entry is here already.", "{n} entries are here already.", n))
    if arrival.gone:
        n = len(arrival.gone)
        also.append(
            language.ngettext(
                "{n} entry was taken back here and does not come again.",
                "{n} entries were taken back here and do not come again.",
                n,
            )
        )
    lead = (
        language.ngettext("{n} entry comes into the library.", "{n} entries come into the library.", len(coming))
        if coming
        else language.gettext("Nothing in it is new here.")
    )
    return ArrivalView(lead, tuple(also), tuple(entry_view(each, language) for each in coming))


def alike_view(words: str, code: str, found: Alike, language: Language) -> AlikeView:
    """Turn what others share beside one reading into a part of the page."""
    near = tuple(entry_view(each, language) for each in found.near)
    return AlikeView(words, code, near, tuple(entry_view(each, language) for each in found.nearest))


def alike_lead(found: Iterable[AlikeView], language: Language) -> Markup:
    """Return the sentence at the top of what others share beside the readings of an element."""
    views = list(found)
    near = sum(bool(each.near) for each in views)
    if near:
        return language.ngettext(
            "Beside {n} of your readings others say something alike.",
            "Beside {n} of your readings others say something alike.",
            near,
        )
    if any(each.nearest for each in views):
        return language.gettext("Nobody shares a reading that is clearly like one of yours.")
    return language.gettext("Other programmes have shared no readings yet.")


def _of(entry: LibraryEntry, language: Language) -> Markup:
    said = entry.said
    element = name(said.element)
    match said.kind, bool(said.element):
        case LibraryKind.READING, True:
            return language.gettext("A reading of {element}", element=element)
        case LibraryKind.DESCRIPTOR, True if said.level:
            return language.gettext("A descriptor of {element}, {level}", element=element, level=name(said.level))
        case LibraryKind.DESCRIPTOR, True:
            return language.gettext("A descriptor of {element}", element=element)
        case LibraryKind.ACTION, True:
            return language.gettext("An action on {element}", element=element)
    return language.gettext(KINDS[said.kind])


def _lead(total: int, shown: int, language: Language) -> Markup:
    if not total:
        return language.gettext("Nothing is in the library yet.")
    if shown == total:
        return language.ngettext("{n} entry is in the library.", "{n} entries are in the library.", total)
    found = language.ngettext("{n} entry was found", "{n} entries were found", shown)
    return language.gettext("{found}, of {total} in the library.", found=found, total=language.number(total))


def _file(file: LibraryFile, language: Language) -> Markup:
    day = language.date(file.arrived.date().isoformat())
    count = language.ngettext("{n} entry", "{n} entries", file.count)
    return language.gettext("{file}, {day}: {count}", file=name(file.filename or "–"), day=day, count=count)
