"""Jobs in the database: asked for, claimed by one worker at a time, kept alive, handed back, taken over.

A lease is a number that its holder keeps counting up (`beat`). Whoever sees it stand still for long enough, by a clock
of its own that cannot be set, takes the job away. So no two machines need the same time, and a clock that jumps does
nothing.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, delete, exists, select, update

from nlp.messages import Message
from service.errors import NotFound
from service.publications.ordered import Ordered
from service.store.columns import to_json
from service.store.conflicts import insert_new
from service.store.database import Transaction
from service.store.jobs.tables import jobs

ATTEMPTS = 3


class State(StrEnum):
    """Where a job is."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


OPEN = (State.WAITING, State.RUNNING)
OVER = (State.DONE, State.CANCELLED)
"""Nothing is left to do of it, and nothing to say."""


@dataclass(frozen=True, slots=True)
class Place:
    """What a job makes: there is one job of a place in a programme.

    Attributes:
        kind: of the job.
        subject: the review, the session or the file that it is of, "" for all.
        compared: attributes to compare, where somebody asked for others than usual.
    """

    kind: str
    subject: str = ""
    compared: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """What tells it from other places of the programme."""
        return to_json([self.kind, self.subject, *self.compared])


@dataclass(frozen=True, slots=True)
class Wanted:
    """A job that somebody needs.

    Attributes:
        place: what is to be made.
        inputs: hash of all that goes in.
        stage: jobs of a later stage wait until those of the earlier ones in their programme are done.
        ordered: what is to be published, of a job that publishes.
    """

    place: Place
    inputs: str
    stage: int
    ordered: Ordered | None = None


@dataclass(frozen=True, slots=True)
class JobRow:
    """A job as it is now.

    Attributes:
        id, programme_id: its own and its programme's.
        kind, subject, compared: its place.
        inputs: hash of all that goes in.
        state: where it is.
        attempts: how often a worker began it for these inputs.
        worker: who does it, "" if nobody does.
        beat: counted up while somebody does it.
        step: what is being done.
        done, of: how much of it is done, of how much.
        seconds: how long this attempt has taken so far.
        error: why it failed.
        ordered: what is to be published, of a job that publishes.
    """

    id: int
    programme_id: int
    kind: str
    subject: str
    compared: tuple[str, ...]
    inputs: str
    state: State
    attempts: int
    worker: str
    beat: int
    step: Message | None
    done: int
    of: int
    seconds: float
    error: Message | None
    ordered: Ordered | None

    @property
    def place(self) -> Place:
        """What it makes."""
        return Place(self.kind, self.subject, self.compared)


_COLUMNS = [jobs.c[field.name] for field in fields(JobRow)]
_BEGUN_ANEW: Mapping[str, Any] = {
    "state": State.WAITING,
    "attempts": 0,
    "worker": "",
    "beat": 0,
    "step": None,
    "done": 0,
    "of": 0,
    "seconds": 0.0,
    "error": None,
}


def ask(db: Transaction, programme_id: int, wanted: Wanted) -> None:
    """Let a job wait for a worker; one that is there for the same inputs stays as it is, unless it was done."""
    place, inputs = wanted.place, wanted.inputs
    own = {"kind": place.kind, "subject": place.subject, "compared": place.compared, "key": place.key}
    new = {**own, "inputs": inputs, "stage": wanted.stage, "ordered": wanted.ordered, **_BEGUN_ANEW}
    insert_new(db, jobs, [{"programme_id": programme_id, **new}])
    here = (jobs.c.programme_id == programme_id, jobs.c.key == place.key)
    changed = (jobs.c.inputs != inputs) | (jobs.c.state == State.DONE)
    db.execute(update(jobs).where(*here, changed).values(**new))


def settle(db: Transaction, programme_id: int, wanted: Wanted) -> None:
    """Say that what a job makes is there."""
    ask(db, programme_id, wanted)
    here = (jobs.c.programme_id == programme_id, jobs.c.key == wanted.place.key, jobs.c.state != State.DONE)
    db.execute(update(jobs).where(*here).values(**{**_BEGUN_ANEW, "inputs": wanted.inputs, "state": State.DONE}))


def claim(db: Transaction, worker: str, kinds: Collection[str]) -> JobRow | None:
    """Give the next job to a worker in one statement, so that no two get the same; None if there is none.

    Args:
        db: a writing transaction.
        worker: who takes it.
        kinds: that it knows how to do; jobs of other kinds, of a later release, are left alone.
    """
    waiting, earlier = jobs.alias(), jobs.alias()
    waits_for = (earlier.c.programme_id == waiting.c.programme_id, earlier.c.stage < waiting.c.stage)
    unfinished = exists().where(*waits_for, earlier.c.state.in_(OPEN), earlier.c.kind.in_(kinds))
    first = (
        select(waiting.c.id)
        .where(waiting.c.state == State.WAITING, waiting.c.kind.in_(kinds), ~unfinished)
        .order_by(waiting.c.stage, waiting.c.id)
        .limit(1)
        .with_for_update(skip_locked=True)
    )
    values = {**_BEGUN_ANEW, "state": State.RUNNING, "worker": worker, "attempts": jobs.c.attempts + 1}
    taken = update(jobs).where(jobs.c.id == first.scalar_subquery()).values(**values).returning(*_COLUMNS)
    return _row(db.execute(taken).mappings().first())


def is_waiting(db: Transaction) -> bool:
    """Return whether any job waits; it may be one that cannot be claimed yet."""
    return db.scalar(select(jobs.c.id).where(jobs.c.state == State.WAITING).limit(1)) is not None


