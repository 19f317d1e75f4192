"""A record of who spoke: turns with a speaker, times where the record has them, and words."""

from dataclasses import dataclass

from nlp.documents.types import Unread
from nlp.messages import Message, msgid
from nlp.results.result import Result

CHAT = msgid("This is a chat: it shows who wrote, and how much, not who spoke.")


@dataclass(frozen=True, slots=True)
class Turn:
    """One stretch of speech by one speaker.

    Attributes:
        speaker: the label as the record has it, or None where the record leaves it open.
        start, end: seconds from the start of the record, None where it has no times.
        text: what was said, "" where the record has only times.
        line: line of the file on which it begins, from 1; row of a table; in JSON and tiers number of the segment.
    """

    speaker: str | None
    start: float | None
    end: float | None
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of the agenda.

    Attributes:
        name: its title.
        start: second at which it begins, None in a record without times.
        end: second at which it ends; None: where the next one begins, or with the record.
        line: line or row of the file at which it begins.
    """

    name: str
    start: float | None
    end: float | None = None
    line: int = 0


@dataclass(frozen=True, slots=True, repr=False)
class Transcript(Result):
    """The turns of one session in the order of the record.

    Attributes:
        name: the file's name.
        form: the reader that understood it ("teams-vtt", "zoom-vtt", "srt", "plain", ...).
        turns: one per cue or paragraph; joining them into floor holdings is `participation`'s work.
        shows_overlap: whether this form of record can show two people speaking at once.
        attendees: people whom the record itself lists as present (may be empty).
        joined: people of whom a chat tells that they joined it, whether they wrote or not (may be empty).
        unread: lines that were not understood.
        remarks: what had to be assumed in reading.
        segments: parts of the agenda that the record names (may be empty).
    """

    name: str
    form: str
    turns: tuple[Turn, ...]
    shows_overlap: bool
    attendees: tuple[str, ...] = ()
    unread: Unread = Unread()
    remarks: tuple[Message, ...] = ()
    segments: tuple[Segment, ...] = ()
    joined: tuple[str, ...] = ()

    @property
    def timed(self) -> bool:
        """Whether every turn has a start and an end."""
        return all(turn.start is not None and turn.end is not None for turn in self.turns)

    @property
    def is_chat(self) -> bool:
        """Whether people wrote to each other, rather than spoke."""
        return any(remark.template == CHAT for remark in self.remarks)
