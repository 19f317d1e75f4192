"""The page of all sessions together: who was heard, over time."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from nlp.participation.sessions.types import GroupInSession, GroupOverSessions, OverSessions, PersonOverSessions
from nlp.statistics.verdicts import Verdict
from service.presentation.attributes import attribute_name
from service.presentation.i18n import Language
from service.presentation.masking.masking import People
from service.presentation.sessions.limits import limits_view
from service.presentation.sessions.over_time_picture import Picture, ceiling, picture
from service.presentation.text import name
from service.types import Session


@dataclass(frozen=True)
class GroupHistory:
    """One group over the sessions: its picture, what it says, how sure that is, and every session in words."""

    name: Markup
    picture: Picture
    finding: Markup
    certainty: Markup
    sessions: tuple[Markup, ...]


@dataclass(frozen=True)
class AttributeHistory:
    """The groups of one attribute of the rosters."""

    attribute: Markup
    groups: tuple[GroupHistory, ...]


@dataclass(frozen=True)
class PersonHistory:
    """One person: a cell for every session, and whether they never spoke."""

    name: str
    cells: tuple[Markup, ...]
    never: bool


@dataclass(frozen=True)
class OverTimeView:
    """All that the page shows, in its order.

    Attributes:
        sessions: those that were measured, oldest first.
        histories: groups that are shown in at least two sessions; the others are named in `once`.
    """

    lead: tuple[Markup, ...]
    sessions: tuple[Session, ...]
    histories: tuple[AttributeHistory, ...]
    once: tuple[Markup, ...]
    people: tuple[PersonHistory, ...]
    withheld: tuple[Markup, ...]
    limits: tuple[Markup, ...]


def over_time_view(
    over_sessions: OverSessions, sessions: Sequence[Session], people: People, language: Language
) -> OverTimeView:
    """Turn who was heard over all sessions into what the page shows.

    Args:
        over_sessions: people and groups over all sessions.
        sessions: of the programme.
        people: what everybody is called.
        language: of the reader.
    """
    known = {session.slug: session for session in sessions}
    named = {each.name: each for each in over_sessions.people}
    return OverTimeView(
        lead=tuple(_lead(over_sessions, language)),
        sessions=tuple(known[slug] for slug in over_sessions.sessions if slug in known),
        histories=tuple(_histories(over_sessions, language)),
        once=tuple(
            name(group.group)
            for groups in over_sessions.groups.values()
            for group in groups
            if len(group.sessions) == 1
        ),
        people=tuple(_person(named[each], over_sessions, people, language) for each in people.in_order(named)),
        withheld=tuple(attribute_name(each, language) for each in over_sessions.withheld),
        limits=limits_view(over_sessions.limits, people, language),
    )


def _lead(over_sessions: OverSessions, language: Language) -> list[Markup]:
    count = len(over_sessions.sessions)
    if not count:
        return [language.gettext("There is no session here yet.")]
    if count == 1:
        return [language.gettext("There is one session so far. What changes can be seen from the second one on.")]
    return [_about_groups(over_sessions, language), *_about_silent(over_sessions.people, language)]


def _about_groups(over_sessions: OverSessions, language: Language) -> Markup:
    """Return what the tests say: the widest gap among the groups that differ, or that none is seen to."""
    every = [(attribute, group) for attribute, groups in over_sessions.groups.items() for group in groups]
    clear = [(attribute, group) for attribute, group in every if group.verdict == Verdict.DIFFERS]
    if clear:
        attribute, group = max(clear, key=lambda pair: abs(pair[1].gap))
        return language.gettext(
            "Over {n} sessions the group {group} ({attribute}) was {heads} of the room and had {share} of what was "
            "said: more than chance would explain.",
            n=len(group.sessions),
            group=name(group.group),
            attribute=attribute_name(attribute, language),
            heads=language.percent(group.head_share),
            share=language.percent(group.share),
        )
    count = len(over_sessions.sessions)
    if any(group.verdict == Verdict.NO_DIFFERENCE for _, group in every):
        return language.gettext(
            "Over {n} sessions no group is seen to speak clearly more or less than others.", n=count
        )
    return language.gettext("{n} sessions are too few to say whether groups speak more or less than others.", n=count)


def _about_silent(people: Sequence[PersonOverSessions], language: Language) -> list[Markup]:
    never = sum(_never_spoke(person) for person in people)
    if not never:
        return []
    return [
        language.ngettext(
            "{n} person was present more than once and never spoke.",
            "{n} people were present more than once and never spoke.",
            never,
        )
    ]


def _never_spoke(person: PersonOverSessions) -> bool:
    return len(person.sessions) > 1 and len(person.silent) == len(person.sessions)


def _histories(over_sessions: OverSessions, language: Language) -> list[AttributeHistory]:
    through = {
        attribute: [group for group in groups if len(group.sessions) > 1]
        for attribute, groups in over_sessions.groups.items()
    }
    return [
        AttributeHistory(
            attribute_name(attribute, language),
            tuple(_history(group, groups, over_sessions.sessions, language) for group in groups),
        )
        for attribute, groups in through.items()
        if groups
    ]


def _history(
    group: GroupOverSessions, groups: Sequence[GroupOverSessions], sessions: Sequence[str], language: Language
) -> GroupHistory:
    shown = {each.session: each for each in group.sessions}
    return GroupHistory(
        name=name(group.group),
        picture=picture(group, sessions, ceiling(groups), language),
        finding=_finding(group, language),
        certainty=_certainty(group.verdict, language),
        sessions=tuple(
            _session(number, shown.get(session), language) for number, session in enumerate(sessions, start=1)
        ),
    )


def _session(number: int, group: GroupInSession | None, language: Language) -> Markup:
    if group is None:
        return language.gettext("{number}: nobody, or too few to show", number=number)
    return language.gettext(
        "{number}: {heads} of the room, {share} of what was said",
        number=number,
        heads=language.percent(group.head_share),
        share=language.percent(group.share),
    )


def _finding(group: GroupOverSessions, language: Language) -> Markup:
    return language.gettext(
        "{heads} of the room, {share} of what was said",
        heads=language.percent(group.head_share),
        share=language.percent(group.share),
    )


def _certainty(verdict: Verdict, language: Language) -> Markup:
    words: Mapping[Verdict, Markup] = {
        Verdict.DIFFERS: language.gettext("Further from its number than chance would explain."),
        Verdict.NO_DIFFERENCE: language.gettext("No clear difference from its number."),
    }
    return words.get(verdict, language.gettext("Too few to say."))


def _person(
    person: PersonOverSessions, over_sessions: OverSessions, people: People, language: Language
) -> PersonHistory:
    cells = tuple(_cell(person, session, over_sessions, language) for session in over_sessions.sessions)
    return PersonHistory(people.call(person.name), cells, _never_spoke(person))


def _cell(person: PersonOverSessions, session: str, over_sessions: OverSessions, language: Language) -> Markup:
    if session in person.not_known:
        return language.gettext("not known")
    if session not in person.sessions:
        return Markup("–")
    if session in person.silent:
        return language.gettext("silent")
    return Markup.escape(language.percent(over_sessions.shares[session][person.name]))
