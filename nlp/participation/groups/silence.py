"""How many people of each group said nothing: of one session this may be told, since it was counted, not inferred."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from nlp.participation.groups.compare import NOT_ON_ROSTER, NOT_STATED
from nlp.participation.types import GroupShare
from nlp.statistics.disclosure import OTHER


@dataclass(frozen=True, slots=True)
class Silence:
    """So many of so many people of a group said nothing: "three of the seven women".

    Attributes:
        attribute, group: as in `Participation.groups`.
        silent: how many said nothing, one or more.
        people: how many were present.
    """

    attribute: str
    group: str
    silent: int
    people: int


def silent_in_groups(groups: Mapping[str, Sequence[GroupShare]]) -> tuple[Silence, ...]:
    """Return the groups in which somebody was present and said nothing, those with most silent people first.

    Of as many the smaller group comes first, then the order of the groups. Pools of small groups and people of whom the
    roster does not say it are left out, since nobody calls themselves that. The order is one of counts and claims
    nothing: with several groups one of them always has most silent people.

    Args:
        groups: of one session, attribute -> groups, as in `Participation.groups`.
    """
    found = [
        Silence(attribute, each.group, each.silent, each.people)
        for attribute, own in groups.items()
        for each in own
        if each.silent and each.group not in {OTHER, NOT_STATED, NOT_ON_ROSTER}
    ]
    return tuple(sorted(found, key=lambda each: (-each.silent, each.people)))
