"""The reference is complete: what is public has its place, and so has whatever a result is made of."""

import dataclasses
import re
from enum import Enum
from pathlib import Path
from typing import get_args, get_type_hints

import pytest

import manyvoices

REFERENCE = Path(__file__).parents[2] / "docs" / "reference"
DOCUMENTED = {
    name
    for page in REFERENCE.glob("*.md")
    for name in re.findall(r"^::: (\S+)$", page.read_text("utf-8"), re.MULTILINE)
}
PUBLIC = {getattr(manyvoices, name): name for name in dir(manyvoices) if name in manyvoices.__all__}


def types_within(kind: object) -> set[type]:
    """Our own types that a field of this type holds, however deep, and the type itself."""
    found: set[type] = set()
    waiting = [kind]
    while waiting:
        kind = waiting.pop()
        waiting += get_args(kind)
        ours = isinstance(kind, type) and kind.__module__.startswith("nlp.") and not get_args(kind)
        if ours and kind not in found:
            found.add(kind)
            waiting += get_type_hints(kind).values() if dataclasses.is_dataclass(kind) else ()
    return found


@pytest.mark.parametrize("name", PUBLIC.values())
def test_what_is_public_is_documented(name):
    """Each public name has a place in the reference."""
    assert f"manyvoices.{name}" in DOCUMENTED


def test_what_results_are_made_of_is_documented():
    """A reader who follows the fields of a result finds every type that they lead to."""
    inside = {each for kind in PUBLIC for each in types_within(kind) if each not in PUBLIC}
    assert any(issubclass(each, Enum) for each in inside)
    assert {f"{each.__module__}.{each.__qualname__}" for each in inside} - DOCUMENTED == set()
