"""Notes meet the roster: what is known of a person becomes an attribute of the person's notes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from nlp.documents.types import Person, Unit
from nlp.names import name_key
from nlp.participation.people.match_roster import RosterMatcher
from nlp.participation.types import Proposal

_AUTHOR = "participant"


@dataclass(frozen=True, slots=True)
class JoinedNotes:
    """Notes with what the roster knows of their authors, and how the authors were found.

    Attributes:
        units: the notes, in their order.
        matched: author as a note has it -> name on the roster.
        by_sound: of these, the authors in another script than the roster, who were joined because the names sound the
            same.
        unknown: authors who were not found, in the order of their first note.
        proposals: unknown authors (the first 300) who may be somebody on the roster, to be confirmed.
    """

    units: tuple[Unit, ...]
    matched: Mapping[str, str]
    by_sound: tuple[Proposal, ...]
    unknown: tuple[str, ...]
    proposals: tuple[Proposal, ...]


def join_roster(units: Sequence[Unit], people: Sequence[Person]) -> JoinedNotes:
    """Find the authors of notes on a roster, by the same rule as the speakers of a session.

    Only sure matches count (`nlp.participation.people.match_roster.RosterMatcher.match`): nobody is guessed, and of two
    people of like names neither is taken for the other.
    """
    matcher = RosterMatcher(people)
    authors = _authors(units)
    found = matcher.match(authors)
    unknown = tuple(author for author in authors if author not in found.person_of)
    joined = _joined(units, people, found.person_of)
    return JoinedNotes(joined, found.person_of, found.by_sound, unknown, matcher.propose(unknown))


def with_people(units: Sequence[Unit], people: Sequence[Person]) -> tuple[Unit, ...]:
    """Return the units with the attributes of their authors, as `join_roster` does, without looking for proposals."""
    return _joined(units, people, RosterMatcher(people).match(_authors(units)).person_of)


def _authors(units: Sequence[Unit]) -> list[str]:
    """Return the authors of notes as they are written, each once."""
    return [author for author in dict.fromkeys(unit.attributes.get(_AUTHOR, "") for unit in units) if name_key(author)]


def _joined(units: Sequence[Unit], people: Sequence[Person], names: Mapping[str, str]) -> tuple[Unit, ...]:
    rows: dict[str, list[Person]] = {}
    for person in people:
        rows.setdefault(name_key(person.name), []).append(person)
    return tuple(
        _with_person(unit, name, rows[name_key(name)])
        if (name := names.get(unit.attributes.get(_AUTHOR, "")))
        else unit
        for unit in units
    )


def _with_person(unit: Unit, name: str, rows: Sequence[Person]) -> Unit:
    """Return a note with what the rows of its author's name say; what the note says itself is kept."""
    own = {attribute: value for attribute, value in unit.attributes.items() if value}
    meant = rows if len(rows) == 1 else [row for row in rows if not _contradicts(row, own)] or rows
    known = meant[0].attributes if len(meant) == 1 else _agreed(meant)
    return replace(unit, attributes={**known, **own, _AUTHOR: name})


def _contradicts(row: Person, own: Mapping[str, str]) -> bool:
    said = {attribute: value for attribute, value in row.attributes.items() if value and attribute != _AUTHOR}
    return any(name_key(own[each]) != name_key(said[each]) for each in own.keys() & said.keys())


def _agreed(rows: Sequence[Person]) -> dict[str, str]:
    """Return the attributes on which no two rows differ; an empty one says nothing."""
    values: dict[str, dict[str, str]] = {}
    for row in rows:
        for attribute, value in row.attributes.items():
            said = values.setdefault(attribute, {})
            if value:
                said.setdefault(name_key(value), value)
    return {attribute: next(iter(said.values()), "") for attribute, said in values.items() if len(said) < 2}
