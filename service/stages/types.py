"""The four stages of a partnership, what belongs to each, and what facilitators say."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

LONGEST_WHY = 1_000
LONGEST_NAME = 200


class Stage(StrEnum):
    """The stages, in their order."""

    ADVISE = "advise"
    ACCLIMATE = "acclimate"
    ACTIVATE = "activate"
    ACCELERATE = "accelerate"


class Deed(StrEnum):
    """What a programme can have done, as far as Manyvoices has it."""

    SESSIONS = "sessions"
    NOTES = "notes"
    ANSWERS = "answers"
    PEOPLE = "people"
    ELEMENTS = "elements"
    RUBRICS = "rubrics"
    REVIEWS = "reviews"
    SORTED = "sorted together"
    GIVEN_BACK = "given back"
    REFLECTED = "reflected"
    AGREED = "agreed"
    DOING = "doing"
    DONE = "done"
    CAFES = "world cafes"
    JUDGED = "judged"
    CHANGED = "changed"
    RATED_AGAIN = "rated again"
    PUBLISHED = "published"
    SHARED = "shared"


BELONGS: Mapping[Stage, tuple[Deed, ...]] = {
    Stage.ADVISE: (Deed.SESSIONS, Deed.NOTES, Deed.ANSWERS, Deed.PEOPLE, Deed.ELEMENTS),
    Stage.ACCLIMATE: (Deed.RUBRICS, Deed.REVIEWS, Deed.SORTED, Deed.GIVEN_BACK, Deed.REFLECTED),
    Stage.ACTIVATE: (Deed.AGREED, Deed.DOING, Deed.DONE, Deed.CAFES),
    Stage.ACCELERATE: (Deed.JUDGED, Deed.CHANGED, Deed.RATED_AGAIN, Deed.PUBLISHED, Deed.SHARED),
}
"""Which deeds belong to which stage, in the order in which they are shown; each to one."""

Days = Mapping[Deed, tuple[str, ...]]
"""What was done -> a day, ISO 8601, for each time; "" where the day is not known."""


@dataclass(frozen=True, slots=True)
class DoneDeed:
    """Something that was done.

    Attributes:
        deed: what.
        count: how often, or of how many things.
        first, last: the days of the first and the last, ISO 8601, "" where no day is known.
    """

    deed: Deed
    count: int
    first: str = ""
    last: str = ""


@dataclass(frozen=True, slots=True)
class StageEvidence:
    """What a programme has done that belongs to one stage, and what it has not done yet."""

    stage: Stage
    done: tuple[DoneDeed, ...]
    not_yet: tuple[Deed, ...]


@dataclass(frozen=True, slots=True)
class SaidStage:
    """What a facilitator says of where the partnership stands.

    Attributes:
        number: of what was said, by which it is taken away.
        stage: which.
        day: from which it holds, ISO 8601.
        why: in their words.
        who: says it, "" where nobody signs in or gives a name.
        made: when it was written down.
    """

    number: int
    stage: Stage
    day: str
    why: str
    who: str
    made: datetime


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a partnership stands: what facilitators said, newest last, beside what was done. Nothing is judged."""

    said: tuple[SaidStage, ...]
    stages: tuple[StageEvidence, ...]
