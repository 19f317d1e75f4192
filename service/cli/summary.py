"""What `manyvoices demo` says at the end: a line for every element, who said nothing, and where to look."""

from collections.abc import Mapping
from dataclasses import dataclass

from rich.console import Console
from rich.table import Table
from rich.text import Text

from nlp.participation.types import Participation
from nlp.readings.types import ElementReadings
from nlp.statistics.verdicts import ReadingStatus, Trust
from service.types import Programme
from service.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Demo:
    """What the demo made.

    Attributes:
        programme: its name.
        elements: of the notes.
        sessions: slug -> who was heard.
        agreed, under_way: how many actions were agreed on, and how many of them are still to be done.
        next_review: the name of the next one, "" if none is planned.
        report, database: where they are.
    """

    programme: str
    elements: tuple[ElementReadings, ...]
    sessions: Mapping[str, Participation]
    agreed: int
    under_way: int
    next_review: str
    report: str
    database: str


def summary_of(workspace: Workspace, programme: Programme, report: str, database: str) -> Demo:
    """Return what the demo made of a programme; `report` and `database` are where they are."""
    found, agreed = workspace.findings(programme.slug), workspace.actions.every(programme.slug)
    coming = (each.name for each in workspace.reviews.every(programme.slug) if not each.is_held)
    return Demo(
        programme=programme.name,
        elements=found.readings().elements,
        sessions={each.slug: found.participation(each.slug) for each in found.at.sessions},
        agreed=len(agreed),
        under_way=sum(each.is_under_way for each in agreed),
        next_review=next(coming, ""),
        report=report,
        database=database,
    )


def show(console: Console, made: Demo) -> None:
    """Print the summary of a programme."""
    console.print(Text(f"\n{made.programme}", style="bold"))
    table = Table(box=None, pad_edge=False)
    numbers = ("notes", "laid out in", "named by people")
    for name in ("element", *numbers, "trust", "shared by all teams", "held by one team only"):
        table.add_column(name, justify="right" if name in numbers else "left")
    for element in made.elements:
        table.add_row(element.element, str(element.notes), *_laid_out(element))
    console.print(table)
    for session, result in made.sessions.items():
        silent = ", ".join(result.silent) or "nobody"
        unknown = f"; not known whether they were there: {len(result.not_known)}" if result.not_known else ""
        spoke = f"{len(result.speakers)} people spoke; said nothing: {silent}{unknown}"
        console.print(Text(f"\n{session}: {spoke}"))
    coming = f"; the next review is {made.next_review}" if made.next_review else ""
    console.print(Text(f"\nAgreed: {made.agreed} actions, {made.under_way} of them still to be done{coming}"))
    console.print(Text("The pages Actions, Reviews and Memos show what led to them and what became of it", style="dim"))
    console.print(Text(f"\nThe report: {made.report}", style="bold"))
    console.print(Text("Open it in a browser. For the pages, the tally and your own files: make serve", style="dim"))


def _laid_out(element: ElementReadings) -> tuple[str, str, str, str, str]:
    """Return how many readings there are, how many people named, their grade, and who shares them."""
    count, trust = str(len(element.readings)), element.trust or "–"
    named = str(sum(bool(reading.given) for reading in element.readings))
    if element.trust == Trust.LOWEST:
        return count, named, trust, "read the notes", "–"
    shared = sum(reading.status.get("team") == ReadingStatus.SHARED for reading in element.readings)
    return count, named, trust, str(shared), _only(element)


def _only(element: ElementReadings) -> str:
    """Return "Nepal: power cuts; ..." for the readings of one team."""
    found = []
    for reading in element.readings:
        if reading.status.get("team") == ReadingStatus.ONE_GROUP:
            team = next(name for name, holding in reading.held_by["team"].items() if holding.count)
            found.append(f"{team}: {reading.label}")
    return "; ".join(found) or "–"
