"""Captions in which every cue opens with a name but no colon: `Tim Davis There are ...`, `(Anna) There are ...`."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import takewhile

from nlp.names import ADDRESSES
from nlp.transcripts.captions.cues import Cue, Part, unescape
from nlp.transcripts.speakers.speaker_labels import clean_label, looks_like_name, possible

_BRACKETS = re.compile(r"^(?:[-–—]\s*)?(?:\[([^\[\]]{1,40})\]|\(([^()]{1,40})\))\s*(\S.*)$")
_FEWEST_CUES = 4
_MOSTLY = 0.75
_SHORTEST = 2
_LONGEST = 5
_JOINING = frozenset({"&", "and", "de", "da", "van", "von", "der", "la", "bin", "al"})


def names_without_colon(cues: Sequence[Cue]) -> list[list[Part]]:
    """Return the parts of cues whose opening words are names, or [] if that is not how the file is made.

    A name is two to five words with capitals that open at least two cues; with a smaller share than three quarters of
    all cues they may be no names. A name is as long as all cues that begin with the same two words agree.
    """
    openings = [unescape(cue.text).split() for cue in cues]
    counts = Counter(tuple(words[:_SHORTEST]) for words in openings if _is_opening(words))
    repeated = {pair for pair, count in counts.items() if count > 1}
    if (
        len(cues) < _FEWEST_CUES
        or len(repeated) < _SHORTEST
        or sum(counts[pair] for pair in repeated) < _MOSTLY * len(cues)
    ):
        return []
    alike: defaultdict[tuple[str, ...], list[list[str]]] = defaultdict(list)
    for words in openings:
        alike[tuple(words[:_SHORTEST])].append(words)
    names = {pair: _name(alike[pair]) for pair in repeated}
    return [[_part(words, names.get(tuple(words[:_SHORTEST]), []))] for words in openings]


def names_in_brackets(cues: Sequence[Cue]) -> list[list[Part]]:
    """Return the parts of cues that begin with a name in brackets, or [] if fewer than half of them do.

    `(music)` and `[laughs]` are no names: they are written small.
    """
    texts = [unescape(cue.text) for cue in cues]
    found = [_BRACKETS.match(text) for text in texts]
    labels = [clean_label(match[1] or match[2]) if match else "" for match in found]
    names = [label if possible(label) and looks_like_name(label) else "" for label in labels]
    counts = Counter(name for name in names if name)
    if len(counts) < _SHORTEST or counts.total() * 2 < len(cues) or counts.most_common(1)[0][1] < _SHORTEST:
        return []
    return [
        [(name, match[3]) if match and name else (None, text)]
        for name, match, text in zip(names, found, texts, strict=True)
    ]


def _is_opening(words: Sequence[str]) -> bool:
    if len(words) <= _SHORTEST or not _is_name_word(words[0]):
        return False
    return _is_name_word(words[1]) or words[1] in _JOINING or words[1] in ADDRESSES


def _is_name_word(word: str) -> bool:
    return word[0].isupper() and word[-1] not in ".,;:!?" and not word.isupper()


def _name(openings: Sequence[Sequence[str]]) -> list[str]:
    """Return the capitalised words that all cues with the same first two words have in common."""
    common = list(openings[0][:_LONGEST])
    for words in openings:
        same = (ours == theirs for ours, theirs in zip(common, words, strict=False))
        common = [word for word, _ in zip(common, takewhile(bool, same), strict=False)]
    while len(common) > _SHORTEST and not _is_name_word(common[-1]) and common[-1] not in ADDRESSES:
        common.pop()
    return common


def _part(words: Sequence[str], name: Sequence[str]) -> Part:
    return (" ".join(name) or None, " ".join(words[len(name) :]))
