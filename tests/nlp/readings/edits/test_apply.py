"""Edits of a person: applied to this run and to later ones, never to the wrong reading, and never lost in silence."""

from dataclasses import fields, replace

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nlp.documents.types import Unit
from nlp.errors import EmbeddingError
from nlp.readings.edits import apply as edits
from nlp.readings.edits import types as edit_types
from nlp.readings.edits.align import keys_of, notes_of
from nlp.readings.edits.types import Dismiss, LayOut, Merge, Move, Rename, Seen, Split, note_key, note_keys
from nlp.readings.groups import holders
from nlp.readings.groups.differences import differences
from nlp.readings.groups.language_confound import v_measure
from nlp.readings.groups.notes_by_person import count_notes
from nlp.readings.groups.shares import holdings
from nlp.readings.types import ElementReadings, Interpretation, Reading
from tests.embedders import BagOfWords
from tests.nlp.readings.test_interpret import EMBEDDER, JOINT, POWER, RISK, WORDS, interpret, notes

FOUND = interpret(notes())
(ELEMENT,) = FOUND.elements
KNOWN = note_keys(notes_of(ELEMENT))


def apply_edits(interpretation, *made):
    return edits.apply_edits(interpretation, made, EMBEDDER, WORDS)


def with_text(interpretation: Interpretation, text: str) -> Reading:
    return next(each for each in interpretation.readings if text in {member.text for member in each.units})


def seen(text: str, interpretation: Interpretation = FOUND) -> Seen:
    reading = with_text(interpretation, text)
    return Seen(reading.label, keys_of(reading))


def common(made_on: Interpretation = FOUND, **more):
    (element,) = made_on.elements
    return {"id": "e1", "element": "Culture", "known": note_keys(notes_of(element)), **more}


def keys(*texts: str) -> frozenset[str]:
    return note_keys(unit for unit in notes() if unit.text in texts)


def ids(interpretation: Interpretation) -> list[str]:
    (element,) = interpretation.elements
    return sorted(unit.id for unit in notes_of(element))


def note(text: str, team: str = "A", language: str = "en") -> Unit:
    return replace(notes()[0], id=f"new-{text}", text=text, language=language, attributes={"team": team})


def check(element: ElementReadings, by=("team", "language")) -> None:
    """Everything that depends on the members, worked out again from the members."""
    units = sorted(notes_of(element), key=lambda unit: (unit.text, unit.id))
    place = {unit.id: n for n, reading in enumerate(element.readings) for unit in map(_unit, reading.units)}
    numbers = [place.get(unit.id, -1) for unit in units]
    labels = np.array(numbers)
    tests = differences(units, labels, by)
    shares = {
        name: [
            holdings(each)
            for each in count_notes(units, labels, name, len(element.readings), tuple(element.groups[name])).voices()
        ]
        for name in by
    }
    for number, reading in enumerate(element.readings):
        for attribute in by:
            held = shares[attribute][number]
            assert reading.held_by[attribute] == held
            assert reading.missing_from[attribute] == holders.missing(held)
            assert reading.difference[attribute].verdict == tests[attribute][number].verdict
            assert reading.difference[attribute].p_value == pytest.approx(tests[attribute][number].p_value)
            assert reading.status[attribute] == holders.status(held, tests[attribute][number].verdict)
        assert set(reading.quotes) <= set(reading.unit_ids)
        assert [member.typicality for member in reading.units] == sorted(
            (member.typicality for member in reading.units), reverse=True
        )
        assert {other for member in reading.units for other in member.also} <= {each.id for each in element.readings}
    assert element.language_v_measure == pytest.approx(v_measure([unit.language for unit in units], labels))
    assert [len(each.units) for each in element.readings] == sorted(
        (len(each.units) for each in element.readings), reverse=True
    )
    asked = [(place, value) for question in element.questions for place, value in question.values.items()]
    labels_now = {each.label for each in element.readings}
    assert {value for place, value in asked if place in {"label", "first", "second"}} <= labels_now


def _unit(member):
    return member


