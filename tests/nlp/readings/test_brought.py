"""Vectors and clusters from anywhere: described as our own, checked at the door, and nothing said that is not known."""

from dataclasses import replace
from unicodedata import normalize

import numpy as np
import pandas as pd
import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sklearn.metrics import v_measure_score

import nlp
from nlp.documents.types import Unit
from nlp.embedding.vocabulary import Vocabulary
from nlp.errors import InputError, UnusableVectors, WrongType
from nlp.readings.brought import Brought
from nlp.readings.edits.apply import apply_edits
from nlp.readings.edits.types import Rename, Seen, note_keys
from nlp.readings.types import Interpretation
from service.serialisation import dumps, loads
from tests.embedders import BagOfWords

EMBEDDER = BagOfWords()
WORDS = Vocabulary(EMBEDDER, {"en": ["risk", "ফোন"], "ne": ["joint", "ফোন"]})
RISK = ["we dare to take a risk", "a risk is taken and we dare", "taking risk needs daring to risk", "dare risk dare"]
JOINT = ["joint work with everybody", "work joint work", "joint effort is work together", "everybody does joint work"]
POWER = ["বিদ্যুৎ নেই ফোন বন্ধ", "ফোন বন্ধ বিদ্যুৎ নেই আজ", "বিদ্যুৎ গেলে ফোন বন্ধ", "আজ বিদ্যুৎ নেই ফোন নেই"]
LABELS = ["Risk"] * 4 + ["Joint work"] * 4 + ["বিদ্যুৎ"] * 4
COMPARABLE = {"id", "stability", "stability_measured", "sure", "units", "given", "label"}
"""What may differ between readings that were found and the same ones given as labels; `units` are compared by id."""


def notes() -> list[Unit]:
    rows = [(text, "en", team) for text, team in zip([*RISK, *JOINT], "ABABABAB", strict=True)]
    rows += [(text, "bn", "C") for text in POWER]
    return [
        Unit(
            f"n{line}",
            text,
            language,
            "n.csv",
            line,
            0,
            len(text),
            "Culture",
            {"team": team, "participant": f"P{line}"},
        )
        for line, (text, language, team) in enumerate(rows, 2)
    ]


UNITS = notes()


def interpret(units, **brought) -> Interpretation:
    return nlp.interpret(units, brought.pop("embedder", EMBEDDER), vocabulary=WORDS, **brought)


def vectors_of(units) -> np.ndarray:
    return EMBEDDER.encode([unit.text for unit in units])


def grouped(found: Interpretation) -> set[frozenset[str]]:
    return {frozenset(reading.unit_ids) for reading in found.readings}


def test_vectors_of_the_model_find_what_the_model_finds():
    """`vectors=model.encode(texts)` and `embedder=model` are the same request."""
    own, brought = interpret(UNITS), interpret(UNITS, vectors=vectors_of(UNITS))
    assert brought.elements == own.elements
    assert (brought.given, own.given) == (("vectors",), ())


def test_the_length_of_vectors_says_nothing():
    """Rows of any length, in any type of number, as an array or a data frame: the same readings."""
    vectors = vectors_of(UNITS)
    lengths = np.linspace(0.1, 40, len(vectors))[:, None]
    forms = (vectors * lengths, (vectors * lengths).astype(np.float64), pd.DataFrame(vectors), pl.DataFrame(vectors))
    for form in forms:
        assert grouped(interpret(UNITS, vectors=form)) == grouped(interpret(UNITS))


def test_readings_go_by_the_vectors_and_names_by_the_words():
    """Vectors that put halves together make these the readings; names are still clauses of their notes."""
    sides = np.array([[1.0, 0.02 * at] if at % 2 else [-1.0, 0.02 * at] for at in range(12)])
    found = interpret(UNITS, vectors=sides)
    even = frozenset(unit.id for unit in UNITS[::2])
    assert grouped(found) == {even, frozenset(unit.id for unit in UNITS) - even}
    assert all(reading.label in {unit.text for unit in reading.units} for reading in found.readings)


def test_typicality_is_the_cosine_to_the_centre_of_the_brought_vectors():
    """Worked anew from the rows that were handed in."""
    vectors = np.random.default_rng(3).normal(size=(12, 5)) + 4 * np.eye(5)[[0] * 4 + [1] * 4 + [2] * 4]
    unit = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
    row_of = {each.id: row for row, each in enumerate(UNITS)}
    for reading in interpret(UNITS, vectors=vectors, labels=LABELS).readings:
        rows = [row_of[each.id] for each in reading.units]
        centre = unit[rows].mean(axis=0)
        expected = unit[rows] @ centre / np.linalg.norm(centre)
        assert [each.typicality for each in reading.units] == pytest.approx(expected.tolist(), abs=1e-6)
        assert list(expected) == sorted(expected, reverse=True)


