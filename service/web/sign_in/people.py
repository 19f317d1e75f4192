"""The people of this installation, for those who look after their accounts."""

from typing import Annotated, Literal

from fastapi import APIRouter, Form
from fastapi.responses import HTMLResponse, RedirectResponse

from service.accounts.types import NewLink
from service.presentation.messages import say
from service.web.context import Page, PageContext
from service.web.numbers import Number
from service.web.sign_in.handed_over import Asked
from service.web.sign_in.sign_in import Said

Change = Annotated[Literal["let in", "let out", "administrator", "no administrator"], Form()]

routes = APIRouter()


@routes.get("/people")
def show(page: Page) -> HTMLResponse:
    """Show all accounts."""
    work = page.workspace
    return page.answer(
        "accounts/people.html",
        accounts=work.accounts.every(),
        invitations=work.links.invitations(),
        sends_mail=work.post.offered,
    )


@routes.post("/people/invite")
def invite(
    page: Page, delivery: Asked, name: Said = "", administrator: Annotated[bool, Form()] = False
) -> HTMLResponse:
    """Make an invitation and show its link once."""
    made = delivery.send(lambda: page.workspace.links.invite(name, is_administrator=administrator))
    return link_made(page, made, "/people")


@routes.post("/people/invitations/{number}/take-back")
def take_back(page: Page, number: Number) -> RedirectResponse:
    """Take an invitation back."""
    page.workspace.links.take_back(number)
    return page.go("people")


@routes.post("/people/{number}/password")
def new_password(page: Page, number: Number, delivery: Asked) -> HTMLResponse:
    """Make a link by which somebody chooses a password, and show it once."""
    return link_made(page, delivery.send(lambda: page.workspace.links.for_password(number)), "/people")


@routes.post("/people/{number}")
def change(page: Page, number: Number, change: Change) -> RedirectResponse:
    """Let somebody in or not, or look after the accounts or not."""
    accounts = page.workspace.accounts
    if change in {"let in", "let out"}:
        accounts.set_active(number, is_active=change == "let in")
    else:
        accounts.set_administrator(number, is_administrator=change == "administrator")
    return page.go("people")


def link_made(page: PageContext, made: NewLink, back: str) -> HTMLResponse:
    """Show a link, once, with what to do with it."""
    base = page.workspace.settings.address.rstrip("/") or str(page.request.base_url).rstrip("/")
    not_sent = say(made.not_sent, page.language) if made.not_sent else ""
    return page.answer("accounts/link_made.html", made=made, url=base + made.path, back=back, not_sent=not_sent)
