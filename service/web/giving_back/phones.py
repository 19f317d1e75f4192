"""Pages for those who have a link: “Did we hear you right?” and channels without names."""

from collections.abc import Callable, Mapping
from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from markupsafe import Markup

from nlp.errors import InputError
from service.annotations.tokens import is_token, new_token
from service.errors import Closed, NotFound
from service.giving_back.types import LONGEST_LINE, LONGEST_MESSAGE, Given, Verdict
from service.presentation.giving_back.ask import ask_view, verdicts
from service.presentation.giving_back.channel import channel_view
from service.presentation.messages import say_error
from service.presentation.template import address, render
from service.store.surveys.outcomes import Asked
from service.web.context import Page, PageContext
from service.web.on_phones import A_MONTH, Me, Sent, own_token, remember, tongues

COOKIE = "giving"
MOST_PARTS = 1_000

routes = APIRouter()


def given_in(sent: Mapping[str, str]) -> dict[str, Given]:
    """Return what a form answers, by the ids of the readings; no answer where nothing was chosen or written."""
    ids = dict.fromkeys(key[2:] for key in sent if key.startswith(("a-", "l-")))
    known = {verdict.value: verdict for verdict in Verdict}
    return {each: Given(known.get(sent.get(f"a-{each}", "")), sent.get(f"l-{each}", "")) for each in ids}


@routes.get("/g/{code}")
def did_we_hear_you_right(
    page: Page, code: str, at: Annotated[int, Query(ge=1, le=MOST_PARTS)] = 1, me: Me = "", done: bool = False
) -> Response:
    """Show a part of what was heard, with what this phone has answered, or thanks at the end."""
    return _ask(page, code, own_token(page, COOKIE, me), at, me=me, done=done)


@routes.post("/g/{code}")
def say(page: Page, code: str, sent: Sent) -> Response:
    """Keep the answers of a part and go on with the next one."""
    token = own_token(page, COOKIE, sent.get("token", ""))
    at = int(sent["at"]) if sent.get("at", "").isdecimal() and len(sent["at"]) < 4 else 1
    try:
        page.workspace.asks.answer(code, token, given_in(sent))
    except Closed:
        return RedirectResponse(_here("g", code, page.language.code), HTTPStatus.SEE_OTHER)
    except NotFound:
        raise
    except InputError as error:
        again = _ask(page, code, token, at, problem=say_error(error, page.language), given=given_in(sent))
        again.status_code = HTTPStatus.UNPROCESSABLE_ENTITY
        return again
    me = "" if COOKIE in page.request.cookies else token
    found = page.findings(page.workspace.asks.programme_of(code))
    visit = page.workspace.asks.visit(found, code)
    parts = ask_view(visit.elements, visit.team, {}, page.marks(found.at.programme), page.language).of
    more = {"at": str(at + 1)} if at < parts else {"done": "1"}
    answer = RedirectResponse(_here("g", code, page.language.code, me, **more), HTTPStatus.SEE_OTHER)
    return remember(answer, COOKIE, token, ("g", code), A_MONTH)


def _ask(
    page: PageContext,
    code: str,
    token: str,
    at: int,
    *,
    me: str = "",
    done: bool = False,
    problem: Markup | None = None,
    given: Mapping[str, Given] | None = None,
) -> HTMLResponse:
    found = page.findings(page.workspace.asks.programme_of(code))
    visit = page.workspace.asks.visit(found, code, token)
    said = {**visit.given, **(given or {})}
    return HTMLResponse(
        render(
            "giving/ask.html",
            page.language,
            switch=tongues(page),
            code=code,
            title=found.at.programme.name,
            visit=visit,
            view=ask_view(visit.elements, visit.team, said, page.marks(found.at.programme), page.language, at),
            choices=verdicts(page.language),
            longest=LONGEST_LINE,
            fewest=page.workspace.asks.fewest,
            outcome="" if visit.is_open else page.workspace.outcomes.of(Asked.ASK, code),
            token=token,
            to=_to(page, "g", code, me),
            done=done,
            problem=problem,
        )
    )


@routes.get("/c/{code}")
def channel(
    page: Page, code: str, me: Me = "", sent: bool = False, before: Annotated[int | None, Query(ge=1)] = None
) -> HTMLResponse:
    """Show what was written so far, in rounds, and let somebody write."""
    return _channel(page, code, me=me, sent=sent, before=before)


@routes.post("/c/{code}")
def write(page: Page, code: str, sent: Sent) -> Response:
    """Let a message wait until there are messages of three people."""
    token, text = own_token(page, COOKIE, sent.get("token", "")), sent.get("text", "")
    own = sent.get("own", "")
    try:
        page.workspace.channels.write(code, token, own if is_token(own) else new_token(), text)
    except Closed:
        return RedirectResponse(_here("c", code, page.language.code), HTTPStatus.SEE_OTHER)
    except NotFound:
        raise
    except InputError as error:
        answer = _channel(page, code, me=token, problem=say_error(error, page.language), text=text)
        answer.status_code = HTTPStatus.UNPROCESSABLE_ENTITY
        return answer
    me = "" if COOKIE in page.request.cookies else token
    where = _here("c", code, page.language.code, me, sent="1")
    return remember(RedirectResponse(where, HTTPStatus.SEE_OTHER), COOKIE, token, ("c", code), A_MONTH)


def _channel(
    page: PageContext,
    code: str,
    *,
    me: str = "",
    sent: bool = False,
    before: int | None = None,
    problem: Markup | None = None,
    text: str = "",
) -> HTMLResponse:
    channels = page.workspace.channels
    slug = channels.programme_of(code)
    found = page.findings(slug)
    return HTMLResponse(
        render(
            "giving/channel.html",
            page.language,
            switch=tongues(page),
            code=code,
            channel=channels.get(slug, code),
            view=channel_view(channels.rounds(found, code), page.language, before),
            longest=LONGEST_MESSAGE,
            outcome=page.workspace.outcomes.of(Asked.CHANNEL, code),
            fewest=channels.fewest,
            token=own_token(page, COOKIE, me),
            own=new_token(),
            to=_to(page, "c", code, me),
            sent=sent,
            problem=problem,
            text=text,
        )
    )


def _to(page: PageContext, kind: str, code: str, me: str) -> Callable[..., str]:
    """Return what gives the address of a part, or of older rounds."""
    kept = "" if COOKIE in page.request.cookies or not is_token(me) else me

    def to(at: int | None = None, before: int | None = None) -> str:
        more = {**({"at": str(at)} if at else {}), **({"before": str(before)} if before else {})}
        return _here(kind, code, page.language.code, kept, **more)

    return to


def _here(kind: str, code: str, language: str, me: str = "", **more: str) -> str:
    return address(kind, code, lang=language, **({"me": me} if me else {}), **more)
