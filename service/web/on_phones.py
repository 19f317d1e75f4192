"""What every page for those present shares: what a form sends, whose phone it is, and the languages to choose from."""

from collections.abc import Mapping
from typing import Annotated

from fastapi import Depends, Query, Request
from fastapi.responses import Response

from service.annotations.tokens import is_token, new_token
from service.presentation.template import address
from service.web.context import PageContext, switch

A_DAY = 24 * 3600
A_MONTH = 30 * A_DAY
MOST_FIELDS = 2_000


async def sent_texts(request: Request) -> Mapping[str, str]:
    """Return the fields of a form that was sent."""
    form = await request.form(max_files=0, max_fields=MOST_FIELDS)
    return {key: value for key, value in form.items() if isinstance(value, str)}


Sent = Annotated[Mapping[str, str], Depends(sent_texts)]
Me = Annotated[str, Query(max_length=100)]


def own_token(page: PageContext, cookie: str, given: str) -> str:
    """Return the token of this phone: kept by it in a cookie, brought by the form or the address, else a new one."""
    return next((each for each in (page.request.cookies.get(cookie, ""), given) if is_token(each)), "") or new_token()


def remember(answer: Response, cookie: str, value: str, path: tuple[str, ...], seconds: int) -> Response:
    """Return an answer that lets the phone keep a value for the pages under a path, and for nothing else."""
    answer.set_cookie(cookie, value, max_age=seconds, path=address(*path), httponly=True, samesite="lax")
    return answer


def tongues(page: PageContext) -> tuple[tuple[str, str, str], ...]:
    """Return the languages that the page is there in; one that answers a form has no address of its own."""
    return switch(page.request) if page.request.method == "GET" else ()
