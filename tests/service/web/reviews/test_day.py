"""The day of a review: its plan, the timer, and who was heard in each part."""

import re

import pytest
from fastapi.testclient import TestClient

from service.presentation.i18n import NAMES
from tests.service.working import create_app

HOME = "/programmes/p/reviews/may-2031"
RECORD = b"""WEBVTT

00:00:00.000 --> 00:10:00.000
Asha: Welcome, all of you.

00:20:00.000 --> 00:40:00.000
Binod: This is what happened.

00:50:00.000 --> 00:59:00.000
Asha: We are new to each other.
"""


@pytest.fixture
def work(settings, open_workspace):
    """A workspace with a programme that has a review and the record of a session."""
    work = open_workspace(settings)
    work.programmes.create("P", ["A", "B"])
    work.files.add("p", [("session-2031-05-04.vtt", RECORD)])
    work.reviews.plan("p", "May 2031")
    return work


@pytest.fixture
def client(settings, work):
    """The service."""
    with TestClient(create_app(settings, work), base_url="http://localhost") as client:
        yield client


def plan(*parts, starts="08:30"):
    """The form of a plan: (place, kind, title, minutes)."""
    fields = {"starts": starts}
    for at, (place, kind, title, minutes) in enumerate(parts):
        fields |= {f"place-{at}": place, f"kind-{at}": kind, f"title-{at}": title, f"minutes-{at}": minutes}
    return fields


def test_the_plan_can_be_changed_without_a_script(client, work):
    """In another order, with parts of one's own, without others; what keeps its usual name is said in any language."""
    usual = "What will we do about it?"
    sent = plan(("2", "actions", usual, "40"), ("1", "", "চা ও गफ", "10"), ("3", "ratings", "Levels", "0"))
    page = client.post(f"{HOME}/agenda", data=sent).text
    assert [(each.kind, each.minutes, each.title) for each in work.reviews.get("p", "may-2031").agenda] == [
        ("other", 10, "চা ও गफ"),
        ("actions", 40, ""),
    ]
    assert "08:40" in page
    assert usual not in client.get(HOME, params={"lang": "bn"}).text
    refused = client.post(f"{HOME}/agenda?lang=en", data=plan(("1", "", "", ""), starts="noon"))
    assert refused.status_code == 422
    assert "an agenda has 1 to 30 parts" in refused.text


@pytest.mark.parametrize("code", NAMES)
def test_the_room_sees_the_plan_without_a_script(client, code):
    """With the times of the day in the reader's digits; the timer shows itself when it can run."""
    page = client.get(f"{HOME}/room", params={"lang": code}).text
    assert f'<html lang="{code}">' in page
    assert re.findall(r'data-minutes="([0-9]+)"', page) == ["15", "30", "45", "15", "45", "45", "25"]
    assert {"en": "12:15", "bn": "১২:১৫", "ne": "१२:१५"}[code] in page
    assert '<section id="timer" class="wide" hidden' in page


def test_who_was_heard_in_each_part(client, work):
    """By the planned times, then by those that the timer kept; a record whose times nobody fits says so."""
    page = client.post(f"{HOME}/session", data={"session": "session-2031-05-04", "begins": "0:00:00"}).text
    shares = {part.name: part.people for part in work.findings("p").participation("session-2031-05-04").segments}
    assert shares["Welcome, and what we promised last time"] == {"Asha": 1.0}
    assert "By the planned times" in page
    client.post(f"{HOME}/room", data={"took": "1200 1200 1800 0 0 0 0"})
    client.post(f"{HOME}/session", data={"session": "session-2031-05-04", "begins": "0:00:00"})
    parts = work.findings("p").participation("session-2031-05-04").segments
    assert [(part.start, part.end) for part in parts] == [(0, 1200), (1200, 2400), (2400, 4200)]
    page = client.get(HOME).text
    assert re.search("only .*Asha.* spoke", page)
    assert "kept with the timer" in page
    client.post(f"{HOME}/session", data={"session": ""})
    assert work.findings("p").participation("session-2031-05-04").segments == ()


def test_a_record_with_parts_of_its_own_keeps_them(client, work):
    """They are not written over, and times that fit no agenda are refused."""
    work.files.add("p", [("session-2031-06-01.vtt", RECORD.replace(b"WEBVTT\n", b"WEBVTT\n\nNOTE Topic 1: Budget\n"))])
    refused = client.post(f"{HOME}/session", data={"session": "session-2031-06-01"})
    assert refused.status_code == 422
    assert "names parts of an agenda itself" in refused.text
    assert client.post(f"{HOME}/room", data={"took": "1 2"}).status_code == 422
    assert client.post(f"{HOME}/session", data={"session": "nothing"}).status_code == 404
