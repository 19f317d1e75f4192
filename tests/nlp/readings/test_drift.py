"""What became of readings from one review to the next."""

from dataclasses import replace
from math import comb, isclose

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nlp.documents.types import Unit
from nlp.errors import InputError
from nlp.readings import drift
from nlp.readings.groups.differences import differences
from nlp.readings.types import ElementReadings, Interpretation, Member, Reading
from nlp.statistics.multiple_comparisons import LEVEL
from nlp.statistics.proportions import wilson
from nlp.statistics.verdicts import Change, Verdict

MARCH, JUNE, SEPTEMBER = "March 2026", "जुन २०२६", "সেপ্টেম্বর ২০২৬"
OPPOSITE = {Change.NEW: Change.GONE, Change.GONE: Change.NEW, Change.GROWN: Change.FADED, Change.FADED: Change.GROWN}
QUICK = settings(max_examples=25, deadline=None)


def unit(at: int, review: str, participant: str = "") -> Unit:
    attributes = {name: value for name, value in (("review", review), ("participant", participant)) if value}
    return Unit(f"n{at}", f"note {at:04}", "en", "notes.csv", at, 0, 9, "Trust", attributes)


def element(said: list[tuple[str, int, str]]) -> ElementReadings:
    """An element of notes, each (review, reading number or -1, participant)."""
    units = [unit(at, review, participant) for at, (review, _, participant) in enumerate(said)]
    numbers = [number for _, number, _ in said]
    readings = tuple(
        Reading(
            id=f"trust-{number + 1}",
            label=f"reading {number}",
            labels={"en": f"reading {number}"},
            words=(),
            gloss={},
            units=tuple(Member.placed(each, 0.5) for each, own in zip(units, numbers, strict=True) if own == number),
            quotes=(),
            stability=1.0,
            held_by={},
            missing_from={},
            beside_others={},
            difference={},
            status={},
        )
        for number in range(max(numbers, default=-1) + 1)
    )
    alone = tuple(each for each, own in zip(units, numbers, strict=True) if own < 0)
    return ElementReadings("Trust", len(units), readings, alone, 0.0, (), {}, {}, ())


def notes(**counts: tuple[int, ...]) -> list[tuple[str, int, str]]:
    """Notes by review: how many of reading 0, 1, ...; the last number is notes that stand alone."""
    names = {"march": MARCH, "june": JUNE, "september": SEPTEMBER}
    return [
        (names[review], number if number < len(numbers) - 1 else -1, "")
        for review, numbers in counts.items()
        for number, count in enumerate(numbers)
        for _ in range(count)
    ]


def verdicts(said, order=(MARCH, SEPTEMBER)) -> list[list[str]]:
    found = drift.follow_element(element(said), order)
    return [[step.verdict for step in each.steps] for each in found.readings]


@pytest.mark.parametrize(
    ("march", "september", "verdict"),
    [
        ((0, 20), (2, 18), Change.NEW),
        ((0, 20), (1, 19), Change.TOO_FEW),
        ((2, 18), (0, 20), Change.GONE),
        ((1, 19), (0, 20), Change.TOO_FEW),
        ((1, 19), (10, 10), Change.GROWN),
        ((10, 10), (1, 19), Change.FADED),
        ((8, 12), (10, 10), Change.KEPT),
        ((1, 19), (1, 19), Change.TOO_FEW),
        ((0, 4), (4, 16), Change.TOO_FEW),
        ((0, 5), (4, 16), Change.NEW),
        ((4, 16), (0, 4), Change.TOO_FEW),
    ],
)
def test_verdicts_by_hand(march, september, verdict):
    """New and gone need two notes, every review five on the element, and grown a difference beyond chance."""
    assert verdicts(notes(march=march, september=september)) == [[verdict]]


def test_shares_intervals_and_changes_by_hand():
    """Ten of forty, then twelve of thirty: plus 0.15, with the Wilson interval of each."""
    (reading,) = drift.follow_element(element(notes(march=(10, 30), september=(12, 18))), (MARCH, SEPTEMBER)).readings
    assert (reading.held[MARCH].count, reading.held[MARCH].of) == (10, 40)
    assert (reading.held[SEPTEMBER].low, reading.held[SEPTEMBER].high) == wilson(12, 30)
    assert isclose(reading.steps[0].change, 0.15)


def test_the_p_value_is_that_of_fishers_exact_test():
    """One of twenty, then ten of twenty, each note its own writer: both tails of the hypergeometric distribution."""
    (reading,) = drift.follow_element(element(notes(march=(1, 19), september=(10, 10))), (MARCH, SEPTEMBER)).readings
    exact = sum(comb(20, count) * comb(20, 11 - count) for count in (0, 1, 10, 11)) / comb(40, 11)
    assert isclose(reading.steps[0].p_value, exact, abs_tol=0.002)


def test_one_voice_repeated_is_no_growth():
    """Ten notes of one person more are one person more."""
    others = notes(march=(1, 19), september=(0, 10))
    assert verdicts([*others, *[(SEPTEMBER, 0, "")] * 10]) == [[Change.GROWN]]
    assert verdicts([*others, *[(SEPTEMBER, 0, "P1")] * 10]) == [[Change.TOO_FEW]]


