"""Questions for the room, built from the evidence and never claims.

The templates are the English message ids of the interface catalogues. They speak of groups by name, so that the same
sentences serve teams, languages and roles.
"""

from collections.abc import Sequence

from nlp.documents.types import Unit
from nlp.messages import Message, msgid
from nlp.readings.groups.holders import attribute_of, count_groups, heard
from nlp.readings.types import Reading
from nlp.statistics.verdicts import ReadingStatus

ONLY_ONE = msgid("From {group} we heard “{label}”. What experience is behind it, and what have others seen of it?")
NOT_SAID = msgid("We heard “{label}” from {holders}. What does this look like in the daily work of {missing}?")
SAME_WORDS = msgid("“{label}” comes up in every group. Which example from your own work would each of you give?")
STANDS_ALONE = msgid(
    "One note says: “{quote}”. Where have others met something like this, and what was different there?"
)
TWO_READINGS = msgid("Some say “{first}”, others “{second}”. When is each of them true in our work?")
ONE_VIEW = msgid("The notes point one way: “{label}”. What would somebody say who sees it differently?")

MOST = 3
MOST_NAMED = 8


def ask(readings: Sequence[Reading], alone: Sequence[Unit], attribute: str | None) -> tuple[Message, ...]:
    """Return up to three questions on one element, differences between the groups of `attribute` first.

    Args:
        readings: of the element, largest first.
        alone: notes that fit nowhere.
        attribute: the first attribute compared, or None.
    """
    asked = [*_about_groups(readings, attribute), *_about_readings(readings, alone, attribute)]
    return tuple(asked[:MOST])


def _about_groups(readings: Sequence[Reading], attribute: str | None) -> list[Message]:
    if attribute is None:
        return []
    one = [r for r in readings if r.status[attribute] == ReadingStatus.ONE_GROUP]
    gaps = [r for r in readings if r.status[attribute] == ReadingStatus.CONTESTED and _silent(r, attribute)]
    shared = [r for r in readings if r.status[attribute] == ReadingStatus.SHARED and not r.missing_from[attribute]]
    return [
        *(_only_one(reading, attribute) for reading in one[:1]),
        *(_not_said(reading, attribute) for reading in gaps[:1]),
        *(Message(SAME_WORDS, {"label": reading.label}) for reading in shared[:1]),
        *(_only_one(reading, attribute) for reading in one[1:2]),
    ]


def _about_readings(readings: Sequence[Reading], alone: Sequence[Unit], attribute: str | None) -> list[Message]:
    questions = []
    if len(readings) > 1:
        questions.append(Message(TWO_READINGS, {"first": readings[0].label, "second": readings[1].label}))
    elif readings and not alone:
        questions.append(Message(ONE_VIEW, {"label": readings[0].label}))
    if alone:
        questions.append(Message(STANDS_ALONE, {"quote": _least_placed(readings, alone, attribute).text}))
    return questions


def _least_placed(readings: Sequence[Reading], alone: Sequence[Unit], attribute: str | None) -> Unit:
    """Return a note of the group of which most stands alone; the first by the alphabet is always of one script."""
    if attribute is None:
        return alone[0]
    inside = count_groups([unit for reading in readings for unit in reading.units], attribute)
    outside = count_groups(alone, attribute)
    share = {group: count / (count + inside.get(group, 0)) for group, count in outside.items()}
    return max(alone, key=lambda unit: share.get(attribute_of(unit, attribute), 0.0))


def _silent(reading: Reading, attribute: str) -> list[str]:
    """Return the groups that were heard on the element and lack the reading."""
    held = reading.held_by[attribute]
    return [group for group in heard({group: each.of for group, each in held.items()}) if not held[group].count]


def _only_one(reading: Reading, attribute: str) -> Message:
    group = next(group for group, holding in reading.held_by[attribute].items() if holding.count)
    return Message(ONLY_ONE, {"group": group, "label": reading.label})


def _not_said(reading: Reading, attribute: str) -> Message:
    holders = [group for group, holding in reading.held_by[attribute].items() if holding.count]
    missing = _silent(reading, attribute)
    return Message(NOT_SAID, {"holders": _listed(holders), "missing": _listed(missing), "label": reading.label})


def _listed(groups: Sequence[str]) -> tuple[str, ...]:
    """Return names; of many the first, so that the question can still be read out."""
    return (*groups[:MOST_NAMED], "…") if len(groups) > MOST_NAMED else tuple(groups)
