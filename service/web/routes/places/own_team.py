"""What members of a team, and observers, see first; and notes as they were written."""

from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse

from service.access.audiences import audiences_of
from service.access.permissions import Need
from service.access.programmes import seen_by
from service.presentation.places.own_notes import notes_view
from service.presentation.places.published import published_views
from service.presentation.programme.upload import kept_view
from service.programmes.open_now import open_now
from service.web.context import Page, PageContext

routes = APIRouter()


def first_page(page: PageContext, slug: str) -> HTMLResponse:
    """Show a programme to somebody who may not see all of it."""
    published = published_views(page.workspace.publications.every(slug, audiences_of(page.access)), page.language)
    if not page.access.may(Need.TEAM):
        given = seen_by(page.workspace.programmes.get(slug), page.access)
        return page.of_programme("places/observer.html", given, "programme", published=published)
    found = page.findings(slug)
    teams = page.access.teams or frozenset()
    return page.of_programme(
        "places/member.html",
        seen_by(found.at.programme, page.access),
        "programme",
        published=published,
        teams=sorted(found.at.spelling.teams(teams)),
        notes=len(found.notes(teams)),
        files=kept_view(page.files.every(slug), page.language),
        open_now=open_now(found.at, found.at.spelling.teams(teams)),
    )


@routes.get("/programmes/{slug}/notes")
def notes(page: Page, slug: str, number: Annotated[int, Query(alias="page", ge=1, le=1_000_000)] = 1) -> HTMLResponse:
    """Show notes as they were written: of the own team for its members, of all teams for facilitators."""
    found = page.findings(slug)
    view = notes_view(found.notes(page.access.teams), found.at.outline.elements, number, page.language)
    given = seen_by(found.at.programme, page.access)
    return page.of_programme("places/notes.html", given, "notes", view=view, own=page.access.teams is not None)
