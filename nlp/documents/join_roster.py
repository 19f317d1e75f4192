"""Notes meet the roster: what is known of a person becomes an attribute of the person's notes."""

from collections.abc import Sequence
from dataclasses import replace
from unicodedata import normalize

from nlp.documents.types import Person, Unit


def with_people(units: Sequence[Unit], people: Sequence[Person]) -> tuple[Unit, ...]:
    """Return the units with the attributes of their participants; what a note says itself is kept.

    A participant is found by name or alias, whatever the case, the Unicode form or the spaces.
    """
    known = {_key(alias): person for person in people for alias in person.aliases}
    known |= {_key(person.name): person for person in people}
    return tuple(_with_person(unit, known.get(_key(unit.attributes.get("participant", "")))) for unit in units)


def _with_person(unit: Unit, person: Person | None) -> Unit:
    if person is None:
        return unit
    own = {name: value for name, value in unit.attributes.items() if value}
    return replace(unit, attributes={**person.attributes, **own, "participant": person.name})


def _key(name: str) -> str:
    return " ".join(normalize("NFKC", name).casefold().split())
