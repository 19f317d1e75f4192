"""Where the words that were looked for stand in a text: whole words, so that no letter loses its signs."""

import unicodedata
from collections.abc import Iterable, Sequence

from nlp.text.folding import FoldedWord, folded_words
from service.names.slugs import JOINERS
from service.search.types import Mark, Term


def marks_of(text: str, terms: Iterable[Term]) -> tuple[Mark, ...]:
    """Return the words of a text that terms look for, in their order; those that overlap are one."""
    words = list(folded_words(text))
    found = sorted(
        (words[at].start, words[at + len(term.words) - 1].end)
        for term in terms
        for at in range(len(words) - len(term.words) + 1)
        if _stands(term, words[at : at + len(term.words)])
    )
    joined: list[Mark] = []
    for start, end in found:
        if joined and start < joined[-1].end:
            start = joined[-1].start
            end = max(end, joined.pop().end)
        joined.append(Mark(start, _whole(text, end)))
    return tuple(joined)


def _whole(text: str, end: int) -> int:
    """Return where the sign before `end` ends: what is written on it belongs to it, such as the keycap of "1"."""
    while end < len(text) and (unicodedata.category(text[end])[0] == "M" or text[end] in JOINERS):
        end += 1
    return end


def _stands(term: Term, words: Sequence[FoldedWord]) -> bool:
    *others, last = (each.word for each in words)
    *wanted, ending = term.words
    return others == wanted and (last == ending if term.whole else last.startswith(ending))
