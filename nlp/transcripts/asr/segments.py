"""JSON with a list of segments: Whisper, whisperX, Podcasting 2.0, Podlove, and others that name things alike."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from nlp.errors import UnreadableFile
from nlp.text.seconds import seconds
from nlp.transcripts.json_paths import JsonObject, follow, label, objects, words
from nlp.transcripts.other_kinds import UNKNOWN_JSON, other_kind
from nlp.transcripts.overlap import has_overlap
from nlp.transcripts.source import Source
from nlp.transcripts.types import Transcript, Turn

Path = tuple[str | int, ...]
"""Keys and indices that lead to a value."""

_SPEAKER = (
    "speaker",
    "participant",
    "speaker_label",
    "speakerLabel",
    "speaker_name",
    "speakerName",
    "voice",
    "speaker_id",
    "speakerId",
    "speaker_tag",
    "speakerTag",
)
_TEXT = ("text", "body", "content", "transcript", "sentence", "utterance", "words_str")
_START: tuple[tuple[Path, int], ...] = (
    (("start_ms",), 1000),
    (("start",), 1),
    (("startTime",), 1),
    (("start_time",), 1),
    (("start_timestamp",), 1),
    (("start_seconds",), 1),
    (("begin",), 1),
    (("offsets", "from"), 1000),
    (("timestamp", 0), 1),
    (("timestamp",), 1),
)
_END: tuple[tuple[Path, int], ...] = (
    (("end_ms",), 1000),
    (("end",), 1),
    (("endTime",), 1),
    (("end_time",), 1),
    (("end_timestamp",), 1),
    (("end_seconds",), 1),
    (("offsets", "to"), 1000),
    (("timestamp", 1), 1),
)
_SLOWEST_SPEECH = 0.2
"""Signs a second on average, below which the times must be milliseconds."""
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
        known = other_kind(source) or UNKNOWN_JSON
        raise UnreadableFile(source.name, known.problem, known.remedy)
    found = (_turn(segment, number) for number, segment in enumerate(segments, start=1))
    turns = _in_seconds([turn for turn in found if turn.text])
    return Transcript(name=source.name, form="json", turns=turns, shows_overlap=has_overlap(turns))


def _in_seconds(turns: Sequence[Turn]) -> tuple[Turn, ...]:
    """Divide times by a thousand if all are whole numbers and nobody could speak so slowly."""
    timed = [(turn.start, turn.end, turn) for turn in turns if turn.start is not None and turn.end is not None]
    length = sum(end - start for start, end, _ in timed)
    whole = all(start.is_integer() and end.is_integer() for start, end, _ in timed)
    if not whole or sum(len(turn.text) for _, _, turn in timed) >= _SLOWEST_SPEECH * length:
        return tuple(turns)
    return tuple(
        replace(
            turn,
            start=None if turn.start is None else turn.start / 1000,
            end=None if turn.end is None else turn.end / 1000,
        )
        for turn in turns
    )


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
    has_text = any(isinstance(item.get(key), str) for key in _TEXT) or isinstance(item.get("words"), list)
    return has_text and (any(key in item for key in _SPEAKER) or any(path[0] in item for path, _ in _START))


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
    spoken = objects(segment, "words")
    start = _time((segment, *spoken[:1]), _START)
    end = _time((segment, *spoken[-1:]), _END)
    text = _text(segment) or " ".join(found for word in spoken if (found := _text(word) or words(word.get("word"))))
    return Turn(_speaker(segment), start, None if start is None or end is None else max(start, end), text, number)


def _time(items: Sequence[JsonObject], paths: Sequence[tuple[Path, int]]) -> float | None:
    """Return the time of the first item that has one."""
    found = (seconds(follow(item, *path), unit) for item in items for path, unit in paths)
    return next((time for time in found if time is not None), None)


def _text(item: JsonObject) -> str:
    return next((found for key in _TEXT if (found := words(item.get(key)))), "")


def _speaker(segment: JsonObject) -> str | None:
    """Return the segment's speaker, a name rather than a number; in whisperX it may be the one most words have."""
    named = {key: found for key in _SPEAKER if (found := label(segment.get(key)))}
    if named:
        return next((found for key, found in named.items() if found == words(segment[key])), next(iter(named.values())))
    counts = Counter(found for word in objects(segment, "words") if (found := label(word.get("speaker"))))
    return counts.most_common(1)[0][0] if counts else None
