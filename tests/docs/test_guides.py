"""The guides speak of what is there: buttons by the words on them, recipes that run."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from fastapi.testclient import TestClient

from service.settings import Settings
from tests.docs.examples import PROGRAMS, blocks
from tests.service.working import create_app

ROOT = Path(__file__).parent.parent.parent
GUIDES = sorted((ROOT / "docs" / "facilitators").glob("*.md"))
RECIPES = (ROOT / "docs" / "recipes.md").read_text(encoding="utf-8")
SAMPLE = ROOT / "corpora" / "sample"
LANGUAGES = {"en": "English", "bn": "বাংলা", "ne": "नेपाली"}
FILES = {
    "notes.csv": "notes-2026-03-nepal.csv",
    "roster.csv": "session-2026-03-roster.csv",
    "session.vtt": "session-2026-03-review.vtt",
}


def said(language: str) -> set[str]:
    """What the pages say in a language."""
    code = "bn" if language == "en" else language
    with (ROOT / "service" / "presentation" / "locales" / f"{code}.po").open("rb") as stream:
        messages = [each for each in read_po(stream) if each.id and isinstance(each.id, str)]
    return {each.id if language == "en" else str(each.string) for each in messages} | set(LANGUAGES.values())


@pytest.fixture
def folder(tmp_path):
    """A folder with the files that the recipes speak of."""
    for name, sample in FILES.items():
        shutil.copy(SAMPLE / sample, tmp_path / name)
    return tmp_path


@pytest.mark.parametrize("guide", GUIDES, ids=lambda path: path.name)
def test_bold_words_stand_on_the_pages(guide):
    """What is bold and no sentence is a button, a link or a heading, in the words of the pages."""
    language = guide.suffixes[0].removeprefix(".") if len(guide.suffixes) > 1 else "en"
    bold = re.findall(r"\*\*(.+?)\*\*", guide.read_text(encoding="utf-8"))
    assert [words for words in bold if not words.endswith(".") and words not in said(language)] == []


@pytest.mark.parametrize("name", PROGRAMS)
def test_examples_of_python_run(folder, name):
    """Those of the README and of the recipes print something, beside files of the names that they give."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAMS[name]],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip()


@pytest.mark.parametrize(
    "line",
    [
        line
        for block in blocks(ROOT / "docs" / "recipes.md", "bash")
        for line in block.splitlines()
        if "manyvoices" in line
    ],
)
def test_commands_run(folder, line):
    """Each command of the recipes ends well."""
    start = "import sys; from service.cli import main; sys.exit(main())"
    command = line.replace("manyvoices", f'"{sys.executable}" -c "{start}"', 1)
    done = subprocess.run(command, shell=True, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_addresses_answer(tmp_path):
    """Every address that a recipe asks for is one of the service with the sample."""
    addresses = set(re.findall(r"http://127\.0\.0\.1:8000(/[^\s\"`]+)", RECIPES))
    assert addresses
    with TestClient(create_app(Settings(data_dir=tmp_path)), base_url="http://127.0.0.1:8000") as client:
        client.post("/sample")
        assert {client.get(address).status_code for address in addresses} == {200}
