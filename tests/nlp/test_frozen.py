"""What is frozen stays as it is, and is otherwise a dictionary."""

import copy
import json
import pickle
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import FrozenInstanceError, dataclass, field, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.documents.types import Person, Unit
from nlp.frozen import FrozenDict, Immutable, frozen
from nlp.messages import Message

ONE = st.text(max_size=3) | st.integers() | st.none()
NESTED = ONE | st.lists(ONE, max_size=2) | st.sets(ONE, max_size=2) | st.dictionaries(ONE, st.lists(ONE, max_size=2))
CHANGES = [
    lambda each: each.__setitem__("দল", "x"),
    lambda each: each.__delitem__("দল"),
    lambda each: each.update(a="x"),
    lambda each: each.setdefault("a", "x"),
    lambda each: each.pop("দল"),
    lambda each: each.popitem(),
    lambda each: each.clear(),
    lambda each: each.__ior__({"a": "x"}),
]


@pytest.mark.parametrize("change", CHANGES)
def test_a_frozen_dictionary_cannot_be_changed(change):
    """By no method of a dictionary; it says what to do instead."""
    each = FrozenDict({"দল": "ঢাকা"})
    with pytest.raises(TypeError, match="replace"):
        change(each)
    assert each == {"দল": "ঢাকা"}


@given(st.dictionaries(ONE, NESTED, max_size=4))
def test_it_is_equal_and_hashed_whatever_the_order(values):
    """To a plain one, and down to the last value; two that are equal have one hash."""
    one, other = frozen(values), frozen(dict(reversed(values.items())))
    assert one == other
    assert hash(one) == hash(other)
    assert list(one) == list(values)


@given(st.dictionaries(ONE, NESTED, max_size=4))
def test_it_can_be_pickled_and_copied(values):
    """By every protocol; what comes back is frozen as well."""
    one = frozen(values)
    back = [pickle.loads(pickle.dumps(one, protocol)) for protocol in range(pickle.HIGHEST_PROTOCOL + 1)]
    for each in (*back, copy.copy(one), copy.deepcopy(one)):
        assert each == one
        assert type(each) is FrozenDict


def test_what_is_made_of_it_may_be_changed():
    """A copy and a union are plain dictionaries, and JSON takes it as one."""
    one = FrozenDict(a=1)
    made = [one.copy(), one | {"b": 2}, {"b": 2} | one, dict(one)]
    assert [type(each) for each in made] == [dict] * 4
    assert json.dumps(one) == '{"a": 1}'


@dataclass(frozen=True, slots=True)
class Held(Immutable):
    """Fields of all kinds."""

    name: str
    given: Mapping[str, Mapping[str, Sequence[str]]] = field(default_factory=dict)
    rows: Sequence[str] | None = None


def test_mappings_and_sequences_of_a_frozen_dataclass_are_frozen():
    """However deep, and whatever kind of mapping was handed in; what was handed in may change afterwards."""
    handed_in = OrderedDict(a={"b": ["c"]})
    held = Held("n", handed_in, ["d"])
    handed_in["a"]["b"].append("later")
    assert held == Held("n", {"a": {"b": ("c",)}}, ("d",))
    assert hash(held) == hash(replace(held))
    with pytest.raises(TypeError):
        held.given["a"]["b"] = ()
    with pytest.raises(FrozenInstanceError):
        held.given = {}


def test_notes_people_and_messages_are_frozen():
    """Attributes and values."""
    note = Unit("1", "খবর", "bn", "f", 1, 0, 3, attributes={"team": "ঢাকা"})
    person = Person("Asha", ["আশা"], {"gender": "w"})
    message = Message("{who} and {others}", {"who": "A", "others": ("B", "C")})
    assert len({note, replace(note), person, replace(person), message, replace(message)}) == 3
    assert str(message) == "A and B, C"
    for each in (note.attributes, person.attributes, message.values):
        with pytest.raises(TypeError):
            each["x"] = "y"
