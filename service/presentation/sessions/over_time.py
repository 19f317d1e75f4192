"""The page of all sessions together: who was heard, over time."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from nlp.json_form import Json
from nlp.participation.caveats import WITHHELD
from nlp.participation.sessions.types import DIFFERS, NO_DIFFERENCE, TOO_FEW
from service.presentation.attributes import attribute_name
from service.presentation.i18n import Language
from service.presentation.masking.masking import People
from service.presentation.sessions.caveats import says, translate
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
    told: tuple[Markup, ...]


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


def over_time_view(found: Json, sessions: Sequence[Session], people: People, language: Language) -> OverTimeView:
    """Turn `Workspace.over_time` into what the page shows.

    Args:
        found: people and groups over all sessions.
        sessions: of the programme.
        people: what everybody is called.
        language: of the reader.
    """
    known = {session.slug: session for session in sessions}
    measured = tuple(known[slug] for slug in found["sessions"] if slug in known)
    return OverTimeView(
        lead=tuple(_lead(found, language)),
        sessions=measured,
        histories=tuple(_histories(found, language)),
        once=tuple(
            name(str(each["group"]))
            for groups in found["groups"].values()
            for each in groups
            if len(each["sessions"]) == 1
        ),
        people=tuple(_person(each, found, people, language) for each in found["people"]),
        withheld=tuple(attribute_name(each, language) for each in found["withheld"]),
        limits=tuple(
            translate(people.mask(str(each)), language) for each in found["limits"] if not says(WITHHELD, str(each))
        ),
    )


def _lead(found: Json, language: Language) -> list[Markup]:
    count = len(found["sessions"])
    if not count:
        return [language.gettext("There is no session here yet.")]
    if count == 1:
        return [language.gettext("There is one session so far. What changes can be seen from the second one on.")]
    groups = [(attribute, each) for attribute, several in found["groups"].items() for each in several]
    return [*_about_groups(groups, count, language), *_about_silent(found, language)]


def _about_groups(groups: Sequence[tuple[str, Json]], count: int, language: Language) -> list[Markup]:
    clear = [(attribute, each) for attribute, each in groups if each["verdict"] == DIFFERS]
    if clear:
        attribute, group = max(clear, key=lambda pair: abs(float(pair[1]["gap"])))
        return [
            language.gettext(
                "Over {n} sessions the group {group} ({attribute}) was {heads} of the room and had {share} of what was "
                "said: more than chance would explain.",
                n=len(group["sessions"]),
                group=name(str(group["group"])),
                attribute=attribute_name(attribute, language),
                heads=language.percent(float(group["head_share"])),
                share=language.percent(float(group["share"])),
            )
        ]
    if any(each["verdict"] == NO_DIFFERENCE for _, each in groups):
        return [
            language.gettext("Over {n} sessions no group is seen to speak clearly more or less than others.", n=count)
        ]
    return [language.gettext("{n} sessions are too few to say whether groups speak more or less than others.", n=count)]


def _about_silent(found: Json, language: Language) -> list[Markup]:
    never = sum(_never(each) for each in found["people"])
    if not never:
        return []
    return [
        language.ngettext(
            "{n} person was present more than once and never spoke.",
            "{n} people were present more than once and never spoke.",
            never,
        )
    ]


def _never(person: Json) -> bool:
    return len(person["sessions"]) > 1 and len(person["silent"]) == len(person["sessions"])


def _histories(found: Json, language: Language) -> list[AttributeHistory]:
    through = {
        attribute: [each for each in groups if len(each["sessions"]) > 1]
        for attribute, groups in found["groups"].items()
    }
    return [
        AttributeHistory(
            attribute_name(attribute, language), tuple(_history(each, groups, found, language) for each in groups)
        )
        for attribute, groups in through.items()
        if groups
    ]


def _history(group: Json, groups: Sequence[Json], found: Json, language: Language) -> GroupHistory:
    told = []
    shown = {each["session"]: each for each in group["sessions"]}
    for number, session in enumerate(found["sessions"], start=1):
        if each := shown.get(session):
            told.append(
                language.gettext(
                    "{number}: {heads} of the room, {share} of what was said",
                    number=number,
                    heads=language.percent(float(each["head_share"])),
                    share=language.percent(float(each["share"])),
                )
            )
        else:
            told.append(language.gettext("{number}: nobody, or too few to show", number=number))
    return GroupHistory(
        name=name(str(group["group"])),
        picture=picture(group, found["sessions"], ceiling(groups), language),
        finding=_finding(group, language),
        certainty=_certainty(str(group["verdict"]), language),
        told=tuple(told),
    )


def _finding(group: Json, language: Language) -> Markup:
    return language.gettext(
        "{heads} of the room, {share} of what was said",
        heads=language.percent(float(group["head_share"])),
        share=language.percent(float(group["share"])),
    )


def _certainty(verdict: str, language: Language) -> Markup:
    words: Mapping[str, Markup] = {
        DIFFERS: language.gettext("Further from its number than chance would explain."),
        NO_DIFFERENCE: language.gettext("No clear difference from its number."),
        TOO_FEW: language.gettext("Too few to say."),
    }
    return words[verdict]


def _person(person: Json, found: Json, people: People, language: Language) -> PersonHistory:
    given = str(person["name"])
    cells = []
    for session in found["sessions"]:
        if session not in person["sessions"]:
            cells.append(Markup("–"))
        elif session in person["silent"]:
            cells.append(language.gettext("silent"))
        else:
            shares = found["shares"][session]
            share = shares.get(given, shares.get(given.removesuffix(f" ({session})"), 0.0))
            cells.append(Markup(language.percent(float(share))))
    return PersonHistory(people.call(given), tuple(cells), _never(person))
