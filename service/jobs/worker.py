"""Workers: each does one job after the other, says that it is alive, and takes over from those that are not."""

import logging
import os
import secrets
import socket
import threading
import time
from collections.abc import Callable

from nlp.errors import LINE, ManyvoicesError
from nlp.messages import Message
from service.analyses.findings import Findings, FindingsOf
from service.analyses.kinds import (
    DRIFT,
    OVER_TIME,
    PARTICIPATION,
    PARTICIPATION_BY,
    READINGS,
    READINGS_BY,
    RUBRICS,
)
from service.analyses.outcomes import INSIDE
from service.analyses.progress import Progress, Stopped
from service.assistant.asked import ASSISTANT
from service.errors import NotFound, NotMadeYet, StoreError, full_as_such
from service.jobs.plan import ORDERED, look_for_work
from service.publications.ordered import PUBLICATION, Ordered
from service.store import Database, Transaction, programmes
from service.store.jobs import jobs
from service.store.jobs.jobs import ATTEMPTS, JobRow, Place, State
from service.store.programmes import PLAN
from service.webhooks.events import announce_failed, announce_ready

KINDS = (PLAN, READINGS, DRIFT, RUBRICS, PARTICIPATION, OVER_TIME, PUBLICATION, ASSISTANT)
BEAT_SECONDS = 3.0
LEASE_SECONDS = 20.0
IDLE_SECONDS = 0.5
LONGEST_WAIT = 30.0
SAID_EVERY = 0.3
PARTS = 1000
DIED = Message(
    LINE,
    {
        "problem": Message("the work was begun three times, and each time the program that did it ended"),
        "remedy": Message("Perhaps there is too little memory: close other programs, then try again"),
    },
)
_LOG = logging.getLogger("manyvoices.jobs")
Publish = Callable[[str, Ordered, Progress, Callable[[Transaction], bool]], object]
"""Makes a file of a programme and publishes it, in a transaction in which whoever does it still holds the job."""

Propose = Callable[[Findings, JobRow, Progress, Callable[[], bool]], bool]
"""Asks the assistant what a job is to ask, while nothing else waits; returns whether it is over."""


class Worker:
    """Does jobs until it is told to stop.

    Args:
        database: where the jobs are.
        findings_of: makes what is to be found.
        publish: makes the files that are to be published.
        propose: asks the assistant.
        lease: seconds for which a job must not have been counted on before its worker is taken for dead.
    """

    def __init__(
        self,
        database: Database,
        findings_of: FindingsOf,
        publish: Publish,
        propose: Propose,
        lease: float = LEASE_SECONDS,
    ) -> None:
        self.name = f"{socket.gethostname()}-{os.getpid()}-{secrets.token_hex(4)}"
        self._database = database
        self._findings_of = findings_of
        self._publish = publish
        self._propose = propose
        self._lease = lease
        self._seen: dict[int, tuple[JobRow, float]] = {}
        self._stop = threading.Event()
        self._held: JobRow | None = None

    def run(self) -> None:
        """Do jobs until `stop`; while the database cannot be used, wait for it, longer each time.

        Raises:
            StoreError: the database is not there any more.
        """
        wait = IDLE_SECONDS
        asked = False
        while not self._stop.is_set():
            self._database.check_is_there()
            try:
                if not asked:
                    self.look_at_all()
                    asked = True
                self.take_over()
                busy, wait = self.do_next(), IDLE_SECONDS
            except StoreError as error:
                _LOG.warning("%s", error)
                busy, wait = False, min(2 * wait, LONGEST_WAIT)
            if not busy:
                self._stop.wait(wait)

    def stop(self) -> None:
        """Begin no other job, and hand back the one that is being done; what was found of it so far is kept.

        Raises:
            StoreError: the database cannot be used; the job is taken over when its lease is over.
        """
        self._stop.set()
        if held := self._held:
            self._hand_back(held)

    def look_at_all(self) -> None:
        """Look in every programme whether anything is to be done: this program may find other things than the last."""
        with self._database.writing() as db:
            for row in programmes.every(db):
                jobs.ask(db, row.id, programmes.looks_for_work(row))
            if unknown := jobs.unknown_kinds(db, KINDS):
                _LOG.warning("Work of a kind that this release does not know is left alone: %s", ", ".join(unknown))

    def take_over(self) -> None:
        """Let the jobs wait again whose workers have not counted on for the time of a lease."""
        with self._database.reading() as db:
            found = [job for job in jobs.running(db) if job.worker != self.name]
        now = time.monotonic()
        before, self._seen = self._seen, {}
        for job in found:
            earlier, since = before.get(job.id, (job, now))
            if (earlier.worker, earlier.beat) != (job.worker, job.beat):
                since = now
            self._seen[job.id] = job, since
            if now - since >= self._lease:
                with self._database.writing() as db:
                    programmes.hold(db, job.programme_id)
                    if jobs.take_away(db, job, DIED):
                        _tell_of_end(db, job, jobs.find(db, job.programme_id, job.id).state)
                        _LOG.warning("Work of a program that has ended is taken over: %s", job.kind)

    def do_next(self) -> bool:
        """Do the next job; return whether there was one.

        Raises:
            StoreError: the database cannot be used; the job waits.
        """
        with self._database.reading() as db:
            if not jobs.is_waiting(db):
                return False
        with self._database.writing() as db:
            job = jobs.claim(db, self.name, KINDS)
            slug = programmes.slug_of(db, job.programme_id) if job else ""
        if job is None:
            return False
        self._held = job
        try:
            with _Heart(self._database, job) as heart:
                self._do(job, slug, heart)
        finally:
            self._held = None
        return True

    def _do(self, job: JobRow, slug: str, heart: "_Heart") -> None:
        try:
            with full_as_such():
                changed = self._carry_out(job, slug, _reporter(self._database, job, heart, self._stop))
        except Stopped:
            return
        except NotMadeYet as error:  # what it needs changed again, or somebody stopped it
            self._end_or_try_again(job, error.message)
        except StoreError:
            self._when_it_can(lambda: self._hand_back(job))
            raise
        except NotFound:
            self._end(job, State.DONE)  # what it is of was removed meanwhile
        except ManyvoicesError as error:
            self._end(job, State.FAILED, error.message)
        except Exception:
            _LOG.exception("Work failed: %s", job.kind)
            self._end_or_try_again(job, INSIDE)
        else:
            self._end(job, State.DONE, changed=changed)

    def _carry_out(self, job: JobRow, slug: str, report: Progress) -> bool:
        """Do a job; return whether anything may be found in the programme that was not before."""
        if job.ordered:
            self._publish(slug, job.ordered, report, lambda db: jobs.beat(db, job))
            return False
        found = self._findings_of.of(slug, report)
        if job.kind == PLAN:
            return look_for_work(self._database, found)
        if job.kind == ASSISTANT:
            if not self._propose(found, job, report, self._nothing_else_waits):
                self._hand_back(job)
                raise Stopped
            return False
        carry_out(found, job.place)
        return True

    def _nothing_else_waits(self) -> bool:
        with self._database.reading() as db:
            return not jobs.waits_besides(db, ASSISTANT, KINDS)

    def _end_or_try_again(self, job: JobRow, error: Message) -> None:
        failed = job.attempts >= ATTEMPTS
        self._end(job, State.FAILED if failed else State.WAITING, error if failed else None)

    def _end(self, job: JobRow, state: State, error: Message | None = None, *, changed: bool = True) -> None:
        with self._database.writing() as db:
            programmes.hold(db, job.programme_id)  # of two that end at once, one sees that the other has
            if jobs.finish(db, job, state, error):
                _tell_of_end(db, job, state, changed=changed)

    def _hand_back(self, job: JobRow) -> None:
        with self._database.writing() as db:
            jobs.hand_back(db, job)

    def _when_it_can(self, write: Callable[[], None]) -> None:
        """Write something as soon as the database takes it, unless the worker is to stop."""
        wait = IDLE_SECONDS
        while not self._stop.wait(wait):
            try:
                write()
            except StoreError:
                self._database.check_is_there()
                wait = min(2 * wait, LONGEST_WAIT)
            else:
                return


