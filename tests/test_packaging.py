"""What an installed wheel carries."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> set[str]:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (path,) = folder.glob("*.whl")
    with zipfile.ZipFile(path) as archive:
        return set(archive.namelist())


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
        "service/presentation/locales/bn.po",
        "service/web/static/manyvoices.css",
        "service/presentation/templates/readings/element.html",
        "service/store/migrations/env.py",
    ],
)
def test_the_wheel_carries_what_it_needs(wheel, name):
    """Sample, gold sets, model, catalogues, pages and migrations are inside."""
    assert name in wheel


def test_the_wheel_carries_no_tests(wheel):
    """Tests and benchmarks stay in the repository."""
    assert not [name for name in wheel if name.startswith(("tests/", "benchmarks/"))]
