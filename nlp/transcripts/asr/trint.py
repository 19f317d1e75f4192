"""Trint's JSON: words in milliseconds, with a paragraph and the number of a speaker, or within paragraphs."""

from collections.abc import Iterator, Sequence

from nlp.text.seconds import seconds
from nlp.transcripts.asr.words_to_turns import Word
from nlp.transcripts.json_paths import JsonObject, follow, label, objects, words

_PER_SECOND = 1000


def is_trint(json: object) -> bool:
    """Whether words carry a paragraph and a speaker, or paragraphs hold words with their values."""
    listed = objects(json, "words")[:5]
    if listed:
        return all("para" in word and "time" in word and "duration" in word for word in listed)
    return any("value" in word and "time" in word for each in _paragraphs(json)[:5] for word in objects(each, "words"))


def trint_words(json: object) -> Iterator[Word]:
    """Yield the words; a turn of one speaker may run over several paragraphs."""
    names = [label(each.get("name")) for each in objects(json, "speakers")]
    for number, (who, item) in enumerate(_spoken(json), start=1):
        start, length = (seconds(item.get(key), _PER_SECOND) for key in ("time", "duration"))
        speaker = follow(names, who) if isinstance(who, int) and not isinstance(who, bool) else None
        text = words(item.get("name")) or words(item.get("value"))
        end = None if start is None or length is None else start + length
        yield Word(speaker if isinstance(speaker, str) else label(who), start, end, text, number)


def _spoken(json: object) -> Iterator[tuple[object, JsonObject]]:
    for item in objects(json, "words"):
        yield item.get("speaker"), item
    if not objects(json, "words"):
        for paragraph in _paragraphs(json):
            for item in objects(paragraph, "words"):
                yield paragraph.get("speaker"), item


def _paragraphs(json: object) -> Sequence[JsonObject]:
    return objects(json, "transcript", "paragraphs") or objects(json, "paragraphs")
