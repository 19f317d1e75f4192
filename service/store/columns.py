"""Column types that are the same on SQLite and PostgreSQL."""

import json
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import JSON, DateTime, Dialect, Text
from sqlalchemy.types import TypeDecorator

from nlp.documents.types import Unread
from nlp.transcripts.types import Segment
from nlp.messages import Message
from service.types import Outline, Review

UNSTORABLE = dict.fromkeys([0, *range(0xD800, 0xE000)], "\ufffd")


class CleanText(TypeDecorator[str]):
    """Text in which NUL and lone surrogates, which PostgreSQL refuses, become U+FFFD."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """Replace what cannot be stored."""
        return value if value is None else value.translate(UNSTORABLE)


class UtcTime(TypeDecorator[datetime]):
    """A moment; SQLite keeps no zone, so it is stored in UTC without one."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Turn into UTC and drop the zone."""
        return value if value is None else value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Add the zone again."""
        return value if value is None else value.replace(tzinfo=UTC)


class Strings(TypeDecorator[tuple[str, ...]]):
    """A tuple of strings, as JSON."""

    impl = JSON
    cache_ok = True

    def process_result_value(self, value: list[str] | None, dialect: Dialect) -> tuple[str, ...]:  # noqa: ARG002
        """Make a tuple again."""
        return tuple(value or ())


class UnreadLines(TypeDecorator[Unread]):
    """An `Unread`, as JSON."""

    impl = JSON
    cache_ok = True

    def process_bind_param(self, value: Unread | None, dialect: Dialect) -> dict[str, Any]:  # noqa: ARG002
        """Turn into a dict."""
        return asdict(value or Unread())

    def process_result_value(self, value: dict[str, Any] | None, dialect: Dialect) -> Unread:  # noqa: ARG002
        """Turn back."""
        return Unread(value["lines"], tuple(value["examples"])) if value else Unread()


class OutlineJson(TypeDecorator[Outline]):
    """An `Outline`, as JSON."""

    impl = JSON
    cache_ok = True

    def process_bind_param(self, value: Outline | None, dialect: Dialect) -> dict[str, Any]:  # noqa: ARG002
        """Turn into a dict."""
        return asdict(value or Outline())

    def process_result_value(self, value: dict[str, Any] | None, dialect: Dialect) -> Outline:  # noqa: ARG002
        """Turn back."""
        return outline_from_json(value or {})


class Remarks(TypeDecorator[tuple[Message, ...]]):
    """Remarks of a transcript, as JSON with their templates and values."""

    impl = JSON
    cache_ok = True

    def process_bind_param(self, value: tuple[Message, ...] | None, dialect: Dialect) -> list[Any]:  # noqa: ARG002
        """Turn into pairs of template and values."""
        return [[remark.template, dict(remark.values)] for remark in value or ()]

    def process_result_value(self, value: list[Any] | None, dialect: Dialect) -> tuple[Message, ...]:  # noqa: ARG002
        """Turn back."""
        return tuple(Message(template, values) for template, values in value or ())


class Segments(TypeDecorator[tuple[Segment, ...]]):
    """Parts of an agenda, as JSON."""

    impl = JSON
    cache_ok = True

    def process_bind_param(self, value: tuple[Segment, ...] | None, dialect: Dialect) -> list[Any]:  # noqa: ARG002
        """Turn into dicts."""
        return [asdict(segment) for segment in value or ()]

    def process_result_value(self, value: list[Any] | None, dialect: Dialect) -> tuple[Segment, ...]:  # noqa: ARG002
        """Turn back."""
        return tuple(Segment(**segment) for segment in value or ())


def outline_from_json(value: dict[str, Any]) -> Outline:
    """Return the outline whose `dataclasses.asdict` is `value`; missing fields are empty."""
    return Outline(
        teams=tuple(value.get("teams", ())),
        languages=dict(value.get("languages", {})),
        elements=tuple(value.get("elements", ())),
        levels=tuple(value.get("levels", ())),
        reviews=tuple(Review(**review) for review in value.get("reviews", ())),
    )


def to_json(value: object) -> str:
    """Return `value` as JSON that both databases take, letters as they are."""
    return json.dumps(_clean(value), ensure_ascii=False, allow_nan=False)


def _clean(value: object) -> object:
    match value:
        case str():
            return value.translate(UNSTORABLE)
        case dict():
            return {_clean(key): _clean(item) for key, item in value.items()}
        case list() | tuple():
            return [_clean(item) for item in value]
        case _:
            return value
