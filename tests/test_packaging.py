"""What a wheel carries, and that it works where it is installed, under its one name."""

import json
import os
import re
import signal
import subprocess
import sys
import sysconfig
import tarfile
import time
import venv
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from urllib.request import Request, urlopen

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from service.settings import Settings
from tests.docs.examples import EXAMPLES
from tests.service.working import create_app
from tests.test_locks import lines

ROOT = Path(__file__).parent.parent
SAMPLE = ROOT / "corpora" / "sample"
GENERIC = ("nlp", "service", "corpora", "models")
LONGEST = 120.0
POOL = """
import multiprocessing, pickle, sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import manyvoices

if __name__ == "__main__":
    notes = manyvoices.read_document("notes.csv", Path(sys.argv[1]).read_bytes())
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as pool:
        found = pool.submit(manyvoices.interpret, notes.units[:12], by=("team",)).result()
    assert type(found) is manyvoices.Interpretation
    assert pickle.loads(pickle.dumps(found)) == found
    print(*sorted({each.partition(".")[0] for each in sys.modules}))
"""


def build(target: str, folder: Path, source: Path = ROOT) -> Path:
    """The distribution that is built of a source tree."""
    command = [sys.executable, "-m", "hatchling", "build", "-t", target, "-d", str(folder)]
    subprocess.run(command, cwd=source, check=True, capture_output=True)
    (path,) = folder.iterdir()
    return path


def contents(wheel: Path) -> dict[str, bytes]:
    """The files of a wheel by their names."""
    with zipfile.ZipFile(wheel) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def as_in_the_repository(text: str) -> str:
    """A text with the modules that it names called as they are called here."""
    return re.sub(rf"\bmanyvoices(\.|__)(?=(?:{'|'.join(GENERIC)})\1)", "", text)


