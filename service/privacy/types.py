"""What is deleted for good, and what goes with it."""

from dataclasses import dataclass
from enum import StrEnum


class Doomed(StrEnum):
    """What can be deleted for good."""

    NOTE = "note"
    PERSON = "person"
    SESSION = "session"
    PROGRAMME = "programme"


@dataclass(frozen=True, slots=True)
class Loss:
    """What goes, or went, for good.

    Attributes:
        kind: of what is deleted.
        name: what has to be typed before it goes.
        notes, turns, descriptors, ratings: that go.
        files: in which these stand.
        sessions: that go, or from which turns go.
        rosters: lines of rosters that go.
        said: what facilitators said of names, attendance, consent, sortings and forms that goes.
        mentions: texts of others from which the name or the words are taken out.
        originals: files whose bytes as they were handed in go: what was read from them stays, and they can no longer be
            read in another way.
        publications: that go because they say it.
        shared: entries in the library that go.
        done: whether it is gone.
    """

    kind: Doomed
    name: str
    notes: int = 0
    turns: int = 0
    descriptors: int = 0
    ratings: int = 0
    files: int = 0
    sessions: int = 0
    rosters: int = 0
    said: int = 0
    mentions: int = 0
    originals: int = 0
    publications: int = 0
    shared: int = 0
    done: bool = False

    @property
    def is_nothing(self) -> bool:
        """Whether there is nothing of it."""
        return not (self.notes or self.turns or self.ratings or self.rosters or self.said or self.mentions)
