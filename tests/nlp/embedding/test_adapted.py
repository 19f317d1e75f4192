"""An embedder is anything with `encode`: what it gives is checked, what it does not tell is found out."""

import numpy as np
import pytest
from scipy.sparse import csr_matrix
from sklearn.feature_extraction.text import TfidfVectorizer

import nlp
from nlp.documents.types import Unit
from nlp.embedding import AdaptedEmbedder, as_embedder, load_embedder
from nlp.errors import InputError, ManyvoicesError, UnusableVectors, WrongType
from tests.embedders import BagOfWords

TEXTS = ["trust grows", "বিশ্বাস বাড়ে", "विश्वास बढ्छ", "bishwas barche 🙂"]
NUMBERS = np.arange(1, 13, dtype=np.float64).reshape(4, 3)


class OnlyEncodes:
    """What sentence-transformers offers, and nothing else that is asked for here."""

    def __init__(self, rows=NUMBERS):
        self.rows = rows
        self.asked = []

    def encode(self, sentences, **_):
        """Rows for as many texts as there are."""
        self.asked.append(sentences)
        return self.rows[: len(sentences)]


def notes(texts, teams="AB"):
    return [
        Unit(f"n{at}", text, "en", "notes.csv", at, 0, len(text), "Trust", {"team": teams[at % len(teams)]})
        for at, text in enumerate(texts)
    ]


def test_rows_come_at_unit_length():
    """Whatever the model's own length; the direction stays."""
    vectors = as_embedder(OnlyEncodes()).encode(TEXTS)
    np.testing.assert_allclose(vectors, NUMBERS / np.linalg.norm(NUMBERS, axis=1, keepdims=True), rtol=1e-6)
    assert vectors.dtype == np.float32


@pytest.mark.parametrize(
    "form",
    [
        pytest.param(np.asarray, id="array"),
        pytest.param(np.ndarray.tolist, id="lists"),
        pytest.param(csr_matrix, id="sparse"),
        pytest.param(lambda rows: rows.astype(np.float16), id="half"),
        pytest.param(lambda rows: rows.astype(int), id="whole numbers"),
        pytest.param(lambda rows: rows.astype(object), id="objects"),
        pytest.param(lambda rows: rows * 1e300, id="very large"),
        pytest.param(lambda rows: rows * 1e-320, id="very small"),
    ],
)
def test_any_table_of_numbers_will_do(form):
    """Types of numbers, lists and sparse matrices say the same, as far as their digits go."""
    expected = NUMBERS / np.linalg.norm(NUMBERS, axis=1, keepdims=True)
    np.testing.assert_allclose(as_embedder(lambda _: form(NUMBERS)).encode(TEXTS), expected, atol=2e-3)


def test_tensors_and_frames_will_do():
    """What torch and pandas hold is a table of numbers too."""
    import pandas as pd
    import torch

    for made in (torch.tensor(NUMBERS), pd.DataFrame(NUMBERS)):
        assert as_embedder(lambda _, made=made: made).encode(TEXTS).shape == (4, 3)


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (NUMBERS[:3], "has 3 rows for 4 texts"),
        (NUMBERS[0], "is no table of numbers"),
        (np.zeros((4, 0)), "is no table of numbers"),
        (np.array([["a"]] * 4), "is no table of numbers"),
        (NUMBERS * 1j, "is no table of numbers"),
        (None, "is no table of numbers"),
        ([[1.0, 2.0], [1.0], [2.0], [3.0]], "is no table of numbers"),
        (np.where(NUMBERS == 8, np.nan, NUMBERS), "row 3: OnlyEncodes has a number that is missing or infinite"),
        (np.where(NUMBERS == 2, np.inf, NUMBERS), "row 1: OnlyEncodes has a number that is missing or infinite"),
    ],
)
def test_what_is_no_row_of_numbers_for_each_text_is_refused(rows, said):
    """One line that names the model and the row."""
    broken = OnlyEncodes()
    broken.encode = lambda _: rows
    with pytest.raises(UnusableVectors, match=said) as caught:
        as_embedder(broken).encode(TEXTS)
    assert isinstance(caught.value, ManyvoicesError)
    assert isinstance(caught.value, ValueError)
    assert "\n" not in str(caught.value)


def test_a_model_is_called_as_it_calls_itself():
    """Its name, else that of the function or class."""

    def letters(texts):
        return [[len(text)] for text in texts]

    named = OnlyEncodes()
    named.model_name = "ours-small"
    names = [as_embedder(model).name for model in (named, OnlyEncodes(), letters)]
    assert names == ["ours-small", "OnlyEncodes", "letters"]


def test_the_dimension_is_found_once():
    """Where the model does not tell it, one word is encoded; no texts then have rows of that length."""
    model = OnlyEncodes()
    embedder = as_embedder(model)
    assert embedder.encode([]).shape == (0, 3)
    assert embedder.dimension == 3
    assert len(model.asked) == 1


