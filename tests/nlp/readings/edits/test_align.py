"""Ids and names stay between runs."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nlp.readings.edits.align import found_again, keep_names, keys_of, notes_of, same
from nlp.readings.edits.types import note_keys
from tests.nlp.readings.edits.test_apply import ELEMENT, FOUND, with_text
from tests.nlp.readings.test_interpret import JOINT, POWER, RISK, interpret, notes

PARTITIONS = st.lists(st.integers(0, 4), min_size=1, max_size=14)


def groups(labels):
    return [frozenset(str(n) for n, label in enumerate(labels) if label == name) for name in sorted(set(labels))]


@given(first=PARTITIONS, second=PARTITIONS)
def test_the_same_reading_is_one_to_one(first, second):
    """Nothing has two partners among disjoint sets; above a Jaccard of 1/2 there is one, from 1/3 down none."""
    pairs = [(a, b) for a in groups(first) for b in groups(second) if same(a, b)]
    assert len({a for a, _ in pairs}) == len({b for _, b in pairs}) == len(pairs)
    for a in groups(first):
        for b in groups(second):
            jaccard = len(a & b) / len(a | b)
            assert jaccard <= 1 / 2 or same(a, b)
            assert jaccard > 1 / 3 or not same(a, b)


def test_nothing_is_the_same_as_nothing():
    """Two empty sets share no note."""
    assert not same(frozenset(), frozenset())


def test_a_reading_is_found_again_by_its_notes():
    """What came since counts neither for nor against it; where its notes may not be told, it is not found."""
    known = note_keys(notes_of(ELEMENT))
    readings = ELEMENT.readings
    for each in readings:
        assert found_again(readings, keys_of(each), known) == each.id
        assert found_again(readings, keys_of(each), known, lambda _: frozenset()) is None
    first = keys_of(readings[0])
    few = frozenset(sorted(first)[:1])
    assert found_again(readings, few, few) == readings[0].id
    assert found_again(readings, few, known) is None
    assert found_again(readings, frozenset({"gone"}), known) is None
    assert found_again((), first, known) is None


def test_a_run_keeps_its_own_names():
    """The same notes again: the same result."""
    assert keep_names(FOUND, FOUND) == FOUND


def test_ids_and_labels_stay_when_notes_join():
    """Power cuts are said again, become the largest reading and would be number one; they stay what they were."""
    again = [replace(unit, id=f"again-{unit.id}", attributes={"team": "B"}) for unit in notes()[8:]]
    later = interpret([*notes(), *again])
    before = replace(
        FOUND,
        elements=(
            replace(
                ELEMENT,
                readings=tuple(
                    replace(each, label="বিদ্যুৎ নেই", labels={"bn": "বিদ্যুৎ নেই"})
                    if POWER[0] in {member.text for member in each.units}
                    else each
                    for each in ELEMENT.readings
                ),
            ),
        ),
    )
    assert with_text(later, POWER[0]).id != with_text(FOUND, POWER[0]).id
    kept = keep_names(later, before)
    for text in (RISK[0], JOINT[0], POWER[0]):
        assert with_text(kept, text).id == with_text(FOUND, text).id
    power = with_text(kept, POWER[0])
    assert power.label == next(iter(power.labels.values())) == "বিদ্যুৎ নেই"
    assert [len(each.units) for each in kept.readings] == [len(each.units) for each in later.readings]
    said = [value for question in kept.elements[0].questions for value in question.values.values()]
    assert "বিদ্যুৎ নেই" in said
    assert len({each.id for each in kept.readings}) == len(kept.readings)


def test_a_label_goes_with_its_last_note():
    """What no note of the reading says any more is no label of it."""
    old = tuple(replace(each, label="no such words", labels={"en": "no such words"}) for each in ELEMENT.readings)
    kept = keep_names(FOUND, replace(FOUND, elements=(replace(ELEMENT, readings=old),)))
    assert [each.label for each in kept.readings] == [each.label for each in FOUND.readings]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ({"en": RISK[0], "bn": "gone"}, {"en": RISK[0]}),
        ({"bn": "gone", "en": RISK[0]}, {"en": RISK[0]}),
        ({}, {"bn": "নতুন", "en": "new"}),
    ],
)
def test_the_first_label_stays_first_while_somebody_says_it(before, after):
    """No new name takes over while one is said, in whatever language; where all are gone, the new ones come."""

    def labelled(labels):
        renamed = replace(with_text(FOUND, RISK[0]), labels=labels, label=next(iter(labels.values()), "x"))
        readings = tuple(renamed if each.id == renamed.id else each for each in ELEMENT.readings)
        return replace(FOUND, elements=(replace(ELEMENT, readings=readings),))

    kept = with_text(keep_names(labelled({"bn": "নতুন", "en": "new"}), labelled(before)), RISK[0])
    assert list(kept.labels.items()) == list(after.items())
    assert kept.label == next(iter(after.values()))


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(st.sampled_from([*RISK, *JOINT, *POWER, "we dare", "joint risk work"]), min_size=1, max_size=3), st.data()
)
def test_three_new_notes_rename_nothing(texts, data):
    """Whatever they say and whoever says it: readings that are found again are called as they were."""
    new = [
        replace(notes()[0], id=f"new-{n}", text=f"{text} {data.draw(st.sampled_from(['again', 'আবার', 'फेरि']))}")
        for n, text in enumerate(texts)
    ]
    kept = keep_names(interpret([*notes(), *new]), FOUND)
    was = {each.id: each for each in FOUND.readings}
    for reading in kept.readings:
        if reading.id in was:
            assert reading.label == was[reading.id].label
            assert was[reading.id].labels.items() <= reading.labels.items()


def test_a_note_that_stood_for_a_reading_does_so_while_it_is_there():
    """A reading without a name keeps its example, even if a clause could name it by now."""
    unnamed = [
        replace(each, label=each.units[-1].text, labels={}, example=each.units[-1].text) for each in ELEMENT.readings
    ]
    before = replace(FOUND, elements=(replace(ELEMENT, readings=tuple(unnamed)),))
    kept = keep_names(interpret([*notes(), replace(notes()[0], id="new", text="we dare once more")]), before)
    examples = {each.id: each.example for each in unnamed}
    assert {each.id: each.example for each in kept.readings} == examples
    assert all(each.label == each.example and not each.labels for each in kept.readings)


def test_a_new_reading_gets_a_number_that_none_had():
    """Nor does it get the number of a reading that is gone."""
    first = interpret([unit for unit in notes() if unit.text not in JOINT])
    there = [each.id for each in first.readings]
    kept = keep_names(FOUND, first)
    assert with_text(kept, JOINT[0]).id not in there
    assert {each.id for each in kept.readings} == {*there, f"culture-{len(there) + 1}"}


def test_other_elements_are_left_alone():
    """An element that was not there before is as it was found."""
    elsewhere = interpret([replace(unit, element="Trust") for unit in notes()])
    assert keep_names(elsewhere, FOUND) == elsewhere
