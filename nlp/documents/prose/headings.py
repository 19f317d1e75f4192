"""Lines that are headings though nothing marks them: `Element: Trust`, a short line or a question above bullets."""

import re

from nlp.documents.tables.column_names import meaning

_ELEMENT_LINE = re.compile(r"\s*(?:\*\*|__)?([^\W\d_][^:：]{0,20})\s*[:：](?:\*\*|__)?\s*(\S.{0,90})")
_END = re.compile(r"[.!?।॥۔؟,;]\s*$")
_QUESTION = re.compile(r"[^.!?।॥۔؟？]+[?؟？]\s*")
_MOST_WORDS = 8
_MOST_WORDS_OF_QUESTION = 25
_MOST_WORDS_BEFORE_COLON = 5


def named_element(text: str) -> str | None:
    """Return "Communications" for `Element: Communications` in English, Bangla or Nepali, else None."""
    match = _ELEMENT_LINE.fullmatch(text)
    return match[2].strip("*_ ") if match and meaning(match[1]) == "element" else None


def could_be_heading(text: str) -> bool:
    """Whether `text` is one question, or as short as a heading and no sentence; above bullets such a line is one."""
    stripped = text.strip()
    if _QUESTION.fullmatch(stripped):
        return len(stripped.split()) <= _MOST_WORDS_OF_QUESTION
    most = _MOST_WORDS_BEFORE_COLON if stripped.endswith((":", "：")) else _MOST_WORDS
    return 0 < len(stripped.split()) <= most and not _END.search(stripped) and ": " not in stripped
