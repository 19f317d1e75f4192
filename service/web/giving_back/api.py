"""What is given back, under `/api/v1/programmes/{slug}/giving-back`, and channels, under `/channels`."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated

from fastapi import APIRouter, Path
from fastapi.responses import JSONResponse
from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from service.annotations.tokens import new_token
from service.giving_back.asks import MOST_SHEETS
from service.giving_back.types import (
    LONGEST_LINE,
    LONGEST_MESSAGE,
    Ask,
    Channel,
    Given,
    HeardElement,
    ReadingAnswers,
    Round,
    Verdict,
)
from service.types import KeptFile
from service.web.api.dependencies import WORKED_OUT, Slug, Work, answer, problems
from service.web.numbers import Number

Code = Annotated[str, Path(description="Its name in addresses.", examples=["k7mq2xh3tz"])]
Name = Annotated[str, StringConstraints(max_length=200)]
Token = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{8,64}$")]

asks = APIRouter(prefix="/programmes/{slug}/giving-back", responses=problems(404, 422), tags=["giving back"])
channels = APIRouter(prefix="/programmes/{slug}/channels", responses=problems(404, 422), tags=["channels"])


class NewAsks(BaseModel):
    """Pages “Did we hear you right?” to be opened: one for everybody, or one for each of some teams."""

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"example": {"elements": [], "teams": ["Nepal"], "until": None}}
    )
    elements: list[Name] = Field(default=[], max_length=200, description="Their slugs; all if there are none.")
    teams: list[Name] = Field(default=[], max_length=200, description="Names of teams; “” is everybody.")
    until: Annotated[date | None, Field(description="The last day for answers; in 14 days if it is left out.")] = None


class AskChange(BaseModel):
    """What is to be changed; a field left out stays as it is. What was withdrawn stays so."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"example": {"until": None, "withdrawn": True}})
    until: date | None = None
    withdrawn: bool = False


class SheetAnswer(BaseModel, extra="forbid"):
    """What a sheet says of one reading."""

    reading: Name
    verdict: Verdict | None = None
    line: Annotated[str, StringConstraints(max_length=LONGEST_LINE)] = ""


class Sheet(BaseModel):
    """One person's sheet of paper; `token` marks it, so that it counts once if it is sent again."""

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"example": {"answers": [{"reading": "1", "verdict": "partly"}]}}
    )
    answers: list[SheetAnswer] = Field(min_length=1, max_length=500)
    token: Token | None = None


class StoredSheets(BaseModel):
    """How many sheets said something."""

    stored: int


class NewChannel(BaseModel):
    """A channel to be opened."""

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"example": {"title": "What should change before May?"}}
    )
    title: Name


