"""A group's shares of the floor against what is expected of it: could any other people of the room have had them?"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nlp.statistics.multiple_comparisons import LEVEL
from nlp.statistics.permutation import MOST_EXACT, Assignments, Evidence, permutation_test, shift_interval

ENOUGH_ASSIGNMENTS = 40
"""Fewer can hardly give a two-sided p-value below 0.05."""

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Room:
    """Everybody in the sessions of a group.

    Attributes:
        shares: (sessions, people) of the floor, adding up to 1 in each session; 0 where silent or absent.
        present: (sessions, people).
        expected: (sessions, people) part of the floor that is expected of each, adding up to 1; 0 where absent.
        members: (people,) who is in the group.
    """

    shares: Floats
    present: Bools
    expected: Floats
    members: Bools


@dataclass(frozen=True, slots=True)
class AgainstChance:
    """The test of a group, and the interval that belongs to it.

    If everybody speaks as is expected of them, it makes no difference who is in the group once each share is divided by
    the part expected of that person. So shares are divided by these parts, made to add up to 1 again in every session,
    and then exchanged among people, each with all their sessions. Where 1 / n is expected of everybody this changes
    nothing: it is the test against the head count. The statistic is the sum over the group of each person's (share -
    1 / people present), summed over the sessions.

    Attributes:
        scores: (people,) those sums.
        shift: (people,) what they would be if the group's share were larger by 1 in every session, evenly.
        assignments: of people to the group.
        within_attendance: whether only people of the same attendance are exchanged.
    """

    room: Room
    scores: Floats
    shift: Floats
    assignments: Assignments
    within_attendance: bool

    @classmethod
    def of(cls, room: Room, draws: int = MOST_EXACT) -> "AgainstChance | None":
        """Prepare the test among people of the same attendance; among all, where that leaves too few assignments.

        None if nothing at all is expected of somebody who was there, or if nobody or everybody is in the group: then
        there is nothing to divide by, and nobody to exchange.
        """
        heads = room.present.sum(axis=1, keepdims=True)
        own = (room.present & room.members).sum(axis=1, keepdims=True)
        if (room.expected <= 0)[room.present].any() or not ((own > 0) & (own < heads)).all():
            return None
        relative = np.divide(room.shares, room.expected, out=np.zeros_like(room.shares), where=room.present)
        even = relative / relative.sum(axis=1, keepdims=True)
        strata = np.unique(room.present.T, axis=0, return_inverse=True)[1].ravel()
        assignments = Assignments.of(room.members, strata, draws)
        within = assignments.count >= ENOUGH_ASSIGNMENTS
        return cls(
            room=room,
            scores=np.where(room.present, even - 1 / heads, 0.0).sum(axis=0),
            shift=np.where(room.present, np.where(room.members, 1 / own, -1 / (heads - own)), 0.0).sum(axis=0),
            assignments=assignments if within else Assignments.of(room.members, np.zeros_like(strata), draws),
            within_attendance=within,
        )

    def evidence(self) -> Evidence:
        """Test whether the group speaks as is expected of it."""
        return permutation_test(self.scores, self.assignments)

    def gap_interval(self, level: float = LEVEL) -> tuple[float, float] | None:
        """Return the gaps (share - expected share, mean over sessions) that the test does not reject at this level.

        It leaves out 0 exactly where the test rejects, and holds the gap that was found. None where no gap, however
        large, would be rejected.
        """
        found = shift_interval(self.scores, self.shift, self.assignments, level)
        if found is None:
            return None
        gap = float((self.room.shares[:, self.room.members].sum(axis=1) - self._expected()).mean())
        low, high = (self._gap_at(shift) for shift in found)
        return min(low, gap), max(high, gap)

    def _expected(self) -> Floats:
        return np.asarray(self.room.expected[:, self.room.members].sum(axis=1))

    def _gap_at(self, shift: float) -> float:
        """Return the mean gap where the group has its part of the heads and `shift` of the shares once made even."""
        own = (self.room.present & self.room.members).sum(axis=1)
        heads = self.room.present.sum(axis=1)
        even = np.clip(own / heads + shift, 0.0, 1.0)
        expected = self._expected()
        ours, others = even * expected / own, (1 - even) * (1 - expected) / (heads - own)
        return float((ours / (ours + others) - expected).mean())
