"""Results on a terminal: a sentence, then the table, then the words that prove it."""

from collections.abc import Iterator, Sequence
from dataclasses import fields
from typing import TYPE_CHECKING

from rich.console import Console
from rich.table import Table
from rich.text import Text

from nlp.readings.caveats import TRUST, find_limits
from nlp.readings.types import ElementReadings, GroupWords, Holding, Interpretation, Reading
from nlp.statistics.verdicts import Verdict
from service.cli.out.page import console, indented, shortened

if TYPE_CHECKING:
    from nlp.embedding.evaluate import Figure
    from service.analyses.evaluation import Evaluation, ReadingFigures, ShareFigures
    from service.analyses.sorting_figures import SortingFigures
    from service.cli.reading import FileRead

LEGEND = (
    "shared: every group that was heard says it, with two notes or more. contested: groups differ beyond chance, or "
    "one that was heard does not say it. one group: nobody else says it. alone: like no other note. 3 of 10: 3 of the "
    "group's 10 notes on the element."
)


def file_read(found: "FileRead") -> None:
    """Print how a file was understood."""
    page = console()
    page.print(Text(f"{found.file}: {found.kind}", style="bold"))
    for each in found.elements:
        answers = f"{_count(each.answers, 'answer')}, {_count(each.units, 'note')}"
        page.print(indented(Text(f"{each.element or 'no element'}: {answers}"), 2))
    if found.people:
        page.print(indented(Text("1 person" if found.people == 1 else f"{found.people} people"), 2))
    if found.attributes:
        page.print(indented(Text(f"attributes: {', '.join(found.attributes)}"), 2))
    for left in found.left_out:
        page.print(indented(Text(f"left out: {left.why} ({left.count:,})"), 2))
        for one in left.examples:
            page.print(indented(Text(": ".join(filter(None, (str(one.where), one.text))), style="dim"), 4))


def interpretation(result: Interpretation) -> None:
    """Print every element with its readings, who holds them, quotes and questions."""
    page = console()
    for element in result.elements:
        _element(page, element, result.by)
    if result.readings and result.by:
        page.print(Text(f"\n{LEGEND}", style="dim"))
    changes = [outcome for outcome in result.edits if not outcome.why_not]
    if changes:
        page.print(Text("\nChanged by people", style="bold"))
    for outcome in changes:
        page.print(indented(Text(f"{outcome.element or 'Notes'}: {outcome}"), 2))


def _element(console: Console, element: ElementReadings, by: tuple[str, ...]) -> None:
    console.print()
    console.print(Text(element.element or "Notes", style="bold"))
    console.print(
        f"{_count(element.notes, 'note')}; one way to lay them out: {_count(len(element.readings), 'reading')}, "
        f"{len(element.alone)} standing alone. Language explains {element.language_v_measure:.0%} of the readings."
    )
    for limit in _limits(element):
        console.print(Text(limit))
    for reading in element.readings:
        _reading(console, reading, by)
    for group in (group for groups in element.distinctive.values() for group in groups if group.words):
        console.print(indented(Text(words_of(group)), 2))
    for unit in element.alone:
        console.print(indented(Text(f"alone: {shortened(unit.text)}  [{unit.language}]"), 2))
    for question in element.questions:
        console.print(indented(Text(f"? {question}", style="italic"), 2))


def _limits(element: ElementReadings) -> Iterator[str]:
    if element.trust:
        yield TRUST[element.trust]
    for attribute, found in element.speech.items():
        if found.verdict == Verdict.DIFFERS:
            where = ", ".join(reading.label for reading in element.explaining(attribute))
            shows = f"the readings that show it: {where}." if where else "no single reading shows how."
            yield f"Groups of {attribute} speak differently here, more than chance would explain; {shows}"
    for attribute in element.like_language:
        yield f"Here {attribute} and language coincide: the two cannot be told apart."
    for attribute in element.withheld:
        yield f"{attribute} is not compared: groups this small would show single people."
    yield from map(str, find_limits(element.nameless, element.notes))


