"""Rubrics on a terminal: what teams say alike, and what changed from version to version."""

from rich.console import Console
from rich.text import Text

from nlp.rubrics.types import (
    DROPPED,
    KEPT,
    MOVED,
    NEW,
    REWORDED,
    DescriptorChange,
    ElementComparison,
    RubricComparison,
    VersionChanges,
)
from service.cli.out.page import indented


def show(console: Console, result: RubricComparison) -> None:
    """Print every element: the same on another level first, the same, what comes close, what one team alone has.

    Then what changed in the rubric of every team with several versions.
    """
    for element in result.elements:
        console.print()
        console.print(Text(element.element, style="bold"))
        _compared(console, element)
    for changes in result.changes:
        _changed(console, changes)


def _compared(console: Console, element: ElementComparison) -> None:
    for match in (*element.matched, *element.close):
        levels = f"{match.team_a} and {match.team_b}, {match.level_a}"
        if match.crosses_levels:
            levels = f"{match.team_a} calls {match.level_a} what {match.team_b} calls {match.level_b}"
        if match in element.close:
            levels = f"{match.team_a}, {match.level_a}, and {match.team_b}, {match.level_b}: close, but the same?"
        console.print(indented(Text(f"{levels} ({match.similarity:.2f})", style="cyan"), 2))
        console.print(indented(Text(f"“{match.a}”\n“{match.b}”"), 4))
    for team, descriptors in element.only_in.items():
        for descriptor in descriptors:
            console.print(indented(Text(f"only {team}, {descriptor.level}: “{descriptor.text}”"), 2))


def _changed(console: Console, changes: VersionChanges) -> None:
    every = [change for element in changes.elements for change in element.changes]
    counts = ", ".join(
        f"{sum(change.kind == kind for change in every)} {kind}" for kind in (MOVED, REWORDED, NEW, DROPPED, KEPT)
    )
    console.print()
    whose = f"{changes.team}: " if changes.team else ""
    title = f"{whose}{changes.before or 'without version'} → {changes.after or 'without version'}"
    console.print(Text(title, style="bold"))
    console.print(Text(counts))
    for element in changes.elements:
        said = [change for change in element.changes if change.kind != KEPT]
        if said:
            console.print(indented(Text(element.element, style="bold"), 2))
        for change in said:
            console.print(indented(Text(change_words(change)), 4))


def change_words(change: DescriptorChange) -> str:
    """Return what became of a descriptor in one line, two where its words changed."""
    before, after = change.before, change.after
    if before is None or after is None:
        stated = before or after
        return f"{change.kind}, {stated.level}: “{stated.text}”" if stated else change.kind
    where = f"{before.level} → {after.level}" if change.kind == MOVED else before.level
    doubt = " — the same, or its opposite?" if change.opposite_ends else ""
    alike = "" if before.text == after.text else f" ({change.similarity:.2f})"
    texts = f"“{after.text}”" if before.text == after.text else f"“{before.text}”\n→ “{after.text}”"
    return f"{change.kind}, {where}{alike}{doubt}: {texts}"
