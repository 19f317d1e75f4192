"""Commands as processes: CPU seconds, and how many times those of a Python that does nothing; the least of some runs.

CPU seconds, because a process that waits for another one is not slow itself. Beside `participation` stands a plain
script that reads the same transcript with webvtt-py, where that is installed.
"""

import resource
import subprocess
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path

from benchmarks.sessions.participation import three_hours

RUNS = 5
NOTES = Path(__file__).parents[1] / "corpora" / "sample" / "notes-2026-03-nepal.csv"
TEN = 11
"""Lines: a header, and ten notes."""
COMMANDS = {
    "--version": "--version",
    "participation, three hours": "participation {session}",
    "participation --json": "participation {session} --json",
    "interpret, ten notes": "interpret {notes}",
    "interpret, no column language": "interpret {bare}",
    "interpret --json": "interpret {notes} --json",
}
FLOORS = {
    "import numpy": "import numpy",
    "import numpy, scipy.special": "import numpy, scipy.special",
    "py3langid loads its model": "from py3langid.langid import MODEL_FILE, LanguageIdentifier as L; "
    "L.from_model_file(MODEL_FILE)",
}


def run() -> None:
    """Print a line for each command, and for what nothing of ours can be quicker than."""
    nothing = cpu_seconds("-c", "pass")
    print(f"startup: python -c pass takes {nothing:.3f} s of CPU time")
    with tempfile.TemporaryDirectory() as folder:
        session, notes, bare = Path(folder, "session.vtt"), Path(folder, "notes.csv"), Path(folder, "bare.csv")
        session.write_bytes(three_hours())
        ten = NOTES.read_text(encoding="utf-8").splitlines()[:TEN]
        notes.write_text("\n".join(ten), encoding="utf-8")
        bare.write_text("\n".join(line.rpartition(",")[0] for line in ten), encoding="utf-8")
        for name, line in COMMANDS.items():
            words = line.format(session=session, notes=notes, bare=bare).split()
            _say(f"manyvoices {name}", cpu_seconds("-m", "manyvoices", *words), nothing)
        for name, code in FLOORS.items():
            _say(name, cpu_seconds("-c", code), nothing)
        if find_spec("webvtt"):
            script = f"import webvtt; webvtt.read({str(session)!r})"
            _say("webvtt.read of the three hours", cpu_seconds("-c", script), nothing)


def _say(name: str, taken: float, nothing: float) -> None:
    print(f"  {name:<40} {taken:6.3f} s {taken / nothing:7.1f} times")


def cpu_seconds(*words: str) -> float:
    """Return the least CPU seconds, of user and system together, that a Python of its own takes in `RUNS` runs."""
    return min(_once(words) for _ in range(RUNS))


def _once(words: tuple[str, ...]) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, *words], check=True, capture_output=True, stdin=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
