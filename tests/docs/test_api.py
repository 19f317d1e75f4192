"""What the page about the API says, done to a service on a real port that asks everybody who they are."""

import json
import os
import re
import shutil
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from service.settings import Settings
from service.store import Database
from service.web.app import create_app
from service.web.problems.kinds import CODES
from service.workspace import Workspace
from tests.embedders import BagOfWords
from tests.service.files import NOTES, ROSTER, TRANSCRIPT
from tests.service.serving import serving

FILE = Path(__file__).parents[2] / "docs" / "reference" / "api.md"
PAGE = FILE.read_text(encoding="utf-8")
PROGRAM, OF_CLIENT = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
SHELL = "\n".join(re.findall(r"```sh\n(.*?)```", PAGE, re.DOTALL))
FILES = {"notes.csv": NOTES, "roster.csv": ROSTER, "session-2026-03-18.vtt": TRANSCRIPT}
PATIENCE = 60


@pytest.fixture
def given(tmp_path):
    """The variables of the environment that the page names; whoever has the token may make programmes."""
    settings = Settings(data_dir=tmp_path / "data", sign_in="always")
    work = Workspace(Database.open(settings.url), settings, load_embedder=lambda _: BagOfWords())
    account = work.accounts.add("asha@example.org", password="five small boats", is_administrator=True)
    token = work.tokens.make(account.id, "page")
    stop = threading.Event()

    def do_the_work():
        while not stop.wait(0.1):
            work.jobs.do_all()

    worker = threading.Thread(target=do_the_work, daemon=True)
    with serving(create_app(settings, work.for_readers())) as address:
        worker.start()
        yield {"VOICES": address, "TOKEN": token.secret}
        stop.set()
        worker.join(timeout=PATIENCE)
    work.close()


@pytest.fixture
def folder(tmp_path):
    """A folder with the files that the page sends."""
    here = tmp_path / "here"
    here.mkdir()
    for name, data in FILES.items():
        (here / name).write_bytes(data)
    return here


def run(command, folder, given):
    """Run it in a folder, and return what it prints."""
    done = subprocess.run(
        command,
        cwd=folder,
        env=os.environ | given,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=PATIENCE,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_every_code_of_a_problem_has_a_heading():
    """And no heading is left over."""
    assert re.findall(r"^### (.+)$", PAGE[PAGE.index("## Codes") :], re.MULTILINE) == list(CODES)


def test_the_lines_of_curl_go_the_whole_way(folder, given):
    """From a programme to its report, its notes in pages, what has not changed, and a change of what was seen."""
    bash = shutil.which("bash")
    if not bash or not shutil.which("curl"):
        pytest.skip("no curl or no bash on this machine")
    lines = SHELL.replace("http://127.0.0.1:8000", given["VOICES"]).replace("mv_...", given["TOKEN"])
    said = run([bash, "-euo", "pipefail", "-c", lines], folder, given)

    readings, element, session, by_gender = (
        json.loads((folder / f"{name}.json").read_bytes())
        for name in ("readings", "communications", "session", "by-gender")
    )
    assert [each["element"] for each in readings["elements"]] == ["Communications", "Entrepreneurial culture"]
    assert not any(reading["units"] for each in readings["elements"] for reading in each["readings"])
    assert element["element"] == "Communications"
    assert session["speakers"][0]["name"] == "Asha Rai"
    assert by_gender["by"] == ["team", "gender"]
    assert (folder / "report.docx").read_bytes().startswith(b"PK")
    assert re.search(r'^link: </api/v1/programmes/both-banks/notes\?limit=2&after=\w+>; rel="next"', said, re.M | re.I)
    assert re.search(r"^304$", said, re.MULTILINE)
    assert said.endswith("}")
    assert '"description":"Two partners, one river"' in said
    assert "problem" not in said


def test_the_program_in_python_goes_the_whole_way(folder, given):
    """It prints files, readings, notes and shares, and writes a report."""
    said = run([sys.executable, "-c", PROGRAM], folder, given).splitlines()
    assert said[:3] == [
        "notes.csv notes {'notes': 5}",
        "roster.csv roster {'people': 4}",
        "session-2026-03-18.vtt transcript {'turns': 3, 'speakers': 2}",
    ]
    assert sum("We share the news in time" in line for line in said) >= 1
    assert said[-1] == "Session {'Asha Rai': 0.83, 'Tom Bell': 0.17}"
    assert (folder / "report.docx").read_bytes().startswith(b"PK")


def test_the_program_says_what_is_wrong_in_one_line(folder, given):
    """Without a token, as everywhere where nobody asks, it sends none."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        cwd=folder,
        env={name: value for name, value in os.environ.items() if name != "TOKEN"} | {"VOICES": given["VOICES"]},
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "not-signed-in: you are not signed in. Sign in, or send an API token.\n"


def test_what_a_client_imports_is_there(tmp_path):
    """The operation under its tag, and the models; that a client can be made is tried where the description is."""
    described = create_app(Settings(data_dir=tmp_path)).openapi()
    (operation,) = re.findall(r"^from voices\.api\.(\w+) import (\w+)$", OF_CLIENT, re.MULTILINE)
    (models,) = re.findall(r"^from voices\.models import (.+)$", OF_CLIENT, re.MULTILINE)
    operations = (each for of in described["paths"].values() for each in of.values())
    assert operation in {(tag, each["operationId"]) for each in operations for tag in each["tags"]}
    assert set(models.split(", ")) <= described["components"]["schemas"].keys()
