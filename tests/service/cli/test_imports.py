"""What each command imports: a package more is a decision, because whoever types the command waits for it."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
RUN = """
import sys
from service.cli import main
try:
    main()
finally:
    names = {name.partition(".")[0] for name in sys.modules} - set(sys.stdlib_module_names)
    print("\\n", *sorted(names), file=sys.stderr)
"""
NOT_COUNTED = {"nlp", "service", "models", "coverage", "cython_runtime"}
"""Our own, of who measures, and of compiled modules."""

LINE = {"typer", "annotated_doc", "shellingham"}
"""Typer and what it takes along."""
PAGE = {*LINE, "rich"}
FORM = {"attr", "attrs", "cattrs", "typing_extensions"}
"""JSON."""
MODEL = {"numpy", "safetensors", "tokenizers"}
TOLD = {"py3langid"}
"""Of notes whose language no column says."""
SCIPY = {"scipy", "charset_normalizer"}
"""`scipy.special`, and what it takes along."""

COMMANDS = {
    "--version": LINE,
    "participation {session}": PAGE,
    "participation {session} --json": {*PAGE, *FORM},
    "participation {session} --roster {people}": {*PAGE, "numpy", "babel"},
    "interpret {notes}": {*PAGE, *MODEL},
    "interpret {bare}": {*PAGE, *MODEL, *TOLD},
    "interpret {notes} --json": {*PAGE, *MODEL, *FORM},
    "sort {notes}": {*PAGE, *MODEL, *SCIPY},
    "seat {people}": {*PAGE, "numpy", "babel"},
    "embed {notes} --out {vectors}": {*PAGE, *MODEL},
}


@pytest.fixture
def files(tmp_path):
    """A few lines of each kind."""
    texts = {
        "session": "WEBVTT\n\n00:00.000 --> 00:09.000\n<v Asha>We trust.\n\n00:10.000 --> 00:12.000\n<v Ram>Why?\n",
        "notes": "text,team,language\nWe trust them,Nepal,en\nThey share the plan,Nepal,en\nIt is late,Kenya,en\n",
        "bare": "text,team\nWe trust them,Nepal\nThey share the plan,Nepal\nIt is late here,Kenya\n",
        "people": "name,gender\nAsha,woman\nRam,man\nMina,woman\nTek,man\nJo,woman\n",
    }
    names = {
        "session": "session.vtt",
        "notes": "notes.csv",
        "bare": "bare.csv",
        "people": "people.csv",
        "vectors": "vectors.npy",
    }
    for kind, text in texts.items():
        (tmp_path / names[kind]).write_text(text)
    return {kind: tmp_path / name for kind, name in names.items()}


@pytest.mark.parametrize("line", COMMANDS)
def test_a_command_imports_what_it_uses(line, files):
    """No other package of somebody else than those that are listed for it."""
    words = line.format(**files).split()
    done = subprocess.run([sys.executable, "-c", RUN, *words], capture_output=True, text=True, cwd=ROOT, check=True)
    found = {name for name in done.stderr.splitlines()[-1].split() if not name.startswith("_")}
    assert found - NOT_COUNTED == COMMANDS[line]
