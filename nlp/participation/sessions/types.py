"""What `measure_over_sessions()` takes and gives back: people and groups over several sessions."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from nlp.attributes import with_texts
from nlp.documents.types import Person
from nlp.errors import InputError
from nlp.frozen import Immutable
from nlp.messages import Message
from nlp.names import name_key
from nlp.participation.types import Participation
from nlp.results.plotted import Plotted
from nlp.statistics.verdicts import Verdict


@dataclass(frozen=True, slots=True)
class SessionShares(Immutable):
    """Who was present in one session, and each one's part of it.

    Attributes:
        session: its name, different for every session.
        timed: whether the shares count seconds (else letters, marks and digits).
        shares: person -> share of all that people said, 0 for the silent; they add up to 1.
        roster: against which the groups of this session alone are shown; None: the one for all sessions.
        not_known: people on its roster of whom it is not known whether they were there.
        unmeasured: who has a share of 0 and is not silent: they wrote an emoji, or their cue has no length.
    """

    session: str
    timed: bool
    shares: Mapping[str, float]
    roster: Sequence[Person] | None = None
    unmeasured: frozenset[str] = frozenset()
    not_known: frozenset[str] = frozenset()

    @classmethod
    def of(cls, session: str, participation: Participation) -> "SessionShares":
        """Take the shares out of a measured session."""
        spoken = {speaker.name: speaker.share for speaker in participation.speakers}
        unmeasured = frozenset(name for name, share in spoken.items() if not share)
        shares = spoken | dict.fromkeys(participation.silent, 0.0)
        not_known = frozenset(participation.not_known)
        return cls(session, participation.timed, shares, unmeasured=unmeasured, not_known=not_known)

    def checked(self) -> "SessionShares":
        """Return the same with texts for attributes.

        Raises:
            InputError: a share is not a number from 0 to 1.
        """
        for person, share in self.shares.items():
            if not 0 <= share <= 1:
                problem = Message("the share of {person} is {share}", {"person": person, "share": f"{share:g}"})
                raise InputError("", problem, Message("Give a part of 1, such as 0.5"), self.session)
        return replace(self, roster=None if self.roster is None else with_texts(self.roster))

    def is_silent(self, person: str) -> bool:
        """Whether somebody who was present said nothing."""
        return not self.shares[person] and person not in self.unmeasured

    def spelled(self, roster: Sequence[Person]) -> "SessionShares":
        """Return the same with people's names as `roster` spells them: rosters differ in case, spaces and joiners."""
        names = {name_key(person.name): person.name for person in roster}
        not_known = frozenset(names.get(name_key(name), name) for name in self.not_known)
        own = self.roster and [replace(each, name=names.get(name_key(each.name), each.name)) for each in self.roster]
        renamed = self.renamed({name: names.get(name_key(name), name) for name in self.shares})
        return replace(renamed, roster=own, not_known=not_known)

    def renamed(self, names: Mapping[str, str]) -> "SessionShares":
        """Return the same with new names; people who get one name are one person."""
        shares: dict[str, float] = defaultdict(float)
        for name, share in self.shares.items():
            shares[names[name]] += share
        return replace(self, shares=dict(shares), unmeasured=frozenset(names[name] for name in self.unmeasured))


@dataclass(frozen=True, slots=True)
class PersonOverSessions:
    """One person over all sessions that they attended.

    Attributes:
        name: as in the sessions.
        sessions: in which they were present.
        silent: of these, in which they said nothing.
        share: mean of their shares over `sessions`, each session counted once.
        equal_share: mean of 1 / people present over `sessions`.
        not_known: sessions of which it is not known whether they were there; they count for nothing.
    """

    name: str
    sessions: tuple[str, ...]
    silent: tuple[str, ...]
    share: float
    equal_share: float
    not_known: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GroupInSession:
    """A group in one session in which it can be shown; the fields are those of `GroupShare`."""

    session: str
    people: int
    share: float
    head_share: float
    expected_share: float
    gap: float
    low: float | None
    high: float | None
    silent: int


@dataclass(frozen=True, slots=True)
class GroupOverSessions:
    """A group of the roster over all sessions in which it can be shown. Every session counts once, however long.

    Attributes:
        group: value of the attribute.
        people: different members who were present in `sessions`.
        sessions: in the order given; those in which the group is absent or too small to show are left out.
        share, head_share, expected_share: means over `sessions`.
        gap: share - expected_share, -1 to 1.
        ratio: share / expected_share; None if that is 0.
        gap_low, gap_high: interval of gap from the same test, of 95 % or, where several groups were tested, more: it
            leaves out 0 exactly with the verdict "differs". None with "too few to say", and in one session where too
            few people were there.
        p_value: of a permutation test that the members speak as is expected of them, Holm-corrected over all groups
            that could be told; None with the verdicts "one session" and "too few to say", which is also that of a group
            of which, or beside which, nothing at all is expected.
        assignments: in how many ways the members could have been drawn.
        exact: whether all assignments were tried.
        within_attendance: whether people were exchanged only with those who attended the same sessions; else that left
            too few assignments, and they were exchanged with everybody, as if group and attendance had nothing to do
            with each other.
        verdict: "differs", "no difference seen", "too few to say" or "one session".
    """

    group: str
    people: int
    sessions: tuple[GroupInSession, ...]
    share: float
    head_share: float
    expected_share: float
    gap: float
    ratio: float | None
    gap_low: float | None
    gap_high: float | None
    p_value: float | None
    assignments: int
    exact: bool
    within_attendance: bool
    verdict: Verdict


@dataclass(frozen=True, slots=True, repr=False)
class OverSessions(Plotted):
    """Who was heard over several sessions.

    Attributes:
        sessions: their names in the order given.
        people: in the order of the roster, then by first appearance.
        groups: attribute -> groups, in order of first appearance; pools of small groups are left out.
        withheld: attributes that no session can show safely.
        limits: what these figures cannot show.
        shares: session -> person -> share of what was said in it.
    """

    sessions: tuple[str, ...] = ()
    people: tuple[PersonOverSessions, ...] = ()
    groups: Mapping[str, tuple[GroupOverSessions, ...]] = field(default_factory=dict)
    withheld: tuple[str, ...] = ()
    limits: tuple[Message, ...] = ()
    shares: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
