"""What has to be done is done once, by whoever lives."""

import threading
from dataclasses import replace

import pytest
from sqlalchemy import text

from nlp.readings.lay_out import NotesLaidOut
from service.errors import StoreError
from service.jobs.worker import DIED, KINDS, Worker
from service.names.types import NameKind
from service.store.jobs import jobs
from service.store.jobs.jobs import State
from tests.service.files import NOTES

EACH_ONCE = [1, 1, 3, 4]
"""Notes of what is laid out in `busy`: an element of all reviews, or of one where not all its notes are of that."""

MANY = (
    b"text,element\n"
    + "".join(
        f"{text} {number},{element}\n"
        for element in ("Communications", "Entrepreneurial culture")
        for text in ("we call each other on the phone", "খবর সময়মতো আসে না আমাদের কাছে")
        for number in range(6)
    ).encode()
)


def states(workspace, slug):
    """Return (kind, subject) -> state of every job."""
    return {(job.kind, job.subject): job.state.value for job in workspace.jobs.every(slug)}


@pytest.fixture
def clusterings(monkeypatch):
    """How many notes were laid out in readings, each time that it was done."""
    seen: list[int] = []
    real = NotesLaidOut.of.__func__

    def of(cls, wordings):
        seen.append(len(wordings.rows))
        return real(cls, wordings)

    monkeypatch.setattr(NotesLaidOut, "of", classmethod(of))
    return seen


def test_a_change_starts_what_follows_from_it(workspace, busy):
    """Keeping files asks for nothing but to look; then every result that pages show is made."""
    assert states(workspace, busy) == {("plan", ""): "waiting"}
    workspace.jobs.do_all()
    assert set(states(workspace, busy).values()) == {"done"}
    shown = workspace.for_readers().findings(busy)
    assert shown.readings().elements
    assert shown.drift().elements
    assert shown.rubrics().elements
    assert shown.participation("session-2026-03-18").speakers
    assert shown.over_time().people
    assert shown.late == ()


def test_what_does_not_change_a_result_makes_nothing_anew(workspace, busy, clusterings):
    """A question that is chosen is looked at, and that is all."""
    workspace.jobs.do_all()
    clusterings.clear()
    before = {job.id: job for job in workspace.jobs.every(busy) if job.kind != "plan"}
    workspace.questions.ask(busy, "What do we do first?")
    assert states(workspace, busy)["plan", ""] == "waiting"
    workspace.jobs.do_all()
    assert {job.id: job for job in workspace.jobs.every(busy) if job.kind != "plan"} == before
    assert clusterings == []


def test_notes_on_one_element_cost_one_clustering(workspace, busy, clusterings):
    """The other elements are found as they were."""
    workspace.jobs.do_all()
    before = workspace.findings(busy).element("entrepreneurial-culture")
    clusterings.clear()
    workspace.files.add(busy, [("more.csv", b"text,element\nThe phone is never answered,Communications\n")])
    workspace.jobs.do_all()
    assert clusterings == [5]
    after = workspace.findings(busy)
    assert after.element("communications").notes == 5
    assert after.element("entrepreneurial-culture") == replace(
        before, distinctive=after.readings().elements[1].distinctive
    )


def test_a_file_that_goes_costs_the_elements_that_it_spoke_of(workspace, busy, clusterings):
    """And nothing of it stays."""
    (more,) = workspace.files.add(busy, [("more.csv", b"text,element\nThe phone is never answered,Communications\n")])
    workspace.jobs.do_all()
    clusterings.clear()
    workspace.files.remove(busy, more.id)
    with workspace._database.reading() as db:
        assert not db.execute(text("SELECT 1 FROM finding_parts WHERE result LIKE '%never answered%'")).first()
    workspace.jobs.do_all()
    assert clusterings == [4]
    assert workspace.findings(busy).element("communications").notes == 4


