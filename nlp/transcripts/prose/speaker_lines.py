"""Which lines of a plain transcript really name a speaker."""

from collections import Counter
from collections.abc import Iterable, Sequence

from nlp.transcripts.prose.front_matter import split_names
from nlp.transcripts.prose.line_grammar import HEADING, Head, Kind
from nlp.transcripts.source import Line
from nlp.transcripts.speakers.lexicon import HEADER_WORDS
from nlp.transcripts.speakers.speaker_labels import Labelled, accept_labels, has_role, is_phrase, looks_like_name

_MOSTLY = 0.5
_OFTEN = 0.25
_FEWEST_HEADINGS = 3
_FEWEST_SPEAKERS = 2
_MOST_WORDS = 6
_LONGEST_HEADER = 80
_SENTENCE_ENDS = (".", "?", "!", "।", "…")


def accept_heads(heads: dict[int, Head], lines: Sequence[Line | None]) -> dict[int, Head]:
    """Keep the heads that name speakers: those with colon or clock, or else headings, bold lines, dashes or bare lines.

    Where most have a clock, a colon within a paragraph makes no speaker. "Unknown Speaker" on a line of its own ends
    the turn before it in any case.
    """
    accepted = {number: head for number, head in heads.items() if head.kind is Kind.TOOL}
    accepted = accepted or _with_colon_or_clock(_without_header(heads), lines)
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


def _without_header(heads: dict[int, Head]) -> dict[int, Head]:
    """Leave out lines such as `Presenter: Anna Lund` above the first label that recurs."""
    counts = Counter(head.label.casefold() for head in heads.values() if head.kind in {Kind.COLON, Kind.CLOCK})
    first = min((number for number, head in heads.items() if counts[head.label.casefold()] > 1), default=0)
    return {
        number: head
        for number, head in heads.items()
        if number >= first or head.kind is not Kind.COLON or not _is_of_header(head, counts)
    }


def _is_of_header(head: Head, counts: Counter[str]) -> bool:
    if len(head.text) > _LONGEST_HEADER or head.text.endswith(_SENTENCE_ENDS):
        return False
    names = split_names(head.text)
    return head.label.casefold() in HEADER_WORDS or (bool(names) and all(counts[name.casefold()] for name in names))


def _with_colon_or_clock(heads: dict[int, Head], lines: Sequence[Line | None]) -> dict[int, Head]:
    accepted = _accept_kinds(heads, lines, {Kind.COLON, Kind.CLOCK})
    clocks = {number: head for number, head in accepted.items() if head.kind is Kind.CLOCK}
    return clocks if clocks and 2 * len(clocks) >= len(accepted) else accepted


def _accept_kinds(heads: dict[int, Head], lines: Iterable[Line | None], kinds: set[Kind]) -> dict[int, Head]:
    spoken = {number: head for number, head in heads.items() if head.kind in kinds}
    paragraphs = sum(1 for line in lines if line and line[0] not in spoken)
    places = sum(1 for head in spoken.values() if head.text) + paragraphs
    labels = accept_labels([Labelled(head.label, head.text) for head in spoken.values()], max(places, 1))
    return {number: head for number, head in spoken.items() if head.label.casefold() in labels}


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
