"""Searching a programme, and a text in its surroundings."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query
from fastapi.responses import HTMLResponse

from service.names.slugs import slugify
from service.presentation.search.results import MOST_EXAMPLES, WAYS, ResultsView, choices, in_place_view, results_view
from service.search.query import parse
from service.search.search import PAGE
from service.search.types import EVERYTHING, By, Filters, Sight, TextKind
from service.web.context import Page

routes = APIRouter()

MOST = 1_000_000


def _filters(
    kind: str = "",
    element: str = "",
    team: str = "",
    review: str = "",
    reading: str = "",
    language: str = "",
    session: str = "",
) -> Filters:
    """Return where to look; what a form cannot have said is everywhere."""
    known = TextKind(kind) if kind in set(TextKind) else None
    return Filters(known, element, team, review, reading, language, session)


@routes.get("/programmes/{slug}/search")
def search(
    page: Page,
    slug: str,
    filters: Annotated[Filters, Depends(_filters)],
    q: str = "",
    by: str = By.BOTH,
    cursor: Annotated[int, Query(ge=0, le=MOST)] = 0,
) -> HTMLResponse:
    """Show what has some words, or means the like."""
    found, sight = page.findings(slug), sight_of(page)
    given, way = found.at.programme, By(by) if by in set(By) else By.BOTH
    find = page.workspace.search
    typed = q.strip()
    view = ResultsView()
    if typed:
        results = find.find(found, typed, filters, way, sight, cursor)
        view = results_view(results, typed, way, filters, given, page.marks(given), page.language, PAGE)
    sessions = {each.slug: each.title for each in found.at.sessions} if sight.turns else {}
    filtered = choices(given, sessions, find.languages(found, sight), filters, page.language)
    return page.of_programme(
        "search/search.html",
        given,
        "search",
        view=view,
        typed=typed,
        by=way.value,
        reading=filters.reading,
        narrowed=filters != Filters() or way is not By.BOTH,
        choices=filtered,
        chosen=[each.options[each.chosen] for each in filtered if each.chosen in each.options],
        ways={each.value: page.language.gettext(words) for each, words in WAYS.items()},
        examples=[page.language.called(each) for each in given.elements[:MOST_EXAMPLES]],
        asked_nothing=bool(typed) and not parse(typed).terms,
        model=found.model,
        least=page.language.decimals(find.least_likeness),
    )


@routes.get("/programmes/{slug}/notes/{note}")
def note(page: Page, slug: str, note: str, q: str = "") -> HTMLResponse:
    """Show a text in its surroundings; `q` is what was typed to find it."""
    found = page.findings(slug)
    given = found.at.programme
    in_place = page.workspace.search.note(found, note, sight_of(page), q)
    view = in_place_view(in_place, given, page.marks(given), page.language, q)
    return page.of_programme("search/note.html", given, "search", view=view, typed=q, slug=slugify(view.element or "x"))


def sight_of(page: Page) -> Sight:  # noqa: ARG001 - of who asks
    """Return what whoever asks may see."""
    return EVERYTHING
