"""What `manyvoices demo` says at the end: a line for every element, who said nothing, and where to look."""

from collections.abc import Mapping
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text


def show(console: Console, findings: Mapping[str, Any]) -> None:
    """Print the summary of a programme."""
    console.print(Text(f"\n{findings['programme']}", style="bold"))
    table = Table(box=None, pad_edge=False)
    for name in ("element", "notes", "readings", "shared by all teams", "held by one team only"):
        table.add_column(name, justify="right" if name in ("notes", "readings") else "left")
    for element in findings["elements"]:
        shared = sum(reading["status"].get("team") == "shared" for reading in element["readings"])
        table.add_row(
            element["element"], str(element["notes"]), str(len(element["readings"])), str(shared), _only(element)
        )
    console.print(table)
    for session, result in findings["sessions"].items():
        silent = ", ".join(result["silent"]) or "nobody"
        console.print(Text(f"\n{session}: {len(result['speakers'])} people spoke; said nothing: {silent}"))
    console.print(Text(f"\nThe report: {findings['report']}", style="bold"))
    console.print(Text("Open it in a browser. For the pages, the tally and your own files: make serve", style="dim"))


def _only(element: Mapping[str, Any]) -> str:
    """Return "Nepal: power cuts; ..." for the readings of one team."""
    found = []
    for reading in element["readings"]:
        if reading["status"].get("team") == "one group":
            team = next(name for name, holding in reading["held_by"]["team"].items() if holding["count"])
            found.append(f"{team}: {reading['label']}")
    return "; ".join(found) or "–"