def test_two_around_one_model_are_equal():
    """What is kept beside a model is found again; another model is another one."""
    model = OnlyEncodes()
    assert as_embedder(model) == as_embedder(model)
    assert hash(as_embedder(model)) == hash(as_embedder(model))
    assert as_embedder(model) != as_embedder(OnlyEncodes())


def test_an_embedder_stays_what_it_is():
    """Nothing is put before a model that tells all; a path, a name or nothing is loaded."""
    own = BagOfWords()
    assert as_embedder(own) is own
    bundled = as_embedder()
    assert as_embedder(bundled.folder).name == as_embedder(str(bundled.folder)).name == bundled.name


@pytest.mark.parametrize("model", [3, object(), OnlyEncodes, {"encode": 1}])
def test_what_cannot_encode_is_refused(model):
    """A class is no model yet."""
    with pytest.raises(WrongType, match="cannot encode texts") as caught:
        as_embedder(model)
    assert isinstance(caught.value, TypeError)


@pytest.mark.parametrize("embedder", [load_embedder(), AdaptedEmbedder(OnlyEncodes())], ids=["bundled", "adapted"])
def test_one_text_gives_one_vector(embedder):
    """A text gives (d,), a list (n, d), an empty list (0, d), as sentence-transformers does."""
    d = embedder.dimension
    assert embedder.encode("trust grows").shape == (d,)
    assert embedder.encode(["trust grows"]).shape == (1, d)
    assert embedder.encode([]).shape == (0, d)
    np.testing.assert_array_equal(embedder.encode("trust grows"), embedder.encode(["trust grows"])[0])


@pytest.mark.parametrize("wrong", [None, float("nan"), 3, b"trust"])
@pytest.mark.parametrize("embedder", [load_embedder(), AdaptedEmbedder(OnlyEncodes())], ids=["bundled", "adapted"])
def test_what_is_no_text_is_refused_with_its_row(embedder, wrong):
    """The row of the list, from one."""
    with pytest.raises(WrongType, match=r"row 2: .* is no text"):
        embedder.encode(["trust", wrong])


def test_numpy_strings_and_series_are_texts():
    """An array of texts and a column give what a list gives."""
    import pandas as pd

    embedder = load_embedder()
    expected = embedder.encode(TEXTS)
    for texts in (np.array(TEXTS), pd.Series(TEXTS), tuple(TEXTS)):
        np.testing.assert_array_equal(embedder.encode(texts), expected)


RISK = ["we dare to take a risk", "a risk is taken and we dare", "taking risk needs daring to risk", "dare risk dare"]
JOINT = ["joint work with everybody", "work joint work", "joint effort is work together", "everybody does joint work"]


def test_a_function_finds_readings():
    """TF-IDF of scikit-learn is a model: a sparse table whose rows of unknown words are zero."""
    vectorizer = TfidfVectorizer().fit([*RISK, *JOINT])
    units = notes([*RISK, *JOINT, "বিদ্যুৎ নেই"])
    found = nlp.interpret(units, vectorizer.transform)
    (element,) = found.elements
    texts = {frozenset(unit.text for unit in reading.units) for reading in element.readings}
    assert texts == {frozenset(RISK), frozenset(JOINT)}
    assert [unit.text for unit in element.alone] == ["বিদ্যুৎ নেই"]
    assert found.model == "transform"


def test_every_door_takes_any_model():
    """Sorting, rubrics and edits ask no more of a model than interpreting does."""
    from nlp.documents.types import Descriptor
    from nlp.readings.edits.apply import apply_edits

    def bag(texts):
        return BagOfWords().encode(texts)

    units = notes([*RISK, *JOINT])
    assert nlp.sort_notes(units, {"n0": "Risk", "n4": "Joint"}, bag).elements[0].readings
    rubric = [
        Descriptor(f"{team}{at}", "Trust", "well-functioning", text, "en", "r.csv", at, team)
        for team in ("A", "B")
        for at, text in enumerate(RISK[:2])
    ]
    assert nlp.compare_rubrics(rubric, bag).elements
    found = nlp.interpret(units, bag)
    assert apply_edits(found, (), bag) == found


def test_a_model_that_tells_all_and_one_that_only_encodes_find_the_same():
    """`known` and `name` add nothing where every text has words."""
    units = notes([*RISK, *JOINT])
    whole = nlp.interpret(units, BagOfWords())
    bare = nlp.interpret(units, BagOfWords().encode)
    assert bare.elements == whole.elements


def test_an_input_error_names_what_was_handed_in():
    """All of these are errors of the input, for whoever catches them."""
    with pytest.raises(InputError):
        nlp.interpret(notes(RISK), lambda _: [[0.5]])