def test_without_edits_nothing_changes():
    """No edits, and edits that change nothing, give the very same elements, but for who placed a note."""
    assert apply_edits(FOUND) == FOUND
    stays = Move(**common(), notes=keys(RISK[0]), to=seen(RISK[0]))
    (element,) = apply_edits(FOUND, stays).elements
    assert (replace(element, placed_by_hand=()),) == FOUND.elements


def test_describing_again_gives_the_same():
    """A reading that a person puts together anew is what it was, but for its id and what the machine is sure of."""
    apart = Split(**common(), notes=keys(*RISK))
    (element,) = apply_edits(FOUND, apart).elements
    before = sorted(ELEMENT.readings, key=lambda each: each.units[0].text)
    after = sorted(element.readings, key=lambda each: each.units[0].text)
    for old, new in zip(before, after, strict=True):
        plain = {each.name for each in fields(Reading)} - {"id", "units", "sure"}
        assert {name: getattr(new, name) for name in plain} == {name: getattr(old, name) for name in plain}


def test_a_renamed_reading_has_the_name_everywhere():
    """Label and questions say it, in any script; the words of the notes stay beside it."""
    (name, other) = ("ঝুঁকি নেওয়ার সাহস", with_text(FOUND, RISK[0]).label)
    result = apply_edits(FOUND, Rename(**common(), reading=seen(RISK[0]), name=name))
    reading = with_text(result, RISK[0])
    assert (reading.label, reading.given, next(iter(reading.labels.values()))) == (name, name, other)
    assert reading.labels == with_text(FOUND, RISK[0]).labels
    assert reading.id == with_text(FOUND, RISK[0]).id
    assert reading.stability_measured
    assert other not in {value for question in result.elements[0].questions for value in question.values.values()}
    (outcome,) = result.edits
    assert str(outcome) == f"“{other}” is called “{name}”."
    check(result.elements[0])


def test_merged_readings_are_one():
    """All its notes, its own id, holders, tests and questions; its steadiness is told as not measured."""
    result = apply_edits(FOUND, Merge(**common(), reading=seen(RISK[0]), into=seen(JOINT[0])))
    (element,) = result.elements
    both = with_text(result, RISK[0])
    assert {member.text for member in both.units} == {*RISK, *JOINT}
    assert both.id == with_text(FOUND, JOINT[0]).id
    assert both.held_by["team"]["A"].count == 4
    assert both.status["team"] == "contested"
    assert not both.stability_measured
    parts = [with_text(FOUND, text).stability for text in (RISK[0], JOINT[0])]
    assert both.stability == pytest.approx(sum(parts) / 2)
    assert with_text(result, POWER[0]).stability_measured
    assert element.questions != ELEMENT.questions
    check(element)


def test_notes_become_a_reading_of_their_own():
    """The ticked notes leave theirs, with a name or with one out of their words."""
    result = apply_edits(FOUND, Split(**common(), notes=keys(*POWER[:2]), name="मोबाइल"))
    new = with_text(result, POWER[0])
    assert {member.text for member in new.units} == set(POWER[:2])
    assert (new.label, new.id) == ("मोबाइल", "culture-split-e1")
    assert {member.text for member in with_text(result, POWER[2]).units} == set(POWER[2:])
    check(result.elements[0])
    unnamed = apply_edits(FOUND, Split(**common(), notes=keys(*POWER[:2])))
    assert with_text(unnamed, POWER[0]).label in " ".join(POWER[:2])
    assert not with_text(unnamed, POWER[0]).given


def test_a_note_moves():
    """To another reading, or to those that stand alone."""
    result = apply_edits(FOUND, Move(**common(), notes=keys(RISK[0]), to=seen(JOINT[0])))
    assert {member.text for member in with_text(result, RISK[0]).units} == {RISK[0], *JOINT}
    assert str(result.edits[0]) == f"Moved to “{with_text(FOUND, JOINT[0]).label}”: “{RISK[0]}”."
    check(result.elements[0])
    alone = apply_edits(FOUND, Move(**common(), notes=keys(RISK[0]), to=None)).elements[0]
    assert [unit.text for unit in alone.alone] == [RISK[0]]
    assert len(with_text(apply_edits(FOUND, Move(**common(), notes=keys(*RISK), to=None)), JOINT[0]).units) == 4
    check(alone)


