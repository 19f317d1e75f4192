"""Consent, keeping and deleting, under `/api/v1/programmes/{slug}`."""

from typing import Annotated

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from nlp.consent import Consent
from service.privacy.consents import Agreements, Said
from service.privacy.retention import Kept
from service.privacy.types import Doomed, Loss
from service.web.api.dependencies import Slug, Work, problems

Short = Annotated[str, StringConstraints(max_length=200)]
Long = Annotated[str, StringConstraints(max_length=5_000)]

routes = APIRouter(prefix="/programmes/{slug}", responses=problems(404, 422), tags=["privacy"])


class SaidConsent(BaseModel):
    """What may be done with the words of a person, a session, or all where neither is named; null takes it back."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={"example": {"consent": "quote without name", "person": "Saurabh Shrestha", "session": ""}},
    )
    consent: Consent | None
    person: Short = ""
    session: Short = ""


class NewKeeping(BaseModel):
    """How long a programme is kept: some months after its last review, or until a day; neither is without end."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"example": {"months": 24, "until": ""}})
    months: Annotated[int, Field(ge=1, le=600)] | None = None
    until: Short = ""


class NewDeletion(BaseModel):
    """What is deleted for good. Without `typed` nothing is: the answer tells what would go, and what to type."""

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"example": {"kind": "person", "name": "Saurabh Shrestha", "typed": ""}}
    )
    kind: Doomed
    name: Long = Field(default="", description="Id or words of a note, name of a person, slug of a session.")
    typed: Long = ""


@routes.get("/consent", response_model=Agreements)
def list_consent(work: Work, slug: Slug) -> Agreements:
    """What may be done with the words of all, of sessions and of people."""
    return work.consents.of(slug)


@routes.put("/consent", response_model=Agreements, responses=problems(400, 413))
def say_consent(work: Work, slug: Slug, said: SaidConsent) -> Agreements:
    """Say what may be done with words; everything is made again from what may be used."""
    work.consents.say(slug, [Said(said.consent, said.person, said.session)])
    return work.consents.of(slug)


@routes.get("/keeping", response_model=Kept)
def get_keeping(work: Work, slug: Slug) -> Kept:
    """How long the programme is kept."""
    return work.retention.of(slug)


@routes.put("/keeping", response_model=Kept, responses=problems(400, 413))
def set_keeping(work: Work, slug: Slug, new: NewKeeping) -> Kept:
    """Set how long the programme is kept; then all of it is deleted for good."""
    return work.retention.keep(slug, new.months, new.until)


@routes.post("/deletions", response_model=Loss, responses=problems(400, 413))
def delete_for_good(work: Work, slug: Slug, new: NewDeletion) -> Loss:
    """Delete something for good once its name is typed, or tell what would go."""
    if not new.typed:
        return work.deletion.look(slug, new.kind, new.name)
    return work.deletion.delete(slug, new.kind, new.name, new.typed)
