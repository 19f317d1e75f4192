"""Which tests a change needs."""

import subprocess
from pathlib import Path

import pytest

from tests.changed import changed_files, mirrors

HOUSE = (
    "Makefile",
    "nlp/text/words.py",
    "nlp/text/romanised.tsv",
    "nlp/text/scripts/blocks.py",
    "tests/conftest.py",
    "tests/test_packaging.py",
    "tests/nlp/text/helper.py",
    "tests/nlp/text/test_words.py",
    "tests/nlp/text/test_clock.py",
    "tests/nlp/text/scripts/__init__.py",
)


@pytest.fixture
def house(tmp_path) -> Path:
    """A small repository with everything committed."""
    for name in HOUSE:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("", encoding="utf-8")
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "add", ".")
    git(tmp_path, "-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "--quiet", "--message", "All")
    return tmp_path


def git(folder: Path, *words: str) -> None:
    subprocess.run(["git", *words], cwd=folder, check=True)


@pytest.mark.parametrize(
    ("changed", "tests"),
    [
        ("nlp/text/words.py", {"nlp/text/test_words.py"}),
        ("tests/nlp/text/test_clock.py", {"nlp/text/test_clock.py"}),
        ("nlp/text/romanised.tsv", {"nlp/text/test_words.py", "nlp/text/test_clock.py"}),
        ("tests/nlp/text/helper.py", {"nlp/text/test_words.py", "nlp/text/test_clock.py"}),
        ("nlp/text/scripts/blocks.py", {"nlp/text/test_words.py", "nlp/text/test_clock.py"}),
        ("Makefile", {"test_packaging.py"}),
        ("tests/conftest.py", {"test_packaging.py"}),
        ("tests/nlp/text/test_gone.py", {"nlp/text/test_words.py", "nlp/text/test_clock.py"}),
    ],
)
def test_a_file_has_the_tests_of_its_name_or_of_the_nearest_folder(house, changed, tests):
    """Code by name; data, helpers and what was deleted by folder, but never a whole tree of folders."""
    assert mirrors(house, [Path(changed)]) == {Path("tests", name) for name in tests}


def test_what_changed_is_edited_staged_deleted_or_new(house):
    """Against the last commit or an older one; ignored files do not count, odd names do."""
    assert changed_files(house, "HEAD") == set()
    (house / "nlp/text/words.py").write_text("x = 1\n", encoding="utf-8")
    (house / "Makefile").unlink()
    (house / "nlp" / "শব্দ new.py").write_text("", encoding="utf-8")
    (house / ".gitignore").write_text("*.db\n", encoding="utf-8")
    (house / "kept.db").write_text("", encoding="utf-8")
    git(house, "add", ".gitignore")
    expected = {Path(name) for name in ("nlp/text/words.py", "Makefile", "nlp/শব্দ new.py", ".gitignore")}
    assert changed_files(house, "HEAD") == expected
