"""Publications as their readers, and as facilitators, see them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from nlp.messages import msgid
from service.presentation.i18n import NAMES, Language
from service.presentation.report.publishing import format_name, reader_card
from service.publications.types import Audience, Format, Publication


@dataclass(frozen=True)
class PublishedView:
    """One publication.

    Attributes:
        number: in addresses.
        title, language: as it is.
        language_name: in its own script.
        when: when and by whom it was published, in words.
        format: what its file is good for, "" for a page.
        reader: for whom it is written.
        who: who may open it.
        withdrawn: since when nobody but facilitators sees it, in words; None while it can be read.
    """

    number: str
    title: str
    language: str
    language_name: str
    when: Markup
    withdrawn: Markup | None
    format: Markup
    reader: Markup
    who: Markup


_WHO: Mapping[Audience, str] = {
    Audience.FACILITATORS: msgid("facilitators can open it"),
    Audience.TEAMS: msgid("facilitators and members of teams can open it"),
    Audience.EVERYBODY: msgid("everybody with a place can open it"),
}


def published_views(publications: Sequence[Publication], language: Language) -> tuple[PublishedView, ...]:
    """Turn publications into what a page shows of them."""
    return tuple(_view(each, language) for each in publications)


def _view(each: Publication, language: Language) -> PublishedView:
    day = language.date(each.published.date().isoformat())
    when = (
        language.gettext("Published on {day} by {name}", day=day, name=each.published_by)
        if each.published_by
        else language.gettext("Published on {day}", day=day)
    )
    since = each.withdrawn and language.date(each.withdrawn.date().isoformat())
    withdrawn = language.gettext("Withdrawn on {day}: only facilitators see it.", day=since) if since else None
    return PublishedView(
        str(each.id),
        each.title,
        each.language,
        NAMES.get(each.language, each.language),
        when,
        withdrawn,
        Markup("") if each.format is Format.HTML else format_name(each.format, language),
        reader_card(each.reader, language).name,
        language.gettext(_WHO[each.audience]),
    )
