"""Forms: each changes something and leads on to a page."""

from typing import Annotated

from fastapi import APIRouter, Depends, File, Form, Request, UploadFile
from fastapi.responses import HTMLResponse, RedirectResponse

from service.presentation.programme.upload import kept_view, preview_view
from service.web.context import Page

ROSTER = "roster:"

routes = APIRouter()


async def _chosen_rosters(request: Request) -> dict[str, str]:
    """Return transcript -> roster from the fields of the preview that say so."""
    form = await request.form()
    return {key[len(ROSTER) :]: str(value) for key, value in form.items() if key.startswith(ROSTER) and value}


@routes.post("/programmes")
def create(
    page: Page,
    name: Annotated[str, Form()] = "",
    teams: Annotated[str, Form()] = "",
    description: Annotated[str, Form()] = "",
) -> RedirectResponse:
    """Make a programme and go on to its files."""
    listed = tuple(dict.fromkeys(team.strip() for team in teams.splitlines() if team.strip()))
    made = page.workspace.programmes.create(name, listed, description)
    return page.go("programmes", made.slug, "upload")


@routes.post("/sample")
def sample(page: Page) -> RedirectResponse:
    """Load the sample programme and show it."""
    return page.go("programmes", page.workspace.load_sample().slug)


@routes.get("/programmes/{slug}/upload")
def upload(page: Page, slug: str) -> HTMLResponse:
    """Show the form for files, and the files that are here."""
    at = page.findings(slug).at
    files = kept_view(at.kept_files, page.language)
    return page.of_programme("programme/upload.html", at.programme, "upload", files=files)


@routes.post("/programmes/{slug}/upload")
def look(page: Page, slug: str, files: Annotated[list[UploadFile], File()]) -> RedirectResponse:
    """Let files wait and go on to how each was understood; nothing is kept."""
    given = [(file.filename or "", file.file.read()) for file in files]
    return page.go("programmes", slug, "upload", page.workspace.files.preview(slug, given).token)


@routes.get("/programmes/{slug}/upload/{token}")
def preview(page: Page, slug: str, token: str) -> HTMLResponse:
    """Show how each waiting file was understood."""
    at = page.findings(slug).at
    view = preview_view(page.workspace.files.previewed(slug, token), at.kept_files, page.language)
    return page.of_programme("programme/preview.html", at.programme, "upload", view=view)


@routes.post("/programmes/{slug}/upload/{token}/keep")
def keep(
    page: Page, slug: str, token: str, chosen: Annotated[dict[str, str], Depends(_chosen_rosters)]
) -> RedirectResponse:
    """Keep the files of a preview and show the programme."""
    page.workspace.files.keep(slug, token, chosen)
    return page.go("programmes", slug)


@routes.post("/programmes/{slug}/upload/{token}/discard")
def discard(page: Page, slug: str, token: str) -> RedirectResponse:
    """Forget the files of a preview."""
    page.workspace.files.discard(slug, token)
    return page.go("programmes", slug, "upload")


@routes.post("/programmes/{slug}/files/{number}/remove")
def remove(page: Page, slug: str, number: int) -> RedirectResponse:
    """Remove a file and all that was found in it."""
    page.workspace.files.remove(slug, number)
    return page.go("programmes", slug, "upload")
