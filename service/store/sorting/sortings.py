"""Sortings of the notes of elements: what people did, step by step, those included that were taken back."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from sqlalchemy import delete, insert, select, update

from service.sortings.play import play
from service.sortings.types import Laid, Step
from service.store.database import Transaction
from service.store.tables import sorting_steps, sortings


@dataclass(frozen=True)
class SortingRow:
    """One sorting of the notes of one element.

    Attributes:
        sorter: whose it is, "" for the one that all make together.
        in_use: whether its piles are the readings of the element.
        position: how many of the steps hold; those behind were taken back.
        revision: counts every change, undo and redo included.
        created: ISO 8601.
        steps: in their order.
        revisions: of each step, the revision that it made.
    """

    id: int
    element: str
    sorter: str
    in_use: bool
    position: int
    revision: int
    created: str
    steps: tuple[Step, ...] = ()
    revisions: tuple[int, ...] = ()

    @cached_property
    def laid(self) -> Laid:
        """Where the cards lie now."""
        return play(self.steps[: self.position])


_COLUMNS = [sortings.c[name] for name in ("id", "element", "sorter", "in_use", "position", "revision", "created")]


def every(db: Transaction, programme_id: int) -> tuple[SortingRow, ...]:
    """Return the sortings of a programme, oldest first."""
    rows = db.execute(
        select(*_COLUMNS).where(sortings.c.programme_id == programme_id).order_by(sortings.c.id)
    ).mappings()
    found = list(rows)
    if not found:
        return ()
    inside = sorting_steps.c.sorting_id.in_([row["id"] for row in found])
    order = (sorting_steps.c.sorting_id, sorting_steps.c.number)
    steps: dict[int, list[tuple[Step, int]]] = defaultdict(list)
    for row in db.execute(select(sorting_steps).where(inside).order_by(*order)):
        steps[row.sorting_id].append((row.content, row.revision))
    return tuple(
        SortingRow(
            **row,
            steps=tuple(step for step, _ in steps[row["id"]]),
            revisions=tuple(revision for _, revision in steps[row["id"]]),
        )
        for row in found
    )


def add(db: Transaction, programme_id: int, element: str, sorter: str, created: str, *, in_use: bool) -> int:
    """Store a sorting without steps and return its id."""
    row = {"programme_id": programme_id, "element": element, "sorter": sorter, "created": created, "in_use": in_use}
    made = db.execute(insert(sortings).values(**row, position=0, revision=0).returning(sortings.c.id))
    return int(made.scalar_one())


def add_step(db: Transaction, row: SortingRow, step: Step) -> None:
    """Store a step behind those that hold; those that were taken back are forgotten."""
    behind = (sorting_steps.c.sorting_id == row.id) & (sorting_steps.c.number >= row.position)
    db.execute(delete(sorting_steps).where(behind))
    new = {"number": row.position, "key": step.id, "revision": row.revision + 1, "content": step}
    db.execute(insert(sorting_steps).values(sorting_id=row.id, **new))
    go_to(db, row, row.position + 1)


def go_to(db: Transaction, row: SortingRow, position: int) -> None:
    """Let the first steps hold, up to a position, and the others not."""
    values = {"position": position, "revision": row.revision + 1}
    db.execute(update(sortings).where(sortings.c.id == row.id).values(**values))


def use(db: Transaction, of_element: Sequence[SortingRow], chosen: SortingRow | None) -> None:
    """Let the piles of one sorting of an element be its readings, or those of none."""
    for row in of_element:
        in_use = chosen is not None and row.id == chosen.id
        db.execute(update(sortings).where(sortings.c.id == row.id).values(in_use=in_use))


def laid_after(row: SortingRow, position: int) -> Laid:
    """Return where the cards lay after the first steps of a sorting."""
    return play(row.steps[:position])
