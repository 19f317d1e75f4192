"""`python -m benchmarks [name ...]`: run all benchmarks, or those named."""

import os
import platform
import sys

from benchmarks import embedding, files, odd, pages, readers, readings, sorting, startup, walls
from benchmarks.exports import reports, tables
from benchmarks.faults import durable, kills
from benchmarks.load import cpu, large, phones
from benchmarks.scale import cost
from benchmarks.searching import search
from benchmarks.sessions import participation, seating

BENCHMARKS = {
    "embedding": embedding.run,
    "readings": readings.run,
    "sorting": sorting.run,
    "walls": walls.run,
    "participation": participation.run,
    "seating": seating.run,
    "startup": startup.run,
    "pages": pages.run,
    "readers": readers.run,
    "files": files.run,
    "search": search.run,
    "exports": tables.run,
    "reports": reports.run,
    "phones": phones.run,
    "large": large.run,
    "cpu": cpu.run,
    "durable": durable.run,
    "odd": odd.run,
    "kills": kills.run,
    "scale": cost.run,
}


def main() -> None:
    """Print what was run on, then a line for each measurement."""
    print(f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}")
    for name in sys.argv[1:] or BENCHMARKS:
        BENCHMARKS[name]()


main()
