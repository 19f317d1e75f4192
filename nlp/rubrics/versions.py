"""`compare_versions()`: what became of a rubric from one version to the next."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from nlp.documents.types import Descriptor
from nlp.embedding.types import Embedder
from nlp.names import name_key
from nlp.rubrics.elements import match_elements, renamed
from nlp.rubrics.levels import LevelRanks, LevelRelation
from nlp.rubrics.matching import Matcher
from nlp.rubrics.types import (
    DROPPED,
    KEPT,
    MOVED,
    NEW,
    REWORDED,
    DescriptorChange,
    ElementChanges,
    VersionChanges,
)
from nlp.text.words import wording

ORDER = (MOVED, REWORDED, NEW, DROPPED, KEPT)
SAME_RUBRIC = 1 / 3

_NUMBER = re.compile(r"\d+")


def versions(descriptors: Sequence[Descriptor]) -> dict[str, tuple[str, ...]]:
    """Return team -> its versions, oldest first; "" is a version without a name and comes first.

    Versions that differ in their numbers only ("2", "version 10", "2026-03", "সংস্করণ ২") follow these, all others the
    order of the input.
    """
    found: dict[str, dict[str, None]] = {}
    for descriptor in descriptors:
        found.setdefault(descriptor.team, {})[descriptor.version] = None
    return {team: tuple(_in_order(list(own))) for team, own in found.items()}


def with_versions(descriptors: Sequence[Descriptor]) -> tuple[Descriptor, ...]:
    """Return descriptors with their versions.

    A version that a table names once counts for all of its rows of that team; files that are versions although none is
    named (`undeclared_versions`) give them their names.
    """
    named: dict[tuple[str, str], set[str]] = {}
    for descriptor in descriptors:
        if descriptor.version:
            named.setdefault((descriptor.source, descriptor.team), set()).add(descriptor.version)
    only = {place: min(found) for place, found in named.items() if len(found) == 1}
    only |= {(source, team): source for team, files in undeclared_versions(descriptors).items() for source in files}
    return tuple(replace(each, version=each.version or only.get((each.source, each.team), "")) for each in descriptors)


def undeclared_versions(descriptors: Sequence[Descriptor]) -> dict[str, tuple[str, ...]]:
    """Return team -> the files that are versions of its rubric although no version is named, oldest first.

    They are where each further file of a team has the words of an earlier one in at least `SAME_RUBRIC` of the
    descriptors of the shorter of the two. Their order is that of the input, or of the numbers in their names.
    """
    files: dict[str, dict[str, set[tuple[str, str]]]] = {}
    named = {descriptor.team for descriptor in descriptors if descriptor.version}
    for each in descriptors:
        if each.team not in named:
            said = files.setdefault(each.team, {}).setdefault(each.source, set())
            said.add((name_key(each.element), wording(each.text)))
    return {
        team: tuple(_in_order(list(own)))
        for team, own in files.items()
        if len(own) > 1 and _each_is_like_an_earlier(list(own.values()))
    }


def _each_is_like_an_earlier(files: Sequence[set[tuple[str, str]]]) -> bool:
    return all(
        any(len(said & other) >= SAME_RUBRIC * min(len(said), len(other)) for other in files[:at])
        for at, said in enumerate(files)
        if at
    )


def newest(descriptors: Sequence[Descriptor]) -> tuple[Descriptor, ...]:
    """Return the descriptors of the newest version of every team."""
    last = {team: own[-1] for team, own in versions(descriptors).items()}
    return tuple(descriptor for descriptor in descriptors if descriptor.version == last[descriptor.team])


def compare_versions(
    descriptors: Sequence[Descriptor], embedder: Embedder, levels: Mapping[str, Sequence[str]] | None = None
) -> tuple[VersionChanges, ...]:
    """Follow the descriptors of every team from each of its versions to the next, element by element.

    A descriptor with the same words (whatever their case and punctuation) is kept, or moved if it stands on another
    level, whatever the levels are called. Of those left, the matching of `compare_rubrics` finds the ones that mean the
    same: reworded on the same level, moved on another. The thresholds are read from descriptors of different elements
    in the two versions. All others are dropped or new. A descriptor that went to another element is dropped in one and
    new in the other; an element that has the same known name in another language is the same element.

    Args:
        descriptors: of any number of teams; a team with one version is left out.
        embedder: makes the vectors.
        levels: team -> its levels from the best to the worst, as people say.
    """
    return tuple(
        _changes(
            [each for each in descriptors if each.team == team], (before, after), embedder, (levels or {}).get(team)
        )
        for team, own in versions(descriptors).items()
        for before, after in pairwise(own)
    )


def _in_order(names: list[str]) -> list[str]:
    named = [name for name in names if name]
    if len({_NUMBER.sub("#", name.casefold()) for name in named}) == 1:
        named.sort(key=lambda name: [int(number) for number in _NUMBER.findall(name)])
    return [""] * ("" in names) + named


def _changes(
    own: Sequence[Descriptor], step: tuple[str, str], embedder: Embedder, levels: Sequence[str] | None
) -> VersionChanges:
    both = [descriptor for descriptor in own if descriptor.version in step]
    apart = [replace(descriptor, team=descriptor.version) for descriptor in both]
    given = dict.fromkeys(step, levels) if levels is not None else None
    matches = match_elements(apart, embedder, by_likeness=False)
    elements = renamed(apart, matches)
    matcher = Matcher.of(apart, elements, LevelRanks.of(apart, given), embedder)
    found = []
    for name in dict.fromkeys(elements):
        old, new = (
            [row for row, each in enumerate(both) if elements[row] == name and each.version == version]
            for version in step
        )
        changes = sorted(_of_element(both, old, new, matcher), key=lambda change: ORDER.index(change.kind))
        known_as = tuple(match for match in matches if match.element == name)
        found.append(ElementChanges(name, tuple(changes), known_as))
    return VersionChanges(own[0].team, *step, matcher.limits.same_level, tuple(found))


def _of_element(
    rows: Sequence[Descriptor], old: list[int], new: list[int], matcher: Matcher
) -> Iterator[DescriptorChange]:
    same = _same_words(rows, old, new, matcher)
    left = [row for row in old if row not in {a for a, _ in same}]
    added = [row for row in new if row not in {b for _, b in same}]
    alike = [pair for pair in matcher.match(left, added) if matcher.alike(*pair)]
    for (a, b), stayed in (*((pair, KEPT) for pair in same), *((pair, REWORDED) for pair in alike)):
        relation = matcher.relation(a, b)
        similarity = 1.0 if stayed == KEPT else float(matcher.similarities[a, b])
        yield DescriptorChange(
            MOVED if relation in (LevelRelation.OTHER, LevelRelation.OPPOSITE) else stayed,
            rows[a],
            rows[b],
            similarity,
            opposite_ends=relation is LevelRelation.OPPOSITE and stayed != KEPT,
            levels_known=relation is not LevelRelation.UNKNOWN,
        )
    for row in left:
        if row not in {a for a, _ in alike}:
            yield DescriptorChange(DROPPED, before=rows[row])
    for row in added:
        if row not in {b for _, b in alike}:
            yield DescriptorChange(NEW, after=rows[row])


def _same_words(
    rows: Sequence[Descriptor], old: Sequence[int], new: Sequence[int], matcher: Matcher
) -> list[tuple[int, int]]:
    """Return pairs with the same words, one partner each, those on the same level first."""
    pairs = [(a, b) for a in old for b in new if wording(rows[a].text) == wording(rows[b].text)]
    pairs.sort(key=lambda pair: matcher.relation(*pair) is not LevelRelation.SAME)
    found: dict[int, int] = {}
    for a, b in pairs:
        if a not in found and b not in found.values():
            found[a] = b
    return list(found.items())
