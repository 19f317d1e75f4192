"""Forms: each changes something and leads on to a page."""

from collections.abc import Mapping
from typing import Annotated

from fastapi import APIRouter, Depends, File, Form, Request, UploadFile
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from service.errors import Expired
from service.presentation.programme.upload import kept_view, preview_view
from service.web.context import Page, PageContext
from service.web.numbers import Number
from service.web.past.once import refuse_again
from service.web.routes.preview_form import changes, rosters
from service.web.running.apart import read_apart

PASTED = "{name}.txt"

routes = APIRouter()


async def _sent(request: Request) -> dict[str, str]:
    """Return the fields of a form by name."""
    return {key: str(value) for key, value in (await request.form(max_files=0)).items()}


Sent = Annotated[dict[str, str], Depends(_sent)]


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
    files = kept_view(page.files.every(slug), page.language)
    return page.of_programme("programme/upload.html", at.programme, "upload", files=files, teams=page.access.teams)


@routes.post("/programmes/{slug}/upload")
@read_apart
def look(
    page: Page,
    slug: str,
    files: Annotated[list[UploadFile], File()] = [],  # noqa: B006
    pasted: Annotated[str, Form()] = "",
) -> RedirectResponse:
    """Let files and pasted text wait and go on to how each was understood; nothing is kept."""
    given = [(file.filename or "", file.file.read()) for file in files]
    if pasted.strip():
        given.append((PASTED.format(name=page.language.gettext("Pasted text")), pasted.encode()))
    return page.go("programmes", slug, "upload", page.files.preview(slug, given).token)


@routes.get("/programmes/{slug}/upload/{token}")
def preview(page: Page, slug: str, token: str) -> HTMLResponse:
    """Show how each waiting file was understood."""
    at = page.findings(slug).at
    kept = page.files.every(slug)
    view = preview_view(page.files.previewed(slug, token), kept, page.language, at.outline)
    return page.of_programme("programme/preview.html", at.programme, "upload", view=view)


@routes.post("/programmes/{slug}/upload/{token}")
@read_apart
def read_again(page: Page, slug: str, token: str, sent: Sent) -> RedirectResponse:
    """Read waiting files as the form says, and show them again."""
    _change(page, slug, token, sent)
    return page.go("programmes", slug, "upload", token)


@routes.get("/programmes/{slug}/upload/{token}/files/{position}/pages/{number}")
def page_picture(page: Page, slug: str, token: str, position: int, number: int) -> Response:
    """Give the picture of a page of a file, as long as the file waits."""
    picture, media_type = page.files.page_picture(slug, token, position, number)
    return Response(picture, media_type=media_type)


@routes.post("/programmes/{slug}/upload/{token}/keep")
@read_apart
def keep(page: Page, slug: str, token: str, sent: Sent) -> RedirectResponse:
    """Keep the files of a preview and show the programme; the preview where one became something else by a change."""
    try:
        if _change(page, slug, token, sent):
            return page.go("programmes", slug, "upload", token)
        page.files.keep(slug, token, rosters(sent))
    except Expired:
        refuse_again(page.request, page.workspace.answered)
        raise
    return page.go("programmes", slug)


def _change(page: PageContext, slug: str, token: str, sent: Mapping[str, str]) -> bool:
    """Change the files of a preview as a form says; return whether one became something else, or cannot be used now."""
    before = page.files.previewed(slug, token)
    said = changes(sent, before)
    after = page.files.change(slug, token, said) if said else before
    pairs = zip(before.files, after.files, strict=True)
    return any(was.kind and now.kind != was.kind and now.settings.wanted for was, now in pairs)


@routes.post("/programmes/{slug}/upload/{token}/discard")
def discard(page: Page, slug: str, token: str) -> RedirectResponse:
    """Forget the files of a preview."""
    page.files.discard(slug, token)
    return page.go("programmes", slug, "upload")


@routes.post("/programmes/{slug}/files/{number}/settings")
def open_settings(page: Page, slug: str, number: Number) -> RedirectResponse:
    """Let a kept file wait again, to change how it is read."""
    return page.go("programmes", slug, "upload", page.files.open(slug, number).token)


@routes.post("/programmes/{slug}/files/{number}/remove")
def remove(page: Page, slug: str, number: Number) -> RedirectResponse:
    """Remove a file and all that was found in it."""
    page.files.remove(slug, number)
    return page.go("programmes", slug, "upload")