@pytest.mark.parametrize(("name", "slug"), [("Talking", "talking"), ("যোগাযোগ ও সংবাদ", "যোগাযোগ-ও-সংবাদ")])
def test_names_cost_no_clustering(workspace, programme, clusterings, name, slug):
    """Of an element, under any name and in any language, and of a reading."""
    busy = programme
    workspace.files.add(busy, [("notes.csv", MANY)])
    workspace.jobs.do_all()
    reading = workspace.findings(busy).element("communications").readings[0]
    clusterings.clear()
    workspace.names.rename(busy, NameKind.ELEMENT, "Communications", name)
    workspace.names.call(busy, NameKind.ELEMENT, "Entrepreneurial culture", "ne", "उद्यमशील संस्कृति")
    workspace.jobs.do_all()
    (renamed, _) = workspace.findings(busy).readings().elements
    assert renamed.element == name
    assert {unit.element for unit in renamed.readings[0].units} == {renamed.element}
    assert renamed.readings[0].label == reading.label
    workspace.edits.rename(busy, slug, renamed.readings[0].id, "आस्था")
    workspace.jobs.do_all()
    assert workspace.findings(busy).readings().elements[0].readings[0].given == "आस्था"
    assert clusterings == []


def test_what_programmes_and_sessions_are_called_costs_nothing(workspace, busy, clusterings):
    """Every result stays as it was made."""
    workspace.jobs.do_all()
    before = {job.id: job for job in workspace.jobs.every(busy) if job.kind != "plan"}
    clusterings.clear()
    workspace.programmes.change(busy, "दुई नदी", "Of both banks")
    workspace.session_titles.change(busy, "session-2026-03-18", title="Spring")
    assert workspace.for_readers().findings(busy).readings().elements
    workspace.jobs.do_all()
    assert {job.id: job for job in workspace.jobs.every(busy) if job.kind != "plan"} == before
    assert clusterings == []
    assert workspace.for_readers().findings(busy).late == ()


def test_an_interrupted_analysis_goes_on_with_the_element_where_it_stopped(workspace, busy, clusterings, monkeypatch):
    """What was found before is kept, by element."""
    real = NotesLaidOut.of.__func__

    def breaks(cls, wordings):
        if clusterings == [4]:
            clusterings.append(0)
            raise RuntimeError
        return real(cls, wordings)

    monkeypatch.setattr(NotesLaidOut, "of", classmethod(breaks))
    workspace.jobs.do_all()
    assert states(workspace, busy)["readings", ""] == "done"
    assert clusterings == [4, 0, 1, 3, 1]


