"""Names that may mean the same: proposals to join them, each with what speaks for it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from enum import StrEnum
from functools import partial

import numpy as np
from numpy.typing import NDArray

from nlp.documents.tables.level_names import grade_of, number_of_level
from nlp.embedding.types import Embedder
from nlp.names import fold, name_key
from nlp.participation.people.name_similarity import similarity, skeleton
from nlp.rubrics.element_names import concepts
from nlp.rubrics.level_likeness import likely_order
from nlp.rubrics.level_orders import OrderFound
from service.names.spelling import Spelling, main_script, names_by_kind
from service.names.types import NameKind
from service.types import Kind, Outline

LIKE, LIKE_IN_ONE_SCRIPT, CLEARLY = 0.3, 0.6, 0.1
TELLS_APART: Mapping[NameKind, tuple[Kind, ...]] = {
    NameKind.ELEMENT: ("rubric",),
    NameKind.LEVEL: ("rubric", "ratings"),
    NameKind.TEAM: ("rubric", "roster"),
}
MOST_COMPARED = 300
"""Names of one kind; among more nothing is proposed, because every pair is looked at."""

_MISSPELT = 0.86
_LONG = 40
_SHORT, _BEGINNING = 6, 4
_QUESTION_MARKS = ("?", "？", "؟")
_COUNTS = "0123456789.)(-:# "

Evidence = Callable[[str, str], bool]


class Because(StrEnum):
    """What speaks for two names to mean the same."""

    NAMES = "known names"
    SPELLING = "spelling"
    ORDER = "order"
    LIKENESS = "likeness"


@dataclass(frozen=True, slots=True)
class Proposal:
    """Two names that may mean the same; `into` is the one under which both would be counted."""

    kind: NameKind
    name: str
    into: str
    because: Because


def proposals(outline: Outline, of_files: Sequence[tuple[Kind, Outline]], embedder: Embedder) -> tuple[Proposal, ...]:
    """Return the names that may mean the same, without those of which somebody said that they do not.

    Names that one rubric or roster has in one script, or levels of one file of ratings, are never proposed: who wrote
    it tells them apart, while notes have many writers. A name is proposed to be joined to one other at most, and to
    none where two are as likely. Among more than `MOST_COMPARED` names of a kind nothing is proposed.

    Args:
        outline: of the programme.
        of_files: of its files, with the kind of each.
        embedder: makes the vectors of names.
    """
    spelling = Spelling.of(outline)
    spoken = [(file, names_by_kind(_spelled(each, spelling))) for file, each in of_files]
    found: list[Proposal] = []
    for kind, names in names_by_kind(outline).items():
        if len(names) > MOST_COMPARED:
            continue
        told = [set(each[kind]) for file, each in spoken if file in TELLS_APART[kind]]
        may_be_one = partial(_may_be_one, outline, kind, told)
        open_ = list(names)
        for because, evidence in _evidence(kind, [each for _, each in spoken], names, told, embedder):
            left = [(at, name) for at, name in enumerate(names) if name in open_]
            pairs = [(a, b) for at, a in left for b in names[at + 1 :] if b in open_ and may_be_one(a, b)]
            likely = [(a, b) for a, b in pairs if evidence(a, b)]
            for into, name in _clear(likely):
                found.append(Proposal(kind, name, into, because))
                open_.remove(name)
    return tuple(found)


def _clear(pairs: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return the pairs of names of which the second may be one other only, or others that may be one among them."""
    there = set(pairs)
    chosen: list[tuple[str, str]] = []
    for name in dict.fromkeys(later for _, later in pairs):
        before = [earlier for earlier, later in pairs if later == name]
        if all((before[0], other) in there for other in before[1:]):
            chosen.append((before[0], name))
    return chosen


def _evidence(
    kind: NameKind,
    spoken: Sequence[dict[NameKind, tuple[str, ...]]],
    names: Sequence[str],
    told: Sequence[set[str]],
    embedder: Embedder,
) -> list[tuple[Because, Evidence]]:
    """Return what can speak for two names of a kind, the surest first."""
    match kind:
        case NameKind.ELEMENT:
            like = _likeness(names, told, embedder)
            return [(Because.NAMES, _same_concepts), (Because.SPELLING, _nearly_spelled), (Because.LIKENESS, like)]
        case NameKind.LEVEL:
            by_order = _order([each[kind] for each in spoken], embedder)
            return [(Because.NAMES, same_grade), (Because.SPELLING, _nearly_spelled), (Because.ORDER, by_order)]
        case NameKind.TEAM:
            like = _likeness(names, told, embedder)
            return [(Because.SPELLING, _same_place), (Because.LIKENESS, like)]
        case NameKind.PERSON:
            return []


