"""What the workspace gives to pages, API and command line."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Literal

from nlp.documents.plan import AS_FOUND, FilePlan
from nlp.documents.types import DatesRead, LeftOut, Unread
from nlp.messages import Message
from service.names.types import Names

Kind = Literal["notes", "rubric", "roster", "ratings", "transcript"]


class DatedBy(StrEnum):
    """Who says when a review was."""

    FACILITATOR = "facilitator"
    NOTES = "notes"
    NAME = "name"
    FILE = "file"


@dataclass(frozen=True, slots=True)
class Review:
    """One round of assessment.

    Attributes:
        name: as it was first spelled.
        date: ISO 8601, a day, a month or a year, "" where it is not known.
        dated_by: who says so: the facilitator, the dates of its notes, its own name, or the name of its file.
    """

    name: str
    date: str = ""
    dated_by: DatedBy | None = None


@dataclass(frozen=True, slots=True)
class Outline:
    """The names that a programme or a file speaks of, each in the order of first appearance.

    Attributes:
        teams: names of teams.
        languages: team -> language of its texts (BCP 47).
        elements, levels: of the rubric.
        reviews: rounds of assessment.
        names: of a programme, what facilitators said of its names; nothing of a file.
    """

    teams: tuple[str, ...] = ()
    languages: Mapping[str, str] = field(default_factory=dict)
    elements: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    reviews: tuple[Review, ...] = ()
    names: Names = Names()


@dataclass(frozen=True, slots=True)
class Programme:
    """A partnership with everything that its files have named so far.

    Attributes:
        slug: its name in addresses.
        teams: in the order of its creation, then of the rosters, then of the other files.
        languages: team -> language of its texts.
        elements, levels: in the order of the rubrics, then of ratings and notes.
        reviews: names, in the order of their dates where known, else of first appearance.
        pictures: names of the files whose words were read from pictures.
        model: reads its notes; "" is that of the installation.
    """

    slug: str
    name: str
    description: str
    teams: tuple[str, ...]
    languages: Mapping[str, str]
    elements: tuple[str, ...]
    levels: tuple[str, ...]
    reviews: tuple[str, ...]
    pictures: tuple[str, ...] = ()
    model: str = ""


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A file of a programme; `counts` and `remarks` as in `FilePreview`."""

    id: int
    filename: str
    kind: Kind
    added: datetime
    counts: Mapping[str, int]
    remarks: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class FirstRow:
    """One of the first rows of a table, which may be that of its headers: its number and its cells in one line."""

    number: int
    text: str


@dataclass(frozen=True, slots=True)
class FileSettings:
    """How a file that waits is read, and on whose word.

    Attributes:
        plan: what is said of how it is read; what it does not name is read as it is found.
        found: how it is understood where nothing is said but the rows of its headers and the sheets that are left out.
        values: of every column the first values, table by table as it is found.
        rows: of every table the first rows that hold something.
        shape: tells other files of its form.
        like: the kept file of the same shape whose plan it came with, "" if there is none.
        of: id of the kept file whose settings these are, None for a file that is new.
        seen: revision of the programme in which that file was opened; 0 for a file that is new.
        wanted: whether it will be kept.
        roster: name of the roster that was chosen for a transcript, "" for the one that fits.
        skimmed: whether it is so long that it is read whole only when it is kept.
    """

    plan: FilePlan = AS_FOUND
    found: FilePlan = AS_FOUND
    values: tuple[tuple[tuple[str, ...], ...], ...] = ()
    rows: tuple[tuple[FirstRow, ...], ...] = ()
    shape: str = ""
    like: str = ""
    of: int | None = None
    seen: int = 0
    wanted: bool = True
    roster: str = ""
    skimmed: bool = False


@dataclass(frozen=True, slots=True)
class SameNotes:
    """How many notes of a file also stand in another one."""

    filename: str
    notes: int


@dataclass(frozen=True, slots=True)
class FileChange:
    """What is said of one file of a preview.

    Attributes:
        position: of the file, from 0.
        plan: what is said of how it is to be read.
        wanted: whether it will be kept.
        for_all: what the plan says of team, review, date and language holds for all files of its kind.
        roster: of a transcript, "" for the one that fits.
        read_on: whether more of its pages are to be read from their pictures.
    """

    position: int
    plan: FilePlan
    wanted: bool = True
    for_all: bool = False
    roster: str = ""
    read_on: bool = False


@dataclass(frozen=True, slots=True)
class FilePreview:
    """What a file was taken for, before anything is kept.

    Attributes:
        filename: as it will be shown.
        kind: None if it cannot be used.
        counts: of "notes", "descriptors", "people", "ratings", "turns", "speakers"; only those that its kind has.
        languages: language -> number of texts.
        people: names on the roster, speakers of the transcript, participants of the notes.
        elements: that it speaks of.
        sample: its first texts.
        unread: lines that were left out.
        left_out: all that is left out, columns, sheets and headings too, and why.
        teamless: notes, or descriptors of a rubric, that name no team.
        dates: how the dates of notes were understood, None for any other kind.
        remarks: what was done to the text before it could be read, and should be checked.
        versions: the files, this one among them, that count as versions of a team's rubric although none names its
            version, oldest first; () if there are none.
        problem: the one clear line, None if all is well.
        settings: how it is read, and whether it will be kept.
        added_before: the kept file that has the same bytes, "" if there is none.
        same_notes: other files that have at least half of its notes.
        sampled: how many of its notes `languages` and `same_notes` were told from and reckoned up to all; 0 where that
            was every one.
    """

    filename: str
    kind: Kind | None
    counts: Mapping[str, int] = field(default_factory=dict)
    languages: Mapping[str, int] = field(default_factory=dict)
    people: tuple[str, ...] = ()
    elements: tuple[str, ...] = ()
    sample: tuple[str, ...] = ()
    unread: Unread = Unread()
    left_out: tuple[LeftOut, ...] = ()
    teamless: int = 0
    dates: DatesRead | None = None
    remarks: tuple[Message, ...] = ()
    versions: tuple[str, ...] = ()
    problem: Message | None = None
    settings: FileSettings = FileSettings()
    added_before: str = ""
    same_notes: tuple[SameNotes, ...] = ()
    sampled: int = 0


@dataclass(frozen=True, slots=True)
class Preview:
    """Files that wait under `token` for a day until they are kept or discarded."""

    token: str
    files: tuple[FilePreview, ...]


@dataclass(frozen=True, slots=True)
class Session:
    """One meeting.

    Attributes:
        slug: its name in addresses.
        title: from the file's name.
        date: ISO 8601 from the file's name, or "".
        transcript: the file's name.
        roster: name of the roster it is measured against, None if there is none.
    """

    slug: str
    title: str
    date: str
    transcript: str
    roster: str | None