@pytest.mark.parametrize("text", [*RISK, *JOINT, *POWER])
def test_moving_a_note_out_renames_nothing(text):
    """What stays is called as before, even without the note that named it; so is what the note comes to."""
    target = RISK[1] if text not in RISK else JOINT[1]
    for to in (None, seen(target)):
        after = apply_edits(FOUND, Move(**common(), notes=keys(text), to=to))
        assert {each.id: each.label for each in after.readings} == {each.id: each.label for each in FOUND.readings}


def test_a_name_can_be_given_in_each_language():
    """Readers of Bangla see theirs, all others the name; a merge and a move keep both, a new name takes both away."""
    name = Rename(**common(), reading=seen(RISK[0]), name="Daring", names={"bn": "সাহস"})
    for after in (
        apply_edits(FOUND, name),
        apply_edits(FOUND, name, Move(**common() | {"id": "e2"}, notes=keys(RISK[3]), to=None)),
        apply_edits(FOUND, name, Merge(**common() | {"id": "e2"}, reading=seen(RISK[0]), into=seen(JOINT[0]))),
    ):
        reading = with_text(after, RISK[0])
        assert (reading.called("bn"), reading.called("ne"), reading.label) == ("সাহস", "Daring", "Daring")
    own = Split(**common(), notes=keys(RISK[0], RISK[1]), name="Daring", names={"bn": "সাহস"})
    assert with_text(apply_edits(FOUND, own), RISK[0]).called("bn") == "সাহস"
    again = apply_edits(FOUND, name, Rename(**common() | {"id": "e2"}, reading=seen(RISK[0]), name="Risk"))
    assert with_text(again, RISK[0]).called("bn") == "Risk"


def test_what_is_not_a_reading_stands_alone():
    """Its notes are kept, each for itself."""
    (element,) = apply_edits(FOUND, Dismiss(**common(), reading=seen(POWER[0]))).elements
    assert {unit.text for unit in element.alone} == set(POWER)
    assert len(element.readings) == len(ELEMENT.readings) - 1
    check(element)


def test_notes_of_the_same_words_stay_together():
    """Whoever says it, in whatever case: the clustering does not part them, and an edit does not either."""
    again = replace(notes()[0], id="again", text=RISK[0].upper() + "!", attributes={"team": "C", "participant": "Z"})
    found = interpret([*notes(), again])
    (element,) = apply_edits(found, Move(**common(found), notes=frozenset({note_key(again)}), to=None)).elements
    assert {unit.id for unit in element.alone} == {notes()[0].id, "again"}


def test_later_edits_see_what_earlier_ones_made():
    """Merge, name the whole, take a note out: each finds what the one before it left."""
    merge = Merge(**common(), reading=seen(RISK[0]), into=seen(JOINT[0]))
    merged = apply_edits(FOUND, merge)
    rename = Rename(**common(id="e2"), reading=seen(RISK[0], merged), name="Everything")
    named = apply_edits(FOUND, merge, rename)
    move = Move(**common(id="e3"), notes=keys(RISK[1]), to=None)
    result = apply_edits(FOUND, merge, rename, move)
    assert with_text(named, RISK[0]).label == with_text(result, RISK[0]).label == "Everything"
    assert [unit.text for unit in result.elements[0].alone] == [RISK[1]]
    assert not any(outcome.why_not for outcome in result.edits)


def run_of(units, *groups) -> Interpretation:
    """A run in which these notes are the readings, whatever the clustering would make of them."""
    found = interpret(units)
    made = [Split(**common(found, id=f"x{n}"), notes=note_keys(group)) for n, group in enumerate(groups)]
    return replace(apply_edits(found, *made), edits=())


def test_edits_reach_a_run_with_other_ids_and_new_notes():
    """The next review joins: other sizes, other numbers, the same readings; new notes come along."""
    made = [
        Rename(**common(id="a"), reading=seen(POWER[0]), name="বিদ্যুৎ"),
        Dismiss(**common(id="b"), reading=seen(JOINT[0])),
    ]
    more = [note(f"ফোন নেই {extra}", "B", "bn") for extra in ("কাল", "পরশু", "রাতে", "সকালে", "দুপুরে")]
    risk, joint, power = notes()[:4], notes()[4:8], notes()[8:]
    later = run_of([*notes(), *more], risk, joint, [*power[:3], *more])
    assert with_text(later, POWER[0]).id != with_text(FOUND, POWER[0]).id
    result = apply_edits(later, *made)
    named = with_text(result, POWER[0])
    assert named.label == "বিদ্যুৎ"
    assert {unit.text for unit in more} <= {member.text for member in named.units}
    assert {unit.text for unit in result.elements[0].alone} >= set(JOINT)