class ChannelChange(BaseModel):
    """Whether it takes messages."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"example": {"is_open": False}})
    is_open: bool


class NewReply(BaseModel):
    """A reply for everybody with the link, to a round or to one message of it."""

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"example": {"text": "Thank you. We will plan together.", "message": ""}}
    )
    text: Annotated[str, StringConstraints(max_length=LONGEST_MESSAGE)]
    message: Name = ""


class MessagesToTake(BaseModel, extra="forbid"):
    """Messages that become notes, and the slug of the element that they are about."""

    messages: list[Name] = Field(min_length=1, max_length=500)
    element: Name = ""


@asks.get("", response_model=list[Ask])
def list_asks(work: Work, slug: Slug) -> Sequence[Ask]:
    """All that was given back, newest first."""
    return work.asks.every(slug)


@asks.post("", response_model=list[Ask], status_code=201, responses=problems(400, 409, 413))
def open_asks(work: Work, slug: Slug, new: NewAsks) -> Sequence[Ask]:
    """Give back what was heard, as it is now; phones open it at `/g/` and the code."""
    return work.asks.open(slug, new.elements, new.teams, new.until)


@asks.get("/{code}", response_model=Ask)
def get_ask(work: Work, slug: Slug, code: Code) -> Ask:
    """One of them."""
    return work.asks.get(slug, code)


@asks.patch("/{code}", response_model=Ask, responses=problems(400, 409, 413))
def change_ask(work: Work, slug: Slug, code: Code, change: AskChange) -> Ask:
    """Say another last day, or withdraw it."""
    if change.until is not None:
        work.asks.change_until(slug, code, change.until)
    return work.asks.withdraw(slug, code) if change.withdrawn else work.asks.get(slug, code)


@asks.delete("/{code}", status_code=204)
def remove_ask(work: Work, slug: Slug, code: Code) -> None:
    """Remove it and all its answers."""
    work.asks.remove(slug, code)


@asks.get("/{code}/content", response_model=list[HeardElement])
def read_content(work: Work, slug: Slug, code: Code) -> JSONResponse:
    """What people see there: as it was when it was opened, without words that may not be quoted any more."""
    return answer(list(work.asks.content(work.findings(slug), code)))


@asks.get("/{code}/answers", response_model=list[ReadingAnswers], responses=WORKED_OUT)
def read_ask_answers(work: Work, slug: Slug, code: Code) -> JSONResponse:
    """What was answered on each reading, from three people on, and which reading it is now."""
    found = work.findings(slug)
    return answer(list(work.asks.results(found, code)), found)


@asks.post("/{code}/answers", response_model=StoredSheets, status_code=201, responses=problems(400, 409, 413))
def add_sheets(
    work: Work, slug: Slug, code: Code, sheets: Annotated[list[Sheet], Field(min_length=1, max_length=MOST_SHEETS)]
) -> StoredSheets:
    """Type in answers from paper."""
    given = {
        sheet.token or new_token(): {each.reading: Given(each.verdict, each.line) for each in sheet.answers}
        for sheet in sheets
    }
    return StoredSheets(stored=work.asks.add_sheets(slug, code, given))


@channels.get("", response_model=list[Channel])
def list_channels(work: Work, slug: Slug) -> Sequence[Channel]:
    """All channels without names, newest first."""
    return work.channels.every(slug)


@channels.post("", response_model=Channel, status_code=201, responses=problems(400, 413))
def open_channel(work: Work, slug: Slug, new: NewChannel) -> Channel:
    """Open a channel; phones open it at `/c/` and the code."""
    return work.channels.open(slug, new.title)


@channels.get("/{code}", response_model=Channel)
def get_channel(work: Work, slug: Slug, code: Code) -> Channel:
    """A channel."""
    return work.channels.get(slug, code)


@channels.patch("/{code}", response_model=Channel, responses=problems(400, 413))
def change_channel(work: Work, slug: Slug, code: Code, change: ChannelChange) -> Channel:
    """Close a channel, or open it again."""
    return work.channels.set_open(slug, code, is_open=change.is_open)


@channels.delete("/{code}", status_code=204)
def remove_channel(work: Work, slug: Slug, code: Code) -> None:
    """Remove a channel, its messages and its replies."""
    work.channels.remove(slug, code)


@channels.get("/{code}/rounds", response_model=list[Round])
def read_rounds(work: Work, slug: Slug, code: Code) -> JSONResponse:
    """What was written, in rounds of at least three people, newest first."""
    return answer(list(work.channels.rounds(work.findings(slug), code)))


@channels.post("/{code}/rounds/{round}/replies", response_model=Round, status_code=201, responses=problems(400, 413))
def reply_to_round(work: Work, slug: Slug, code: Code, round: Number, new: NewReply) -> JSONResponse:  # noqa: A002
    """Reply to a round, or to one message of it."""
    made = answer(work.channels.reply(slug, code, round, new.text, new.message))
    made.status_code = 201
    return made


@channels.delete("/{code}/replies/{number}", status_code=204)
def remove_reply(work: Work, slug: Slug, code: Code, number: Number) -> None:
    """Remove a reply."""
    work.channels.remove_reply(slug, code, number)


@channels.delete("/{code}/messages/{message}", status_code=204)
def remove_message(work: Work, slug: Slug, code: Code, message: Annotated[str, Path(max_length=200)]) -> None:
    """Remove a message for good; a note that was made of it stays."""
    work.channels.remove_message(slug, code, message)


@channels.post("/{code}/notes", response_model=KeptFile, status_code=201, responses=problems(400, 409, 413))
def take_messages_over(work: Work, slug: Slug, code: Code, take: MessagesToTake) -> KeptFile:
    """Make notes of messages, nobody's and without a team."""
    return work.channels.take_over(slug, code, take.messages, take.element)