def _tell_of_end(db: Transaction, job: JobRow, state: State, *, changed: bool = True) -> None:
    """Tell other programs that something could not be found, and that nothing is left to do."""
    if state is State.FAILED:
        announce_failed(db, job.programme_id, job.id)
    over = state in (State.DONE, State.FAILED) and job.kind not in ORDERED
    if over and changed and not jobs.are_open(db, job.programme_id, besides=ORDERED):
        announce_ready(db, job.programme_id)


def carry_out(found: Findings, place: Place) -> None:
    """Make what a job makes, and keep it."""
    subject, by = place.subject, place.compared
    match place.kind:
        case "readings":
            found.readings(subject or None, by or READINGS_BY)
        case "drift":
            found.drift()
        case "rubrics":
            found.rubrics()
        case "participation":
            found.participation(subject, by or PARTICIPATION_BY)
        case "over time":
            found.over_time(by or PARTICIPATION_BY)


class _Heart:
    """Counts on while a job is done, in a thread of its own; `lost` is set once the job is no longer its worker's."""

    def __init__(self, database: Database, job: JobRow) -> None:
        self._database = database
        self._job = job
        self._over = threading.Event()
        self.lost = threading.Event()
        self._thread = threading.Thread(target=self._beat, daemon=True)

    def __enter__(self) -> "_Heart":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()

    def _beat(self) -> None:
        while not self._over.wait(BEAT_SECONDS):
            try:
                with self._database.writing() as db:
                    if not jobs.beat(db, self._job):
                        self.lost.set()
            except StoreError:  # full or locked: the next beat may pass
                continue


def _reporter(
    database: Database, job: JobRow, heart: _Heart, stop: threading.Event
) -> Callable[[Message, float], None]:
    """Return what writes down how far a job is, now and then, and stops it when nobody wants it any more."""
    began = said = time.monotonic()

    def report(step: Message, part: float) -> None:
        nonlocal said
        if heart.lost.is_set() or stop.is_set():
            raise Stopped
        now = time.monotonic()
        if part and now - said < SAID_EVERY:
            return
        said = now
        try:
            with database.writing() as db:
                held = jobs.progress(db, job, step, round(PARTS * part), PARTS, now - began)
        except StoreError:  # how far it is need not be known; that it cannot be kept is told when it is
            return
        if not held:
            raise Stopped

    return report
