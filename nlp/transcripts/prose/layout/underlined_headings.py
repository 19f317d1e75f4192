"""Markdown headings with a line of signs below them: `Part two` above `--------`."""

import re
from collections.abc import Sequence

from nlp.transcripts.source import Line

_UNDERLINE = re.compile(r"^(?:-{3,}|={3,})\s*$")
_LONGEST = 80
_COLON_AND_WORDS = re.compile(r"^[^:：]{1,60}[:：]\s+[^\W\d]")


def without_underlined(lines: Sequence[str]) -> tuple[Sequence[str], list[Line]]:
    """Take away headings that are a paragraph of one line right above a line of signs.

    Such a line may also part two turns, so what may be a turn, a label with words, is left.
    Returns as many lines as before, and the headings.
    """
    places = [place for place in range(1, len(lines)) if _UNDERLINE.match(lines[place])]
    places = [place - 1 for place in places if _is_heading(lines, place - 1)]
    if not places:
        return lines, []
    kept = list(lines)
    for place in places:
        kept[place] = ""
    return kept, [(place + 1, lines[place].strip()) for place in places]


def _is_heading(lines: Sequence[str], place: int) -> bool:
    text = lines[place].strip()
    above = lines[place - 1].strip() if place else ""
    return bool(text) and not above and len(text) <= _LONGEST and not _COLON_AND_WORDS.match(text)
