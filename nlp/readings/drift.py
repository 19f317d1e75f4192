"""What became of the readings of an element from one review to the next.

The readings are those of all reviews together, so a reading keeps its name and nothing has to be matched afterwards;
what changes is how many of a review's notes it has. The transitions are those of MONIC (Spiliopoulou et al. 2006, KDD,
706-711) for clusters that keep their identity: emerging, disappearing, growing, shrinking, unchanged.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from nlp.attributes import attributes_of, names_there, refuse
from nlp.documents.types import Unit
from nlp.errors import InputError
from nlp.frozen import Immutable
from nlp.messages import msgid
from nlp.readings.edits.align import notes_of
from nlp.readings.groups.differences import DRAWS, chi_squared, evidence_of, judge
from nlp.readings.groups.holders import attribute_of, count_groups
from nlp.readings.groups.notes_by_person import count_notes
from nlp.readings.groups.shares import holdings
from nlp.readings.types import Difference, ElementReadings, Holding, Interpretation
from nlp.results.plotted import Plotted
from nlp.statistics.label_permutation import tally
from nlp.statistics.multiple_comparisons import LEVEL
from nlp.statistics.partly_paired import compare_occasions
from nlp.statistics.verdicts import Change

REVIEW = "review"
FEWEST_NOTES = 5
HEARD = 2


@dataclass(frozen=True, slots=True)
class Step:
    """One reading from one review to the next.

    Attributes:
        before, after: the reviews.
        change: share of the notes after less share before, -1 to 1.
        p_value: of a difference in share, people who wrote in both reviews compared with themselves
            (`nlp.statistics.partly_paired`), Holm-corrected over the readings of the element that could show one; None
            if no difference, however large, could have been seen.
        effect: Cramér's V of reading x review, 0 to 1.
        verdict: "new", "back", "gone", "grown", "faded", "kept", "not heard" or "too few to say".
    """

    before: str
    after: str
    change: float
    p_value: float | None
    effect: float
    verdict: Change


@dataclass(frozen=True, slots=True)
class ReadingDrift(Immutable):
    """One reading through the reviews.

    Attributes:
        id, label, given, given_in, labels, example, gloss, notes: of the reading, found over all reviews together.
        held: review -> how many of its notes on the element the reading has; oldest first.
        steps: between consecutive reviews, oldest first.
    """

    id: str
    label: str
    given: str
    given_in: Mapping[str, str]
    labels: Mapping[str, str]
    example: str
    notes: int
    gloss: Mapping[str, tuple[str, ...]]
    held: Mapping[str, Holding]
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class ElementDrift(Immutable):
    """One element through the reviews.

    Attributes:
        element: its name, or "" if the notes name none.
        notes: review -> its notes on the element; reviews without any are left out; oldest first.
        unplaced: notes on the element of no review, or of none that was asked for.
        readings: in the order of the interpretation.
    """

    element: str
    notes: Mapping[str, int]
    unplaced: int
    readings: tuple[ReadingDrift, ...]


@dataclass(frozen=True, slots=True, repr=False)
class Drift(Plotted):
    """All elements through the reviews, in the order of the interpretation.

    Attributes:
        model: name of the embedding model.
        attribute: of the notes that names their review.
        order: the reviews, oldest first.
    """

    model: str
    attribute: str
    order: tuple[str, ...]
    elements: tuple[ElementDrift, ...]


def follow(interpretation: Interpretation, order: Sequence[str], attribute: str = REVIEW, draws: int = DRAWS) -> Drift:
    """Follow the readings of every element through the reviews.

    Between two consecutive reviews with notes on the element, a reading with a of A notes before and b of B after is

    - not heard: a = b = 0;
    - too few to say: A or B below `FEWEST_NOTES`, or a + b below `HEARD`;
    - new: a = 0; but back, if an earlier review has heard it; gone: b = 0;
    - too few to say: no difference, however large, could have been seen with these notes;
    - grown or faded: p below `LEVEL`, and b/B above or below a/A;
    - kept: all others.

    The first that holds counts. New and gone say what was written; whether that is more than chance, the p-value says.
    Who wrote in both reviews is compared with themselves, who wrote in one with the others who did
    (`nlp.statistics.partly_paired`): opinions of the same people are no new voices in the second review.

    Args:
        interpretation: of the notes of all reviews together.
        order: the reviews, oldest first; repeated names count once.
        attribute: of the notes that names their review.
        draws: permutations of each test.

    Raises:
        InputError: no note has the attribute; of `REVIEW` it is no error, then there is nothing to follow.
    """
    reviews = attributes_of(order)
    _check_attribute(interpretation, attribute)
    elements = tuple(follow_element(element, reviews, attribute, draws) for element in interpretation.elements)
    return Drift(interpretation.model, attribute, reviews, elements)


def _check_attribute(interpretation: Interpretation, attribute: str) -> None:
    units = [unit for element in interpretation.elements for unit in notes_of(element)]
    if attribute == REVIEW or any(attribute_of(unit, attribute) for unit in units):
        return
    raise refuse(InputError, msgid("no note has the attribute {columns}"), (attribute,), names_there(units))


def follow_element(
    element: ElementReadings, order: Sequence[str], attribute: str = REVIEW, draws: int = DRAWS
) -> ElementDrift:
    """Follow the readings of one element; the arguments are those of `follow`."""
    placed = _placed(element)
    sizes = count_groups([unit for unit, _ in placed], attribute)
    notes = {review: sizes[review] for review in dict.fromkeys(order) if review in sizes}
    units, labels = [each for each, _ in placed], np.array([number for _, number in placed], dtype=np.int64)
    counted = count_notes(units, labels, attribute, len(element.readings), tuple(notes))
    held = [holdings(each) for each in counted.voices()]
    tests = {pair: _test(units, labels, len(element.readings), pair, attribute, draws) for pair in pairwise(notes)}
    return ElementDrift(
        element=element.element,
        notes=notes,
        unplaced=len(placed) - sum(notes.values()),
        readings=tuple(
            ReadingDrift(
                id=reading.id,
                label=reading.label,
                given=reading.given,
                given_in=reading.given_in,
                labels=reading.labels,
                example=reading.example,
                notes=len(reading.units),
                gloss=reading.gloss,
                held=held[number],
                steps=_steps(held[number], number, tests),
            )
            for number, reading in enumerate(element.readings)
        ),
    )


def _placed(element: ElementReadings) -> list[tuple[Unit, int]]:
    """Return the notes in an order that only they decide, each with the number of its reading, -1 for none."""
    inside = [(unit, number) for number, each in enumerate(element.readings) for unit in each.units]
    alone = [(unit, -1) for unit in element.alone]
    return sorted(inside + alone, key=lambda pair: (pair[0].text, pair[0].source, pair[0].line, pair[0].id))


def _test(
    units: Sequence[Unit], labels: NDArray[np.int64], readings: int, pair: tuple[str, str], attribute: str, draws: int
) -> dict[int, Difference]:
    """Return reading number -> whether the two reviews differ; who wrote in both is compared with themselves."""
    notes = count_notes(units, labels, attribute, readings, pair)
    person = np.unique(notes.people, return_inverse=True)[1]
    found = compare_occasions(notes.counts, notes.owner, person, draws)
    table = tally(notes.counts, notes.owner[None, :], 2)
    effects = np.sqrt(chi_squared(table)[0] / notes.counts.sum())
    return judge(dict(enumerate(evidence_of(found.observed, found.drawn, effects))))


def _steps(
    held: Mapping[str, Holding], number: int, tests: Mapping[tuple[str, str], Mapping[int, Difference]]
) -> tuple[Step, ...]:
    steps: list[Step] = []
    earlier = 0
    for (before, after), found in tests.items():
        test = found[number]
        earlier += held[before].count
        verdict = _verdict(held[before], held[after], earlier, test.p_value)
        change = held[after].share - held[before].share
        steps.append(Step(before, after, change, test.p_value, test.effect, verdict))
    return tuple(steps)


def _verdict(before: Holding, after: Holding, earlier: int, p_value: float | None) -> Change:
    heard = before.count + after.count
    if not heard:
        return Change.NOT_HEARD
    if heard < HEARD or min(before.of, after.of) < FEWEST_NOTES:
        return Change.TOO_FEW
    if not before.count:
        return Change.BACK if earlier else Change.NEW
    if not after.count:
        return Change.GONE
    if p_value is None:
        return Change.TOO_FEW
    if p_value >= LEVEL:
        return Change.KEPT
    return Change.GROWN if after.share > before.share else Change.FADED
