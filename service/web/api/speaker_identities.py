"""Who is behind the labels of a record, under `/api/v1/programmes/{slug}/sessions/{session}/names`."""

from typing import Annotated, Literal

from fastapi import APIRouter, Query
from pydantic import BaseModel, ConfigDict, StringConstraints

from nlp.participation.people.identities import Identity
from service.annotations.speaker_identities import SessionNames
from service.web.api.dependencies import SessionSlug, Slug, Work, problems

Name = Annotated[str, StringConstraints(max_length=200)]

routes = APIRouter(prefix="/programmes/{slug}/sessions/{session}/names", responses=problems(404, 422), tags=["names"])


class NewIdentity(BaseModel):
    """Who is behind a label; `everywhere` says whether in all sessions, null lets the label decide."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={"example": {"label": "Saurabh's iPad", "kind": "person", "name": "Saurabh Shrestha"}},
    )
    label: Name
    kind: Literal["person", "room", "unknown"]
    name: Name = ""
    everywhere: bool | None = None


@routes.get("", response_model=SessionNames)
def list_speaker_names(work: Work, slug: Slug, session: SessionSlug) -> SessionNames:
    """The labels of a session."""
    return work.identities.of(slug, session)


@routes.put("", response_model=SessionNames, responses=problems(400, 413))
def tell_speaker_name(work: Work, slug: Slug, session: SessionSlug, new: NewIdentity) -> SessionNames:
    """Say who is behind a label; the session is measured again. A roster that has the label wins over "everywhere"."""
    identity = Identity(new.label, new.kind, new.name)
    work.identities.tell(slug, session, identity, everywhere=new.everywhere)
    return work.identities.of(slug, session)


@routes.delete("", response_model=SessionNames)
def untell_speaker_name(
    work: Work, slug: Slug, session: SessionSlug, label: Annotated[str, Query(max_length=200)]
) -> SessionNames:
    """Take back what was said of a label."""
    work.identities.untell(slug, session, label)
    return work.identities.of(slug, session)
