"""Deepgram, AssemblyAI, Google, Rev, Azure, Speechmatics, Trint, BBC Kaldi: words or phrases with a speaker each."""

from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from nlp.text.seconds import seconds
from nlp.transcripts.asr.trint import is_trint, trint_words
from nlp.transcripts.asr.words_to_turns import Word, join_words
from nlp.transcripts.json_paths import JsonObject, follow, label, objects, words
from nlp.transcripts.overlap import has_overlap
from nlp.transcripts.source import Source
from nlp.transcripts.types import Transcript

_PUNCTUATION = frozenset(".,?!;:।")
_TICKS = 10_000_000
_GOOGLE_TIMES = {"startTime", "startOffset", "start_time", "start_offset", "endTime", "endOffset", "end_offset"}


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


def _deepgram_phrases(json: object) -> Iterator[Word]:
    """Yield utterances, or else the sentences of paragraphs, of a result without single words."""
    paragraphs = objects(json, "results", "channels", 0, "alternatives", 0, "paragraphs", "paragraphs")
    sentences = [{**part, "speaker": each.get("speaker")} for each in paragraphs for part in objects(each, "sentences")]
    for number, part in enumerate(objects(json, "results", "utterances") or sentences, start=1):
        text = words(part.get("transcript")) or words(part.get("text"))
        yield Word(label(part.get("speaker")), seconds(part.get("start")), seconds(part.get("end")), text, number)


def _azure(json: object) -> Iterator[Word]:
    """Times are ticks of 100 nanoseconds or ISO durations; the first of the guesses at a phrase is the best."""
    phrases = objects(json, "recognizedPhrases")
    several = len({str(phrase.get("channel")) for phrase in phrases}) > 1
    for number, phrase in enumerate(phrases, start=1):
        start, length = (
            time if (time := seconds(phrase.get(f"{key}InTicks"), _TICKS)) is not None else seconds(phrase.get(key))
            for key in ("offset", "duration")
        )
        who = label(phrase.get("speaker")) or (f"Channel {phrase.get('channel')}" if several else None)
        text = words(follow(phrase, "nBest", 0, "display")) or words(follow(phrase, "nBest", 0, "lexical"))
        yield Word(who, start, None if start is None or length is None else start + length, text, number)


def _speechmatics(json: object) -> Iterator[Word]:
    """`UU` is a speaker whom Speechmatics could not tell."""
    for number, item in enumerate(objects(json, "results"), start=1):
        best = follow(item, "alternatives", 0)
        who = label(follow(best, "speaker"))
        start, end = seconds(item.get("start_time")), seconds(item.get("end_time"))
        glued = item.get("type") == "punctuation" and item.get("attaches_to", "previous") == "previous"
        yield Word(None if who == "UU" else who, start, end, words(follow(best, "content")), number, glued)


def _assemblyai(json: object) -> Iterator[Word]:
    """Times are milliseconds; the words of utterances are used if there are any, since they carry the speaker."""
    spoken = [word for turn in objects(json, "utterances") for word in objects(turn, "words")] or objects(json, "words")
    for number, word in enumerate(spoken, start=1):
        start, end = seconds(word.get("start"), 1000), seconds(word.get("end"), 1000)
        yield Word(label(word.get("speaker")), start, end, words(word.get("text")), number)


def _google(json: object) -> Iterator[Word]:
    """With diarisation the last result repeats every word with its tag; the results before it would count twice."""
    results = _google_results(json)
    last = objects(results[-1], "alternatives", 0, "words")
    tagged = last if any("speakerTag" in word or "speaker_tag" in word for word in last) else []
    spoken = tagged or [word for result in results for word in objects(result, "alternatives", 0, "words")]
    for number, word in enumerate(spoken, start=1):
        start = _first(word, "startTime", "startOffset", "start_time", "start_offset")
        end = _first(word, "endTime", "endOffset", "end_time", "end_offset")
        who = _first(word, "speakerLabel", "speaker_label", "speakerTag", "speaker_tag")
        yield Word(label(who or None), seconds(start), seconds(end), words(word.get("word")), number)