def test_two_workers_do_each_job_once(workspace, busy, clusterings):
    """However they share the work."""
    workers = [workspace.jobs.worker() for _ in range(2)]

    def work(worker: Worker) -> None:
        while set(states(workspace, busy).values()) != {"done"}:
            worker.do_next()

    threads = [threading.Thread(target=work, args=(each,)) for each in workers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(clusterings) == EACH_ONCE


def test_what_fails_by_a_fault_of_ours_is_tried_three_times_and_told(workspace, busy, monkeypatch):
    """Other results are made; tried again by hand it is done."""

    def breaks(*_):
        raise RuntimeError

    with monkeypatch.context() as patch:
        patch.setattr("service.analyses.pipeline.compare_rubrics", breaks)
        workspace.jobs.do_all()
    found = {job.kind: job for job in workspace.jobs.every(busy)}
    assert found["rubrics"].state is State.FAILED
    assert "something went wrong inside" in str(found["rubrics"].error)
    assert found["readings"].state is State.DONE
    workspace.jobs.do_all()
    assert workspace.jobs.get(busy, found["rubrics"].id).state is State.FAILED
    assert workspace.jobs.try_again(busy, found["rubrics"].id).state is State.WAITING
    workspace.jobs.do_all()
    assert workspace.jobs.get(busy, found["rubrics"].id).state is State.DONE


def test_what_cannot_be_found_says_why_at_once(workspace, busy):
    """A record without words is no reason to try again."""
    workspace.files.add(busy, [("empty.vtt", b"WEBVTT\n\n00:00:00.000 --> 00:00:01.000\n<v Asha Rai>...\n")])
    workspace.jobs.do_all()
    found = {job.subject: job for job in workspace.jobs.every(busy) if job.kind == "participation"}
    failed = [job for job in found.values() if job.state is State.FAILED]
    done = [job for job in found.values() if job.state is State.DONE]
    assert len(done) + len(failed) == 2
    assert all(job.error for job in failed)


def test_a_cancelled_job_stays_so_until_its_notes_change(workspace, busy):
    """Nobody does it meanwhile."""
    workspace.jobs.worker().do_next()
    job = next(each for each in workspace.jobs.every(busy) if each.kind == "readings")
    assert workspace.jobs.cancel(busy, job.id).state is State.CANCELLED
    workspace.jobs.do_all()
    assert workspace.jobs.get(busy, job.id).state is State.CANCELLED
    workspace.files.add(busy, [("more.csv", b"text,element\nThe phone is never answered,Communications\n")])
    workspace.jobs.do_all()
    assert workspace.jobs.get(busy, job.id).state is State.DONE


def test_work_of_a_dead_worker_is_taken_over(workspace, busy):
    """As soon as its lease is over by the clock of whoever takes it; a third death is told."""
    worker = workspace.jobs.worker()
    worker._lease = 0.0
    with workspace._database.writing() as db:
        jobs.claim(db, "dead", KINDS)
    worker.take_over()
    assert states(workspace, busy) == {("plan", ""): "waiting"}
    for _ in range(2):
        with workspace._database.writing() as db:
            jobs.claim(db, "dead", KINDS)
        worker.take_over()
    (job,) = workspace.jobs.every(busy)
    assert (job.state, job.error) == (State.FAILED, DIED)


def test_a_worker_that_counts_on_keeps_its_work(workspace, busy):
    """However long it takes: nobody else's clock decides."""
    watching = workspace.jobs.worker()
    watching._lease = 3600.0
    with workspace._database.writing() as db:
        held = jobs.claim(db, "alive", KINDS)
    watching.take_over()
    with workspace._database.writing() as db:
        assert jobs.beat(db, held)
    watching._lease = 60.0
    watching._seen[held.id] = (watching._seen[held.id][0], -1e9)
    watching.take_over()
    assert states(workspace, busy) == {("plan", ""): "running"}


def test_a_database_that_cannot_be_used_does_not_cost_an_attempt(workspace, busy, monkeypatch):
    """Full or locked: the job waits, and is done once it can be."""
    real, broken = workspace._findings.of, [True]

    def of(slug, progress):
        if broken:
            broken.pop()
            raise StoreError("", DIED, DIED)
        return real(slug, progress)

    worker = workspace.jobs.worker()
    monkeypatch.setattr(workspace._findings, "of", of)
    with pytest.raises(StoreError):
        worker.do_next()
    assert states(workspace, busy) == {("plan", ""): "waiting"}
    workspace.jobs.do_all()
    assert set(states(workspace, busy).values()) == {"done"}


def test_findings_of_what_is_gone_are_removed(workspace, busy):
    """Of a session, and of a question that nobody asks any more."""
    workspace.jobs.do_all()
    job = workspace.jobs.ask(busy, "readings", by=("gender",))
    workspace.jobs.do_all()
    assert workspace.jobs.get(busy, job.id).state is State.DONE
    assert workspace.for_readers().findings(busy).readings(by=("gender",)).elements
    kept = workspace.files.every(busy)
    workspace.files.remove(busy, next(file.id for file in kept if file.kind == "transcript"))
    workspace.files.add(busy, [("other.csv", NOTES.replace(b"late", b"early"))])
    workspace.jobs.do_all()
    assert ("participation", "session-2026-03-18") not in states(workspace, busy)
    with workspace._database.reading() as db:
        from service.store import findings

        kinds = [each.kind for each in findings.every(db, workspace.findings(busy).at.id)]
    assert sorted(set(kinds)) == ["drift", "readings", "rubrics"]
    assert job.id not in {each.id for each in workspace.jobs.every(busy)}
