"""Words that somebody put into the speech of another: `[Bela: yes]` within a turn of Anna."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from nlp.transcripts.types import Turn

_INSERTION = re.compile(r"\s*\[([^\[\]:：]{1,30})[:：]\s*([^\[\]]*?)\s*\]")


def with_insertions_apart(turns: Iterable[Turn], speakers: Collection[str]) -> Iterator[Turn]:
    """Make a turn of every insertion by one of the speakers (case-folded): before the turn it opens, else after it."""
    for turn in turns:
        found = [match for match in _INSERTION.finditer(turn.text) if match[1].strip().casefold() in speakers]
        if not found:
            yield turn
            continue
        said = [Turn(match[1].strip(), turn.start, None, match[2], turn.line) for match in found]
        opening = sum(1 for _ in found if not turn.text[: found[0].start()].strip()) and 1
        yield from said[:opening]
        yield replace(turn, text=_without(turn.text, found))
        yield from said[opening:]


def _without(text: str, found: list[re.Match[str]]) -> str:
    pieces, place = [], 0
    for match in found:
        pieces.append(text[place : match.start()])
        place = match.end()
    return "".join((*pieces, text[place:])).strip()
