"""The jobs of programmes: seen, asked for, cancelled, tried again."""

from collections.abc import Callable, Sequence

from service.analyses.findings import FindingsOf
from service.analyses.kinds import OVER_TIME, PARTICIPATION, PARTICIPATION_BY, READINGS, READINGS_BY
from service.jobs.plan import asked, to_publish
from service.jobs.types import Job
from service.jobs.worker import Propose, Publish, Worker
from service.publications.ordered import PUBLICATION, Ordered
from service.store import Database, Transaction, programmes
from service.store.jobs import jobs
from service.store.jobs.jobs import JobRow, Place, Wanted

USUAL = {READINGS: READINGS_BY, PARTICIPATION: PARTICIPATION_BY, OVER_TIME: PARTICIPATION_BY}


class Jobs:
    """The jobs of all programmes. Methods raise `NotFound` if there is no such programme or job."""

    def __init__(self, database: Database, findings_of: FindingsOf, publish: Publish, propose: Propose) -> None:
        self._database = database
        self._findings_of = findings_of
        self._publish = publish
        self._propose = propose

    def every(self, slug: str) -> tuple[Job, ...]:
        """Return the jobs of a programme in the order in which they are done."""
        with self._database.reading() as db:
            return tuple(map(Job.of, jobs.every(db, programmes.find(db, slug).id)))

    def get(self, slug: str, job_id: int) -> Job:
        """Return a job."""
        with self._database.reading() as db:
            return Job.of(jobs.find(db, programmes.find(db, slug).id, job_id))

    def ask(self, slug: str, kind: str, subject: str = "", by: Sequence[str] = ()) -> Job:
        """Ask for something that is not always worked out; asked for twice, it is one job.

        Args:
            slug: of the programme.
            kind: "readings", "participation" or "over time".
            subject: the review, or the slug of the session.
            by: attributes to compare; none are the usual ones.
        """
        found = self._findings_of.of(slug)
        review = found.at.review(subject or None) if kind == READINGS else None
        place = Place(kind, review or subject, () if tuple(by) == USUAL[kind] else tuple(by))
        wanted = asked(found, place)
        with self._database.writing() as db:
            if place.compared:
                jobs.ask(db, found.at.id, wanted)
            else:  # of those that always are worked out, one that is missing is found by looking for them
                jobs.ask(db, found.at.id, programmes.looks_for_work(found.at.row))
            row = jobs.at(db, found.at.id, place) or jobs.at(db, found.at.id, Place(programmes.PLAN))
        assert row is not None
        return Job.of(row)

    def publish(self, slug: str, files: Sequence[Ordered]) -> tuple[Job, ...]:
        """Have files made and published, in the place of those that are over; each that is being made is one job."""
        with self._database.writing() as db:
            programme = programmes.find(db, slug, hold=True)
            jobs.forget_over(db, programme.id, PUBLICATION)
            return tuple(Job.of(_asked(db, programme.id, to_publish(file))) for file in files)

    def cancel(self, slug: str, job_id: int) -> Job:
        """Let a job not be done until what goes into it changes; one that is over stays as it is."""
        return self._change(slug, job_id, jobs.cancel)

    def try_again(self, slug: str, job_id: int) -> Job:
        """Let a job that failed or was cancelled be done."""
        return self._change(slug, job_id, jobs.try_again)

    def worker(self) -> Worker:
        """Return a worker for all programmes."""
        return Worker(self._database, self._findings_of, self._publish, self._propose)

    def do_all(self) -> None:
        """Do all that waits, here and now."""
        worker = self.worker()
        while worker.do_next():
            pass

    def _change(self, slug: str, job_id: int, change: Callable[[Transaction, JobRow], None]) -> Job:
        with self._database.writing() as db:
            programme = programmes.find(db, slug)
            change(db, jobs.find(db, programme.id, job_id))
            return Job.of(jobs.find(db, programme.id, job_id))


def _asked(db: Transaction, programme_id: int, wanted: Wanted) -> JobRow:
    """Ask for a job, also for one that failed before, and return it."""
    jobs.ask(db, programme_id, wanted)
    row = jobs.at(db, programme_id, wanted.place)
    assert row is not None
    jobs.try_again(db, row)
    return jobs.find(db, programme_id, row.id)
