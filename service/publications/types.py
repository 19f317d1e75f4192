"""A publication: what it is of, for whom, in which language and format, and when it could be read."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Published(StrEnum):
    """What a publication is of."""

    REPORT = "report"


class Reader(StrEnum):
    """For whom a report is written, which decides what is in it."""

    FACILITATOR = "facilitator"
    PARTICIPANTS = "participants"
    FUNDER = "funder"
    ROOM = "room"


class Audience(StrEnum):
    """Who may open it."""

    FACILITATORS = "facilitators"
    TEAMS = "teams"
    """Facilitators and members of teams."""
    EVERYBODY = "everybody"
    """Whoever has a place in the programme: facilitators, members of teams, observers."""


class Format(StrEnum):
    """What its bytes are."""

    HTML = "html"
    PDF = "pdf"
    DOCX = "docx"
    PPTX = "pptx"


@dataclass(frozen=True, slots=True)
class Publication:
    """A fixed version of something for some readers; what changes later makes another one.

    Attributes:
        id: its number in addresses.
        of: what it is of.
        audience: who may open it.
        language: of its sentences.
        format: of its bytes.
        title: as its readers see it.
        published: when.
        published_by: the name of who published it, "" where nobody signs in.
        withdrawn: since when only facilitators see it, None while it can be read.
        reader: for whom it is written.
    """

    id: int
    of: Published
    audience: Audience
    language: str
    format: Format
    title: str
    published: datetime
    published_by: str
    withdrawn: datetime | None = None
    reader: Reader = Reader.FACILITATOR