def waits_besides(db: Transaction, besides: str, kinds: Collection[str]) -> bool:
    """Return whether a job waits that is of one of some kinds and not of another."""
    here = (jobs.c.state == State.WAITING, jobs.c.kind != besides, jobs.c.kind.in_(kinds))
    return db.scalar(select(jobs.c.id).where(*here).limit(1)) is not None


def are_open(db: Transaction, programme_id: int, besides: Collection[str]) -> bool:
    """Return whether anything is still to be done for a programme but what is of some kinds."""
    here = (jobs.c.programme_id == programme_id, jobs.c.kind.not_in(besides), jobs.c.state.in_(OPEN))
    return db.scalar(select(jobs.c.id).where(*here).limit(1)) is not None


def beat(db: Transaction, job: JobRow) -> bool:
    """Say that the holder of a job is alive; return whether it still holds it."""
    return _as_holder(db, job, {"beat": jobs.c.beat + 1})


def progress(db: Transaction, job: JobRow, step: Message, done: int, of: int, seconds: float) -> bool:
    """Say how far a job is; return whether its worker still holds it."""
    values = {"beat": jobs.c.beat + 1, "step": step, "done": done, "of": of, "seconds": seconds}
    return _as_holder(db, job, values)


def finish(db: Transaction, job: JobRow, state: State, error: Message | None = None) -> bool:
    """End a job; return whether its worker still held it, for what is held by another is not ended."""
    return _as_holder(db, job, {"state": state, "worker": "", "step": None, "error": error})


def hand_back(db: Transaction, job: JobRow) -> bool:
    """Let a job wait again as if its worker had not begun it."""
    return _as_holder(db, job, {"state": State.WAITING, "worker": "", "attempts": job.attempts - 1})


def running(db: Transaction) -> tuple[JobRow, ...]:
    """Return all jobs that somebody does."""
    return tuple(_rows(db, jobs.c.state == State.RUNNING))


def take_away(db: Transaction, job: JobRow, error: Message) -> bool:
    """Let a job wait again whose worker has not counted on since it was seen as `job`; return whether that was so.

    After `ATTEMPTS` it has failed with `error`.
    """
    seen = (jobs.c.id == job.id, jobs.c.worker == job.worker, jobs.c.beat == job.beat, jobs.c.state == State.RUNNING)
    failed = job.attempts >= ATTEMPTS
    values = {"state": State.FAILED if failed else State.WAITING, "worker": "", "error": error if failed else None}
    return db.execute(update(jobs).where(*seen).values(**values)).rowcount > 0


def every(db: Transaction, programme_id: int) -> tuple[JobRow, ...]:
    """Return the jobs of a programme in the order in which they are done."""
    return tuple(_rows(db, jobs.c.programme_id == programme_id))


def find(db: Transaction, programme_id: int, job_id: int) -> JobRow:
    """Return a job; `NotFound` if the programme has none with that id."""
    found = next(_rows(db, (jobs.c.programme_id == programme_id) & (jobs.c.id == job_id)), None)
    if found is None:
        raise NotFound("job", job_id)
    return found


def at(db: Transaction, programme_id: int, place: Place) -> JobRow | None:
    """Return the job of a place, None if nobody asked for one."""
    return next(_rows(db, (jobs.c.programme_id == programme_id) & (jobs.c.key == place.key)), None)


def cancel(db: Transaction, job: JobRow) -> None:
    """Let nobody do a job until its inputs change or somebody asks for it again; one that is over stays as it is."""
    here = (jobs.c.id == job.id, jobs.c.state.in_(OPEN))
    db.execute(update(jobs).where(*here).values(state=State.CANCELLED, worker=""))


def try_again(db: Transaction, job: JobRow) -> None:
    """Let a job wait again that has failed or was cancelled."""
    here = (jobs.c.id == job.id, jobs.c.state.in_((State.FAILED, State.CANCELLED)))
    db.execute(update(jobs).where(*here).values(**_BEGUN_ANEW))


def remove(db: Transaction, programme_id: int, keys: Sequence[str]) -> None:
    """Forget jobs of places that are not there any more, by their keys."""
    db.execute(delete(jobs).where(jobs.c.programme_id == programme_id, jobs.c.key.in_(keys)))


def forget(db: Transaction, programme_id: int, besides: Collection[str]) -> None:
    """Forget all jobs of a programme, with what they say of it, but those of some kinds; whoever does one loses it."""
    db.execute(delete(jobs).where(jobs.c.programme_id == programme_id, jobs.c.kind.not_in(besides)))


def forget_over(db: Transaction, programme_id: int, kind: str) -> None:
    """Forget the jobs of a kind of which nothing is left to do."""
    over = (jobs.c.programme_id == programme_id, jobs.c.kind == kind, jobs.c.state.in_(OVER))
    db.execute(delete(jobs).where(*over))


def unknown_kinds(db: Transaction, kinds: Collection[str]) -> tuple[str, ...]:
    """Return the kinds of open jobs that are not among some."""
    query = select(jobs.c.kind).where(jobs.c.state.in_(OPEN), jobs.c.kind.not_in(kinds)).distinct()
    return tuple(sorted(db.scalars(query)))


def _as_holder(db: Transaction, job: JobRow, values: Mapping[str, object]) -> bool:
    mine = (jobs.c.id == job.id, jobs.c.worker == job.worker, jobs.c.inputs == job.inputs)
    return db.execute(update(jobs).where(*mine, jobs.c.state == State.RUNNING).values(**values)).rowcount > 0


def _rows(db: Transaction, where: ColumnElement[bool]) -> Iterator[JobRow]:
    query = select(*_COLUMNS).where(where).order_by(jobs.c.stage, jobs.c.id)
    yield from filter(None, map(_row, db.execute(query).mappings()))


def _row(found: Any) -> JobRow | None:  # noqa: ANN401 - SQLAlchemy's own
    return None if found is None else JobRow(**{**found, "state": State(found["state"])})
