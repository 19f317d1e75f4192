import pytest

from nlp.errors import InputError, MissingColumn
from nlp.transcripts import read_segments, read_transcript
from nlp.transcripts.agenda import segments_in_notes
from nlp.transcripts.types import Segment
from tests.nlp.documents.office import xlsx


def test_notes_name_segments_with_a_time_or_before_a_cue():
    """Other notes do not."""
    lines = [
        "WEBVTT",
        "NOTE Topic 1 from 00:00:05.500: Money, again",
        "NOTE This file was made by hand",
        "NOTE Agenda item 2: বাজেট",
        "",
        "00:10.000 --> 00:12.000",
        "<v Asha>part of it",
        "NOTE Chapter: वर्षा",
    ]
    assert segments_in_notes(lines) == (Segment("Money, again", 5.5, line=2), Segment("বাজেট", 10.0, line=4))


def test_a_column_names_segments():
    """An empty cell belongs to the segment before; times come from the rows."""
    table = "speaker,text,start,end,topic\n" + "".join(
        f"{who},words,{n * 10},{n * 10 + 9},{topic}\n"
        for n, (who, topic) in enumerate(
            [("A", "Opening"), ("B", ""), ("A", "Opening"), ("B", "Budget"), ("A", "Budget"), ("B", "Budget")]
        )
    )
    assert read_transcript("s.csv", table.encode()).segments == (
        Segment("Opening", 0.0, line=2),
        Segment("Budget", 30.0, line=5),
    )


def test_numbers_of_rows_are_no_segments():
    """A column that changes with every row says nothing of the agenda."""
    table = "speaker,text,segment\n" + "".join(f"{'AB'[n % 2]},words,{n}\n" for n in range(9))
    assert read_transcript("s.csv", table.encode()).segments == ()


@pytest.mark.parametrize(
    "data",
    [
        b"start,end,name\n0:00,10:00,Opening\n600,,Budget\n",
        "শুরু;শেষ;বিষয়\n0:00;10:00;Opening\n0:10:00;;Budget\n".encode(),
        xlsx(["Start", "End", "Topic"], ["0:00:00", "0:10:00", "Opening"], [600, None, "Budget"]),
    ],
    ids=["csv", "bangla", "xlsx"],
)
def test_a_table_of_segments(data):
    """Clocks or seconds; the end may be left out."""
    assert read_segments("agenda.csv", data) == (
        Segment("Opening", 0.0, 600.0, line=2),
        Segment("Budget", 600.0, None, line=3),
    )


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"start,name\nsoon,Opening\n", "a.csv, row 2: a time cannot be read. Write times as 0:10:00 or in seconds."),
        (b"start,end,name\n60,30,Opening\n", "a.csv, row 2: the segment ends before it begins. Correct the times."),
        (b"name,end\nOpening,3\n", "a.csv: there is no column start. Name the columns start, end, name."),
    ],
)
def test_what_cannot_be_read_is_said(data, said):
    """Where it stands and what to do."""
    with pytest.raises((InputError, MissingColumn)) as refused:
        read_segments("a.csv", data)
    assert str(refused.value) == said
