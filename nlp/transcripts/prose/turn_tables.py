"""Tables with a row for each turn: xlsx, csv, tsv, and the word lists (`.nlp`) of Rev."""

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import pairwise

from nlp.errors import NoSpeakers, UnreadableFile
from nlp.messages import Message, msgid
from nlp.text.phrases import phrases
from nlp.text.seconds import seconds
from nlp.transcripts.agenda import segments_in_column
from nlp.transcripts.asr.words_to_turns import Word, join_words
from nlp.transcripts.captions.cues import Cue
from nlp.transcripts.captions.webvtt_srt import names_before_colon
from nlp.transcripts.overlap import has_overlap
from nlp.transcripts.prose.markdown_tables import is_rule
from nlp.transcripts.source import Line, Source, unread
from nlp.transcripts.speakers.speaker_labels import clean_label
from nlp.transcripts.types import Transcript, Turn

Row = tuple[int, Sequence[str]]
"""A row's number, from 1, and its cells."""

_COLUMNS = {
    "speaker": phrases(
        """speaker|speaker name|name|participant|who|speaker label|said by|from|বক্তা|নাম|কে|वक्ता|नाम|को
        sprecher|sprecherin|locuteur|locutrice|intervenant|nom|hablante|orador|nombre|interlocutor|falante|nome
        المتحدث|الاسم|مقرر|spreker|parlante|pembicara|msemaji"""
    ),
    "text": phrases(
        """text|sentence|sentences|utterance|transcript|transcription|content|words|speech|what was said|said|message
        কথা|বক্তব্য|পাঠ|भनाइ|भनाई|पाठ|कुरा|äußerung|äusserung|aussage|texte|parole|texto|intervención|fala|النص|الكلام|متن
        tekst|testo|teks|maneno"""
    ),
    "start": phrases("start|start time|start_time|starttime|begin|start (s)|start_ms|start (ms)|শুরু|सुरु"),
    "end": phrases("end|end time|end_time|endtime|stop|finish|end (s)|end_ms|end (ms)|শেষ|अन्त्य"),
    "segment": phrases("segment|topic|agenda|agenda item|part|আলোচ্য বিষয়|পর্ব|विषय|खण्ड"),
    "timestamp": phrases(
        """timestamp|timestamps|time|time stamp|timespan|time span|timecode|time code|সময়|समय
        zeit|heure|temps|hora|tiempo|tempo"""
    ),
}
HIGHEST_HEADER = 25
_DELIMITERS = "\t,;|"
_UNCLOSED = ("unexpected end of data", "field larger than field limit")
_MILLISECONDS = 1000
_WORD_LIST = ("token", "speaker", "ts", "endts")
_MOSTLY = 0.5
_LONG_ROWS = 500
_FEWEST_BLANK = 2
_FEWEST_NAMED = 4
_LONGEST_NUMBER = 12

CARRIED_ROWS = msgid(
    "The table names a speaker only at a change; rows without a name were given to the speaker before."
)


def is_word_list(source: Source) -> bool:
    """Whether the first line is the header of Rev's word lists."""
    header = source.lines[0].casefold().split("|") if source.lines else []
    return tuple(header[:4]) == _WORD_LIST


def read_word_list(source: Source) -> Transcript:
    """Read `token|speaker|ts|endTs|punctuation|...`; the times may be empty."""
    header = source.lines[0].casefold().split("|")
    missed: list[Line] = []
    turns = join_words(_listed_words(source.lines, header, missed))
    return Transcript(
        name=source.name, form="rev-nlp", turns=turns, shows_overlap=has_overlap(turns), unread=unread(missed)
    )


def _listed_words(lines: Sequence[str], header: Sequence[str], missed: list[Line]) -> Iterator[Word]:
    for number, line in enumerate(lines[1:], start=2):
        cells = dict(zip(header, line.split("|"), strict=False))
        if len(cells) < len(_WORD_LIST):
            if line.strip():
                missed.append((number, line))
            continue
        who = cells["speaker"].strip()
        text = cells["token"] + cells.get("punctuation", "")
        yield Word(f"Speaker {who}" if who else None, seconds(cells["ts"]), seconds(cells["endts"]), text, number)


