"""Amazon Transcribe: speaker labels, channels, and Call Analytics."""

from collections.abc import Iterator

from nlp.text.seconds import seconds
from nlp.transcripts.asr.words_to_turns import Word, join_words
from nlp.transcripts.json_paths import JsonObject, follow, label, objects, words
from nlp.transcripts.overlap import has_overlap
from nlp.transcripts.source import Source
from nlp.transcripts.types import Transcript, Turn


def is_aws(source: Source) -> bool:
    """Whether the JSON has Transcribe's items, or the turns of Call Analytics."""
    return bool(objects(source.json, "results", "items")) or any(
        "ParticipantRole" in turn for turn in objects(source.json, "Transcript")
    )


def read_aws(source: Source) -> Transcript:
    """Read words with their speaker label or channel; punctuation has no time of its own."""
    calls = objects(source.json, "Transcript")
    channels = objects(source.json, "results", "channel_labels", "channels")
    if calls:
        turns = tuple(_call_turn(turn, number) for number, turn in enumerate(calls, start=1))
    elif channels:
        turns = tuple(turn for channel in channels for turn in join_words(_channel_words(channel)))
    else:
        turns = join_words(_labelled_words(source.json))
    return Transcript(
        name=source.name,
        form="aws-transcribe",
        turns=tuple(turn for turn in turns if turn.text),
        shows_overlap=bool(calls or channels) or has_overlap(turns),
    )


def _call_turn(turn: JsonObject, number: int) -> Turn:
    start, end = (seconds(turn.get(key), 1000) for key in ("BeginOffsetMillis", "EndOffsetMillis"))
    who = label(turn.get("ParticipantRole")) or label(turn.get("ParticipantId"))
    return Turn(
        who, start, None if start is None or end is None else max(start, end), words(turn.get("Content")), number
    )


def _channel_words(channel: JsonObject) -> Iterator[Word]:
    who = label(channel.get("channel_label"))
    for number, item in enumerate(objects(channel, "items"), start=1):
        yield _word(item, who, number)


def _labelled_words(json: object) -> Iterator[Word]:
    """Yield words with the speaker on the item, or in older files on the segment item of the same start time."""
    by_start = {
        str(item.get("start_time")): label(item.get("speaker_label"))
        for segment in objects(json, "results", "speaker_labels", "segments")
        for item in objects(segment, "items")
    }
    for number, item in enumerate(objects(json, "results", "items"), start=1):
        who = label(item.get("speaker_label")) or by_start.get(str(item.get("start_time")))
        yield _word(item, who, number)


def _word(item: JsonObject, who: str | None, number: int) -> Word:
    text = words(follow(item, "alternatives", 0, "content"))
    start, end = seconds(item.get("start_time")), seconds(item.get("end_time"))
    return Word(who, start, end, text, number, glued=item.get("type") == "punctuation")
