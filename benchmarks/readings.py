"""Notes to readings, from ten notes to two hundred thousand: the time of each size, the quality, and the memory."""

import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time

from benchmarks.measure import in_new_process, seconds
from benchmarks.texts import made_notes, write_table
from nlp import interpret, load_embedder
from nlp.documents.types import Unit
from nlp.embedding.types import Embedder
from nlp.readings.types import Interpretation
from service.analyses.evaluation import found_labels

SIZES = (10, 100, 1_000, 10_000, 200_000)
ELEMENTS = (1, 5)


def run() -> None:
    """Print a line for each size and number of elements: vectors included, the model loaded before."""
    embedder = load_embedder()
    interpret(made_notes(20)[0], embedder)
    for elements in ELEMENTS:
        for size in SIZES:
            _in_this_process(size, elements, embedder)
    for size in SIZES:
        _command(size)


def _in_this_process(size: int, elements: int, embedder: Embedder) -> None:
    units, truth = made_notes(size, elements=elements)
    results: list[Interpretation] = []
    before, repeats = process_time(), 3 if size < 2000 else 1
    taken = seconds(partial(_keep, units, embedder, results), repeats)
    cpu = (process_time() - before) / repeats
    found = results[0]
    print(
        f"readings      {size:>7,} notes on {elements} elements {taken:8.2f} s, CPU {cpu:8.2f} s, "
        f"{1e6 * taken / size:9,.0f} µs a note; {len(found.readings)} readings, "
        f"V-measure {_quality(found, units, truth):.2f}",
        flush=True,
    )


def _keep(units: Sequence[Unit], embedder: Embedder, results: list[Interpretation]) -> None:
    results.append(interpret(units, embedder))


def _quality(found: Interpretation, units: Sequence[Unit], truth: Sequence[str]) -> float:
    """Return the mean V-measure of the elements; a note that stands alone counts as a reading of its own."""
    from sklearn.metrics import v_measure_score

    scores = []
    for element in found.elements:
        own = [(unit, given) for unit, given in zip(units, truth, strict=True) if unit.element == element.element]
        labels = found_labels(element, [unit for unit, _ in own])
        scores.append(v_measure_score([given for _, given in own], labels))
    return float(sum(scores) / len(scores))


def _command(size: int) -> None:
    """Print time and memory of `manyvoices interpret FILE --json`, languages told, in a process of its own."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "made.csv")
        write_table(made_notes(size)[0], path)
        code = (
            "import contextlib, io, sys\n"
            "from service.cli import main\n"
            f"sys.argv = ['manyvoices', 'interpret', {str(path)!r}, '--json']\n"
            "with contextlib.redirect_stdout(io.StringIO()), contextlib.suppress(SystemExit):\n"
            "    main()"
        )
        wall, peak = in_new_process(code)
    print(f"readings      {size:>7,} notes, manyvoices interpret FILE {wall:8.2f} s, peak {peak:,.0f} MiB")
    sys.stdout.flush()