def test_a_row_of_zeros_stands_alone():
    """It says nothing of its note; all others lie as before."""
    vectors = vectors_of(UNITS)
    vectors[[1, 6]] = 0
    found = interpret(UNITS, vectors=vectors)
    assert {unit.id for unit in found.elements[0].alone} == {UNITS[1].id, UNITS[6].id}
    everything = interpret(UNITS, vectors=np.zeros((12, 3)))
    assert (everything.readings, len(everything.elements[0].alone)) == ((), 12)


@pytest.mark.parametrize(
    ("vectors", "said"),
    [
        (np.ones((11, 3)), "vectors has 11 rows for 12 texts"),
        (np.ones(12), "vectors is no table of numbers"),
        (np.ones((12, 2, 2)), "vectors is no table of numbers"),
        (np.full((12, 2), "0.5"), "vectors is no table of numbers"),
        (np.where(np.eye(12) > 0, np.nan, 1.0), "row 1: vectors has a number that is missing or infinite"),
        (np.where(np.eye(12, k=-3) > 0, -np.inf, 1.0), "row 4: vectors has a number that is missing or infinite"),
    ],
)
def test_vectors_that_do_not_fit_are_refused(vectors, said):
    """What is wrong, and where."""
    with pytest.raises(UnusableVectors, match=said):
        interpret(UNITS, vectors=vectors)


def test_labels_give_the_readings_that_they_name():
    """Every cluster is a reading of that name, largest first; nothing is said of what nobody measured."""
    (element,) = interpret(UNITS, labels=LABELS).elements
    assert {reading.given: frozenset(unit.text for unit in reading.units) for reading in element.readings} == {
        "Risk": frozenset(RISK),
        "Joint work": frozenset(JOINT),
        "বিদ্যুৎ": frozenset(POWER),
    }
    assert all(reading.label == reading.given for reading in element.readings)
    assert all(reading.labels or reading.example for reading in element.readings)
    assert {(each.stability, each.stability_measured, each.sure) for each in element.readings} == {(None, False, 0)}
    assert not any(unit.sure or unit.also for reading in element.readings for unit in reading.units)
    assert (element.trust, element.most_readings, element.laid_out) == (None, 0, None)
    assert (element.placed_by_hand, element.placed_by_machine) == ((), ())


def test_clusters_from_anywhere_are_described_as_our_own():
    """Readings that were found, given back as labels: holders, tests, words, names and questions are the same."""
    found = interpret(UNITS)
    number = {unit.id: at for at, reading in enumerate(found.readings) for unit in reading.units}
    given = interpret(UNITS, labels=[number.get(unit.id, -1) for unit in UNITS])
    for ours, theirs in zip(found.readings, given.readings, strict=True):
        assert ours.unit_ids == theirs.unit_ids
        for name in set(type(ours).__slots__) - COMPARABLE:
            assert getattr(theirs, name) == getattr(ours, name), name
        assert [unit.typicality for unit in theirs.units] == [unit.typicality for unit in ours.units]
    (ours,), (theirs,) = found.elements, given.elements
    for name in ("groups", "common_ground", "language_v_measure", "questions", "speech", "heaps", "distinctive"):
        assert getattr(theirs, name) == getattr(ours, name), name


def test_holders_are_those_that_pandas_counts():
    """Counts and shares by team are a cross table of labels and teams, row for row."""
    rng = np.random.default_rng(5)
    labels = rng.integers(-1, 3, len(UNITS)).tolist()
    frame = pd.DataFrame({"team": [unit.attributes["team"] for unit in UNITS], "label": labels})
    table, totals = pd.crosstab(frame["label"], frame["team"]), frame["team"].value_counts()
    found = interpret(UNITS, labels=labels)
    assert {reading.id for reading in found.readings} == {f"culture-{label}" for label in table.index if label >= 0}
    for reading in found.readings:
        label = int(reading.id.rsplit("-", 1)[1])
        for team, holding in reading.held_by["team"].items():
            assert (holding.count, holding.of) == (table.loc[label, team], totals[team])
            assert holding.share == pytest.approx(table.loc[label, team] / totals[team])
        assert set(reading.missing_from["team"]) == set(table.columns[table.loc[label] == 0])
    assert len(found.elements[0].alone) == labels.count(-1)


