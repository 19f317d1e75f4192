"""Many different notes, made by joining halves of the gold notes of one reading."""

import csv
import random

from corpora import GOLD
from nlp.documents.types import Unit


def made_notes(count: int, seed: int = 0) -> tuple[list[Unit], list[str]]:
    """Return `count` units on one element and the reading of each."""
    by_reading: dict[str, list[tuple[str, str]]] = {}
    for path in sorted(GOLD.glob("*.csv")):
        if path.name != "readings.csv":
            with path.open(encoding="utf-8", newline="") as stream:
                for row in csv.DictReader(stream):
                    by_reading.setdefault(row["reading"], []).append((row["text"], row["language"]))
    choose = random.Random(seed)
    readings = [choose.choice(sorted(by_reading)) for _ in range(count)]
    units = []
    for number, reading in enumerate(readings):
        (first, language), (second, _) = choose.choice(by_reading[reading]), choose.choice(by_reading[reading])
        text = f"{first} {second} {number}"
        attributes = {"team": choose.choice("ABC"), "participant": f"P{number // 3}"}
        units.append(Unit(f"n{number}", text, language, "made.csv", number + 2, 0, len(text), "Made", attributes))
    return units, readings
