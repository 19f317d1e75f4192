"""Which end of a ladder is the best, told from what the names of its levels are like."""

import numpy as np
import pytest

from nlp.documents.tables.level_names import known_grades
from nlp.documents.types import Descriptor
from nlp.embedding import load_embedder
from nlp.rubrics.level_likeness import likely_order
from nlp.rubrics.level_orders import OrderFound
from nlp.rubrics.levels import Direction, LevelRanks

LADDERS = [
    ("Va bien", "A medias", "Atascado"),
    ("Ça marche bien", "En chemin", "Bloqué"),
    ("Iko vizuri", "Inaendelea", "Haijaanza"),
    ("पूर्ण", "केही", "छैन"),
    ("সবসময়", "মাঝে মাঝে", "কখনো না"),
    ("Always", "Sometimes", "Never"),
]


@pytest.mark.parametrize("levels", LADDERS)
@pytest.mark.parametrize("best_first", [True, False])
def test_ladders_of_names_that_nobody_knows(levels: tuple[str, ...], best_first: bool):
    """The better end is found in whichever direction the rubric is written."""
    written = levels if best_first else levels[::-1]
    assert not {level.casefold() for level in (levels[0], levels[-1])} & known_grades().keys()
    order = likely_order(written, OrderFound.COLUMNS, load_embedder())
    assert order.found is OrderFound.LIKENESS
    assert sorted(order.heights, key=lambda level: -order.heights[level]) == list(levels)


@pytest.mark.parametrize(
    "levels", [("Red", "Blue"), ("A", "B"), ("1", "2", "3"), ("Seed", "Sapling", "Tree"), ("Ω", "Ψ")]
)
def test_nothing_is_told_of_names_that_say_nothing(levels: tuple[str, ...]):
    """Numbers, letters, colours and images stay what they were: a question."""
    order = likely_order(levels, OrderFound.COLUMNS, load_embedder())
    assert order.found is not OrderFound.LIKENESS


def test_an_order_that_is_known_goes_before():
    """Known names and what people say are never overruled."""
    order = likely_order(("Weak", "Fair", "Good"), OrderFound.COLUMNS, load_embedder())
    assert order.found is OrderFound.NAMES
    rows = [Descriptor(level, "Money", level, f"we do {level}", "es", "lima.csv", 2, "Lima") for level in LADDERS[0]]
    (found,) = LevelRanks.of(rows, embedder=load_embedder()).ladders
    (given,) = LevelRanks.of(rows, {"Lima": LADDERS[0][::-1]}, load_embedder()).ladders
    assert (found.found, found.direction, given.found) == (
        OrderFound.LIKENESS,
        Direction.BEST_FIRST,
        OrderFound.GIVEN,
    )
    assert found.levels == LADDERS[0] == given.levels[::-1]


def test_known_names_are_told_apart_when_left_out():
    """Of known names by turns left out of the regression nearly none is taken for its opposite."""
    embedder = load_embedder()
    names = [name for name, told in zip(known_grades(), embedder.known(list(known_grades())), strict=True) if told]
    vectors = np.asarray(embedder.encode(names), dtype=np.float64)
    grades = np.array([known_grades()[name] - 3 for name in names], dtype=np.float64)
    guessed = np.zeros(len(names))
    for fold in range(5):
        out = np.arange(len(names)) % 5 == fold
        kept = vectors[~out]
        guessed[out] = vectors[out] @ np.linalg.solve(kept.T @ kept + 3 * np.eye(kept.shape[1]), kept.T @ grades[~out])
    apart = guessed[grades > 0][:, None] - guessed[grades < 0][None]
    assert (apart >= 0.5).mean() > 0.9
    assert (apart <= -0.5).mean() < 0.005
