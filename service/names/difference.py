"""What one thing that was said of names changed of all that is said, and how that is taken back."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from service.names.types import Names

Item = TypeVar("Item")


def difference(before: Names, after: Names) -> tuple[Names, Names]:
    """Return what was there only before, and what is there only after."""
    return _only(before, after), _only(after, before)


def taken_back(names: Names, was: Names, now: Names) -> Names | None:
    """Return names with what `was` said in place of what is said `now`; None if that is not said any more."""
    there = set(map(repr, (*names.said, *names.apart, *names.removed)))
    needed = set(map(repr, (*now.said, *now.apart, *now.removed)))
    moved = {kind for kind in {*was.orders, *now.orders} if names.orders.get(kind, ()) != now.orders.get(kind, ())}
    others = _without(names.said, now.said)
    keys = {(each.kind, key) for each in others for key in each.keys}
    taken = any((each.kind, key) in keys for each in was.said for key in each.keys)
    if not needed <= there or moved or taken:
        return None
    orders = {kind: order for kind, order in names.orders.items() if kind not in now.orders} | dict(was.orders)
    return replace(
        names,
        said=(*others, *was.said),
        apart=(*_without(names.apart, now.apart), *was.apart),
        orders=orders,
        removed=(*_without(names.removed, now.removed), *was.removed),
    )


def _only(here: Names, there: Names) -> Names:
    return Names(
        said=_without(here.said, there.said),
        apart=_without(here.apart, there.apart),
        orders={kind: order for kind, order in here.orders.items() if there.orders.get(kind, ()) != order},
        removed=_without(here.removed, there.removed),
    )


def _without(items: Sequence[Item], gone: Sequence[Item]) -> tuple[Item, ...]:
    known = set(map(repr, gone))
    return tuple(each for each in items if repr(each) not in known)
