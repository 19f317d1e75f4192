"""The page on steps of one's own: its examples run from top to bottom, and each prints something."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
PAGE = (ROOT / "docs" / "reference" / "own-steps.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
MARK = "— done —"
AS_HERE = {**os.environ, "PYTHONIOENCODING": "utf-8", "PYTHONPATH": str(ROOT)}


def test_the_examples_run_one_after_the_other(tmp_path):
    """On the notes of the sample, as one script; what is logged goes to stderr."""
    shutil.copy(ROOT / "corpora" / "sample" / "notes-2026-03-nepal.csv", tmp_path / "notes.csv")
    script = "\n".join(f"{block}\nprint({MARK!r})" for block in BLOCKS)
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=tmp_path, capture_output=True, encoding="utf-8", check=False, env=AS_HERE
    )
    assert done.returncode == 0, done.stderr
    printed = done.stdout.split(MARK)[:-1]
    assert len(printed) == len(BLOCKS) == 5
    assert all(text.strip() for text in printed)
    assert "manyvoices.readings" in done.stderr
