"""What tables are made of: column types that are the same on SQLite and PostgreSQL, and the names of constraints."""

import json
import re
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import JSON, Column, DateTime, Dialect, ForeignKey, Integer, MetaData, Text
from sqlalchemy.types import TypeDecorator

from service.serialisation import HALF_SIGNS, from_plain, to_plain

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)
UNSTORABLE = {0: "\ufffd", **HALF_SIGNS}
_UNSTORABLE = re.compile("[\0\ud800-\udfff]")


class CleanText(TypeDecorator[str]):
    """Text in which NUL and lone surrogates, which PostgreSQL refuses, become U+FFFD."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """Replace what cannot be stored."""
        return value if value is None else _storable(value)


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


class Typed(TypeDecorator[Any]):
    """A value of one type, as the JSON that `service.serialisation` makes of it; no value is an empty one."""

    impl = JSON
    cache_ok = True

    def __init__(self, kind: Any) -> None:  # noqa: ANN401 - a type such as tuple[str, ...]
        super().__init__()
        self.kind = kind

    def process_bind_param(self, value: Any, dialect: Dialect) -> Any:  # noqa: ANN401, ARG002
        """Turn into JSON."""
        return to_plain(self.kind, value)

    def process_result_value(self, value: Any, dialect: Dialect) -> Any:  # noqa: ANN401, ARG002
        """Turn back."""
        return from_plain(self.kind, value)


def text_column(name: str) -> Column[str]:
    """Return a column of text that is never null."""
    return Column(name, CleanText, nullable=False)


def belongs_to(parent: str) -> Column[int]:
    """Return the column of a row that goes when the row of `parent` (a table, such as `programmes`) goes."""
    name = f"{parent.removesuffix('s')}_id"
    return Column(name, Integer, ForeignKey(f"{parent}.id", ondelete="CASCADE"), nullable=False)


def to_json(value: object) -> str:
    """Return `value` as JSON that both databases take, letters as they are."""
    return json.dumps(_clean(value), ensure_ascii=False, allow_nan=False)


def _storable(text: str) -> str:
    return text.translate(UNSTORABLE) if _UNSTORABLE.search(text) else text


def _clean(value: object) -> object:
    match value:
        case str():
            return _storable(value)
        case dict():
            return {_clean(key): _clean(item) for key, item in value.items()}
        case list() | tuple():
            return [_clean(item) for item in value]
        case _:
            return value