def is_delimited(source: Source) -> bool:
    """Whether the text is a delimited table with columns for the words and for the speaker or for two times."""
    return _delimiter(source) is not None


def read_delimited(source: Source) -> Transcript:
    """Read a csv or tsv table of turns.

    Raises:
        UnreadableFile: a quotation mark is never closed, so that the rows below it cannot be told apart.
    """
    return turns_from_rows(source.name, _rows(source, _delimiter(source) or ","), form="table")


def _rows(source: Source, delimiter: str) -> list[Row]:
    """Return all rows; quotation marks inside a cell are taken as they are if the file does not double them."""
    try:
        return list(_split(source.lines, delimiter, strict=True))
    except csv.Error as error:
        if str(error).startswith(_UNCLOSED):
            remedy = Message('Close it, or write "" for " inside a cell')
            raise UnreadableFile(source.name, Message("a quotation mark is never closed"), remedy) from error
    try:
        return list(_split(source.lines, delimiter))
    except csv.Error as error:
        raise UnreadableFile(source.name, Message("the table is broken"), Message("Save it again as csv")) from error


def _split(lines: Sequence[str], delimiter: str, *, strict: bool = False) -> Iterator[Row]:
    rows = csv.reader((f"{line}\n" for line in lines), delimiter=delimiter, strict=strict)
    yield from ((rows.line_num, row) for row in rows if delimiter != "|" or not is_rule(row))


def _delimiter(source: Source) -> str | None:
    """Return the sign that gives one of the first rows the headers of a table of turns."""
    head = source.lines[:HIGHEST_HEADER]
    for sign in _DELIMITERS:
        with suppress(csv.Error):
            if has_turns(list(_split(head, sign))):
                return sign
    return None


def read_workbook_turns(source: Source) -> Transcript:
    """Read the first sheet of an xlsx that has columns for the speaker and the words.

    Raises:
        UnreadableFile: the xlsx is broken, has a password, or grows too large when unpacked.
        NoSpeakers: no sheet has such columns.
    """
    from nlp.documents.tables.xlsx import read_workbook

    for grid in read_workbook(source.name, source.data):
        rows = [(row.number, row.cells) for row in grid.rows]
        if has_turns(rows):
            return turns_from_rows(source.name, rows, form="xlsx")
    raise NoSpeakers(
        source.name,
        Message("no sheet has columns for the speaker and the words"),
        Message("Name two columns Speaker and Text"),
    )


def has_turns(rows: Sequence[Row]) -> bool:
    """Whether one of the first rows is a header with columns for the words and for the speaker or for two times."""
    return any(columns_of_turns(row) is not None for _, row in rows[:HIGHEST_HEADER])


def turns_from_rows(name: str, rows: Sequence[Row], form: str) -> Transcript:
    """Read a table of turns whose header is among the first rows.

    Times are clocks or seconds; milliseconds if the header says so, or if starts are whole numbers over 500 apart.
    Rows without words are left out; rows without a speaker belong to nobody, unless most rows have none, or the table
    names a speaker only at a change.
    """
    header = next(index for index, (_, row) in enumerate(rows) if columns_of_turns(row) is not None)
    columns = columns_of_turns(rows[header][1]) or {}
    body = [(number, cells) for number, cells in rows[header + 1 :] if any(cell.strip() for cell in cells)]
    per_second = _per_second(rows[header][1], body, columns)
    turns = [_turn(number, cells, columns, per_second) for number, cells in body]
    if "speaker" not in columns:
        turns = _names_in_words(turns)
    topics = [_cell(cells, columns.get("segment")) for _, cells in body]
    named = sum(turn.speaker is not None for turn in turns)
    carried = 0 < named < _MOSTLY * len(turns) or _names_only_changes([turn.speaker for turn in turns])
    kept = tuple(turn for turn in (_carry(turns) if carried else turns) if turn.text)
    return Transcript(
        name=name,
        form=form,
        turns=kept,
        shows_overlap=has_overlap(kept),
        unread=unread([(turn.line, turn.speaker or "") for turn in turns if turn.speaker and not turn.text]),
        remarks=(Message(CARRIED_ROWS),) if carried else (),
        segments=segments_in_column(zip(topics, turns, strict=True)),
    )


