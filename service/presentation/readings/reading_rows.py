"""The strips of the element map: one per reading, one dot per note, one bar per team."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from nlp.json_form import Json
from service.presentation.i18n import Language
from service.presentation.readings.caveats import TEAM, amount, certainty, furthest, steadiness
from service.presentation.readings.dot_layout import Scale, rows, spread
from service.presentation.readings.drift import History
from service.presentation.readings.lead_sentences import Teller
from service.presentation.readings.questions import plain
from service.presentation.team_marks import Mark, Marks
from service.presentation.text import Label, Quote, label, quote

PITCH = 0.126
DENSE_PITCH = 0.045
DENSE_FROM = 40
LARGEST_QUOTES = 3


@dataclass(frozen=True)
class Dot:
    """One note on a strip: `left` 0 to 100, `row` from 0 upwards."""

    quote: Quote
    left: float
    row: int
    title: str


@dataclass(frozen=True)
class Bar:
    """How much of one team's notes a reading has; `share`, `low` and `high` in 0 to 100."""

    mark: Mark
    count: int
    share: float
    low: float
    high: float
    words: Markup


@dataclass(frozen=True)
class Strip:
    """One reading: its label, its dots, who holds it, its quotes, its way through the reviews."""

    id: str
    label: Label
    finding: Markup
    dots: tuple[Dot, ...]
    height: int
    dense: bool
    more: Markup | None
    bars: tuple[Bar, ...]
    steadiness: Markup
    certainty: Markup | None
    quotes: tuple[Quote, ...]
    others: tuple[Quote, ...]
    history: History | None


def strip(reading: Json, teller: Teller, axis: Scale, history: History | None = None) -> Strip:
    """Turn one reading of the JSON form into its strip."""
    language, marks = teller.language, teller.marks
    drawn = _drawn(reading)
    quotes = {unit["id"]: quote(unit, marks, language) for unit in drawn}
    shown = [quotes[each] for each in reading["quotes"][:LARGEST_QUOTES] if each in quotes]
    dots = _dots(drawn, quotes, axis)
    units = len(reading["units"])
    return Strip(
        id=str(reading["id"]),
        label=label(reading, language),
        finding=teller.finding(reading),
        dots=dots,
        height=max((dot.row for dot in dots), default=0) + 1,
        dense=units > DENSE_FROM,
        more=language.gettext("{shown} of {n} notes are shown.", shown=len(drawn), n=units)
        if units > len(drawn)
        else None,
        bars=_bars(reading["held_by"].get(TEAM, {}), marks, language),
        steadiness=steadiness(language, float(reading["stability"]), measured=bool(reading["stability_measured"])),
        certainty=_certainty(reading, language),
        quotes=tuple(shown),
        others=tuple(each for each in quotes.values() if each not in shown),
        history=history,
    )


def _certainty(reading: Json, language: Language) -> Markup | None:
    """Return whether teams differ beyond chance where some of them are missing, and who differs most."""
    verdict = reading["difference"].get(TEAM, {}).get("verdict")
    chance = certainty(language, str(verdict)) if verdict and reading["missing_from"].get(TEAM) else None
    return Markup(" ").join(filter(None, (chance, furthest(language, reading)))) or None


def _drawn(reading: Json) -> list[Json]:
    """Return the notes that a page can hold: evenly thinned from the most typical to the edge, and those quoted."""
    units = reading["units"]
    kept = {units[at]["id"] for at in spread(len(units))} | set(reading["quotes"])
    return [unit for unit in units if unit["id"] in kept]


def _dots(units: Sequence[Json], quotes: dict[str, Quote], axis: Scale) -> tuple[Dot, ...]:
    places = [axis.place(unit["typicality"]) for unit in units]
    levels = rows(places, DENSE_PITCH if len(units) > DENSE_FROM else PITCH)
    return tuple(
        Dot(quotes[unit["id"]], round(100 * place, 2), row, _title(quotes[unit["id"]]))
        for unit, place, row in zip(units, places, levels, strict=True)
    )


def _title(shown: Quote) -> str:
    return f"{shown.mark.name}: {shown.text}" if shown.mark.name else shown.text


def _bars(held: Json, marks: Marks, language: Language) -> tuple[Bar, ...]:
    return tuple(
        Bar(
            mark,
            int(held[mark.name]["count"]),
            round(100 * float(held[mark.name]["share"]), 1),
            round(100 * float(held[mark.name]["low"]), 1),
            round(100 * float(held[mark.name]["high"]), 1),
            amount(language, int(held[mark.name]["count"]), int(held[mark.name]["of"])),
        )
        for mark in marks.in_order(list(held))
    )


def dots_caption(language: Language) -> tuple[str, str]:
    """Return what the two ends of every strip mean."""
    return (plain(language.gettext("closest to what this group says")), plain(language.gettext("at its edge")))
