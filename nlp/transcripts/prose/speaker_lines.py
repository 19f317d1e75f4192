"""Which lines of a plain transcript really name a speaker."""

import re
from collections import Counter
from collections.abc import Collection, Sequence
from itertools import pairwise

from nlp.transcripts.prose.front_matter import is_header_line, is_remark, split_names
from nlp.transcripts.prose.line_grammar import HEADING, LIST_SIGN, Head, Kind
from nlp.transcripts.prose.time_marks import without_times
from nlp.transcripts.source import Line
from nlp.transcripts.speakers.lexicon import HEADER_WORDS
from nlp.transcripts.speakers.speaker_labels import (
    Labelled,
    accept_labels,
    has_role,
    is_link,
    is_phrase,
    looks_like_name,
)

_MOSTLY = 0.5
_OFTEN = 0.25
_FEWEST_HEADINGS = 3
_FEWEST_SPEAKERS = 2
_MOST_WORDS = 6
_LONGEST_HEADER = 80
_LONGEST_LINE_OF_HEADER = 200
_NAME_WORDS = 3
_FEWEST_VALUES = 3
_LATEST_BLOCK = 60
_LONGEST_VALUE = 4
_SELDOM = 5
_SECTION = re.compile(r"^\[[^\[\]:：]{1,60}\]$")
_BLANK = re.compile(r"^[\s_.…]*[_.…]{3,}$")
_SENTENCE_ENDS = (".", "?", "!", "।", "…")


def accept_heads(heads: dict[int, Head], lines: Sequence[Line | None]) -> dict[int, Head]:
    """Keep the heads that name speakers: those with colon or clock, or else headings, bold lines, dashes or bare lines.

    Where most have a clock, a colon within a paragraph makes no speaker. "Unknown Speaker" on a line of its own ends
    the turn before it in any case.
    """
    accepted = {number: head for number, head in heads.items() if head.kind is Kind.TOOL}
    accepted = accepted or _with_colon_or_clock(_without_header(heads, lines), lines)
    accepted = accepted or _as_headings(heads) or _with_dash(heads, lines) or _as_bare_lines(heads, lines)
    accepted = accepted or _as_single_speeches(heads, lines)
    nobody = {number: head for number, head in heads.items() if head.kind is Kind.NOBODY}
    return {**nobody, **accepted} if accepted else {}


def at_margin(heads: dict[int, Head], indented: frozenset[int]) -> dict[int, Head]:
    """Leave out heads in lines that begin with a tab, unless most heads do: such lines go on with what is above."""
    inner = {number for number in heads if number in indented}
    if not inner or len(inner) > _MOSTLY * len(heads):
        return heads
    return {number: head for number, head in heads.items() if number not in inner}


def _without_header(heads: dict[int, Head], lines: Sequence[Line | None]) -> dict[int, Head]:
    """Leave out lines such as `Presenter: Anna Lund` above the first label that recurs.

    There a label is also none if only links or a list follow it, or if it stands above or among lines such as `Date:`.
    """
    spoken = {
        number: head.label.casefold()
        for number, head in heads.items()
        if head.kind in {Kind.COLON, Kind.CLOCK} and not is_link(head.text)
    }
    counts = Counter(spoken.values())
    first = min((number for number, label in spoken.items() if counts[label] > 1), default=0)
    header_end = max(_end_of_header(lines, first), block_end := _end_of_block(lines))
    above_lists = _above_lists(lines)
    title = _title(lines) if first else 0
    return {
        number: head
        for number, head in heads.items()
        if head.kind is not Kind.COLON
        or not (
            (number < first and (_is_of_header(head, counts) or is_link(head.text)))
            or (counts[head.label.casefold()] < _FEWEST_SPEAKERS and number <= header_end and _is_brief(head))
            or (number < first and not head.text and number in above_lists)
            or (number < first and counts[head.label.casefold()] < _FEWEST_SPEAKERS and _is_full_name(head.text))
            or number <= block_end
            or (number == title and counts[head.label.casefold()] < _FEWEST_SPEAKERS)
        )
    }


def _end_of_header(lines: Sequence[Line | None], first: int) -> int:
    """Return the last line of the last paragraph above `first` that has a line such as `Date: 3 May`, 0 if none has.

    Where no label recurs (`first` is 0) only the first paragraph can be one.
    """
    end, of_header = 0, False
    for line in (*lines, None):
        if line is None:
            of_header = False
            if end and not first:
                break
        elif first and line[0] >= first:
            break
        else:
            of_header = of_header or (is_header_line(line[1]) and not is_remark(line[1]))
            end = line[0] if of_header else end
    return end


