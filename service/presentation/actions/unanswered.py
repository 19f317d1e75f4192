"""What nobody has answered yet, as a page lists it."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from service.actions.unanswered import Unanswered, is_of
from service.names.slugs import slugify
from service.presentation.i18n import Language
from service.presentation.team_marks import Marks
from service.presentation.text import Label, Quote, label, quote


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
    """What nobody has answered yet: how much it is, and where."""

    lead: Markup
    elements: tuple[UnansweredElement, ...]


def unanswered_view(open_: Sequence[Unanswered], review: str, marks: Marks, language: Language) -> UnansweredView:
    """Turn what nobody has answered into a page."""
    alone = sum(len(each.alone) + each.not_quotable for each in open_)
    readings = sum(len(each.readings) for each in open_)
    notes = language.ngettext("{n} single note", "{n} single notes", alone)
    some = language.ngettext("{n} reading", "{n} readings", readings)
    what = [said for said, count in ((notes, alone), (some, readings)) if count]
    lead = language.gettext("All that was said has an answer: an action, or a reason why it is left.")
    if what:
        open_now = language.list(what)
        lead = language.gettext("Not answered yet: {what}. Make an action of it, or say why it is left.", what=open_now)
    return UnansweredView(lead, tuple(_element(each, review, marks, language) for each in open_))


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
