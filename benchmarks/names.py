"""`python -m benchmarks.names`: the sheet for a blind reader of the names of readings, and what the marks say.

How it is done, and what came out of it, stands in `corpora/gold/names`.
"""

import argparse
import csv
import json
import random
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from corpora import GOLD, SAMPLE
from nlp import interpret
from nlp.documents.types import Unit
from nlp.embedding import load_embedder
from nlp.readings.types import Reading
from service.analyses.evaluation import gold_files, load_gold

SEED = 11
GRADES = ("good", "odd", "bad")


@dataclass(frozen=True, slots=True)
class NameToGrade:
    """One name on the sheet, and what the reader does not see.

    Attributes:
        set: the notes that it is of.
        meanings: reading -> its definition, of which the reader chooses.
        name: as a page shows it in English.
        versions: in other languages.
        example: whether it is only one of the notes.
        holds: how many of the notes have each meaning.
    """

    set: str
    meanings: dict[str, str]
    name: str
    versions: dict[str, str]
    example: bool
    holds: dict[str, int]

    @property
    def most(self) -> str:
        """The meaning that most of the notes have."""
        return max(self.holds, key=lambda meaning: (self.holds[meaning], meaning))


def main() -> None:
    """Print the sheet, or the figures of a marked one."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.names", description=__doc__)
    parser.add_argument("--marks", type=Path, help="lines: number, grade, meaning, [version that says otherwise]")
    parser.add_argument("--json", action="store_true", help="print the key as well; it tells the answers")
    asked = parser.parse_args()
    names = list(shuffled())
    if asked.marks:
        print(json.dumps(figures(names, asked.marks.read_text(encoding="utf-8").splitlines()), indent=1))
    elif asked.json:
        json.dump([asdict(each) for each in names], sys.stdout, ensure_ascii=False, indent=1)
    else:
        print("\n\n".join(sheet(names)))


def shuffled() -> Iterator[NameToGrade]:
    """Yield the names of all gold sets and of the sample, in an order that hides where they are from."""
    names = [*_of_gold(), *_of_the_sample()]
    random.Random(SEED).shuffle(names)
    yield from names


def sheet(names: Sequence[NameToGrade]) -> Iterator[str]:
    """Yield what the blind reader sees of each name: never a note."""
    for number, each in enumerate(names, start=1):
        versions = "".join(f"\n   {language}: {text}" for language, text in each.versions.items())
        meanings = "\n".join(f"   - {meaning}: {said}" for meaning, said in each.meanings.items())
        yield f"{number}. {each.name}{versions}\n{meanings}"


def figures(names: Sequence[NameToGrade], marks: Sequence[str]) -> dict[str, float]:
    """Return the shares of grades, of meanings that were found again, and the versions that say something else.

    A meaning counts where most notes of the reading have one and half of them share it: otherwise nothing is right.
    """
    read = {int(row[0]): row[1:] for row in csv.reader(marks) if row}
    graded = [(name, *read[number]) for number, name in enumerate(names, start=1) if number in read]
    count = Counter(row[1] for row in graded)
    clear = [row for row in graded if 2 * row[0].holds[row[0].most] >= sum(row[0].holds.values()) and row[0].most]
    return {
        "names": len(graded),
        "examples": sum(row[0].example for row in graded),
        **{grade: round(count[grade] / max(len(graded), 1), 3) for grade in GRADES},
        "with one meaning": len(clear),
        "right meaning": round(sum(row[2].strip() == row[0].most for row in clear) / max(len(clear), 1), 3),
        "versions": sum(len(row[0].versions) for row in graded),
        "versions that say something else": sum(len(row) > 3 and bool(row[3].strip()) for row in graded),
    }


def _of_gold() -> Iterator[NameToGrade]:
    with (GOLD / "readings.csv").open(encoding="utf-8", newline="") as stream:
        defined = list(csv.DictReader(stream))
    for path in gold_files():
        gold = load_gold(path)
        element = gold.units[0].element
        definitions = {row["reading"]: row["definition"] for row in defined if row["element"] == element}
        meanings = {reading: definitions.get(reading, "") for reading in sorted(set(gold.readings)) if reading}
        meant = {unit.text: reading for unit, reading in zip(gold.units, gold.readings, strict=True)}
        yield from _names(gold.name, gold.units, meanings, meant)


def _of_the_sample() -> Iterator[NameToGrade]:
    with (SAMPLE / "readings-intended.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    meant = {row["text"]: row["reading"] for row in rows}
    units = [_unit(number, row) for number, row in enumerate(rows)]
    for element in sorted({row["element"] for row in rows}):
        own = [unit for unit in units if unit.element == element]
        meanings = {meant[unit.text]: "" for unit in own if meant[unit.text]}
        yield from _names(f"sample {element}", own, meanings, meant)


def _unit(number: int, row: dict[str, str]) -> Unit:
    from nlp.text.language import identify_language

    text = row["text"]
    team = row["file"].removesuffix(".csv").removesuffix(".md").rpartition("-")[2]
    return Unit(
        f"s{number}", text, identify_language(text), row["file"], number, 0, len(text), row["element"], {"team": team}
    )


def _names(name: str, units: Sequence[Unit], meanings: dict[str, str], meant: dict[str, str]) -> Iterator[NameToGrade]:
    (element,) = interpret(units, load_embedder(), by=("team", "language")).elements
    for reading in element.readings:
        holds = Counter(meant[unit.text] for unit in reading.units)
        others = dict(list(reading.labels.items())[1:])
        yield NameToGrade(name, meanings, _shown(reading), others, bool(reading.example), dict(holds))


def _shown(reading: Reading) -> str:
    if not reading.example:
        return reading.label
    return f"{len(reading.units)} notes that say, for example, “{reading.example}”"


if __name__ == "__main__":
    main()
