import io

import openpyxl
import pytest

from nlp.errors import ManyvoicesError, NoSpeakers, UnreadableFile
from nlp.transcripts import read_transcript
from nlp.transcripts.prose.turn_tables import CARRIED_ROWS


def said(transcript):
    return [(turn.speaker, turn.start, turn.end, turn.text, turn.line) for turn in transcript.turns]


def workbook(*rows, sheets=1):
    book = openpyxl.Workbook()
    for _ in range(sheets - 1):
        book.create_sheet(index=0).append(["nothing here"])
    for row in rows:
        book.worksheets[-1].append(row)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def test_a_workbook_of_turns():
    """The header may have other columns around it and stand below a title, on any sheet; empty times are none."""
    data = workbook(
        ("Boats 1",),
        (None, "TimeStamp", "Turn", "Speaker", "Sentence", "Tag"),
        (0, None, 1, "T", "Good morning!", None),
        (1, None, 2, "মেরিনা", "জি", "x"),
        (2, None, 3, None, "?", None),
        (3, None, 3, "Sam", None, None),
        sheets=2,
    )
    transcript = read_transcript("boats.xlsx", data)
    assert said(transcript) == [
        ("T", None, None, "Good morning!", 3),
        ("মেরিনা", None, None, "জি", 4),
        (None, None, None, "?", 5),
    ]
    assert transcript.unread.examples == ("line 6: Sam",)


def test_a_workbook_without_such_columns_is_refused():
    """The line says which columns are needed."""
    with pytest.raises(NoSpeakers, match="Speaker and Text"):
        read_transcript("a.xlsx", workbook(("name", "age"), ("Anna", 3)))


@pytest.mark.parametrize(
    "text",
    [
        "start\tend\tspeaker\ttext\n0\t2780\tA B\thello\n2780\t5080\tC\tyes, so\n",
        'Start (ms),End (ms),Speaker,Text\n0,2780,A B,hello\n2780,5080,C,"yes, so"\n',
        "Start;End;Speaker:;Utterance\n0:00;0:02.780;A B;hello\n0:02.780;0:05.080;C;yes, so\n",
        "start|end|who|said\n0.0|2.78|A B|hello\n2.78|5.08|C|yes, so\n",
    ],
)
def test_delimited_tables_of_turns(text):
    """Tabs, commas, semicolons and bars; milliseconds, clocks and seconds."""
    assert said(read_transcript("a.csv", text.encode())) == [
        ("A B", 0, 2.78, "hello", 2),
        ("C", 2.78, 5.08, "yes, so", 3),
    ]


def test_a_name_only_at_a_change_carries_on():
    """If most rows have no name."""
    rows = "".join(f"{'Anna' if n == 0 else 'বেলা' if n == 4 else ''},words {n}\n" for n in range(9))
    transcript = read_transcript("a.csv", f"speaker,text\n{rows}".encode())
    assert [turn.speaker for turn in transcript.turns] == ["Anna"] * 4 + ["বেলা"] * 5
    assert len(transcript.remarks) == 1


def test_whispers_table_has_no_speakers():
    """It is refused."""
    with pytest.raises(NoSpeakers):
        read_transcript("a.tsv", b"start\tend\ttext\n0\t2780\tand used\n2780\t5080\twhich is\n")


def test_revs_word_lists():
    """Words of one speaker are joined with their punctuation; broken lines are reported; times may be missing."""
    text = (
        "token|speaker|ts|endTs|punctuation|case|tags\r\n"
        "Good|1|3.24|3.37|||\r\nmorning|1|3.37|3.63|,||\r\nYes|2|4|4.5|.||\r\nbroken\r\n"
    )
    transcript = read_transcript("a.nlp", text.encode())
    assert said(transcript) == [("Speaker 1", 3.24, 3.63, "Good morning,", 2), ("Speaker 2", 4, 4.5, "Yes.", 4)]
    assert transcript.unread.examples == ("line 5: broken",)
    untimed = read_transcript("a.nlp", b"token|speaker|ts|endTs|punctuation|case|tags|wer_tags\nGood|0||||UC|[]|[]\n")
    assert not untimed.timed


