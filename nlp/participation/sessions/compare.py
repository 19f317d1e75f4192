"""Who was heard over several sessions: one session is described, a pattern over several can be tested.

A group's gap is the mean over sessions of (its share - the share expected of it); every session counts once, so
that long sessions do not drown short ones and records with and without times can stand together. Test: the people
of the group are drawn anew from all people, each with all their sessions, so that somebody who talks much in every
session counts as one person and not as many; shares that the facilitator set enter it as they enter the gap
(`nlp.participation.groups.against_chance`). Groups that could not differ however they spoke are left out (Tarone
1990), the others corrected by Holm (1979); of two groups that make up everybody one test is one. The interval of
the gap comes from the same test at the level at which it was judged, so the two never disagree.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from statistics import fmean
from types import MappingProxyType

from nlp.attributes import attributes_of
from nlp.documents.types import Person, Roster
from nlp.door.numbers import smallest_of
from nlp.door.people import people_of
from nlp.errors import NothingToAnalyse
from nlp.messages import Message
from nlp.participation.caveats import find_limits_over_sessions
from nlp.participation.groups.asked_for import BY, check_attributes
from nlp.participation.groups.compare import NOT_ON_ROSTER, NOT_STATED, compare_by, groups_to_show, values_of
from nlp.participation.groups.expected_shares import Expected, check_expected, expected_parts, fold
from nlp.participation.people.identities import is_of_one_record
from nlp.participation.sessions.handed import sessions_of
from nlp.participation.sessions.pooled_group import Place, Pooled, pool_group
from nlp.participation.sessions.types import (
    GroupOverSessions,
    OverSessions,
    PersonOverSessions,
    SessionShares,
)
from nlp.participation.types import Participation
from nlp.smallest import DEFAULT, Smallest
from nlp.statistics.multiple_comparisons import LEVEL, holm, holm_levels, testable
from nlp.statistics.pooling import OTHER

_Key = tuple[str, str]
"""Attribute and group."""


def measure_over_sessions(
    sessions: Mapping[str, Participation] | Sequence[SessionShares],
    roster: Roster | Iterable[Person] = (),
    by: str | Sequence[str] = BY,
    smallest: Smallest | int = DEFAULT,
    expected: Expected = MappingProxyType({}),
    standing: Sequence[str] = (),
    may_lack: Collection[str] = (),
) -> OverSessions:
    """Pool people's and groups' shares over sessions, and test whether a group speaks like its number.

    Args:
        sessions: in order of time: name -> what `measure_participation` gave.
        roster: what is known of people; without it there are no groups. Where it knows more of somebody than the roster
            of a session, that session's own groups and these are not shown both if they tell of too few people.
        by: attributes, or one; an earlier one is kept where two together disclose too much.
        smallest: no total of fewer people than this is shown, nor can be worked out from the groups of a session.
        expected: group -> share of the floor that the facilitator sets in place of its share of the heads.
        standing: attributes that others may ask for, as for `measure_participation`.
        may_lack: attributes that nobody on the roster need have.

    Raises:
        NothingToAnalyse: there is no session.
        InputError: nobody on the roster has one of the attributes; `expected` names no group, or shares that cannot be;
            these are no sessions.
    """
    given = sessions_of(sessions)
    if not given:
        raise NothingToAnalyse(
            "", Message("there is no session to look at"), Message("Add the transcript of a session")
        )
    by, roster, threshold = attributes_of(by), people_of(roster), smallest_of(smallest).personal
    check_attributes(by, roster, may_lack)
    if expected:
        check_expected(expected, roster, by)
    known = {person.name for person in roster}
    sessions = [_keep_apart(session.checked().spelled(roster), known) for session in given]
    order = tuple(dict.fromkeys((*standing, *by)))
    places, hidden = _find_places(sessions, roster, order, threshold, expected)
    pooled = {key: pool_group(key[1], found, sessions) for key, found in places.items() if key[0] in by}
    withheld = tuple(attribute for attribute in hidden if attribute in by)
    groups = _judge(pooled)
    return OverSessions(
        sessions=tuple(session.session for session in sessions),
        people=_people(sessions, roster),
        groups=groups,
        withheld=withheld,
        limits=find_limits_over_sessions(sessions, groups, withheld, threshold),
        shares={session.session: dict(session.shares) for session in sessions},
    )


def _keep_apart(session: SessionShares, roster: Collection[str]) -> SessionShares:
    """Give "Speaker 1" and "iPhone" the session's name: they are somebody else in every session."""
    strangers = {name for name in session.shares if name not in roster and is_of_one_record(name)}
    return session.renamed(
        {name: f"{name} ({session.session})" if name in strangers else name for name in session.shares}
    )


def _find_places(
    sessions: Sequence[SessionShares], roster: Sequence[Person], by: Sequence[str], threshold: int, expected: Expected
) -> tuple[dict[_Key, list[Place]], tuple[str, ...]]:
    """Return where each group can be shown, and the attributes that can be shown nowhere."""
    places: dict[_Key, list[Place]] = defaultdict(list)
    spelled: dict[_Key, str] = {}
    withheld: dict[str, None] = {}
    for number, session in enumerate(sessions):
        alone, _ = groups_to_show(by, session.roster or (), session.shares, threshold)
        beside = tuple(alone.values())
        shown, hidden = compare_by(by, roster, session.shares, threshold, expected, beside, session.unmeasured)
        withheld |= dict.fromkeys(hidden)
        for attribute, groups in shown.items():
            stated = dict(zip(session.shares, map(fold, values_of(attribute, roster, session.shares)), strict=True))
            parts = dict(zip(session.shares, expected_parts(list(stated.values()), expected), strict=True))
            for group in groups:
                if group.group not in {OTHER, NOT_STATED, NOT_ON_ROSTER}:
                    folded = fold(group.group)
                    members = frozenset(name for name, value in stated.items() if value == folded)
                    key = attribute, spelled.setdefault((attribute, folded), group.group)
                    places[key].append(Place(number, group, members, parts))
    shown_somewhere = {attribute for attribute, _ in places}
    return dict(places), tuple(attribute for attribute in withheld if attribute not in shown_somewhere)


def _judge(pooled: Mapping[_Key, Pooled]) -> dict[str, tuple[GroupOverSessions, ...]]:
    """Give every group its corrected p-value, verdict and interval; two groups that make up everybody are one test."""
    evidence = {each.split: each.evidence for each in pooled.values() if each.evidence}
    tried = testable({split: each.smallest for split, each in evidence.items()})
    p_values = {split: evidence[split].p_value for split in evidence if split in tried}
    corrected, levels = holm(p_values), holm_levels(p_values)
    judged: dict[str, list[GroupOverSessions]] = defaultdict(list)
    for (attribute, _), each in pooled.items():
        judged[attribute].append(each.judged(corrected.get(each.split), levels.get(each.split, LEVEL)))
    return {attribute: tuple(groups) for attribute, groups in judged.items()}


def _people(sessions: Sequence[SessionShares], roster: Sequence[Person]) -> tuple[PersonOverSessions, ...]:
    attended: dict[str, list[SessionShares]] = {person.name: [] for person in roster}
    for session in sessions:
        for name in session.shares:
            attended.setdefault(name, []).append(session)
    return tuple(
        PersonOverSessions(
            name=name,
            sessions=tuple(each.session for each in found),
            silent=tuple(each.session for each in found if each.is_silent(name)),
            share=fmean(each.shares[name] for each in found),
            equal_share=fmean(1 / len(each.shares) for each in found),
            not_known=tuple(each.session for each in sessions if name in each.not_known),
        )
        for name, found in attended.items()
        if found
    )
