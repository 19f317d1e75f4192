"""What the journal holds: who did what with which thing, and what it takes to go back."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from nlp.participation.people.attendance import Presence
from nlp.participation.people.identities import Identity
from service.names.types import Names


class ThingKind(StrEnum):
    """What something is that was changed or seen."""

    PROGRAMME = "programme"
    FILE = "file"
    READING = "reading"
    SORTING = "sorting"
    ROOM = "room"
    NAME = "name"
    MATCH = "match"
    PERSON = "person"
    SESSION = "session"
    FORM = "form"
    QUESTION = "question"
    REPORT = "report"
    ASK = "ask"
    CHANNEL = "channel"
    REVIEW = "review"
    GATHERING = "gathering"
    SURVEY = "survey"
    CAFE = "cafe"
    RUBRIC = "rubric"
    ACTION = "action"
    ACCESS = "access"
    WEBHOOK = "webhook"
    MEMO = "memo"
    ASSISTANT = "assistant"
    LIBRARY = "library"
    PAGE = "page"


class Action(StrEnum):
    """What was done; `service.journal.words` says each as a sentence."""

    PROGRAMME_MADE = "programme made"
    PROGRAMME_RENAMED = "programme renamed"
    PROGRAMME_COPIED = "programme copied"
    PROGRAMME_DELETED = "programme deleted"
    MODEL_CHOSEN = "model chosen"
    FILE_KEPT = "file kept"
    FILE_READ_AGAIN = "file read again"
    FILE_REMOVED = "file removed"
    FILE_TAKEN_BACK = "file taken back"
    FILE_DELETED = "file deleted"
    READING_NAMED = "reading named"
    READINGS_JOINED = "readings joined"
    READING_SPLIT = "reading split"
    NOTES_MOVED = "notes moved"
    READING_DISMISSED = "reading dismissed"
    NOTES_LAID_OUT = "notes laid out"
    EDIT_UNDONE = "edit undone"
    EDITS_TAKEN_IN = "edits taken in"
    CARDS_SORTED = "cards sorted"
    SORTING_UNDONE = "sorting undone"
    SORTING_REDONE = "sorting redone"
    SORTING_USED = "sorting used"
    SORTING_LEFT = "sorting left"
    ROOM_OPENED = "room opened"
    ROOM_CLOSED = "room closed"
    ROOM_REMOVED = "room removed"
    NAMES_JOINED = "names joined"
    NAME_PARTED = "name parted"
    NAMES_REFUSED = "names refused"
    NAME_CHANGED = "name changed"
    NAME_CALLED = "name called"
    NAMES_ORDERED = "names ordered"
    NAME_REMOVED = "name removed"
    MATCH_JUDGED = "match judged"
    MATCH_REFUSED = "match refused"
    MATCH_FORGOTTEN = "match forgotten"
    SESSION_CHANGED = "session changed"
    ROSTER_CHOSEN = "roster chosen"
    LABEL_TOLD = "label told"
    LABEL_FORGOTTEN = "label forgotten"
    ATTENDANCE_SAID = "attendance said"
    PERSON_RENAMED = "person renamed"
    PERSON_DELETED = "person deleted"
    SESSION_DELETED = "session deleted"
    NOTE_DELETED = "note deleted"
    FORM_MADE = "form made"
    FORM_OPENED = "form opened"
    FORM_CLOSED = "form closed"
    FORM_BOUND = "form bound"
    FORM_REMOVED = "form removed"
    FORM_AFTER_MANY_REMOVED = "form after many removed"
    OBSERVED = "observed"
    OBSERVATION_REMOVED = "observation removed"
    OBSERVATIONS_TAKEN = "observations taken"
    POWER_NOTED = "power noted"
    CRITICAL_CODED = "critical coded"
    FIRST_NAMES_SAID = "first names said"
    INTENTION_SAID = "intention said"
    INTENTION_REMOVED = "intention removed"
    QUESTION_CHOSEN = "question chosen"
    QUESTION_DISCARDED = "question discarded"
    QUESTION_ASKED = "question asked"
    QUESTION_MOVED = "question moved"
    QUESTION_UNDONE = "question undone"
    UNDONE = "undone"
    CONSENT_SAID = "consent said"
    KEEPING_SET = "keeping set"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"
    PUBLICATION_DELETED = "publication deleted"
    ASK_OPENED = "ask opened"
    ASK_CHANGED = "ask changed"
    ASK_WITHDRAWN = "ask withdrawn"
    ASK_REMOVED = "ask removed"
    SHEETS_ENTERED = "sheets entered"
    CHANNEL_OPENED = "channel opened"
    CHANNEL_CLOSED = "channel closed"
    CHANNEL_REMOVED = "channel removed"
    CHANNEL_REPLIED = "channel replied"
    REPLY_REMOVED = "reply removed"
    MESSAGE_REMOVED = "message removed"
    MESSAGES_TAKEN = "messages taken"
    REVIEW_PLANNED = "review planned"
    REVIEW_CHANGED = "review changed"
    REVIEW_REMOVED = "review removed"
    AGENDA_SAID = "agenda said"
    GATHERING_OPENED = "gathering opened"
    GATHERING_CLOSED = "gathering closed"
    GATHERING_REMOVED = "gathering removed"
    PHONE_NOTE_HIDDEN = "phone note hidden"
    PHONE_NOTE_SHOWN = "phone note shown"
    PHONE_NOTES_BROUGHT = "phone notes brought"
    SURVEY_MADE = "survey made"
    SURVEY_CHANGED = "survey changed"
    SURVEY_OPENED = "survey opened"
    SURVEY_CLOSED = "survey closed"
    SURVEY_REMOVED = "survey removed"
    OUTCOME_SAID = "outcome said"
    PARTS_TIMED = "parts timed"
    AGENDA_LAID = "agenda laid"
    RATINGS_ENTERED = "ratings entered"
    RATINGS_TAKEN = "ratings taken"
    RATING_OPENED = "rating opened"
    RATING_CLOSED = "rating closed"
    CAFE_PLANNED = "cafe planned"
    CAFE_SEATED = "cafe seated"
    CAFE_CHANGED = "cafe changed"
    CAFE_OPENED = "cafe opened"
    CAFE_CLOSED = "cafe closed"
    CAFE_REMOVED = "cafe removed"
    TABLE_NOTES_ENTERED = "table notes entered"
    TABLE_NOTES_GATHERED = "table notes gathered"
    TABLE_NOTE_REMOVED = "table note removed"
    RUBRIC_STARTED = "rubric started"
    DESCRIPTOR_WRITTEN = "descriptor written"
    RUBRIC_KEPT = "rubric kept"
    RUBRIC_REMOVED = "rubric removed"
    WRITING_OPENED = "writing opened"
    WRITING_CLOSED = "writing closed"
    WRITING_REMOVED = "writing removed"
    ELEMENT_CHANGED = "element changed"
    ACTION_MADE = "action made"
    ACTION_CHANGED = "action changed"
    ACTION_REMOVED = "action removed"
    ACTION_JUDGED = "action judged"
    VERDICT_TAKEN_BACK = "verdict taken back"
    LEFT_AS_IS = "left as it is"
    TAKEN_UP = "taken up"
    CALENDAR_OPENED = "calendar opened"
    CALENDAR_CLOSED = "calendar closed"
    ROLE_GIVEN = "role given"
    ROLE_TAKEN = "role taken"
    WEBHOOK_MADE = "webhook made"
    WEBHOOK_CHANGED = "webhook changed"
    WEBHOOK_REMOVED = "webhook removed"
    MEMO_WRITTEN = "memo written"
    MEMO_ANSWERED = "memo answered"
    MEMO_CLOSED = "memo closed"
    MEMO_OPENED = "memo opened"
    MEMO_REMOVED = "memo removed"
    ASSISTANT_ALLOWED = "assistant allowed"
    ASSISTANT_FORBIDDEN = "assistant forbidden"
    ASSISTANT_ASKED = "assistant asked"
    PROPOSAL_ACCEPTED = "proposal accepted"
    PROPOSAL_REJECTED = "proposal rejected"
    LIBRARY_SHARED = "library shared"
    LIBRARY_CHANGED = "library changed"
    LIBRARY_TAKEN_BACK = "library taken back"
    STAGE_SAID = "stage said"
    STAGE_TAKEN_BACK = "stage taken back"
    SAW = "saw"
    EXPORTED = "exported"


LOOKED = frozenset({Action.SAW, Action.EXPORTED})
"""What changes nothing."""


@dataclass(frozen=True, slots=True)
class Thing:
    """What something was done with.

    Attributes:
        kind: of it.
        id: its name in addresses or its number; what is changed by two people at once is told by kind and id.
        name: as people called it then, never the words of a note.
    """

    kind: ThingKind
    id: str = ""
    name: str = ""

    @property
    def key(self) -> str:
        """What tells it from others of the programme."""
        return f"{self.kind}:{self.id}"


@dataclass(frozen=True, slots=True)
class Details:
    """What else is said of what was done.

    Attributes:
        before, after: names, as they were and as they are since.
        within: the element or the session in which it was.
        number: of notes, files, cards or people.
        made_with: what proposed it, where a machine did: its model, the version of the prompt and the seed.
    """

    before: str = ""
    after: str = ""
    within: str = ""
    number: int = 0
    made_with: str = ""


NOTHING_MORE = Details()


@dataclass(frozen=True, slots=True)
class SaidNames:
    """What was said of names: what was there only before, and what is there only since."""

    was: Names
    now: Names
    kind: Literal["names"] = "names"


@dataclass(frozen=True, slots=True)
class ToldLabel:
    """What was said of a label of a record, and what has been said since; `everywhere` as in `StatedIdentity`."""

    session: int
    label: str
    was: tuple[tuple[bool, Identity], ...]
    now: tuple[tuple[bool, Identity], ...]
    kind: Literal["label"] = "label"


@dataclass(frozen=True, slots=True)
class SaidAttendance:
    """Who was said to be in a session; None is nothing said."""

    session: int
    was: Mapping[str, Presence | None]
    now: Mapping[str, Presence | None]
    kind: Literal["attendance"] = "attendance"


@dataclass(frozen=True, slots=True)
class RenamedProgramme:
    """Name and description of a programme."""

    was: tuple[str, str]
    now: tuple[str, str]
    kind: Literal["programme"] = "programme"


@dataclass(frozen=True, slots=True)
class ChangedSession:
    """Title and date of a session, "" for those that its file's name says."""

    session: int
    was: tuple[str, str]
    now: tuple[str, str]
    kind: Literal["session"] = "session"


