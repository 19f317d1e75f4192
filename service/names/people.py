"""What people on rosters are called, where somebody has said that it is otherwise than their files have it.

The files stay as they are. Who is called otherwise keeps the old name as an alias, so that records, notes, consent and
attendance find them under either.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from nlp.documents.types import Person, Unit
from nlp.errors import InputError
from nlp.messages import Message
from nlp.names import name_key
from nlp.readings.types import ElementReadings
from service.names.changes import called_otherwise
from service.names.spelling import Spelling
from service.names.types import NameKind, Names, Naming

Note = TypeVar("Note", bound=Unit)


def rename_person(names: Names, people: Sequence[Person], name: str, new: str) -> Names:
    """Say what somebody on a roster is called everywhere; what they were called still means them.

    Args:
        names: what was said until now.
        people: of the rosters, as they are called until now.
        name: of the person, or an alias.
        new: what they are called from now on.

    Raises:
        InputError: nobody has the name, the new one is empty, or it is somebody else's.
    """
    key = name_key(name)
    person = next((each for each in people if key in _keys(each)), None)
    if not key or person is None:
        raise InputError(
            "", Message("nobody on a roster is called “{name}”", {"name": name}), Message("Choose somebody of a roster")
        )
    if not name_key(new):
        raise InputError("", Message("the name is empty"), Message("Write one"))
    if any(name_key(new) in _keys(each) for each in people if each is not person):
        raise InputError(
            "", Message("“{name}” is somebody else on a roster", {"name": new}), Message("Write more of the name")
        )
    known = names.of(NameKind.PERSON, person.name)
    was = known if known in names.said else Naming(NameKind.PERSON, person.name)
    return called_otherwise(names, was, new)


def as_on_file(names: Names, name: str) -> Names:
    """Say nothing any more of what somebody is called, by any of their names.

    Raises:
        InputError: nothing was said of it.
    """
    said = names.of(NameKind.PERSON, name)
    if said not in names.said:
        raise InputError("", Message("“{name}” is called so on file", {"name": name}), Message("Choose another one"))
    return replace(names, said=tuple(each for each in names.said if each is not said))


def as_called(people: Sequence[Person], spelling: Spelling) -> tuple[Person, ...]:
    """Return people of a roster under the names that somebody said, those of the roster as aliases."""
    return tuple(_as_called(each, spelling) for each in people)


def _as_called(person: Person, spelling: Spelling) -> Person:
    name = spelling.person(person.name)
    if name == person.name:
        return person
    return replace(person, name=name, aliases=tuple(dict.fromkeys((*person.aliases, person.name))))


def _keys(person: Person) -> set[str]:
    return set(map(name_key, (person.name, *person.aliases)))


def with_authors(element: ElementReadings, spelling: Spelling) -> ElementReadings:
    """Return an element whose notes say what their authors are called; itself where nobody said so of anybody."""
    if not spelling.known[NameKind.PERSON]:
        return element
    return replace(
        element,
        readings=tuple(replace(each, units=notes_as_called(each.units, spelling)) for each in element.readings),
        alone=notes_as_called(element.alone, spelling),
    )


def notes_as_called(units: Sequence[Note], spelling: Spelling) -> tuple[Note, ...]:
    """Return notes that say what their authors are called."""
    return tuple(_note(unit, spelling) for unit in units)


def _note(unit: Note, spelling: Spelling) -> Note:
    author = unit.attributes.get("participant", "")
    name = spelling.person(author)
    return unit if name == author else replace(unit, attributes={**unit.attributes, "participant": name})
