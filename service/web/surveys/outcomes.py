"""What came of what people were asked, as a facilitator says it beside each form, room, ask, channel and survey."""

from collections.abc import Callable, Mapping
from typing import Annotated

from fastapi import APIRouter, Form
from fastapi.responses import RedirectResponse

from service.errors import NotFound
from service.names.slugs import slugify
from service.programmes.snapshot import Snapshot
from service.store.surveys.outcomes import Asked
from service.web.context import Page

routes = APIRouter()


def _room(at: Snapshot, code: str) -> tuple[str, ...]:
    element = next((each.element for each in at.rooms if each.code == code), "")
    return ("elements", slugify(element), "sort", "room", code)


_DESKS: Mapping[Asked, Callable[[Snapshot, str], tuple[str, ...]]] = {
    Asked.FORM: lambda _, code: ("forms", code),
    Asked.ROOM: _room,
    Asked.ASK: lambda _, code: ("giving-back", code),
    Asked.CHANNEL: lambda _, code: ("channels", code),
    Asked.SURVEY: lambda _, code: ("surveys", code),
}


@routes.post("/programmes/{slug}/outcomes/{kind}/{code}")
def say(page: Page, slug: str, kind: str, code: str, text: Annotated[str, Form()] = "") -> RedirectResponse:
    """Say what came of something, for everybody with its link."""
    if kind not in list(Asked):
        raise NotFound("link", code)
    asked = Asked(kind)
    page.workspace.outcomes.say(slug, asked, code, text)
    return page.go("programmes", slug, *_DESKS[asked](page.findings(slug).at, code))