def _end_of_block(lines: Sequence[Line | None]) -> int:
    """Return the last line of the last paragraph near the top of which every line is like `Date: 3 May`, 0 if none is.

    One of them at least has a word that is known; `Interviewer: Anna Lund` alone may be said by somebody.
    """
    end, block = 0, []
    for line in (*lines[:_LATEST_BLOCK], None):
        if line:
            block.append(line)
            continue
        if len(block) > 1 and all(_is_key_and_value(text) for _, text in block):
            known = any(is_header_line(text) and not is_remark(text) for _, text in block)
            end = block[-1][0] if known else end
        block = []
    return end


def _is_key_and_value(text: str) -> bool:
    key, colon, value = text.replace("：", ":").partition(":")
    return (
        bool(colon)
        and bool(key.strip())
        and len(value) <= _LONGEST_HEADER
        and not value.rstrip().endswith(_SENTENCE_ENDS)
    )


def _title(lines: Sequence[Line | None]) -> int:
    """Return the number of the first line if it is a paragraph of its own in capitals and no sentence, 0 if not."""
    place = next((place for place, line in enumerate(lines) if line), None)
    line = None if place is None or any(lines[place + 1 : place + 2]) else lines[place]
    return line[0] if line and line[1].isupper() and not line[1].endswith(_SENTENCE_ENDS) else 0


def _above_lists(lines: Sequence[Line | None]) -> frozenset[int]:
    """Return the numbers of the lines below which a list begins, blank lines left aside."""
    filled = [line for line in lines if line]
    return frozenset(above[0] for above, below in pairwise(filled) if LIST_SIGN.match(below[1]))


def _is_brief(head: Head) -> bool:
    """Whether what follows a label is a name or a title, not a sentence."""
    if len(head.text.split()) <= _NAME_WORDS:
        return True
    return len(head.text) <= _LONGEST_LINE_OF_HEADER and not head.text.rstrip().endswith(_SENTENCE_ENDS)


def _is_full_name(text: str) -> bool:
    if " " not in text or text.endswith(_SENTENCE_ENDS) or not looks_like_name(text):
        return False
    return all(word[0].isupper() for word in text.split() if word[0].isalpha())


def _is_of_header(head: Head, counts: Counter[str]) -> bool:
    if len(head.text) > _LONGEST_HEADER or head.text.endswith(_SENTENCE_ENDS):
        return False
    names = split_names(head.text)
    return head.label.casefold() in HEADER_WORDS or (bool(names) and all(counts[name.casefold()] for name in names))


def _with_colon_or_clock(heads: dict[int, Head], lines: Sequence[Line | None]) -> dict[int, Head]:
    accepted = _accept_kinds(heads, lines, {Kind.COLON, Kind.CLOCK})
    clocks = {number: head for number, head in accepted.items() if head.kind is Kind.CLOCK}
    return clocks if clocks and 2 * len(clocks) >= len(accepted) else accepted


def _accept_kinds(heads: dict[int, Head], lines: Sequence[Line | None], kinds: set[Kind]) -> dict[int, Head]:
    spoken = {number: head for number, head in heads.items() if head.kind in kinds}
    answered = {head.label.casefold() for head in spoken.values() if not _BLANK.match(head.text)}
    spoken = {number: head for number, head in spoken.items() if head.label.casefold() in answered}
    paragraphs = sum(1 for line in lines if line and line[0] not in spoken)
    places = sum(1 for head in spoken.values() if head.text) + paragraphs
    labels = accept_labels([Labelled(head.label, head.text) for head in spoken.values()], max(places, 1))
    accepted = {number: head for number, head in spoken.items() if head.label.casefold() in labels}
    if _is_form(accepted, lines) or _is_settings(accepted, lines) or _are_headings(accepted.values()):
        return {}
    return accepted


def _are_headings(heads: Collection[Head]) -> bool:
    """Whether every label is one word, seen once and no role, and has no time: headings of notes are so as well."""
    labels = {head.label.casefold() for head in heads}
    if len(labels) < max(len(heads), _FEWEST_VALUES) or any(head.start is not None for head in heads):
        return False
    return not any(has_role(head.label) or " " in head.label for head in heads)


def _is_settings(heads: dict[int, Head], lines: Sequence[Line | None]) -> bool:
    """Whether lines such as `[server]` stand right above labels, as in the settings of a program, and all are small."""
    if not heads or not all(head.label.islower() for head in heads.values()):
        return False
    filled = [line for line in lines if line]
    sections = [above for above, below in pairwise(filled) if _SECTION.match(above[1]) and below[0] in heads]
    return len(sections) > 1 and sum(not _is_value(head.text) for head in heads.values()) <= len(heads) // _SELDOM