def test_new_tells_whether_it_may_be_chance():
    """Two notes that were not there before are new, and no test could say more; nine are beyond chance."""
    few, many = (
        drift.follow_element(element(notes(march=(0, 20), september=(count, 20 - count))), (MARCH, SEPTEMBER))
        .readings[0]
        .steps[0]
        for count in (2, 9)
    )
    assert few.verdict == many.verdict == Change.NEW
    assert few.p_value is None
    assert many.p_value < LEVEL


def test_three_reviews():
    """A reading may go and come back; that is not new. One that nobody said in either of two is not heard."""
    said = notes(march=(6, 0, 14), june=(0, 0, 20), september=(6, 7, 7))
    assert verdicts(said, (MARCH, JUNE, SEPTEMBER)) == [[Change.GONE, Change.BACK], [Change.NOT_HEARD, Change.NEW]]


def test_reviews_without_notes_on_the_element_are_passed_over():
    """Where the element was not spoken of in June, March is compared with September."""
    found = drift.follow_element(element(notes(march=(8, 12), september=(9, 11))), (MARCH, JUNE, SEPTEMBER))
    assert found.notes == {MARCH: 20, SEPTEMBER: 20}
    assert [(step.before, step.after) for step in found.readings[0].steps] == [(MARCH, SEPTEMBER)]


def test_notes_of_no_review_are_counted_apart():
    """They take part in no comparison, and it is said how many they are."""
    said = [*notes(march=(8, 12), september=(9, 11)), ("", 0, ""), ("elsewhere", -1, "")]
    found = drift.follow_element(element(said), (MARCH, SEPTEMBER))
    assert found.unplaced == 2
    assert [holding.of for holding in found.readings[0].held.values()] == [20, 20]


@pytest.mark.parametrize("order", [(), (MARCH,), (MARCH, MARCH)])
def test_with_one_review_there_is_nothing_to_follow(order):
    """No steps, and no error."""
    assert verdicts(notes(march=(8, 12)), order) == [[]]


def test_elements_without_notes_or_readings():
    """Nothing comes of nothing."""
    assert drift.follow_element(element([]), (MARCH, SEPTEMBER)).readings == ()
    alone = drift.follow_element(element(notes(march=(9,), september=(9,))), (MARCH, SEPTEMBER))
    assert (alone.readings, alone.notes) == ((), {MARCH: 9, SEPTEMBER: 9})


def test_any_attribute_can_be_followed():
    """The order may be that of other groups, such as phases."""
    given_ = element(notes(march=(0, 20), september=(9, 11)))
    named = replace(
        given_,
        readings=tuple(replace(each, units=tuple(map(_phased, each.units))) for each in given_.readings),
        alone=tuple(_phased(unit) for unit in given_.alone),
    )
    whole = Interpretation("m", ("team",), (named,))
    followed = drift.follow(whole, (SEPTEMBER, MARCH), attribute="phase")
    assert (followed.model, followed.attribute, followed.order) == ("m", "phase", (SEPTEMBER, MARCH))
    assert followed.elements[0].readings[0].steps[0].verdict == Change.GONE


def _phased(unit: Unit) -> Unit:
    return replace(unit, attributes={"phase": unit.attributes["review"]})


said_notes = st.lists(
    st.tuples(st.sampled_from([MARCH, SEPTEMBER]), st.integers(-1, 2), st.sampled_from(["", "P1", "P2", "P3", "P4"])),
    min_size=1,
    max_size=40,
)


def steps(found) -> list:
    return [each.steps for each in found.readings]


@given(said_notes)
@QUICK
def test_backwards_in_time_new_is_gone_and_grown_is_faded(said):
    """The same test, read the other way."""
    forth = drift.follow_element(element(said), (MARCH, SEPTEMBER), draws=200)
    back = drift.follow_element(element(said), (SEPTEMBER, MARCH), draws=200)
    for there, here in zip(steps(forth), steps(back), strict=True):
        for one, other in zip(there, here, strict=True):
            assert other.verdict == OPPOSITE.get(one.verdict, one.verdict)
            assert (one.p_value, one.effect, one.change) == (other.p_value, other.effect, -other.change)


@given(said_notes, st.randoms(use_true_random=False))
@QUICK
def test_the_order_of_the_notes_does_not_matter(said, random):
    """Members may come in any order."""
    given_ = element(said)
    shuffled = replace(
        given_,
        readings=tuple(
            replace(each, units=tuple(random.sample(each.units, len(each.units)))) for each in given_.readings
        ),
        alone=tuple(random.sample(given_.alone, len(given_.alone))),
    )
    order = (MARCH, SEPTEMBER)
    assert steps(drift.follow_element(given_, order, draws=200)) == steps(
        drift.follow_element(shuffled, order, draws=200)
    )


