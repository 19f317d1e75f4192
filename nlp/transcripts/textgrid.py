"""Praat TextGrid, long and short form: interval tiers with a speaker's name."""

import re
from collections.abc import Iterator
from itertools import islice

from nlp.errors import UnreadableFile
from nlp.transcripts.json_access import seconds
from nlp.transcripts.source import Source
from nlp.transcripts.types import Remark, Transcript, Turn
from nlp.transcripts.words import phrases

_TOKEN = re.compile(r'"(?:[^"]|"")*"|<exists>|(?<!\S)[-+]?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?(?!\S)')
_SILENCE = phrases("|sil|<sil>|sp|spn|#|...|silence|<p:>|_")
_NO_SPEAKER = phrases(
    "|word|words|phone|phones|phoneme|phonemes|phrase|phrases|syllable|syllables|sentence|sentences|note|notes|comment"
    "|comments|silences|segments|utterance|utterances|text|gloss|translation|pos"
)
_FINER_TIER = re.compile(r"^(.*\S)\s+-\s+(words|phones)$", re.IGNORECASE)

TIERS_LEFT_OUT = "Tiers that name no speaker are left out: {tiers}."


def is_textgrid(source: Source) -> bool:
    """Whether the text begins as Praat's text files do and holds a TextGrid."""
    head = source.text[:400]
    return "ooTextFile" in head and "TextGrid" in head


def read_textgrid(source: Source) -> Transcript:
    """Read every interval with words in it; empty intervals are silence, point tiers hold no speech.

    As in Praat only free-standing numbers and strings count, so long and short form are read alike.

    Raises:
        UnreadableFile: the file ends too early or holds words where a number should be.
    """
    tokens = (match[0] for match in _TOKEN.finditer(source.text))
    try:
        tiers = list(_tiers(tokens))
    except (ValueError, OverflowError, StopIteration, RuntimeError) as error:
        raise UnreadableFile(source.name, "the TextGrid is cut off or broken", "Save it again in Praat") from error
    spoken = [(name, turns) for name, turns in tiers if name.casefold() not in _NO_SPEAKER]
    left_out = [name or "(no name)" for name, _ in tiers if name.casefold() in _NO_SPEAKER]
    turns = sorted(
        (turn for _, turns in spoken for turn in turns), key=lambda turn: (turn.start or 0.0, turn.end or 0.0)
    )
    remarks = (Remark(TIERS_LEFT_OUT, tiers=", ".join(left_out)),) if left_out and turns else ()
    if not turns:
        turns = [Turn(None, turn.start, turn.end, turn.text, turn.line) for _, found in tiers for turn in found]
    return Transcript(name=source.name, form="textgrid", turns=tuple(turns), shows_overlap=True, remarks=remarks)


def _tiers(tokens: Iterator[str]) -> Iterator[tuple[str, list[Turn]]]:
    """Yield the name and the turns of each interval tier."""
    list(islice(tokens, 5))
    for _ in range(_count(next(tokens))):
        kind, name = _string(next(tokens)), _string(next(tokens)).strip().strip('"').strip()
        list(islice(tokens, 2))
        size = _count(next(tokens))
        finer = _FINER_TIER.match(name)
        rows = [[next(tokens) for _ in range(3 if kind == "IntervalTier" else 2)] for _ in range(size)]
        if kind == "IntervalTier" and not (finer and finer[2].casefold() == "phones"):
            label = finer[1] if finer else name
            yield label, [turn for number, row in enumerate(rows, start=1) if (turn := _turn(label, row, number))]


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
