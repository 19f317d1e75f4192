"""What nobody has answered yet, as a page lists it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import ceil

from markupsafe import Markup

from service.actions.unanswered import Unanswered, is_of
from service.names.slugs import slugify
from service.presentation.i18n import Language
from service.presentation.team_marks import Marks
from service.presentation.text import Label, Quote, label, quote

ON_A_PAGE = 100


@dataclass(frozen=True)
class UnansweredElement:
    """What of one element nobody has answered: notes with their ids, readings with how many notes say them."""

    name: str
    slug: str
    alone: tuple[tuple[Quote, str], ...]
    not_quotable: int
    readings: tuple[tuple[Label, Markup], ...]


@dataclass(frozen=True)
class UnansweredView:
    """What nobody has answered yet: how much it is, and where.

    Attributes:
        lead: how much, in words.
        elements: what this page shows.
        page, pages: which page this is, and how many there are.
        place: the same in words.
    """

    lead: Markup
    elements: tuple[UnansweredElement, ...]
    page: int = 1
    pages: int = 1
    place: Markup = Markup()


def unanswered_view(
    open_: Sequence[Unanswered], review: str, marks: Marks, language: Language, page: int = 1
) -> UnansweredView:
    """Turn what nobody has answered into one page of it, with at most `ON_A_PAGE` single notes.

    Args:
        open_: all that nobody has answered.
        review: of which.
        marks: the signs of the teams.
        language: of the reader.
        page: which page, from 1; one that is not there is the last.
    """
    alone = sum(len(each.alone) + each.not_quotable for each in open_)
    readings = sum(len(each.readings) for each in open_)
    notes = language.ngettext("{n} single note", "{n} single notes", alone)
    some = language.ngettext("{n} reading", "{n} readings", readings)
    what = [said for said, count in ((notes, alone), (some, readings)) if count]
    lead = language.gettext("All that was said has an answer: an action, or a reason why it is left.")
    if what:
        open_now = language.list(what)
        lead = language.gettext("Not answered yet: {what}. Make an action of it, or say why it is left.", what=open_now)
    pages = max(1, ceil(sum(len(each.alone) for each in open_) / ON_A_PAGE))
    page = min(page, pages)
    place = language.gettext("Page {page} of {pages}", page=language.number(page), pages=language.number(pages))
    shown = tuple(_element(each, review, marks, language) for each in _on_page(open_, page, pages))
    return UnansweredView(lead, shown, page, pages, place)


def _on_page(open_: Sequence[Unanswered], page: int, pages: int) -> Iterator[Unanswered]:
    """Yield what a page shows: its notes, and all else of an element where its first note stands."""
    start, before = (page - 1) * ON_A_PAGE, 0
    for each in open_:
        own = each.alone[max(0, start - before) : max(0, start + ON_A_PAGE - before)]
        if min(before // ON_A_PAGE + 1, pages) == page:
            yield replace(each, alone=own)
        elif own:
            yield replace(each, alone=own, not_quotable=0, readings=())
        before += len(each.alone)


def _element(one: Unanswered, review: str, marks: Marks, language: Language) -> UnansweredElement:
    readings = tuple(
        (
            label(each, language),
            language.ngettext("{n} note", "{n} notes", sum(is_of(unit, review) for unit in each.units)),
        )
        for each in one.readings
    )
    alone = tuple((quote(unit, marks, language), unit.id) for unit in one.alone)
    return UnansweredElement(one.element, slugify(one.element), alone, one.not_quotable, readings)