@pytest.mark.parametrize("cut", [30, 400, 2000])
def test_a_broken_workbook_is_refused(cut):
    """Cut off anywhere."""
    with pytest.raises(ManyvoicesError, match=r"^a\.xlsx: "):
        read_transcript("a.xlsx", workbook(("speaker", "text"), ("Anna", "hi"))[:cut])


def test_numbers_beyond_reason_are_no_times():
    """Thousands of digits must not stop the reader."""
    transcript = read_transcript("a.csv", f"start,end,speaker,text\n{'9' * 5000},1,A,x\n1,{'9' * 5000},A,y\n".encode())
    assert [(turn.start, turn.end) for turn in transcript.turns] == [(None, None), (1, None)]


def test_the_tsv_of_whisper_with_names_in_the_words():
    """Times in milliseconds, the speaker before the words."""
    text = (
        "start\tend\ttext\n0\t2500\t[SPEAKER_00]: Hello\n2500\t4000\t[SPEAKER_01]: Yes\n4000\t5000\t[SPEAKER_00]: so\n"
    )
    turns = read_transcript("a.tsv", text.encode()).turns
    assert [(turn.speaker, turn.start, turn.end, turn.text) for turn in turns] == [
        ("SPEAKER_00", 0, 2.5, "Hello"),
        ("SPEAKER_01", 2.5, 4, "Yes"),
        ("SPEAKER_00", 4, 5, "so"),
    ]


def test_the_time_span_of_nvivo():
    """Start and end in one cell."""
    text = "Timespan\tContent\tSpeaker\n0:00.0 - 0:15.3\tHello\tAnna\n0:15.3 - 0:17.0\tYes\tBela\n"
    turns = read_transcript("a.txt", text.encode()).turns
    assert [(turn.speaker, turn.start, turn.end) for turn in turns] == [("Anna", 0, 15.3), ("Bela", 15.3, 17)]


def test_a_quotation_mark_that_is_never_closed_is_refused():
    """Or else the rows below it would be somebody's words, or be lost."""
    rows = "".join(f"Bela,yes {n}\n" for n in range(20_000))
    for text in (f'speaker,text\nAnna,"hi\n{rows}', 'speaker,text\nAnna,"hi\nBela,yes\n'):
        with pytest.raises(UnreadableFile, match="never closed"):
            read_transcript("a.csv", text.encode())


def test_quotation_marks_inside_a_cell_are_words():
    """`"Yes" she said` is not what a spreadsheet writes, and can be told all the same."""
    text = 'speaker,text\nAnna,"Yes" she said\nBela,"a, ""b"""\nAnna,so\n'
    turns = read_transcript("a.csv", text.encode()).turns
    assert [(turn.speaker, turn.text) for turn in turns] == [
        ("Anna", "Yes she said"),
        ("Bela", 'a, "b"'),
        ("Anna", "so"),
    ]


def test_a_table_of_turns_in_markdown():
    """The rule below its heading is nobody's turn."""
    text = "| Speaker | Text |\n|---|:---:|\n| Anna | hi |\n| রিনা | জি |\n| Anna | so |\n"
    turns = read_transcript("a.md", text.encode()).turns
    assert [(turn.speaker, turn.text) for turn in turns] == [("Anna", "hi"), ("রিনা", "জি"), ("Anna", "so")]


def test_a_name_that_is_never_written_twice_in_a_row_goes_on_below():
    """As in merged cells; said in a remark. One blank cell, or a name repeated, and blank cells are nobody's."""
    rows = ["Ana,,one", "Bo,,two", ",,three", ",,four", "Ana,,five", "Bo,,six"]
    table = read_transcript("t.csv", "\n".join(["speaker,timestamp,words", *rows]).encode())
    assert [turn.speaker for turn in table.turns] == ["Ana", "Bo", "Bo", "Bo", "Ana", "Bo"]
    assert [remark.template for remark in table.remarks] == [CARRIED_ROWS]
    twice = read_transcript("t.csv", "\n".join(["speaker,timestamp,words", *rows, "Bo,,seven"]).encode())
    assert [turn.speaker for turn in twice.turns] == ["Ana", "Bo", None, None, "Ana", "Bo", "Bo"]
