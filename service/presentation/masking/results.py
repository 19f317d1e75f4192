"""A whole result without people's names: every text is masked unless its field is listed here as free of them.

So a field that a result gets later is masked without anybody doing anything. Free are

- ids, names of models, forms and units, dates;
- what the programme itself calls its things: elements, levels, teams, groups of an attribute, attributes, reviews,
  versions of a rubric, sessions, languages. Pages compare these across results and with the programme, so they must
  stay equal. Nobody's name may be hidden in them without the programme saying it: `numbered` keeps their words anyway.

Not free are file names, titles of agenda segments, labels of records and the answers of observers. Templates of
messages are ours; what stands in their places is masked. The same text is masked in the same way everywhere, so results
that are masked with the same people still fit each other, and a masked roster finds its people in them.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from numbers import Number
from operator import attrgetter
from typing import Any, TypeVar, cast, get_type_hints

from nlp.documents.types import Descriptor, Person, Unit
from nlp.frozen import FrozenDict
from nlp.messages import Message
from nlp.participation.feedback import ItemAnswers
from nlp.participation.sessions.types import GroupInSession, GroupOverSessions, OverSessions, PersonOverSessions
from nlp.participation.types import Balance, GroupShare, Participation, SegmentShares, Windows
from nlp.readings.drift import Drift, ElementDrift, ReadingDrift, Step
from nlp.readings.edits.types import Outcome
from nlp.readings.types import ElementReadings, GroupWords, Interpretation, Member, Reading, Word
from nlp.rubrics.types import ElementChanges, ElementComparison, Match, RubricComparison, VersionChanges
from service.presentation.masking.masking import People

T = TypeVar("T")

FREE: Mapping[type, frozenset[str]] = {
    Unit: frozenset({"id", "language", "element"}),
    Member: frozenset({"also"}),
    Descriptor: frozenset({"id", "element", "level", "language", "team", "version"}),
    Message: frozenset({"template"}),
    Word: frozenset({"language"}),
    GroupWords: frozenset({"group", "language"}),
    Reading: frozenset({"id", "quotes", "missing_from"}),
    ElementReadings: frozenset(
        {"element", "like_language", "withheld", "heaps", "placed_by_hand", "placed_by_machine"}
    ),
    Interpretation: frozenset({"model", "by"}),
    Outcome: frozenset({"id", "kind", "element", "made"}),
    Step: frozenset({"before", "after"}),
    ReadingDrift: frozenset({"id"}),
    ElementDrift: frozenset({"element"}),
    Drift: frozenset({"model", "attribute", "order"}),
    Match: frozenset({"level_a", "level_b", "team_a", "team_b", "language_a", "language_b"}),
    ElementComparison: frozenset({"element"}),
    ElementChanges: frozenset({"element"}),
    VersionChanges: frozenset({"team", "before", "after"}),
    RubricComparison: frozenset({"model", "teams", "levels", "versions"}),
    Balance: frozenset({"unit"}),
    GroupShare: frozenset({"group"}),
    Participation: frozenset({"form", "withheld"}),
    PersonOverSessions: frozenset({"sessions", "silent", "not_known"}),
    GroupInSession: frozenset({"session"}),
    GroupOverSessions: frozenset({"group"}),
    OverSessions: frozenset({"sessions", "withheld"}),
    ItemAnswers: frozenset({"item"}),
}
"""Class -> fields without people's words, of it and of the classes that extend it."""

FREE_KEYS: Mapping[type, frozenset[str]] = {
    Message: frozenset({"values"}),
    Reading: frozenset({"labels", "given_in", "gloss", "held_by", "beside_others", "difference", "status"}),
    ElementReadings: frozenset({"common_ground", "groups", "distinctive", "speech"}),
    ReadingDrift: frozenset({"labels", "given_in", "gloss", "held"}),
    ElementDrift: frozenset({"notes"}),
    ElementComparison: frozenset({"only_in"}),
    Windows: frozenset({"groups"}),
    SegmentShares: frozenset({"groups"}),
    Participation: frozenset({"groups"}),
    OverSessions: frozenset({"groups"}),
}
"""Class -> mappings, and mappings in them, whose keys are free: attributes, groups, languages, teams, reviews."""

PLACED_BY: Mapping[type, frozenset[str]] = {Unit: frozenset({"attributes"}), Person: frozenset({"attributes"})}
PLACES = frozenset({"team", "language", "review", "date"})
"""Of the attributes in `PLACED_BY`, those whose values are names of the programme."""

NOTES = frozenset({Unit, Member})
"""What there are so many of that names in them may be hidden when they are read."""


