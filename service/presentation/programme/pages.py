"""The pages of a PDF or a picture that waits: each with its words, which can be mended."""

from dataclasses import dataclass

from markupsafe import Markup

from service.presentation.i18n import Language
from service.types import FilePreview

MOST_PAGES = 40
_LEAST_ROWS, _MOST_ROWS = 6, 24
_LETTERS_IN_ROW = 45


@dataclass(frozen=True)
class PageFields:
    """A page: its number from 1, the name of its field, its words, how many rows they need, and what it is called."""

    number: int
    field: str
    text: str
    rows: int
    name: Markup


@dataclass(frozen=True)
class PagesFields:
    """All pages of a file that are shown.

    Attributes:
        heading: what can be done here.
        pages: those that were read.
        is_open: whether the words should be compared at once, because they were read from pictures.
        more: how many pages are not shown, in words.
        unread: how many pages were not read yet, in words; they can be.
    """

    heading: Markup
    pages: tuple[PageFields, ...]
    is_open: bool
    more: Markup | None
    unread: Markup | None


def pages_fields(at: int, file: FilePreview, language: Language) -> PagesFields | None:
    """Return the pages of the file at a position of a preview; None for a file that has none."""
    known = file.settings.plan.pages or file.settings.found.pages
    if known is None:
        return None
    shown = known.texts[:MOST_PAGES]
    hidden, unread = len(known.texts) - len(shown), known.count - len(known.texts)
    return PagesFields(
        heading=language.gettext("Type its words beside the page")
        if known.problem
        else language.gettext("Compare with the page and mend the words"),
        pages=tuple(
            PageFields(number, f"{at}.page.{number - 1}", text, _rows(text), language.gettext("Page {n}", n=number))
            for number, text in enumerate(shown, 1)
        ),
        is_open=known.from_picture,
        more=language.ngettext("{n} more page is not shown.", "{n} more pages are not shown.", hidden)
        if hidden
        else None,
        unread=language.ngettext("{n} page was not read yet.", "{n} pages were not read yet.", unread)
        if unread
        else None,
    )


def _rows(text: str) -> int:
    needed = sum(1 + len(line) // _LETTERS_IN_ROW for line in text.splitlines())
    return max(_LEAST_ROWS, min(_MOST_ROWS, needed + 1))
