import shutil

import pytest

from corpora import GOLD
from nlp import Unit
from service.models.comparison import compare_models, seconds_for_thousand
from tests.embedders import BagOfWords


@pytest.fixture
def gold(tmp_path):
    """One gold set of each kind."""
    for kind in ("notes", "statements", "programme"):
        source = next(iter(sorted(GOLD.glob(f"{kind}-*.csv"))))
        lines = source.read_text(encoding="utf-8").splitlines()
        (tmp_path / source.name).write_text("\n".join(lines[:11]), encoding="utf-8")
    shutil.copytree(GOLD / "transcripts", tmp_path / "transcripts")
    return tmp_path


def test_two_models_are_measured_on_the_same_notes(gold):
    """The user's own element by element, the gold sets by their means; one model beside itself is no better."""
    said = {"early": "we are told early of all plans", "late": "news comes late to the field"}
    notes = [
        Unit.of(f"{text} {number}", element="Trust", reading=name) for name, text in said.items() for number in range(3)
    ]
    found = compare_models(BagOfWords(), BagOfWords(), notes, gold)
    assert {each.of for each in found.figures} == {
        "Trust",
        "mean of notes",
        "mean of statements",
        "mean of programme",
    }
    assert all(each.first == pytest.approx(each.second, nan_ok=True) for each in found.figures)
    own = {each.measure: each.first for each in found.figures if each.of == "Trust"}
    assert own["adjusted_rand"] == 1.0
    assert {"v_measure", "sorting_best_right"} <= own.keys()
    assert found.first_unread == found.second_unread == ("en", "bn", "ne")


def test_seconds_are_of_a_thousand_notes(gold):
    """Above nothing, whatever the machine."""
    assert seconds_for_thousand(BagOfWords(), gold) > 0
