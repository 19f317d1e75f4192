"""What the form for a new World Café proposes: who may come, what tables are mixed by, which questions were chosen."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from nlp.names import name_key
from nlp.participation.people.attendance import Presence
from nlp.participation.people.attendance_marks import marks_of_session
from nlp.seating.measure import MIX
from service.annotations.question_choices import in_force
from service.presentation.attributes import attribute_name
from service.presentation.i18n import Language
from service.programmes.snapshot import Snapshot

ORGANISATION = "organisation"


@dataclass(frozen=True)
class MayCome:
    """Somebody who may come; `about` is their organisation or team, "" where it is not known."""

    name: str
    about: str
    ticked: bool


@dataclass(frozen=True)
class PlanningView:
    """What the form proposes.

    Attributes:
        rosters: id and name of each, where there are several.
        roster: the one that is chosen, None for everybody.
        people: who may come.
        mix: attribute, what it is called, and whether it is ticked.
        questions: chosen for the room, in the reader's language.
    """

    rosters: tuple[tuple[int, str], ...]
    roster: int | None
    people: tuple[MayCome, ...]
    mix: tuple[tuple[str, Markup, bool], ...]
    questions: tuple[str, ...]


def planning_view(at: Snapshot, language: Language, roster: int | None = None) -> PlanningView:
    """Return what is proposed; of a roster those whom it says to be away are not ticked."""
    rosters = tuple((file.id, file.filename) for file in at.of_kind("roster"))
    chosen = roster if roster in at.rosters else None
    return PlanningView(
        rosters if len(rosters) > 1 else (),
        chosen,
        who_may_come(at, _there(at, chosen)),
        _mix(at, language),
        _questions(at, language),
    )


def who_may_come(at: Snapshot, ticked: Collection[str], besides: Sequence[str] = ()) -> tuple[MayCome, ...]:
    """Return everybody on a roster, and others whom somebody typed.

    Args:
        at: the programme.
        ticked: names of those who come.
        besides: names of people of whom it is known that they came or come.
    """
    keys = set(map(name_key, ticked))
    listed = {name_key(person.name): person for person in at.people}
    others = {name_key(name): name for name in besides if name_key(name) not in listed}
    about = {
        key: person.attributes.get(ORGANISATION, "") or person.attributes.get("team", "")
        for key, person in listed.items()
    }
    names = {key: person.name for key, person in listed.items()} | others
    return tuple(MayCome(name, about.get(key, ""), key in keys) for key, name in names.items())


def _there(at: Snapshot, roster: int | None) -> list[str]:
    """Return who comes if a roster is right: all of it, but for those whom a column without a day says to be away."""
    if roster is None:
        return [person.name for person in at.people]
    said = marks_of_session(at.marks.get(roster, ()), "", undated=True)
    away = {name for name, mark in said.items() if mark.state is Presence.ABSENT}
    return [person.name for person in at.rosters[roster] if person.name not in away]


def _mix(at: Snapshot, language: Language) -> tuple[tuple[str, Markup, bool], ...]:
    """Return the attributes that part people into groups, those that are usual ticked."""
    values: dict[str, set[str]] = {}
    for person in at.people:
        for attribute, value in person.attributes.items():
            if value:
                values.setdefault(attribute, set()).add(name_key(value))
    parting = [each for each, own in values.items() if 1 < len(own) <= max(2, len(at.people) // 2)]
    usual = {*MIX} | ({"team"} if ORGANISATION not in parting else set())
    there = dict.fromkeys([*(each for each in MIX if each in parting), *parting])
    offered = there if ORGANISATION in there else {ORGANISATION: None, **there}
    return tuple((each, attribute_name(each, language), each in usual) for each in offered)


def _questions(at: Snapshot, language: Language) -> tuple[str, ...]:
    chosen = [each for each in in_force(at.questions).values() if each.state == "chosen"]
    return tuple(each.texts.get(language.code, "") or each.text for each in chosen)
