"""Labels that were not taken for speakers although they may be: words never change hands because of that."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from nlp.transcripts.prose.line_grammar import HEADING, LIST_SIGN, Head, Kind
from nlp.transcripts.prose.speaker_lines import openings_of
from nlp.transcripts.source import Line
from nlp.transcripts.speakers.lexicon import HEADER_WORDS, NOBODY_KNOWN
from nlp.transcripts.speakers.speaker_labels import (
    Labelled,
    has_role,
    is_phrase,
    is_somebody,
    looks_like_name,
    may_be_a_speaker,
)

_NEARLY_ALL = 0.8
_FEWEST = 3
_MOST_WORDS_BESIDE_A_TIME = 4
_MOST_WORDS_OF_SOMEBODY = 6
_SHORTEST_SENTENCE = 4
_SENTENCE_ENDS = (".", "?", "!", "।", "…")
_BOLD = ("**", "__")
_KINDS = frozenset({Kind.COLON, Kind.CLOCK})


def settle_doubts(
    heads: dict[int, Head], accepted: dict[int, Head], lines: Sequence[Line | None]
) -> tuple[dict[int, Head], list[Line]]:
    """Return all heads with those in doubt, and the lines in doubt.

    Only what stands where the labels of speakers stand is in doubt: at the beginning of a paragraph, or in bold, if
    they do. A role, a bold label where labels are bold, and a name alone beside a time are speakers though they occur
    once. Any other label that may be a name begins a turn of nobody known, and its line counts as not read.
    """
    kinds = {head.kind for head in accepted.values()} & _KINDS
    if not kinds:
        return accepted, []
    texts = dict(line for line in lines if line)
    openings = openings_of(lines)
    listed = frozenset(number for number in heads if LIST_SIGN.match(texts[number]))
    accepted, paragraphs = _well_placed(accepted, openings, listed)
    accepted = _without_voices(accepted)
    first = min((number for number, head in accepted.items() if head.kind in _KINDS), default=max(texts))
    bold = _mostly(texts[number].startswith(_BOLD) for number in accepted)
    rejected = {
        number: head
        for number, head in heads.items()
        if number > first and number not in accepted and head.kind in kinds
        if (number in openings or not paragraphs) and (texts[number].startswith(_BOLD) or not bold)
        if number not in listed or first in listed
    }
    counts = Counter(head.label.casefold() for head in rejected.values())
    speakers = {number: head for number, head in rejected.items() if _is_surely_a_speaker(head, bold=bold)}
    speakers |= _openers(heads, lines, first, kinds, bold=bold)
    doubtful = {
        number: head
        for number, head in rejected.items()
        if number not in speakers
        if (paragraphs and _begins_small(head)) or _is_in_doubt(head, counts[head.label.casefold()])
    }
    nobody = {
        number: replace(head, label=NOBODY_KNOWN, text=texts[number], kind=Kind.NOBODY)
        for number, head in doubtful.items()
    }
    return {**accepted, **speakers, **nobody}, [(number, texts[number]) for number in sorted(doubtful)]


def _well_placed(
    accepted: dict[int, Head], openings: frozenset[int], listed: frozenset[int]
) -> tuple[dict[int, Head], bool]:
    """Leave out words seen once in a list, or within a paragraph where names begin paragraphs.

    Returns the heads that are left, and whether names begin paragraphs.
    """
    counts = Counter(head.label.casefold() for head in accepted.values())
    recurring = [number for number, head in accepted.items() if counts[head.label.casefold()] > 1]
    if recurring and listed.isdisjoint(recurring):
        accepted = {number: head for number, head in accepted.items() if number not in listed}
    if len(recurring) <= _FEWEST or not _mostly(number in openings for number in recurring[1:]):
        return accepted, False
    kept = {
        number: head
        for number, head in accepted.items()
        if number in openings or counts[head.label.casefold()] > 1 or _says_more_than_a_word(head)
    }
    return kept, True


def _without_voices(accepted: dict[int, Head]) -> dict[int, Head]:
    """Leave out labels seen once that tell of somebody whose name is not known."""
    counts = Counter(head.label.casefold() for head in accepted.values())
    return {
        number: head
        for number, head in accepted.items()
        if counts[head.label.casefold()] > 1 or has_role(head.label) or not is_somebody(head.label)
    }


def _openers(
    heads: dict[int, Head], lines: Sequence[Line | None], first: int, kinds: Collection[Kind], *, bold: bool
) -> dict[int, Head]:
    """Return the heads right above the first that was accepted: who opens a session may speak only once.

    Only headings stand between, the label is a name as bold as the others, and a sentence follows it. A role with a
    name (`ROBERT SMITH, HOST:`) may also stand above the words.
    """
    found: dict[int, Head] = {}
    above = [line for line in lines if line and line[0] < first]
    for number, text in reversed(above):
        head = heads.get(number)
        if head is None or head.kind not in kinds:
            if HEADING.match(text):
                continue
            break
        if not (_opens(head) and text.startswith(_BOLD) == bold) or LIST_SIGN.match(text):
            break
        found[number] = head
    roles = {number: heads[number] for number, _ in above if number in heads and _is_name_with_role(heads[number])}
    return {**roles, **found}


def _opens(head: Head) -> bool:
    if not looks_like_name(head.label) or is_phrase(head.label) or head.label.casefold() in HEADER_WORDS:
        return False
    return head.text.endswith(_SENTENCE_ENDS) and len(head.text.split()) >= _SHORTEST_SENTENCE


def _is_name_with_role(head: Head) -> bool:
    return head.kind is Kind.COLON and not head.text and has_role(head.label) and "," in head.label


def _is_in_doubt(head: Head, count: int) -> bool:
    return _is_timed_label(head) or is_somebody(head.label) or may_be_a_speaker(Labelled(head.label, head.text), count)


def _begins_small(head: Head) -> bool:
    """Whether a label begins with a small letter, as no paragraph of speech does: `a voice from the back: text`."""
    return head.label[0].islower() and bool(head.text) and len(head.label.split()) <= _MOST_WORDS_OF_SOMEBODY


def _says_more_than_a_word(head: Head) -> bool:
    return head.start is not None or " " in head.label or has_role(head.label)


def _is_timed_label(head: Head) -> bool:
    """Whether a label stands behind a time, where another turn begins, and is no beginning of a sentence."""
    return head.start is not None and head.kind is Kind.COLON and bool(head.text) and not is_phrase(head.label)


def _mostly(signs: Iterable[bool]) -> bool:
    found = list(signs)
    return bool(found) and sum(found) >= _NEARLY_ALL * len(found)


def _is_surely_a_speaker(head: Head, *, bold: bool) -> bool:
    if is_phrase(head.label) or (head.label.casefold() in HEADER_WORDS and not has_role(head.label)):
        return False
    if head.kind is Kind.CLOCK and not head.text:
        return len(head.label.split()) <= _MOST_WORDS_BESIDE_A_TIME
    return has_role(head.label) or (bold and looks_like_name(head.label))
