"""The small picture of one group over the sessions: its share, its part of the room, and how far chance reaches."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from nlp.participation.sessions.types import GroupInSession, GroupOverSessions
from service.presentation.i18n import Language

WIDTH = 300
HEIGHT = 150
TOP = 18
BOTTOM = 126
STEP = 0.25
HALF_MARK = 14
HALF_OF_GAP = 0.35
ABOVE = 6
MOST_LABELLED = 8


@dataclass(frozen=True)
class Point:
    """One session; y grows downwards, None where there is nothing to draw.

    Attributes:
        number: of the session, as the reader writes it.
        share, heads: of the group.
        low, high: band of chance.
        label, label_y: the share in words, "" where there is no room, and where its baseline is.
    """

    x: float
    number: str
    share: float | None = None
    heads: float | None = None
    low: float | None = None
    high: float | None = None
    label: str = ""
    label_y: float = 0.0


@dataclass(frozen=True)
class Picture:
    """A box of 300 x 150: points, lines between sessions that follow each other, and half the width of a band."""

    points: tuple[Point, ...]
    lines: tuple[str, ...]
    half: float


def ceiling(groups: Sequence[GroupOverSessions]) -> float:
    """Return the share at the top of all pictures of an attribute, in steps of a quarter."""
    highest = max(
        value
        for group in groups
        for each in group.sessions
        for value in (each.share, each.head_share, each.high or 0.0)
    )
    return min(1.0, math.ceil(highest / STEP) * STEP)


def picture(group: GroupOverSessions, sessions: Sequence[str], top: float, language: Language) -> Picture:
    """Draw one group over all `sessions`; `top` is the share at the upper edge."""
    shown = {each.session: each for each in group.sessions}
    few = len(sessions) <= MOST_LABELLED
    points = tuple(
        _point(at, len(sessions), shown.get(session), top, language, labelled=few or at in (0, len(sessions) - 1))
        for at, session in enumerate(sessions)
    )
    runs: list[list[str]] = [[]]
    for point in points:
        if point.share is None:
            runs.append([])
        else:
            runs[-1].append(f"{point.x:.1f},{point.share}")
    half = min(HALF_MARK, round(HALF_OF_GAP * WIDTH / len(sessions), 1))
    return Picture(points, tuple(" ".join(run) for run in runs if len(run) > 1), half)


def _point(at: int, of: int, found: GroupInSession | None, top: float, language: Language, *, labelled: bool) -> Point:
    x, number = round(WIDTH * (at + 0.5) / of, 1), language.number(at + 1)
    if found is None:
        return Point(x, number)
    share, heads = _y(found.share, top), _y(found.head_share, top)
    high = None if found.high is None else _y(found.high, top)
    return Point(
        x=x,
        number=number,
        share=share,
        heads=heads,
        low=None if found.low is None else _y(found.low, top),
        high=high,
        label=language.percent(found.share) if labelled else "",
        label_y=min(share - ABOVE, heads, share if high is None else high) - ABOVE,
    )


def _y(share: float, top: float) -> float:
    return round(BOTTOM - (BOTTOM - TOP) * min(max(share, 0.0), top) / top, 1)
