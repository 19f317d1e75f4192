"""The seven-element example: what a partnership may look at, in three languages, to begin with and to change."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

LANGUAGES = ("en", "bn", "ne")


@dataclass(frozen=True, slots=True)
class ExampleElement:
    """An element of the example.

    Attributes:
        name: in the language that was asked for.
        names: in all languages.
        texts: of its cells, the best level first, a descriptor a line.
    """

    name: str
    names: tuple[str, ...]
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Example:
    """The example in one language; `known_levels` are the names of each level in all languages."""

    levels: tuple[str, ...]
    known_levels: tuple[tuple[str, ...], ...]
    elements: tuple[ExampleElement, ...]


def example(language: str) -> Example:
    """Return the example in one of `LANGUAGES`."""
    content = _content()
    levels: Mapping[str, list[str]] = content["levels"]
    elements = tuple(
        ExampleElement(each["names"][language], tuple(each["names"].values()), tuple(each["cells"][language]))
        for each in content["elements"]
    )
    return Example(tuple(levels[language]), tuple(zip(*levels.values(), strict=True)), elements)


@cache
def _content() -> dict[str, Any]:
    content: dict[str, Any] = json.loads((Path(__file__).parent / "example.json").read_text(encoding="utf-8"))
    return content
