"""Hostile and large files: each is understood as an upload is, in a process of its own; and how time grows with size.

Seconds are those of the processor, in the process and in those that it starts: what else the machine does cannot make
them longer.
"""

import json
import sys
import tempfile
from collections.abc import Callable, Mapping
from itertools import pairwise
from pathlib import Path

from benchmarks.measure import output_of_new_process
from benchmarks.shapes import SHAPES, open_cell, open_sheet, survey
from tests.nlp.documents.hostile import HOSTILE, page, sheet

MOST_SECONDS, MOST_MEMORY = 10, 500
_READ = """
import json
import resource
from itertools import pairwise
from pathlib import Path
from service.intake.waiting import let_wait, previews
from service.types import Outline
def used():
    both = [resource.getrusage(each) for each in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in both)
before = used()
(preview,) = previews([let_wait(({name!r}, Path({path!r}).read_bytes()), Outline())])
problem = preview.problem and preview.problem.template.format(**preview.problem.values)
print(json.dumps([used() - before, problem or f"{{preview.kind}} {{dict(preview.counts)}}"]))
"""
_CURVES: Mapping[str, tuple[str, Callable[[int], bytes]]] = {
    "csv": ("s.csv", survey),
    "xlsx": ("s.xlsx", lambda rows: sheet("".join(f"<row>{_cells_of_xlsx(line)}</row>" for line in _rows(rows)))),
    "ods": (
        "s.ods",
        lambda rows: open_sheet(
            "".join(f"<table:table-row>{''.join(map(open_cell, line))}</table:table-row>" for line in _rows(rows))
        ),
    ),
    "docx": (
        "n.docx",
        lambda rows: page("".join(f"<w:p><w:r><w:t>{line[2]}</w:t></w:r></w:p>" for line in _rows(rows))),
    ),
    "text": ("n.txt", lambda rows: "".join(f"- {line[2]}\n" for line in _rows(rows)).encode()),
}
_SIZES = (10_000, 20_000, 40_000, 80_000)


def _rows(count: int) -> list[list[str]]:
    return [line.split(",") for line in survey(count).decode().splitlines()]


def _cells_of_xlsx(cells: list[str]) -> str:
    return "".join(f'<c t="inlineStr"><is><t>{cell}</t></is></c>' for cell in cells)


def run() -> None:
    """Print a line for each file, then one for each curve; a process that only loads the readers takes some 120 MiB."""
    wanted = sys.argv[2:]
    shapes = {kind: each for kind, each in {**HOSTILE, **SHAPES}.items() if not wanted or kind in wanted}
    for kind, (name, make) in shapes.items():
        seconds, peak, said, size = _read(name, make())
        over = " OVER" if seconds > MOST_SECONDS or peak > MOST_MEMORY else ""
        print(f"{kind:45} {size / 2**20:5.1f} MB {seconds:6.1f} s {peak:6.0f} MiB{over}  {said[:90]}", flush=True)
    for kind, (name, of_size) in {} if wanted else _CURVES.items():
        took = [_read(name, of_size(size))[0] for size in _SIZES]
        growth = max(later / sooner for sooner, later in pairwise(took))
        print(f"rows of {kind:37} {' '.join(f'{each:6.2f}' for each in took)} s x {growth:.1f}", flush=True)


def _read(name: str, data: bytes) -> tuple[float, float, str, int]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "file"
        path.write_bytes(data)
        _, peak, printed = output_of_new_process(_READ.format(name=name, path=str(path)))
    seconds, said = json.loads(printed)
    return seconds, peak, said, len(data)
