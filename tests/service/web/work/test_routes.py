"""What a page shows while something is worked out, and that looking at it makes nothing."""

import json
import re

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import event, text

from service.web.app import create_app
from service.web.work import routes as watching
from tests.service.files import EVERYTHING

SESSION = "session-2026-03-18"
PAGES = (
    "",
    "/elements/communications",
    "/elements/communications/edit",
    "/elements/communications/sort",
    "/rubrics",
    "/sessions",
    f"/sessions/{SESSION}",
    "/over-time",
    "/report",
    "/report.html",
    "/names",
    "/upload",
    "/tally",
    "/forms",
    "/work",
    "/changes.json",
)
API = (
    "",
    "/elements",
    "/elements/communications",
    "/elements/communications/sorting",
    "/drift",
    "/rubrics",
    "/rubrics/matches",
    "/sessions",
    f"/sessions/{SESSION}",
    f"/sessions/{SESSION}/names",
    f"/sessions/{SESSION}/attendance",
    "/over-time",
    "/ratings",
    "/files",
    "/names",
    "/questions",
    "/edits",
    "/jobs",
)

HEAVY = (
    "find_readings",
    "edit_readings",
    "follow_element",
    "compare_rubrics",
    "measure_participation",
    "measure_over_time",
)


@pytest.fixture
def visit(settings, open_workspace):
    """A browser, the workspace, and the path of a programme with all its files; its work is done by hand."""
    work = open_workspace(settings)
    slug = work.programmes.create("Two rivers", ["North", "South", "West"]).slug
    work.files.add(slug, EVERYTHING)
    return TestClient(create_app(settings, work.for_readers()), base_url="http://localhost"), work, slug


@pytest.mark.parametrize(
    ("code", "says"), [("en", "This is being worked out"), ("bn", "এটি তৈরি হচ্ছে"), ("ne", "यो तयार हुँदै छ")]
)
def test_what_was_never_made_is_waited_for(visit, code, says):
    """A page says what is being done and how far it is, in the reader's language, and comes back without a script."""
    client, work, slug = visit
    for path in ("", "/elements/communications", "/rubrics", f"/sessions/{SESSION}", "/over-time", "/report"):
        answer = client.get(f"/programmes/{slug}{path}?lang={code}")
        assert answer.status_code == 202, path
        assert says in answer.text
        assert '<noscript><meta http-equiv="refresh"' in answer.text
    work.jobs.worker().do_next()
    assert SESSION not in re.sub("<[^>]*>", "", client.get(f"/programmes/{slug}?lang={code}").text)
    work.jobs.do_all()
    assert client.get(f"/programmes/{slug}?lang={code}").status_code == 200


def test_while_it_is_renewed_the_last_result_is_shown(visit):
    """And the page says so; when it is there it says nothing."""
    client, work, slug = visit
    work.jobs.do_all()
    page = f"/programmes/{slug}/elements/communications"
    before = client.get(page)
    assert "renewed" not in before.text
    work.files.add(slug, [("more.csv", b"text,element\nThe phone is never answered,Communications\n")])
    during = client.get(page)
    assert during.status_code == 200
    assert "This page shows what was found before" in during.text
    assert "The phone is never answered" not in during.text
    work.jobs.do_all()
    after = client.get(page).text
    assert "The phone is never answered" in after
    assert "This page shows what was found before" not in after


def test_a_change_elsewhere_leaves_a_page_as_it_is(visit):
    """A question that is asked renews nothing, and no page says that it does."""
    client, work, slug = visit
    work.jobs.do_all()
    work.questions.ask(slug, "What now?")
    assert "renewed" not in client.get(f"/programmes/{slug}/rubrics").text


def test_what_failed_says_why_and_can_be_tried_again(visit, monkeypatch):
    """With one button."""
    client, work, slug = visit

    def breaks(*_):
        raise RuntimeError

    with monkeypatch.context() as patch:
        patch.setattr("service.analyses.pipeline.compare_rubrics", breaks)
        work.jobs.do_all()
    assert "something went wrong inside" in client.get(f"/programmes/{slug}/rubrics").text
    page = client.get(f"/programmes/{slug}/work").text
    (again,) = re.findall(r'action="([^"]*/again)"', page)
    assert client.post(again, follow_redirects=False).status_code == 303
    work.jobs.do_all()
    assert client.get(f"/programmes/{slug}/rubrics").status_code == 200
    assert "Everything is there" in client.get(f"/programmes/{slug}/work").text


def test_a_job_can_be_stopped_and_begun_again(visit):
    """A page that waits for it says that it was stopped."""
    client, work, slug = visit
    work.jobs.worker().do_next()
    job = next(each for each in work.jobs.every(slug) if each.kind == "rubrics")
    client.post(f"/programmes/{slug}/work/{job.id}/cancel")
    work.jobs.do_all()
    waiting = client.get(f"/programmes/{slug}/rubrics")
    assert waiting.status_code == 202
    assert "stopped" in waiting.text
    assert "http-equiv" not in waiting.text
    client.post(f"/programmes/{slug}/work/{job.id}/again")
    work.jobs.do_all()
    assert client.get(f"/programmes/{slug}/rubrics").status_code == 200


@pytest.mark.parametrize("done", [True, False])
def test_looking_writes_nothing(visit, done):
    """No page and no GET of the API changes a row, whether the results are there or not."""
    client, work, slug = visit
    if done:
        work.jobs.do_all()
    wrote: list[str] = []

    @event.listens_for(work._database.engine, "before_cursor_execute")
    def look(_connection, _cursor, statement, *_):
        if not re.match(r"\s*(SELECT|BEGIN|PRAGMA|WITH)\b(?!.*IMMEDIATE)", statement, re.IGNORECASE):
            wrote.append(statement)

    for path in PAGES:
        assert client.get(f"/programmes/{slug}{path}").status_code in (200, 202), path
    for path in API:
        assert client.get(f"/api/v1/programmes/{slug}{path}").status_code in (200, 202), path
    assert client.get("/").status_code == 200
    assert wrote == []


