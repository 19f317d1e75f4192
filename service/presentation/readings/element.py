"""The page of one element: what people mean by it, and who holds which reading."""

from dataclasses import dataclass

from markupsafe import Markup

from nlp.json_form import Json
from nlp.readings.groups.holders import CONTESTED, ONE_GROUP, SHARED, TOO_FEW
from nlp.statistics.disclosure import OTHER
from service.presentation.attributes import attribute_name
from service.presentation.i18n import Language
from service.presentation.readings.caveats import TEAM, faint_caution, language_caution, nameless_caution
from service.presentation.readings.distinctive import Apart, words_apart
from service.presentation.readings.dot_layout import MOST, scale
from service.presentation.readings.drift import history
from service.presentation.readings.lead_sentences import Teller
from service.presentation.readings.questions import RoomQuestion, of_element
from service.presentation.readings.reading_rows import Strip, strip
from service.presentation.readings.shared_notes import Crossings, crossings
from service.presentation.team_marks import Marks
from service.presentation.text import Label, Quote, label, quote

FEATURED = 2


@dataclass(frozen=True)
class Band:
    """Strips of one status under a heading that says it."""

    heading: Markup
    strips: tuple[Strip, ...]


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
    alone: tuple[Quote, ...]
    questions: tuple[RoomQuestion, ...]
    cautions: tuple[Markup, ...]
    limits: tuple[Markup, ...]
    tables: tuple[Table, ...]
    notes: int
    more: Markup | None
    apart: Apart
    crossings: Crossings

    @property
    def strips(self) -> tuple[Strip, ...]:
        """All readings, in the order of the page."""
        return tuple(strip for band in self.bands for strip in band.strips)

    @property
    def featured(self) -> tuple[Strip, ...]:
        """The readings that a short report shows: the first of every band, then the largest that are left."""
        first = [band.strips[0] for band in self.bands]
        rest = sorted((strip for strip in self.strips if strip not in first), key=lambda strip: -len(strip.dots))
        chosen = [*first, *rest][:FEATURED]
        return tuple(strip for strip in self.strips if strip in chosen)


def element_view(element: Json, marks: Marks, language: Language, drift: Json | None = None) -> ElementView:
    """Turn one element of the JSON form into what its page shows; with `drift`, every reading has its history."""
    teller = Teller(element, marks, language)
    axis = scale([unit["typicality"] for reading in element["readings"] for unit in reading["units"]])
    compared = len(element["groups"].get(TEAM, {})) > 1
    bands = tuple(
        Band(heading, tuple(strip(each, teller, axis, history(drift, element, each, language)) for each in readings))
        for heading, status in _bands(language, compared=compared)
        if (readings := teller.with_status(status))
    )
    return ElementView(
        name=str(element["element"]),
        lead=tuple(teller.lead()),
        bands=bands,
        alone=tuple(quote(unit, marks, language) for unit in element["alone"][:MOST]),
        questions=of_element(element, language),
        cautions=(*faint_caution(language, element), *language_caution(language, element)),
        limits=tuple(_limits(element, language)),
        tables=tuple(_table(attribute, element, language) for attribute in _further_attributes(element)),
        notes=int(element["notes"]),
        more=_more(len(element["readings"]) - FEATURED, len(element["alone"]), language),
        apart=words_apart(element, language),
        crossings=crossings(element, marks, language),
    )


def _limits(element: Json, language: Language) -> list[Markup]:
    """Return what the notes cannot show of groups."""
    said = nameless_caution(language, int(element["nameless"]), int(element["notes"]))
    if not element["withheld"]:
        return said
    hidden = language.list([attribute_name(attribute, language) for attribute in element["withheld"]])
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


def _bands(language: Language, *, compared: bool) -> tuple[tuple[Markup, str], ...]:
    too_few = language.gettext("Too few to say who holds it")
    if not compared:
        too_few = language.gettext("Not compared between teams")
    return (
        (language.gettext("Shared by all teams"), SHARED),
        (language.gettext("Heard unevenly"), CONTESTED),
        (language.gettext("Held by one team"), ONE_GROUP),
        (too_few, TOO_FEW),
    )


def _further_attributes(element: Json) -> list[str]:
    return [attribute for attribute, groups in element["groups"].items() if attribute != TEAM and len(groups) > 1]


def _table(attribute: str, element: Json, language: Language) -> Table:
    groups = tuple(element["groups"][attribute])
    rows_ = tuple(
        (label(reading, language), tuple(_cell(reading["held_by"][attribute].get(group), language) for group in groups))
        for reading in element["readings"]
    )
    shown = tuple(_heading(attribute, group, language) for group in groups)
    title = attribute_name(attribute, language)
    return Table(attribute, language.gettext("Who holds which reading, by {attribute}", attribute=title), shown, rows_)


def _heading(attribute: str, group: str, language: Language) -> str:
    if attribute == "language":
        return language.language_name(group)
    return str(language.gettext("other")) if group == OTHER else group


def _cell(holding: Json | None, language: Language) -> Markup:
    if not holding:
        return Markup("–")
    return language.gettext("{count} of {n}", count=int(holding["count"]), n=int(holding["of"]))
