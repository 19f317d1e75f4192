"""Who holds which reading, and what became of readings from review to review."""

from collections.abc import Sequence
from typing import Any

from nlp.plots.chart import Chart, chart, colour_of, in_percent, keyed, mark_of, named, titled
from nlp.readings.drift import Drift, ElementDrift
from nlp.readings.types import ElementReadings, Holding, Interpretation, Reading

HOLDS = "share of each group's notes that are in the reading, with its 95 % interval"
HEARD = "share of each review's notes, with its 95 % interval"
ROOM = 0.6
"""The part of a row in which the groups stand one below the other."""

LANE = 0.45
"""What a group adds to the height of a row."""

Part = tuple[str, Sequence[Reading]]


def parts_of(found: Interpretation | ElementReadings | Reading) -> list[Part]:
    """Return the readings of each element that has some."""
    match found:
        case Reading():
            return [("", [found])]
        case ElementReadings():
            return [(found.element, found.readings)] if found.readings else []
        case Interpretation():
            return [(each.element, each.readings) for each in found.elements if each.readings]


def draw_holders(parts: Sequence[Part], by: str) -> Chart:
    """Draw for every reading how much of each group's notes it has."""
    groups = list(dict.fromkeys(group for _, readings in parts for each in readings for group in each.held_by[by]))
    taller = max(1.0, len(groups) * LANE)
    figure, every = chart([len(readings) * taller for _, readings in parts])
    for axes, (element, readings) in zip(every, parts, strict=True):
        for at, group in enumerate(groups):
            held = [(row, each.held_by[by][group]) for row, each in enumerate(readings) if group in each.held_by[by]]
            places = [row + ROOM * ((at + 0.5) / len(groups) - 0.5) for row, _ in held]
            _intervals(axes, [each for _, each in held], places, at, group)
        named(axes, [each.given or each.label for each in readings], [f" ({len(each.units)})" for each in readings])
        titled(axes, element)
        in_percent(axes, HOLDS if axes is every[-1] else "")
    keyed(figure, every)
    return figure


def draw_drift(drift: Drift) -> Chart:
    """Draw every reading's share of the notes of each review."""
    elements = [each for each in drift.elements if each.readings]
    figure, every = chart([len(each.readings) * max(1.0, len(each.notes) * LANE) for each in elements])
    for axes, element in zip(every, elements, strict=True):
        _reviews(axes, element, drift.order)
        titled(axes, element.element)
        in_percent(axes, HEARD if axes is every[-1] else "")
    keyed(figure, every)
    return figure


def _reviews(axes: Any, element: ElementDrift, order: Sequence[str]) -> None:  # noqa: ANN401 - of matplotlib
    there = [review for review in order if review in element.notes]
    for at, review in enumerate(there):
        held = [each.held[review] for each in element.readings]
        places = [row + ROOM * ((at + 0.5) / len(there) - 0.5) for row in range(len(held))]
        _intervals(axes, held, places, order.index(review), review)
    named(axes, [each.given or each.label for each in element.readings])


def _intervals(axes: Any, held: Sequence[Holding], places: Sequence[float], at: int, label: str) -> None:  # noqa: ANN401 - of matplotlib
    shares = [each.share for each in held]
    ends = [[max(0.0, each.share - each.low) for each in held], [max(0.0, each.high - each.share) for each in held]]
    colour = colour_of(at)
    axes.errorbar(shares, places, xerr=ends, fmt=mark_of(at), color=colour, elinewidth=1.2, alpha=0.9, label=label)
