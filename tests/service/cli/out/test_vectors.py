"""Vectors as files."""

import io
import json
from pathlib import Path

import numpy as np
import pytest
import typer

from nlp.documents.types import Unit
from service.cli.out.vectors import FORMS, writer_of

TEXTS = [Unit("a", "বিশ্বাস", "bn", "n.csv", 2, 0, 7), Unit("b", "trust", "en", "n.csv", 3, 0, 5)]
VECTORS = np.array([[1, 0], [0.6, 0.8]], dtype=np.float32)


def test_an_array_of_numpy():
    """As it was, in the order of the texts."""
    made = io.BytesIO()
    writer_of(Path("v.npy"), "")(made, TEXTS, VECTORS)
    assert (np.load(io.BytesIO(made.getvalue())) == VECTORS).all()


@pytest.mark.parametrize(("path", "form"), [("v.jsonl", ""), ("-", "jsonl"), ("v.npy", "jsonl")])
def test_a_line_for_each_text(path, form):
    """With where it stands; the form that is said comes before the ending."""
    made = io.BytesIO()
    writer_of(Path(path), form)(made, TEXTS, VECTORS)
    first, second = map(json.loads, made.getvalue().decode().splitlines())
    assert first == {"text": "বিশ্বাস", "source": "n.csv", "line": 2, "vector": [1.0, 0.0]}
    assert second["vector"] == pytest.approx([0.6, 0.8])


@pytest.mark.parametrize("form", FORMS)
def test_a_full_disk_is_told_as_such(form, tmp_path):
    """With the reason that the system gives, whatever writes."""

    class Full(io.FileIO):
        def write(self, _data):
            raise OSError(28, "No space left on device")

    with Full(tmp_path / "full", "wb") as full, pytest.raises(OSError, match="No space left"):
        writer_of(Path("-"), form)(full, TEXTS, VECTORS)


def test_another_form_is_wrong_usage(capsys):
    """One line names those that there are."""
    with pytest.raises(typer.Exit):
        writer_of(Path("-"), "csv")
    assert capsys.readouterr().err == "--format is one of npy, jsonl\n"
