"""Who talks when: seconds of talk in windows that slide over the session."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import fsum

from nlp.participation.turns.time_spans import Interval, union
from nlp.participation.types import Windows

WIDTH = 150.0
STEP = 30.0
"""Seconds that a window is wide, and seconds from one to the next."""

LONGEST = 3 * 24 * 3600.0

HOLDS = 0.6
"""Who has more than this part of the talk in a window holds it."""

_MOST = 0.50001
_DOMINATING, _BACK_AND_FORTH, _ALTERNATING = 0.75, 0.60, 0.25
_DECIMALS = 2

DOMINATING = "dominating throughout"
BACK_AND_FORTH = "back and forth"
ALTERNATING = "alternating dominance"


def slide_windows(
    people: Mapping[str, Iterable[Interval]],
    groups: Mapping[str, Mapping[str, Sequence[str]]],
    span: Interval,
    width: float = WIDTH,
    step: float = STEP,
) -> Windows:
    """Measure every person's and every group's seconds of talk in windows over the session.

    A window is `width` seconds from its start; the first starts with the session, the others each `step` seconds later,
    as long as they end before the session does; a session shorter than a window has none, nor has one longer than three
    days, which is a wrong time. A person's seconds are the union of their intervals within the window, a group's the
    sum over its members. A window is held by the person who has more than 0.6 of all seconds of talk in it, by nobody
    otherwise.

    Args:
        people: who spoke, with start and end of each turn.
        groups: attribute -> group -> members.
        span: first start and last end of the session.
        width: of a window, in seconds.
        step: from one window to the next, in seconds.
    """
    starts = _starts(span, width, step) if span[1] - span[0] <= LONGEST else []
    talk = {name: _talk(union(intervals), starts, width) for name, intervals in people.items()}
    return Windows(
        width=width,
        step=step,
        starts=_rounded(starts),
        people={name: _rounded(seconds) for name, seconds in talk.items()},
        held_by=_holders(talk),
        groups={
            attribute: {
                group: _rounded(_sums((talk[name] for name in members if name in talk), len(starts)))
                for group, members in found.items()
            }
            for attribute, found in groups.items()
        },
    )


@dataclass(frozen=True, slots=True)
class TalkTimeSharing:
    """How two or more groups shared the talk over a session.

    Attributes:
        primary: the group that talks most; None if two are equal to within 0.001 % or nobody talks.
        balance: the largest group's part of all talk; None if nobody talks.
        windows: for each window with talk in it, the group that holds it or None.
        pattern: "dominating throughout" if one group holds at least 75 % of the windows, else "back and forth" if at
            least 60 % are held by nobody, else "alternating dominance" if more than 25 % are held by groups other than
            the primary one, else None.
    """

    primary: str | None
    balance: float | None
    windows: tuple[str | None, ...]
    pattern: str | None


def share_talk_time(
    turns: Sequence[tuple[str, float, float]], width: float = WIDTH, step: float = STEP
) -> TalkTimeSharing:
    """Measure how groups share the talk, in general form for any number of groups.

    With two groups whose turns do not overlap the numbers are those of ConvoKit's TalkTimeSharing with
    `remove_first_last_utt=False` (Chang et al. 2020, SIGDIAL; there windows are 2.5 minutes every 30 seconds): windows
    run until one ends in the last turn. Where turns overlap ConvoKit cuts a window off at the first turn that outlasts
    it; here all that is said in it counts.

    Args:
        turns: group, start and end in seconds, by start.
        width: of a window, in seconds.
        step: from one window to the next, in seconds.
    """
    spoken: dict[str, list[Interval]] = defaultdict(list)
    for group, start, end in turns:
        spoken[group].append((start, end))
    totals = {group: sum(end - start for start, end in intervals) for group, intervals in spoken.items()}
    ranked = sorted(totals.values(), reverse=True)
    total = sum(ranked)
    if not total:
        return TalkTimeSharing(None, None, (), None)
    starts = _starts((turns[0][1], turns[-1][2]), width, step)
    before_the_last = sum(start + width < turns[-1][1] for start in starts)
    starts = starts[: before_the_last + 1]
    talk = {group: _talk(intervals, starts, width) for group, intervals in spoken.items()}
    every = _sums(talk.values(), len(starts))
    windows = tuple(holder for holder, seconds in zip(_holders(talk), every, strict=True) if seconds)
    clear = ranked[0] > _MOST * sum(ranked[:2])
    primary = max(totals, key=lambda group: totals[group]) if clear else None
    return TalkTimeSharing(primary, ranked[0] / total, windows, _pattern(windows, primary))


def _starts(span: Interval, width: float, step: float) -> list[float]:
    first, last = span
    starts = (first + step * place for place in range(max(0, int((last - first - width) // step) + 1)))
    return [start for start in starts if start + width < last]


def _talk(intervals: Sequence[Interval], starts: Sequence[float], width: float) -> list[float]:
    """Return the seconds of the intervals that fall into each window; `starts` rise."""
    inside: list[list[float]] = [[] for _ in starts]
    for start, end in intervals:
        for place in range(bisect_right(starts, start - width), bisect_left(starts, end)):
            inside[place].append(min(end, starts[place] + width) - max(start, starts[place]))
    return list(map(fsum, inside))


def _sums(talk: Iterable[Sequence[float]], windows: int) -> list[float]:
    """Return what several people's seconds add up to in each window."""
    return list(map(fsum, zip(*talk, strict=True))) or [0.0] * windows


def _holders(talk: Mapping[str, Sequence[float]]) -> tuple[str | None, ...]:
    return tuple(_holder(dict(zip(talk, window, strict=True))) for window in zip(*talk.values(), strict=True))


def _holder(seconds: Mapping[str, float]) -> str | None:
    most = max(seconds, key=seconds.__getitem__)
    return most if seconds[most] > HOLDS * fsum(seconds.values()) else None


def _pattern(windows: Sequence[str | None], primary: str | None) -> str | None:
    if not windows:
        return None
    held = {group: windows.count(group) / len(windows) for group in set(windows)}
    nobody = held.pop(None, 0.0)
    if max(held.values(), default=0.0) >= _DOMINATING:
        return DOMINATING
    if nobody >= _BACK_AND_FORTH:
        return BACK_AND_FORTH
    others = sum(part for group, part in held.items() if group != primary)
    return ALTERNATING if others > _ALTERNATING else None


def _rounded(values: Iterable[float]) -> tuple[float, ...]:
    return tuple(round(value, _DECIMALS) for value in values)
