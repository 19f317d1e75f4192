"""The page of one element: what people mean by it, and who holds which reading."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from nlp.consent import quotable
from nlp.readings.drift import ElementDrift
from nlp.readings.types import ElementReadings, Holding
from nlp.statistics.pooling import OTHER
from service.names.slugs import slugify
from service.presentation.attributes import attribute_name
from service.presentation.i18n import Language
from service.presentation.readings.captions import headings
from service.presentation.readings.caveats import (
    language_caution,
    named_words,
    nameless_caution,
    placed_words,
    trust_words,
)
from service.presentation.readings.distinctive import DistinctiveView, distinctive_view
from service.presentation.readings.dot_layout import MOST, scale
from service.presentation.readings.drift import history
from service.presentation.readings.layout import Layout, NotesFirst, layout, notes_first
from service.presentation.readings.lead_sentences import element_lead
from service.presentation.readings.questions import RoomQuestion, of_element
from service.presentation.readings.reading_rows import ReadingRow, reading_row
from service.presentation.readings.shared_notes import SharedNotes, shared_notes
from service.presentation.readings.speech import speech_lines
from service.presentation.readings.team_comparison import TEAM, TeamComparison
from service.presentation.team_marks import Marks
from service.presentation.text import Label, Quote, label, quote
from service.presentation.when_read import WhenRead

FEATURED = 2


@dataclass(frozen=True)
class Band:
    """The rows of readings that teams share in the same way, under a heading that says it."""

    heading: Markup
    rows: tuple[ReadingRow, ...]


@dataclass(frozen=True)
class Table:
    """Who holds which reading by one more attribute; each row a label and one cell per group."""

    attribute: str
    caption: Markup
    groups: tuple[str, ...]
    rows: tuple[tuple[Label, tuple[Markup, ...]], ...]


@dataclass(frozen=True)
class ElementView:
    """All that the page shows, in its order."""

    name: str
    lead: tuple[Markup, ...]
    bands: tuple[Band, ...]
    alone: Sequence[Quote]
    questions: tuple[RoomQuestion, ...]
    cautions: tuple[Markup, ...]
    limits: tuple[Markup, ...]
    tables: tuple[Table, ...]
    notes: int
    more: Markup | None
    distinctive: DistinctiveView
    shared_notes: SharedNotes
    trust: tuple[Markup, ...]
    layout: Layout | None
    notes_first: NotesFirst | None
    speech: tuple[Markup, ...]
    placed: tuple[Markup, ...]
    named: Markup

    @property
    def slug(self) -> str:
        """The element in addresses."""
        return slugify(self.name)

    @property
    def rows(self) -> tuple[ReadingRow, ...]:
        """All readings, in the order of the page."""
        return tuple(row for band in self.bands for row in band.rows)

    @property
    def featured(self) -> tuple[ReadingRow, ...]:
        """The readings that a short report shows: the first of every band, then the largest that are left."""
        first = {band.rows[0].id for band in self.bands}
        rest = sorted((row for row in self.rows if row.id not in first), key=lambda row: -len(row.dots))
        chosen = [*(band.rows[0].id for band in self.bands), *(row.id for row in rest)][:FEATURED]
        return tuple(row for row in self.rows if row.id in chosen)


def element_view(
    element: ElementReadings, marks: Marks, language: Language, drift: ElementDrift | None = None
) -> ElementView:
    """Turn one element into what its page shows; with its `drift`, every reading has its history."""
    comparison = TeamComparison(element, marks)
    first = notes_first(element, marks, language)
    alone = quotable(element.alone)[:MOST]
    return ElementView(
        name=element.element,
        lead=tuple(element_lead(comparison, language)),
        bands=tuple(_bands(comparison, language, drift)),
        alone=WhenRead(
            len(alone),
            lambda: [quote(unit, marks, language, by_hand=unit.id in element.placed_by_hand) for unit in alone],
        ),
        questions=of_element(element, language),
        cautions=tuple(language_caution(language, element)),
        limits=tuple(_limits(element, language)),
        tables=tuple(_table(attribute, element, language) for attribute in _further_attributes(element)),
        notes=element.notes,
        more=None if first else _more(len(element.readings) - FEATURED, len(element.alone), language),
        distinctive=distinctive_view(element, language),
        shared_notes=shared_notes(element, marks, language),
        trust=() if first else tuple(trust_words(language, element)),
        layout=layout(element, language),
        notes_first=first,
        speech=speech_lines(element, language, with_readings=first is None),
        placed=tuple(placed_words(language, element)),
        named=named_words(language, [element]),
    )


def _bands(comparison: TeamComparison, language: Language, drift: ElementDrift | None) -> Iterator[Band]:
    """Yield the bands that have readings, in the order of the page."""
    readings = comparison.element.readings
    axis = scale([unit.typicality for reading in readings for unit in reading.units])
    for sharing, heading in headings(comparison, language).items():
        rows = tuple(
            reading_row(each, comparison, axis, language, history(drift, each, language))
            for each in comparison.with_sharing(sharing)
        )
        if rows:
            yield Band(heading, rows)


def _limits(element: ElementReadings, language: Language) -> list[Markup]:
    """Return what the notes cannot show of groups."""
    said = nameless_caution(language, element.nameless, element.notes)
    if not element.withheld:
        return said
    hidden = language.list([attribute_name(attribute, language) for attribute in element.withheld])
    return [
        *said,
        language.gettext(
            "Not shown, because groups this small would show single people: {attributes}.", attributes=hidden
        ),
    ]


def _more(readings: int, alone: int, language: Language) -> Markup | None:
    """Return what a short report leaves out of an element."""
    left = []
    if readings > 0:
        left.append(language.ngettext("{n} more reading", "{n} more readings", readings))
    if alone:
        left.append(language.ngettext("{n} note that stands alone", "{n} notes that stand alone", alone))
    return language.gettext("Not shown here: {left}.", left=language.list(left)) if left else None


def _further_attributes(element: ElementReadings) -> list[str]:
    return [attribute for attribute, groups in element.groups.items() if attribute != TEAM and len(groups) > 1]


def _table(attribute: str, element: ElementReadings, language: Language) -> Table:
    groups = tuple(element.groups[attribute])
    rows = tuple(
        (label(reading, language), tuple(_cell(reading.held_by[attribute].get(group), language) for group in groups))
        for reading in element.readings
    )
    shown = tuple(_heading(attribute, group, language) for group in groups)
    title = attribute_name(attribute, language)
    return Table(attribute, language.gettext("Who holds which reading, by {attribute}", attribute=title), shown, rows)


def _heading(attribute: str, group: str, language: Language) -> str:
    if attribute == "language":
        return language.language_name(group)
    return str(language.gettext("other")) if group == OTHER else group


def _cell(holding: Holding | None, language: Language) -> Markup:
    if not holding:
        return Markup("–")
    return language.gettext("{count} of {n}", count=holding.count, n=holding.of)
