"""Going through every row of a programme, whatever table it stands in, to take words out of it.

What tables there are is asked of `metadata`, so that a table that is new tomorrow is gone through as well.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import JSON, Column, ColumnElement, Table, Text, and_, delete, select, type_coerce, update
from sqlalchemy.types import TypeDecorator, TypeEngine

from service.store.actions.tables import actions, left_as_is
from service.store.assistant.tables import proposals
from service.store.columns import metadata
from service.store.database import Transaction
from service.store.giving_back.tables import asks
from service.store.inclusion.tables import critical_codings
from service.store.library.tables import library_entries
from service.store.memos.tables import memos
from service.store.search import entries
from service.store.search.tables import search_entries
from service.store.tables import (
    edits,
    finding_parts,
    findings,
    programmes,
    room_answers,
    rooms,
    sorting_steps,
    upload_files,
    uploads,
)

Change = Callable[[str], str]
_MADE_AGAIN = {findings.name, finding_parts.name, uploads.name, upload_files.name, search_entries.name}
_FIXED = {
    "slug", "kind", "sha256", "language", "languages", "code", "action", "state", "consent", "secret", "form", "shape",
    "key", "other_key", "made", "verdict", "shown_verdict", "person", "day", "opened", "until", "created", "date",
    "format", "audience", "reader", "of", "keep_until", "model", "version", "url", "event", "events", "outcome",
    "way", "starts", "uid", "token",
}  # fmt: skip
"""Columns that hold no words of people: signs of the program's own."""
_IN_PLACE = {"others"}
"""Columns with lists in which every place means something."""


@dataclass(frozen=True, slots=True)
class Changed:
    """A row in which words were taken out: its table, its words as they are stored now, and those that were others."""

    table: str
    row: Mapping[str, Any]
    before: Mapping[str, Any]


def belongs(table: Table, programme_id: int) -> ColumnElement[bool] | None:
    """Return which rows of a table are a programme's; None for a table that is of no programme."""
    if table is programmes:
        return programmes.c.id == programme_id
    if "programme_id" in table.c:
        own: ColumnElement[bool] = table.c.programme_id == programme_id
        return own
    for key in sorted(table.foreign_key_constraints, key=lambda each: str(each.name)):
        parent = key.referred_table
        inside = belongs(parent, programme_id)
        if inside is not None and len(key.elements) == 1:
            (element,) = key.elements
            return element.parent.in_(select(element.column).where(inside))
    return None


def rewrite(
    db: Transaction, programme_id: int, change: Change, besides: frozenset[str] = frozenset()
) -> Iterator[Changed]:
    """Put what `change` makes of every text of a programme in its place; yield the rows in which it made another one.

    Args:
        db: the transaction.
        programme_id: of the programme.
        change: what becomes of a text; a text of a list of which only "…" is left is taken out of it.
        besides: names of tables that are left as they are.
    """
    for table in metadata.sorted_tables:
        inside = belongs(table, programme_id)
        if inside is not None and table.name not in _MADE_AGAIN | besides:
            yield from _rewrite_rows(db, table, inside, change)


def _rewrite_rows(db: Transaction, table: Table, inside: ColumnElement[bool], change: Change) -> Iterator[Changed]:
    words = {column.name: kind for column in table.c if (kind := _plain(column))}
    if not words:
        return
    keys = list(table.primary_key.columns)
    columns = [*keys, *(type_coerce(table.c[name], kind).label(name) for name, kind in words.items())]
    for row in db.execute(select(*columns).where(inside)).mappings().all():
        new = {name: changed(row[name], change, in_place=name in _IN_PLACE) for name in words}
        if different := {name: value for name, value in new.items() if value != row[name]}:
            here = and_(*(key == row[key.name] for key in keys))
            values = {name: type_coerce(value, words[name]) for name, value in different.items()}
            db.execute(update(table).where(here).values(values))
            yield Changed(table.name, {**row, **different}, {name: row[name] for name in different})


def _plain(column: Column[Any]) -> TypeEngine[Any] | None:
    """Return the type of a column that holds words, without what the service makes of it; None for any other."""
    kind = column.type.impl_instance if isinstance(column.type, TypeDecorator) else column.type
    if column.name in _FIXED or column.primary_key or column.foreign_keys:
        return None
    if isinstance(kind, JSON):
        return JSON()
    return Text() if isinstance(kind, Text) else None


def changed(value: Any, change: Change, *, in_place: bool = False) -> Any:  # noqa: ANN401 - whatever JSON holds
    """Return a value of JSON in which every text is changed; names of fields are texts too.

    Args:
        value: any of JSON.
        change: what becomes of a text.
        in_place: whether a text of a list of which nothing is left keeps its place, as "…".
    """
    match value:
        case str():
            return change(value)
        case dict():
            return {change(key): changed(each, change, in_place=in_place) for key, each in value.items()}
        case list():
            every = [(each, changed(each, change, in_place=in_place)) for each in value]
            return [new for each, new in every if in_place or not _is_gone(each, new)]
        case _:
            return value


def _is_gone(before: object, now: object) -> bool:
    return isinstance(now, str) and now != before and not any(map(str.isalnum, now))


_WITH_KEYS = (
    (edits, "content"),
    (sorting_steps, "content"),
    (rooms, "cards"),
    (asks, "content"),
    (actions, "evidence"),
    (left_as_is, "evidence"),
    (critical_codings, "content"),
    (memos, "about"),
    (proposals, "content"),
    (library_entries, "thing"),
)


def forget_key(db: Transaction, programme_id: int, key: str) -> None:
    """Take the key of a note, which stands for its wording, out of all that finds it again."""
    inside = room_answers.c.room_id.in_(select(rooms.c.id).where(rooms.c.programme_id == programme_id))
    db.execute(delete(room_answers).where(inside, room_answers.c.card == key))
    for table, name in _WITH_KEYS:
        column, own = type_coerce(table.c[name], JSON()), belongs(table, programme_id)
        assert own is not None
        keys = list(table.primary_key.columns)
        for row in db.execute(select(*keys, column.label("value")).where(own)).mappings().all():
            if (kept := _without(row["value"], key)) != row["value"]:
                here = and_(*(each == row[each.name] for each in keys))
                db.execute(update(table).where(here).values({name: type_coerce(kept, JSON())}))


def _without(value: Any, key: str) -> Any:  # noqa: ANN401 - whatever JSON holds
    match value:
        case dict():
            return {name: _without(each, key) for name, each in value.items() if name != key}
        case list():
            return [_without(each, key) for each in value if each != key]
        case _:
            return value


def find_again(db: Transaction, rows: Mapping[int, list[tuple[int, str]]]) -> None:
    """Let rows of files whose words changed be found by the words that they have now."""
    for file_id, texts in rows.items():
        places = [position for position, _ in texts]
        here = (search_entries.c.file_id == file_id) & search_entries.c.position.in_(places)
        db.execute(delete(search_entries).where(here))
        entries.add(db, file_id, texts)