def columns_of_turns(row: Sequence[str]) -> dict[str, int] | None:
    """Return meaning ("speaker", "start" ...) -> column, None where the row is no header of turns."""
    found: dict[str, int] = {}
    for index, cell in enumerate(row):
        if (meaning := meaning_of_header(cell)) is not None:
            found.setdefault(meaning, index)
    return found if {"speaker", "text"} <= found.keys() or {"start", "end", "text"} <= found.keys() else None


def meaning_of_header(cell: str) -> str | None:
    """Return what a header of a table of turns means: "speaker", "text", "start", "end", "segment", "timestamp"."""
    header = " ".join(cell.split()).casefold().strip(":")
    return next((meaning for meaning, names in _COLUMNS.items() if header in names), None)


def _per_second(header: Sequence[str], body: Sequence[Row], columns: Mapping[str, int]) -> int:
    if "start" not in columns or "end" not in columns:
        return 1
    if "ms" in re.split(r"[^a-z]+", header[columns["start"]].casefold()):
        return _MILLISECONDS
    starts = [_cell(cells, columns["start"]) for _, cells in body]
    whole = len(starts) > 1 and all(start.isdecimal() and len(start) < _LONGEST_NUMBER for start in starts)
    return _MILLISECONDS if whole and int(starts[-1]) > _LONG_ROWS * len(starts) else 1


def _cell(cells: Sequence[str], column: int | None) -> str:
    return cells[column].strip() if column is not None and column < len(cells) else ""


def _turn(number: int, cells: Sequence[str], columns: Mapping[str, int], per_second: int) -> Turn:
    first, _, last = _cell(cells, columns.get("timestamp")).partition(" - ")
    start = seconds(_cell(cells, columns.get("start")) or first.strip("[] "), per_second)
    end = seconds(_cell(cells, columns.get("end")) or last.strip("[] "), per_second)
    speaker = clean_label(_cell(cells, columns.get("speaker")).rstrip(":："))
    text = " ".join(_cell(cells, columns["text"]).split())
    return Turn(speaker or None, start, None if start is None or end is None else max(start, end), text, number)


def _names_in_words(turns: Sequence[Turn]) -> list[Turn]:
    """Read `[SPEAKER_00]: words` in the rows of Whisper's tsv as it is read in subtitles."""
    cues = [Cue("", turn.start or 0.0, turn.end or 0.0, ((turn.line, turn.text),), turn.line) for turn in turns]
    return [
        Turn(speaker, turn.start, turn.end, text, turn.line)
        for turn, parts in zip(turns, names_before_colon(cues), strict=True)
        for speaker, text in parts
    ]


def _names_only_changes(speakers: Sequence[str | None]) -> bool:
    """Whether a name is never written twice in a row, though cells without one stand between, as in merged cells."""
    named = [speaker for speaker in speakers if speaker]
    if not speakers or speakers[0] is None or len(speakers) - len(named) < _FEWEST_BLANK or len(named) < _FEWEST_NAMED:
        return False
    return all(above != below for above, below in pairwise(named))


def _carry(turns: Sequence[Turn]) -> Iterator[Turn]:
    speaker: str | None = None
    for turn in turns:
        speaker = turn.speaker or speaker
        yield Turn(speaker, turn.start, turn.end, turn.text, turn.line)
