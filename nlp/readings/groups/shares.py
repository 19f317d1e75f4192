"""How much of each group's notes a reading has, and how a group stands beside the others; intervals rest on people.

The test of `differences` permutes people, so these intervals count people too: one who repeats a thought moves neither.
They are still two statements: each interval is of one group, the test of all of them together, corrected for the number
of readings. What is said of a difference, the verdict alone decides (`Reading.stands_apart`).
"""

from collections.abc import Mapping

from nlp.readings.types import Contrast, Holding
from nlp.statistics.proportions import Voices, all_voices, difference_interval


def holdings(voices: Mapping[str, Voices]) -> dict[str, Holding]:
    """Return group -> its share of a reading, in the order of the groups."""
    return {group: holding(own) for group, own in voices.items()}


def holding(voices: Voices) -> Holding:
    """Return what part of a group's notes a reading has."""
    return Holding(round(voices.count), round(voices.of), voices.share, *voices.interval())


def contrasts(voices: Mapping[str, Voices]) -> dict[str, Contrast]:
    """Return group -> its share of a reading less that of all others together; nothing where there are no others.

    Somebody who wrote for several groups counts once in each, as in the test.
    """
    if len(voices) < 2:
        return {}
    everybody = all_voices(voices.values())
    found = {}
    for group, own in voices.items():
        others = everybody - own
        if own.of and others.of:
            found[group] = Contrast(own.share - others.share, *difference_interval(own, others))
    return found
