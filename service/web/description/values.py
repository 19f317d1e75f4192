"""What fields say that are only texts in their types: one of some words, or a day; and what stands beside notes."""

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from nlp.documents.types import Unit
from service.web.api.dependencies import LISTED

Json = dict[str, Any]
NOTE = frozenset(each.name for each in fields(Unit))
WORDS: Mapping[tuple[str, str], tuple[str, ...]] = {
    ("Job", "kind"): (
        *("plan", "readings", "drift", "rubrics", "participation", "over time", "publication", "assistant"),
    ),
    ("DescriptorChange", "kind"): ("kept", "reworded", "moved", "new", "dropped"),
}
"""Schema and field -> every word that it can be."""
DAYS = (("Ask", "until"), ("Round", "day"), ("Reply", "day"))
"""Schemas and fields that are always a day."""


def tell_values(schemas: Json) -> None:
    """Say of every schema what its texts can be, and of notes which attributes stand beside their fields."""
    for (schema, field), words in WORDS.items():
        schemas[schema]["properties"][field]["enum"] = list(words)
    for schema, field in DAYS:
        schemas[schema]["properties"][field]["format"] = "date"
    for each in schemas.values():
        given = each.get("properties", {})
        if given.keys() >= NOTE:
            for name in sorted(LISTED - given.keys()):
                given[name] = {"type": "string", "title": name.capitalize(), "description": "As in `attributes`."}
