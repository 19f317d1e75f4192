"""Attempts against real servers on this machine."""

import time

import pytest

from service.webhooks.attempt import attempt
from service.webhooks.destinations import Allowed, read_url
from service.webhooks.types import Attempt, Outcome
from tests.service.webhooks.receiver import dead, receiver, slow

HERE = Allowed.of(["127.0.0.0/8", "hooks.example.org"])


def send(url, allowed=HERE, seconds=5.0, **more):
    return attempt(read_url(url), allowed, {"content-type": "application/json"}, b"{}", seconds, **more)


def test_what_is_taken_has_come_whole():
    """Method, path, headers and body, once."""
    with receiver() as there:
        assert send(there.url) == Attempt(Outcome.TAKEN, 204)
        ((headers, body),) = there.received
    assert body == b"{}"
    assert headers["content-type"] == "application/json"


@pytest.mark.parametrize(
    ("status", "headers", "ended"),
    [
        (200, {}, Attempt(Outcome.TAKEN, 200)),
        (500, {}, Attempt(Outcome.REFUSED, 500)),
        (404, {}, Attempt(Outcome.REFUSED, 404)),
        (410, {}, Attempt(Outcome.REFUSED, 410)),
        (429, {"Retry-After": "90"}, Attempt(Outcome.REFUSED, 429, 90)),
        (503, {"Retry-After": "999999"}, Attempt(Outcome.REFUSED, 503, 86_400)),
        (503, {"Retry-After": "Wed, 21 Oct 2026 07:28:00 GMT"}, Attempt(Outcome.REFUSED, 503)),
    ],
)
def test_other_answers_are_told_apart(status, headers, ended):
    """Only a status of success is taken for one; who is busy says for how long."""
    with receiver() as there:
        there.status, there.headers = status, headers
        assert send(there.url) == ended


def test_a_redirect_is_not_followed():
    """It could lead to where the settings do not let anybody go."""
    with receiver() as elsewhere, receiver() as there:
        there.status, there.headers = 302, {"Location": elsewhere.url}
        assert send(there.url) == Attempt(Outcome.REDIRECTED, 302)
        assert elsewhere.received == []


@pytest.mark.parametrize("drip", [b"", b"H", b"HTTP/1.1 200 OK\r\n"], ids=["nothing", "letters", "headers"])
def test_who_never_answers_is_left(drip):
    """Also who sends a little again and again: all of it has to end in time."""
    began = time.monotonic()
    with slow(drip) as url:
        assert send(url, seconds=0.3) == Attempt(Outcome.TOO_SLOW)
    assert time.monotonic() - began < 3


def test_where_nobody_listens_nothing_is_reached():
    """And nothing is raised."""
    assert send(dead()).outcome is Outcome.NOT_REACHED


def test_a_server_without_tls_gets_nothing_by_https():
    """The body is not sent before the other side has shown who it is."""
    with receiver() as there:
        assert send(there.url.replace("http:", "https:")).outcome is Outcome.NOT_SAFE
        assert there.received == []


def test_a_host_that_is_not_named_is_not_looked_up():
    """Not even its name leaves this machine."""
    looked_up = []
    ended = send("https://other.example.org/", find=lambda *asked: looked_up.append(asked) or [])
    assert ended.outcome is Outcome.NOT_ALLOWED
    assert looked_up == []


def test_a_name_that_leads_into_the_own_network_is_not_followed():
    """A named host whose address is private, whatever port it has."""
    with receiver() as there:
        port = read_url(there.url).port
        allowed = Allowed.of(["hooks.example.org"])
        url = f"https://hooks.example.org:{port}/"
        assert send(url, allowed, find=lambda *_: [("127.0.0.1", port)]).outcome is Outcome.NOT_ALLOWED
        assert there.received == []


def test_what_is_connected_to_is_what_was_checked():
    """A name that leads elsewhere when it is asked again: it is asked once, and its private addresses left aside."""
    with receiver() as there:
        port = read_url(there.url).port
        asked = []

        def find(host, number):
            asked.append(host)
            return [("10.255.255.1", number), ("127.0.0.1", number)] if len(asked) == 1 else [("10.0.0.1", number)]

        assert send(f"http://hooks.example.org:{port}/", find=find).outcome is Outcome.TAKEN
    assert asked == ["hooks.example.org"]
    assert there.received[0][0]["host"] == f"hooks.example.org:{port}"


def test_a_host_that_is_nowhere_is_told():
    """Names that nobody has."""

    def find(*_):
        raise OSError

    assert send("https://hooks.example.org/", find=find).outcome is Outcome.NO_SUCH_HOST
