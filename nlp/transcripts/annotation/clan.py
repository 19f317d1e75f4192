"""CLAN transcripts (.cha): `*CHI:<tab>words`, dependent lines with `%`, times between two signs of U+0015 (bullets)."""

import re
from codecs import BOM_UTF8
from collections.abc import Iterator, Sequence

from nlp.text.decode import decode
from nlp.transcripts.overlap import has_overlap
from nlp.transcripts.source import Line, Source, unread
from nlp.transcripts.types import Transcript, Turn

_SPEECH = re.compile(r"^\*([^:\s]{1,40}):\s*(.*)$")
_TIME_SIGN = "•"
_TIMES = re.compile(r"•(?:[^•]*?_)?(\d+)_(\d+)•")
_PARTICIPANT = re.compile(r"^(\S+)(?:\s+(.*?))?\s+(\S+)$")
_CODES = re.compile(r"\[[^\[\]]*\]|&[-=+*]\S+|\+[^\s\w]*[<.,/\"?!]+|[<>‹›]|@[a-z:]+\b|•")


def is_clan(source: Source) -> bool:
    """Whether the file begins as CLAN's do."""
    return source.data.removeprefix(BOM_UTF8).lstrip().startswith((b"@UTF8", b"@Begin", b"@Font:", b"@Window:"))


def read_clan(source: Source) -> Transcript:
    """Read the speech lines with their continuations; codes in brackets and dependent lines are no words.

    A speaker is called by the name that the participants line has, or else by the code (`CHI`).
    """
    text = decode(source.name, source.data.replace(b"\x15", b"\x1c"))
    source = Source(source.name, text.replace("\x1c", _TIME_SIGN).encode())
    missed: list[Line] = []
    names: dict[str, str] = {}
    turns = []
    for number, line in _logical_lines(source.lines, missed):
        if line.startswith("@Participants:"):
            names = dict(_participants(line.partition(":")[2]))
        speech = _SPEECH.match(line)
        if speech:
            turns.append(_turn(names.get(speech[1], speech[1]), speech[2], number))
        elif not line.startswith(("@", "%")):
            missed.append((number, line))
    kept = tuple(turn for turn in turns if turn.text)
    return Transcript(name=source.name, form="clan", turns=kept, shows_overlap=has_overlap(kept), unread=unread(missed))


def _logical_lines(lines: Sequence[str], missed: list[Line]) -> Iterator[Line]:
    """Join a line with those below it that begin with a tab."""
    number, joined = 0, ""
    for index, line in enumerate(lines, start=1):
        if line.startswith(("\t", " ")) and joined:
            joined += " " + line.strip()
        elif line.startswith(("\t", " ")) and line.strip():
            missed.append((index, line))
        else:
            if joined:
                yield number, joined
            number, joined = index, line.strip()
    if joined:
        yield number, joined


def _participants(text: str) -> Iterator[tuple[str, str]]:
    """Yield code and name of `CHI Anna Target_Child, INV Investigator`; without a name the code stays."""
    for entry in text.split(","):
        match = _PARTICIPANT.match(entry.strip())
        if match and match[2]:
            yield match[1], match[2].replace("_", " ")


def _turn(speaker: str, text: str, number: int) -> Turn:
    times = [(int(start) / 1000, int(end) / 1000) for start, end in _TIMES.findall(text)]
    words = " ".join(_CODES.sub(" ", _TIMES.sub(" ", text)).split())
    start = min((start for start, _ in times), default=None)
    end = max((end for _, end in times), default=None)
    return Turn(speaker, start, None if start is None or end is None else max(start, end), words.rstrip(" ."), number)
