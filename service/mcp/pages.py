"""Answers in pages that an assistant can hold: so many letters at most, and a cursor to go on from."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from pydantic import BaseModel

from nlp.errors import InputError
from nlp.messages import Message

LETTERS = 24_000
"""Of a page, as JSON; one thing alone may be longer."""

LONGEST_TEXT = 1_000

Item = TypeVar("Item", bound=BaseModel)
Thing = TypeVar("Thing")
_NO_CURSOR = Message("this is no cursor of this list")
_TAKE_IT = Message("Take the one that the last page gave, as it stands, or leave it out to begin")
_CHANGED = Message("the programme has changed since the last page")
_BEGIN = Message("Leave the cursor out to begin again")


@dataclass(frozen=True, slots=True)
class Page(Generic[Item]):
    """Some of the things of a list; `next` asks for those behind them, "" if there are none."""

    items: tuple[Item, ...]
    next: str


def page_of(things: Sequence[Thing], shown: Callable[[Thing], Item], cursor: str, revision: int) -> Page[Item]:
    """Return the page that a cursor asks for.

    Args:
        things: the whole list, in an order that stays while the programme does.
        shown: makes of a thing what an assistant gets.
        cursor: `next` of the page before, "" for the first.
        revision: of the programme; a cursor of another one is refused, since things may have moved.

    Raises:
        InputError: this is no cursor of the list.
    """
    begin = _begin(cursor, revision, len(things))
    items: list[Item] = []
    letters = 0
    for thing in things[begin:]:
        item = shown(thing)
        letters += len(item.model_dump_json())
        if items and letters > LETTERS:
            break
        items.append(item)
    end = begin + len(items)
    return Page(tuple(items), f"{revision}.{end}" if end < len(things) else "")


def _begin(cursor: str, revision: int, count: int) -> int:
    if not cursor:
        return 0
    parts = cursor.split(".")
    if len(parts) != 2 or not all(part.isascii() and part.isdecimal() and len(part) < 19 for part in parts):
        raise InputError("", _NO_CURSOR, _TAKE_IT, "cursor")
    if int(parts[0]) != revision:
        raise InputError("", _CHANGED, _BEGIN, "cursor")
    if int(parts[1]) > count:
        raise InputError("", _NO_CURSOR, _TAKE_IT, "cursor")
    return int(parts[1])


def cut(text: str) -> str:
    """Return a text, or its beginning with a sign that there is more."""
    return text if len(text) <= LONGEST_TEXT else text[: LONGEST_TEXT - 1] + "…"
