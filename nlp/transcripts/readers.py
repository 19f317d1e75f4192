"""The table of transcript readers; the first one that recognises a file reads it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from nlp.documents.archive import archive_kind
from nlp.documents.rows.handed import Column, File, Rows, Texts
from nlp.documents.rows.opened import file_of, is_file
from nlp.errors import InputError, NoSpeakers, NothingToAnalyse, UnreadableFile
from nlp.later import later
from nlp.logs import told
from nlp.messages import Message
from nlp.transcripts.containers import is_chat_archive, is_of_pages, is_word_file, is_workbook
from nlp.transcripts.other_kinds import REMEDIES, WRITE_NAMES, other_kind
from nlp.transcripts.source import Source
from nlp.transcripts.speakers.lexicon import NOBODY
from nlp.transcripts.types import Transcript

LARGEST_FILE = 50 * 2**20


@dataclass(frozen=True, slots=True)
class Reader:
    """One kind of record: how it is recognised from its content, and how it is read."""

    kind: str
    recognise: Callable[[Source], bool]
    read: Callable[[Source], Transcript]

    @classmethod
    def of(cls, kind: str, module: str, recognise: str, read: str) -> "Reader":
        """Return a reader whose two functions are imported when a file is first held against them."""
        return cls(kind, later(__package__, module, recognise), later(__package__, module, read))


_PARAGRAPHS: Callable[..., Transcript] = later(__package__, ".prose.plain_text", "read_paragraphs")
_as_text: Callable[[Source], Source] = later(__package__, ".prose.pages", "as_text")
_handed_turns = later(__package__, ".rows", "handed_turns")
_turns_of: Callable[..., Transcript] = later(__package__, ".rows", "turns_of")
_turns_of_table: Callable[..., Transcript] = later(__package__, ".rows", "turns_of_table")

READERS: tuple[Reader, ...] = (
    Reader("Word file", is_word_file, later(__package__, ".prose.docx", "read_word_file")),
    Reader("workbook", is_workbook, later(__package__, ".prose.turn_tables", "read_workbook_turns")),
    Reader("chat archive", is_chat_archive, later(__package__, ".chats.zip_export", "read_chat_archive")),
    Reader.of("ELAN", ".annotation.elan", "is_elan", "read_elan"),
    Reader.of("CLAN", ".annotation.clan", "is_clan", "read_clan"),
    Reader.of("WebVTT", ".captions.webvtt_srt", "is_webvtt", "read_webvtt"),
    Reader.of("TextGrid", ".annotation.textgrid", "is_textgrid", "read_textgrid"),
    Reader.of("Amazon Transcribe", ".asr.aws", "is_aws", "read_aws"),
    Reader.of("speech recogniser", ".asr.vendors", "is_recogniser", "read_recogniser"),
    Reader.of("Telegram", ".chats.telegram", "is_telegram", "read_telegram"),
    Reader.of("Slack", ".chats.slack", "is_slack", "read_slack"),
    Reader.of("Discord", ".chats.discord", "is_discord", "read_discord"),
    Reader.of("Messenger", ".chats.messenger", "is_messenger", "read_messenger"),
    Reader.of("Google Chat", ".chats.google_chat", "is_google_chat", "read_google_chat"),
    Reader.of("Read.ai", ".asr.read_ai", "is_read_ai", "read_read_ai"),
    Reader.of("SayIt", ".debates.sayit", "is_sayit", "read_sayit"),
    Reader.of("oTranscribe", ".prose.otranscribe", "is_otranscribe", "read_otranscribe"),
    Reader.of("JSON segments", ".asr.segments", "is_json", "read_segments"),
    Reader.of("RTTM", ".annotation.rttm", "is_rttm", "read_rttm"),
    Reader.of("Rev word list", ".prose.turn_tables", "is_word_list", "read_word_list"),
    Reader.of("Discord text", ".chats.discord", "is_discord_text", "read_discord_text"),
    Reader.of("WhatsApp", ".chats.whatsapp", "is_whatsapp", "read_whatsapp"),
    Reader.of("copied chat", ".chats.copied", "is_copied_chat", "read_copied_chat"),
    Reader.of("Zoom chat", ".chats.zoom", "is_zoom_chat", "read_zoom_chat"),
    Reader.of("SubRip", ".captions.webvtt_srt", "is_subrip", "read_subrip"),
    Reader.of("Hansard markup", ".debates.newspeech", "is_newspeech", "read_newspeech"),
    Reader.of("Hansard", ".debates.hansard", "is_hansard", "read_hansard"),
    Reader.of("table of turns", ".prose.turn_tables", "is_delimited", "read_delimited"),
    Reader.of("timed lines", ".annotation.label_tracks", "is_timed_lines", "read_timed_lines"),
    Reader.of("Fathom", ".prose.fathom", "is_fathom", "read_fathom"),
    Reader("Google Meet", later(__package__, ".prose.plain_text", "is_meet"), partial(_PARAGRAPHS, form="google-meet")),
    Reader("Otter", later(__package__, ".prose.plain_text", "is_otter"), partial(_PARAGRAPHS, form="otter")),
    Reader("plain text", lambda source: not source.archive, _PARAGRAPHS),
)
"""In order of trust: forms that cannot be mistaken first, plain text last."""


def _said(transcript: Transcript) -> str:
    return (
        f"a transcript ({transcript.form}) of {len(transcript.turns)} turns, {transcript.unread.lines} lines left out"
    )


@told("transcripts", _said)
def read_transcript(
    filename: File | Rows | Texts,
    data: bytes | None = None,
    *,
    speaker: Column | None = None,
    start: Column | None = None,
    end: Column | None = None,
    text: Column | None = None,
    source: str | None = None,
) -> Transcript:
    """Read a transcript of any kind in `READERS`, told by its content and not by the file's ending, or turns in rows.

    Args:
        filename: the file's name; without `data` a path, an open file or the bytes of one, or else turns: a DataFrame
            of pandas or polars, rows (`[{"speaker": ..., "start": ..., "end": ..., "text": ...}]`), column -> values,
            or the lines of a transcript.
        data: the whole file.
        speaker: of rows or a table, the column of those who speak; None, as for the others: as it is found.
        start: the column of the seconds, or clocks, at which turns begin.
        end: the column of those at which they end.
        text: the column of what was said.
        source: name of the record; None for the file's own.

    Raises:
        InputError: this cannot be used; the message says what is wrong, where, and what to do.
    """
    said = {"speaker": speaker, "start": start, "end": end, "text": text}
    named = {meaning: column for meaning, column in said.items() if column is not None}
    if data is None and not is_file(filename):
        rows = _handed_turns(filename)
        if not rows.texts:
            return _spoken(_leave_open(_turns_of(rows, source or "", named)))
        lines = "\n".join(row.cell(0) for row in rows.grid.rows[1:])
        return _read(source or "", lines.encode())
    name, data = file_of(filename, data, LARGEST_FILE)
    name = name if source is None else source
    return _spoken(_leave_open(_turns_of_table(name, data, named))) if named else _read(name, data)


def _spoken(transcript: Transcript) -> Transcript:
    """Return a transcript of rows; raises where nothing is said, or by nobody who is named."""
    if not transcript.turns:
        raise NothingToAnalyse(transcript.name, Message("there are no turns"), Message("Hand in at least one turn"))
    if not any(turn.speaker for turn in transcript.turns):
        raise NoSpeakers(transcript.name, Message("no line says who speaks"), Message("Give every turn its speaker"))
    return transcript


def _read(filename: str, data: bytes) -> Transcript:
    source = Source(filename, data)
    source = _as_text(source) if is_of_pages(source) else source
    if not source.data.strip():
        raise UnreadableFile(
            filename, Message("the file is empty"), Message("Export the transcript again and upload that file")
        )
    if len(data) > LARGEST_FILE:
        problem = Message("the file is larger than {most} MB", {"most": LARGEST_FILE // 2**20})
        raise UnreadableFile(filename, problem, Message("Hand in each session as a file of its own"))
    if other_kind(source, certain=True):
        raise _refusal(source, None)
    reader = next((reader for reader in READERS if reader.recognise(source)), None)
    transcript = _leave_open(reader.read(source)) if reader else None
    if transcript is None or not any(turn.speaker for turn in transcript.turns):
        raise _refusal(source, transcript)
    return transcript


def _refusal(source: Source, transcript: Transcript | None) -> InputError:
    """Return why a file cannot be used: what it is, as exactly as that can be told, and what to do instead."""
    if transcript is None and (held := archive_kind(source.data)):
        return UnreadableFile(source.name, Message("this is {kind}, not text", {"kind": held.kind}), held.remedy)
    if known := other_kind(source):
        return UnreadableFile(source.name, known.problem, known.remedy)
    if transcript is None:
        problem = Message("this is no kind of transcript that is known")
        return UnreadableFile(source.name, problem, Message("Save it as text, WebVTT or docx and upload that"))
    if not transcript.turns:
        problem = Message("the transcript holds no spoken words")
        return NothingToAnalyse(source.name, problem, Message("Check that the right file was exported"))
    return NoSpeakers(source.name, Message("no line says who speaks"), REMEDIES.get(transcript.form, WRITE_NAMES))


def _leave_open(transcript: Transcript) -> Transcript:
    """Give the turns of "Unknown Speaker" to nobody."""
    turns = tuple(
        replace(turn, speaker=None) if turn.speaker and turn.speaker.casefold() in NOBODY else turn
        for turn in transcript.turns
    )
    return replace(transcript, turns=turns)
