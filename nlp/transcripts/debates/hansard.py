"""Records of parliaments in running text or HTML: `HON. A. B. NAME.- words MR. SPEAKER.- Order!`."""

import html
import re
from collections.abc import Iterator

from nlp.transcripts.source import Source, unread
from nlp.transcripts.types import Transcript, Turn

_HEAD_END = "</head>"
_PARAGRAPH_END = re.compile(r"</?(?:p|div|br|h[1-6]|li|tr)\b[^<>]*>", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")
_NAME_WORD = r"[A-Z](?:[A-Z.'’]|-(?=[A-Z]))*"
_LABEL = re.compile(
    rf"\b((?:(?:A|THE|AN)\s+)?(?:HON|MR|MRS|MS|DR|MADAM|DEPUTY|PROF)\b\.?(?:\s+{_NAME_WORD}){{1,7}}?)\s*\.[-–—]"
)
_INITIALS = re.compile(r"\.(?=[A-Z])")
_FEWEST = 3
_LONGEST_BLOCK = 200_000


def is_hansard(source: Source) -> bool:
    """Whether at least three labels in capitals end in a full stop and a dash."""
    if ".-" not in source.text and ".–" not in source.text and ".—" not in source.text:
        return False
    return sum(1 for _ in _LABEL.finditer(_plain(source.text[:_LONGEST_BLOCK]))) >= _FEWEST


def read_hansard(source: Source) -> Transcript:
    """Read what follows each label as a turn of that member, tags removed; what comes before the first is not read."""
    text = _plain(source.text)
    marks = list(_LABEL.finditer(text))
    opening = text[: marks[0].start()] if marks else text
    missed = [(number, line) for number, line in enumerate(opening.split("\n"), start=1) if line.strip()]
    turns = tuple(_turns(text, marks))
    return Transcript(name=source.name, form="hansard", turns=turns, shows_overlap=False, unread=unread(missed))


def _turns(text: str, marks: list[re.Match[str]]) -> Iterator[Turn]:
    ends = (*(mark.start() for mark in marks[1:]), len(text))
    line, counted = 1, 0
    for mark, end in zip(marks, ends, strict=False):
        line += text.count("\n", counted, mark.start())
        counted = mark.start()
        words = " ".join(text[mark.end() : end].split())
        if words:
            yield Turn(" ".join(_INITIALS.sub(". ", mark[1]).split()), None, None, words, line)


def _plain(text: str) -> str:
    """Return the text without the head and the tags, as many lines as before, so that line numbers stay."""
    if "<" not in text:
        return text
    head, end, body = text.rpartition(_HEAD_END)
    text = "\n" * head.count("\n") + body if end else text
    return html.unescape(_TAG.sub(" ", _PARAGRAPH_END.sub(" ", text)))
