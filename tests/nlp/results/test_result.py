"""Every result stays as it is, wherever it is sent."""

import copy
import pickle
from concurrent.futures import ProcessPoolExecutor
from dataclasses import is_dataclass
from enum import Enum
from multiprocessing import get_context

import pytest

from nlp.frames.results import RESULTS
from nlp.frozen import FrozenDict
from tests.nlp.results.every_kind import everything_in

FIRM = (str, int, float, bool, type(None), Enum)


def test_there_is_one_of_every_kind(results):
    """So that the tests here leave none out."""
    assert {type(each) for each in results} == set(RESULTS)


def test_nothing_in_a_result_can_be_changed(results):
    """No list, no plain dictionary, no array, and no dataclass that is not frozen."""
    for result in results:
        for each in everything_in(result):
            if is_dataclass(each):
                assert type(each).__dataclass_params__.frozen
            else:
                assert isinstance(each, (*FIRM, tuple, frozenset, FrozenDict)), type(each)


def test_results_are_hashable(results):
    """Equal ones have one hash."""
    assert len({*results, *copy.deepcopy(results)}) == len(results)


@pytest.mark.parametrize("protocol", range(2, pickle.HIGHEST_PROTOCOL + 1))
def test_results_can_be_pickled(results, protocol):
    """As processes, Dask and joblib do."""
    assert pickle.loads(pickle.dumps(results, protocol)) == results


def test_results_go_to_another_process_and_back(results):
    """Equal, and with the hash of this process."""
    with ProcessPoolExecutor(1, get_context("spawn")) as pool:
        back = pool.submit(copy.copy, results).result()
    assert back == results
    assert [hash(each) for each in back] == [hash(each) for each in results]


def test_a_result_is_one_short_line(results):
    """However many notes it holds; with the fields that tell what it is."""
    for result in results:
        assert repr(result).startswith(f"{type(result).__name__}(")
        assert len(repr(result)) < 1500
        assert "\n" not in repr(result)


def test_the_line_says_how_much_there_is(results):
    """Of long fields; short ones stand in full, and those that are as usual are left out."""
    notes = results[0]
    assert repr(notes).startswith(f"Notes(name='notes-2026-09-bangladesh.csv', units=<{len(notes.units)} Unit>")
    assert "unread" not in repr(notes)
    long = type(notes)("x" * 100, (), remarks=())
    assert repr(long) == f"Notes(name='{'x' * 60}…', units=())"
