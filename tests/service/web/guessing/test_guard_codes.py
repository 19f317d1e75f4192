"""Codes of links for those present are tried in vain: the service behind its own door."""

import pytest
from fastapi.testclient import TestClient

from service.access.permissions import Need
from service.access.routes import NEEDS
from service.annotations.tokens import new_token
from service.web.guessing.guesses import MOST
from service.web.without_names import WITHOUT_NAMES
from tests.service.working import create_app

BY_CODE = sorted(each for each, need in NEEDS.items() if need is Need.NOTHING and each[1].startswith(WITHOUT_NAMES))


@pytest.fixture
def chosen(settings):
    """The settings of a service that phones can open."""
    return settings.model_copy(update={"host": "0.0.0.0", "phones": True})


@pytest.fixture
def work(chosen, open_workspace):
    """A workspace with a form."""
    work = open_workspace(chosen)
    work.programmes.create("P")
    return work


@pytest.fixture
def code(work):
    """Of a form."""
    return work.feedback.add_form("p", "Day one").code


@pytest.fixture
def phone(work, chosen):
    """Make phones in networks."""
    app = create_app(chosen, work)

    def one(address="198.51.100.7", **headers):
        return TestClient(app, base_url="http://localhost", client=(address, 5000), headers=headers)

    return one


def guess(phone, most=MOST):
    """Try wrong codes; return how they were answered."""
    return [phone.get(f"/f/{number:06d}").status_code for number in range(most)]


def test_one_network_that_guesses_hinders_no_other(phone, code):
    """It gets no further, whatever the code leads to, and is told in one line when to try again."""
    guessing = phone()
    assert guess(guessing) == [404] * MOST
    for path in (f"/f/{code}", "/q/aaaaaa", "/a/nothing"):
        answer = guessing.get(path)
        assert answer.status_code == 429
        assert 590 <= int(answer.headers["retry-after"]) <= 600
    assert "Too many addresses that lead nowhere were tried from this network" in answer.text
    assert phone("198.51.100.8").get(f"/f/{code}").status_code == 200


def test_who_has_the_form_open_sends_it(phone, code):
    """Also somebody of the same room who opens it only now."""
    page = phone().get(f"/f/{code}")
    assert page.status_code == 200
    guess(phone())
    sent = {"token": new_token(), **dict.fromkeys(("heard", "said", "safe"), "4")}
    assert phone().post(f"/f/{code}", data=sent).status_code in {200, 422}
    assert phone().get(f"/f/{code}").status_code == 200
    assert phone().get("/f/zzzzzz").status_code == 429


def test_a_household_has_one_network(phone):
    """All of an IPv6 network of 64 bits; the next one is another."""
    for number in range(MOST):
        assert phone(f"2001:db8:1:2::{number:x}").get(f"/f/{number:06d}").status_code == 404
    assert phone("2001:db8:1:2:ffff::1").get("/f/zzzzzz").status_code == 429
    assert phone("2001:db8:1:3::1").get("/f/zzzzzz").status_code == 404


def test_it_is_said_in_the_readers_language(phone):
    """The line and what to do."""
    guess(phone())
    assert "এই নেটওয়ার্ক" in phone(**{"accept-language": "bn"}).get("/f/zzzzzz").text
    assert "यो नेटवर्क" in phone(**{"accept-language": "ne"}).get("/f/zzzzzz").text


def test_whoever_sits_at_the_machine_is_not_counted(phone):
    """A facilitator may mistype as often as they like."""
    here = phone("127.0.0.1")
    assert guess(here, MOST + 1) == [404] * (MOST + 1)


def test_nothing_that_has_a_code_is_without_the_limit(phone):
    """Every address: a wrong code is nothing there, and then nothing more is looked up."""
    guessing = phone()
    for method, template in BY_CODE:
        if method == "GET":
            assert guessing.get(template.format(code="zzzzzz")).status_code == 404, template
    guess(guessing)
    for method, template in BY_CODE:
        assert guessing.request(method, template.format(code="another")).status_code == 429, template
