"""What is said of a test, of a reading and of a step from one review to the next; the JSON has these very words."""

from enum import StrEnum

from nlp.statistics.multiple_comparisons import LEVEL


class Verdict(StrEnum):
    """What a test says; a single session is described and not tested, and a group without others beside it neither."""

    DIFFERS = "differs"
    NO_DIFFERENCE = "no difference seen"
    TOO_FEW = "too few to say"
    ONE_SESSION = "one session"
    NOBODY_ELSE = "nobody else"


class ReadingStatus(StrEnum):
    """Who of the groups of one attribute holds a reading, as `nlp.readings.groups.holders.status` decides it."""

    SHARED = "shared"
    CONTESTED = "contested"
    ONE_GROUP = "one group"
    TOO_FEW = "too few to say"


class Change(StrEnum):
    """What became of a reading from one review to the next, as `nlp.readings.drift.follow` decides it."""

    NEW = "new"
    BACK = "back"
    GONE = "gone"
    GROWN = "grown"
    FADED = "faded"
    KEPT = "kept"
    NOT_HEARD = "not heard"
    TOO_FEW = "too few to say"


class Trust(StrEnum):
    """How far the readings of an element can be trusted, as `nlp.readings.clustering.trust` grades it."""

    LOWEST = "lowest"
    MIDDLE = "middle"
    HIGHEST = "highest"


def verdict_of(p_value: float | None) -> Verdict:
    """Return what a corrected p-value says; None: no difference, however large, could have been seen."""
    if p_value is None:
        return Verdict.TOO_FEW
    return Verdict.DIFFERS if p_value < LEVEL else Verdict.NO_DIFFERENCE
