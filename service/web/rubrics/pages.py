"""The pages on which rubrics are written: all of them, one of them, one element of it, and the shared elements."""

from collections.abc import Callable
from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Form
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from markupsafe import Markup

from nlp.errors import InputError
from service.errors import NotFound, Stale
from service.names.slugs import slugify
from service.presentation.i18n import Language
from service.presentation.messages import say_error
from service.presentation.rubrics.written import Typed, element_view, past_steps, state_words
from service.presentation.text import name
from service.rubrics.beginnings import Beginning, RubricStart
from service.rubrics.example import LANGUAGES
from service.rubrics.types import LONGEST_CELL, Did
from service.web.context import Page, PageContext

HERE = "rubrics"
PATH = "/programmes/{slug}/rubrics"
RUBRIC = f"{PATH}/write/{{rubric}}"
ELEMENT = f"{RUBRIC}/{{element}}"

routes = APIRouter()
Text = Annotated[str, Form(max_length=20_000)]


@routes.get(f"{PATH}/write")
def write_rubrics(page: Page, slug: str) -> HTMLResponse:
    """Show the rubrics that are written here, and begin one."""
    return _desk(page, slug)


@routes.post(f"{PATH}/write")
def begin(page: Page, slug: str, team: Text = "", start: Text = "empty") -> Response:
    """Begin the rubric of a team."""
    kind, _, of = start.partition(":")
    try:
        beginning = Beginning(RubricStart(kind) if kind in set(RubricStart) else RubricStart.EMPTY, of)
        made = page.workspace.rubrics.begin(slug, team, beginning)
    except NotFound:
        raise
    except InputError as error:
        return _desk(page, slug, say_error(error, page.language), team)
    return page.go("programmes", slug, HERE, "write", made.slug)


@routes.get(RUBRIC)
def rubric(page: Page, slug: str, rubric: str) -> HTMLResponse:
    """Show the rubric of a team as it is now."""
    return _rubric(page, slug, rubric)


@routes.post(f"{PATH}/versions")
def keep(
    page: Page, slug: str, team: Text, version: Annotated[str, Form(alias="name", max_length=200)] = "", why: Text = ""
) -> Response:
    """Keep it as a version."""
    try:
        kept = page.workspace.rubrics.keep(slug, team, version, why)
    except NotFound:
        raise
    except InputError as error:
        return _rubric(page, slug, team, say_error(error, page.language))
    return page.go("programmes", slug, HERE, "write", kept.slug)


@routes.post(f"{RUBRIC}/remove")
def remove(page: Page, slug: str, rubric: str, sure: Text = "") -> RedirectResponse:
    """Forget it; its versions stay on file."""
    team = page.workspace.rubrics.get(slug, rubric)
    if sure != "yes":
        return page.go("programmes", slug, HERE, "write", team.slug)
    page.workspace.rubrics.remove(slug, rubric)
    return page.go("programmes", slug, HERE, "write")


@routes.get(ELEMENT)
def element(page: Page, slug: str, rubric: str, element: str, gloss: bool = False) -> HTMLResponse:
    """Show an element of a rubric, to be written beside what others say."""
    return _element(page, slug, rubric, element, gloss=gloss)


@routes.post(ELEMENT)
def write(
    page: Page, slug: str, rubric: str, element: str, level: Text, text: Text = "", why: Text = "", before: Text = ""
) -> Response:
    """Write a cell, unless somebody else did meanwhile: then both texts are shown and nothing is lost."""
    try:
        page.workspace.rubrics.write(slug, rubric, element, level, text, why, before)
    except NotFound:
        raise
    except InputError as error:
        typed = Typed(level, text, say_error(error, page.language), isinstance(error, Stale))
        answer = _element(page, slug, rubric, element, typed=typed)
        answer.status_code = HTTPStatus.CONFLICT if typed.meanwhile else HTTPStatus.UNPROCESSABLE_ENTITY
        return answer
    return page.go("programmes", slug, HERE, "write", slugify(rubric), slugify(element))


@routes.get(f"{PATH}/elements")
def elements(page: Page, slug: str) -> HTMLResponse:
    """Show the elements that rubrics share."""
    return _elements(page, slug)


@routes.post(f"{PATH}/elements")
def add(page: Page, slug: str, name: Text, why: Text = "") -> Response:
    """Add an element."""
    return _changed(page, slug, lambda: page.workspace.rubric_elements.add(slug, name, why))


@routes.post(f"{PATH}/elements/rename")
def rename(page: Page, slug: str, element: Text, name: Text, why: Text = "") -> Response:
    """Rename an element."""
    return _changed(page, slug, lambda: page.workspace.rubric_elements.rename(slug, element, name, why))


@routes.post(f"{PATH}/elements/merge")
def merge(page: Page, slug: str, element: Text, into: Text, why: Text = "") -> Response:
    """Make an element a part of another one."""
    return _changed(page, slug, lambda: page.workspace.rubric_elements.merge(slug, element, into, why))