def test_how_much_the_language_explains_is_what_scikit_learn_says():
    """V-measure of labels and languages."""
    labels = np.random.default_rng(7).integers(0, 3, len(UNITS))
    (element,) = interpret(UNITS, labels=labels).elements
    assert element.language_v_measure == pytest.approx(v_measure_score([unit.language for unit in UNITS], labels))


@pytest.mark.parametrize(
    "alone",
    [-1, None, float("nan"), np.nan, np.int64(-1), -1.0, pd.NA, pd.NaT, "", " ", "-1", -2, np.float32("nan")],
    ids=repr,
)
def test_what_stands_for_alone(alone):
    """-1 and other negative numbers (HDBSCAN has three), None, NaN and blank."""
    (element,) = interpret(UNITS, labels=[alone, *LABELS[1:]]).elements
    assert [unit.id for unit in element.alone] == [UNITS[0].id]
    assert [len(reading.units) for reading in element.readings] == [4, 4, 3]


@pytest.mark.parametrize(
    "form",
    [
        pytest.param(list, id="list"),
        pytest.param(tuple, id="tuple"),
        pytest.param(iter, id="iterator"),
        pytest.param(np.array, id="array"),
        pytest.param(pd.Series, id="series"),
        pytest.param(pd.Categorical, id="categories"),
        pytest.param(pl.Series, id="polars"),
        pytest.param(lambda labels: [f"  {each} " for each in labels], id="spaces"),
        pytest.param(lambda labels: [normalize("NFD", each) for each in labels], id="NFD"),
    ],
)
def test_labels_come_in_any_sequence(form):
    """Lists, arrays, columns; spaces around a name and its Unicode form tell nothing."""
    assert interpret(UNITS, labels=form(LABELS)) == interpret(UNITS, labels=LABELS)


@pytest.mark.parametrize(
    "form",
    [np.array, lambda each: np.array(each, dtype=np.float64), pd.Series, lambda each: np.array(each, dtype=np.uint8)],
)
def test_whole_numbers_come_in_any_type(form):
    """A column with a missing number is one of floats; 3.0 is 3."""
    numbers = [0] * 4 + [7] * 4 + [3] * 4
    found = interpret(UNITS, labels=form(numbers))
    assert {reading.id for reading in found.readings} == {"culture-0", "culture-3", "culture-7"}
    assert found == interpret(UNITS, labels=numbers)


def test_large_numbers_are_not_mixed_up():
    """Two hashes that no float tells apart are two clusters."""
    large = 2**62
    found = interpret(UNITS, labels=[large] * 6 + [large + 1] * 6)
    assert {reading.id for reading in found.readings} == {f"culture-{large}", f"culture-{large + 1}"}


def test_names_and_numbers_never_share_an_id():
    """A named reading gets a number that no label has."""
    found = interpret(UNITS, labels=["Risk"] * 4 + [1] * 3 + ["Joint"] * 2 + [2] * 3)
    ids = [reading.id for reading in found.readings]
    assert len(set(ids)) == 4
    assert {"culture-1", "culture-2", "culture-3", "culture-4"} == set(ids)


@pytest.mark.parametrize("wrong", [1.5, [1], b"a", object(), (0, 1), float("inf")])
def test_a_label_of_another_kind_is_refused_with_its_row(wrong):
    """Neither a text nor a whole number."""
    with pytest.raises(WrongType, match=r"row 3: .* is no label") as caught:
        interpret(UNITS, labels=[*LABELS[:2], wrong, *LABELS[3:]])
    assert isinstance(caught.value, TypeError)


@pytest.mark.parametrize("labels", ["Risk", 3, b"Risk"])
def test_labels_that_are_no_sequence_are_refused(labels):
    """A text is not a sequence of its letters."""
    with pytest.raises(WrongType, match="is no label"):
        interpret(UNITS, labels=labels)


def test_another_number_of_labels_is_refused():
    """Both numbers are said."""
    with pytest.raises(UnusableVectors, match="there are 11 labels for 12 notes"):
        interpret(UNITS, labels=LABELS[1:])


def test_labels_and_a_number_of_readings_contradict_each_other():
    """One of them has to go."""
    with pytest.raises(InputError, match="labels and a number of readings were given"):
        interpret(UNITS, labels=LABELS, readings=3)


def test_two_notes_of_one_id_cannot_be_told_apart():
    """Rows are found by the ids of the notes."""
    with pytest.raises(InputError, match="two notes have the id n2"):
        Brought.of([UNITS[0], UNITS[1], UNITS[0]], labels=[1, 2, 3])