@dataclass(frozen=True)
class Installed:
    """A wheel in an environment of its own, used from another folder."""

    home: Path
    elsewhere: Path
    environment: dict[str, str]

    @property
    def python(self) -> Path:
        """Its Python."""
        return self.home / "bin" / "python"

    @property
    def command(self) -> Path:
        """The command, as `pip` has set it up."""
        return self.home / "bin" / "manyvoices"

    @property
    def packages(self) -> Path:
        """Where its packages lie."""
        (folder,) = self.home.glob("lib/python*/site-packages")
        return folder

    def run(self, *words: str | Path) -> str:
        """What a program prints; the test fails with what it says if it does not end well."""
        done = subprocess.run(
            words, cwd=self.elsewhere, env=self.environment, check=False, capture_output=True, text=True
        )
        assert done.returncode == 0, done.stderr + done.stdout
        return done.stdout

    @contextmanager
    def running(self, data: Path, *words: str | Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
        """A program that goes on until it is told to stop, with the first line that it prints."""
        environment = self.environment | {"MANYVOICES_DATA_DIR": str(data), "PYTHONUNBUFFERED": "1"}
        with subprocess.Popen(words, cwd=self.elsewhere, env=environment, stdout=subprocess.PIPE, text=True) as process:
            try:
                yield process, process.stdout.readline()
            finally:
                process.send_signal(signal.SIGTERM)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    """The wheel of this working tree."""
    return build("wheel", tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def carried(wheel) -> dict[str, bytes]:
    """What is in it."""
    return contents(wheel)


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory) -> Installed:
    """The wheel installed in a new environment.

    The environment has the wheel alone; the libraries that it depends on are not fetched again: a path file lends those
    of this Python. So a test with it finds a file or a package of ours that the wheel lacks, a command that is not set
    up, and whatever is read from the working tree or imported by its name there, but not a dependency that
    `pyproject.toml` forgets.
    """
    folder = tmp_path_factory.mktemp("installed")
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "COV"))}
    environment |= {"HOME": str(folder), "MANYVOICES_DATA_DIR": str(folder / "data")}
    at = Installed(folder / "venv", folder / "elsewhere", environment)
    at.elsewhere.mkdir()
    venv.create(at.home, symlinks=True)
    at.run(sys.executable, "-m", "pip", "--quiet", "--python", at.python, "install", "--no-index", "--no-deps", wheel)
    (at.packages / "borrowed.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return at


@pytest.mark.parametrize(
    "name",
    [
        "corpora/sample/programme.json",
        "corpora/sample/session-2026-03-review.vtt",
        "corpora/gold/readings.csv",
        "models/manyvoices-static-1/modules.json",
        "models/manyvoices-static-1/README.md",
        "models/manyvoices-static-1/0_StaticEmbedding/model.safetensors",
        "nlp/text/romanised.tsv",
        "nlp/fonts/NotoSansBengali-Regular.ttf",
        "nlp/fonts/OFL.txt",
        "py.typed",
        "service/presentation/locales/bn.po",
        "service/web/static/manyvoices.css",
        "service/presentation/templates/readings/element.html",
        "service/store/migrations/env.py",
    ],
)
def test_the_wheel_carries_what_it_needs(carried, name):
    """Sample, gold sets, model, catalogues, pages, migrations and the mark of a typed package are inside."""
    assert f"manyvoices/{name}" in carried


def test_the_wheel_takes_one_name(carried):
    """Beside what is said of it there is `manyvoices` alone: no tests, and no name that others may have, too."""
    tops = {name.partition("/")[0] for name in carried}
    assert {name for name in tops if not name.endswith(".dist-info")} == {"manyvoices"}


@pytest.fixture(scope="module")
def bill(carried) -> str:
    """The bill of materials that the wheel carries beside its metadata."""
    (name,) = (each for each in carried if each.endswith(".dist-info/sboms/manyvoices.cdx.json"))
    return carried[name].decode()


def test_the_bill_of_materials_is_one(bill):
    """CycloneDX 1.6, by its schema."""
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(bill) is None


def test_the_bill_names_what_is_installed_and_what_is_carried(carried, bill):
    """Every line of the locks of the product, each font, and the model, with the hash of what is in the wheel."""
    said = json.loads(bill)
    named = {(each["name"], each.get("version", "")) for each in said["components"]}
    locked = {(line.name, line.version) for layer in ("base", "server") for line in lines(layer)}
    inside = {name for name in carried if name.endswith((".ttf", ".safetensors"))}
    assert named == locked | {(name, "") for name in inside}
    for each in said["components"]:
        if each["name"] in inside:
            assert [found["content"] for found in each["hashes"]] == [sha256(carried[each["name"]]).hexdigest()]


def test_the_bill_says_what_needs_what(bill):
    """Every package is needed by another one, or by the product, and nothing needs what is not there."""
    said = json.loads(bill)
    refs = {each["bom-ref"] for each in said["components"] if each["type"] == "library"}
    needed = {each for found in said["dependencies"] for each in found["dependsOn"]}
    assert needed == refs
    assert {each["ref"] for each in said["dependencies"]} == refs | {said["metadata"]["component"]["bom-ref"]}


def test_a_source_distribution_makes_the_same_wheel(wheel, carried, tmp_path):
    """Whoever builds from the archive of the sources has the same files with the same content."""
    archive = build("sdist", tmp_path / "sdist")
    with tarfile.open(archive) as sources:
        sources.extractall(tmp_path, filter="data")
    again = build("wheel", tmp_path / "again", tmp_path / archive.name.removesuffix(".tar.gz"))
    assert again.name == wheel.name
    assert contents(again) == carried


def test_an_editable_installation_is_the_repository(tmp_path):
    """It leads to the working tree and holds no module: what is changed there counts at once."""
    found = contents(build("wheel:editable", tmp_path))
    assert {name for name in found if ".dist-info/" not in name} == {"_manyvoices.pth"}
    assert found["_manyvoices.pth"].decode().split() == [str(ROOT)]


def test_every_module_of_the_wheel_is_found_by_its_new_name(installed):
    """Each can be imported as `manyvoices. ...`, and none brings a module with a generic name."""
    code = (
        "import pkgutil, sys, manyvoices\n"
        "for each in pkgutil.walk_packages(manyvoices.__path__, 'manyvoices.'):\n"
        "    if not {'training', 'migrations', '__main__'} & set(each.name.split('.')):\n"
        "        __import__(each.name)\n"
        "print(manyvoices.__file__)\n"
        f"print(*sorted(set(sys.modules) & set({GENERIC})))"
    )
    place, generic = installed.run(installed.python, "-c", code).splitlines()
    assert place == str(installed.packages / "manyvoices" / "__init__.py")
    assert generic == ""


def test_an_installed_wheel_makes_the_report_of_the_demo(installed):
    """`manyvoices demo`, called from another folder, writes its report: the store with its migrations works, too."""
    installed.run(installed.command, "demo")
    (report,) = installed.elsewhere.rglob("*.html")
    assert "Both Banks" in report.read_text(encoding="utf-8")


def test_an_installed_wheel_interprets_a_file(installed):
    """As `python -m manyvoices`, with the model that it carries."""
    words = ("interpret", SAMPLE / "notes-2026-03-nepal.csv", "--json")
    assert json.loads(installed.run(installed.python, "-m", "manyvoices", *words))["elements"]


def test_an_installed_wheel_serves_what_its_workers_find(installed, tmp_path):
    """`manyvoices serve` answers, and the worker that it starts beside itself finds the readings of the sample."""
    with installed.running(tmp_path, installed.command, "serve", "--port", "0") as (_, line):
        address = re.search(r"http://\S+", line)[0]
        urlopen(Request(f"{address}/sample", method="POST")).close()
        until = time.monotonic() + LONGEST
        status = 202
        while status == 202 and time.monotonic() < until:
            time.sleep(0.5)
            with urlopen(f"{address}/api/v1/programmes/both-banks/elements/communications") as answer:
                status, found = answer.status, answer.read()
        with urlopen(f"{address}/api/v1/openapi.json") as answer:
            described = json.load(answer)
    assert status == 200
    assert json.loads(found)["readings"]
    here = create_app(Settings(data_dir=tmp_path / "here")).openapi()
    assert json.loads(as_in_the_repository(json.dumps(described))) == here


def test_an_installed_wheel_works_as_a_worker(installed, tmp_path):
    """`manyvoices worker` says that it works, and ends well when it is told to."""
    with installed.running(tmp_path, installed.command, "worker") as (process, line):
        assert line.startswith("Working")
    assert process.returncode == 0


def test_results_travel_between_processes(installed):
    """A pool of new processes interprets, and its result is the same type here and after `pickle`."""
    program = installed.elsewhere / "pool.py"
    program.write_text(POOL, encoding="utf-8")
    loaded = installed.run(installed.python, program, SAMPLE / "notes-2026-03-nepal.csv").split()
    assert "manyvoices" in loaded
    assert not set(loaded) & set(GENERIC)


def test_examples_pass_a_strict_type_checker(installed, tmp_path):
    """mypy finds nothing in the README's and the guides' examples, nor in the notebooks, beside the installed wheel."""
    for name, code in EXAMPLES.items():
        (tmp_path / f"{name}.py").write_text(code, encoding="utf-8")
    words = ["--strict", "--config-file=", "--cache-dir", tmp_path / "cache", "--python-executable", installed.python]
    words += ["--disable-error-code", "import-untyped"]  # libraries beside ours that have no types
    command = [sys.executable, "-m", "mypy", *words, *sorted(tmp_path.glob("*.py"))]
    done = subprocess.run(command, cwd=tmp_path, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
