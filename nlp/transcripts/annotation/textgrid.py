"""Praat TextGrid, long, short and chronological form: interval tiers with a speaker's name."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from statistics import median

from nlp.errors import UnreadableFile
from nlp.messages import Message, msgid
from nlp.text.phrases import phrases
from nlp.text.seconds import seconds
from nlp.transcripts.source import Source
from nlp.transcripts.speakers.lexicon import NO_SPEAKER_TIERS
from nlp.transcripts.types import Transcript, Turn

_TOKEN = re.compile(r'"(?:[^"]|"")*"|<exists>|(?<!\S)[-+]?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?(?!\S)')
_CHRONOLOGICAL = '"Praat chronological TextGrid text file"'
_COMMENT = re.compile(r'^\s*!.*$|(?<=\d)\s+![^"\n]*$', re.MULTILINE)
_SILENCE = phrases("sil|<sil>|sp|spn|#|...|silence|<p:>|_") | {""}
_FINER_TIER = re.compile(r"^(.*\S)\s+-\s+(words|phones)$", re.IGNORECASE)
_SEVERAL = 3
_MOST_LINES = 2_000_000
"""Ten times as many as in other records: every word and sound has three or four."""
_SHORTEST = 0.15
"""Seconds: intervals of which half are shorter hold sounds or tones; words last a quarter of a second and more."""

TIERS_LEFT_OUT = msgid("Tiers that name no speaker are left out: {tiers}.")


def is_textgrid(source: Source) -> bool:
    """Whether the text begins as Praat's text files do and holds a TextGrid."""
    head = source.text[:400]
    return ("ooTextFile" in head and "TextGrid" in head) or _is_chronological(source.text)


def _is_chronological(text: str) -> bool:
    return text[:100].lstrip().startswith(_CHRONOLOGICAL)


def read_textgrid(source: Source) -> Transcript:
    """Read every interval with words in it; empty intervals are silence, point tiers hold no speech.

    As in Praat only free-standing numbers and strings count, so long and short form are read alike.

    Raises:
        UnreadableFile: the file ends too early, holds words where a number should be, or has too many lines.
    """
    count = max(source.text.count("\n"), source.text.count("\r"))
    if count > _MOST_LINES:
        problem = Message("the text has {count} lines, more than {most}", {"count": count, "most": _MOST_LINES})
        raise UnreadableFile(source.name, problem, Message("Hand in each session as a file of its own"))
    chronological = _is_chronological(source.text)
    text = _COMMENT.sub("", source.text) if chronological else source.text
    tokens = (match[0] for match in _TOKEN.finditer(text))
    try:
        tiers = _mixed_tiers(tokens) if chronological else list(_tiers(tokens))
    except (ValueError, OverflowError, StopIteration, RuntimeError) as error:
        raise UnreadableFile(
            source.name, Message("the TextGrid is cut off or broken"), Message("Save it again in Praat")
        ) from error
    spoken = [turns for name, turns in tiers if _is_spoken(name, turns)]
    left_out = [name or "(no name)" for name, turns in tiers if not _is_spoken(name, turns)]
    turns = sorted((turn for turns in spoken for turn in turns), key=lambda turn: (turn.start or 0.0, turn.end or 0.0))
    remarks = (Message(TIERS_LEFT_OUT, {"tiers": tuple(left_out)}),) if left_out and turns else ()
    if not turns:
        turns = [Turn(None, turn.start, turn.end, turn.text, turn.line) for _, found in tiers for turn in found]
    return Transcript(name=source.name, form="textgrid", turns=tuple(turns), shows_overlap=True, remarks=remarks)


def _is_spoken(name: str, turns: Sequence[Turn]) -> bool:
    """Whether a tier may be a person's: sounds and tones are shorter than words, whatever their tier is called."""
    if name.casefold() in NO_SPEAKER_TIERS:
        return False
    return len(turns) < _SEVERAL or median((turn.end or 0.0) - (turn.start or 0.0) for turn in turns) >= _SHORTEST


def _tiers(tokens: Iterator[str]) -> Iterator[tuple[str, list[Turn]]]:
    """Yield the name and the turns of each interval tier."""
    list(islice(tokens, 5))
    for _ in range(_count(next(tokens))):
        kind, name = _string(next(tokens)), " ".join(_string(next(tokens)).strip(' "').split())
        list(islice(tokens, 2))
        size = _count(next(tokens))
        finer = _FINER_TIER.match(name)
        rows = [[next(tokens) for _ in range(3 if kind == "IntervalTier" else 2)] for _ in range(size)]
        if kind == "IntervalTier" and not (finer and finer[2].casefold() == "phones"):
            label = finer[1] if finer else name
            yield label, [turn for number, row in enumerate(rows, start=1) if (turn := _turn(label, row, number))]


def _mixed_tiers(tokens: Iterator[str]) -> list[tuple[str, list[Turn]]]:
    """Return the tiers of the chronological form, in which each interval begins with the number of its tier."""
    list(islice(tokens, 3))
    kinds, names = [], []
    for _ in range(_count(next(tokens))):
        kinds.append(_string(next(tokens)))
        names.append(" ".join(_string(next(tokens)).split()))
        list(islice(tokens, 2))
    turns: list[list[Turn]] = [[] for _ in names]
    for number, token in enumerate(tokens, start=1):
        tier = _count(token) - 1
        if not 0 <= tier < len(names):
            message = f"there is no tier {token}"
            raise ValueError(message)
        row = [next(tokens) for _ in range(3 if kinds[tier] == "IntervalTier" else 2)]
        if kinds[tier] == "IntervalTier" and (turn := _turn(names[tier], row, number)):
            turns[tier].append(turn)
    return [(name, found) for kind, name, found in zip(kinds, names, turns, strict=True) if kind == "IntervalTier"]


def _turn(label: str, row: list[str], number: int) -> Turn | None:
    start, end = seconds(row[0]), seconds(row[1])
    text = " ".join(_string(row[2]).split())
    if start is None or end is None or text.casefold() in _SILENCE:
        return None
    return Turn(label, start, max(start, end), text, number)


def _string(token: str) -> str:
    if not token.startswith('"'):
        message = f"a string was expected, not {token}"
        raise ValueError(message)
    return token[1:-1].replace('""', '"')


def _count(token: str) -> int:
    return int(float(token))
