"""Results on a terminal: a sentence, then the table, then the words that prove it."""

import json as _json
import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import fields
from typing import TYPE_CHECKING, Any, NoReturn

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from nlp.participation.sessions.types import OverSessions
from nlp.participation.types import Participation
from nlp.readings.caveats import TRUST, find_limits
from nlp.readings.types import ElementReadings, GroupWords, Holding, Interpretation, Reading
from nlp.rubrics.types import RubricComparison
from nlp.sorting.types import Sorting
from nlp.statistics.verdicts import Verdict
from service.cli import participation_output, rubrics, summary
from service.cli import sorting as sorting_output

if TYPE_CHECKING:
    from nlp.embedding.evaluate import Figure
    from service.analyses.evaluation import Evaluation, ReadingFigures, ShareFigures
    from service.analyses.sorting_figures import SortingFigures
    from service.cli.reading import FileRead

PIPED_WIDTH = 120


class _Console(Console):
    def on_broken_pipe(self) -> NoReturn:
        _nobody_reads()


def _console() -> Console:
    return _Console(highlight=False, width=None if sys.stdout.isatty() else PIPED_WIDTH)


@contextmanager
def working(what: str) -> Iterator[None]:
    """Say on a terminal what takes its time; say nothing when piped."""
    with Console(stderr=True).status(f"{what} …") if sys.stderr.isatty() else _nothing():
        yield


@contextmanager
def progress(what: str) -> Iterator[Callable[[float], None]]:
    """Show a bar on a terminal, nothing when piped; what is yielded takes the part that is done, 0 to 1."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    columns = TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn()
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, total=1.0)
        yield lambda part: bar.update(task, completed=part)


@contextmanager
def _nothing() -> Iterator[None]:
    yield


def json(result: Mapping[str, Any]) -> None:
    """Print a result as JSON, its text as it is written."""
    line(_json.dumps(result, ensure_ascii=False, indent=2))


def line(text: str) -> None:
    """Print one line."""
    try:
        sys.stdout.write(text + "\n")
        sys.stdout.flush()
    except BrokenPipeError:
        _nobody_reads()


def _nobody_reads() -> NoReturn:
    """End well: `| head` has seen enough. What is still to be flushed goes nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    raise SystemExit(0)


LEGEND = (
    "shared: every group that was heard says it, with two notes or more. contested: groups differ beyond chance, or "
    "one that was heard does not say it. one group: nobody else says it. alone: like no other note. 3 of 10: 3 of the "
    "group's 10 notes on the element."
)


def file_read(found: "FileRead") -> None:
    """Print how a file was understood."""
    console = _console()
    console.print(Text(f"{found.file}: {found.kind}", style="bold"))
    for each in found.elements:
        answers = f"{_count(each.answers, 'answer')}, {_count(each.units, 'note')}"
        console.print(Padding(Text(f"{each.element or 'no element'}: {answers}"), (0, 0, 0, 2)))
    if found.people:
        console.print(Padding(Text("1 person" if found.people == 1 else f"{found.people} people"), (0, 0, 0, 2)))
    if found.attributes:
        console.print(Padding(Text(f"attributes: {', '.join(found.attributes)}"), (0, 0, 0, 2)))
    for left in found.left_out:
        console.print(Padding(Text(f"left out: {left.why} ({left.count:,})"), (0, 0, 0, 2)))
        for one in left.examples:
            console.print(Padding(Text(": ".join(filter(None, (str(one.where), one.text))), style="dim"), (0, 0, 0, 4)))


def interpretation(result: Interpretation) -> None:
    """Print every element with its readings, who holds them, quotes and questions."""
    console = _console()
    for element in result.elements:
        _element(console, element, result.by)
    if result.readings and result.by:
        console.print(Text(f"\n{LEGEND}", style="dim"))
    changes = [outcome for outcome in result.edits if not outcome.why_not]
    if changes:
        console.print(Text("\nChanged by people", style="bold"))
    for outcome in changes:
        console.print(Padding(Text(f"{outcome.element or 'Notes'}: {outcome}"), (0, 0, 0, 2)))


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
        console.print(Padding(Text(words_of(group)), (0, 0, 0, 2)))
    for unit in element.alone:
        console.print(Padding(Text(f"alone: {unit.text}  [{unit.language}]"), (0, 0, 0, 2)))
    for question in element.questions:
        console.print(Padding(Text(f"? {question}", style="italic"), (0, 0, 0, 2)))


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
    console.print(Padding(title, (0, 0, 0, 2)))
    sure = f"the machine is sure of {reading.sure}" if reading.stability_measured else "changed by a person"
    console.print(Padding(f"{_count(len(reading.units), 'note')}, {sure}", (0, 0, 0, 4)))
    for attribute in by:
        held = ", ".join(f"{group} {_of(holding)}" for group, holding in reading.held_by[attribute].items())
        if held:
            told = dict.fromkeys((reading.status[attribute], reading.difference[attribute].verdict))
            line = f"{attribute}: {held} — {', '.join(told)}{_furthest(reading, attribute)}"
            console.print(Padding(Text(line), (0, 0, 0, 4)))
    texts = {unit.id: unit for unit in reading.units}
    for quote in reading.quotes:
        console.print(Padding(Text(f"“{texts[quote].text}”  [{texts[quote].language}]"), (0, 0, 0, 4)))


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


def comparison(result: RubricComparison) -> None:
    """Print what the rubrics say alike, what only one says, and what changed from version to version."""
    rubrics.show(_console(), result)


def sorting(result: Sorting) -> None:
    """Print the readings with their notes, what to place next, and the heaps among the rest."""
    sorting_output.show(_console(), result)


def participation(result: Participation) -> None:
    """Print who spoke how much, who said nothing, and the groups against the room."""
    participation_output.show(_console(), result)


def over_sessions(result: OverSessions, remarks: Sequence[str]) -> None:
    """Print people and groups over several sessions, and the remarks on single ones."""
    participation_output.show_over_sessions(_console(), result, remarks)


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
    console = _console()
    for title, rows in ((own, result.notes), ("gold", result.gold)):
        _figures(console, title, rows, AGREEMENT)
        _figures(console, f"{title}: what is grouped, and how purely", rows, PURITY)
    _figures(console, "sorting", result.sorting)
    _figures(console, "participation", result.participation)
    _figures(console, "development", result.development)


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


def demo(made: summary.Demo) -> None:
    """Print what the demo found and where the report is."""
    summary.show(_console(), made)
