"""Forms: each changes something and leads on to a page."""

from typing import Annotated

from fastapi import APIRouter, Depends, File, Form, Request, UploadFile
from fastapi.responses import HTMLResponse, RedirectResponse

from service.presentation.programme.upload import kept_view, preview_view
from service.web.context import AtDesk

ROSTER = "roster:"

routes = APIRouter()


async def _chosen_rosters(request: Request) -> dict[str, str]:
    """Return transcript -> roster from the fields of the preview that say so."""
    form = await request.form()
    return {key[len(ROSTER) :]: str(value) for key, value in form.items() if key.startswith(ROSTER) and value}


@routes.post("/programmes")
def create(
    desk: AtDesk,
    name: Annotated[str, Form()] = "",
    teams: Annotated[str, Form()] = "",
    description: Annotated[str, Form()] = "",
) -> RedirectResponse:
    """Make a programme and go on to its files."""
    listed = tuple(dict.fromkeys(team.strip() for team in teams.splitlines() if team.strip()))
    made = desk.workspace.create_programme(name, listed, description)
    return desk.go("programmes", made.slug, "upload")


@routes.post("/sample")
def sample(desk: AtDesk) -> RedirectResponse:
    """Load the sample programme and show it."""
    return desk.go("programmes", desk.workspace.load_sample().slug)


@routes.get("/programmes/{slug}/upload")
def upload(desk: AtDesk, slug: str) -> HTMLResponse:
    """Show the form for files, and the files that are here."""
    found = desk.workspace.programme(slug)
    files = kept_view(desk.workspace.files(slug), desk.language)
    return desk.programme_page("programme/upload.html", found, "upload", files=files)


@routes.post("/programmes/{slug}/upload")
def look(desk: AtDesk, slug: str, files: Annotated[list[UploadFile], File()]) -> RedirectResponse:
    """Let files wait and go on to how each was understood; nothing is kept."""
    given = [(file.filename or "", file.file.read()) for file in files]
    return desk.go("programmes", slug, "upload", desk.workspace.preview(slug, given).token)


@routes.get("/programmes/{slug}/upload/{token}")
def preview(desk: AtDesk, slug: str, token: str) -> HTMLResponse:
    """Show how each waiting file was understood."""
    found = desk.workspace.programme(slug)
    view = preview_view(desk.workspace.previewed(slug, token), desk.workspace.files(slug), desk.language)
    return desk.programme_page("programme/preview.html", found, "upload", view=view)


@routes.post("/programmes/{slug}/upload/{token}/keep")
def keep(
    desk: AtDesk, slug: str, token: str, chosen: Annotated[dict[str, str], Depends(_chosen_rosters)]
) -> RedirectResponse:
    """Keep the files of a preview and show the programme."""
    desk.workspace.keep(slug, token, chosen)
    return desk.go("programmes", slug)


@routes.post("/programmes/{slug}/upload/{token}/discard")
def discard(desk: AtDesk, slug: str, token: str) -> RedirectResponse:
    """Forget the files of a preview."""
    desk.workspace.discard(slug, token)
    return desk.go("programmes", slug, "upload")


@routes.post("/programmes/{slug}/files/{number}/remove")
def remove(desk: AtDesk, slug: str, number: int) -> RedirectResponse:
    """Remove a file and all that was found in it."""
    desk.workspace.remove_file(slug, number)
    return desk.go("programmes", slug, "upload")
