"""Arithmetic of intervals of time."""

from collections.abc import Hashable, Iterable, Mapping
from typing import TypeVar

Name = TypeVar("Name", bound=Hashable)

Interval = tuple[float, float]
"""Start and end in seconds."""


def union(intervals: Iterable[Interval]) -> list[Interval]:
    """Return the intervals merged where they touch or overlap, in order of time."""
    merged: list[Interval] = []
    for start, end in sorted(intervals):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((start, end))
    return merged


def length(intervals: Iterable[Interval]) -> float:
    """Return the seconds that the union of the intervals covers."""
    return sum(end - start for start, end in union(intervals))


def overlap(people: Iterable[Iterable[Interval]]) -> float:
    """Return the seconds in which at least two people are active; each person's intervals are merged first."""
    steps = sorted(
        (time, step)
        for intervals in people
        for start, end in union(intervals)
        for time, step in ((start, 1), (end, -1))
    )
    seconds, active, before = 0.0, 0, 0.0
    for time, step in steps:
        if active > 1:
            seconds += time - before
        active += step
        before = time
    return seconds


def alone(people: Mapping[Name, Iterable[Interval]]) -> dict[Name, float]:
    """Return the seconds in which each person is the only one active; each person's intervals are merged first."""
    steps = sorted(
        (
            (time, is_start, person)
            for person, intervals in people.items()
            for start, end in union(intervals)
            if start < end
            for time, is_start in ((start, True), (end, False))
        ),
        key=lambda step: step[:2],
    )
    seconds: dict[Name, float] = dict.fromkeys(people, 0.0)
    active: set[Name] = set()
    before = 0.0
    for time, is_start, person in steps:
        if len(active) == 1:
            seconds[next(iter(active))] += time - before
        before = time
        if is_start:
            active.add(person)
        else:
            active.discard(person)
    return seconds
