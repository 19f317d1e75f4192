"""The page that looks back at one element through all reviews."""

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from service.analyses.outcomes import Failed, attempt
from service.looking_back.looking_back import look_back
from service.names.slugs import slugify
from service.presentation.looking_back.looking_back import looking_back_view
from service.web.caching.remembered import remembered
from service.web.context import Page

routes = APIRouter()


@routes.get("/programmes/{slug}/looking-back/{element}")
@remembered
def looking_back(page: Page, slug: str, element: str) -> HTMLResponse:
    """Show an element through all reviews: ratings, readings, who was heard, and what was promised."""
    found = page.findings(slug)
    given, back = found.at.programme, attempt(look_back, found, element, page.workspace.actions.every(slug))
    if isinstance(back, Failed):
        return page.without("readings", back, given, "reviews")
    marks = page.marks(given)
    return page.of_programme(
        "looking_back/looking_back.html",
        given,
        "reviews",
        view=looking_back_view(back, marks, page.language),
        marks=marks,
        slug=element,
        elements=tuple((each, slugify(each)) for each in found.at.outline.elements),
    )
