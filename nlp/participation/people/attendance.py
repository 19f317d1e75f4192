"""Who was in a session: present, absent, or not known. Silence is said only of those who are known to be present."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from nlp.names import name_key


class Presence(StrEnum):
    """Whether somebody was in a session; `NOT_KNOWN` is no third way of being absent, and nothing follows from it."""

    PRESENT = "present"
    ABSENT = "absent"
    NOT_KNOWN = "not known"


class PresenceSource(StrEnum):
    """Who or what says so, of the highest authority first.

    Attributes:
        SPEECH: the record has words or time of theirs.
        FACILITATOR: ticked by hand.
        LIST: a column of a roster or of an attendance list.
        TALLY: they were counted in the room.
        RECORD: the record itself lists them, or tells that they joined.
        GIVEN: whoever measures handed the roster over as the list of those who were there.
        NOBODY: nothing is known.
    """

    SPEECH = "speech"
    FACILITATOR = "facilitator"
    LIST = "list"
    TALLY = "tally"
    RECORD = "record"
    GIVEN = "given"
    NOBODY = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """What one source says of somebody; `where` names the file that says it, "" for the other sources."""

    state: Presence
    source: PresenceSource
    where: str = ""


NOTHING_SAID = Statement(Presence.NOT_KNOWN, PresenceSource.NOBODY)


@dataclass(frozen=True, slots=True)
class Attendance:
    """What is said of who was in a session, apart from the record; of everybody else nothing is known.

    Attributes:
        said: `nlp.names.name_key` of a name -> the statement of the highest authority.
    """

    said: Mapping[str, Statement] = field(default_factory=dict)

    @classmethod
    def of(cls, *sources: Mapping[str, Statement]) -> "Attendance":
        """Put sources together, that of the highest authority first; each is name -> statement."""
        said: dict[str, Statement] = {}
        for source in sources:
            said = {name_key(name): statement for name, statement in source.items()} | said
        return cls(said)

    @classmethod
    def everybody(cls, names: Iterable[str]) -> "Attendance":
        """Take all of these people as present, because whoever asks handed them over as those who were there."""
        return cls.of(dict.fromkeys(names, Statement(Presence.PRESENT, PresenceSource.GIVEN)))


@dataclass(frozen=True, slots=True)
class Attendee:
    """Somebody on the roster of a session.

    Attributes:
        name: on the roster.
        state: present, absent or not known.
        source: what says so.
        where: the file that says so, "" where no file does.
        marked_absent: whether they were marked absent and are present all the same, since they spoke.
    """

    name: str
    state: Presence
    source: PresenceSource
    where: str = ""
    marked_absent: bool = False