def masked(result: T, people: People, *, when_read: bool = False) -> T:
    """Return a result, or several in a tuple or mapping, in which nobody is named who is hidden.

    Args:
        result: frozen dataclasses, tuples, lists, sets, mappings, messages, enumerations, texts, dates and numbers.
        people: who is hidden; where names are shown, the result comes back as it is.
        when_read: whether names are hidden in a note not before its text is read: for what shows few of the notes that
            it counts. Where all are read it takes longer.

    Raises:
        TypeError: something of another kind is in it, of which nobody knows whether it names anybody.
    """
    return cast("T", _masked(result, people, when_read=when_read)) if people.renames else result


def _masked(value: object, people: People, *, free_keys: bool = False, when_read: bool = False) -> object:
    if type(value) in (int, float, bool):
        return value
    if type(value) is str:
        return people.mask(value)
    kind: Any = value.__class__
    if when_read and kind in NOTES:
        return _when_read(kind)(value, people)
    if names := _init_fields(kind):
        return kind(**{name: _field(kind, name, getattr(value, name), people, when_read=when_read) for name in names})
    return _without_fields(value, people, free_keys=free_keys, when_read=when_read)


def _without_fields(value: object, people: People, *, free_keys: bool, when_read: bool) -> object:
    match value:
        case Enum() | Number() | date() | None:
            return value
        case str():
            return people.mask(value)
        case Mapping():
            return _mapping(value, people, free_keys=free_keys, when_read=when_read)
        case tuple() | list() | set() | frozenset():
            return type(value)(_masked(each, people, when_read=when_read) for each in value)
        case _:
            raise TypeError(f"nobody knows whether {type(value).__name__} names anybody")


def _field(owner: type, name: str, value: object, people: People, *, when_read: bool = False) -> object:
    free, placed_by, with_free_keys = _listed(owner)
    if name in free:
        return value
    if name in placed_by:
        return people.known(value, lambda: _attributes(cast("Mapping[object, object]", value), people))
    return _masked(value, people, free_keys=name in with_free_keys, when_read=when_read)


def _attributes(attributes: Mapping[object, object], people: People) -> Mapping[object, object]:
    placed = {key: each for key, each in attributes.items() if key in PLACES}
    others = {key: each for key, each in attributes.items() if key not in PLACES}
    return FrozenDict(placed | _mapping(others, people, free_keys=False))


@cache
def _when_read(kind: type) -> Callable[[object, People], object]:
    """Return what makes of a note one of the same kind whose fields are masked when they are read, each once."""

    def free(name: str) -> property:
        return property(attrgetter(f"_note.{name}"))

    def hidden(name: str) -> property:
        def read(note: Any) -> object:  # noqa: ANN401 - of the kind that is made here
            if name not in note._read:
                note._read[name] = _field(kind, name, getattr(note._note, name), note._people)
            return note._read[name]

        return property(read)

    always = _listed(kind)[0] | {name for name, hint in get_type_hints(kind).items() if hint in (int, float, bool)}
    own = {name: (free if name in always else hidden)(name) for name in _init_fields(kind)}
    slots = ("_note", "_people", "_read")
    made = type(kind.__name__, (kind,), {"__slots__": slots, "__class__": property(lambda _: kind), **own})

    def make(note: object, people: People) -> object:
        one: object = object.__new__(made)
        for slot, value in zip(slots, (note, people, {}), strict=True):
            object.__setattr__(one, slot, value)
        return one

    return make


@cache
def _init_fields(owner: Any) -> tuple[str, ...]:  # noqa: ANN401 - any type
    """Return the fields that a dataclass is made of, none for any other type."""
    return tuple(field.name for field in fields(owner) if field.init) if is_dataclass(owner) else ()


@cache
def _listed(owner: type) -> tuple[frozenset[str], ...]:
    """Return the fields of a type, or of those that it is made of, in each of the three tables."""
    return tuple(
        frozenset().union(*(table.get(base, frozenset()) for base in owner.__mro__))
        for table in (FREE, PLACED_BY, FREE_KEYS)
    )


def _mapping(
    value: Mapping[object, object], people: People, *, free_keys: bool, when_read: bool = False
) -> dict[object, object]:
    keys = list(value) if free_keys else _distinct(_masked(key, people) for key in value)
    inner = (_masked(each, people, free_keys=free_keys, when_read=when_read) for each in value.values())
    return dict(zip(keys, inner, strict=True))


def _distinct(keys: Iterable[object]) -> list[object]:
    """Return keys with a number after those that an earlier one has become too: no figure gets lost."""
    found: dict[object, None] = {}
    for key in keys:
        number = 2
        own = key
        while own in found:
            own, number = f"{key} ({number})", number + 1
        found[own] = None
    return list(found)