@routes.post(f"{PATH}/elements/split")
def split(
    page: Page, slug: str, element: Text, parts: Annotated[tuple[str, ...], Form()] = (), why: Text = ""
) -> Response:
    """Split an element."""
    return _changed(page, slug, lambda: page.workspace.rubric_elements.split(slug, element, parts, why))


@routes.post(f"{PATH}/elements/retire")
def retire(page: Page, slug: str, element: Text, why: Text = "") -> Response:
    """Take an element out of use."""
    return _changed(page, slug, lambda: page.workspace.rubric_elements.retire(slug, element, why))


@routes.post(f"{PATH}/elements/restore")
def restore(page: Page, slug: str, element: Text, why: Text = "") -> Response:
    """Take an element into use again."""
    return _changed(page, slug, lambda: page.workspace.rubric_elements.restore(slug, element, why))


def _changed(page: PageContext, slug: str, change: Callable[[], object]) -> Response:
    try:
        change()
    except NotFound:
        raise
    except InputError as error:
        return _elements(page, slug, say_error(error, page.language))
    return page.go("programmes", slug, HERE, "elements")


def _desk(page: PageContext, slug: str, problem: Markup | None = None, team: str = "") -> HTMLResponse:
    found = page.findings(slug)
    rubrics = page.workspace.rubrics.every(slug)
    there = {each.team for each in rubrics}
    on_file = {each.team for each in found.descriptors() if each.team}
    free = [each for each in found.at.outline.teams if each not in there]
    in_order = sorted(found.at.outline.teams, key=lambda team: team not in free[:1])
    with_words = [each for each in in_order if each in on_file | there]
    return _answer(
        page,
        "rubrics/write_desk.html",
        problem,
        rubrics=[(each, state_words(each, page.language)) for each in rubrics],
        free=free,
        starts=_starts(with_words, free[0] if free else "", page.language),
        typed_team=team,
    )


def _starts(teams: list[str], free: str, language: Language) -> list[tuple[str, Markup]]:
    """Return what a rubric can begin with, first what the team that is named first has itself."""
    own = [(f"team:{team}", language.gettext("What {team} has now", team=name(team))) for team in teams]
    examples = [
        (f"example:{code}", language.gettext("The example with seven elements, in {language}", language=called))
        for code in sorted(LANGUAGES, key=lambda code: code != language.code)
        if (called := language.language_name(code))
    ]
    first = own[: bool(teams and teams[0] == free)]
    return [
        *first,
        *examples,
        *own[len(first) :],
        ("empty", language.gettext("Nothing but the elements and levels that are there")),
    ]


def _rubric(page: PageContext, slug: str, rubric: str, problem: Markup | None = None) -> HTMLResponse:
    page.findings(slug)
    work = page.workspace.rubrics
    own = work.get(slug, rubric)
    used = [each for each in work.elements(slug) if not each.retired]
    versions = [each for each in work.history(slug, rubric) if each.did is Did.KEPT]
    return _answer(
        page,
        "rubrics/write_rubric.html",
        problem,
        rubric=own,
        words=state_words(own, page.language),
        elements=[(each.name, each.slug, own.of(each.name)) for each in used],
        versions=past_steps(versions, page.language),
    )


def _element(
    page: PageContext, slug: str, rubric: str, element: str, *, gloss: bool = False, typed: Typed | None = None
) -> HTMLResponse:
    found, work = page.findings(slug), page.workspace.rubrics
    own = work.get(slug, rubric)
    used = [each for each in work.elements(slug) if not each.retired]
    here = next((each for each in used if each.slug == slugify(element)), None)
    if here is None:
        raise NotFound("element", element)
    behind = used[used.index(here) + 1 :]
    code = page.language.code
    view = element_view(
        own.of(here.name),
        work.beside(slug, rubric, element),
        work.history(slug, rubric, element),
        page.marks(found.at.programme),
        page.language,
        (lambda text: found.word_by_word(text, code)) if gloss else None,
        typed,
    )
    return _answer(
        page,
        "rubrics/write_element.html",
        None,
        rubric=own,
        element=here.name,
        slug=here.slug,
        view=view,
        glossed=gloss,
        longest=LONGEST_CELL,
        next=(behind[0].name, behind[0].slug) if behind else None,
    )


def _elements(page: PageContext, slug: str, problem: Markup | None = None) -> HTMLResponse:
    page.findings(slug)
    every = page.workspace.rubrics.elements(slug)
    steps = page.workspace.rubrics.history_of_elements(slug)
    return _answer(
        page,
        "rubrics/write_elements.html",
        problem,
        used=[each for each in every if not each.retired],
        retired=[each for each in every if each.retired],
        steps=past_steps(steps, page.language),
    )


def _answer(page: PageContext, template: str, problem: Markup | None, **shown: object) -> HTMLResponse:
    assert page.found is not None
    answer = page.of_programme(template, page.found.at.programme, HERE, problem=problem, **shown)
    answer.status_code = HTTPStatus.UNPROCESSABLE_ENTITY if problem else HTTPStatus.OK
    return answer
