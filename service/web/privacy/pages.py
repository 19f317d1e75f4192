"""Saying who may be quoted, how long a programme is kept, and deleting for good."""

from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse
from starlette.responses import Response

from nlp.consent import Consent
from service.presentation.privacy.consent import PERSON, SESSION, consent_view
from service.presentation.privacy.keeping import keeping_view, loss_view
from service.presentation.template import address
from service.privacy.consents import Said
from service.privacy.types import Doomed
from service.web.context import Page

MOST_FIELDS = 10_000

routes = APIRouter()
Name = Annotated[str, Form(max_length=1000)]


async def _sent(request: Request) -> Sequence[Said]:
    """Return what the fields of the form say; those that say no consent say nothing."""
    fields = {key: str(value) for key, value in (await request.form(max_files=0, max_fields=MOST_FIELDS)).items()}
    other, answers = fields.get("other", "").strip(), set(Consent)
    said = [
        Said(Consent(value), person=key.removeprefix(PERSON))
        for key, value in fields.items()
        if key.startswith(PERSON) and value in answers
    ]
    said += [
        Said(Consent(value), session=key.removeprefix(SESSION))
        for key, value in fields.items()
        if key.startswith(SESSION) and value in answers
    ]
    if other and fields.get("of_other") in answers:
        said.append(Said(Consent(fields["of_other"]), person=other))
    return said


@routes.get("/programmes/{slug}/consent")
def consent(page: Page, slug: str) -> HTMLResponse:
    """Show who may be quoted."""
    found = page.findings(slug)
    view = consent_view(page.workspace.consents.of(slug), page.language)
    return page.of_programme("privacy/consent.html", found.at.programme, "privacy", view=view)


@routes.post("/programmes/{slug}/consent")
def say(page: Page, slug: str, said: Annotated[Sequence[Said], Depends(_sent)]) -> RedirectResponse:
    """Keep who may be quoted."""
    before = page.workspace.consents.of(slug)
    known = {("", each.session): each.consent for each in before.sessions}
    known |= {(each.name, ""): each.consent for each in before.people}
    if new := [each for each in said if known.get((each.person, each.session)) is not each.consent]:
        page.workspace.consents.say(slug, new)
    return page.go("programmes", slug, "consent")


@routes.post("/programmes/{slug}/consent/chatham-house")
def chatham_house(page: Page, slug: str, on: Annotated[bool, Form()]) -> RedirectResponse:
    """Switch the rule of Chatham House on or off for the whole programme."""
    page.workspace.consents.say(slug, [Said(Consent.NOT_ATTRIBUTED if on else None)])
    return page.go("programmes", slug, "consent")


@routes.get("/programmes/{slug}/keeping")
def keeping(page: Page, slug: str) -> HTMLResponse:
    """Show how long the programme is kept, and what can be deleted for good."""
    found = page.findings(slug)
    view = keeping_view(page.workspace.retention.of(slug), found.at, page.language)
    return page.of_programme("privacy/keeping.html", found.at.programme, "privacy", view=view)


@routes.post("/programmes/{slug}/keeping")
def keep(page: Page, slug: str, months: Name = "", until: Name = "") -> RedirectResponse:
    """Set how long the programme is kept."""
    given = months.strip()
    page.workspace.retention.keep(slug, (int(given) if given.isdecimal() else 0) if given else None, until.strip())
    return page.go("programmes", slug, "keeping")


@routes.post("/programmes/{slug}/keeping/delete")
def delete(
    page: Page, slug: str, kind: Annotated[Doomed, Form()], name: Name = "", typed: Annotated[str | None, Form()] = None
) -> Response:
    """Show what would go for good, and delete it once its name was typed."""
    if typed is None:
        found = page.findings(slug)
        view = loss_view(page.workspace.deletion.look(slug, kind, name), name, page.language)
        return page.of_programme("privacy/loss.html", found.at.programme, "privacy", view=view)
    page.workspace.deletion.delete(slug, kind, name, typed)
    gone = kind is Doomed.PROGRAMME
    return RedirectResponse("/" if gone else address("programmes", slug, "keeping"), status_code=303)
