"""Pages that are given again as they were made, while nothing that they are made from has changed."""

import re
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import wraps
from http import HTTPStatus
from threading import Lock
from time import monotonic

from fastapi.responses import HTMLResponse

from service.last_used import LastUsed
from service.presentation.template import render
from service.web.context import PageContext

MOST_BYTES = 64_000_000
LATE_SECONDS = 2.0
"""How long a page is given again that shows the last result while a new one is made, or how far that is."""

View = Callable[..., HTMLResponse]
_WHO = re.compile(rb'<div class="who">.*?</div>', re.DOTALL)
"""What alone differs between pages of people with the same place; texts of people hold no such mark-up."""


class RememberedPages:
    """The pages that were asked for last, up to a number of bytes; each is made by one of those who ask for it."""

    def __init__(self, most_bytes: int = MOST_BYTES, clock: Callable[[], float] = monotonic) -> None:
        self._most_bytes = most_bytes
        self._clock = clock
        self._lock = Lock()
        self._pages: LastUsed[Hashable, tuple[bytes, float | None]] = LastUsed(most_bytes)
        self._made: dict[Hashable, tuple[Lock, int]] = {}

    def get(self, key: Hashable) -> bytes | None:
        """Return the page that was made from these things, None if none is remembered, or not any more."""
        with self._lock:
            page, until = self._pages.get(key) or (None, None)
        return page if until is None or self._clock() < until else None

    def put(self, key: Hashable, page: bytes, seconds: float | None = None) -> None:
        """Remember a page that is not too large, and forget those that were not asked for the longest.

        Args:
            key: all that it was made from.
            page: as it is sent.
            seconds: how long it may be given; None as long as there is room.
        """
        if len(page) <= self._most_bytes:
            with self._lock:
                self._pages.put(key, (page, None if seconds is None else self._clock() + seconds), len(page))

    @contextmanager
    def making(self, key: Hashable) -> Iterator[None]:
        """Wait until nobody else makes this page, and let others who ask for it wait until the block ends."""
        with self._lock:
            lock, waiting = self._made.get(key, (Lock(), 0))
            self._made[key] = lock, waiting + 1
        try:
            with lock:
                yield
        finally:
            with self._lock:
                lock, waiting = self._made.pop(key)
                if waiting > 1:
                    self._made[key] = lock, waiting - 1


def remembered(view: View) -> View:
    """Make a page of a programme only when something has changed: the programme, the place, the language, the day.

    It is for pages that show nothing but what counts up the programme's revision, and how many answers its forms have;
    they are the same for all who have the same place. Many who ask at once get one page, made once. What is late (the
    last result while a new one is made) is given again for a moment, at most until something is found; what is no whole
    answer is made each time.
    """

    @wraps(view)
    def give(page: PageContext, slug: str, **named: object) -> HTMLResponse:
        pages: RememberedPages = page.request.app.state.pages
        key = _made_from(page, slug)
        known = pages.get(key)
        if known is not None:
            return _for_reader(page, known)
        with pages.making(key):
            late = key, page.workspace.programmes.found(slug)
            known = pages.get(key) or pages.get(late)
            if known is not None:
                return _for_reader(page, known)
            answer = view(page, slug, **named)
            if answer.status_code == HTTPStatus.OK and page.found:
                under, seconds = (late, LATE_SECONDS) if page.found.late else (key, None)
                pages.put(under, bytes(answer.body), seconds)
        return answer

    return give


def _made_from(page: PageContext, slug: str) -> Hashable:
    reader, place = page.access.reader, page.access.place
    return (
        page.workspace.programmes.state(slug),
        str(page.request.url.replace(query="")),
        tuple(each for each in page.request.query_params.multi_items() if each[0] != "lang"),
        page.language.code,
        (reader.account is None, place),
        datetime.now(UTC).date(),
    )


def _for_reader(page: PageContext, known: bytes) -> HTMLResponse:
    """Return a page that was made for somebody with the same place, with the name of who asks now."""
    if page.access.reader.account is not None:
        own = render("macros/who.html", page.language).strip().encode()
        known = _WHO.sub(lambda _: own, known, count=1)
    return page.in_language(HTMLResponse(known))
