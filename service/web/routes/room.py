"""Sorting together in the room: the cards on the phones of those present, and the facilitator's pages."""

from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Depends, Form, Query
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from markupsafe import Markup

from nlp.errors import InputError
from service.analyses.findings import Findings
from service.annotations.rooms import Visit
from service.annotations.tokens import is_token, new_token
from service.errors import Closed
from service.presentation.i18n import NAMES
from service.presentation.masking.masking import People
from service.presentation.messages import say_error
from service.presentation.sorting.room import room_view
from service.presentation.sorting.room_card import RoomCardView, nobodys_card, pile_name, room_card_view
from service.presentation.sorting.wall import CardView, Gloss
from service.presentation.template import address, render
from service.sortings.room_cards import MOST_CARDS, USUAL_CARDS
from service.sortings.types import ASIDE, Card
from service.store.surveys.outcomes import Asked
from service.web.context import Page, PageContext, switch
from service.web.on_phones import A_DAY, remember

PATH = "/programmes/{slug}/elements/{element}/sort/room"
COOKIE = "room"
NONE, NOT_SURE = "none", "not-sure"

routes = APIRouter()
Text = Annotated[str, Form(max_length=100)]


# for those present: a cookie of this room keeps their place for a day; nothing but what they choose is stored


@dataclass(frozen=True, slots=True)
class Tap:
    """What a phone sends: whose tap it is, which card, where to; `again` for the next person on the same device."""

    token: str
    card: str
    to: str
    gloss: bool
    again: bool

    @property
    def pile(self) -> str | None:
        """Where the card goes: a pile, `ASIDE`, or None where the person is not sure."""
        return {NONE: ASIDE, NOT_SURE: None}.get(self.to, self.to)


def _tap(token: Text = "", card: Text = "", to: Text = "", gloss: Text = "", again: Text = "") -> Tap:
    return Tap(token, card, to, bool(gloss), bool(again))


@routes.get("/r/{code}")
def sort_on_phone(
    page: Page,
    code: str,
    at: Annotated[int | None, Query(ge=1, le=MOST_CARDS)] = None,
    me: Annotated[str, Query(max_length=100)] = "",
    gloss: bool = False,
) -> Response:
    """Show a card that this person has not answered, or the one asked for; at first, what it is about."""
    kept, _, spoken = page.request.cookies.get(COOKIE, "").partition(".")
    is_asked = "lang" in page.request.query_params
    own = spoken if spoken in NAMES and not is_asked else page.language.code
    if kept and (me or own != page.language.code):
        return RedirectResponse(_here(code, own, gloss=gloss), HTTPStatus.SEE_OTHER)
    token = next((each for each in (kept, me) if is_token(each)), "")
    found = page.findings(page.workspace.rooms.programme_of(code))
    visit = page.workspace.rooms.visit(found, code, token)
    key = _chosen(visit, at) if token and visit.is_open else None
    shown = _shown(page, found, visit, key, gloss=gloss) if key else None

    def to(number: int | None = None, *, words: bool = gloss) -> str:
        return _here(code, page.language.code, number, "" if kept else me, gloss=words)

    answer = HTMLResponse(
        render(
            "sorting/room_card.html",
            page.language,
            switch=switch(page.request),
            code=code,
            visit=visit,
            outcome="" if visit.is_open else page.workspace.outcomes.of(Asked.ROOM, code),
            token=token,
            to=to,
            view=shown,
            glossed=gloss,
        )
    )
    return _remember(answer, code, token, page) if token and token == kept and is_asked else answer


@routes.post("/r/{code}")
def tap(page: Page, code: str, sent: Annotated[Tap, Depends(_tap)]) -> Response:
    """Keep where a person puts a card, and go on with the next one; without a card, begin."""
    rooms = page.workspace.rooms
    token = sent.token if is_token(sent.token) and not sent.again else new_token()
    if not sent.card or token != sent.token:
        return _go_on(page, code, token)
    try:
        rooms.answer(code, token, sent.card, sent.pile)
    except Closed:
        return _go_on(page, code, token)
    visit = rooms.visit(page.findings(rooms.programme_of(code)), code, token)
    following = visit.first_left(sent.card)
    at = list(visit.cards).index(following) + 1 if following else None
    return _go_on(page, code, token, at, gloss=sent.gloss)


def _chosen(visit: Visit, at: int | None) -> str | None:
    keys = list(visit.cards)
    return keys[at - 1] if at is not None and at <= len(keys) else visit.first_left()


def _go_on(page: PageContext, code: str, token: str, at: int | None = None, *, gloss: bool = False) -> Response:
    """Go to a card; where the browser keeps no cookie, the address tells whose it is."""
    me = "" if COOKIE in page.request.cookies else token
    answer = RedirectResponse(_here(code, page.language.code, at, me, gloss=gloss), HTTPStatus.SEE_OTHER)
    return _remember(answer, code, token, page)


def _remember(answer: Response, code: str, token: str, page: PageContext) -> Response:
    return remember(answer, COOKIE, f"{token}.{page.language.code}", ("r", code), A_DAY)


