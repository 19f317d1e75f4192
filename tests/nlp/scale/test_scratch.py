"""Large arrays that lie in files: the same numbers, nothing left behind, and memory where there is no disk."""

import errno
import os

import numpy as np
import pytest

from nlp import Unit, interpret
from nlp.scale import scratch


@pytest.fixture
def all_on_disk(monkeypatch, tmp_path):
    """Have every array lie in a file, and the folder of these files."""
    monkeypatch.setattr(scratch, "ON_DISK_FROM", 1)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    return tmp_path


def test_an_array_is_filled_and_leaves_nothing(all_on_disk):
    """It is an array like any other, and its file has no name."""
    found = scratch.empty((3, 4), np.float64)
    found[:] = np.arange(12).reshape(3, 4)
    assert found.sum() == 66
    assert list(all_on_disk.iterdir()) == []


def test_a_full_disk_leaves_it_in_memory(all_on_disk, monkeypatch):
    """It is told when the room is taken, not by a signal later."""

    def full(*_):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(scratch, "_reserve", full)
    found = scratch.empty((2, 2), np.float32)
    found[:] = 1
    assert found.base is None


@pytest.mark.parametrize("limit", [1, 200_000_000])
def test_rows_are_taken_as_by_an_index(limit, monkeypatch):
    """On disk and in memory, more of them than are moved at once."""
    monkeypatch.setattr(scratch, "ON_DISK_FROM", limit)
    rows = np.random.default_rng(0).random((50, 3), dtype=np.float32)
    places = np.random.default_rng(1).integers(0, 50, 20_000)
    assert np.array_equal(scratch.taken(rows, places), rows[places])


def test_readings_are_the_same_on_disk(all_on_disk, monkeypatch):
    """To the byte: more notes than are clustered one by one, a few of them unknown to the model, some said twice."""
    words = ["trust", "plan", "river", "বিশ্বাস", "विश्वास", "খাতা", "money", "listen"]
    texts = [f"{words[n % 8]} {words[n * 7 % 5]} {words[n * 3 % 7]} {n % 400}" for n in range(600)] + ["⌘⌘⌘", "⍟⍟"]
    teams = ("Nepal", "Kenya", "Peru")
    units = [Unit.of(text, line=line, team=teams[line % 3], language="en") for line, text in enumerate(texts)]
    on_disk = interpret(units)
    monkeypatch.setattr(scratch, "ON_DISK_FROM", 200_000_000)
    assert on_disk.to_json() == interpret(units).to_json()
