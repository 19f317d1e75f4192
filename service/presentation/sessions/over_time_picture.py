"""The small picture of one group: its share and its part of the room in every session, then in all together.

Only the last column has a band of chance. It is the interval of the test whose verdict stands below the picture; a
single session is described and not tested.
"""

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
    """One session, or all together; y grows downwards, None where there is nothing to draw.

    Attributes:
        title: number of the session, as the reader writes it, or "all".
        share, heads: of the group.
        low, high: band of chance.
        label, label_y: the share in words, "" where there is no room, and where its baseline is.
    """

    x: float
    title: str
    share: float | None = None
    heads: float | None = None
    low: float | None = None
    high: float | None = None
    label: str = ""
    label_y: float = 0.0


@dataclass(frozen=True)
class Picture:
    """A box of 300 x 150.

    Attributes:
        points: the sessions, then all together.
        lines: between sessions that follow each other.
        divider: x of the line before the last column.
        half: half the width of a band.
    """

    points: tuple[Point, ...]
    lines: tuple[str, ...]
    divider: float
    half: float


def ceiling(groups: Sequence[GroupOverSessions]) -> float:
    """Return the share at the top of all pictures of an attribute, in steps of a quarter."""
    sessions = [each for group in groups for each in group.sessions]
    shares = [value for each in sessions for value in (each.share, each.head_share)]
    bands = [band[1] for group in groups if (band := _band(group))]
    return min(1.0, math.ceil(max([*shares, *bands]) / STEP) * STEP)


def picture(group: GroupOverSessions, sessions: Sequence[str], top: float, language: Language) -> Picture:
    """Draw one group over all `sessions`; `top` is the share at the upper edge."""
    shown = {each.session: each for each in group.sessions}
    few, last, column = len(sessions) <= MOST_LABELLED, len(sessions) - 1, WIDTH / (len(sessions) + 1)
    points = tuple(
        _point(at, column, shown.get(session), top, language, labelled=few or at in (0, last))
        for at, session in enumerate(sessions)
    )
    runs: list[list[str]] = [[]]
    for point in points:
        if point.share is None:
            runs.append([])
        else:
            runs[-1].append(f"{point.x:.1f},{point.share}")
    return Picture(
        points=(*points, _all_together(group, WIDTH - column / 2, top, language)),
        lines=tuple(" ".join(run) for run in runs if len(run) > 1),
        divider=round(WIDTH - column, 1),
        half=min(HALF_MARK, round(HALF_OF_GAP * column, 1)),
    )


def _point(
    at: int, column: float, group: GroupInSession | None, top: float, language: Language, *, labelled: bool
) -> Point:
    x, title = round(column * (at + 0.5), 1), language.number(at + 1)
    if group is None:
        return Point(x, title)
    share, heads = _y(group.share, top), _y(group.head_share, top)
    label = language.percent(group.share) if labelled else ""
    return Point(x, title, share, heads, label=label, label_y=_above(share, heads))


def _all_together(group: GroupOverSessions, x: float, top: float, language: Language) -> Point:
    share, heads, band = _y(group.share, top), _y(group.expected_share, top), _band(group)
    low, high = (_y(each, top) for each in band) if band else (None, None)
    return Point(
        x=round(x, 1),
        title=language.gettext("all"),
        share=share,
        heads=heads,
        low=low,
        high=high,
        label=language.percent(group.share),
        label_y=_above(share, heads, high),
    )


def _band(group: GroupOverSessions) -> tuple[float, float] | None:
    """Return the shares that chance alone would let the group have; None where nobody can say."""
    if group.gap_low is None or group.gap_high is None:
        return None
    return group.expected_share + group.gap_low, group.expected_share + group.gap_high


def _above(share: float, heads: float, high: float | None = None) -> float:
    """Return a baseline above the dot, the line and the band."""
    return min(share - ABOVE, heads, share if high is None else high) - ABOVE


def _y(share: float, top: float) -> float:
    return round(BOTTOM - (BOTTOM - TOP) * min(max(share, 0.0), top) / top, 1)
