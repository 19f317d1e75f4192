"""What is published: the list of it, each as it then was, and publishing for facilitators."""

from typing import Annotated

from fastapi import APIRouter, Form
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from service.access.audiences import audiences_of
from service.access.programmes import seen_by
from service.exports.publish import Order, publish_report
from service.presentation.places.published import published_views
from service.publications.ordered import PUBLICATION
from service.publications.types import Format, Reader
from service.web.context import Page
from service.web.numbers import Number
from service.web.published import as_it_was

PATH = "/programmes/{slug}/published"
routes = APIRouter()


@routes.get(PATH)
def published(page: Page, slug: str) -> HTMLResponse:
    """Show what is published."""
    every = page.workspace.publications.every(slug, audiences_of(page.access), withdrawn_too=page.access.may_everything)
    given = seen_by(page.workspace.programmes.get(slug), page.access)
    views = published_views(every, page.language)
    view = page.work(given, only=PUBLICATION) if page.access.may_everything else None
    return page.of_programme("places/published.html", given, "published", published=views, view=view)


@routes.get(f"{PATH}/{{publication}}")
def read(page: Page, slug: str, publication: Number) -> Response:
    """Give one publication."""
    return as_it_was(page.workspace, slug, publication, page.access)


@routes.post(PATH)
def publish(
    page: Page,
    slug: str,
    title: Annotated[str, Form()] = "",
    languages: Annotated[tuple[str, ...], Form()] = (),
    reader: Annotated[Reader, Form()] = Reader.PARTICIPANTS,
    formats: Annotated[tuple[Format, ...], Form()] = (),
    observers: Annotated[bool, Form()] = False,
) -> RedirectResponse:
    """Publish a report as it now is, for a reader, in languages and formats; show what is published or being made."""
    publish_report(page.workspace, slug, title, Order(reader, languages, formats, observers))
    return page.go("programmes", slug, "published")


@routes.post(f"{PATH}/{{publication}}/withdraw")
def withdraw(page: Page, slug: str, publication: Number) -> RedirectResponse:
    """Let nobody but facilitators see it from now on."""
    page.workspace.publications.withdraw(slug, publication)
    return page.go("programmes", slug, "published")


@routes.post(f"{PATH}/{{publication}}/remove")
def remove(page: Page, slug: str, publication: Number) -> RedirectResponse:
    """Delete it with its bytes."""
    page.workspace.publications.remove(slug, publication)
    return page.go("programmes", slug, "published")
