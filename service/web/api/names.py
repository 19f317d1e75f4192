"""The names of elements, levels and teams, under `/api/v1/programmes/{slug}/names`."""

from collections.abc import Sequence
from typing import Annotated, Literal

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from service.annotations.joined_names import JoinedNames, ProgrammeNames
from service.annotations.judged_matches import Judgement
from service.names.types import NameKind
from service.web.api.dependencies import Slug, Work, problems

Name = Annotated[str, StringConstraints(max_length=1000)]

Text = Annotated[str, StringConstraints(max_length=20_000)]

judged = APIRouter(prefix="/programmes/{slug}/rubrics/matches", responses=problems(404, 422), tags=["names"])
routes = APIRouter(prefix="/programmes/{slug}/names", responses=problems(404, 422), tags=["names"])


class _Said(BaseModel):
    """What is said of a name of the programme."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={"example": {"say": "join", "kind": "element", "name": "যোগাযোগ", "into": "Communications"}},
    )
    kind: NameKind
    name: Name


class JoinNames(_Said):
    """A name means the same as another one, under which both are counted."""

    say: Literal["join"]
    into: Name


class RefuseNames(_Said):
    """Two names do not mean the same; they are not proposed again."""

    say: Literal["refuse"]
    other: Name


class PartName(_Said):
    """A name that was joined to another is one of its own again."""

    say: Literal["part"]


class RenameName(_Said):
    """Something is counted and shown under another name."""

    say: Literal["rename"]
    new: Name


class CallName(_Said):
    """What something is called in a language (BCP 47); "" takes that back."""

    say: Literal["call"]
    language: Annotated[str, StringConstraints(max_length=35)]
    called: Name = ""


class RemoveName(_Said):
    """A name of which no file speaks comes off the list."""

    say: Literal["remove"]


class OrderNames(BaseModel, extra="forbid"):
    """In which order names stand, levels the best first; those not named come behind."""

    say: Literal["order"]
    kind: NameKind
    names: Annotated[list[Name], Field(max_length=1000)]


AnythingSaid = Annotated[
    JoinNames | RefuseNames | PartName | RenameName | CallName | RemoveName | OrderNames, Field(discriminator="say")
]


@routes.get("", response_model=ProgrammeNames)
def list_programme_names(work: Work, slug: Slug) -> ProgrammeNames:
    """All names of a programme, each kind in its order, and those that may mean the same."""
    return work.names.of(slug)


@routes.post("", response_model=ProgrammeNames, responses=problems(400, 413))
def say_of_names(work: Work, slug: Slug, said: AnythingSaid) -> ProgrammeNames:
    """Say something of a name; whatever it decides is computed again when it is asked for."""
    _say(work.names, slug, said)
    return work.names.of(slug)


def _say(names: JoinedNames, slug: str, said: AnythingSaid) -> None:
    match said:
        case JoinNames():
            names.join(slug, said.kind, said.name, said.into)
        case RefuseNames():
            names.refuse(slug, said.kind, said.name, said.other)
        case PartName():
            names.part(slug, said.kind, said.name)
        case RenameName():
            names.rename(slug, said.kind, said.name, said.new)
        case CallName():
            names.call(slug, said.kind, said.name, said.language, said.called)
        case RemoveName():
            names.remove(slug, said.kind, said.name)
        case OrderNames():
            names.order(slug, said.kind, said.names)


class JudgedPair(BaseModel):
    """Two descriptors, and whether they say the same; null takes back what was said."""

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"example": {"a": "We call.", "b": "আমরা ফোন করি।", "same": True}}
    )
    a: Text
    b: Text
    same: bool | None


@judged.get("", response_model=list[Judgement])
def list_judged_matches(work: Work, slug: Slug) -> Sequence[Judgement]:
    """What was said of descriptors that the model put side by side, oldest first."""
    return work.matches.of(slug)


@judged.put("", response_model=list[Judgement], responses=problems(400, 413))
def judge_match(work: Work, slug: Slug, pair: JudgedPair) -> Sequence[Judgement]:
    """Say whether two descriptors say the same; the rubrics are compared again."""
    work.matches.judge(slug, pair.a, pair.b, same=pair.same)
    return work.matches.of(slug)
