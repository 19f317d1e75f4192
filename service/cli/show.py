"""Results on a terminal: a sentence, then the table, then the words that prove it."""

import json as _json
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any, NoReturn

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from nlp.participation.types import GroupShare, Participation
from nlp.readings.types import ElementReadings, Holding, Interpretation, Reading
from nlp.rubrics.types import ElementComparison, RubricComparison
from service.cli import summary

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


def interpretation(result: Interpretation) -> None:
    """Print every element with its readings, who holds them, quotes and questions."""
    console = _console()
    for element in result.elements:
        _element(console, element, result.by)


def _element(console: Console, element: ElementReadings, by: tuple[str, ...]) -> None:
    console.print()
    console.print(Text(element.element or "Notes", style="bold"))
    notes = sum(len(reading.members) for reading in element.readings) + len(element.alone)
    console.print(
        f"{_count(notes, 'note')}, {_count(len(element.readings), 'reading')}, {len(element.alone)} standing alone. "
        f"Language explains {element.language_v_measure:.0%} of the readings."
    )
    for attribute in element.like_language:
        console.print(f"Here {attribute} and language coincide: the two cannot be told apart.")
    for reading in element.readings:
        _reading(console, reading, by)
    for unit in element.alone:
        console.print(Padding(Text(f"alone: {unit.text}  [{unit.language}]"), (0, 0, 0, 2)))
    for question in element.questions:
        console.print(Padding(Text(f"? {question}", style="italic"), (0, 0, 0, 2)))


def _reading(console: Console, reading: Reading, by: tuple[str, ...]) -> None:
    console.print()
    title = Text(reading.label, style="bold cyan")
    english = reading.labels.get("en", reading.label)
    title.append(f" — {english}" if english != reading.label else "")
    gloss = ", ".join(reading.gloss.get("en", ()))
    title.append(f"  ({gloss}: by machine)" if gloss else "", style="dim")
    console.print(Padding(title, (0, 0, 0, 2)))
    console.print(Padding(f"{_count(len(reading.members), 'note')}, stability {reading.stability:.2f}", (0, 0, 0, 4)))
    for attribute in by:
        held = ", ".join(f"{group} {_of(holding)}" for group, holding in reading.held_by[attribute].items())
        if held:
            console.print(Padding(Text(f"{attribute}: {held} — {reading.status[attribute]}"), (0, 0, 0, 4)))
    texts = {member.unit.id: member.unit for member in reading.members}
    for quote in reading.quotes:
        console.print(Padding(Text(f"“{texts[quote].text}”  [{texts[quote].language}]"), (0, 0, 0, 4)))


def _of(holding: Holding) -> str:
    return f"{holding.count} of {holding.of}"


def comparison(result: RubricComparison) -> None:
    """Print every element: the same on another level first, then the same, then what one team alone has."""
    console = _console()
    for element in result.elements:
        console.print()
        console.print(Text(element.element, style="bold"))
        _compared(console, element)


def _compared(console: Console, element: ElementComparison) -> None:
    for match in element.matched:
        levels = f"{match.a.team} and {match.b.team}, {match.a.level}"
        if match.crosses_levels:
            levels = f"{match.a.team} calls {match.a.level} what {match.b.team} calls {match.b.level}"
        if match.opposite_ends:
            levels = f"{match.a.team}, {match.a.level}, and {match.b.team}, {match.b.level}: the same, or its opposite?"
        console.print(Padding(Text(f"{levels} ({match.similarity:.2f})", style="cyan"), (0, 0, 0, 2)))
        console.print(Padding(Text(f"“{match.a.text}”\n“{match.b.text}”"), (0, 0, 0, 4)))
    for team, descriptors in element.only_in.items():
        for descriptor in descriptors:
            console.print(Padding(Text(f"only {team}, {descriptor.level}: “{descriptor.text}”"), (0, 0, 0, 2)))


def participation(result: Participation) -> None:
    """Print who spoke how much, who said nothing, and the groups against the room."""
    console = _console()
    table = Table(box=None, pad_edge=False)
    for name in ("", "time", "share", "of the text", "turns"):
        table.add_column(name, justify="left" if not name else "right")
    for speaker in result.speakers:
        time = f"{speaker.seconds:.0f} s" if result.timed else "–"
        table.add_row(speaker.name, time, f"{speaker.share:.1%}", f"{speaker.text_share:.1%}", str(speaker.turns))
    console.print(table)
    if result.silent:
        console.print(Text(f"Said nothing: {', '.join(result.silent)}"))
    console.print(
        f"Evenness {result.balance.normalised_entropy:.2f} of 1, Gini {result.balance.gini:.2f} of at most "
        f"{result.balance.gini_maximum:.2f}, as if {result.balance.effective_speakers:.1f} people had spoken."
    )
    for attribute, groups in result.groups.items():
        console.print(_groups(attribute, groups))
    for limit in result.limits:
        console.print(Text(limit, style="dim"))
    if result.unread.lines:
        console.print(Text(f"Not understood: {_count(result.unread.lines, 'line')}", style="yellow"))
        for example in result.unread.examples:
            console.print(Padding(Text(example, style="dim"), (0, 0, 0, 2)))


def _groups(attribute: str, groups: tuple[GroupShare, ...]) -> Table:
    table = Table(box=None, pad_edge=False)
    for name in (attribute, "people", "share of the room", "share of the floor", "gap"):
        table.add_column(name, justify="left" if name == attribute else "right")
    for group in groups:
        table.add_row(
            group.group,
            str(group.people),
            f"{group.head_share:.1%}",
            f"{group.share:.1%}",
            f"{100 * group.gap:+.1f} points",
        )
    return table


def evaluation(result: Mapping[str, Any]) -> None:
    """Print the figures of the gold sets, those of the model, and the speaking shares."""
    console = _console()
    for title, rows in result.items():
        if not rows or not isinstance(rows, list):
            continue
        table = Table(title=title, title_justify="left", box=None, pad_edge=False)
        for name in rows[0]:
            table.add_column(name.replace("_", " "), justify="left" if isinstance(rows[0][name], str) else "right")
        for row in rows:
            table.add_row(*(f"{value:.3f}" if isinstance(value, float) else str(value) for value in row.values()))
        console.print(table)


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def demo(findings: Mapping[str, Any]) -> None:
    """Print what the demo found and where the report is."""
    summary.show(_console(), findings)
