"""Ten thousand notes, a hundred thousand, a million: time, memory and disk of each.

Each size in a process of its own. Memory that the process cannot give back (`RssAnon`) is looked at ten times a second;
so are its files without a name, in which large arrays lie.
"""

import os
import sys
import threading
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter, process_time

from benchmarks.measure import output_of_new_process
from benchmarks.scale.loss import loss
from benchmarks.texts import made_notes
from nlp import interpret, load_embedder

SIZES = (10_000, 100_000, 1_000_000)
EVERY = 0.1


def run(sizes: Sequence[int] = SIZES, notes: int = 50_000) -> None:
    """Print a line for each size, then what is lost by learning from a sample.

    Args:
        sizes: how many notes on one element; SCALE_SIZES in the environment says others.
        notes: how many of which the centres are learnt from some.
    """
    told = os.environ.get("SCALE_SIZES")
    for size in map(int, told.split(",")) if told else sizes:
        wall, peak, said = output_of_new_process(f"from benchmarks.scale.cost import one\none({size})")
        print(f"scale         {size:>9,} notes on one element: {said}, process {wall:.0f} s, peak {peak:,.0f} MiB")
        sys.stdout.flush()
    loss(notes)


def one(size: int) -> None:
    """Print what so many notes took in this process, their making left out."""
    units, _ = made_notes(size)
    embedder = load_embedder()
    interpret(made_notes(20)[0], embedder)
    watch = Watch()
    before = watch.anonymous()
    began, cpu = perf_counter(), process_time()
    with watch:
        found = interpret(units, embedder)
    print(
        f"{perf_counter() - began:.1f} s, CPU {process_time() - cpu:.1f} s, {len(found.readings)} readings, "
        f"in memory {before:,.0f} MiB of notes and model, then at most {watch.most:,.0f} MiB, "
        f"on disk at most {watch.disk:,.0f} MiB"
    )


class Watch:
    """The most memory that this process could not give back, and the most that its files took, in MiB."""

    def __init__(self) -> None:
        self.most = self.disk = 0.0
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)

    def __enter__(self) -> "Watch":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()

    def anonymous(self) -> float:
        """Return what it is now."""
        lines = Path("/proc/self/status").read_text().splitlines()
        return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("RssAnon"))

    def _files(self) -> float:
        lines = Path("/proc/self/maps").read_text().splitlines()
        ends = [line.split()[0].split("-") for line in lines if line.endswith("(deleted)")]
        return sum(int(end, 16) - int(begin, 16) for begin, end in ends) / 2**20

    def _watch(self) -> None:
        while not self._over.wait(EVERY):
            self.most = max(self.most, self.anonymous())
            self.disk = max(self.disk, self._files())
