"""Turns from a data frame, rows, lines or a table whose columns are named."""

import datetime as dt
import io
from math import inf, nan

import pandas as pd
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp import Turn, read_transcript
from nlp.errors import ManyvoicesError, MissingColumn, NoSpeakers, NothingToAnalyse, WrongType, WrongValue

ROWS = [
    {"speaker": "Rina", "start": 0.0, "end": 2.5, "text": "We decide together"},
    {"speaker": "রাম", "start": 2.5, "end": 4, "text": "हजुर"},
]
FRAME = pd.DataFrame(ROWS)
TURNS = (Turn("Rina", 0.0, 2.5, "We decide together", 2), Turn("রাম", 2.5, 4.0, "हजुर", 3))


@pytest.mark.parametrize("handed", [FRAME, pl.DataFrame(FRAME.to_dict("list")), ROWS, FRAME.to_dict("list"), iter(ROWS),
                                    list(TURNS), io.StringIO(FRAME.to_csv(index=False))], ids=type)  # fmt: skip
def test_rows_are_the_turns_that_a_csv_has(handed):
    """The header is row 1; turns that were read are turns again."""
    found = read_transcript(handed)
    assert found.turns == TURNS == read_transcript("x.csv", FRAME.to_csv(index=False).encode()).turns
    assert found.timed
    assert found.form == "table"


def test_columns_can_be_named():
    """Those of rows, and of a table in a file; another one of that meaning counts no longer."""
    names = {"speaker": "wer", "start": "von", "end": "bis", "text": "was"}
    frame = FRAME.rename(columns=names).assign(speaker="nobody")
    assert read_transcript(frame, **names).turns == TURNS
    assert read_transcript("x.csv", frame.to_csv(index=False).encode(), **names).turns == TURNS
    assert read_transcript(frame, **names, source="s").name == "s"


def test_headers_are_understood_in_many_languages():
    """As those of files are."""
    assert read_transcript([{"বক্তা": "রিনা", "কথা": "ভালো"}]).turns == (Turn("রিনা", None, None, "ভালো", 2),)


def test_lines_are_a_transcript():
    """A text alone is a path."""
    assert [turn.speaker for turn in read_transcript(["Rina: We decide", "Ram: Yes"]).turns] == ["Rina", "Ram"]
    with pytest.raises(FileNotFoundError):
        read_transcript("Rina: We decide")


def test_seconds_are_seconds():
    """Whole ones too; integers far apart are milliseconds, as in a file; durations are what they say."""
    whole = [{**ROWS[0], "start": 0.0, "end": 900.0}, {**ROWS[1], "start": 900.0, "end": 1800.0}]
    assert [turn.end for turn in read_transcript(whole).turns] == [900, 1800]
    spans = [
        {**row, "start": pd.Timedelta(seconds=row["start"]), "end": dt.timedelta(seconds=row["end"])} for row in ROWS
    ]
    assert read_transcript(spans).turns == TURNS


@pytest.mark.parametrize(("change", "line"), [
    ({"start": nan}, "rows[1]: start is missing, though other turns have it. Give the seconds"),
    ({"end": None}, "rows[1]: end is missing, though other turns have it. Give the seconds"),
    ({"start": -1.0}, "rows[1]: start is no time: -1. Give the seconds"),
    ({"start": inf}, "rows[1]: start is no time: inf. Give the seconds"),
    ({"start": 1.7e9}, "rows[1]: start is no time: 1700000000. Give the seconds"),
    ({"start": "soon"}, "rows[1]: start is no time: soon. Give the seconds"),
    ({"start": dt.date(2026, 3, 4)}, "rows[1]: start is no time: 2026-03-04. Give the seconds"),
    ({"start": 9}, "rows[1]: the end (4) is before the start (9). Give the seconds"),
    ({"start": "0:09", "end": "0:04"}, "rows[1]: the end (0:04) is before the start (0:09). Give the seconds"),
])  # fmt: skip
def test_a_time_that_cannot_be_is_refused_with_its_row(change, line):
    """One that lacks would silently make shares of letters of all shares of time."""
    with pytest.raises(WrongValue) as raised:
        read_transcript([ROWS[0], {**ROWS[1], **change}])
    assert str(raised.value).startswith(line)


def test_turns_without_words_and_without_times_are_read_as_in_a_file():
    """The former are counted, the latter make a record without times."""
    found = read_transcript([ROWS[0], {**ROWS[1], "text": None, "start": nan}])
    assert (len(found.turns), found.unread.lines) == (1, 1)
    assert not read_transcript(FRAME[["speaker", "text"]]).timed


@pytest.mark.parametrize(("handed", "error", "line"), [
    (None, WrongType, 'rows must be DataFrame | list[dict] | dict[str, list] | list[str], not None. Write [{"sp'),
    ([{**ROWS[0], "text": 5}], WrongType, "rows[0]: text must be str, not int (5)."),
    ([{**ROWS[0], "speaker": ["a"]}], WrongType, "rows[0]: speaker must be str, not list."),
    ([], NothingToAnalyse, "there are no turns."),
    ([{**ROWS[0], "text": ""}], NothingToAnalyse, "there are no turns."),
    ([{**ROWS[0], "speaker": None}], NoSpeakers, "no line says who speaks. Give every turn its speaker."),
    (FRAME.rename(columns={"speaker": "wer"}), MissingColumn, "there is no column speaker; the columns are: wer"),
    (read_transcript(ROWS), WrongType, "rows must be DataFrame | list[dict], not Transcript. It has been read"),
], ids=str)  # fmt: skip
def test_what_holds_no_turns_is_refused(handed, error, line):
    """In one line, with the remedy."""
    with pytest.raises(error) as raised:
        read_transcript(handed)
    assert str(raised.value).startswith(line)


def test_a_column_that_is_not_there_is_refused():
    """In rows, in a table, and in what is no table."""
    for handed in ((FRAME,), ("x.csv", b"a,b\nc,d\n")):
        with pytest.raises(MissingColumn, match="there is no column wer; the columns are"):
            read_transcript(*handed, speaker="wer")
    with pytest.raises(ManyvoicesError, match="no table, so no column can be named"):
        read_transcript("x.vtt", b"WEBVTT\n\n00:01.000 --> 00:02.000\nRina: hello\n", speaker="wer")


CELL = st.one_of(st.none(), st.text(max_size=5), st.floats(), st.integers(), st.binary(max_size=2))


@given(st.lists(st.dictionaries(st.sampled_from(["speaker", "text", "start", "end", "x"]), CELL), max_size=4))
def test_nothing_raw_comes_from_inside(rows):
    """Whatever stands in the cells: turns with times that can be, or one line."""
    try:
        turns = read_transcript(rows).turns
    except ManyvoicesError:
        return
    assert all(turn.start is None or turn.end is None or 0 <= turn.start <= turn.end for turn in turns)
