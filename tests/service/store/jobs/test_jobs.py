"""Jobs are asked for once, claimed by one, and never lost."""

import threading

import pytest

from nlp.messages import Message
from service.errors import NotFound
from service.store import Database
from service.store.jobs import jobs
from service.store.jobs.jobs import Place, State, Wanted
from service.store.programmes import add
from service.types import Outline
from tests.service.store.conftest import url  # noqa: F401 - an empty database, of both kinds

KINDS = ("plan", "readings", "drift")
WHY = Message("why")


@pytest.fixture
def database(url):  # noqa: F811
    """A database with one programme, and no jobs."""
    from datetime import UTC, datetime

    opened = Database.open(url)
    with opened.writing() as db:
        add(db, "P", "", Outline(), datetime.now(UTC))
    yield opened
    opened.close()


def ask(database: Database, kind: str, inputs: str = "a", stage: int = 1, subject: str = "") -> None:
    """Ask for a job of the programme."""
    with database.writing() as db:
        jobs.ask(db, 1, Wanted(Place(kind, subject), inputs, stage))


def claim(database: Database, worker: str = "w", kinds: tuple[str, ...] = KINDS) -> jobs.JobRow | None:
    """Claim the next job."""
    with database.writing() as db:
        return jobs.claim(db, worker, kinds)


def states(database: Database) -> list[tuple[str, str]]:
    """Return the kind and the state of every job."""
    with database.reading() as db:
        return [(job.kind, job.state.value) for job in jobs.every(db, 1)]


def test_asked_for_often_it_is_one_job(database):
    """However many want the same; other inputs let it begin anew, the same again after it was done too."""
    for _ in range(3):
        ask(database, "readings")
    first = claim(database)
    ask(database, "readings")
    assert claim(database) is None
    with database.writing() as db:
        assert jobs.finish(db, first, State.DONE)
    ask(database, "readings")
    assert states(database) == [("readings", "waiting")]
    ask(database, "readings", inputs="b")
    assert claim(database).inputs == "b"


def test_what_is_of_earlier_inputs_does_not_count(database):
    """A worker whose job got other inputs meanwhile no longer holds it, and ends nothing."""
    ask(database, "readings")
    held = claim(database)
    ask(database, "readings", inputs="b")
    with database.writing() as db:
        assert not jobs.beat(db, held)
        assert not jobs.finish(db, held, State.DONE)
    assert states(database) == [("readings", "waiting")]


def test_later_stages_wait_for_earlier_ones(database):
    """What is made of other results comes when these are there, also when they failed."""
    ask(database, "drift", stage=2)
    ask(database, "readings", stage=1)
    first = claim(database)
    assert (first.kind, claim(database)) == ("readings", None)
    with database.writing() as db:
        jobs.finish(db, first, State.FAILED, WHY)
    assert claim(database).kind == "drift"


def test_a_kind_of_a_later_release_is_left_alone(database):
    """It is not claimed, does not hold up the others, and can be told."""
    ask(database, "horoscope", stage=0)
    ask(database, "readings", stage=1)
    assert claim(database).kind == "readings"
    assert claim(database) is None
    with database.reading() as db:
        assert jobs.unknown_kinds(db, KINDS) == ("horoscope",)
    assert ("horoscope", "waiting") in states(database)


def test_two_workers_never_get_the_same(database):
    """Each of many jobs is claimed once, by workers that claim at the same moment."""
    for number in range(20):
        ask(database, "readings", subject=str(number))
    got: list[str] = []

    def work(name: str) -> None:
        while job := claim(database, name):
            got.append(job.subject)

    threads = [threading.Thread(target=work, args=(name,)) for name in ("one", "two", "three")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(got, key=int) == [str(number) for number in range(20)]


def test_a_job_is_taken_away_only_while_nobody_counts_on(database):
    """Whoever counted since it was seen is alive; at the third death it has failed, and can be tried again by hand."""
    ask(database, "readings")
    held = claim(database)
    with database.writing() as db:
        jobs.beat(db, held)
        assert not jobs.take_away(db, held, WHY)
    for _ in range(2):
        with database.writing() as db:
            (seen,) = jobs.running(db)
            assert jobs.take_away(db, seen, WHY)
        assert states(database) == [("readings", "waiting")]
        held = claim(database, "another")
    with database.writing() as db:
        jobs.take_away(db, held, WHY)
    with database.reading() as db:
        (job,) = jobs.every(db, 1)
    assert (job.state, job.error) == (State.FAILED, WHY)
    ask(database, "readings")
    assert claim(database) is None
    with database.writing() as db:
        jobs.try_again(db, job)
    assert claim(database).attempts == 1


def test_what_is_handed_back_does_not_count_as_an_attempt(database):
    """However often a worker is stopped."""
    ask(database, "readings")
    for _ in range(5):
        held = claim(database)
        with database.writing() as db:
            assert jobs.hand_back(db, held)
    assert claim(database).attempts == 1


def test_a_cancelled_job_is_done_by_nobody(database):
    """Its worker loses it; asked for with other inputs it waits again."""
    ask(database, "readings")
    held = claim(database)
    with database.writing() as db:
        jobs.cancel(db, held)
        assert not jobs.progress(db, held, WHY, 1, 2, 3.0)
    ask(database, "readings")
    assert states(database) == [("readings", "cancelled")]
    ask(database, "readings", inputs="b")
    assert states(database) == [("readings", "waiting")]


def test_how_far_a_job_is_can_be_read(database):
    """The step, the part and the seconds."""
    ask(database, "readings")
    held = claim(database)
    with database.writing() as db:
        assert jobs.progress(db, held, Message("সভা {n}", {"n": 2}), 1, 2, 3.5)
    with database.reading() as db:
        seen = jobs.find(db, 1, held.id)
        assert (seen.step, seen.done, seen.of, seen.seconds) == (Message("সভা {n}", {"n": 2}), 1, 2, 3.5)
        assert jobs.at(db, 1, Place("readings")) == seen
        with pytest.raises(NotFound, match="77"):
            jobs.find(db, 1, 77)