@dataclass(frozen=True, slots=True)
class ChoseRoster:
    """The roster that was chosen for a session, None for the one that fits."""

    session: int
    was: int | None
    now: int | None
    kind: Literal["roster"] = "roster"


@dataclass(frozen=True, slots=True)
class RemovedFile:
    """A file that can be taken back while it is among the removed ones."""

    file: int
    kind: Literal["file"] = "file"


@dataclass(frozen=True, slots=True)
class MadeEdit:
    """A change of readings."""

    edit: str
    kind: Literal["edit"] = "edit"


@dataclass(frozen=True, slots=True)
class DidWithQuestion:
    """What was done with a question."""

    choice: int
    kind: Literal["question"] = "question"


Reverse = Annotated[
    SaidNames
    | ToldLabel
    | SaidAttendance
    | RenamedProgramme
    | ChangedSession
    | ChoseRoster
    | RemovedFile
    | MadeEdit
    | DidWithQuestion,
    Field(discriminator="kind"),
]


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that was done.

    Attributes:
        number: of the entry; it keeps the order also where clocks jump.
        revision: of the programme since, None of what is not of one programme.
        time: when.
        account: whose, None without one.
        who: name of the account, or what somebody without one calls themselves; "" is whoever sits at this machine.
        action: what was done.
        of: what it was done with.
        details: what else is to say.
        about: keys of everything that it changed (`Thing.key`).
        undo: what it takes to go back, None where nothing does.
    """

    number: int
    revision: int | None
    time: datetime
    account: int | None
    who: str
    action: Action
    of: Thing
    details: Details = NOTHING_MORE
    about: tuple[str, ...] = ()
    undo: Reverse | None = field(default=None)
