"""The notebooks run, and show what comes out: `make notebooks` runs them anew."""

import os

import nbformat
import pytest

from tests.docs.notebooks import NOTEBOOKS, read, run, said, tidied

each = pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)


@each
def test_a_notebook_shows_what_its_cells_give(path):
    """Every cell runs, and what stands below it is what it gives today."""
    found = run(path)
    if os.environ.get("NOTEBOOKS") == "run":
        nbformat.write(found, path)
    assert said(found) == said(read(path)), "make notebooks"


@each
def test_a_notebook_is_stored_as_it_would_be_stored_again(path):
    """Without counts, times and names that differ from one run to the next, and small enough to be read as a change."""
    stored = path.read_text(encoding="utf-8")
    assert stored == nbformat.writes(tidied(read(path))) + "\n"
    assert len(stored) < 200_000
