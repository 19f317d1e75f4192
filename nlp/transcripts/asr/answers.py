"""What speech recognisers answer when they are asked: JSON in several forms, subtitles, or bare words.

A file of turns has to say who speaks; an answer need not. OpenAI has `segments` with a `speaker` (`diarized_json`) or
without (`verbose_json`), others `speaker_segments`, whisper.cpp `<v Speaker0>` in WebVTT; some give nothing but words.
"""

from dataclasses import replace

from nlp.errors import NothingToAnalyse, UnreadableFile
from nlp.messages import Message
from nlp.text.seconds import seconds
from nlp.transcripts.asr.segments import read_segments
from nlp.transcripts.asr.vendors import is_recogniser, read_recogniser
from nlp.transcripts.captions.webvtt_srt import is_subrip, is_webvtt, read_subrip, read_webvtt
from nlp.transcripts.json_paths import follow, words
from nlp.transcripts.overlap import has_overlap
from nlp.transcripts.readers import LARGEST_FILE
from nlp.transcripts.source import Source
from nlp.transcripts.types import Transcript, Turn

_AGAIN = Message("See that it is a server of speech recognition, and what its log says")
_LISTEN = Message("Listen to it: is there speech in it, and in the language that was named?")
_WRAPPED = ("text", "transcript", "transcription")


def read_answer(name: str, data: bytes) -> Transcript:
    """Return the turns of an answer; whoever speaks in them may be None, and so may their times.

    Args:
        name: of the recording.
        data: the answer.

    Raises:
        NothingToAnalyse: nothing is said in it.
        UnreadableFile: it is no such answer.
    """
    if len(data) > LARGEST_FILE:
        problem = Message("the answer is larger than {most} MB", {"most": LARGEST_FILE // 2**20})
        raise UnreadableFile(name, problem, Message("Cut the recording into parts"))
    found = _read(Source(name, data)) if data.strip() else None
    if found is None or not found.turns:
        raise NothingToAnalyse(name, Message("no spoken words were found in the recording"), _LISTEN)
    return found


def _read(source: Source) -> Transcript | None:
    if source.json is not None:
        return _read_json(source)
    if is_webvtt(source):
        return read_webvtt(source)
    if is_subrip(source):
        return read_subrip(source)
    if source.text.lstrip().startswith(("<", "{", "[")):
        raise UnreadableFile(source.name, Message("the answer holds no words that were spoken"), _AGAIN)
    return _bare(source.name, source.text, None)


def _read_json(source: Source) -> Transcript | None:
    """Return the turns of JSON: of its list of segments, else its words alone."""
    if is_recogniser(source):
        return read_recogniser(source)
    text = next((found for key in _WRAPPED if isinstance(found := follow(source.json, key), str)), None)
    try:
        found = read_segments(source)
    except UnreadableFile as error:
        if text is None:
            raise UnreadableFile(source.name, Message("the answer holds no words that were spoken"), _AGAIN) from error
        return _bare(source.name, text, seconds(follow(source.json, "duration")))
    return _whole(found)


def _whole(found: Transcript) -> Transcript:
    """Return turns in the order in which they begin, where all have times."""
    if not found.timed:
        return found
    turns = tuple(sorted(found.turns, key=lambda turn: turn.start or 0.0))
    return replace(found, turns=turns, shows_overlap=has_overlap(turns))


def _bare(name: str, text: str, length: float | None) -> Transcript | None:
    """Return a turn of nobody with all the words; of a recording whose length is told it takes all of that."""
    said = words(text)
    start = None if length is None else 0.0
    return Transcript(name, "words", (Turn(None, start, length, said, 1),), shows_overlap=False) if said else None
