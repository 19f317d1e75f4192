"""Many different notes whose true reading is known, made of the gold notes of one reading and one language."""

import csv
import random
from collections.abc import Sequence
from pathlib import Path

from nlp.documents.types import Unit
from service.analyses.evaluation import gold_files, load_gold

NOTES_OF_A_PERSON = 20
WORDS_OF_THE_SECOND = 5

Gold = dict[str, dict[str, dict[str, list[str]]]]


def made_notes(count: int, seed: int = 0, elements: int = 1) -> tuple[list[Unit], list[str]]:
    """Return `count` units on so many elements of the gold sets, at most five, and the reading of each.

    A note is one gold note, the first `WORDS_OF_THE_SECOND` words of another of the same reading and language, and a
    number, so that no two are the same: English, Bangla, Nepali, and the two in Latin letters. Everybody has some
    `NOTES_OF_A_PERSON` notes and one of three teams.
    """
    gold = _by_element()
    choose = random.Random(seed)
    names = sorted(gold)[:elements]
    people = max(3, count // NOTES_OF_A_PERSON)
    units, readings = [], []
    for number in range(count):
        element = choose.choice(names)
        reading = choose.choice(sorted(gold[element]))
        language = choose.choice(sorted(gold[element][reading]))
        first, second = choose.choices(gold[element][reading][language], k=2)
        text = f"{first} {' '.join(second.split()[:WORDS_OF_THE_SECOND])} {number}"
        person = choose.randrange(people)
        attributes = {"team": "ABC"[person % 3], "participant": f"P{person}"}
        units.append(Unit(f"n{number}", text, language, "made.csv", number + 2, 0, len(text), element, attributes))
        readings.append(reading)
    return units, readings


def write_table(units: Sequence[Unit], path: Path) -> None:
    """Write units as a table for `manyvoices interpret`, without their languages: those are to be told."""
    with path.open("w", encoding="utf-8", newline="") as stream:
        table = csv.writer(stream)
        table.writerow(["text", "element", "team", "participant"])
        table.writerows(
            [unit.text, unit.element, unit.attributes["team"], unit.attributes["participant"]] for unit in units
        )


def _by_element() -> Gold:
    """Return element -> reading -> language -> texts of the gold notes that have a reading."""
    found: Gold = {}
    for gold in map(load_gold, gold_files()):
        for unit, reading in zip(gold.units, gold.readings, strict=True):
            if reading:
                element = found.setdefault(unit.element or "", {})
                element.setdefault(reading, {}).setdefault(unit.language, []).append(unit.text)
    return found