@given(said_notes, st.lists(st.integers(-1, 2), max_size=10))
@QUICK
def test_another_review_later_changes_nothing_before(said, later):
    """What is said next year leaves this year's steps as they are."""
    more = [*said, *((JUNE, number, "") for number in later if number <= max(said, key=lambda each: each[1])[1])]
    before = drift.follow_element(element(said), (MARCH, SEPTEMBER), draws=200)
    after = drift.follow_element(element(more), (MARCH, SEPTEMBER, JUNE), draws=200)
    assert [each[: len(own)] for own, each in zip(steps(before), steps(after), strict=True)] == steps(before)


@given(said_notes)
@QUICK
def test_counts_add_up(said):
    """Every note is in a reading of its review, alone there, or unplaced."""
    found = drift.follow_element(element(said), (MARCH,), draws=10)
    inside = sum(each.held[MARCH].count for each in found.readings) if MARCH in found.notes else 0
    alone = sum(review == MARCH and number < 0 for review, number, _ in said)
    assert inside + alone + found.unplaced == len(said)


def test_reviews_drawn_at_random_are_rarely_called_grown_or_faded():
    """Of 150 elements without any drift at most 5 % show one (two standard errors)."""
    generator = np.random.default_rng(11)
    numbers = [0] * 12 + [1] * 10 + [2] * 8
    alarms = 0
    for _ in range(150):
        drawn = generator.choice([MARCH, SEPTEMBER], 15)
        said = [(str(drawn[at // 2]), number, f"P{at // 2}") for at, number in enumerate(numbers)]
        found = drift.follow_element(element(said), (MARCH, SEPTEMBER), draws=400)
        alarms += any(step.verdict in (Change.GROWN, Change.FADED) for each in steps(found) for step in each)
    assert alarms / 150 <= 0.05 + 2 * (0.05 * 0.95 / 150) ** 0.5


def test_people_of_both_reviews_are_compared_with_themselves():
    """Eight people said one thing in March and another in September; who says what otherwise is all mixed.

    Exchanged within each person there are 2⁸ ways, two of which are as extreme: p = 2/256.
    """
    said = [(review, number, f"P{at}") for at in range(8) for review, number in ((MARCH, 0), (SEPTEMBER, 1))]
    first, second = drift.follow_element(element(said), (MARCH, SEPTEMBER)).readings
    assert isclose(first.steps[0].p_value, 2 * 2 / 256, abs_tol=0.004)
    assert (first.steps[0].verdict, second.steps[0].verdict) == (Change.GONE, Change.NEW)


def rounds(random, shift: float, both: int = 16, once: int = 3) -> list[tuple[str, int, str]]:
    """Two reviews with `both` people in each and `once` in one only, each with a firm opinion of their own.

    In September their log-odds of reading 0 are `shift` higher.
    """
    people = [((MARCH, SEPTEMBER), f"B{at}") for at in range(both)]
    people += [((review,), f"{review}{at}") for review in (MARCH, SEPTEMBER) for at in range(once)]
    said = []
    for reviews, name in people:
        bent = random.normal(0, 2.5)
        for review in reviews:
            odds = np.exp(bent + shift * (review == SEPTEMBER))
            numbers = (random.random(random.integers(1, 4)) < odds / (1 + odds)).astype(int)
            said += [(review, int(number) - 1, name) for number in numbers]
    return said


def found_changes(shift: float, seed: int, times: int) -> tuple[float, float]:
    """Return how often a change is found: knowing who was there twice, and taking all for different people."""
    random = np.random.default_rng(seed)
    paired = apart = 0
    for _ in range(times):
        said = rounds(random, shift)
        given_ = element(said)
        (step,) = drift.follow_element(given_, (MARCH, SEPTEMBER), draws=400).readings[0].steps
        paired += step.p_value is not None and step.p_value < LEVEL
        inside = given_.readings[0].units
        units, labels = [*inside, *given_.alone], np.array([0] * len(inside) + [-1] * len(given_.alone))
        apart += differences(units, labels, ["review"], draws=400)["review"][0].verdict == Verdict.DIFFERS
    return paired / times, apart / times


def test_firm_opinions_are_no_change():
    """Nothing has shifted, people are as different as can be: at most 5 % of 300 elements change (two errors)."""
    alarms, _ = found_changes(0.0, 3, 300)
    assert alarms <= 0.05 + 2 * (0.05 * 0.95 / 300) ** 0.5


def test_a_shift_of_the_same_people_is_found_more_often():
    """Where all lean further to a reading, comparing people with themselves finds it clearly more often."""
    paired, apart = found_changes(2.0, 4, 200)
    assert paired > 0.55
    assert paired > apart + 0.15


def test_an_attribute_that_no_note_has_is_refused():
    """Those that there are, are named; notes of no review are no mistake."""
    whole = Interpretation("m", ("team",), (element(notes(march=(3, 5), september=(4, 4))),))
    with pytest.raises(InputError, match=r"no note has the attribute phase. The attributes that are there: review"):
        drift.follow(whole, (MARCH, SEPTEMBER), attribute="phase")
    assert drift.follow(Interpretation("m", ("team",), ()), (MARCH,)).elements == ()


def test_one_review_may_be_a_string():
    """It is one review and not its letters."""
    whole = Interpretation("m", ("team",), (element(notes(march=(3, 5), september=(4, 4))),))
    assert drift.follow(whole, MARCH).order == (MARCH,)