def test_edits_reach_a_run_with_fewer_notes():
    """Of those that are still here, most must be together; one of four is too few to say."""
    rename = Rename(**common(), reading=seen(RISK[0]), name="Daring")

    def without(*texts):
        return apply_edits(interpret([unit for unit in notes() if unit.text not in texts]), rename)

    assert with_text(without(RISK[0]), RISK[1]).label == "Daring"
    assert without(*RISK[1:]).edits[0].why_not == edit_types.TOO_FEW
    gone = without(*RISK)
    assert gone.edits[0].why_not == edit_types.GONE
    assert "Daring" not in {reading.label for reading in gone.readings}
    assert str(gone.edits[0]).endswith("Not applied: None of the notes that it speaks of is here.")


def arranged(*groups, alone=()):
    """The found interpretation with its notes in other readings, as another run might have them."""
    moved = [Split(**common(id=f"x{n}"), notes=keys(*texts)) for n, texts in enumerate(groups)] + [
        Move(**common(id="y"), notes=keys(*alone), to=None)
    ] * bool(alone)
    return replace(apply_edits(FOUND, *moved), edits=())


def test_an_edit_is_never_applied_to_the_wrong_reading():
    """A reading that fell apart into halves, or into a much larger one, is not found, and the edit says so."""
    rename = Rename(**common(), reading=seen(RISK[0]), name="Daring")
    halves = arranged(RISK[:2], RISK[2:], JOINT, POWER)
    swallowed = arranged([*RISK, *JOINT, POWER[0]], POWER[1:])
    for run in (halves, swallowed):
        result = apply_edits(run, rename)
        assert result.elements == run.elements
        assert [outcome.why_not for outcome in result.edits] == [edit_types.APART]


def test_a_reading_with_a_little_more_or_less_is_the_same():
    """More than half of its notes are in it, and more than half of it are its notes."""
    rename = Rename(**common(), reading=seen(RISK[0]), name="Daring")
    more = arranged([*RISK[:3], JOINT[0]], [*JOINT[1:], RISK[3]], POWER)
    assert with_text(apply_edits(more, rename), RISK[0]).given == "Daring"


def test_a_merge_that_the_clustering_made_itself_is_done():
    """Both are one reading there: nothing is left to do, and nothing failed."""
    run = arranged([*RISK, *JOINT], POWER)
    result = apply_edits(run, Merge(**common(), reading=seen(RISK[0]), into=seen(JOINT[0])))
    assert result.elements == run.elements
    assert not result.edits[0].why_not


def test_a_merge_of_what_is_mostly_elsewhere_is_not_done():
    """One of the two lies in other readings: that they are one is not true there, and not said."""
    run = arranged(JOINT, [*RISK[:2], *POWER[:2]], [*RISK[2:], *POWER[2:]])
    result = apply_edits(run, Merge(**common(), reading=seen(RISK[0]), into=seen(JOINT[0])))
    assert result.elements == run.elements
    assert result.edits[0].why_not == edit_types.APART
    gone = interpret(notes()[4:])
    assert apply_edits(gone, Merge(**common(), reading=seen(RISK[0]), into=seen(JOINT[0]))).edits[0].why_not


def test_a_split_that_the_clustering_made_itself_keeps_new_notes():
    """Where the notes are a reading already, its newer notes stay with them under the name that was given."""
    made = Split(**common(), notes=keys(*POWER), name="Power")
    new = note("ফোন নেই কাল", "B", "bn")
    later = run_of([*notes(), new], notes()[:4], notes()[4:8], [*notes()[8:], new])
    assert len(with_text(apply_edits(later, made), POWER[0]).units) == 5


