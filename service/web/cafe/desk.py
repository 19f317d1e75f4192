"""The facilitator's pages of World Cafés: planning one, seeing who sits where, and changing it on the day."""

from collections.abc import Sequence
from datetime import UTC, datetime
from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Form, Path, Query
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from markupsafe import Markup

from nlp.errors import InputError
from nlp.frames.seating import seating_tables
from nlp.seating.seat import MOST_AT_A_TABLE, MOST_ROUNDS
from service.cafe.arrange import typed_people
from service.cafe.offer import signs
from service.cafe.types import LONGEST_QUESTION, MOST_MINUTES, USUAL_MINUTES, Cafe, Coming, NewCafe
from service.errors import NotFound, Stale
from service.exports.tables.csv_files import csv_of
from service.presentation.cafe.plan import plan_view
from service.presentation.cafe.planning import planning_view, who_may_come
from service.presentation.cafe.words import cost
from service.presentation.messages import say, say_error
from service.presentation.template import address
from service.reviews.types import PlannedReview
from service.web.attachment import attachment
from service.web.context import Page, PageContext

HERE = "reviews"
PATH = "/programmes/{slug}/cafes"
MOST_TYPED = 60_000

routes = APIRouter()
Ticked = Annotated[tuple[str, ...], Form()]
Text = Annotated[str, Form(max_length=MOST_TYPED)]
Name = Annotated[str, Query(max_length=300)]
FormName = Annotated[str, Form(max_length=300)]
Number = Annotated[int, Form(ge=0, le=1000)]
WhichRound = Annotated[int, Query(alias="round", ge=0, le=MOST_ROUNDS)]


@routes.get(PATH)
def cafes(page: Page, slug: str, roster: Annotated[int | None, Query(ge=1)] = None) -> HTMLResponse:
    """List what was planned, offer a pause where something speaks for it, and let somebody plan."""
    return _cafes(page, slug, roster)


@routes.post(PATH)
def plan(
    page: Page,
    slug: str,
    review: FormName = "",
    day: FormName = "",
    coming: Ticked = (),
    others: Text = "",
    size: Number = 0,
    rounds: Number = 0,
    minutes: Number = 0,
    questions: Text = "",
    mix: Ticked = (),
    hosted: Annotated[bool, Form()] = False,
) -> Response:
    """Plan one and show who sits where."""
    people = (*map(Coming, coming), *typed_people(others))
    new = NewCafe(review, day, people, size, rounds, minutes, questions.splitlines(), mix, hosted)
    try:
        made = page.workspace.cafes.plan(slug, new)
    except NotFound:
        raise
    except InputError as error:
        return _cafes(page, slug, None, say_error(error, page.language), new, others)
    return page.go("programmes", slug, "cafes", made.code)


def _cafes(
    page: PageContext,
    slug: str,
    roster: int | None,
    problem: Markup | None = None,
    new: NewCafe | None = None,
    others: str = "",
) -> HTMLResponse:
    found = page.findings(slug)
    view, reviews = planning_view(found.at, page.language, roster), page.workspace.reviews.every(slug)
    review = next((each for each in reviews if not each.is_held), reviews[-1] if reviews else None)
    given = new or NewCafe(
        review=review.name if review else "",
        day=_day_of(review),
        coming=[Coming(each.name) for each in view.people if each.ticked],
        minutes=USUAL_MINUTES,
        questions=view.questions[:3],
        mix=[attribute for attribute, _, is_usual in view.mix if is_usual],
    )
    answer = page.of_programme(
        "cafe/cafes.html",
        found.at.programme,
        HERE,
        view=view,
        reviews=reviews,
        people=who_may_come(found.at, [each.name for each in given.coming]),
        given=given,
        others=others,
        cafes=page.workspace.cafes.every(slug),
        signs=tuple(say(each.said, page.language) for each in signs(found, page.workspace.feedback)),
        limits={"rounds": MOST_ROUNDS, "size": MOST_AT_A_TABLE, "minutes": MOST_MINUTES, "question": LONGEST_QUESTION},
        problem=problem,
    )
    answer.status_code = HTTPStatus.UNPROCESSABLE_ENTITY if problem else HTTPStatus.OK
    return answer


def _day_of(review: PlannedReview | None) -> str:
    """Return the day of a review that is to come, else today."""
    is_day = review and not review.is_held and len(review.date) == len("2026-05-31")
    return review.date if review and is_day else datetime.now(UTC).date().isoformat()


@routes.get(f"{PATH}/{{code}}")
def cafe(page: Page, slug: str, code: str, one: Name = "", other: Name = "", number: WhichRound = 0) -> HTMLResponse:
    """Show who sits where; of two people also what it would cost if they changed places."""
    return _cafe(page, slug, code, swap=(one, other, number))


def _cafe(
    page: PageContext,
    slug: str,
    code: str,
    problem: Markup | None = None,
    swap: tuple[str, str, int] = ("", "", 0),
    others: str = "",
) -> HTMLResponse:
    found, given = page.findings(slug), page.workspace.cafes.get(slug, code)
    tried = None
    if swap[0] and swap[1] and not problem:
        try:
            tried = cost(page.workspace.cafes.try_swap(slug, code, swap[0], swap[1], swap[2] or None), page.language)
        except InputError as error:
            problem = say_error(error, page.language)
    answer = page.of_programme(
        "cafe/plan.html",
        found.at.programme,
        HERE,
        cafe=given,
        view=plan_view(given, page.language),
        people=who_may_come(found.at, given.coming, _everybody(given)),
        swap=swap,
        tried=tried,
        others=others,
        reach=page.reach(address("t", code)) if given.is_open else None,
        limits={"question": LONGEST_QUESTION},
        problem=problem,
    )
    answer.status_code = HTTPStatus.UNPROCESSABLE_ENTITY if problem else HTTPStatus.OK
    return answer