def test_vectors_and_a_number_of_readings_go_together():
    """As many readings as were asked for."""
    found = interpret(UNITS, vectors=vectors_of(UNITS), readings=2)
    assert len(found.readings) == 2
    assert found.elements[0].laid_out == 2


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(order=st.permutations(range(12)), seed=st.integers(0, 5))
def test_row_order_never_changes_the_result(order, seed):
    """Notes, vectors and labels in any order, as long as it is the same one."""
    rng = np.random.default_rng(seed)
    vectors = rng.normal(size=(12, 4)).astype(np.float32)
    labels = rng.integers(-1, 4, 12)
    units = [UNITS[row] for row in order]
    for brought in ({"vectors": vectors}, {"labels": labels}, {"vectors": vectors, "labels": labels}):
        shuffled = {name: each[list(order)] for name, each in brought.items()}
        assert interpret(units, **shuffled) == interpret(UNITS, **brought)


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(renamed=st.permutations(range(4)), seed=st.integers(0, 5))
def test_what_clusters_are_called_never_changes_what_they_are(renamed, seed):
    """Other numbers for the same clusters: the same readings in the same order, but for their ids."""
    labels = np.random.default_rng(seed).integers(0, 4, 12)
    one, other = (interpret(UNITS, labels=each).readings for each in (labels, np.array(renamed)[labels]))
    assert [replace(each, id="") for each in one] == [replace(each, id="") for each in other]


def test_each_element_has_clusters_of_its_own():
    """One label in two elements is two readings, each with the notes of its element."""
    units = [replace(unit, element="Trust" if at % 2 else "Culture") for at, unit in enumerate(UNITS)]
    found = interpret(units, labels=LABELS)
    assert [[reading.given for reading in element.readings].count("Risk") for element in found.elements] == [1, 1]
    assert all(
        unit.element == element.element
        for element in found.elements
        for reading in element.readings
        for unit in reading.units
    )


def test_the_same_words_may_bear_two_labels():
    """A label is of a note, not of its wording."""
    twin = replace(UNITS[0], id="twin", attributes={"team": "C", "participant": "Q"})
    found = interpret([*UNITS, twin], labels=[*LABELS, "Joint work"])
    assert {reading.given: reading.unit_ids for reading in found.readings}["Joint work"].count("twin") == 1


def test_notes_of_one_wording_lie_at_the_mean_of_their_rows():
    """Vectors may tell them apart; in the clustering one wording has one place."""
    from nlp.readings.wordings import Wordings

    twins = [replace(UNITS[0], id=f"t{at}") for at in range(3)]
    points = np.eye(3, dtype=np.float32)
    wordings = Wordings.at(twins, points)
    np.testing.assert_allclose(wordings.vectors, np.full((1, 3), 3**-0.5), atol=1e-6)


def test_the_bundled_model_finds_the_words_where_none_is_named():
    """Labels alone are enough."""
    found = nlp.interpret(UNITS, labels=LABELS)
    assert [reading.given for reading in found.readings].count("Risk") == 1
    assert found.model == nlp.load_embedder().name


def test_what_was_labelled_is_stored_and_edited_like_everything_else():
    """It comes back from JSON as it was, and a person may rename a reading of it."""
    found = interpret(UNITS, labels=[0] * 4 + [1] * 4 + [-1] * 4)
    assert loads(Interpretation, dumps(found)) == found
    reading = found.readings[0]
    seen = Seen(reading.label, note_keys(reading.units))
    edit = Rename(id="e", element="Culture", known=note_keys(UNITS), reading=seen, name="Daring")
    edited = apply_edits(found, (edit,), EMBEDDER, WORDS)
    assert (edited.readings[0].given, edited.readings[0].stability) == ("Daring", None)
    assert edited.given == ("labels",)
    assert not any(reading.stability_measured for reading in edited.readings)


def test_frames_say_only_what_is_known():
    """Of labelled readings neither stability nor trust, nor who placed the notes or gave the names."""
    found = interpret(UNITS, labels=LABELS)
    assert found.to_frame("readings")["stability"].isna().all()
    assert set(found.to_frame("elements")["trust"].fillna("")) == {""}
    notes = found.to_frame("notes")
    assert (set(notes["placed_by"].fillna("")), set(notes["named_by"].fillna(""))) == ({""}, {""})
    assert set(interpret(UNITS, labels=[0] * 12).to_frame("readings")["named_by"]) == {"machine"}
    assert set(interpret(UNITS).to_frame("notes")["placed_by"]) == {"machine"}
