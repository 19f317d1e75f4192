"""Groups of the roster in a session: their part of the room against their part of the floor, described, not tested."""

from dataclasses import dataclass

from markupsafe import Markup

from nlp.participation.types import GroupShare, Participation
from nlp.statistics.pooling import OTHER
from service.presentation.attributes import attribute_name
from service.presentation.i18n import Language
from service.presentation.sessions.group_names import POOLED, group_name
from service.presentation.sessions.session_lead import is_chat, present

FEWEST_WINDOWS = 3
SAME_SHARE = 1e-9


@dataclass(frozen=True)
class GroupBar:
    """One group's part of the room and of the floor; all shares 0 to 100.

    Attributes:
        value: the group as the roster has it, "" for a pool of people.
        where: what its part of the heads is a part of: the room, in a chat the chat.
        of: what its share is a part of: what was said, in a chat what was written.
        expected: the share that was set for it, None where its part of the room is what it is measured against.
        flow: its share of the talk in windows over the session, as points of a line in a box of 100 x 100; "" without.
    """

    name: Markup
    value: str
    words: Markup
    of: Markup
    where: Markup
    head: float
    share: float
    expected: float | None
    flow: str
    low: float | None
    high: float | None
    certainty: Markup


@dataclass(frozen=True)
class Grouping:
    """The groups of one attribute of the roster."""

    attribute: Markup
    groups: tuple[GroupBar, ...]


def groupings(participation: Participation, language: Language) -> tuple[Grouping, ...]:
    """Return the attributes of the roster that have at least two groups to show."""
    return tuple(
        Grouping(
            attribute_name(attribute, language),
            tuple(_bar(group, participation, _flow(participation, attribute, group), language) for group in groups),
        )
        for attribute, groups in participation.groups.items()
        if len(groups) > 1
    )


def heads_words(group: GroupShare, everybody: int, language: Language, *, chat: bool = False) -> Markup:
    """Return how many people a group has, what "other" stands for, and how many of them said nothing."""
    words = [
        language.ngettext("{n} of {everybody} people", "{n} of {everybody} people", group.people, everybody=everybody)
    ]
    if group.group == OTHER:
        words.append(language.gettext("groups too small to show alone, taken together"))
    if group.silent and chat:
        words.append(language.ngettext("{n} of them wrote nothing", "{n} of them wrote nothing", group.silent))
    elif group.silent:
        words.append(language.ngettext("{n} of them said nothing", "{n} of them said nothing", group.silent))
    return Markup("; ").join(words)


def is_set(group: GroupShare) -> bool:
    """Whether a group is measured against a share that the facilitator set, not against its part of the room."""
    return abs(group.expected_share - group.head_share) > SAME_SHARE


def group_certainty(group: GroupShare, language: Language) -> Markup:
    """Return that a group's share says little, "" where it can be read: one session is described, not tested."""
    return language.gettext("Too few people to say.") if group.low is None else Markup("")


def _bar(group: GroupShare, participation: Participation, flow: str, language: Language) -> GroupBar:
    chat = is_chat(participation)
    return GroupBar(
        name=group_name(group.group, language),
        value="" if group.group in POOLED else group.group,
        words=heads_words(group, present(participation), language, chat=chat),
        of=language.gettext("of what was written") if chat else language.gettext("of what was said"),
        where=language.gettext("in the chat") if chat else language.gettext("in the room"),
        head=_hundred(group.head_share),
        share=_hundred(group.share),
        expected=_hundred(group.expected_share) if is_set(group) else None,
        flow=flow,
        low=None if group.low is None else _hundred(group.low),
        high=None if group.high is None else _hundred(group.high),
        certainty=group_certainty(group, language),
    )


def _flow(participation: Participation, attribute: str, group: GroupShare) -> str:
    """Return the group's share of each window as points; a window in which nobody speaks goes on as the one before."""
    windows = participation.windows
    if windows is None or len(windows.starts) < FEWEST_WINDOWS:
        return ""
    totals = [sum(seconds) for seconds in zip(*windows.people.values(), strict=True)]
    points, share = [], group.share
    for number, (own, total) in enumerate(zip(windows.groups[attribute][group.group], totals, strict=True)):
        share = own / total if total else share
        points.append(f"{100 * number / (len(totals) - 1):.1f},{100 - _hundred(share):.1f}")
    return " ".join(points)


def _hundred(share: float) -> float:
    return round(100 * min(max(share, 0.0), 1.0), 2)
