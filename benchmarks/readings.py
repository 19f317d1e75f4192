"""Notes to readings, from ten notes to two hundred thousand, text to result."""

from benchmarks.measure import peak_mib, seconds
from benchmarks.texts import made_notes
from nlp import interpret, load_embedder

SIZES = (10, 100, 1_000, 10_000, 200_000)


def run() -> None:
    """Print seconds and V-measure by size; the model is loaded before."""
    from sklearn.metrics import v_measure_score

    embedder = load_embedder()
    for size in SIZES:
        units, truth = made_notes(size)
        results = []
        taken = seconds(
            lambda units=units, results=results: results.append(interpret(units, embedder)), 3 if size < 2000 else 1
        )
        (element,) = results[0].elements
        label = {unit_id: number for number, reading in enumerate(element.readings) for unit_id in reading.unit_ids}
        found = [label.get(unit.id, -1) for unit in units]
        print(
            f"readings      {size:>7,} notes {taken:8.2f} s  {len(element.readings)} readings, "
            f"V-measure {v_measure_score(truth, found):.2f}, peak {peak_mib():.0f} MiB"
        )