def test_an_element_that_is_gone_keeps_its_edits():
    """They are told as not applied."""
    elsewhere = interpret([replace(unit, element="Trust") for unit in notes()])
    result = apply_edits(elsewhere, Dismiss(**common(), reading=seen(POWER[0])))
    assert result.elements == elsewhere.elements
    assert [outcome.why_not for outcome in result.edits] == [edit_types.GONE]


def test_elements_are_found_in_any_case():
    """An edit of "CULTURE" changes "Culture"; other elements stay the objects that they are."""
    both = interpret([*notes(), *(replace(unit, id=f"t{unit.id}", element="Trust") for unit in notes())])
    result = apply_edits(both, Rename(**{**common(), "element": "CULTURE"}, reading=seen(RISK[0]), name="Daring"))
    assert [any(each.given for each in element.readings) for element in result.elements] == [True, False]
    assert result.elements[1] is both.elements[1]


def test_another_model_is_refused():
    """Vectors of two models cannot be compared."""

    class Other(BagOfWords):
        name = "other"

    with pytest.raises(EmbeddingError, match="other"):
        edits.apply_edits(FOUND, [], Other())


ALL = [*RISK, *JOINT, *POWER]
SOME = st.lists(st.sampled_from(ALL), min_size=1, max_size=5, unique=True)
ONE = st.sampled_from(ALL)


@st.composite
def any_edit(draw):
    made = common(id=f"e{draw(st.integers(0, 10**6))}")
    kind = draw(st.sampled_from(list(edit_types.KINDS)))
    one, other = Seen("x", keys(*draw(SOME))), Seen("y", keys(*draw(SOME)))
    first, second = draw(st.sampled_from([seen(draw(ONE)), one])), draw(st.sampled_from([seen(draw(ONE)), other]))
    name = draw(st.sampled_from(["নাম", "नाम", "Name 👩‍🌾"]))
    return {
        "rename": lambda: Rename(**made, reading=first, name=name),
        "merge": lambda: Merge(**made, reading=first, into=second),
        "split": lambda: Split(**made, notes=keys(*draw(SOME)), name=draw(st.sampled_from(["", name]))),
        "move": lambda: Move(**made, notes=keys(*draw(SOME)), to=draw(st.sampled_from([None, second]))),
        "dismiss": lambda: Dismiss(**made, reading=first),
        "layout": lambda: LayOut(**made, readings=draw(st.integers(1, 9))),
    }[kind]()


EDITS = st.lists(any_edit(), max_size=4, unique_by=lambda edit: edit.id)
SLOW = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@SLOW
@given(made=EDITS)
def test_no_note_is_lost_or_doubled(made):
    """Whatever is edited: every note in one place, everything that depends on members true, every edit told."""
    result = apply_edits(FOUND, *made)
    assert ids(result) == ids(FOUND)
    assert [outcome.id for outcome in result.edits] == [edit.id for edit in made]
    assert all(reading.units for reading in result.readings)
    assert len({reading.id for reading in result.readings}) == len(result.readings)
    check(result.elements[0])


@settings(SLOW, max_examples=8)
@given(order=st.permutations(range(12)), name=st.text(min_size=1, max_size=20))
def test_a_name_stays_when_rows_are_shuffled_and_notes_are_added(order, name):
    """Renamed stays renamed."""
    rename = Rename(**common(), reading=seen(JOINT[0]), name=name)
    units = [notes()[i] for i in order]
    later = interpret([*units, note("joint work of everybody"), note("we dare a risk", "B")])
    assert with_text(apply_edits(later, rename), JOINT[0]).label == name


@pytest.mark.parametrize("swapped", [False, True])
def test_independent_edits_may_come_in_any_order(swapped):
    """Edits of readings that have no note in common."""
    made = [
        Rename(**common(id="a"), reading=seen(RISK[0]), name="Daring"),
        Move(**common(id="b"), notes=keys(JOINT[0]), to=None),
        Split(**common(id="c"), notes=keys(*POWER[:2])),
    ]
    there = apply_edits(FOUND, *made)
    back = apply_edits(FOUND, *(reversed(made) if swapped else [made[1], made[0], made[2]]))
    assert set(map(str, there.edits)) == set(map(str, back.edits))
    assert there.elements == back.elements


