"""What a programme has done, read from what it holds: every deed with its days."""

from collections.abc import Sequence
from dataclasses import dataclass

from service.actions.types import ActionPoint, Became, Status
from service.analyses.findings import Findings
from service.reviews.types import PlannedReview
from service.stages.types import Days, Deed


@dataclass(frozen=True)
class Held:
    """What a programme holds beside its findings.

    Attributes:
        actions: what was agreed.
        reviews: held and planned.
        answered: how many forms and surveys have answers.
        reflected: how many sessions have a note of an observer, a line of what to do differently, or of who held power.
        cafes: days of World Cafés.
        published: days on which reports were published that can still be read.
        shared: days on which what is in the library was shared, or changed last.
    """

    actions: tuple[ActionPoint, ...] = ()
    reviews: tuple[PlannedReview, ...] = ()
    answered: int = 0
    reflected: int = 0
    cafes: tuple[str, ...] = ()
    published: tuple[str, ...] = ()
    shared: tuple[str, ...] = ()


def days_of(found: Findings, held: Held) -> Days:
    """Return every deed with its days; without any where it was not done."""
    return {**_of_files(found), **_together(found, held), **_of_actions(held)}


def _of_files(found: Findings) -> Days:
    at = found.at
    files = [(file.kind, file.added.date().isoformat(), file.counts) for file in at.files]
    return {
        Deed.SESSIONS: tuple(each.date for each in at.sessions),
        Deed.NOTES: tuple(
            day for kind, day, counts in files if kind == "notes" for _ in range(int(counts.get("notes", 0)))
        ),
        Deed.PEOPLE: ("",) * len(at.people),
        Deed.ELEMENTS: ("",) * len(at.outline.elements),
        Deed.RUBRICS: tuple(day for kind, day, _ in files if kind == "rubric"),
    }


def _together(found: Findings, held: Held) -> Days:
    at = found.at
    held_reviews = [each for each in held.reviews if each.is_held]
    rated = {each.review for each in found.ratings()}
    again = [each.date for each in held_reviews if each.name in rated]
    return {
        Deed.ANSWERS: ("",) * held.answered,
        Deed.REVIEWS: tuple(each.date for each in held_reviews),
        Deed.SORTED: ("",) * len(at.rooms),
        Deed.GIVEN_BACK: tuple(each.opened for each in at.asks),
        Deed.REFLECTED: ("",) * held.reflected,
        Deed.CAFES: held.cafes,
        Deed.RATED_AGAIN: tuple(again[1:]),
        Deed.PUBLISHED: held.published,
        Deed.SHARED: held.shared,
    }


def _of_actions(held: Held) -> Days:
    every = held.actions
    told = [(each, said) for each in every for said in each.verdicts]
    return {
        Deed.AGREED: tuple(each.day for each in every),
        Deed.DOING: _without_days(every, Status.DOING),
        Deed.DONE: _without_days(every, Status.DONE),
        Deed.JUDGED: tuple(said.day for _, said in told),
        Deed.CHANGED: tuple(said.day for _, said in told if said.became is Became.CHANGED),
    }


def _without_days(actions: Sequence[ActionPoint], status: Status) -> tuple[str, ...]:
    """Return the days of the actions of a status: it is not kept since when they have it."""
    return ("",) * sum(each.status is status for each in actions)