def _first(item: JsonObject, *keys: str) -> object:
    return next((item[key] for key in keys if item.get(key) is not None), None)


def _google_results(json: object) -> list[JsonObject]:
    """Return the results of one file: of a request, of an operation, or the first of a batch."""
    batch = follow(json, "results")
    files = [each for each in batch.values() if isinstance(each, dict)] if isinstance(batch, dict) else []
    of_batch = next((found for file in files if (found := objects(file, "transcript", "results"))), [])
    return objects(json, "results") or objects(json, "response", "results") or of_batch


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
    segments = objects(json, "retval", "segmentation", "segments")
    spoken = objects(json, "retval", "words")
    return _by_segment(
        [(seconds(each.get("start")), seconds(each.get("duration")), label(each.get("speaker"))) for each in segments],
        [
            (seconds(word.get("start")), seconds(word.get("end")), words(word.get("punct")) or words(word.get("word")))
            for word in spoken
        ],
    )


def _old_speechmatics(json: object) -> Iterator[Word]:
    def span(item: JsonObject) -> tuple[float | None, float | None]:
        return seconds(item.get("time")), seconds(item.get("duration"))

    spoken = [(*span(word), words(word.get("name"))) for word in objects(json, "words")]
    return _by_segment(
        [(*span(each), label(each.get("name"))) for each in objects(json, "speakers")],
        [(start, None if start is None else start + (length or 0.0), text) for start, length, text in spoken],
    )


def _by_segment(
    segments: list[tuple[float | None, float | None, str | None]],
    spoken: list[tuple[float | None, float | None, str]],
) -> Iterator[Word]:
    """Give each word to the segment (start, length, speaker) in which its middle lies."""
    spans = sorted(
        ((start, start + length, who) for start, length, who in segments if start is not None and length is not None),
        key=lambda span: span[:2],
    )
    starts = [start for start, _, _ in spans]
    for number, (start, end, text) in enumerate(spoken, start=1):
        middle = ((start or 0.0) + (end or start or 0.0)) / 2
        index = bisect_right(starts, middle) - 1
        who = spans[index][2] if index >= 0 and middle <= spans[index][1] else None
        yield Word(who, start, end, text, number, glued=text in _PUNCTUATION)


def _has_google_times(json: object) -> bool:
    spoken = (word for result in _google_results(json) for word in objects(result, "alternatives", 0, "words"))
    return any("word" in word and not word.keys().isdisjoint(_GOOGLE_TIMES) for word in spoken)


def _has_deepgram_words(json: object) -> bool:
    return any(objects(channel, "alternatives", 0, "words") for channel in objects(json, "results", "channels"))


def _is_speechmatics(json: object) -> bool:
    return any(
        "start_time" in item and isinstance(follow(item, "alternatives", 0, "content"), str)
        for item in objects(json, "results")[:5]
    )


def _is_old_speechmatics(json: object) -> bool:
    return all(
        any("time" in item and "duration" in item and "name" in item for item in objects(json, key)[:5])
        for key in ("speakers", "words")
    )


def _is_assemblyai(json: object) -> bool:
    spoken = objects(json, "words") or objects(json, "utterances")
    return bool(spoken) and any(
        follow(json, key) is not None for key in ("audio_url", "acoustic_model", "audio_duration")
    )


RECOGNISERS: tuple[Recogniser, ...] = (
    Recogniser("deepgram", _has_deepgram_words, _deepgram),
    Recogniser("deepgram", lambda json: bool(objects(json, "results", "channels")), _deepgram_phrases),
    Recogniser("azure-speech", lambda json: bool(objects(json, "recognizedPhrases")), _azure),
    Recogniser("speechmatics", _is_speechmatics, _speechmatics),
    Recogniser("assemblyai", _is_assemblyai, _assemblyai),
    Recogniser("google-speech", _has_google_times, _google),
    Recogniser("rev", lambda json: bool(objects(json, "monologues")), _rev),
    Recogniser("trint", is_trint, trint_words),
    Recogniser("speechmatics", _is_old_speechmatics, _old_speechmatics),
    Recogniser("bbc-kaldi", lambda json: bool(objects(json, "retval", "segmentation", "segments")), _kaldi),
)
