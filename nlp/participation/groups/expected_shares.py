"""What a group's part of the floor is measured against: its part of the heads, or a share that a facilitator sets."""

from collections import Counter
from collections.abc import Mapping, Sequence

from nlp.documents.types import Person
from nlp.errors import InputError
from nlp.messages import Message, msgid
from nlp.names import name_key

Expected = Mapping[str, float]
"""Group -> share of the floor, 0 to 1, that the facilitator expects of it; it may be spelled otherwise."""

_ROUNDING = 0.005


def check_expected(expected: Expected, roster: Sequence[Person], by: Sequence[str]) -> None:
    """Raise an `InputError` unless the shares can be met: known groups, 0 to 1 each, per attribute at most 1 together.

    Where all groups of an attribute have a share, these must add up to 1.
    """
    groups = {attribute: {fold(person.attributes.get(attribute, "")) for person in roster} - {""} for attribute in by}
    known = sorted(set().union(*groups.values()))
    for group, share in expected.items():
        if fold(group) not in known:
            problem = msgid("an expected share is given for {group}, and nobody on the roster is {group}")
            raise InputError("", Message(problem, {"group": group}), _groups_that_are_there(known, roster))
        if not 0 <= share <= 1:
            said = Message("the expected share of {group} is {share}", {"group": group, "share": _said(share)})
            raise InputError("", said, Message("Give a part of 1, such as 0.5"))
    for attribute, names in groups.items():
        given = {fold(group): share for group, share in expected.items() if fold(group) in names}
        total = sum(given.values())
        if total > 1 + _ROUNDING or (given.keys() == names and given and total < 1 - _ROUNDING):
            values = {"attribute": attribute, "total": _said(total)}
            said = Message("the expected shares of {attribute} add up to {total}", values)
            raise InputError("", said, Message("Let them add up to 1, or leave one group out"))


def _groups_that_are_there(known: Sequence[str], roster: Sequence[Person]) -> Message:
    if known:
        return Message("Groups are {groups}", {"groups": tuple(known)})
    if there := sorted({name for person in roster for name, value in person.attributes.items() if value}):
        return Message("Compare by an attribute that the roster has: {columns}", {"columns": tuple(there)})
    return Message("Give a roster that says who belongs to it")


def _said(share: float) -> str:
    return f"{share:g}"


def expected_parts(groups: Sequence[str], expected: Expected) -> list[float]:
    """Return the part of the floor expected of each person, adding up to 1.

    Groups with a share that the facilitator set divide it among their members; what is left is divided equally among
    all others. Shares of groups that are not there count for nothing. Without shares everybody's part is 1 / n.

    Args:
        groups: the group of each person present, "" where none is stated.
        expected: shares that the facilitator set.
    """
    folded = [fold(group) for group in groups]
    people = Counter(folded)
    set_shares = {fold(group): share for group, share in expected.items() if fold(group) in people}
    others = len(folded) - sum(people[group] for group in set_shares)
    total = sum(set_shares.values())
    if not others and not total:
        return [1 / len(folded)] * len(folded)
    whole = 1.0 if others else total
    left = max(0.0, 1 - total)
    return [set_shares[group] / whole / people[group] if group in set_shares else left / others for group in folded]


def fold(group: str) -> str:
    """Return the name of a group as it is compared (`nlp.names.name_key`)."""
    return name_key(group)
