"""The people of a programme: who may see what in it, and inviting more."""

from typing import Annotated

from fastapi import APIRouter, Form
from fastapi.responses import HTMLResponse, RedirectResponse
from pydantic import BeforeValidator

from service.access.types import Membership, Role
from service.presentation.template import address
from service.web.context import Page
from service.web.numbers import Number
from service.web.sign_in.handed_over import Asked
from service.web.sign_in.people import link_made
from service.web.sign_in.sign_in import Said

MEMBERS = "members"


def _place(value: object) -> Membership:
    """Return the place that an option says: a role, and the team of a member behind a tab; a file says none."""
    if not isinstance(value, str):
        raise ValueError
    role, _, team = value.partition("\t")
    return Membership(Role(role), team)


Place = Annotated[Membership, BeforeValidator(_place), Form()]

routes = APIRouter()


@routes.get("/programmes/{slug}/members")
def show(page: Page, slug: str) -> HTMLResponse:
    """Show who may see what in a programme."""
    found, work = page.findings(slug), page.workspace
    return page.of_programme(
        "accounts/members.html",
        found.at.programme,
        MEMBERS,
        members=work.members.every(slug),
        invitations=work.links.invitations(slug),
        sends_mail=work.post.offered,
    )


@routes.post("/programmes/{slug}/members/invite")
def invite(page: Page, slug: str, place: Place, delivery: Asked, name: Said = "") -> HTMLResponse:
    """Make an invitation into a programme and show its link once."""
    made = delivery.send(lambda: page.workspace.links.invite(name, slug, place.role, place.team))
    return link_made(page, made, address("programmes", slug, MEMBERS))


@routes.post("/programmes/{slug}/members/invitations/{number}/take-back")
def take_back(page: Page, slug: str, number: Number) -> RedirectResponse:
    """Take an invitation back."""
    page.workspace.links.take_back(number, slug)
    return page.go("programmes", slug, MEMBERS)


@routes.post("/programmes/{slug}/members/{number}")
def change(page: Page, slug: str, number: Number, place: Place) -> RedirectResponse:
    """Give somebody another place in a programme."""
    page.workspace.members.change(slug, number, place.role, place.team)
    return page.go("programmes", slug, MEMBERS)


@routes.post("/programmes/{slug}/members/{number}/remove")
def remove(page: Page, slug: str, number: Number) -> RedirectResponse:
    """Take somebody out of a programme."""
    page.workspace.members.remove(slug, number)
    return page.go("programmes", slug, MEMBERS)
