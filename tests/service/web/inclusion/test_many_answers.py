"""One device answers again and again, and the facilitator sees that many came from one."""

import re

import pytest
from fastapi.testclient import TestClient

from service.annotations.feedback_forms import MANY
from service.annotations.tokens import new_token
from tests.service.working import create_app

DESK = "/programmes/p/forms"


@pytest.fixture
def work(settings, open_workspace):
    """A workspace with a programme."""
    work = open_workspace(settings)
    work.programmes.create("P")
    return work


@pytest.fixture
def code(work):
    """Of a form."""
    return work.feedback.add_form("p", "Day one").code


@pytest.fixture
def device(settings, work):
    """Make devices, each with cookies of its own."""
    app = create_app(settings, work)
    return lambda: TestClient(app, base_url="http://localhost")


def send(device, code, times, token=None):
    """Open the form and send it."""
    for _ in range(times):
        sent = {"token": token or new_token(), "voice": "4"}
        assert device.post(f"/f/{code}", data=sent, follow_redirects=False).status_code == 303


def test_what_one_device_sends_after_many_is_marked(device, work, code):
    """All count; the desk says how many, lets them be taken away when it is closed, and the first ones stay."""
    send(device(), code, MANY + 20)
    send(device(), code, 2)
    here, desk = f"{DESK}/{code}", device()
    page = desk.get(here).text
    assert "20 of 32 answers came from devices that had sent 10 before" in page
    assert "They can be taken away when the form is closed." in page
    desk.post(f"{here}/close")
    assert "20 answers go, for good; the first 10 of each device stay." in desk.get(here).text
    page = desk.post(f"{here}/after-many/remove").text
    assert "Many answers from one device" not in page
    assert work.feedback.form("p", code).received == 12
    history = re.sub(r"<[^>]*>", "", desk.get("/programmes/p/history").text)
    assert "took away answers to the form for “Day one”" in history


def test_many_devices_are_not_one(device, work, code):
    """A room of phones has no mark, and no device is told from another."""
    for _ in range(MANY + 5):
        send(device(), code, 1)
    assert work.feedback.form("p", code).after_many == 0
    assert "Many answers from one device" not in device().get(f"{DESK}/{code}").text


def test_the_device_keeps_a_number_and_nothing_else(device, code):
    """Of this form alone; what is sent twice counts once, and more than many is no number of its own."""
    phone = device()
    send(phone, code, 2, token=new_token())
    (kept,) = phone.cookies.jar
    assert (kept.name, kept.value, kept.path) == ("sent", "1", f"/f/{code}")
    send(phone, code, MANY + 5)
    assert [each.value for each in phone.cookies.jar] == [str(MANY)]


@pytest.mark.parametrize("kept", ["", "-1", "१", "1e3", "99999999999999999999", "a" * 3000])
def test_whatever_is_kept_is_taken(device, work, code, kept):
    """A number of somebody's own making is none, or at most many."""
    phone = device()
    sent = {"token": new_token(), "voice": "4"}
    phone.post(f"/f/{code}", data=sent, headers={"cookie": f"sent={kept}".encode()})
    assert work.feedback.form("p", code).received == 1


def test_a_program_takes_them_away(device, work, code):
    """As the page does; an open form refuses."""
    send(device(), code, MANY + 3)
    api = f"/api/v1/programmes/p/forms/{code}"
    assert device().delete(f"{api}/after-many").status_code == 403
    device().patch(api, json={"is_open": False})
    left = device().delete(f"{api}/after-many").json()
    assert (left["received"], left["after_many"], left["removable"]) == (MANY, 0, 0)
