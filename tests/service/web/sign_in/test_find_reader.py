"""Who asks is known before anything is done, and strangers get no further."""

import pytest
from fastapi import Request
from fastapi.testclient import TestClient

from service.access.acting import acting
from service.access.permissions import Need
from service.access.types import OWN_MACHINE, Membership, Role
from service.accounts.readers import COOKIE
from service.store.accounts import memberships
from service.web.app import create_app
from tests.service.web.sign_in.conftest import PASSWORD


@pytest.fixture
def ask(open_workspace, settings):
    """Ask a service with some settings who asks, from some address, with some headers."""

    def one(client="127.0.0.1", headers=None, **chosen):
        given = settings.model_copy(update=chosen)
        app = create_app(given, open_workspace(given))
        browser = TestClient(app, base_url="http://127.0.0.1", client=(client, 50000), follow_redirects=False)
        return browser.get("/", headers=headers or {})

    return one


@pytest.mark.parametrize("client", ["127.0.0.1", "::1", "127.0.0.9"])
def test_on_ones_own_machine_nobody_signs_in(ask, client):
    """A loopback address of a service that listens to loopback opens without anything."""
    assert ask(client).status_code == 200


@pytest.mark.parametrize("header", ["X-Forwarded-For", "Forwarded", "X-Real-IP", "Via", "X-Forwarded-Proto"])
def test_what_a_proxy_sends_on_is_not_of_this_machine(ask, header):
    """Whatever the header says: somebody else asks through something on this machine."""
    assert ask(headers={header: "127.0.0.1"}).status_code == 303
    assert ask("testclient", headers={header: "127.0.0.1"}).status_code == 303


@pytest.mark.parametrize("client", ["192.168.1.4", "fe80::1", "10.0.0.1", "::ffff:192.168.1.4"])
def test_another_device_has_to_sign_in(ask, client):
    """Also where the service was made to listen to others behind the back of its settings."""
    assert ask(client).status_code == 303


@pytest.mark.parametrize(
    ("chosen", "status"),
    [
        ({"sign_in": "always"}, 303),
        ({"host": "0.0.0.0"}, 303),
        ({"host": "192.168.1.4"}, 303),
        ({"host": "0.0.0.0", "phones": True}, 200),
        ({"host": "0.0.0.0", "phones": True, "sign_in": "always"}, 303),
    ],
)
def test_the_settings_say_whom_this_machine_asks(ask, chosen, status):
    """A service for others asks everybody; one that is open to phones for forms does not ask its own machine."""
    assert ask(**chosen).status_code == status


def test_strangers_are_led_to_sign_in_and_come_back(browser):
    """The page that was asked for is remembered, with its question."""
    response = browser.get("/programmes/ন?review=March%202026&x=/a")
    assert response.status_code == 303
    assert (
        response.headers["location"]
        == "/sign-in?next=%2Fprogrammes%2F%25E0%25A6%25A8%3Freview%3DMarch%25202026%26x%3D%2Fa"
    )


def test_strangers_who_send_something_are_told_how_not_to_lose_it(browser):
    """No redirect throws away what was typed."""
    response = browser.post("/programmes", data={"name": "P"})
    assert response.status_code == 401
    assert "come back to this one" in response.text


def test_the_api_answers_strangers_with_401(browser):
    """In the form of every other problem."""
    response = browser.get("/api/v1/programmes")
    assert (response.status_code, response.headers["www-authenticate"]) == (401, "Bearer")
    assert response.json()["problem"] == "you are not signed in"


@pytest.mark.parametrize("path", ["/f/abcdef", "/r/abcdef", "/static/manyvoices.css"])
def test_those_present_never_need_an_account(browser, path):
    """Forms and rooms are for everybody who has their code."""
    assert browser.get(path).status_code in {200, 404}


@pytest.fixture
def who(app, monkeypatch):
    """Let the service say who acts where an endpoint runs: in a thread, and in the event loop."""
    own = {("GET", path): Need.NOTHING for path in ("/who/thread", "/who/loop", "/f/who/thread")}
    monkeypatch.setattr("service.web.access.NEEDS", own)

    def in_a_thread(request: Request):
        return {"same": acting() == request.state.reader, "name": acting().name, "account": acting().account}

    async def in_the_loop(request: Request):
        return in_a_thread(request)

    app.get("/who/thread")(in_a_thread)
    app.get("/who/loop")(in_the_loop)
    app.get("/f/who/thread")(in_a_thread)


@pytest.mark.parametrize("path", ["/who/thread", "/who/loop"])
def test_who_is_signed_in_acts_in_every_endpoint(who, signed_in, asha, path):
    """The reader of the request is who acts, also in the threads that answer."""
    assert signed_in.get(path).json() == {"same": True, "name": "Asha", "account": asha}
    assert acting() == OWN_MACHINE


def test_nobody_is_known_where_those_present_answer(who, signed_in):
    """Who is signed in answers a form like everybody else."""
    assert signed_in.get("/f/who/thread").json() == {"same": True, "name": "", "account": None}


def test_a_reader_brings_all_places_in_programmes(asking, asha):
    """Roles and teams by the id of the programme."""
    asking.programmes.create("P")
    given = asking.sign_ins.by_password("asha@example.org", PASSWORD, "", "")
    with asking._database.writing() as db:
        memberships.put_in(db, 1, asha, Membership(Role.MEMBER, "North"))
    known = asking.readers.of_cookie(given.cookie)
    assert known.reader.memberships == {1: Membership(Role.MEMBER, "North")}


def test_a_cookie_of_another_day_is_a_stranger(asking, app, asha):
    """Signed with a key that is gone, cut short, or out of time: sign in again."""
    for cookie in ("x", "x.y", "", asking.sign_ins.by_password("asha@example.org", PASSWORD, "", "").cookie[:-2]):
        browser = TestClient(app, base_url="http://localhost", follow_redirects=False, cookies={COOKIE: cookie})
        assert browser.get("/").status_code == 303


def test_who_is_no_longer_let_in_is_out_at_once(asking, signed_in, asha):
    """The next page is that of signing in."""
    assert signed_in.get("/").status_code == 200
    asking.accounts.set_active(asha, is_active=False)
    assert signed_in.get("/").status_code == 303


def test_a_busy_database_is_said_and_nobody_is_let_in(asking, signed_in, monkeypatch):
    """One line and 503."""
    from nlp.messages import Message
    from service.errors import StoreError

    def fail(_):
        raise StoreError(
            "", Message("The database does not answer: {reason}", {"reason": "busy"}), Message("Try again")
        )

    monkeypatch.setattr(asking.readers, "of_cookie", fail)
    assert signed_in.get("/").status_code == 503