def _everybody(given: Cafe) -> Sequence[str]:
    return [*given.coming, *(name for tables in given.seating.rounds for table in tables for name in table.people)]


@routes.post(f"{PATH}/{{code}}/arrange")
def arrange(page: Page, slug: str, code: str) -> Response:
    """Seat people in another way."""
    try:
        page.workspace.cafes.arrange_anew(slug, code)
    except (NotFound, Stale):
        raise
    except InputError as error:
        return _cafe(page, slug, code, say_error(error, page.language))
    return page.go("programmes", slug, "cafes", code)


@routes.post(f"{PATH}/{{code}}/swap")
def swap(
    page: Page,
    slug: str,
    code: str,
    one: FormName = "",
    other: FormName = "",
    number: Annotated[int, Form(alias="round", ge=0)] = 0,
) -> Response:
    """Let two people change places."""
    try:
        page.workspace.cafes.swap(slug, code, one, other, number or None)
    except (NotFound, Stale):
        raise
    except InputError as error:
        return _cafe(page, slug, code, say_error(error, page.language), (one, other, number))
    return page.go("programmes", slug, "cafes", code)


@routes.post(f"{PATH}/{{code}}/people")
def seat_those_here(page: Page, slug: str, code: str, coming: Ticked = (), others: Text = "") -> Response:
    """Seat those who are there now."""
    try:
        page.workspace.cafes.seat_those_here(slug, code, (*map(Coming, coming), *typed_people(others)))
    except (NotFound, Stale):
        raise
    except InputError as error:
        return _cafe(page, slug, code, say_error(error, page.language), others=others)
    return page.go("programmes", slug, "cafes", code)


@routes.post(f"{PATH}/{{code}}/over")
def set_over(page: Page, slug: str, code: str, over: Number = 0) -> RedirectResponse:
    """Say how many rounds are over."""
    page.workspace.cafes.set_over(slug, code, over)
    return page.go("programmes", slug, "cafes", code)


@routes.post(f"{PATH}/{{code}}/questions")
def set_questions(page: Page, slug: str, code: str, questions: Text = "") -> Response:
    """Ask other questions."""
    try:
        page.workspace.cafes.set_questions(slug, code, questions.splitlines())
    except (NotFound, Stale):
        raise
    except InputError as error:
        return _cafe(page, slug, code, say_error(error, page.language))
    return page.go("programmes", slug, "cafes", code)


@routes.post(f"{PATH}/{{code}}/close")
def close(page: Page, slug: str, code: str) -> RedirectResponse:
    """Close it for phones; what the tables wrote is among the notes then."""
    page.workspace.table_notes.set_open(slug, code, is_open=False)
    return page.go("programmes", slug, "cafes", code)


@routes.post(f"{PATH}/{{code}}/open")
def open_again(page: Page, slug: str, code: str) -> RedirectResponse:
    """Let phones see it and write in it again."""
    page.workspace.table_notes.set_open(slug, code, is_open=True)
    return page.go("programmes", slug, "cafes", code)


@routes.post(f"{PATH}/{{code}}/remove")
def remove(page: Page, slug: str, code: str) -> RedirectResponse:
    """Forget it and what its tables wrote."""
    page.workspace.cafes.remove(slug, code)
    return page.go("programmes", slug, "cafes")


@routes.get(f"{PATH}/{{code}}/print")
def on_paper(page: Page, slug: str, code: str) -> HTMLResponse:
    """Show a sheet for each round and a card for each person."""
    found, given = page.findings(slug), page.workspace.cafes.get(slug, code)
    view = plan_view(given, page.language)
    reach = page.reach(address("t", code)) if given.is_open else None
    return page.answer("cafe/print.html", title=found.at.programme.name, cafe=given, view=view, reach=reach)


@routes.get(f"{PATH}/{{code}}/screen/{{round}}")
def on_screen(page: Page, slug: str, code: str, number: Annotated[int, Path(alias="round")]) -> HTMLResponse:
    """Show the tables of a round so large that the room can read them, with its time."""
    page.findings(slug)
    given = page.workspace.cafes.get(slug, code)
    if not 1 <= number <= len(given.questions):
        raise NotFound("round", number)
    view = plan_view(given, page.language).rounds[number - 1]
    reach = page.reach(address("t", code)) if given.is_open else None
    return page.answer("cafe/screen.html", slug=slug, cafe=given, round=view, reach=reach)


@routes.get(f"{PATH}/{{code}}/places.csv")
def as_table(page: Page, slug: str, code: str) -> Response:
    """Return who sits where as a table."""
    (table,) = seating_tables(page.workspace.cafes.get(slug, code).seating)
    name = f"world-cafe-{code}.csv"
    return Response(csv_of(table), media_type="text/csv; charset=utf-8", headers=attachment(name))
