"""A page of a list, and the link to the next one.

A cursor says behind what the next page begins, by what orders the list, never by how many were passed over: what comes
or goes meanwhile shifts nothing.
"""

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Annotated, TypeVar

from fastapi import Depends, Query, Request, Response

from nlp.errors import InputError
from nlp.messages import Message
from service.web.numbers import LARGEST

MOST = 1_000
LONGEST = 1_000
LINK = "Link"
Key = tuple[int | str, ...]
Item = TypeVar("Item")

Limit = Annotated[int, Query(ge=1, le=MOST, description="How many to give at most.")]
After = Annotated[
    str,
    Query(max_length=LONGEST, description='Where to go on: the `after` of the link `rel="next"` of the last page.'),
]


def to_cursor(key: Key) -> str:
    """Return the cursor that stands behind what has a key."""
    return urlsafe_b64encode(json.dumps(key, separators=(",", ":")).encode()).decode().rstrip("=")


def from_cursor(cursor: str, like: Key) -> Key:
    """Return the key of a cursor.

    Args:
        cursor: as it came.
        like: a key of the list, whose parts tell what those of the cursor have to be.

    Raises:
        InputError: it is no cursor of this list.
    """
    try:
        key = json.loads(urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
    except (ValueError, RecursionError):
        key = None
    fits = isinstance(key, list) and [type(part) for part in key] == [type(part) for part in like]
    if not fits or any(isinstance(part, int) and abs(part) > LARGEST for part in key):
        problem = Message("this is no cursor of this list")
        raise InputError("", problem, Message("Take the one that the last page gave, as it stands"), "after")
    return tuple(key)


@dataclass(frozen=True, slots=True)
class Paging:
    """Which page of a list is asked for, and where the link to the next one is put."""

    request: Request
    response: Response
    limit: int
    after: str

    def at_most(self, most: int) -> "Paging":
        """Return the same page with fewer things on it."""
        return replace(self, limit=min(self.limit, most))

    def behind(self, like: Key) -> Key | None:
        """Return the key behind which the page begins, None for the first; `InputError` for what is no cursor."""
        return from_cursor(self.after, like) if self.after else None

    def of(self, items: Sequence[Item], key: Callable[[Item], Key], *, newest_first: bool = False) -> Sequence[Item]:
        """Return the page of a whole list that its keys order, and link to the next.

        Raises:
            InputError: what was sent is no cursor of this list.
        """
        if self.after and items:
            last = from_cursor(self.after, key(items[0]))
            items = [each for each in items if (key(each) < last if newest_first else key(each) > last)]
        return self.cut(items[: self.limit + 1], key)

    def cut(self, items: Sequence[Item], key: Callable[[Item], Key]) -> Sequence[Item]:
        """Return a page of which one more was read than is given, and link to the next if there is one."""
        if len(items) > self.limit:
            self.response.headers[LINK] = self.link(key(items[self.limit - 1]))
        return items[: self.limit]

    def beside(self, items: Sequence[Item], number: Callable[[Item], int]) -> Sequence[Item]:
        """Return the page of a whole list that is in an order of its own, and link to the next.

        The page begins behind the thing with the number of the cursor, or where that was if it is gone.

        Raises:
            InputError: what was sent is no cursor of this list.
        """
        places = {number(each): place for place, each in enumerate(items)}
        begin = 0
        if last := self.behind((0, 0)):
            begin = places[int(last[1])] + 1 if int(last[1]) in places else int(last[0])
        return self.cut(items[begin : begin + self.limit + 1], lambda each: (places[number(each)], number(each)))

    def link(self, last: Key) -> str:
        """Return the link to the page behind a key (RFC 8288): a path of this service."""
        where = self.request.url.remove_query_params(["after", "limit"])
        where = where.include_query_params(limit=self.limit, after=to_cursor(last))
        return f'<{where.path}?{where.query}>; rel="next"'

    @property
    def headers(self) -> dict[str, str]:
        """What an answer that was made before it knew of pages has to say too."""
        return {LINK: self.response.headers[LINK]} if LINK in self.response.headers else {}


def _paging(request: Request, response: Response, limit: Limit = MOST, after: After = "") -> Paging:
    return Paging(request, response, limit, after)


Page = Annotated[Paging, Depends(_paging)]
"""The page that is asked for, of up to a thousand."""
