"""Hostile files: each is read in a process of its own, with seconds and peak memory."""

import tempfile
from pathlib import Path

from benchmarks.measure import output_of_new_process
from tests.nlp.documents.hostile import HOSTILE

_READ = """
from pathlib import Path
from nlp.errors import InputError
from service.intake.rows import read_file
from service.types import Outline
try:
    read_file({name!r}, Path({path!r}).read_bytes(), Outline())
    print("read")
except InputError as error:
    print(error.problem)
"""


def run() -> None:
    """Print a line for each file; a process that only loads the readers takes some 90 MiB."""
    with tempfile.TemporaryDirectory() as folder:
        for kind, (name, make) in HOSTILE.items():
            path = Path(folder) / "file"
            path.write_bytes(make())
            seconds, peak, said = output_of_new_process(_READ.format(name=name, path=str(path)))
            size = path.stat().st_size / 1024
            print(f"{kind:45} {size:8.1f} KB {seconds:6.1f} s {peak:6.0f} MiB  {said}")
