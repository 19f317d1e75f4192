"""The forms of what is sent, and of answers that failed; what is found is described by its own types."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from nlp.messages import Message
from service.jobs.types import Job

Text = Annotated[str, StringConstraints(max_length=5_000)]
Name = Annotated[str, StringConstraints(min_length=1, max_length=200)]


class Waiting(BaseModel):
    """An answer that is not there yet: what is being worked out, and how far that is."""

    detail: Annotated[str, Field(description="In English.")]
    problem: str
    source: str
    place: str
    remedy: str
    message: Message
    jobs: list[Job]


class NewProgramme(BaseModel):
    """A programme to be made."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={"example": {"name": "Both Banks", "teams": ["Consortium", "Bangladesh", "Nepal"]}},
    )
    name: Name
    teams: list[Name] = Field(default=[], max_length=200)
    description: Text = ""


class ProgrammeCopy(BaseModel):
    """A programme for a next phase: its name, and which files come along."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={"example": {"name": "Both Banks, second phase", "files": ["rubric", "roster"]}},
    )
    name: Name
    files: list[Literal["rubric", "roster"]] = Field(default=[], max_length=2)


class ProgrammeChange(BaseModel):
    """What is to change of a programme; null stays as it is. `model` "" is the one of the installation."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"example": {"name": "Both Banks, second phase"}})
    name: Name | None = None
    description: Text | None = None
    model: Annotated[str, StringConstraints(max_length=200)] | None = None


class SessionChange(BaseModel):
    """What is to change of a session; null stays as it is, "" is what the name of its file says."""

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"example": {"title": "Review in spring", "date": "2026-03-18"}}
    )
    title: Annotated[str, StringConstraints(max_length=200)] | None = None
    date: Annotated[str, StringConstraints(max_length=40)] | None = None


class RosterChoice(BaseModel):
    """The file name of a kept roster; null is the one that fits best."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"example": {"roster": "session-2026-03-roster.csv"}})
    roster: str | None
