"""What the people of several rosters add up to."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from nlp.documents.types import Person
from nlp.names import name_key


def merge_people(rosters: Iterable[Sequence[Person]]) -> tuple[Person, ...]:
    """Return the people of several rosters, each once.

    What a later roster says of a person wins; what it leaves empty stays, and so do the aliases and the first spelling.
    """
    merged: dict[str, Person] = {}
    for person in (person for people in rosters for person in people):
        key = name_key(person.name)
        known = merged.get(key, person)
        merged[key] = replace(
            known,
            aliases=tuple(dict.fromkeys((*known.aliases, *person.aliases))),
            attributes={**person.attributes, **known.attributes, **_stated(person)},
        )
    return tuple(merged.values())


def _stated(person: Person) -> dict[str, str]:
    return {name: value for name, value in person.attributes.items() if value}
