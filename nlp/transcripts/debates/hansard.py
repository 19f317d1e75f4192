"""Records of parliaments in running text or HTML: `HON. A. B. NAME.- words MR. SPEAKER.- Order!`, `Mr NAME - words`."""

import html
import re
from collections.abc import Iterator

from nlp.transcripts.source import Line, Source, unread
from nlp.transcripts.types import Transcript, Turn

_HEAD_END = "</head>"
_PARAGRAPH_END = re.compile(r"</?(?:p|div|br|h[1-6]|li|tr)\b[^<>]*>", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")
_NAME_WORD = r"[A-Z](?:[A-Z.'’]|-(?=[A-Z]))*"
_LABEL = re.compile(
    rf"\b((?:(?:A|THE|AN)\s+)?(?:HON|MR|MRS|MS|DR|MADAM|DEPUTY|PROF)\b\.?(?:\s+{_NAME_WORD}){{1,7}}?)\s*\.[-–—]"
)
_LABEL_AND_COLON = re.compile(
    rf"\b((?:(?:A|THE|AN)\s+)?(?:HON|MR|MRS|MS|DR|MADAM|DEPUTY|PROF)\b\.?(?:\s+{_NAME_WORD}){{1,7}}?)\s*:(?=\s)"
)
_LABEL_AND_DASH = re.compile(
    rf"^[^\S\n]*((?:The\s)?(?:HON|Hon|MR|Mr|MRS|Mrs|MS|Ms|MISS|Miss|DR|Dr|SIR|Sir|MADAM|Madam|PROF|Prof)\b\.?"
    rf"(?:[^\S\n]+{_NAME_WORD}){{1,7}})(?:[^\S\n]*\([^()\n]{{1,100}}\))?[^\S\n]+[-–—][^\S\n]+(?=\S)",
    re.MULTILINE,
)
_ASIDE = re.compile(
    r"^(?:Page\s\d{1,5}:?|\d\d/\d\d|Leave (?:not )?(?:granted|refused)\.?|(?:Motion|Question)\b.{0,120}\b(?:agreed to"
    r"|carried|lost|negatived|put|resolved in the affirmative)\.?|Debate\b.{0,80}\badjourned\.?"
    r"|Bill\b.{0,80}\bread a (?:first|second|third) time\.?"
    r"|(?:Sitting|Parliament|House)\b.{0,60}\b(?:suspended|adjourned)\b.{0,80})$",
    re.IGNORECASE,
)
_LEAST_LETTERS = 5
_OF_THE_PAGE = re.compile(
    r"<(span|a|p|div)\b[^<>]{0,200}>\s{0,20}(?:Page\s+\d{1,5}|\d{1,5}|\d{1,2}\s+[A-Z][a-z]{2,8}\s+\d{4})\s{0,20}</\1>"
)
_PAGE = re.compile(r"<!doctype html|<html\b", re.IGNORECASE)
_INITIALS = re.compile(r"\.(?=[A-Z])")
_FEWEST = 3
_LONGEST_BLOCK = 200_000
_HEAD = 4000


def is_hansard(source: Source) -> bool:
    """Whether at least three labels in capitals end in a full stop and a dash, or begin lines and end in a dash.

    On a web page they may also end in a colon.
    """
    return _grammar(source) is not None


def _grammar(source: Source) -> re.Pattern[str] | None:
    text = source.text
    if any(sign in text for sign in (".-", ".–", ".—")) and _is_common(_LABEL, text):
        return _LABEL
    if any(sign in text for sign in (" - ", " – ", " — ")) and _is_common(_LABEL_AND_DASH, text):
        return _LABEL_AND_DASH
    return _LABEL_AND_COLON if _PAGE.search(text[:_HEAD]) and _is_common(_LABEL_AND_COLON, text) else None


def _is_common(label: re.Pattern[str], text: str) -> bool:
    return sum(1 for _ in label.finditer(_plain(text[:_LONGEST_BLOCK]))) >= _FEWEST


def read_hansard(source: Source) -> Transcript:
    """Read what follows each label as a turn of that member, tags removed; what comes before the first is not read."""
    label = _grammar(source) or _LABEL
    text = _plain(_without_page_heads(source.text) if label is _LABEL_AND_COLON else source.text)
    text, aside = _without_asides(text) if label is _LABEL_AND_DASH else (text, [])
    marks = list(label.finditer(text))
    opening = text[: marks[0].start()] if marks else text
    missed = [(number, line) for number, line in enumerate(opening.split("\n"), start=1) if line.strip()]
    turns = tuple(_turns(text, marks))
    missed = sorted([*missed, *aside])
    return Transcript(name=source.name, form="hansard", turns=turns, shows_overlap=False, unread=unread(missed))


def _without_asides(text: str) -> tuple[str, list[Line]]:
    """Take away lines that nobody said: numbers of pages, headings in capitals, and what became of a motion."""
    lines = text.split("\n")
    aside = [(number, line.strip()) for number, line in enumerate(lines, start=1) if _is_aside(line.strip())]
    for number, _ in aside:
        lines[number - 1] = ""
    return "\n".join(lines), aside


def _is_aside(line: str) -> bool:
    in_capitals = line.isupper() and sum(sign.isalpha() for sign in line) >= _LEAST_LETTERS
    return in_capitals or _ASIDE.match(line) is not None


def _turns(text: str, marks: list[re.Match[str]]) -> Iterator[Turn]:
    ends = (*(mark.start() for mark in marks[1:]), len(text))
    line, counted = 1, 0
    for mark, end in zip(marks, ends, strict=False):
        line += text.count("\n", counted, mark.start())
        counted = mark.start()
        words = " ".join(text[mark.end() : end].split())
        if words:
            yield Turn(" ".join(_INITIALS.sub(". ", mark[1]).split()), None, None, words, line)


def _without_page_heads(text: str) -> str:
    """Return the text without the numbers and dates at the tops of pages, as many lines as before."""
    return _OF_THE_PAGE.sub(lambda found: "\n" * found[0].count("\n"), text)


def _plain(text: str) -> str:
    """Return the text without the head and the tags, as many lines as before, so that line numbers stay."""
    if "<" not in text:
        return text
    head, end, body = text.rpartition(_HEAD_END)
    text = "\n" * head.count("\n") + body if end else text
    return html.unescape(_TAG.sub(" ", _PARAGRAPH_END.sub(" ", text)))
