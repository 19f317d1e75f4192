"""A suggestion after a move: notes made ready once, then sorted again after each placing."""

import random
from functools import partial

from benchmarks.measure import seconds
from benchmarks.texts import made_notes
from nlp import load_embedder, sort_notes
from nlp.sorting.prepare import prepare_notes

SIZES = (40, 200, 2_000, 20_000)
PLACED = 17


def run() -> None:
    """Print a line for each size: the time to make the notes of one element ready, and that of one suggestion."""
    embedder = load_embedder()
    units, _ = made_notes(20)
    sort_notes(units, {units[0].id: "a", units[1].id: "b"}, embedder)
    for size in SIZES:
        units, truth = made_notes(size)
        repeats = 5 if size < 2_000 else 1
        made_ready = seconds(partial(prepare_notes, units, embedder), repeats)
        prepared = prepare_notes(units, embedder)
        rows = random.Random(0).sample(range(size), PLACED)
        placed = {units[row].id: truth[row] for row in rows}
        move = seconds(partial(sort_notes, prepared, placed), 5)
        print(
            f"sorting       {size:>7,} notes made ready in {1e3 * made_ready:8,.0f} ms, a suggestion after a move "
            f"{1e3 * move:8,.1f} ms ({PLACED} placed)",
            flush=True,
        )
