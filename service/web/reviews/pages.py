"""The pages of reviews: all of them, and one with the plan of its day."""

from datetime import date
from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Form
from fastapi.responses import HTMLResponse, Response
from markupsafe import Markup

from nlp.errors import InputError
from service.analyses.findings import Findings
from service.analyses.outcomes import Failed, attempt
from service.cafe.offer import signs
from service.errors import NotFound, Undecided
from service.names.slugs import slugify
from service.presentation.failures import failure
from service.presentation.messages import say_error
from service.presentation.privacy.called import people_in
from service.presentation.reviews.agenda import agenda_view, kind_name
from service.presentation.reviews.hub import hub_view, pace_words
from service.presentation.reviews.ratings import RatingsView, ratings_view
from service.presentation.reviews.removal import removal_view
from service.presentation.reviews.review import review_lead
from service.presentation.sessions.session_agenda import Band, bands
from service.reviews.hanging import ItsActions
from service.reviews.pace import first_day
from service.reviews.ratings import levels_of
from service.reviews.types import PartKind, PlannedReview
from service.web.context import Page, PageContext

PATH = "/programmes/{slug}/reviews"
HERE = "reviews"

routes = APIRouter()
Text = Annotated[str, Form(max_length=5_000)]


@routes.get(PATH)
def reviews(page: Page, slug: str) -> HTMLResponse:
    """Show all reviews, and let one be planned."""
    return _hub(page, slug)


@routes.post(PATH)
def plan(page: Page, slug: str, day: Annotated[date, Form()], name: Text = "") -> Response:
    """Plan a review and show it."""
    try:
        made = page.workspace.reviews.plan(slug, name, day)
    except NotFound:
        raise
    except InputError as error:
        return _hub(page, slug, say_error(error, page.language), name)
    return page.go("programmes", slug, HERE, made.slug)


def _hub(page: PageContext, slug: str, problem: Markup | None = None, name: str = "") -> HTMLResponse:
    found, own = page.findings(slug), page.workspace.reviews
    view = hub_view(own.every(slug), own.remarks(slug), own.proposed(slug), page.language)
    pause = bool(signs(found, page.workspace.feedback))
    elements = tuple((each, slugify(each)) for each in found.at.outline.elements)
    shown = {"view": view, "pause": pause, "problem": problem, "typed": name, "elements": elements}
    answer = page.of_programme("reviews/hub.html", found.at.programme, HERE, **shown)
    answer.status_code = HTTPStatus.UNPROCESSABLE_ENTITY if problem else HTTPStatus.OK
    return answer


@routes.get(f"{PATH}/{{review}}")
def review(page: Page, slug: str, review: str) -> HTMLResponse:
    """Show one review."""
    return review_page(page, slug, review)


def review_page(page: PageContext, slug: str, review: str, problem: Markup | None = None) -> HTMLResponse:
    """Return the page of one review."""
    found, own = page.findings(slug), page.workspace.reviews
    shown = own.get(slug, review)
    day = first_day(shown.date)
    answer = page.of_programme(
        "reviews/review.html",
        found.at.programme,
        HERE,
        review=shown,
        lead=review_lead(shown, page.language),
        words=tuple(pace_words(each, page.language) for each in own.remarks(slug) if each.review == shown.name),
        agenda=agenda_view(shown.agenda, page.language, shown.starts),
        other=kind_name(PartKind.OTHER, page.language),
        heard=_heard(page, found, shown),
        sessions=tuple(each for each in found.at.sessions),
        ratings=_ratings_of(page, found, shown.name),
        day=day.isoformat() if day else "",
        problem=problem,
    )
    answer.status_code = HTTPStatus.UNPROCESSABLE_ENTITY if problem else HTTPStatus.OK
    return answer


def _heard(page: PageContext, found: Findings, review: PlannedReview) -> tuple[Band, ...] | Markup | None:
    """Return who was heard in each part, or why that cannot be said; None where the agenda is laid over no session."""
    if not review.session:
        return None
    measured = attempt(found.participation, review.session)
    if isinstance(measured, Failed):
        return failure("session", measured, page.language)
    people = people_in(found, {review.session: measured}, page.language, f"session {review.session}", names=True)
    return bands(measured, people, page.language)


def _ratings_of(page: PageContext, found: Findings, review: str) -> RatingsView:
    outline, marks = found.at.outline, page.marks(found.at.programme)
    return ratings_view(found.ratings(), review, outline.elements, levels_of(found.at), marks, page.language)


@routes.post(f"{PATH}/{{review}}")
def change(page: Page, slug: str, review: str, day: Annotated[date, Form()], name: Text = "") -> Response:
    """Give it another name or day."""
    try:
        changed = page.workspace.reviews.change(slug, review, name, day)
    except NotFound:
        raise
    except InputError as error:
        return review_page(page, slug, review, say_error(error, page.language))
    return page.go("programmes", slug, HERE, changed.slug)


@routes.get(f"{PATH}/{{review}}/remove")
def ask_to_remove(page: Page, slug: str, review: str) -> HTMLResponse:
    """Ask before it goes."""
    return _ask_to_remove(page, slug, review)


def _ask_to_remove(page: PageContext, slug: str, review: str, problem: Markup | None = None) -> HTMLResponse:
    found, own = page.findings(slug), page.workspace.reviews
    shown = own.get(slug, review)
    view = removal_view(own.hanging(slug, review), shown, page.language)
    answer = page.of_programme(
        "reviews/remove.html", found.at.programme, HERE, review=shown, view=view, problem=problem
    )
    answer.status_code = HTTPStatus.CONFLICT if problem else HTTPStatus.OK
    return answer


@routes.post(f"{PATH}/{{review}}/remove")
def remove(page: Page, slug: str, review: str, actions: Annotated[ItsActions | None, Form()] = None) -> Response:
    """Forget that it was planned, with the actions that came of it or without them."""
    try:
        page.workspace.reviews.remove(slug, review, actions)
    except Undecided as error:
        return _ask_to_remove(page, slug, review, say_error(error, page.language))
    return page.go("programmes", slug, HERE)
