"""Notes as they were written: of one's own team, or of all."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from markupsafe import Markup

from nlp.documents.types import Unit
from service.presentation.i18n import Language

ON_A_PAGE = 100


@dataclass(frozen=True)
class NoteView:
    """One note: its words, their language, and in a line where it comes from."""

    text: str
    language: str
    of: Markup


@dataclass(frozen=True)
class NotesOn:
    """The notes on one element."""

    element: str
    notes: tuple[NoteView, ...]


@dataclass(frozen=True)
class NotesView:
    """A page of notes.

    Attributes:
        count: how many there are in all, in words.
        elements: the notes of this page by element, elements in the order of the programme.
        page, pages: which page this is, and how many there are.
        place: the same in words.
    """

    count: Markup
    elements: tuple[NotesOn, ...]
    page: int
    pages: int
    place: Markup


def notes_view(notes: Sequence[Unit], elements: Sequence[str], page: int, language: Language) -> NotesView:
    """Turn notes into one page of them.

    Args:
        notes: all that may be seen.
        elements: of the programme, in its order.
        page: which page, from 1; one that is not there is the last.
        language: of the reader.
    """
    places = {name: place for place, name in enumerate(elements)}
    ordered = sorted(notes, key=lambda note: places.get(note.element or "", len(places)))
    told = ("participant", "team", "review") if len({_team(note) for note in notes}) > 1 else ("participant", "review")
    pages = max(1, ceil(len(ordered) / ON_A_PAGE))
    page = min(max(1, page), pages)
    shown: dict[str, list[NoteView]] = {}
    for note in ordered[(page - 1) * ON_A_PAGE : page * ON_A_PAGE]:
        shown.setdefault(note.element or "", []).append(NoteView(note.text, note.language, _of(note, told, language)))
    return NotesView(
        count=language.ngettext("{n} note", "{n} notes", len(ordered)),
        elements=tuple(NotesOn(name, tuple(own)) for name, own in shown.items()),
        page=page,
        pages=pages,
        place=language.gettext("Page {page} of {pages}", page=language.number(page), pages=language.number(pages)),
    )


def _team(note: Unit) -> str:
    return note.attributes.get("team", "")


def _of(note: Unit, told: Sequence[str], language: Language) -> Markup:
    known = [*(note.attributes.get(name, "") for name in told), note.source]
    if note.line:
        known.append(language.gettext("line {line}", line=language.number(note.line)))
    return Markup(" · ").join(each for each in known if each)