def _may_be_one(outline: Outline, kind: NameKind, spoken: Iterable[set[str]], a: str, b: str) -> bool:
    together = any(a in names and b in names for names in spoken)
    return not (together and main_script(a) == main_script(b)) and not outline.names.are_apart(kind, a, b)


def _spelled(outline: Outline, spelling: Spelling) -> Outline:
    return replace(
        outline,
        teams=tuple(map(spelling.team, outline.teams)),
        elements=tuple(map(spelling.element, outline.elements)),
        levels=tuple(map(spelling.level, outline.levels)),
    )


def _same_concepts(a: str, b: str) -> bool:
    """Whether two names speak of the same known things; a question is no name of what it asks about."""
    asked = any(name.rstrip().endswith(_QUESTION_MARKS) for name in (a, b))
    return not asked and bool(concepts(a)) and concepts(a) == concepts(b)


def same_grade(a: str, b: str) -> bool:
    """Whether two levels have known names, or numbers, of the same height."""
    grades, numbers = (grade_of(a), grade_of(b)), (number_of_level(a), number_of_level(b))
    if None not in grades:
        return grades[0] == grades[1]
    return None not in numbers and numbers[0] == numbers[1]


def _nearly_spelled(a: str, b: str) -> bool:
    """Whether names differ in a number before them or a slip of the pen, or one is short for the other ("COMMS")."""
    left, right = (name_key(name).lstrip(_COUNTS) for name in (a, b))
    short, long = sorted((left, right), key=len)
    if not short or any(sign.isdigit() for sign in short + long):
        return bool(short) and left == right
    if short == long or _is_slip(short, long):
        return True
    return _BEGINNING <= len(short) <= _SHORT and " " not in short and long.startswith(short[:_BEGINNING])


def _is_slip(short: str, long: str) -> bool:
    """Whether two names differ as a slip of the pen does; long ones are compared where they share half their words."""
    if len(long) > _LONG and len({*short.split()} & {*long.split()}) * 2 < len(long.split()):
        return False
    matcher = SequenceMatcher(None, short, long, autojunk=False)
    return (
        matcher.real_quick_ratio() >= _MISSPELT and matcher.quick_ratio() >= _MISSPELT and matcher.ratio() >= _MISSPELT
    )


def _same_place(a: str, b: str) -> bool:
    """Whether the names of two teams sound alike, in two scripts too, or one is part of the other."""
    left, right = fold(a).split(), fold(b).split()
    silent = [{word for word in words if not skeleton(word)} for words in (left, right)]
    return silent[0] == silent[1] and similarity(" ".join(left), " ".join(right)) > 0


def _order(ladders: Iterable[Sequence[str]], embedder: Embedder) -> Evidence:
    """Return whether two levels stand at the same place of two ladders of the same length whose best end is known."""
    orders = [likely_order(levels, OrderFound.COLUMNS, embedder) for levels in ladders if levels]
    sure = [order for order in orders if order.sure]

    def same_place(a: str, b: str) -> bool:
        heights = [
            (one.heights[a], other.heights[b])
            for one in sure
            for other in sure
            if a in one.heights and b in other.heights and len(one.heights) == len(other.heights)
        ]
        return bool(heights) and all(left == right for left, right in heights)

    return same_place


def _likeness(names: Sequence[str], told: Sequence[set[str]], embedder: Embedder) -> Evidence:
    """Return whether two names are alike, clearly more so than either is like any other in the other's script.

    A name of a third rubric is no rival of one in another: it may mean the same as both.

    Args:
        names: of one kind.
        told: the names of every file that tells them apart.
        embedder: makes the vectors of names.
    """
    if len(names) < 2:
        return lambda _a, _b: False
    vectors: NDArray[np.float32] = np.asarray(embedder.encode(names))
    scores = vectors @ vectors.T
    scripts = np.array([main_script(name) for name in names])
    place = {name: at for at, name in enumerate(names)}
    within = np.array([[name in each for name in names] for each in told], dtype=bool).reshape(len(told), len(names))
    known = np.flatnonzero(within.any(axis=0))
    may_rival = np.ones((len(names), len(names)), dtype=bool)
    may_rival[np.ix_(known, known)] = within.T[known] @ within[:, known]

    def nearest_rival(at: int, other: int) -> float:
        rivals = may_rival[other] & (scripts == scripts[other])
        rivals[[at, other]] = False
        return float(scores[at].max(where=rivals, initial=-1.0))

    def alike(a: str, b: str) -> bool:
        i, j = place[a], place[b]
        least = LIKE_IN_ONE_SCRIPT if scripts[i] == scripts[j] else LIKE
        if scores[i, j] < least:
            return False
        return bool(scores[i, j] >= max(nearest_rival(i, j), nearest_rival(j, i)) + CLEARLY)

    return alike
