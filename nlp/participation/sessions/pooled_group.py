"""One group over several sessions: its pooled share, the interval of its gap, and a test."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean

import numpy as np
from numpy.typing import NDArray

from nlp.participation.sessions.types import GroupInSession, GroupOverSessions, SessionShares
from nlp.participation.types import GroupShare
from nlp.statistics.permutation import Evidence, count_assignments, permutation_test
from nlp.statistics.verdicts import Verdict

ENOUGH_ASSIGNMENTS = 40
"""Fewer can hardly give a two-sided p-value below 0.05."""

_RESAMPLES = 2000
_SEED = 20260301
_FEWEST_FOR_INTERVAL = 4
_PERCENTILES = (2.5, 97.5)

Split = tuple[tuple[int, frozenset[frozenset[str]]], ...]
"""For each session its number and who stands against whom: the same for a group and for all others as one group."""


@dataclass(frozen=True, slots=True)
class Place:
    """A session in which a group can be shown.

    Attributes:
        number: of the session, from 0.
        share: the group's part of it.
        members: its people.
        is_set: whether the facilitator set the share expected of it or of another group of the attribute.
    """

    number: int
    share: GroupShare
    members: frozenset[str]
    is_set: bool


@dataclass(frozen=True, slots=True)
class Pooled:
    """A group without its verdict, the evidence of its test (None with one session), and what the test compares."""

    group: GroupOverSessions
    evidence: Evidence | None
    split: Split


@dataclass(frozen=True, slots=True)
class _Room:
    """Everybody in the sessions of a group.

    Attributes:
        shares: (sessions, people), 0 where silent or absent.
        present: (sessions, people).
        members: (people,) who is in the group.
        expected: (sessions,) share that the facilitator set for the group, NaN where its heads count.
    """

    shares: NDArray[np.float64]
    present: NDArray[np.bool_]
    members: NDArray[np.bool_]
    expected: NDArray[np.float64]


def pool_group(name: str, places: Sequence[Place], sessions: Sequence[SessionShares]) -> Pooled:
    """Pool a group over the sessions in which it can be shown."""
    room = _room(places, sessions)
    share, head_share, expected = (
        fmean(values)
        for values in zip(
            *((each.share.share, each.share.head_share, each.share.expected_share) for each in places), strict=True
        )
    )
    evidence, within = _test(room) if len(places) > 1 else (None, True)
    low, high = _interval(room)
    group = GroupOverSessions(
        group=name,
        people=int(room.members.sum()),
        sessions=tuple(_in_session(each, sessions[each.number]) for each in places),
        share=share,
        head_share=head_share,
        expected_share=expected,
        gap=share - expected,
        ratio=share / expected if expected else None,
        gap_low=low,
        gap_high=high,
        p_value=None,
        assignments=evidence.assignments if evidence else 1,
        exact=evidence.exact if evidence else True,
        within_attendance=within,
        verdict=Verdict.ONE_SESSION,
    )
    split = tuple(
        (each.number, frozenset({each.members, frozenset(sessions[each.number].shares) - each.members}))
        for each in places
    )
    return Pooled(group, evidence, split)


def _room(places: Sequence[Place], sessions: Sequence[SessionShares]) -> _Room:
    inside = [sessions[each.number].shares for each in places]
    people = list(dict.fromkeys(name for shares in inside for name in shares))
    members = frozenset().union(*(each.members for each in places))
    return _Room(
        shares=np.array([[shares.get(name, 0.0) for name in people] for shares in inside]),
        present=np.array([[name in shares for name in people] for shares in inside]),
        members=np.array([name in members for name in people]),
        expected=np.array([each.share.expected_share if each.is_set else np.nan for each in places]),
    )


def _in_session(place: Place, session: SessionShares) -> GroupInSession:
    share = place.share
    return GroupInSession(
        session=session.session,
        people=share.people,
        share=share.share,
        head_share=share.head_share,
        expected_share=share.expected_share,
        gap=share.gap,
        low=share.low,
        high=share.high,
        silent=share.silent,
    )


def _test(room: _Room) -> tuple[Evidence, bool]:
    """Test among people of the same attendance; among all, where that leaves too few assignments."""
    equal = room.present / room.present.sum(axis=1, keepdims=True)
    scores = (room.shares - equal).sum(axis=0)
    _, attendance = np.unique(room.present.T, axis=0, return_inverse=True)
    strata = attendance.ravel()
    within = count_assignments(room.members, strata) >= ENOUGH_ASSIGNMENTS
    return permutation_test(scores, room.members, strata if within else np.zeros_like(strata)), within


def _interval(room: _Room) -> tuple[float | None, float | None]:
    """Return the percentile bootstrap interval of the gap: people are drawn, each with all their sessions."""
    people = len(room.members)
    if people < _FEWEST_FOR_INTERVAL:
        return None, None
    drawn = np.random.default_rng(_SEED).multinomial(people, np.full(people, 1 / people), size=_RESAMPLES)
    said, there = drawn @ room.shares.T, drawn @ room.present.T
    own = drawn * room.members
    with np.errstate(invalid="ignore", divide="ignore"):
        shares = np.where(said > 0, (own @ room.shares.T) / said, np.nan)
        heads = (own @ room.present.T) / there
    gaps = shares - np.where(np.isnan(room.expected), heads, room.expected)
    spoken = ~np.isnan(gaps).all(axis=1)
    low, high = np.percentile(np.nanmean(gaps[spoken], axis=1), _PERCENTILES)
    return float(low), float(high)
