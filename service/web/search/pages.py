"""Searching a programme, and a text in its surroundings."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query
from fastapi.responses import HTMLResponse

from nlp.readings.edits.types import text_key
from service.analyses.findings import Findings
from service.memos.types import Subject
from service.names.slugs import slugify
from service.presentation.memos.memos import Talk
from service.presentation.search.results import MOST_EXAMPLES, WAYS, ResultsView, choices, in_place_view, results_view
from service.search.query import parse
from service.search.types import By, Filters, Hit, TextKind
from service.web.context import Page, PageContext
from service.web.memos.pages import talk_of
from service.web.search.sight import Seen

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
    sight: Seen,
    filters: Annotated[Filters, Depends(_filters)],
    q: str = "",
    by: str = By.BOTH,
    cursor: Annotated[int, Query(ge=0, le=MOST)] = 0,
) -> HTMLResponse:
    """Show what has some words, or means the like."""
    found = page.findings(slug)
    given, way = found.at.programme, By(by) if by in set(By) else By.BOTH
    find = page.workspace.search
    typed = q.strip()
    view = ResultsView()
    if typed:
        results = find.find(found, typed, filters, way, sight, cursor)
        view = results_view(results, typed, way, filters, given, page.marks(given), page.language, links=sight.readings)
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
def note(page: Page, slug: str, note: str, sight: Seen, q: str = "") -> HTMLResponse:
    """Show a text in its surroundings; `q` is what was typed to find it."""
    found = page.findings(slug)
    given = found.at.programme
    in_place = page.workspace.search.note(found, note, sight, q)
    view = in_place_view(in_place, given, page.marks(given), page.language, q, links=sight.readings)
    return page.of_programme(
        "search/note.html",
        given,
        "search",
        view=view,
        typed=q,
        slug=slugify(view.element or "x"),
        talk=_talk(page, found, in_place.hit) if page.access.may_everything else None,
        shared=text_key(in_place.hit.text) if _is_ours(page, in_place.hit) else "",
    )


def _is_ours(page: PageContext, hit: Hit) -> bool:
    """Whether a text is a descriptor, and whoever asks may share it with other programmes."""
    return hit.kind is TextKind.DESCRIPTOR and bool(hit.place.element) and page.access.may_everything


def _talk(page: PageContext, found: Findings, hit: Hit) -> Talk | None:
    """Return the link to what is said about a note or a descriptor, None for any other text."""
    kind = {TextKind.NOTE: Subject.NOTE, TextKind.DESCRIPTOR: Subject.DESCRIPTOR}.get(hit.kind)
    element = hit.place.element
    return talk_of(page, found, kind, slugify(element or ""))(kind, hit.text, element) if kind else None
