"""The sample programme that is shipped with the product."""

import csv
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fnmatch import fnmatch

from corpora import SAMPLE
from service.serialisation import from_plain
from service.types import Outline

SORTING = "sorting-2026-03.csv"
LANGUAGES = ("bn", "ne")
FILES = ("roster.csv", "rubric-*", "ratings.csv", "notes-*", "session-*")


@dataclass(frozen=True, slots=True)
class Sample:
    """What somebody would have typed in, uploaded, and sorted.

    Attributes:
        name, description, outline: of the programme.
        uploads: name and content of the files.
        sorted: element -> pile ("" for cards that fit none) -> notes, as people left them after a review.
        called: pile -> language -> what its readers see instead of the pile's name.
    """

    name: str
    description: str
    outline: Outline
    uploads: tuple[tuple[str, bytes], ...]
    sorted: Mapping[str, Mapping[str, tuple[str, ...]]]
    called: Mapping[str, Mapping[str, str]]


def read_sample() -> Sample:
    """Return the sample programme with its files in the order in which a facilitator would upload them."""
    about = json.loads((SAMPLE / "programme.json").read_text(encoding="utf-8"))
    found = sorted(SAMPLE.iterdir(), key=lambda file: file.name)
    chosen = [file for pattern in FILES for file in found if fnmatch(file.name, pattern)]
    uploads = tuple((file.name, file.read_bytes()) for file in chosen)
    outline = from_plain(Outline, about)
    rows = list(csv.DictReader((SAMPLE / SORTING).read_text("utf-8").splitlines()))
    called = {row["pile"]: {code: row[f"pile_{code}"] for code in LANGUAGES} for row in rows if row["pile"]}
    return Sample(about["name"], about["description"], outline, uploads, _sorted(rows), called)


def _sorted(rows: Sequence[Mapping[str, str]]) -> dict[str, dict[str, tuple[str, ...]]]:
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for row in rows:
        piles = found.setdefault(row["element"], {})
        piles[row["pile"]] = (*piles.get(row["pile"], ()), row["text"])
    return found