def test_what_belongs_to_the_notes_stays_when_they_are_moved():
    """How far readings can be trusted, heaps and how the teams speak do not follow from where a person puts notes."""
    merge = Merge(**common(), reading=seen(RISK[0]), into=seen(JOINT[0]))
    (merged,) = apply_edits(FOUND, merge).elements
    assert ELEMENT.trust
    for name in edits.OF_THE_NOTES:
        assert getattr(merged, name) == getattr(ELEMENT, name)


def test_fewer_and_more_lay_out_the_same_notes():
    """As many readings as were asked for, no note lost, readings that are the same keep their ids, and back again."""
    found = len(ELEMENT.readings)
    (fewer,) = apply_edits(FOUND, LayOut(**common(), readings=found - 1)).elements
    assert len(fewer.readings) == fewer.laid_out == found - 1
    assert len({each.id for each in ELEMENT.readings} & {each.id for each in fewer.readings}) >= 1
    check(fewer)
    both = LayOut(**common(id="a"), readings=2), LayOut(**common(id="b"), readings=found)
    (back,) = apply_edits(FOUND, *both).elements
    assert {keys_of(each) for each in back.readings} == {keys_of(each) for each in ELEMENT.readings}


def test_fewer_readings_leave_what_a_person_named_alone():
    """A named reading keeps its notes and its name, notes set apart stay so, and the others lie in one reading."""
    rename = Rename(**common(id="a"), reading=seen(RISK[0]), name="Daring")
    aside = Move(**common(id="b"), notes=keys(POWER[0]), to=None)
    (fewer,) = apply_edits(FOUND, rename, aside, LayOut(**common(id="c"), readings=1)).elements
    named = next(each for each in fewer.readings if each.given)
    assert named.given == "Daring"
    assert keys_of(named) == seen(RISK[0]).notes
    assert POWER[0] in {unit.text for unit in fewer.alone}
    (other,) = (each for each in fewer.readings if not each.given)
    assert keys_of(other) == KNOWN - seen(RISK[0]).notes - keys(POWER[0])


def test_names_that_were_given_to_readings_laid_out_later_are_kept():
    """A reading of a finer layout can be named like any other."""
    layout = LayOut(**common(id="a"), readings=2)
    two = apply_edits(FOUND, layout)
    rename = Rename(**common(id="b"), reading=seen(JOINT[0], two), name="Together")
    assert with_text(apply_edits(FOUND, layout, rename), JOINT[0]).given == "Together"


def test_what_a_person_moved_the_machine_is_not_sure_of():
    """It did not place it."""
    sure = [unit for each in FOUND.readings for unit in each.units if unit.sure]
    assert sure
    text = next(unit.text for unit in sure if unit.text in {*RISK})
    moved = apply_edits(FOUND, Move(**common(), notes=keys(text), to=seen(JOINT[0])))
    assert not next(unit for unit in with_text(moved, text).units if unit.text == text).sure


def test_who_placed_a_note_is_known_of_every_note():
    """A person, the machine beside them, or nobody; the last one who placed it counts, a dismissal takes it back."""

    def placed(*edits):
        (element,) = apply_edits(FOUND, *edits).elements
        text_of = {unit.id: unit.text for unit in notes_of(element)}
        return [{text_of[each] for each in ids} for ids in (element.placed_by_hand, element.placed_by_machine)]

    pile = Split(**common(), notes=keys(*POWER[:3]), name="Power", by_machine=keys(POWER[2]))
    back = Move(**common() | {"id": "e2"}, notes=keys(POWER[2], RISK[0]), to=None, by_machine=keys(RISK[0]))
    assert placed() == [set(), set()]
    assert placed(Rename(**common(), reading=seen(RISK[0]), name="Daring")) == [set(), set()]
    assert placed(pile) == [set(POWER[:2]), {POWER[2]}]
    assert placed(pile, back) == [set(POWER[:3]), set()]
    assert placed(pile, back, pile) == placed(pile)
    assert placed(pile, Dismiss(**common() | {"id": "e2"}, reading=Seen("", keys(*POWER[:3])))) == [set(), set()]
    (again,) = apply_edits(apply_edits(FOUND, pile), Move(**common(), notes=keys(RISK[0]), to=None)).elements
    assert (len(again.placed_by_hand), len(again.placed_by_machine)) == (3, 1)
