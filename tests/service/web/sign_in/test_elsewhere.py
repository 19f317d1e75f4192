"""Signing in by a provider, against a real one on this machine."""

import time

import httpx
import pytest
from fastapi.testclient import TestClient
from joserfc.jwk import RSAKey

from service.access.types import Role
from service.web.app import create_app
from tests.service.accounts.provider import CLIENT, SECRET, running


@pytest.fixture
def provider():
    """A provider where Asha signs in."""
    with running() as one:
        yield one


@pytest.fixture
def work(provider, settings, open_workspace):
    """A workspace whose settings name the provider."""
    chosen = {"oidc_issuer": provider.address, "oidc_client_id": CLIENT, "oidc_client_secret": SECRET}
    return open_workspace(settings.model_copy(update={**chosen, "oidc_name": "Keycloak", "sign_in": "always"}))


@pytest.fixture
def browser(work):
    """A browser in which nobody is signed in."""
    return TestClient(create_app(work.settings, work), base_url="http://localhost", follow_redirects=False)


def go(browser, **query):
    """Go to the provider and come back."""
    begun = browser.get("/sign-in/elsewhere", params=query)
    assert begun.status_code == 303
    back = httpx.get(begun.headers["location"]).headers["location"]
    return browser.get(back.removeprefix("http://localhost"))


def test_who_is_known_by_a_verified_address_comes_in(work, provider, browser):
    """Next time by what the provider calls them, whatever their address is then."""
    work.accounts.add("asha@example.org", "Asha")
    assert "Keycloak" in browser.get("/sign-in").text
    response = go(browser, next="/account")
    assert (response.status_code, response.headers["location"]) == (303, "/account")
    assert "Asha" in browser.get("/account").text
    provider.person = {"sub": "42", "email": "changed@example.org", "email_verified": False}
    browser.cookies.clear()
    assert go(browser).status_code == 303


def test_an_address_counts_only_if_it_is_verified(work, provider, browser):
    """Otherwise anybody could say that they are Asha."""
    work.accounts.add("asha@example.org", "Asha")
    provider.person["email_verified"] = False
    refused = go(browser)
    assert (refused.status_code, "invited" in refused.text) == (401, True)


def test_who_is_unknown_comes_in_by_an_invitation_only(work, provider, browser):
    """With the place that the invitation gives, and once."""
    assert go(browser).status_code == 401
    work.programmes.create("P", ["North"])
    secret = work.links.invite("", "p", Role.MEMBER, "North").path.split("/")[-1]
    assert "Keycloak" in browser.get(f"/invitation/{secret}").text
    assert go(browser, invitation=secret).status_code == 303
    (member,) = work.members.every("p")
    assert (member.login, member.name, member.team) == ("asha@example.org", "Asha", "North")
    provider.person = {**provider.person, "sub": "43", "email": "ram@example.org"}
    browser.cookies.clear()
    assert go(browser, invitation=secret).status_code == 410
    assert len(work.accounts.every()) == 1


def test_who_is_no_longer_let_in_stays_out(work, browser):
    """Whatever the provider says."""
    account = work.accounts.add("asha@example.org", "Asha")
    work.accounts.set_active(account.id, is_active=False)
    assert go(browser).status_code == 401


@pytest.mark.parametrize(
    "spoilt",
    [
        {"nonce": "another"},
        {"aud": "another"},
        {"iss": "https://evil.example"},
        {"exp": int(time.time()) - 3600},
        {"azp": "another"},
    ],
    ids=lambda spoilt: next(iter(spoilt)),
)
def test_what_is_not_for_us_or_not_for_now_opens_nothing(work, provider, browser, spoilt):
    """Each claim is looked at."""
    work.accounts.add("asha@example.org", "Asha")
    provider.spoil = spoilt
    assert go(browser).status_code == 401


def test_what_the_provider_has_not_signed_opens_nothing(work, provider, browser):
    """A key of the same name is not the same key."""
    work.accounts.add("asha@example.org", "Asha")
    provider.signer = RSAKey.generate_key(2048, {"kid": "one"})
    assert go(browser).status_code == 401


def test_only_the_browser_that_began_comes_back(work, provider, browser):
    """Another one, a second time, or with another state: begin again."""
    work.accounts.add("asha@example.org", "Asha")
    begun = browser.get("/sign-in/elsewhere")
    back = httpx.get(begun.headers["location"]).headers["location"].removeprefix("http://localhost")
    other = TestClient(browser.app, base_url="http://localhost", follow_redirects=False)
    assert other.get(back).status_code == 401
    assert browser.get(f"{back}x").status_code == 401
    assert browser.get(back).status_code == 303
    assert browser.get(back).status_code == 401


def test_a_provider_that_does_not_answer_is_said(work, provider, browser):
    """And one can still sign in with a password; without one set there is no such way."""
    work.provider._issuer = "http://127.0.0.1:9"
    assert "Keycloak does not answer" in browser.get("/sign-in/elsewhere").text
    work.provider._issuer = ""
    assert browser.get("/sign-in/elsewhere").status_code == 422
