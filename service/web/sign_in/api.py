"""Accounts, tokens and people under `/api/v1`."""

from collections.abc import Sequence
from typing import Annotated, Literal

from fastapi import APIRouter, Request
from pydantic import BaseModel, Field

from service.access.types import Role
from service.accounts.types import Account, ApiToken, Link, Member, NewApiToken, NewLink
from service.errors import NotSignedIn
from service.web.api.dependencies import Slug, Work, problems
from service.web.api.models import Name
from service.web.numbers import Number
from service.web.sign_in.find_reader import reader_of
from service.web.sign_in.handed_over import LONGEST, Delivery
from service.workspace import Workspace

Team = Annotated[str, Field(max_length=200)]


class AccountChange(BaseModel, extra="forbid"):
    """Another name or language of the pages; what is left out stays."""

    name: Name | None = None
    language: Literal["", "en", "bn", "ne"] | None = None


class NewToken(BaseModel, extra="forbid"):
    """A token to be made; without `days` it does not expire."""

    name: Name
    days: int | None = Field(default=None, ge=1, le=3650)


class PersonChange(BaseModel, extra="forbid"):
    """Whether somebody is let in, and looks after the accounts; what is left out stays."""

    is_active: bool | None = None
    is_administrator: bool | None = None


class ByMail(BaseModel, extra="forbid"):
    """Whether a link is sent, too, where the installation sends mail: to one address, in a language."""

    mail: Annotated[str, Field(max_length=LONGEST, description="E-mail address; empty sends none.")] = ""
    mail_language: Literal["en", "bn", "ne"] = "en"

    def delivery(self, work: Workspace) -> Delivery:
        """Return how the link reaches whom it is for."""
        return Delivery.of(work, self.mail, self.mail_language)


class NewInvitation(ByMail):
    """An invitation to an account."""

    name: Name
    is_administrator: bool = False


class Place(BaseModel, extra="forbid"):
    """A place in a programme; `team` is that of a member."""

    role: Role
    team: Team = ""


class NewMember(Place, ByMail):
    """An invitation into a programme."""

    name: Name


account = APIRouter(prefix="/account", responses=problems(401, 404, 422), tags=["account"])
people = APIRouter(prefix="/people", responses=problems(401, 404, 422), tags=["people"])
members = APIRouter(prefix="/programmes/{slug}/members", responses=problems(401, 404, 422), tags=["members"])


def _own(request: Request) -> int:
    own = reader_of(request).account
    if own is None:
        raise NotSignedIn
    return own


@account.get("", response_model=Account)
def get_account(request: Request, work: Work) -> Account:
    """One's own account."""
    return work.accounts.get(_own(request))


@account.patch("", response_model=Account, responses=problems(400, 413))
def change_account(request: Request, work: Work, change: AccountChange) -> Account:
    """Change one's own name or language."""
    return work.accounts.change(_own(request), name=change.name, language=change.language)


@account.get("/tokens", response_model=list[ApiToken])
def list_tokens(request: Request, work: Work) -> Sequence[ApiToken]:
    """One's own tokens, oldest first."""
    return work.tokens.every(_own(request))


@account.post("/tokens", response_model=NewApiToken, status_code=201, responses=problems(400, 413))
def make_token(request: Request, work: Work, new: NewToken) -> NewApiToken:
    """Make a token; its secret is given now and never again."""
    return work.tokens.make(_own(request), new.name, new.days)


@account.delete("/tokens/{number}", status_code=204)
def revoke_token(request: Request, work: Work, number: Number) -> None:
    """Revoke one's own token."""
    work.tokens.revoke(_own(request), number)


@people.get("", response_model=list[Account])
def list_people(work: Work) -> Sequence[Account]:
    """All accounts of the installation, oldest first."""
    return work.accounts.every()


@people.get("/invitations", response_model=list[Link])
def list_invitations(work: Work) -> Sequence[Link]:
    """Invitations that can still be used, but for those into programmes."""
    return work.links.invitations()


@people.post("/invitations", response_model=NewLink, status_code=201, responses=problems(400, 413))
def invite_person(work: Work, new: NewInvitation) -> NewLink:
    """Make a link by which somebody makes an account, once."""
    return new.delivery(work).send(lambda: work.links.invite(new.name, is_administrator=new.is_administrator))


@people.delete("/invitations/{number}", status_code=204)
def take_invitation_back(work: Work, number: Number) -> None:
    """Take an invitation back."""
    work.links.take_back(number)


@people.patch("/{number}", response_model=Account, responses=problems(400, 413))
def change_person(work: Work, number: Number, change: PersonChange) -> Account:
    """Let somebody in or not, or look after the accounts or not."""
    if change.is_administrator is not None:
        work.accounts.set_administrator(number, is_administrator=change.is_administrator)
    if change.is_active is not None:
        work.accounts.set_active(number, is_active=change.is_active)
    return work.accounts.get(number)


@people.post("/{number}/password", response_model=NewLink, status_code=201, responses=problems(400, 413))
def link_for_password(work: Work, number: Number, new: ByMail = ByMail()) -> NewLink:  # noqa: B008 - never changed
    """Make a link by which somebody chooses a password, once."""
    return new.delivery(work).send(lambda: work.links.for_password(number))


@members.get("", response_model=list[Member])
def list_members(work: Work, slug: Slug) -> Sequence[Member]:
    """Everybody who has a place in the programme."""
    return work.members.every(slug)


@members.get("/invitations", response_model=list[Link])
def list_member_invitations(work: Work, slug: Slug) -> Sequence[Link]:
    """Invitations into the programme that can still be used."""
    return work.links.invitations(slug)


@members.post("/invitations", response_model=NewLink, status_code=201, responses=problems(400, 413))
def invite_member(work: Work, slug: Slug, new: NewMember) -> NewLink:
    """Make a link by which somebody comes into the programme, once."""
    return new.delivery(work).send(lambda: work.links.invite(new.name, slug, new.role, new.team))


@members.delete("/invitations/{number}", status_code=204)
def take_member_invitation_back(work: Work, slug: Slug, number: Number) -> None:
    """Take an invitation back."""
    work.links.take_back(number, slug)


@members.put("/{number}", response_model=Member, responses=problems(400, 409, 413))
def change_member(work: Work, slug: Slug, number: Number, place: Place) -> Member:
    """Give somebody another place in the programme."""
    return work.members.change(slug, number, place.role, place.team)


@members.delete("/{number}", status_code=204, responses=problems(409))
def remove_member(work: Work, slug: Slug, number: Number) -> None:
    """Take somebody out of the programme."""
    work.members.remove(slug, number)
