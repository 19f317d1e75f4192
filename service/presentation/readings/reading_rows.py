"""The rows of the element map: one per reading, one dot per note, one bar per team."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from markupsafe import Markup

from nlp.consent import may_be_quoted
from nlp.readings.types import Holding, Member, Reading
from service.presentation.i18n import Language
from service.presentation.readings.captions import certainty, finding
from service.presentation.readings.caveats import amount, sureness
from service.presentation.readings.dot_layout import Scale, rows, spread
from service.presentation.readings.drift import History
from service.presentation.readings.questions import plain
from service.presentation.readings.team_comparison import TeamComparison
from service.presentation.team_marks import Mark
from service.presentation.text import Label, Quote, label, quote
from service.presentation.when_read import WhenRead

PITCH = 0.126
DENSE_PITCH = 0.045
DENSE_FROM = 40
LARGEST_QUOTES = 3


@dataclass(frozen=True)
class Dot:
    """One note in a row: `left` 0 to 100, `row` from 0 upwards."""

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
class ReadingRow:
    """One reading: its label, its dots, who holds it, its quotes, its way through the reviews."""

    id: str
    label: Label
    finding: Markup
    dots: Sequence[Dot]
    height: int
    dense: bool
    more: Markup | None
    bars: tuple[Bar, ...]
    sureness: Markup
    certainty: Markup | None
    quotes: tuple[Quote, ...]
    others: Sequence[Quote]
    history: History | None


def reading_row(
    reading: Reading, comparison: TeamComparison, axis: Scale, language: Language, history: History | None = None
) -> ReadingRow:
    """Turn one reading into its row."""
    marks, units, by_hand = comparison.marks, len(reading.units), set(comparison.element.placed_by_hand)
    drawn = {unit.id: unit for unit in _drawn(reading)}
    shown = [each for each in reading.quotes[:LARGEST_QUOTES] if each in drawn]
    rest = [each for each in drawn if each not in shown]
    places = [axis.place(unit.typicality) for unit in drawn.values()]
    levels = rows(places, DENSE_PITCH if len(drawn) > DENSE_FROM else PITCH)

    @cache
    def quoted(note: str) -> Quote:
        return quote(drawn[note], marks, language, by_hand=note in by_hand)

    return ReadingRow(
        id=reading.id,
        label=label(reading, language),
        finding=finding(reading, comparison, language),
        dots=WhenRead(len(drawn), lambda: tuple(map(_dot, map(quoted, drawn), places, levels))),
        height=max(levels, default=0) + 1,
        dense=units > DENSE_FROM,
        more=language.gettext("{shown} of {n} notes are shown.", shown=len(drawn), n=units)
        if units > len(drawn)
        else None,
        bars=_bars(reading, comparison, language),
        sureness=sureness(language, reading, by_hand),
        certainty=certainty(reading, comparison, language),
        quotes=tuple(map(quoted, shown)),
        others=WhenRead(len(rest), lambda: tuple(map(quoted, rest))),
        history=history,
    )


def _drawn(reading: Reading) -> list[Member]:
    """Return the notes that a page can hold: evenly thinned from the most typical to the edge, and those quoted."""
    kept = {reading.units[at].id for at in spread(len(reading.units))} | set(reading.quotes)
    return [unit for unit in reading.units if unit.id in kept and may_be_quoted(unit)]


def _dot(shown: Quote, place: float, row: int) -> Dot:
    return Dot(shown, round(100 * place, 2), row, _title(shown))


def _title(shown: Quote) -> str:
    return f"{shown.mark.name}: {shown.text}" if shown.mark.name else shown.text


def _bars(reading: Reading, comparison: TeamComparison, language: Language) -> tuple[Bar, ...]:
    """Return a bar for every team that wrote on the element, and one without a band for the notes that name none."""
    held = comparison.held_by(reading)
    bars = [_bar(mark, held[mark.name], language) for mark in comparison.marks.in_order(list(held))]
    if comparison.without_team:
        count, of = comparison.without_team_in(reading), comparison.without_team
        share = round(100 * count / of, 1)
        bars.append(Bar(Mark(""), count, share, share, share, amount(language, count, of)))
    return tuple(bars)


def _bar(mark: Mark, holding: Holding, language: Language) -> Bar:
    share, low, high = (round(100 * part, 1) for part in (holding.share, holding.low, holding.high))
    return Bar(mark, holding.count, share, low, high, amount(language, holding.count, holding.of))


def dots_caption(language: Language) -> tuple[str, str]:
    """Return what the two ends of every row mean."""
    return (plain(language.gettext("closest to what this group says")), plain(language.gettext("at its edge")))