def _here(code: str, language: str, at: int | None = None, me: str = "", *, gloss: bool = False) -> str:
    more = {**({"at": str(at)} if at else {}), **({"me": me} if me else {}), **({"gloss": "1"} if gloss else {})}
    return address("r", code, lang=language, **more)


# for the facilitator


@routes.get(PATH)
def rooms(page: Page, slug: str, element: str) -> HTMLResponse:
    """Show the rooms of an element, and open one."""
    return _rooms(page, slug, element)


@routes.post(PATH)
def open_room(
    page: Page, slug: str, element: str, cards: Annotated[int, Form(ge=1, le=MOST_CARDS)] = USUAL_CARDS
) -> Response:
    """Open a room and show how it is reached."""
    try:
        made = page.workspace.rooms.open_room(slug, element, cards)
    except InputError as error:
        page.workspace.findings(slug).name_of(element)
        return _rooms(page, slug, element, say_error(error, page.language), HTTPStatus.UNPROCESSABLE_ENTITY)
    return _to_room(page, slug, element, made.code)


@routes.get(f"{PATH}/{{code}}")
def room(page: Page, slug: str, element: str, code: str, gloss: bool = False) -> HTMLResponse:
    """Show how a room is reached while it is open, and where people agree when it is closed."""
    found, work = page.findings(slug), page.workspace.rooms
    given = work.room(found, element, code)
    card = _card(page, found, given.element, _nobody(found, given.element), gloss=gloss)
    view = room_view(
        given, work.results(found, element, code), work.to_place(found, element, code), card, page.language
    )
    return page.of_programme(
        "sorting/room.html",
        found.at.programme,
        "element",
        element=element,
        where=address("programmes", slug, "elements", element, "sort", "room", code),
        view=view,
        glossed=gloss,
        can_open=given.people < page.workspace.settings.threshold,
        reach=page.reach(address("r", code)) if given.is_open else None,
        outcome=page.workspace.outcomes.of(Asked.ROOM, code),
    )


@routes.post(f"{PATH}/{{code}}/open")
def open_again(page: Page, slug: str, element: str, code: str) -> RedirectResponse:
    """Let it take answers again, while nothing was seen of them."""
    page.workspace.rooms.set_open(slug, element, code, is_open=True)
    return _to_room(page, slug, element, code)


@routes.post(f"{PATH}/{{code}}/close")
def close(page: Page, slug: str, element: str, code: str) -> RedirectResponse:
    """Take no more answers, and show those that came."""
    page.workspace.rooms.set_open(slug, element, code, is_open=False)
    return _to_room(page, slug, element, code)


@routes.post(f"{PATH}/{{code}}/place")
def place(page: Page, slug: str, element: str, code: str) -> RedirectResponse:
    """Put on the wall what the room agrees on, and show the wall."""
    page.workspace.rooms.place(slug, element, code)
    return page.go("programmes", slug, "elements", element, "sort")


@routes.post(f"{PATH}/{{code}}/remove")
def remove(page: Page, slug: str, element: str, code: str) -> RedirectResponse:
    """Forget it and its answers."""
    page.workspace.rooms.remove(slug, element, code)
    return page.go("programmes", slug, "elements", element, "sort", "room")


def _to_room(page: PageContext, slug: str, element: str, code: str) -> RedirectResponse:
    return page.go("programmes", slug, "elements", element, "sort", "room", code)


def _rooms(
    page: PageContext, slug: str, element: str, problem: Markup | None = None, status: int = HTTPStatus.OK
) -> HTMLResponse:
    found = page.findings(slug)
    name = found.name_of(element)
    try:
        piles = tuple(pile_name(pile, page.language) for pile in page.workspace.rooms.piles(found, element))
    except InputError as error:
        piles, problem = (), problem or say_error(error, page.language)
    answer = page.of_programme(
        "sorting/rooms.html",
        found.at.programme,
        "element",
        element=element,
        name=name,
        problem=problem,
        piles=piles,
        usual=min(USUAL_CARDS, len(found.cards(name))),
        most=min(MOST_CARDS, len(found.cards(name))),
        rooms=page.workspace.rooms.rooms(found, element),
    )
    answer.status_code = status
    return answer


def _card(
    page: PageContext, found: Findings, element: str, people: People, *, gloss: bool
) -> Callable[[str], CardView]:
    """Return how a card of an element is shown where the room may see it: nobody's, and nobody named in it."""
    notes, language = found.cards(element), page.language

    def words(card: Card) -> Gloss:
        return found.word_by_word(card.text, language.code) if gloss else ()

    return lambda key: nobodys_card(key, notes[key], people, language, words)


def _shown(page: PageContext, found: Findings, visit: Visit, key: str, *, gloss: bool) -> RoomCardView:
    people = _nobody(found, visit.element)
    card = _card(page, found, visit.element, people, gloss=gloss)(key)
    return room_card_view(visit, key, card, people, page.language)


def _nobody(found: Findings, element: str) -> People:
    return found.nobody_of(note for notes in found.cards(element).values() for note in notes)
