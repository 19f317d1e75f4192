"""What a wheel carries, and that it works where it is installed."""

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    """The wheel of this working tree."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (path,) = folder.glob("*.whl")
    return path


@pytest.fixture(scope="module")
def carried(wheel) -> set[str]:
    """The names of all files in the wheel."""
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


@pytest.mark.parametrize(
    "name",
    [
        "corpora/sample/programme.json",
        "corpora/sample/session-2026-03-review.vtt",
        "corpora/gold/readings.csv",
        "models/py.typed",
        "models/manyvoices-static-1/modules.json",
        "models/manyvoices-static-1/README.md",
        "models/manyvoices-static-1/0_StaticEmbedding/model.safetensors",
        "nlp/py.typed",
        "nlp/text/romanised.tsv",
        "service/exports/fonts/NotoSansBengali-Regular.ttf",
        "service/exports/fonts/OFL.txt",
        "service/py.typed",
        "service/presentation/locales/bn.po",
        "service/web/static/manyvoices.css",
        "service/presentation/templates/readings/element.html",
        "service/store/migrations/env.py",
    ],
)
def test_the_wheel_carries_what_it_needs(carried, name):
    """Sample, gold sets, model, catalogues, pages, migrations and the marks of typed packages are inside."""
    assert name in carried


def test_the_wheel_carries_no_tests(carried):
    """Tests and benchmarks stay in the repository."""
    assert not [name for name in carried if name.startswith(("tests/", "benchmarks/"))]


def test_an_installed_wheel_makes_the_report_of_the_demo(wheel, tmp_path):
    """Installed in a new environment and called from another folder, `manyvoices demo` writes its report.

    The environment is new and has the wheel alone; the libraries that it depends on are not fetched again: a path file
    lends those of this Python. So this finds a file or a package of ours that the wheel lacks, a command that is not
    set up and whatever is read from the working tree, but not a dependency that `pyproject.toml` forgets.
    """
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    environment |= {"HOME": str(tmp_path), "MANYVOICES_DATA_DIR": str(tmp_path / "data")}
    home, elsewhere = tmp_path / "venv", tmp_path / "elsewhere"
    elsewhere.mkdir()
    venv.create(home, symlinks=True)

    def run(*words: str | Path) -> str:
        done = subprocess.run(words, cwd=elsewhere, env=environment, check=False, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        return done.stdout

    python, pip = home / "bin" / "python", (sys.executable, "-m", "pip", "--quiet")
    run(*pip, "--python", python, "install", "--no-index", "--no-deps", wheel)
    (packages,) = home.glob("lib/python*/site-packages")
    (packages / "borrowed.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")

    ours = run(python, "-c", "import nlp, service, models; print(*nlp.__path__, *service.__path__, *models.__path__)")
    assert ours.split() == [str(packages / name) for name in ("nlp", "service", "models")]
    run(home / "bin" / "manyvoices", "demo")
    (report,) = elsewhere.rglob("*.html")
    assert "Both Banks" in report.read_text(encoding="utf-8")
