"""No result names anybody after it is masked, whatever fields it has or gets."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date
from enum import Enum, StrEnum
from types import UnionType
from typing import Union, get_args, get_origin, get_type_hints

import pytest

from nlp.documents.join_roster import JoinedNotes
from nlp.documents.types import Person, Unit
from nlp.messages import Message
from nlp.participation.feedback import ObserversView
from nlp.participation.sessions.types import OverSessions
from nlp.participation.types import Participation
from nlp.readings.drift import Drift
from nlp.readings.types import Interpretation
from nlp.rubrics.types import RubricComparison
from service.presentation.i18n import language
from service.presentation.masking.masking import named, numbered
from service.presentation.masking.results import FREE, FREE_KEYS, masked

NAME = "Rina Akter"
ROSTER = (Person("Rina Akter", ("রিনা আক্তার", "रिना अक्तर", "Rina apa")), Person("Maya Rai", ("माया राई",)))
PEOPLE = numbered([person.name for person in ROSTER], ROSTER, language("en"), ("Bangladesh", "Trust"))
RESULTS = (Interpretation, Drift, RubricComparison, Participation, OverSessions, ObserversView, Person, JoinedNotes)


def planted(kind: object) -> object:
    """Return a value of a type with the name wherever a text can stand."""
    origin, inner = get_origin(kind), get_args(kind)
    if kind is Message:
        return Message("{who} spoke to {all}", {"who": NAME, "all": (NAME, "us")})
    if isinstance(kind, type) and is_dataclass(kind):
        hints = get_type_hints(kind)
        return kind(**{field.name: planted(hints[field.name]) for field in fields(kind) if field.init})
    if origin in (Union, UnionType):
        return planted(next(each for each in inner if each is not type(None)))
    if origin is tuple:
        return tuple(planted(each) for each in inner if each is not Ellipsis)
    if origin is Mapping:
        return {planted(inner[0]): planted(inner[1])}
    if isinstance(kind, type) and issubclass(kind, Enum):
        return next(iter(kind))
    return NAME if kind is str else kind(1)


def places(value: object, at: tuple[type, str] | None = None) -> Iterator[tuple[type, str, bool]]:
    """Yield the class and field of every text with the name in it, and whether it is the key of a mapping."""
    if isinstance(value, str):
        if at and any(part in value for part in NAME.split()):
            yield (*at, False)
    elif isinstance(value, Mapping):
        yield from ((*at, True) for key in value if at and NAME in str(key))
        yield from places(tuple(value.values()), at)
    elif isinstance(value, tuple | frozenset):
        yield from (found for each in value for found in places(each, at))
    elif is_dataclass(value):
        own = ((getattr(value, field.name), (type(value), field.name)) for field in fields(value))
        yield from (found for each, place in own for found in places(each, place))


def is_free(owner: type, field: str, is_key: bool) -> bool:
    tables = (FREE, FREE_KEYS) if is_key else (FREE,)
    return any(field in table.get(base, ()) for table in tables for base in owner.__mro__)


@pytest.mark.parametrize("kind", RESULTS)
def test_a_name_stands_only_in_what_is_listed_as_free_of_it(kind: type):
    """Every text of every result holds the name; afterwards only ids, names of the programme and the like do."""
    result = planted(kind)
    assert any(not is_free(*place) for place in places(result))
    after = masked(result, PEOPLE)
    assert type(after) is kind
    assert [place for place in places(after) if not is_free(*place)] == []
    assert set(places(after)) == {place for place in places(result) if is_free(*place)}


@pytest.mark.parametrize("table", [FREE, FREE_KEYS])
def test_every_field_that_is_listed_exists(table: Mapping[type, frozenset[str]]):
    """A list that outlives its fields would free whatever gets their name later."""
    pairs = {(owner, name) for owner, names in table.items() for name in names}
    there = {(owner, field.name) for owner in table for field in fields(owner)}
    assert pairs - there == set()


def test_every_field_that_is_listed_is_in_a_result():
    """And holds texts there, so that nothing is freed for no reason; templates are our own words."""
    held = {place for kind in RESULTS for place in places(planted(kind))}
    values = {(base, name) for owner, name, _ in held for base in owner.__mro__}
    listed = {(owner, name) for table in (FREE, FREE_KEYS) for owner, names in table.items() for name in names}
    assert listed - values == {(Message, "template")}


class Colour(StrEnum):
    """A word of the program that is also a name."""

    RINA = "Rina"


@dataclass(frozen=True, slots=True)
class Later:
    """A result that nobody has listed."""

    words: str
    also: tuple[str, ...]
    of: Mapping[str, Mapping[str, tuple[str, ...]]]
    inner: "Later | None"
    said: Message
    some: frozenset[str]
    listed: list[str]
    number: float | None = None
    day: date | None = None
    colour: Colour = Colour.RINA


def later(text: str, inner: Later | None = None) -> Later:
    said = Message("{who}", {"who": Message("{label}", {"label": text})})
    return Later(text, (text,), {text: {text: (text,)}}, inner, said, frozenset({text}), [text], 0.5, date(2026, 3, 18))


@pytest.mark.parametrize("text", ["Rina Akter", "RINA", "রিনা আক্তার", "रिना अक्तर", "Rina apa", "Rina\u200d Akter"])
def test_a_field_that_somebody_adds_is_masked(text: str):
    """Texts, mappings with their keys, messages inside messages and results inside results, in three scripts."""
    after = masked(later(f"{text}: yes", later(text)), PEOPLE)
    assert after == later("Person 1: yes", later("Person 1"))
    assert after.said.text == "Person 1: yes"
    assert (after.number, after.day, after.colour) == (0.5, date(2026, 3, 18), Colour.RINA)


def test_what_cannot_be_masked_is_refused():
    """Rather than shown."""

    @dataclass(frozen=True)
    class Odd:
        data: bytes

    with pytest.raises(TypeError, match="bytes"):
        masked(Odd(b"Rina Akter"), PEOPLE)


def test_nothing_changes_where_names_are_wanted():
    """The result is the same object."""
    result = later("Rina Akter")
    assert masked(result, named(["Rina Akter"])) is result


def test_a_note_keeps_what_pages_compare():
    """Team, language, review and date stay; the author, the file and any other attribute are masked."""
    attributes = {
        "participant": "Rina Akter",
        "team": "Rina Akter",
        "language": "bn",
        "review": "March",
        "date": "2026-03-18",
        "boss": "Maya Rai",
        "Rina": "yes",
    }
    unit = Unit("a1", "রিনার কথা", "bn", "rina-akter.docx", 1, 0, 9, "Trust", attributes)
    after = masked(unit, PEOPLE)
    assert (after.id, after.text, after.language, after.element) == ("a1", "Person 1র কথা", "bn", "Trust")
    assert "rina" not in after.source
    assert after.attributes == {
        "participant": "Person 1",
        "team": "Rina Akter",
        "language": "bn",
        "review": "March",
        "date": "2026-03-18",
        "boss": "Person 2",
        "Person 1": "yes",
    }


def test_two_keys_that_become_one_both_stay():
    """Two spellings of one person in a mapping lose no figure."""
    found = masked({"Rina Akter": 0.25, "রিনা আক্তার": 0.5, "Maya": 0.25}, PEOPLE)
    assert found == {"Person 1": 0.25, "Person 1 (2)": 0.5, "Person 2": 0.25}


def test_results_stay_equal_across_each_other():
    """A masked roster finds its people in a masked result."""
    roster = masked(ROSTER, PEOPLE)
    assert roster[0].name == masked({"speaker": "Rina Akter"}, PEOPLE)["speaker"] == PEOPLE.call("Rina Akter")


def test_notes_that_are_hidden_when_they_are_read_are_the_same():
    """In every field, by equality, when something of them is replaced, and when they are masked once more."""
    found = planted(Interpretation)
    once, when_read = masked(found, PEOPLE), masked(found, PEOPLE, when_read=True)
    assert when_read == once
    assert masked(when_read, PEOPLE) == masked(once, PEOPLE)
    (note,), (hidden,) = once.elements[0].alone, when_read.elements[0].alone
    assert isinstance(hidden, Unit)
    assert (hash(hidden), repr(hidden)) == (hash(note), repr(note))
    assert replace(hidden, language="ne") == replace(note, language="ne")


def test_names_are_not_looked_for_before_a_note_is_read():
    """Counting the notes of a team reads none of them; reading one twice looks for names once."""
    seen = []
    people = replace(PEOPLE, recognise=lambda text: seen.append(text) or ())
    notes = masked([Unit(f"u{at}", f"Rina said {at}", "en", "", 1, 0, 9) for at in range(3)], people, when_read=True)
    assert [note.id for note in notes if not note.attributes.get("team")] == ["u0", "u1", "u2"]
    assert seen == []
    assert (notes[1].text, notes[1].text, seen) == ("Person 1 said 1", "Person 1 said 1", ["Rina said 1"])
