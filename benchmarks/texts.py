"""Many different notes, made by joining halves of the gold notes of one reading."""

import random

from nlp.documents.types import Unit
from service.evaluation import gold_files, load_gold


def made_notes(count: int, seed: int = 0) -> tuple[list[Unit], list[str]]:
    """Return `count` units on one element and the reading of each."""
    by_reading: dict[str, list[tuple[str, str]]] = {}
    for gold in map(load_gold, gold_files()):
        for unit, reading in zip(gold.units, gold.readings, strict=True):
            by_reading.setdefault(reading, []).append((unit.text, unit.language))
    choose = random.Random(seed)
    readings = [choose.choice(sorted(by_reading)) for _ in range(count)]
    units = []
    for number, reading in enumerate(readings):
        (first, language), (second, _) = choose.choice(by_reading[reading]), choose.choice(by_reading[reading])
        text = f"{first} {second} {number}"
        attributes = {"team": choose.choice("ABC"), "participant": f"P{number // 3}"}
        units.append(Unit(f"n{number}", text, language, "made.csv", number + 2, 0, len(text), "Made", attributes))
    return units, readings
