"""Errors: one line that says what is wrong, where, and what to do, kept as messages."""

import pickle

import pytest

from nlp.errors import InputError, MissingColumn, UnreadableFile, at_line, at_row
from nlp.messages import Message

EMPTY, AGAIN = Message("the text is empty"), Message("Fill it in")


@pytest.mark.parametrize(
    ("source", "place", "line"),
    [
        ("notes.csv", at_row(3), "notes.csv, row 3: the text is empty. Fill it in."),
        ("notes.csv", "", "notes.csv: the text is empty. Fill it in."),
        ("", at_line(1200), "line 1,200: the text is empty. Fill it in."),
        ("", "missing", "missing: the text is empty. Fill it in."),
        ("", "", "the text is empty. Fill it in."),
        ("{n}.csv", "", "{n}.csv: the text is empty. Fill it in."),
    ],
)
def test_an_error_is_one_line_in_english(source, place, line):
    """File and place where there are such; braces in the name of a file do no harm."""
    assert str(InputError(source, EMPTY, AGAIN, place)) == line


def test_the_line_keeps_its_parts():
    """So that it can be said in any language: the problem is a template with its values to the end."""
    problem = Message("there is no column {column}", {"column": "text"})
    values = MissingColumn("a.csv", problem, AGAIN, at_row(1)).message.values
    assert values["problem"] == problem
    assert values["remedy"] == AGAIN
    assert values["where"] == Message("{source}, {place}", {"source": "a.csv", "place": at_row(1)})


def test_an_error_comes_back_whole_from_another_process():
    """A reader that runs elsewhere can refuse a file too."""
    error = UnreadableFile("a.csv", EMPTY, AGAIN, at_line(2))
    again = pickle.loads(pickle.dumps(error))
    assert type(again) is UnreadableFile
    assert again.message == error.message
