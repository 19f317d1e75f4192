"""`python -m tests.changed [SINCE]` runs the tests that mirror what changed, and the rules of the architecture.

What changed is what differs from the commit SINCE (HEAD, if none is given), and files that git does not know yet.
"""

import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).parent.parent
ALWAYS = "tests/test_architecture.py"


def changed_files(root: Path, since: str) -> set[Path]:
    """The files that differ from a commit, and new ones that are not ignored; relative to the root."""
    asked = (("diff", "--name-only", "--relative", "-z", since), ("ls-files", "--others", "--exclude-standard", "-z"))
    answers = [
        subprocess.run(["git", *words], cwd=root, check=True, capture_output=True, text=True).stdout for words in asked
    ]
    return {Path(name) for answer in answers for name in answer.split("\0") if name}


def mirrors(root: Path, files: Iterable[Path]) -> set[Path]:
    """The tests of files, those that are there: a test is its own, and `nlp/x/y.py` has `tests/nlp/x/test_y.py`.

    What has no test of its own name (templates, data, helpers of tests) has the tests that lie directly in its folder,
    or in the nearest folder above that has any.
    """
    return {test for path in files for test in _mirror(root, path)}


def _mirror(root: Path, path: Path) -> Iterable[Path]:
    inside = path.parts[0] == "tests"
    folder = path.parent if inside else "tests" / path.parent
    own = path if inside and path.name.startswith("test_") else folder / f"test_{path.stem}.py"
    if (root / own).is_file():
        return [own]
    around = ((root / near).glob("test_*.py") for near in (folder, *folder.parents))
    return next(filter(None, ([test.relative_to(root) for test in tests] for tests in around)), [])


def main() -> int:
    """Run the tests with pytest; returns its exit code."""
    since = sys.argv[1] if len(sys.argv) > 1 else "HEAD"
    tests = {str(path) for path in mirrors(ROOT, changed_files(ROOT, since))}
    return subprocess.run([sys.executable, "-m", "pytest", *sorted({*tests, ALWAYS})], cwd=ROOT, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
