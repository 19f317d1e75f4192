"""The clock on the wall goes forward by an hour, then back by one, while work is done and people are here."""

import sys
import threading
from datetime import UTC, datetime, timedelta

import pytest
from fastapi.testclient import TestClient

from nlp.readings.lay_out import NotesLaidOut
from service.annotations.rate import Rate
from service.errors import NotSignedIn, TooOften
from service.web.app import create_app
from tests.service.files import EVERYTHING, NOTES

HOURS = (1, -1)
NOON = datetime(2026, 3, 18, 12, tzinfo=UTC)
"""So that an hour is no other day."""
LONGEST = 120.0


class _Kind(type):
    def __instancecheck__(cls, value):
        return isinstance(value, datetime)


class Wall(datetime, metaclass=_Kind):
    """The clock on the wall, as every module of the service reads it."""

    jumped = timedelta()

    @classmethod
    def now(cls, tz=None):
        """Return what it shows."""
        return (NOON + cls.jumped).astimezone(tz or UTC)


@pytest.fixture(autouse=True)
def wall(monkeypatch):
    """Let all of the service read a clock that can be set."""
    for name, module in list(sys.modules.items()):
        if name.startswith("service.") and getattr(module, "datetime", None) is datetime:
            monkeypatch.setattr(module, "datetime", Wall)
    monkeypatch.setattr(Wall, "jumped", timedelta())
    monkeypatch.setattr("time.time", lambda: Wall.now().timestamp())
    return Wall


@pytest.mark.parametrize("hours", HOURS)
def test_a_worker_keeps_its_job(hours, wall, workspace, programme, monkeypatch):
    """No other one takes it away, and what it makes counts as its first attempt."""
    workspace.files.add(programme, EVERYTHING)
    begun, go_on = threading.Event(), threading.Event()
    real = NotesLaidOut.of.__func__

    def of(cls, wordings):
        begun.set()
        assert go_on.wait(LONGEST)
        return real(cls, wordings)

    monkeypatch.setattr(NotesLaidOut, "of", classmethod(of))
    working, other = workspace.jobs.worker(), workspace.jobs.worker()
    working.do_next()
    thread = threading.Thread(target=working.do_next)
    thread.start()
    assert begun.wait(LONGEST)
    other.take_over()
    wall.jumped = timedelta(hours=hours)
    for _ in range(3):
        other.take_over()
    (held,) = (job for job in workspace.jobs.every(programme) if job.state == "running")
    go_on.set()
    thread.join(LONGEST)
    assert workspace.jobs.get(programme, held.id).state == "done"
    workspace.jobs.do_all()
    assert {job.state for job in workspace.jobs.every(programme)} == {"done"}
    assert workspace.findings(programme).readings().elements


def test_results_of_after_the_jump_take_the_place_of_those_before(wall, workspace, programme):
    """Also where they seem to be older."""
    workspace.files.add(programme, EVERYTHING)
    workspace.jobs.do_all()
    for hours in HOURS:
        wall.jumped += timedelta(hours=2 * hours)
        more = f"text,element\nOne more thing {'about trust ' * (3 + hours)},Communications\n".encode()
        before = workspace.findings(programme).element("communications").notes
        workspace.files.add(programme, [(f"more{hours}.csv", more)])
        workspace.jobs.do_all()
        shown = workspace.for_readers().findings(programme)
        assert shown.element("communications").notes == before + 1
        assert shown.late == ()


@pytest.mark.parametrize("hours", HOURS)
def test_what_waits_for_people_is_still_there(hours, wall, settings, open_workspace):
    """Uploads that were not kept yet, what was sent under a key and is sent again, forms that are open."""
    work = open_workspace(settings)
    with TestClient(create_app(settings, work), base_url="http://localhost") as client:

        def named():
            return client.post("/api/v1/programmes", json={"name": "P"}, headers={"Idempotency-Key": "one"})

        first = named()
        files = [("files", ("notes.csv", NOTES))]
        preview = client.post("/api/v1/programmes/p/previews", files=files).json()
        code = work.feedback.add_form("p", "Day one").code
        wall.jumped = timedelta(hours=hours)
        again = named()
        assert (again.status_code, again.json()) == (first.status_code, first.json())
        assert [each["name"] for each in client.get("/api/v1/programmes").json()] == ["P"]
        kept = client.post(f"/api/v1/programmes/p/previews/{preview['token']}/keep")
        assert kept.status_code in {200, 201}, kept.text
        assert client.get(f"/f/{code}").status_code == 200


@pytest.mark.parametrize("hours", HOURS)
def test_nobody_gains_or_loses_by_it_where_something_is_limited(hours, wall):
    """Limits are measured by a clock that cannot be set."""
    rate = Rate(most=2)
    rate.check("code")
    rate.check("code")
    wall.jumped = timedelta(hours=hours)
    with pytest.raises(TooOften) as refused:
        rate.check("code")
    assert 0 < refused.value.seconds <= 60


@pytest.mark.parametrize("hours", HOURS)
def test_who_is_signed_in_stays_so(hours, wall, workspace):
    """And who has mistyped a password may try again."""
    workspace.accounts.add("asha", "Asha", "a long password of mine")

    def sign_in(password):
        return workspace.sign_ins.by_password("asha", password, "127.0.0.1", "Firefox", "")

    given = sign_in("a long password of mine")
    for _ in range(5):
        with pytest.raises(NotSignedIn):
            sign_in("another password")
    wall.jumped = timedelta(hours=hours)
    assert workspace.readers.of_cookie(given.cookie)
    assert sign_in("a long password of mine")
