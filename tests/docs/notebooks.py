"""The notebooks of the documentation: what is in them, and what comes out when they are run."""

import os
import re
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbformat import NotebookNode

ROOT = Path(__file__).parents[2]
NOTEBOOKS = sorted((ROOT / "docs" / "notebooks").glob("*.ipynb"))
SECONDS = 240
KEPT = ("text/plain", "text/html", "image/png")
"""The forms of an output that a reader may be shown."""

_FIGURE = re.compile(r"\d+\.\d{3,}")


def read(path: Path) -> NotebookNode:
    """A notebook as it is stored."""
    return nbformat.read(path, as_version=4)


def code_of(notebook: NotebookNode) -> str:
    """Its cells of code, as one program."""
    return "\n\n".join(cell.source for cell in notebook.cells if cell.cell_type == "code") + "\n"


def run(path: Path) -> NotebookNode:
    """The notebook with what its cells give in a Python of their own, in its folder; an error in a cell is raised."""
    notebook = read(path)
    client = NotebookClient(notebook, timeout=SECONDS, resources={"metadata": {"path": str(path.parent)}})
    client.execute(env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONHASHSEED": "0"})
    return tidied(notebook)


def tidied(notebook: NotebookNode) -> NotebookNode:
    """The same without what differs from one run to the next: counts, times, names of cells and of programs."""
    notebook.metadata = {
        "kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"},
        "language_info": {"name": "python"},
    }
    for number, cell in enumerate(notebook.cells, 1):
        cell.id, cell.metadata = f"cell-{number}", {}
        if cell.cell_type == "code":
            cell.execution_count = None
            cell.outputs = [_tidied(output) for output in cell.outputs]
    return notebook


def _tidied(output: NotebookNode) -> NotebookNode:
    if output.output_type == "execute_result":
        output.execution_count = None
    if "data" in output:
        output.metadata = {}
        output.data = {kind: output.data[kind] for kind in KEPT if kind in output.data}
    return output


def said(notebook: NotebookNode) -> list[list[str]]:
    """What each cell of code prints and shows, as text; of a picture, that there is one. Figures have two places."""
    cells = [cell for cell in notebook.cells if cell.cell_type == "code"]
    return [[_said(output) for output in cell.outputs] for cell in cells]


def _said(output: NotebookNode) -> str:
    text = output.text if output.output_type == "stream" else output.data["text/plain"]
    return "a picture" if "image/png" in output.get("data", {}) else _FIGURE.sub(_rounded, text)


def _rounded(figure: re.Match[str]) -> str:
    return f"{float(figure[0]):.2f}"
