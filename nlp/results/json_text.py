"""Results as JSON text."""

import json
from collections.abc import Iterator, Mapping
from math import isfinite
from typing import Any

from nlp.errors import InputError
from nlp.messages import Message
from nlp.results.plain import plain

HALF_SIGNS = dict.fromkeys(range(0xD800, 0xE000), "\ufffd")
"""Halves of signs, such as of an emoji that a chat program cut in two: no text that is sent or stored has them."""


def written(result: object, indent: int | None = None) -> str:
    """Return the JSON text of a result; see `nlp.results.result.Result.to_json`.

    Raises:
        InputError: a number is not finite.
    """
    form = plain(result)
    try:
        text = json.dumps(form, ensure_ascii=False, allow_nan=False, indent=indent)
    except ValueError:
        problem = Message("this number is not finite, and JSON has no sign for that")
        place = next(_not_finite(form), "")
        raise InputError(type(result).__name__, problem, Message("Leave it out of what you hand in"), place) from None
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.translate(HALF_SIGNS)
    return text


def _not_finite(form: Any, place: str = "") -> Iterator[str]:  # noqa: ANN401 - whatever JSON holds
    """Yield the places of numbers that JSON cannot say."""
    match form:
        case float() if not isfinite(form):
            yield place
        case Mapping():
            for name, each in form.items():
                yield from _not_finite(each, f"{place}.{name}" if place else name)
        case list():
            for at, each in enumerate(form):
                yield from _not_finite(each, f"{place}[{at}]")