def _is_form(heads: dict[int, Head], lines: Sequence[Line | None]) -> bool:
    """Whether numbers follow most labels (`Rice: 2 cups`), or the same labels in the same order fill every paragraph.

    A form has no times, no roles and no sentences.
    """
    found = [heads[number] for number in sorted(heads)]
    if len(found) < _FEWEST_VALUES or sum(line is not None for line in lines) > 3 * len(found):
        return False
    if any(head.start is not None or has_role(head.label) or not _is_value(head.text) for head in found):
        return False
    counted = sum(without_times(head.text)[:1].isdecimal() for head in found)
    labels = {head.label.casefold() for head in found}
    return (
        counted > _MOSTLY * len(found)
        or len(labels) == len(found)
        or _recur_in_order(found, sorted(heads), openings_of(lines))
    )


def _is_value(text: str) -> bool:
    text = without_times(text)
    return len(text.split()) <= _LONGEST_VALUE and not text.rstrip().endswith((*_SENTENCE_ENDS, "。"))


def _recur_in_order(heads: Sequence[Head], numbers: Sequence[int], openings: frozenset[int]) -> bool:
    labels = [head.label.casefold() for head in heads]
    size = len(set(labels))
    if size < _FEWEST_VALUES or len(labels) < 2 * size or len(labels) % size:
        return False
    return labels == labels[:size] * (len(labels) // size) and openings.issuperset(numbers[::size])


def _as_single_speeches(heads: dict[int, Head], lines: Sequence[Line | None]) -> dict[int, Head]:
    """Accept labels where nobody speaks often: all that begin paragraphs are full names or roles, as is the first line.

    A single word may be a heading of notes as well.
    """
    openings = openings_of(lines)
    first = next((line[0] for line in lines if line and not HEADING.match(line[1])), 0)
    found = {number: head for number, head in heads.items() if head.kind is Kind.COLON and number in openings}
    if first not in found or len({head.label.casefold() for head in found.values()}) < _FEWEST_SPEAKERS:
        return {}
    return found if all(_is_somebody(head.label) for head in found.values()) else {}


def _is_somebody(label: str) -> bool:
    if is_phrase(label) or len(label.split()) > _MOST_WORDS:
        return False
    return has_role(label) or (" " in label and looks_like_name(label))


def openings_of(lines: Sequence[Line | None]) -> frozenset[int]:
    """Return the numbers of the lines that begin a paragraph."""
    before = (None, *lines)
    return frozenset(line[0] for above, line in zip(before, lines, strict=False) if line and above is None)


def _as_headings(heads: dict[int, Head]) -> dict[int, Head]:
    """Accept the headings of one depth, or the bold lines, if most of them recur."""
    for depth in range(6, -1, -1):
        kind = Kind.HEADING if depth else Kind.BOLD_LINE
        level = {number: head for number, head in heads.items() if head.kind is kind and head.depth == depth}
        counts = Counter(head.label.casefold() for head in level.values())
        repeated = sum(count for count in counts.values() if count > 1)
        if len(level) >= _FEWEST_HEADINGS and repeated >= _MOSTLY * len(level):
            return level
    return {}


def _with_dash(heads: dict[int, Head], lines: Sequence[Line | None]) -> dict[int, Head]:
    """Accept `Name - text` only if most lines have one and several names recur: a dash means many things."""
    accepted = _accept_kinds(heads, lines, {Kind.DASH})
    filled = sum(line is not None for line in lines)
    return accepted if len(_repeated(accepted)) > 1 and len(accepted) > _MOSTLY * filled else {}


def _as_bare_lines(heads: dict[int, Head], lines: Sequence[Line | None]) -> dict[int, Head]:
    """Accept names that stand alone on a line if several recur and they are a quarter of all lines."""
    bare = {number: head for number, head in heads.items() if head.kind is Kind.BARE_LINE}
    repeated = _repeated(bare)
    accepted = {number: head for number, head in bare.items() if head.label.casefold() in repeated}
    filled = sum(line is not None for line in lines)
    return accepted if len(repeated) > 1 and len(accepted) >= _OFTEN * filled else {}


def _repeated(heads: dict[int, Head]) -> set[str]:
    counts = Counter(head.label.casefold() for head in heads.values())
    return {label for label, count in counts.items() if count > 1}
