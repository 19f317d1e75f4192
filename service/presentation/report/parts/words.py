"""Short pieces of text that the parts of a report share."""

from collections.abc import Iterable

from markupsafe import Markup

from service.presentation.i18n import Language, language_of
from service.presentation.readings.questions import RoomQuestion
from service.presentation.report.document import Chart, GroupsChart, Paragraph, Points, Questions, Tone
from service.presentation.sessions.session_groups import Grouping
from service.types import Session


def spoken(text: str, language: Language) -> Markup:
    """Return a name as it is called, in a heading, with its own language."""
    called = language.called(text)
    return Markup('<span lang="{}">{}</span>').format(language_of(called), called)


def session_title(session: Session, language: Language) -> Markup:
    """Return what a session is called, with its day."""
    title = spoken(session.title, language)
    return Markup("{} · {}").format(title, language.date(session.date)) if session.date else title


def joined(sentences: Iterable[Markup]) -> Markup:
    """Return sentences that stand in one paragraph."""
    return Markup(" ").join(sentences)


def lead(sentences: Iterable[Markup]) -> tuple[Paragraph, ...]:
    """Return the sentences that a section begins with, nothing where there is none."""
    said = joined(sentences)
    return (Paragraph(said, Tone.LEAD),) if said else ()


def each(sentences: Iterable[Markup | None], tone: Tone) -> tuple[Paragraph, ...]:
    """Return every sentence as a paragraph of its own."""
    return tuple(Paragraph(sentence, tone) for sentence in sentences if sentence)


def points(items: Iterable[Markup], *, numbered: bool = False) -> tuple[Points, ...]:
    """Return a list, nothing where it is empty."""
    listed = tuple(items)
    return (Points(listed, numbered),) if listed else ()


def asked(questions: Iterable[RoomQuestion], heading: Markup) -> tuple[Questions, ...]:
    """Return questions under a heading, nothing where there is none."""
    listed = tuple(questions)
    return (Questions(heading, listed),) if listed else ()


def groups_charts(slug: str, groupings: Iterable[Grouping], language: Language) -> tuple[Chart, ...]:
    """Return a chart for every attribute by which people can be compared."""
    return tuple(
        Chart(
            f"{slug}-groups-{at}",
            language.gettext("By {attribute}", attribute=grouping.attribute),
            Markup("; ").join(
                Markup("{}: {} {}, {} {}").format(
                    one.name, language.percent(one.head / 100), one.where, language.percent(one.share / 100), one.of
                )
                for one in grouping.groups
            ),
            GroupsChart(grouping.attribute, grouping.groups),
        )
        for at, grouping in enumerate(groupings, 1)
    )


def withheld(attributes: tuple[Markup, ...], language: Language) -> tuple[Paragraph, ...]:
    """Return what is not shown because groups are small."""
    if not attributes:
        return ()
    words = language.gettext(
        "Not shown, because groups this small would show single people: {attributes}.",
        attributes=language.list(attributes),
    )
    return (Paragraph(words, Tone.CAUTION),)
