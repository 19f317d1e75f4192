"""What is to be found in a programme as it is now, and which of what is stored is of no use any more."""

from collections.abc import Iterable, Mapping
from hashlib import sha256

from service.analyses.findings import Findings
from service.analyses.kinds import (
    DRIFT,
    EDITED,
    OVER_TIME,
    PARTICIPATION,
    PARTICIPATION_BY,
    READINGS,
    READINGS_BY,
    RUBRICS,
)
from service.analyses.stored import place_of
from service.assistant.asked import ASSISTANT
from service.errors import NotFound
from service.publications.ordered import PUBLICATION, Ordered
from service.store import Database, Transaction, findings
from service.store.jobs import jobs
from service.store.jobs.jobs import OVER, JobRow, Place, State, Wanted
from service.store.programmes import PLAN

FIRST, THEN, LAST, AFTER_ALL, BESIDE = 1, 2, 3, 4, 5
"""Stages: what a programme's pages begin with; what is made of that; what is seen of single reviews, or asked for; what
is made of everything; what nothing waits for."""
ORDERED = (PUBLICATION, ASSISTANT)
"""The kinds of what somebody asked for once: it goes when it is over."""


def wanted(found: Findings) -> tuple[Wanted, ...]:
    """Return the jobs whose results the pages of a programme show."""
    return (*_of_notes(found), *_of_rubrics(found), *_of_sessions(found))


def _of_notes(found: Findings) -> Iterable[Wanted]:
    if not found.at.of_kind("notes"):
        return
    questions = found.questions
    yield Wanted(Place(READINGS), questions.readings(None, READINGS_BY).key, FIRST)
    yield Wanted(Place(DRIFT), questions.drift().key, THEN)
    for review in found.at.outline.reviews:
        yield Wanted(Place(READINGS, review.name), questions.readings(review.name, READINGS_BY).key, LAST)


def _of_rubrics(found: Findings) -> Iterable[Wanted]:
    if found.at.of_kind("rubric"):
        yield Wanted(Place(RUBRICS), found.questions.rubrics().key, FIRST)


def _of_sessions(found: Findings) -> Iterable[Wanted]:
    rows = found.at.session_rows
    keys = {row.slug: found.questions.participation(row, PARTICIPATION_BY).key for row in rows}
    for slug, key in keys.items():
        yield Wanted(Place(PARTICIPATION, slug), key, FIRST)
    if keys:
        every = found.questions.over_time({}, PARTICIPATION_BY).inputs
        yield Wanted(Place(OVER_TIME), sha256(" ".join((*keys.values(), every)).encode()).hexdigest(), THEN)


def asked(found: Findings, place: Place) -> Wanted:
    """Return the job for a question that is not always answered; `NotFound` if the programme has no such thing."""
    subject, by = place.subject, place.compared
    match place.kind:
        case "readings":
            key = found.questions.readings(found.at.review(subject or None), by or READINGS_BY).key
        case "participation":
            key = found.questions.participation(found.at.session_row(subject), by or PARTICIPATION_BY).key
        case _:
            rows = [found.questions.participation(row, by or PARTICIPATION_BY).key for row in found.at.session_rows]
            every = found.questions.over_time({}, by or PARTICIPATION_BY).inputs
            key = sha256(" ".join((*rows, every)).encode()).hexdigest()
    return Wanted(place, key, LAST)


def to_publish(ordered: Ordered) -> Wanted:
    """Return the job that makes a file and publishes it, when all that the file shows is there."""
    return Wanted(Place(PUBLICATION, ordered.subject), ordered.inputs, AFTER_ALL, ordered)


def to_ask_assistant(subject: str, run: str) -> Wanted:
    """Return the job of one run of the assistant."""
    return Wanted(Place(ASSISTANT, subject), run, BESIDE)


def look_for_work(database: Database, found: Findings) -> bool:
    """Let all that is missing of a programme wait for workers, and forget what is there of no use.

    Returns:
        Whether what is to be found is something else than it was.
    """
    needed = {each.place.key: each for each in wanted(found)}
    with database.writing() as db:
        there = {each.place.key: each for each in jobs.every(db, found.at.id) if each.kind != PLAN}
        on_request = {key: job for key, job in there.items() if key not in needed and _holds(found, job)}
        for each in needed.values():
            if _is_made(db, found, each, there.get(each.place.key)):
                jobs.settle(db, found.at.id, each)
            else:
                jobs.ask(db, found.at.id, each)
        jobs.remove(db, found.at.id, [key for key in there if key not in needed and key not in on_request])
        parts = {
            Place(PARTICIPATION, row.slug, job.compared).key
            for job in on_request.values()
            if job.kind == OVER_TIME
            for row in found.at.session_rows
        }
        _tidy(db, found, {*needed, *on_request, *parts})
    found_before = {key: job.inputs for key, job in there.items() if key not in on_request and job.kind not in ORDERED}
    return {key: each.inputs for key, each in needed.items()} != found_before


def _is_made(db: Transaction, found: Findings, each: Wanted, job: JobRow | None) -> bool:
    if each.place.kind == OVER_TIME:  # its question is known only when all sessions are measured
        kept = any(one.kind == OVER_TIME and one.whole for one in findings.every(db, found.at.id))
        return kept and job is not None and job.state is State.DONE and job.inputs == each.inputs
    return findings.is_there(db, found.at.id, [each.inputs])


def _holds(found: Findings, job: JobRow) -> bool:
    """Whether what somebody asked for is still to be published, or would be found in the same way now."""
    if job.kind in ORDERED:
        return job.state not in OVER
    try:
        return asked(found, job.place).inputs == job.inputs
    except NotFound:
        return False


def _tidy(db: Transaction, found: Findings, places: Iterable[str]) -> None:
    """Forget what was found of reviews and sessions that are gone, or for a question that is not asked any more."""
    kept: Mapping[str, bool] = dict.fromkeys(places, True)
    gone = [
        each.key
        for each in findings.every(db, found.at.id)
        if place_of(each.kind, each.parameters).key not in kept
        or (each.kind == EDITED and not found.questions.are_edited)
    ]
    findings.forget(db, found.at.id, gone)
