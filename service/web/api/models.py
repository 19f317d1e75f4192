"""The forms of what is sent and answered, for the OpenAPI description; those of the analyses are in `analyses`."""

from datetime import datetime
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from nlp.messages import Message
from service.types import Kind

Text = Annotated[str, StringConstraints(max_length=5_000)]
Name = Annotated[str, StringConstraints(min_length=1, max_length=200)]


class Line(BaseModel):
    """What is wrong, where, and what to do, in English; `message` is the whole line with its templates and values."""

    problem: str
    source: str
    place: str
    remedy: str
    message: Message


class Problem(BaseModel):
    """An answer that failed."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "error": {
                    "problem": "there is no column text",
                    "source": "notes.csv",
                    "place": "row 1",
                    "remedy": "Name the column with the notes “text”",
                    "message": {
                        "template": "{where}: {problem}. {remedy}.",
                        "values": {
                            "where": {
                                "template": "{source}, {place}",
                                "values": {
                                    "source": "notes.csv",
                                    "place": {"template": "row {row}", "values": {"row": 1}, "text": "row 1"},
                                },
                                "text": "notes.csv, row 1",
                            },
                            "problem": {
                                "template": "there is no column {column}",
                                "values": {"column": "text"},
                                "text": "there is no column text",
                            },
                            "remedy": {
                                "template": "Name the column with the notes “text”",
                                "values": {},
                                "text": "Name the column with the notes “text”",
                            },
                        },
                        "text": "notes.csv, row 1: there is no column text. Name the column with the notes “text”.",
                    },
                }
            }
        }
    )
    error: Line


class NewProgramme(BaseModel):
    """A programme to be made."""

    model_config = ConfigDict(
        json_schema_extra={"example": {"name": "Both Banks", "teams": ["Consortium", "Bangladesh", "Nepal"]}}
    )
    name: Name
    teams: list[Name] = Field(default=[], max_length=200)
    description: Text = ""


class Programme(BaseModel):
    """A partnership with everything that its files have named so far."""

    model_config = ConfigDict(
        from_attributes=True,
        json_schema_extra={
            "example": {
                "slug": "both-banks",
                "name": "Both Banks",
                "description": "An invented programme.",
                "teams": ["Consortium", "Bangladesh", "Nepal"],
                "languages": {"Consortium": "en", "Bangladesh": "bn", "Nepal": "ne"},
                "elements": ["Communications"],
                "levels": ["well-functioning", "emerging", "needs help"],
                "reviews": ["March 2026"],
            }
        },
    )
    slug: str
    name: str
    description: str
    teams: list[str]
    languages: dict[str, str]
    elements: list[str]
    levels: list[str]
    reviews: list[str]


class KeptFile(BaseModel):
    """A file of a programme and what was found in it."""

    model_config = ConfigDict(
        from_attributes=True,
        json_schema_extra={
            "example": {
                "id": 1,
                "filename": "session.vtt",
                "kind": "transcript",
                "added": "2026-03-18T10:00:00Z",
                "counts": {"turns": 240, "speakers": 9},
            }
        },
    )
    id: int
    filename: str
    kind: Kind
    added: datetime
    counts: dict[str, int]


class Session(BaseModel):
    """One meeting."""

    model_config = ConfigDict(
        from_attributes=True,
        json_schema_extra={
            "example": {
                "slug": "session-2026-03-review",
                "title": "Session review",
                "date": "2026-03",
                "transcript": "session-2026-03-review.vtt",
                "roster": "session-2026-03-roster.csv",
            }
        },
    )
    slug: str
    title: str
    date: str
    transcript: str
    roster: str | None


class RosterChoice(BaseModel):
    """The file name of a kept roster; null is the one that fits best."""

    model_config = ConfigDict(json_schema_extra={"example": {"roster": "session-2026-03-roster.csv"}})
    roster: str | None


class Rating(BaseModel):
    """A level that a team, or one participant, gave to an element in a review."""

    model_config = ConfigDict(
        from_attributes=True,
        json_schema_extra={
            "example": {
                "review": "March 2026",
                "team": "Nepal",
                "element": "Communications",
                "level": "emerging",
                "participant": "",
                "note": "",
            }
        },
    )
    review: str
    team: str
    element: str
    level: str
    participant: str
    note: str
