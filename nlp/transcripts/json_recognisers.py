"""Deepgram, AssemblyAI, Google Speech-to-Text, Rev, and BBC Kaldi: words with a speaker each."""

from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from nlp.transcripts.json_access import follow, label, objects, seconds, words
from nlp.transcripts.overlap import has_overlap
from nlp.transcripts.source import Source
from nlp.transcripts.spoken_words import Word, join_words
from nlp.transcripts.types import Transcript


@dataclass(frozen=True, slots=True)
class Recogniser:
    """A service: its form, and how its JSON is recognised and cut into words."""

    form: str
    recognise: Callable[[object], bool]
    read: Callable[[object], Iterator[Word]]


def recogniser_of(source: Source) -> Recogniser | None:
    """Return the service that wrote the JSON, or None."""
    return next((known for known in RECOGNISERS if known.recognise(source.json)), None)


def is_recogniser(source: Source) -> bool:
    """Whether a known service wrote the JSON."""
    return recogniser_of(source) is not None


def read_recogniser(source: Source) -> Transcript:
    """Join the words of a known service to turns."""
    service = recogniser_of(source)
    turns = join_words(service.read(source.json)) if service else ()
    form = service.form if service else ""
    return Transcript(name=source.name, form=form, turns=turns, shows_overlap=has_overlap(turns))


def _deepgram(json: object) -> Iterator[Word]:
    """Speakers are taken from the words: an utterance may hold words of two people."""
    channels = objects(json, "results", "channels")
    for index, channel in enumerate(channels):
        for number, word in enumerate(objects(channel, "alternatives", 0, "words"), start=1):
            who = label(word.get("speaker")) or (f"Channel {index}" if len(channels) > 1 else None)
            text = words(word.get("punctuated_word")) or words(word.get("word"))
            yield Word(who, seconds(word.get("start")), seconds(word.get("end")), text, number)


def _assemblyai(json: object) -> Iterator[Word]:
    """Times are milliseconds; the words of utterances are used if there are any, since they carry the speaker."""
    spoken = [word for turn in objects(json, "utterances") for word in objects(turn, "words")] or objects(json, "words")
    for number, word in enumerate(spoken, start=1):
        start, end = seconds(word.get("start"), 1000), seconds(word.get("end"), 1000)
        yield Word(label(word.get("speaker")), start, end, words(word.get("text")), number)


def _google(json: object) -> Iterator[Word]:
    """With diarisation the last result repeats every word with its tag; the results before it would count twice."""
    results = objects(json, "results") or objects(json, "response", "results")
    last = objects(results[-1], "alternatives", 0, "words")
    tagged = last if any(word.get("speakerTag") or word.get("speakerLabel") for word in last) else []
    spoken = tagged or [word for result in results for word in objects(result, "alternatives", 0, "words")]
    for number, word in enumerate(spoken, start=1):
        start = seconds(word.get("startTime", word.get("startOffset")))
        end = seconds(word.get("endTime", word.get("endOffset")))
        yield Word(
            label(word.get("speakerLabel") or word.get("speakerTag")), start, end, words(word.get("word")), number
        )


def _rev(json: object) -> Iterator[Word]:
    """Names stand in a list of speakers; punctuation has no times."""
    names = {str(speaker.get("id")): label(speaker.get("name")) for speaker in objects(json, "speakers")}
    number = 0
    for monologue in objects(json, "monologues"):
        key = str(monologue.get("speaker"))
        who = label(follow(monologue, "speaker_info", "display_name")) or names.get(key) or label(key)
        for element in objects(monologue, "elements"):
            text = words(element.get("value"))
            if text:
                number += 1
                start, end = seconds(element.get("ts")), seconds(element.get("end_ts"))
                yield Word(who, start, end, text, number, glued=element.get("type") == "punct")


def _kaldi(json: object) -> Iterator[Word]:
    """A word belongs to the speaker segment in which its middle lies."""
    segments = [
        (start, start + duration, label(segment.get("speaker")))
        for segment in objects(json, "retval", "segmentation", "segments")
        if (start := seconds(segment.get("start"))) is not None
        and (duration := seconds(segment.get("duration"))) is not None
    ]
    segments.sort(key=lambda segment: segment[:2])
    starts = [start for start, _, _ in segments]
    for number, word in enumerate(objects(json, "retval", "words"), start=1):
        start, end = seconds(word.get("start")), seconds(word.get("end"))
        middle = ((start or 0.0) + (end or start or 0.0)) / 2
        index = bisect_right(starts, middle) - 1
        who = segments[index][2] if index >= 0 and middle <= segments[index][1] else None
        yield Word(who, start, end, words(word.get("punct")) or words(word.get("word")), number)


def _has_google_times(json: object) -> bool:
    results = objects(json, "results") or objects(json, "response", "results")
    spoken = [word for result in results for word in objects(result, "alternatives", 0, "words")]
    return any("word" in word and ("startTime" in word or "startOffset" in word) for word in spoken)


def _is_assemblyai(json: object) -> bool:
    spoken = objects(json, "words") or objects(json, "utterances")
    return bool(spoken) and any(
        follow(json, key) is not None for key in ("audio_url", "acoustic_model", "audio_duration")
    )


RECOGNISERS: tuple[Recogniser, ...] = (
    Recogniser("deepgram", lambda json: bool(objects(json, "results", "channels")), _deepgram),
    Recogniser("assemblyai", _is_assemblyai, _assemblyai),
    Recogniser("google-speech", _has_google_times, _google),
    Recogniser("rev", lambda json: bool(objects(json, "monologues")), _rev),
    Recogniser("bbc-kaldi", lambda json: bool(objects(json, "retval", "segmentation", "segments")), _kaldi),
)
