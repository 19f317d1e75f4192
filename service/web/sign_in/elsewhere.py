"""Going to a provider to sign in, and coming back."""

from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import RedirectResponse, Response

from nlp.messages import Message
from service.errors import NotSignedIn
from service.web.context import Page, PageContext
from service.web.sign_in.cookies import given, put, take_back
from service.web.sign_in.next_page import own_path
from service.web.sign_in.sign_in import device_of, go_signed_in

BEGUN = "sign-in-begun"
SECONDS = 600
Text = Annotated[str, Query(max_length=4000)]

routes = APIRouter()


@routes.get("/sign-in/elsewhere")
def begin(page: Page, next: Text = "", invitation: Text = "") -> Response:  # noqa: A002 - the name in the address
    """Send a browser to the provider."""
    begun = page.workspace.provider.begin(_back(page))
    kept = {
        "state": begun.state,
        "nonce": begun.nonce,
        "verifier": begun.verifier,
        "next": own_path(next),
        "invitation": invitation,
    }
    response = RedirectResponse(begun.url, 303)
    put(page.request, response, BEGUN, page.workspace.signatures.sign_now(BEGUN, kept), SECONDS)
    return response


@routes.get("/sign-in/elsewhere/back")
def finish(page: Page, code: Text = "", state: Text = "") -> Response:
    """Sign in who comes back from the provider."""
    kept = page.workspace.signatures.read_recent(BEGUN, given(page.request, BEGUN), SECONDS)
    if not isinstance(kept, dict) or not code or kept.get("state") != state:
        raise NotSignedIn(
            Message("this sign-in was not begun here, or has waited too long"),
            Message("Begin again on the page to sign in"),
        )
    who = page.workspace.provider.finish(code, _back(page), kept["nonce"], kept["verifier"])
    signed_in = page.workspace.elsewhere.sign_in(who, device_of(page), kept["invitation"])
    response = go_signed_in(page, signed_in, kept["next"])
    take_back(page.request, response, BEGUN)
    return response


def _back(page: PageContext) -> str:
    base = page.workspace.settings.address or str(page.request.base_url)
    return f"{base.rstrip('/')}/sign-in/elsewhere/back"
