"""The files of oTranscribe (.otr): JSON that holds typed HTML."""

import html
import re

from nlp.transcripts.json_paths import follow, words
from nlp.transcripts.prose.plain_text import read_paragraphs
from nlp.transcripts.source import Source
from nlp.transcripts.types import Transcript

_BLOCK_END = re.compile(r"</(?:p|div|li|h[1-6])>|<br\s*/?>", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")


def is_otranscribe(source: Source) -> bool:
    """Whether the JSON is a file of oTranscribe (.otr)."""
    return isinstance(follow(source.json, "text"), str) and follow(source.json, "media-time") is not None


def read_otranscribe(source: Source) -> Transcript:
    """Read the typed words as lines of a plain transcript; the time marks stand before the words."""
    typed = follow(source.json, "text")
    text = _BLOCK_END.sub("\n", typed) if isinstance(typed, str) else ""
    lines = html.unescape(_TAG.sub("", text)).replace("\u00a0", " ").split("\n")
    plain = "\n".join(words(line) for line in lines)
    return read_paragraphs(Source(source.name, plain.encode(errors="replace") or b" "), form="otranscribe")
