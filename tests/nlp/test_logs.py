"""The logger `manyvoices`: silent by default, useful to who listens, and never telling what people wrote."""

import logging
import subprocess
import sys
from pathlib import Path

import pytest

import nlp
from nlp.documents.types import Descriptor, Unit
from nlp.logs import LOG, step, told
from tests.embedders import BagOfWords

NOTES = "text,team,element\nWe dare,Rahima's team,Daring\nঝুঁকি নিই,B,Daring\nhami jokhim linchhau,B,Daring\n"
TURNS = "WEBVTT\n\n00:00.000 --> 00:02.000\n<v Rahima>We dare.\n\n00:02.000 --> 00:03.000\n<v Sita>Yes.\n"
ROOT = Path(__file__).parents[2]
WRITTEN = ("dare", "Daring", "ঝুঁকি", "jokhim", "Rahima", "Sita", "notes-of", "risk")


def everything():
    """Call each public function once."""
    notes = nlp.read_document("notes-of-rahima.csv", NOTES.encode())
    nlp.interpret(notes.units, BagOfWords())
    nlp.interpret(notes.units, BagOfWords(), labels=[0, 0, -1])
    nlp.sort_notes(notes.units, {notes.units[0].id: "risk"}, BagOfWords())
    nlp.measure_participation(nlp.read_transcript("notes-of-rahima.vtt", TURNS.encode()), by=())
    rubric = [Descriptor(t, "Daring", "well-functioning", "We dare", "en", "r.csv", 1, t) for t in ("A", "B")]
    nlp.compare_rubrics(rubric, BagOfWords())
    nlp.load_embedder()


def test_nobody_hears_it_who_does_not_listen():
    """A program without any logging prints nothing."""
    code = "from tests.nlp.test_logs import everything; everything()"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == ("", "")


def test_what_was_done_is_told_at_info(caplog):
    """One line for each call, with counts and seconds."""
    with caplog.at_level(logging.INFO, "manyvoices"):
        everything()
    told = [(record.name, record.getMessage().partition(" (")[0]) for record in caplog.records]
    assert told == [
        ("manyvoices.documents", "3 notes, 0 lines left out"),
        ("manyvoices.readings", "3 notes on 1 elements: 0 readings, 3 notes alone; bag-of-words"),
        ("manyvoices.readings", "3 notes on 1 elements: 1 readings, 1 notes alone; bag-of-words, given labels"),
        ("manyvoices.transcripts", "a transcript"),
        ("manyvoices.participation", "2 people who spoke and 0 who did not, measured by seconds"),
        ("manyvoices.rubrics", "2 rubrics, 1 elements: 1 pairs match, 0 are close"),
        ("manyvoices.embedding", "model manyvoices-static-1 loaded, 256 numbers a vector"),
    ]
    assert all(record.getMessage().endswith(" s)") for record in caplog.records)


def test_steps_are_told_at_debug(caplog):
    """How long each step of an element took."""
    units = [Unit(f"n{at}", f"word{at}", "en", "n.csv", at, 0, 5) for at in range(3)]
    with caplog.at_level(logging.DEBUG, "manyvoices"):
        nlp.interpret(units, BagOfWords(), by=())
    steps = [record.getMessage() for record in caplog.records if record.levelno == logging.DEBUG]
    assert [line.partition(" (")[0] for line in steps] == [
        "read 3 notes",
        "laid out 3 wordings",
        "described 0 readings",
    ]


def test_nothing_that_people_wrote_is_told(caplog):
    """No words, no names of people, files or elements, at any level."""
    with caplog.at_level(logging.DEBUG, "manyvoices"):
        everything()
    said = " ".join(record.getMessage() for record in caplog.records)
    assert said
    assert [word for word in WRITTEN if word in said] == []


def test_the_logger_is_a_library_s():
    """It has a handler that does nothing, no level of its own, and hands on to the root."""
    assert LOG.name == "manyvoices"
    assert any(isinstance(handler, logging.NullHandler) for handler in LOG.handlers)
    assert LOG.propagate


def test_what_fails_is_not_told_as_done(caplog):
    """Neither a call nor a step."""

    @told("test", str)
    def fails() -> int:
        raise KeyError

    with caplog.at_level(logging.DEBUG, "manyvoices"):
        with pytest.raises(KeyError):
            fails()
        with pytest.raises(KeyError), step("test", "was done"):
            raise KeyError
    assert caplog.records == []


def test_a_function_that_is_told_stays_what_it_is():
    """Its name, its documentation and its signature."""
    from inspect import signature

    assert nlp.interpret.__name__ == "interpret"
    assert "labels" in signature(nlp.interpret).parameters
    assert nlp.interpret.__doc__.startswith("Find the readings")