def name_of(reading: Reading) -> str:
    """Return what a reading is called, or how many notes it has with one of them."""
    if not reading.example or reading.given:
        return reading.label
    says = "notes that say, for example," if len(reading.units) > 1 else "note that says"
    return f"{len(reading.units)} {says} “{reading.example}”"


def _reading(console: Console, reading: Reading, by: tuple[str, ...]) -> None:
    console.print()
    title = Text(name_of(reading), style="bold cyan")
    english = reading.called("en")
    title.append(f" — {english}" if english != reading.label else "")
    title.append("  (named by a person)" if reading.given else "", style="dim")
    gloss = ", ".join(reading.gloss.get("en", ())) if english == reading.label else ""
    title.append(f"  ({gloss}: by machine)" if gloss else "", style="dim")
    console.print(indented(title, 2))
    sure = f"the machine is sure of {reading.sure}" if reading.stability_measured else "changed by a person"
    console.print(indented(f"{_count(len(reading.units), 'note')}, {sure}", 4))
    for attribute in by:
        held = ", ".join(f"{group} {_of(holding)}" for group, holding in reading.held_by[attribute].items())
        if held:
            told = dict.fromkeys((reading.status[attribute], reading.difference[attribute].verdict))
            line = f"{attribute}: {held} — {', '.join(told)}{_furthest(reading, attribute)}"
            console.print(indented(Text(line), 4))
    texts = {unit.id: unit for unit in reading.units}
    for quote in reading.quotes:
        console.print(indented(Text(f"“{shortened(texts[quote].text)}”  [{texts[quote].language}]"), 4))


def _furthest(reading: Reading, attribute: str) -> str:
    """Return which group stands apart from the others beyond chance, with its 95 % interval."""
    group = reading.stands_apart(attribute)
    if group is None:
        return ""
    own = reading.beside_others[attribute][group]
    points = (100 * own.difference, 100 * own.low, 100 * own.high)
    return f"; {group} {points[0]:+.0f} points beside the others ({points[1]:+.0f} to {points[2]:+.0f})"


def words_of(group: GroupWords) -> str:
    """Return the words that set a group apart as a sentence."""
    said = ", ".join(
        f"{word.text} ({word.people} of {group.people} people, others {word.other_people} of {group.other_people})"
        for word in group.words
    )
    return f"words of {group.group} [{group.language}], beside the others: {said}"


def _of(holding: Holding) -> str:
    return f"{holding.count} of {holding.of}"


AGREEMENT = (
    "name",
    "notes",
    "readings",
    "found",
    "alone",
    "v_measure",
    "adjusted_rand",
    "language_v_measure",
    "stability",
    "cross_language_nn",
)
PURITY = ("name", "grouped", "purity", "sure", "sure_right", "heaped", "heap_purity", "trust")
"""Columns of the two tables about readings."""


def evaluation(result: "Evaluation", own: str = "") -> None:
    """Print the figures of the user's `own` files, of the gold sets and of the model, and the speaking shares."""
    page = console()
    for title, rows in ((own, result.notes), ("gold", result.gold)):
        _figures(page, title, rows, AGREEMENT)
        _figures(page, f"{title}: what is grouped, and how purely", rows, PURITY)
    _figures(page, "sorting", result.sorting)
    _figures(page, "participation", result.participation)
    _figures(page, "development", result.development)


def _figures(
    console: Console,
    title: str,
    rows: "Sequence[ReadingFigures | SortingFigures | ShareFigures | Figure]",
    columns: Sequence[str] = (),
) -> None:
    if not rows:
        return
    shown = [each for each in fields(rows[0]) if not columns or each.name in columns]
    table = Table(title=title, title_justify="left", box=None, pad_edge=False)
    for each in shown:
        text = isinstance(getattr(rows[0], each.name), str)
        table.add_column(each.name.replace("_", " "), justify="left" if text else "right", overflow="fold")
    for row in rows:
        values = (getattr(row, each.name) for each in shown)
        table.add_row(*(f"{value:.3f}" if isinstance(value, float) else str(value) for value in values))
    console.print(table)


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
