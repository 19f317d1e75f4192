"""JSON with a list of segments: Whisper, whisperX, Podcasting 2.0, Podlove, and others that name things alike."""

from collections import Counter
from collections.abc import Iterator, Sequence

from nlp.errors import UnreadableFile
from nlp.transcripts.json_access import JsonObject, label, objects, seconds, words
from nlp.transcripts.overlap import has_overlap
from nlp.transcripts.source import Source
from nlp.transcripts.types import Transcript, Turn

_SPEAKER = (
    "speaker",
    "speaker_label",
    "speakerLabel",
    "speaker_name",
    "speakerName",
    "speaker_id",
    "speakerId",
    "voice",
)
_TEXT = ("text", "body", "content", "transcript", "sentence", "utterance")
_START = (("start_ms", 1000), ("start", 1), ("startTime", 1), ("start_time", 1), ("begin", 1))
_END = (("end_ms", 1000), ("end", 1), ("endTime", 1), ("end_time", 1))
_DEEPEST = 4
_MOSTLY = 0.5


def is_json(source: Source) -> bool:
    """Whether the text is JSON."""
    return source.json is not None


def read_segments(source: Source) -> Transcript:
    """Read the first list in the file whose objects have words and a speaker, or else words and a time.

    Raises:
        UnreadableFile: there is no such list.
    """
    lists = list(_segment_lists(source.json, 0))
    segments = next((found for found in lists if any(map(_speaker, found))), None) or _clips(source.json)
    segments = segments or next(iter(lists), [])
    if not segments:
        raise UnreadableFile(
            source.name, "this JSON holds no transcript of a known form", "Export the transcript as WebVTT or text"
        )
    turns = tuple(turn for number, segment in enumerate(segments, start=1) if (turn := _turn(segment, number)).text)
    return Transcript(name=source.name, form="json", turns=turns, shows_overlap=has_overlap(turns))


def _segment_lists(value: object, depth: int) -> Iterator[Sequence[JsonObject]]:
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        found = objects(value)
        if found and sum(map(_is_segment, found)) >= _MOSTLY * len(value):
            yield found
    children = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for child in children:
        if isinstance(child, dict | list):
            yield from _segment_lists(child, depth + 1)


def _is_segment(item: JsonObject) -> bool:
    has_text = any(isinstance(item.get(key), str) for key in _TEXT)
    return has_text and (any(key in item for key in _SPEAKER) or any(key in item for key, _ in _START))


def _clips(value: object) -> Sequence[JsonObject]:
    """Read `{"clip.wav": ["speaker", [segment, ...]], ...}`, one recording per turn of a diarisation."""
    if not isinstance(value, dict):
        return []
    return [
        {**segment, "speaker": clip[0]}
        for clip in value.values()
        if isinstance(clip, list) and clip and isinstance(clip[0], str)
        for segment in objects(clip, 1)
    ]


def _turn(segment: JsonObject, number: int) -> Turn:
    start = next((time for key, unit in _START if (time := seconds(segment.get(key), unit)) is not None), None)
    end = next((time for key, unit in _END if (time := seconds(segment.get(key), unit)) is not None), None)
    text = next((found for key in _TEXT if (found := words(segment.get(key)))), "")
    return Turn(_speaker(segment), start, None if start is None or end is None else max(start, end), text, number)


def _speaker(segment: JsonObject) -> str | None:
    """Return the segment's speaker; where whisperX gives one only to words, the one most words have."""
    named = next((found for key in _SPEAKER if (found := label(segment.get(key)))), None)
    if named:
        return named
    counts = Counter(found for word in objects(segment, "words") if (found := label(word.get("speaker"))))
    return counts.most_common(1)[0][0] if counts else None
