"""How much of each group's notes a reading has, and how a group stands beside the others; intervals rest on people.

The test of `differences` permutes people, so these intervals count people too: one who repeats a thought moves neither.
They are still two statements: each interval is of one group, the test of all of them together, corrected for the number
of readings. What is said of a difference, the verdict alone decides (`Reading.stands_apart`).
"""

from nlp.readings.groups.notes_by_person import NotesByPerson
from nlp.readings.types import Contrast, Holding
from nlp.statistics.proportions import Voices, all_voices, difference_interval


def holdings(notes: NotesByPerson) -> list[dict[str, Holding]]:
    """Return for each reading group -> its share, in the order of the groups."""
    return [{group: holding(own) for group, own in each.items()} for each in notes.voices()]


def holding(voices: Voices) -> Holding:
    """Return what part of a group's notes a reading has."""
    return Holding(round(voices.count), round(voices.of), voices.share, *voices.interval())


def contrasts(notes: NotesByPerson) -> list[dict[str, Contrast]]:
    """Return for each reading group -> its share less that of all others together; nothing where there are no others.

    Somebody who wrote for several groups counts once in each, as in the test.
    """
    return [_beside_others(each) for each in notes.voices()]


def _beside_others(voices: dict[str, Voices]) -> dict[str, Contrast]:
    if len(voices) < 2:
        return {}
    everybody = all_voices(voices.values())
    found = {}
    for group, own in voices.items():
        others = everybody - own
        found[group] = Contrast(own.share - others.share, *difference_interval(own, others))
    return found
