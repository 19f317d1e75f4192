"""The table of transcript readers; the first one that recognises a file reads it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from nlp.documents.archive import archive_kind
from nlp.documents.rows.columns import Column
from nlp.documents.rows.handed import File, Rows, Texts
from nlp.documents.rows.opened import file_of, is_file
from nlp.errors import InputError, NoSpeakers, NothingToAnalyse, UnreadableFile
from nlp.logs import told
from nlp.messages import Message
from nlp.transcripts.annotation.clan import is_clan, read_clan
from nlp.transcripts.annotation.elan import is_elan, read_elan
from nlp.transcripts.annotation.label_tracks import is_timed_lines, read_timed_lines
from nlp.transcripts.annotation.rttm import is_rttm, read_rttm
from nlp.transcripts.annotation.textgrid import is_textgrid, read_textgrid
from nlp.transcripts.asr.aws import is_aws, read_aws
from nlp.transcripts.asr.read_ai import is_read_ai, read_read_ai
from nlp.transcripts.asr.segments import is_json, read_segments
from nlp.transcripts.asr.vendors import is_recogniser, read_recogniser
from nlp.transcripts.captions.webvtt_srt import is_subrip, is_webvtt, read_subrip, read_webvtt
from nlp.transcripts.chats.copied import is_copied_chat, read_copied_chat
from nlp.transcripts.chats.discord import is_discord, is_discord_text, read_discord, read_discord_text
from nlp.transcripts.chats.google_chat import is_google_chat, read_google_chat
from nlp.transcripts.chats.messenger import is_messenger, read_messenger
from nlp.transcripts.chats.slack import is_slack, read_slack
from nlp.transcripts.chats.telegram import is_telegram, read_telegram
from nlp.transcripts.chats.whatsapp import is_whatsapp, read_whatsapp
from nlp.transcripts.chats.zip_export import is_chat_archive, read_chat_archive
from nlp.transcripts.chats.zoom import is_zoom_chat, read_zoom_chat
from nlp.transcripts.debates.hansard import is_hansard, read_hansard
from nlp.transcripts.debates.newspeech import is_newspeech, read_newspeech
from nlp.transcripts.debates.sayit import is_sayit, read_sayit
from nlp.transcripts.other_kinds import REMEDIES, WRITE_NAMES, other_kind
from nlp.transcripts.prose.docx import is_word_file, read_word_file
from nlp.transcripts.prose.fathom import is_fathom, read_fathom
from nlp.transcripts.prose.otranscribe import is_otranscribe, read_otranscribe
from nlp.transcripts.prose.pages import as_text
from nlp.transcripts.prose.plain_text import is_meet, is_otter, read_paragraphs
from nlp.transcripts.prose.turn_tables import (
    is_delimited,
    is_word_list,
    is_workbook,
    read_delimited,
    read_word_list,
    read_workbook_turns,
)
from nlp.transcripts.rows import handed_turns, turns_of, turns_of_table
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


READERS: tuple[Reader, ...] = (
    Reader("Word file", is_word_file, read_word_file),
    Reader("workbook", is_workbook, read_workbook_turns),
    Reader("chat archive", is_chat_archive, read_chat_archive),
    Reader("ELAN", is_elan, read_elan),
    Reader("CLAN", is_clan, read_clan),
    Reader("WebVTT", is_webvtt, read_webvtt),
    Reader("TextGrid", is_textgrid, read_textgrid),
    Reader("Amazon Transcribe", is_aws, read_aws),
    Reader("speech recogniser", is_recogniser, read_recogniser),
    Reader("Telegram", is_telegram, read_telegram),
    Reader("Slack", is_slack, read_slack),
    Reader("Discord", is_discord, read_discord),
    Reader("Messenger", is_messenger, read_messenger),
    Reader("Google Chat", is_google_chat, read_google_chat),
    Reader("Read.ai", is_read_ai, read_read_ai),
    Reader("SayIt", is_sayit, read_sayit),
    Reader("oTranscribe", is_otranscribe, read_otranscribe),
    Reader("JSON segments", is_json, read_segments),
    Reader("RTTM", is_rttm, read_rttm),
    Reader("Rev word list", is_word_list, read_word_list),
    Reader("Discord text", is_discord_text, read_discord_text),
    Reader("WhatsApp", is_whatsapp, read_whatsapp),
    Reader("copied chat", is_copied_chat, read_copied_chat),
    Reader("Zoom chat", is_zoom_chat, read_zoom_chat),
    Reader("SubRip", is_subrip, read_subrip),
    Reader("Hansard markup", is_newspeech, read_newspeech),
    Reader("Hansard", is_hansard, read_hansard),
    Reader("table of turns", is_delimited, read_delimited),
    Reader("timed lines", is_timed_lines, read_timed_lines),
    Reader("Fathom", is_fathom, read_fathom),
    Reader("Google Meet", is_meet, partial(read_paragraphs, form="google-meet")),
    Reader("Otter", is_otter, partial(read_paragraphs, form="otter")),
    Reader("plain text", lambda source: not source.archive, read_paragraphs),
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
        rows = handed_turns(filename)
        if not rows.texts:
            return _spoken(_leave_open(turns_of(rows, source or "", named)))
        lines = "\n".join(row.cell(0) for row in rows.grid.rows[1:])
        return _read(source or "", lines.encode())
    name, data = file_of(filename, data, LARGEST_FILE)
    name = name if source is None else source
    return _spoken(_leave_open(turns_of_table(name, data, named))) if named else _read(name, data)


def _spoken(transcript: Transcript) -> Transcript:
    """Return a transcript of rows; raises where nothing is said, or by nobody who is named."""
    if not transcript.turns:
        raise NothingToAnalyse(transcript.name, Message("there are no turns"), Message("Hand in at least one turn"))
    if not any(turn.speaker for turn in transcript.turns):
        raise NoSpeakers(transcript.name, Message("no line says who speaks"), Message("Give every turn its speaker"))
    return transcript


def _read(filename: str, data: bytes) -> Transcript:
    source = as_text(Source(filename, data))
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
