"""Progress: it rises, it ends in exactly 1, and one element has steps of its own."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import nlp
from nlp.documents.types import Unit
from nlp.progress import Rising, part_of
from tests.embedders import BagOfWords

TEXTS = ["we dare to risk", "risk is daring", "we work jointly", "joint work", "ঝুঁকি নিই", "जोखिम लिन्छौं"]


def notes(elements: int) -> list[Unit]:
    return [Unit(f"n{at}", text, "en", "n.csv", at, 0, len(text), f"E{at % elements}") for at, text in enumerate(TEXTS)]


def steps(units, **asked) -> list[float]:
    told: list[float] = []
    nlp.interpret(units, asked.pop("embedder", BagOfWords()), by=(), progress=told.append, **asked)
    return told


@pytest.mark.parametrize("elements", [1, 2, 3, 6])
@pytest.mark.parametrize("embedder", [BagOfWords(), nlp.load_embedder(), BagOfWords().encode])
def test_it_rises_and_ends_in_one(elements, embedder):
    """However many elements there are, whatever the model."""
    told = steps(notes(elements), embedder=embedder)
    assert told == sorted(set(told))
    assert told[0] > 0
    assert told[-1] == 1.0
    assert told.count(1.0) == 1


def test_one_element_has_steps():
    """Somebody with a single element sees it go on, too."""
    assert len(steps(notes(1))) >= 3


def test_a_slow_model_is_followed_while_it_encodes():
    """Every few hundred texts, before anything else begins."""
    units = [replace(notes(1)[0], id=f"m{at}", text=f"risk {at} daring") for at in range(600)]
    told = steps(units)
    assert told[:3] == pytest.approx([0.3 * 256 / 600, 0.3 * 512 / 600, 0.3])


@pytest.mark.parametrize(
    "brought",
    [{"vectors": np.eye(6)}, {"labels": [0, 0, 1, 1, -1, -1]}, {"vectors": np.eye(6), "labels": list("aabbcc")}],
)
def test_it_ends_in_one_with_what_is_brought(brought):
    """Vectors and labels, too."""
    told = steps(notes(2), **brought)
    assert (told, told[-1]) == (sorted(set(told)), 1.0)


def test_what_was_kept_counts_as_done():
    """An element that is given back as it was found before takes its part at once."""
    kept = {each.element: each for each in nlp.interpret(notes(3), BagOfWords(), by=()).elements}
    told = steps(notes(3), once=lambda name, *_: kept[name])
    assert told == pytest.approx([1 / 3, 2 / 3, 1.0])
    assert told[-1] == 1.0


@given(parts=st.lists(st.floats(0, 2)))
def test_it_never_goes_back(parts):
    """Only what is more than before is told, and never more than all."""
    told: list[float] = []
    rising = Rising(told.append)
    for part in parts:
        rising(part)
    assert told == sorted({min(part, 1.0) for part in told})
    assert max(parts, default=0) <= 0 or max(told) == min(max(parts), 1.0)


def test_a_part_of_the_whole():
    """Half of a step from 0.2 to 0.6 is 0.4."""
    told: list[float] = []
    part_of(told.append, 0.2, 0.6)(0.5)
    assert told == pytest.approx([0.4])
