"""Pages that are given again as they were made, while nothing that they are made from has changed."""

from collections.abc import Callable, Hashable
from datetime import UTC, datetime
from functools import wraps
from http import HTTPStatus
from threading import Lock

from fastapi.responses import HTMLResponse

from service.last_used import LastUsed
from service.web.context import PageContext

MOST_BYTES = 64_000_000
View = Callable[..., HTMLResponse]


class RememberedPages:
    """The pages that were asked for last, up to a number of bytes."""

    def __init__(self, most_bytes: int = MOST_BYTES) -> None:
        self._most_bytes = most_bytes
        self._lock = Lock()
        self._pages: LastUsed[Hashable, bytes] = LastUsed(most_bytes)

    def get(self, key: Hashable) -> bytes | None:
        """Return the page that was made from these things, None if none is remembered."""
        with self._lock:
            return self._pages.get(key)

    def put(self, key: Hashable, page: bytes) -> None:
        """Remember a page that is not too large, and forget those that were not asked for the longest."""
        if len(page) <= self._most_bytes:
            with self._lock:
                self._pages.put(key, page, len(page))


def remembered(view: View) -> View:
    """Make a page of a programme only when something has changed: the programme, who asks, in which language, the day.

    It is for pages that show nothing but what counts up the programme's revision, and how many answers its forms have.
    What is late (the last result while a new one is made) and what is no whole answer is made each time.
    """

    @wraps(view)
    def give(page: PageContext, slug: str, **named: object) -> HTMLResponse:
        pages: RememberedPages = page.request.app.state.pages
        key = _made_from(page, slug)
        known = pages.get(key)
        if known is not None:
            return page.in_language(HTMLResponse(known))
        answer = view(page, slug, **named)
        if answer.status_code == HTTPStatus.OK and page.found and not page.found.late:
            pages.put(key, bytes(answer.body))
        return answer

    return give


def _made_from(page: PageContext, slug: str) -> Hashable:
    reader = page.access.reader
    return (
        page.workspace.programmes.state(slug),
        str(page.request.url.replace(query="")),
        tuple(each for each in page.request.query_params.multi_items() if each[0] != "lang"),
        page.language.code,
        (reader.account, reader.name, reader.is_administrator, tuple(sorted(reader.memberships.items()))),
        datetime.now(UTC).date(),
    )
