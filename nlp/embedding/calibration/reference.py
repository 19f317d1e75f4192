"""Sentences in three languages that have nothing to do with each other: what a model gives all of them is its own."""

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FILE = Path(__file__).with_name("reference.csv")


@dataclass(frozen=True, slots=True)
class ReferenceTexts:
    """What is asked of a model to find out how it sees texts of a language.

    Attributes:
        language: BCP 47.
        texts: n sentences that have nothing to do with each other; those of one place say the same in each language.
        again: m of them in other words.
        places: m, which of `texts` each of `again` says.
    """

    language: str
    texts: tuple[str, ...]
    again: tuple[str, ...]
    places: tuple[int, ...]


@cache
def reference_texts() -> tuple[ReferenceTexts, ...]:
    """Return the bundled sentences, English first."""
    with FILE.open(encoding="utf-8", newline="") as rows:
        read = list(csv.DictReader(rows))
    first: dict[str, dict[str, str]] = {}
    again = [row for row in read if first.setdefault(row["sentence"], row) is not row]
    order = list(first)
    places = tuple(order.index(row["sentence"]) for row in again)
    languages = [name for name in read[0] if name != "sentence"]
    return tuple(
        ReferenceTexts(
            language, tuple(row[language] for row in first.values()), tuple(row[language] for row in again), places
        )
        for language in languages
    )
