"""The forms of what is sent, and of answers that failed; what is found is described by its own types."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from nlp.messages import Message
from service.jobs.types import Job

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


class Waiting(Problem):
    """An answer that is not there yet: what is being worked out, and how far that is."""

    jobs: list[Job]


class NewProgramme(BaseModel):
    """A programme to be made."""

    model_config = ConfigDict(
        json_schema_extra={"example": {"name": "Both Banks", "teams": ["Consortium", "Bangladesh", "Nepal"]}}
    )
    name: Name
    teams: list[Name] = Field(default=[], max_length=200)
    description: Text = ""


class ProgrammeCopy(BaseModel):
    """A programme for a next phase: its name, and which files come along."""

    model_config = ConfigDict(
        json_schema_extra={"example": {"name": "Both Banks, second phase", "files": ["rubric", "roster"]}}
    )
    name: Name
    files: list[Literal["rubric", "roster"]] = Field(default=[], max_length=2)


class ProgrammeChange(BaseModel):
    """What is to change of a programme; null stays as it is."""

    model_config = ConfigDict(json_schema_extra={"example": {"name": "Both Banks, second phase"}})
    name: Name | None = None
    description: Text | None = None


class SessionChange(BaseModel):
    """What is to change of a session; null stays as it is, "" is what the name of its file says."""

    model_config = ConfigDict(json_schema_extra={"example": {"title": "Review in spring", "date": "2026-03-18"}})
    title: Annotated[str, StringConstraints(max_length=200)] | None = None
    date: Annotated[str, StringConstraints(max_length=40)] | None = None


class RosterChoice(BaseModel):
    """The file name of a kept roster; null is the one that fits best."""

    model_config = ConfigDict(json_schema_extra={"example": {"roster": "session-2026-03-roster.csv"}})
    roster: str | None
