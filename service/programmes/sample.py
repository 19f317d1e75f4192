"""The sample programme that is shipped with the product."""

import json
from dataclasses import dataclass
from fnmatch import fnmatch
from importlib.resources import files
from importlib.resources.abc import Traversable

from service.serialisation import from_plain
from service.types import Outline

FILES = ("roster.csv", "rubric-*", "ratings.csv", "notes-*", "session-*")


@dataclass(frozen=True, slots=True)
class Sample:
    """What somebody would have typed in and uploaded."""

    name: str
    description: str
    outline: Outline
    uploads: tuple[tuple[str, bytes], ...]


def read_sample() -> Sample:
    """Return the sample programme with its files in the order in which a facilitator would upload them."""
    folder = files("corpora") / "sample"
    about = json.loads((folder / "programme.json").read_text(encoding="utf-8"))
    found = sorted(folder.iterdir(), key=lambda file: file.name)
    chosen: list[Traversable] = [file for pattern in FILES for file in found if fnmatch(file.name, pattern)]
    uploads = tuple((file.name, file.read_bytes()) for file in chosen)
    return Sample(about["name"], about["description"], from_plain(Outline, about), uploads)