def test_looking_computes_nothing(visit, monkeypatch):
    """Not when nothing is there, nor when everything is."""
    client, work, slug = visit

    def never(*_, **__):
        raise AssertionError("a GET computes")

    for made in (False, True):
        if made:
            work.jobs.do_all()
        with monkeypatch.context() as patch:
            for name in (
                "find_readings",
                "edit_readings",
                "follow_element",
                "compare_rubrics",
                "measure_participation",
            ):
                patch.setattr(f"service.analyses.pipeline.{name}", never)
            for path in PAGES:
                assert client.get(f"/programmes/{slug}{path}").status_code in (200, 202), path


def test_the_api_says_that_it_is_being_worked_out(visit):
    """With what is done meanwhile; then the result, and whether it is the current one."""
    client, work, slug = visit
    base = f"/api/v1/programmes/{slug}"
    answer = client.get(f"{base}/elements")
    assert (answer.status_code, answer.headers["retry-after"]) == (202, "2")
    assert answer.json()["problem"] == "this is still being worked out"
    assert [job["kind"] for job in answer.json()["jobs"]] == ["plan"]
    work.jobs.do_all()
    assert client.get(f"{base}/elements").headers["manyvoices-result"] == "current"
    work.files.add(slug, [("more.csv", b"text,element\nThe phone is never answered,Communications\n")])
    late = client.get(f"{base}/elements")
    assert (late.status_code, late.headers["manyvoices-result"]) == (200, "being renewed")


def test_other_questions_are_answered_when_somebody_asked_for_them(visit):
    """Not by a GET; asked for twice they are one job; they go when what they were answered from changes."""
    client, work, slug = visit
    base = f"/api/v1/programmes/{slug}"
    work.jobs.do_all()
    question = f"{base}/elements?by=gender"
    assert client.get(question).status_code == 404
    wanted = {"kind": "readings", "by": ["gender"]}
    first, second = (client.post(f"{base}/analyses", json=wanted) for _ in range(2))
    assert first.status_code == second.status_code == 202
    assert first.headers["location"] == second.headers["location"] == f"{base}/jobs/{first.json()['id']}"
    assert client.get(question).status_code == 202
    work.jobs.do_all()
    assert client.get(first.headers["location"]).json()["state"] == "done"
    assert client.get(question).json()["by"] == ["gender"]
    session = {"kind": "participation", "subject": SESSION, "by": ["role"]}
    assert client.post(f"{base}/analyses", json=session).status_code == 202
    work.jobs.do_all()
    assert client.get(f"{base}/sessions/{SESSION}?by=role").status_code == 200
    assert client.post(f"{base}/analyses", json={"kind": "participation", "subject": "no"}).status_code == 404


def test_jobs_are_cancelled_and_tried_again_over_the_api(visit):
    """And one of another programme is not there."""
    client, work, slug = visit
    base = f"/api/v1/programmes/{slug}/jobs"
    work.jobs.worker().do_next()
    job = next(each for each in client.get(base).json() if each["kind"] == "rubrics")
    assert client.delete(f"{base}/{job['id']}").json()["state"] == "cancelled"
    assert client.post(f"{base}/{job['id']}").json()["state"] == "waiting"
    other = work.programmes.create("Another").slug
    for method in (client.get, client.delete, client.post):
        assert method(f"/api/v1/programmes/{other}/jobs/{job['id']}").status_code == 404


def test_a_form_that_needs_what_is_not_there_is_not_lost_in_silence(visit):
    """It is refused with a line."""
    client, _, slug = visit
    answer = client.post(f"/programmes/{slug}/elements/communications/edit/not-a-reading", data={"reading": "x"})
    assert answer.status_code == 409
    assert "still being worked out" in answer.text


def test_progress_is_told_as_it_goes(visit, monkeypatch):
    """Percent, time and every job, as server-sent events in the reader's language, until all is there."""
    client, work, slug = visit
    monkeypatch.setattr(watching, "EVERY_SECONDS", 0.0)
    monkeypatch.setattr(watching, "LONGEST_SECONDS", 0.2)

    def told() -> list[dict]:
        answer = client.get(f"/programmes/{slug}/progress?lang=bn")
        assert answer.headers["content-type"].startswith("text/event-stream")
        return [json.loads(line.removeprefix("data: ")) for line in answer.text.split("\n\n") if line]

    assert told()[0]["looking"]
    work.jobs.worker().do_next()
    seen = told()[-1]
    assert (seen["looking"], seen["percent"]) == (False, 0)
    assert "অপেক্ষায়" in {job["state"] for job in seen["jobs"]}
    work.jobs.do_all()
    seen = told()[-1]
    assert (seen["open"], seen["percent"]) == ([], 100)
    work.questions.ask(slug, "What now?")
    assert (told()[0]["looking"], told()[0]["percent"]) == (True, 0)


def test_earlier_results_of_what_is_gone_are_not_shown(visit):
    """A file that is removed takes what was found in it along at once."""
    client, work, slug = visit
    work.jobs.do_all()
    notes = next(each.id for each in work.files.every(slug) if each.kind == "notes")
    work.files.remove(slug, notes)
    with work._database.reading() as db:
        assert not db.execute(text("SELECT 1 FROM finding_parts WHERE result LIKE '%Decisions reach us late%'")).first()
    assert "Decisions reach us late" not in client.get(f"/programmes/{slug}").text
