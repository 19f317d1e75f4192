"""Names behind a time without a colon: `[00:03] Anna We begin.` on every line."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import takewhile

from nlp.text.clock import CLOCK
from nlp.transcripts.speakers.lexicon import SENTENCE_WORDS
from nlp.transcripts.speakers.speaker_labels import split_label

_TIMED = re.compile(rf"^\s*[\[(]\s*({CLOCK}(?:\s*[-–—]\s*{CLOCK})?)\s*[\])]\s+(\S.*)$")
_FEWEST = 4
_FEWEST_NAMES = 2
_NEARLY_ALL = 0.9
_SELDOM = 0.2
_OFTEN = 3
_LONGEST = 4
_SIGNS = ".,;:!?।…\"'“”()[]<>*_-–—："


def with_colons_after_names(lines: Sequence[str]) -> Sequence[str]:
    """Put a colon behind the names, if that is how the record is made.

    Nearly all lines must begin with a time in brackets, and nearly all of those go on with one of a few words that
    recur, none of which begins sentences: in speech the first words of lines are many. A name is as many words with a
    capital as all lines that begin with its first word have in common.
    """
    filled = sum(not line.isspace() and line != "" for line in lines)
    found = {place: match for place, line in enumerate(lines) if (match := _TIMED.match(line))}
    if len(found) < max(_FEWEST, _NEARLY_ALL * filled):
        return lines
    if sum(split_label(match[2]) is not None for match in found.values()) > _SELDOM * len(found):
        return lines
    openings = {place: match[2].split() for place, match in found.items()}
    counts = Counter(words[0] for words in openings.values() if _may_be_name(words))
    firsts = {word for word, count in counts.items() if count > 1}
    covered = sum(counts[word] for word in firsts)
    if not _FEWEST_NAMES <= len(firsts) <= len(found) / _OFTEN + 1 or covered < _NEARLY_ALL * len(found):
        return lines
    names = _names([words for words in openings.values() if words[0] in firsts])
    joined = list(lines)
    for place, words in openings.items():
        if name := names.get(words[0]):
            joined[place] = f"[{found[place][1]}] {' '.join(name)}: {' '.join(words[len(name) :])}"
    return joined


def _may_be_name(words: Sequence[str]) -> bool:
    return len(words) > 1 and _is_name_word(words[0]) and words[0].casefold() not in SENTENCE_WORDS


def _is_name_word(word: str) -> bool:
    return word[0].isalpha() and not word[0].islower() and word[-1] not in _SIGNS


def _names(openings: Sequence[Sequence[str]]) -> dict[str, Sequence[str]]:
    """Return first word -> the words of the name; one word stays for what was said."""
    alike: defaultdict[str, list[Sequence[str]]] = defaultdict(list)
    for words in openings:
        alike[words[0]].append(words)
    return {first: _common(lines) for first, lines in alike.items()}


def _common(openings: Sequence[Sequence[str]]) -> Sequence[str]:
    shortest = min(len(words) for words in openings) - 1
    common = list(openings[0][: min(_LONGEST, shortest)])
    for words in openings:
        same = takewhile(lambda pair: pair[0] == pair[1], zip(common, words, strict=False))
        common = [ours for ours, _ in same]
    return [openings[0][0], *takewhile(_is_name_word, common[1:])]
