"""Sorting the notes of an element: the wall and its forms."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from http import HTTPStatus
from typing import Annotated
from urllib.parse import unquote, urlencode

from fastapi import APIRouter, Depends, File, Form, Query, Request, UploadFile
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from markupsafe import Markup

from nlp.errors import InputError
from nlp.sorting.codebook import read_codebook
from service.analyses.findings import VERY_MANY, Findings
from service.annotations.edits_file import clean_name
from service.annotations.sortings import Hand, Sortings
from service.errors import Stale
from service.presentation.i18n import NAMES, Language
from service.presentation.messages import say, say_error
from service.presentation.sorting.compare import compared_view
from service.presentation.sorting.starts import SorterView, StartView, sorters, starts
from service.presentation.sorting.wall import Gloss, wall_view
from service.presentation.template import address
from service.sortings.coded import readings_of_file
from service.sortings.compare import compare_walls
from service.sortings.types import ASIDE, Card, Start, Wall
from service.sortings.words import last_in_words
from service.store.sorting.sortings import SortingRow
from service.web.context import Page, PageContext
from service.web.routes.edits import COOKIE

PATH = "/programmes/{slug}/elements/{element}/sort"
NONE, UNSORTED, NEW = "none", "unsorted", "new"
LONGEST_SORTER = 100
MOST_LATER = 30

routes = APIRouter()
LONGEST_FIELD = 2000

Text = Annotated[str, Form(max_length=LONGEST_FIELD)]
Sorter = Annotated[str, Query(max_length=2000)]


@dataclass(frozen=True, slots=True)
class Sent:
    """What a form of the wall sends; fields that it does not have are empty."""

    act: str
    cards: tuple[str, ...]
    to: str
    pile: str
    name: str
    about: str
    names: Mapping[str, str]
    start: str
    hand: Hand
    gloss: bool
    whole: bool
    later: tuple[str, ...]

    @property
    def target(self) -> str | None:
        """Where the cards go: a pile, `ASIDE`, or None for those that are not sorted yet."""
        return {NONE: ASIDE, UNSORTED: None}.get(self.to, self.to)


async def _names(request: Request) -> dict[str, str]:
    """Return language -> name, of the languages that the form has."""
    form = await request.form(max_files=0)
    return {code: str(form[f"name-{code}"])[:LONGEST_FIELD] for code in NAMES if f"name-{code}" in form}


def _sent(
    page: Page,
    names: Annotated[dict[str, str], Depends(_names)],
    act: Text = "",
    do: Text = "",
    cards: Annotated[tuple[str, ...], Form()] = (),
    to: Text = "",
    pile: Text = "",
    name: Text = "",
    about: Text = "",
    start: Text = "",
    seen: Annotated[int | None, Form(ge=0)] = None,
    step: Annotated[str, Form(max_length=64, pattern="[A-Za-z0-9_-]*")] = "",
    sorter: Text = "",
    gloss: Text = "",
    whole: Text = "",
    later: Annotated[tuple[str, ...], Form()] = (),
) -> Sent:
    """Return the form; a button may say another deed (`do`) than its form (`act`).

    The same form of the same page sent twice is one step, another form of the page is another one.
    """
    by = unquote(page.request.cookies.get(COOKIE, "")) or _sorter(sorter)
    said = (step, do or act, *cards, to, pile, name, about, *names.values(), start)
    own = sha256("\n".join(said).encode("utf-8", "surrogatepass")).hexdigest()[:16] if step else ""
    hand = Hand(_sorter(sorter), seen, own, clean_name(by)[:LONGEST_SORTER], page.language.code)
    return Sent(
        do or act, cards, to, pile, name, about, names, start, hand, bool(gloss), bool(whole), later[-MOST_LATER:]
    )


@routes.get(PATH)
def wall(
    page: Page,
    slug: str,
    element: str,
    sorter: Sorter = "",
    gloss: bool = False,
    whole: bool = False,
    later: Annotated[list[str] | None, Query()] = None,
) -> HTMLResponse:
    """Show the notes of an element as cards in their piles."""
    return _show(page, slug, element, _sorter(sorter), gloss=gloss, whole=whole, later=tuple(later or ()))


@routes.get(f"{PATH}/compare")
def compare(page: Page, slug: str, element: str, one: Sorter = "", other: Sorter = "") -> HTMLResponse:
    """Show where two people who sorted apart agree, and where not."""
    found = page.findings(slug)
    given, first, second = found.at.programme, found.wall(element, _sorter(one)), found.wall(element, _sorter(other))
    view = compared_view(compare_walls(first, second), first, second, page.marks(given), page.language)
    return page.of_programme("sorting/compare.html", given, "element", view=view, element=element)


@routes.post(f"{PATH}/codebook")
def codebook(
    page: Page,
    slug: str,
    element: str,
    file: Annotated[UploadFile | None, File()] = None,
    lines: Annotated[str, Form(max_length=100_000)] = "",
    sorter: Text = "",
) -> Response:
    """Make a pile for every name of a codebook: of a file, of lines, or of both."""
    own = _sorter(sorter)
    try:
        data = file.file.read() if file and file.filename else b""
        codes = [
            *(read_codebook(file.filename or "", data) if file and data else ()),
            *(read_codebook("", lines.encode("utf-8", "replace")) if lines.strip() or not data else ()),
        ]
        page.workspace.sortings.add_codebook(slug, element, codes, Hand(own, by=own))
    except InputError as error:
        page.workspace.findings(slug).name_of(element)
        problem = say_error(error, page.language)
        return _show(page, slug, element, own, problem=problem, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    return RedirectResponse(_link(slug, element, own), status_code=HTTPStatus.SEE_OTHER)


@routes.post(PATH)
def do(page: Page, slug: str, element: str, sent: Annotated[Sent, Depends(_sent)]) -> Response:
    """Do what a form says, and show the wall after it; where that cannot be done, the wall as it is says why."""
    if sent.act == "skip":
        return _back(slug, element, replace(sent, later=(*sent.later, *sent.cards[:1])))
    try:
        _do(page.workspace.sortings, slug, element, sent)
    except InputError as error:
        page.workspace.findings(slug).name_of(element)
        status = HTTPStatus.CONFLICT if isinstance(error, Stale) else HTTPStatus.UNPROCESSABLE_ENTITY
        problem = say_error(error, page.language)
        return _show(
            page,
            slug,
            element,
            sent.hand.sorter,
            gloss=sent.gloss,
            whole=sent.whole,
            later=sent.later,
            problem=problem,
            status=status,
        )
    return _back(slug, element, sent)


def _do(sortings: Sortings, slug: str, element: str, sent: Sent) -> None:
    hand = sent.hand
    match sent.act:
        case "begin":
            start = Start(sent.start) if sent.start in list(Start) else Start.NOTHING
            sortings.begin(slug, element, start, hand)
        case "place" if sent.to == NEW or sent.name.strip():
            sortings.make_pile(slug, element, sent.name, sent.cards, hand)
        case "place":
            sortings.place(slug, element, sent.cards, sent.target, hand)
        case "undo":
            sortings.undo(slug, element, hand)
        case "redo":
            sortings.redo(slug, element, hand)
        case "use" | "machine":
            sortings.use(slug, element, hand.sorter if sent.act == "use" else None)
        case _:
            _do_with_pile(sortings, slug, element, sent)


def _do_with_pile(sortings: Sortings, slug: str, element: str, sent: Sent) -> None:
    match sent.act:
        case "new":
            sortings.make_pile(slug, element, sent.name, sent.cards, sent.hand)
        case "name":
            sortings.name_pile(slug, element, sent.pile, sent.name, sent.about, sent.hand, sent.names)
        case "join":
            sortings.join(slug, element, sent.pile, sent.to, sent.hand)
        case "empty":
            sortings.empty(slug, element, sent.pile, sent.hand)
        case "accept":
            sortings.accept(slug, element, sent.pile, sent.hand)
        case "refuse":
            sortings.refuse(slug, element, sent.pile, sent.hand)


def _show(
    page: PageContext,
    slug: str,
    element: str,
    sorter: str,
    *,
    gloss: bool = False,
    whole: bool = False,
    later: tuple[str, ...] = (),
    problem: Markup | None = None,
    status: int = HTTPStatus.OK,
) -> HTMLResponse:
    found = page.findings(slug)
    given, shown, code = found.at.programme, found.wall(element, sorter, ordered=False), page.language.code

    def words(card: Card) -> Gloss:
        return found.word_by_word(card.text, code) if gloss else ()

    answer = page.of_programme(
        "sorting/sort.html",
        given,
        "element",
        view=wall_view(shown, page.marks(given), page.language, words, later, whole=whole),
        element=element,
        here_path=address("programmes", slug, "elements", element, "sort"),
        step=secrets.token_hex(6),
        last=_last(found.at.sorting_of(shown.element, sorter), page.language),
        problem=problem,
        later=later,
        glossed=gloss,
        gloss_link=_link(slug, element, sorter, gloss=not gloss, whole=whole),
        whole=whole,
        whole_link=_link(slug, element, sorter, gloss=gloss, whole=True),
        foreign=any(card.language != code for card in shown.cards),
        starts=_starts(page, found, shown, element) if not shown.begun else (),
        sorters=_sorters(page, found, slug, element, shown),
        **_beside(page, found, shown),
    )
    answer.status_code = status
    return answer


def _beside(page: PageContext, found: Findings, shown: Wall) -> Mapping[str, object]:
    """Return what readers call themselves, and how many notes of phones wait for this wall."""
    waiting = page.workspace.gatherings.new_notes(found.at)
    return {"by": unquote(page.request.cookies.get(COOKIE, "")), "from_phones": waiting.get(shown.element, 0)}


def _last(row: SortingRow | None, language: Language) -> Markup | None:
    return say(last_in_words(row.steps, row.position, language.code), language) if row and row.position else None


def _sorters(page: PageContext, found: Findings, slug: str, element: str, shown: Wall) -> tuple[SorterView, ...]:
    def link(name: str) -> str:
        return _link(slug, element, name)

    def compare_with(name: str) -> str:
        return address("programmes", slug, "elements", element, "sort", "compare", one=shown.sorter, other=name)

    return sorters(found.at.sortings_of(shown.element), shown.sorter, link, compare_with, page.language)


def _sorter(name: str) -> str:
    return clean_name(name)[:LONGEST_SORTER]


def _link(slug: str, element: str, sorter: str, *, gloss: bool = False, whole: bool = False) -> str:
    query = {"sorter": sorter, "gloss": "1" if gloss else "", "whole": "1" if whole else ""}
    return address(
        "programmes", slug, "elements", element, "sort", **{name: value for name, value in query.items() if value}
    )


def _back(slug: str, element: str, sent: Sent) -> RedirectResponse:
    where = _link(slug, element, sent.hand.sorter, gloss=sent.gloss, whole=sent.whole)
    waiting = urlencode([("later", card) for card in sent.later])
    where += ("&" if "?" in where else "?") + waiting if waiting else ""
    return RedirectResponse(where, status_code=HTTPStatus.SEE_OTHER)


def _starts(page: PageContext, found: Findings, shown: Wall, element: str) -> tuple[StartView, ...]:
    of_file, _ = readings_of_file(found.cards(shown.element))
    heaps = found.heaps(element, shown.sorter) if len(shown.cards) <= VERY_MANY else None
    return starts(heaps, found.element(element), page.language, of_file)
