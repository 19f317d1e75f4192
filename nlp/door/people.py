"""The people of a roster as they are handed to a measurement."""

from dataclasses import replace

from nlp.documents.types import Person, Roster
from nlp.door.attributes import are_texts, attributes_as_texts, one_text
from nlp.door.wrong import items_of, wrong_type
from nlp.messages import Message

OF_SESSION = "measure_participation(transcript, read_roster(...))"


def people_of(handed: object, name: str = "roster", example: str = OF_SESSION) -> list[Person]:
    """Return people whose fields are texts; one alias may be a text alone.

    Args:
        handed: a roster or people.
        name: of the parameter.
        example: a call that is right.

    Raises:
        WrongType: these are no people, or a field is no text.
    """
    people = items_of(name, Roster, "people", Person, handed, example)
    return [person if _is_sound(person) else _told(person, f"{name}[{at}]") for at, person in enumerate(people)]


def _is_sound(person: Person) -> bool:
    aliases = type(person.aliases) is tuple and all(type(alias) is str for alias in person.aliases)
    return type(person.name) is str and aliases and are_texts(person.attributes)


def _told(person: Person, place: str) -> Person:
    if not isinstance(person.name, str):
        raise wrong_type("name", "str", person.name, Message("Write one name a person"), place)
    aliases = (person.aliases,) if isinstance(person.aliases, str) else person.aliases or ()
    if not isinstance(aliases, tuple | list):
        raise wrong_type("aliases", "tuple[str, ...]", aliases, Message("Write one name a person"), place)
    return replace(
        person,
        name=one_text("name", person.name),
        aliases=tuple(filter(None, (one_text("aliases", alias, place) for alias in aliases))),
        attributes=attributes_as_texts(person.attributes, place),
    )
