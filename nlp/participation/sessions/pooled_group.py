"""One group over several sessions: its pooled share, the interval of its gap, and a test."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from statistics import fmean

import numpy as np

from nlp.participation.groups.against_chance import AgainstChance, Room
from nlp.participation.sessions.types import GroupInSession, GroupOverSessions, SessionShares
from nlp.participation.types import GroupShare
from nlp.statistics.permutation import Evidence
from nlp.statistics.verdicts import Verdict, verdict_of

Split = tuple[tuple[int, frozenset[frozenset[str]], tuple[tuple[str, float], ...]], ...]
"""For each session its number, who stands against whom, and what is expected of each: the same for a group and for all
others as one group."""

_NOTHING_TO_TELL = Evidence(1.0, 1.0, 1, True)


@dataclass(frozen=True, slots=True)
class Place:
    """A session in which a group can be shown.

    Attributes:
        number: of the session, from 0.
        share: the group's part of it.
        members: its people.
        expected: person -> part of the floor that is expected of them, of everybody present.
    """

    number: int
    share: GroupShare
    members: frozenset[str]
    expected: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Pooled:
    """A group before its test is judged.

    Attributes:
        group: without interval, p-value and verdict.
        chance: what it is tested by, None where there is nothing to exchange.
        evidence: of the test, None with one session.
        split: what the test compares.
    """

    group: GroupOverSessions
    chance: AgainstChance | None
    evidence: Evidence | None
    split: Split

    def judged(self, p_value: float | None, level: float) -> GroupOverSessions:
        """Return the group with its verdict, and with the interval that agrees with it.

        Args:
            p_value: corrected for all tests, None if this one could have told nothing.
            level: at which it was judged.
        """
        verdict = verdict_of(p_value) if self.evidence else Verdict.ONE_SESSION
        gaps = None
        if self.chance and verdict != Verdict.TOO_FEW:
            gaps = self.chance.gap_interval(level)
        low, high = gaps or (None, None)
        return replace(self.group, p_value=p_value, verdict=verdict, gap_low=low, gap_high=high)


def pool_group(name: str, places: Sequence[Place], sessions: Sequence[SessionShares]) -> Pooled:
    """Pool a group over the sessions in which it can be shown."""
    room = _room(places, sessions)
    chance = AgainstChance.of(room)
    evidence = None if len(places) < 2 else chance.evidence() if chance else _NOTHING_TO_TELL
    return Pooled(_group(name, room, places, sessions, chance, evidence), chance, evidence, _split(places, sessions))


def _group(
    name: str,
    room: Room,
    places: Sequence[Place],
    sessions: Sequence[SessionShares],
    chance: AgainstChance | None,
    evidence: Evidence | None,
) -> GroupOverSessions:
    expected = fmean(each.share.expected_share for each in places)
    share = fmean(each.share.share for each in places)
    return GroupOverSessions(
        group=name,
        people=int(room.members.sum()),
        sessions=tuple(_in_session(each, sessions[each.number]) for each in places),
        share=share,
        head_share=fmean(each.share.head_share for each in places),
        expected_share=expected,
        gap=share - expected,
        ratio=share / expected if expected else None,
        gap_low=None,
        gap_high=None,
        p_value=None,
        assignments=evidence.assignments if evidence else 1,
        exact=evidence.exact if evidence else True,
        within_attendance=evidence is None or chance is None or chance.within_attendance,
        verdict=Verdict.ONE_SESSION,
    )


def _split(places: Sequence[Place], sessions: Sequence[SessionShares]) -> Split:
    return tuple(
        (
            each.number,
            frozenset({each.members, frozenset(sessions[each.number].shares) - each.members}),
            tuple(sorted(each.expected.items())),
        )
        for each in places
    )


def _room(places: Sequence[Place], sessions: Sequence[SessionShares]) -> Room:
    inside = [sessions[each.number].shares for each in places]
    people = list(dict.fromkeys(name for shares in inside for name in shares))
    members = frozenset().union(*(each.members for each in places))
    return Room(
        shares=np.array([[shares.get(name, 0.0) for name in people] for shares in inside]),
        present=np.array([[name in shares for name in people] for shares in inside]),
        expected=np.array([[each.expected.get(name, 0.0) for name in people] for each in places]),
        members=np.array([name in members for name in people]),
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
