"""The pages of accounts, as a browser gets them."""

import re

import pytest
from fastapi.testclient import TestClient

from service.access.acting import act_as
from service.access.types import Reader, Role
from service.accounts.readers import COOKIE
from service.names.types import NameKind
from tests.service.web.sign_in.conftest import PASSWORD

OTHER = "the river falls late"


def new_browser(app):
    return TestClient(app, base_url="http://localhost", follow_redirects=False)


def secret_in(page):
    """The path of the link that a page shows."""
    return re.search(r"/(?:invitation|password)/[\w-]+", page.text)[0]


def sign_in(browser, login="asha@example.org", password=PASSWORD, **more):
    return browser.post("/sign-in", data={"login": login, "password": password, **more})


def test_one_signs_in_and_goes_on_where_one_was(browser, asha):
    """The cookie is out of reach of scripts and of other sites."""
    response = sign_in(browser, next="/account?x=1")
    assert (response.status_code, response.headers["location"]) == (303, "/account?x=1")
    cookie = next(each for each in response.headers.get_list("set-cookie") if each.startswith(f"{COOKIE}="))
    assert "HttpOnly" in cookie
    assert "SameSite=lax" in cookie
    assert "Asha" in browser.get("/account").text


def test_over_https_the_cookie_is_this_hosts_own(app, asha):
    """No other host, no other path and no plain http gets it or can set it."""
    browser = TestClient(app, base_url="https://localhost", follow_redirects=False)
    cookie = next(each for each in sign_in(browser).headers.get_list("set-cookie") if COOKIE in each)
    assert cookie.startswith(f"__Host-{COOKIE}=")
    assert "Secure" in cookie
    assert "Path=/;" in cookie
    assert "Domain" not in cookie
    assert browser.get("/account").status_code == 200


@pytest.mark.parametrize("code", ["en", "bn", "ne"])
def test_a_wrong_password_and_a_wrong_name_look_the_same(browser, asha, code):
    """In status and words, in every language; the name stays in the field."""
    said = []
    for login, password in (("asha@example.org", "wrong"), ("nobody@example.org", "wrong")):
        page = browser.post(f"/sign-in?lang={code}", data={"login": login, "password": password})
        said.append((page.status_code, page.text.replace(login, "")))
        assert login in page.text
    assert said[0] == said[1]
    assert said[0][0] == 422


def test_too_many_attempts_have_to_wait(browser, asha):
    """With the seconds, for people and for programs."""
    for _ in range(5):
        sign_in(browser, password="wrong")
    late = sign_in(browser)
    assert late.status_code == 429
    assert int(late.headers["retry-after"]) >= 1


def test_another_site_cannot_sign_anybody_in(browser, asha):
    """So that nobody works in the account of somebody else without knowing."""
    data = {"login": "asha@example.org", "password": PASSWORD}
    assert browser.post("/sign-in", data=data, headers={"sec-fetch-site": "cross-site"}).status_code == 403
    assert browser.post("/sign-in", data=data, headers={"origin": "https://evil.example"}).status_code == 403


def test_a_planted_cookie_is_worth_nothing_after_signing_in(app, asking, asha, browser):
    """The secret is new, and what was there before is over, also where it was of an account."""
    planted = asking.sign_ins.by_password("asha@example.org", PASSWORD, "", "").cookie
    victim = TestClient(app, base_url="http://localhost", follow_redirects=False, cookies={COOKIE: planted})
    response = sign_in(victim)
    assert f"{COOKIE}={planted}" not in response.headers["set-cookie"]
    assert asking.readers.of_cookie(planted) is None


def test_a_cookie_that_is_over_is_said_and_taken_away(app, asha):
    """Not a page as if nothing had been."""
    browser = TestClient(app, base_url="http://localhost", follow_redirects=False, cookies={COOKIE: "x.y"})
    page = browser.get("/sign-in?next=/account")
    assert "no longer signed in" in page.text
    assert "Max-Age=0" in page.headers["set-cookie"]


def test_signing_out_ends_it(app, asking, signed_in):
    """For a copy of the cookie as well."""
    assert 'action="/sign-out"' in signed_in.get("/account").text
    copy = dict(signed_in.cookies)
    assert signed_in.post("/sign-out").status_code == 303
    again = TestClient(app, base_url="http://localhost", follow_redirects=False, cookies=copy)
    assert again.get("/account").status_code == 303


def test_from_invitation_to_a_place_in_a_programme(app, asking, signed_in, asha):
    """Looking at it does not use it up; a password that would be guessed does not either; the account uses it once."""
    with act_as(Reader(asha, "Asha")):
        asking.programmes.create("Both banks", ["North"])
    made = signed_in.post("/programmes/both-banks/members/invite", data={"name": "রিনা", "place": "member\tNorth"})
    path, rina = secret_in(made), new_browser(app)
    for _ in range(2):
        assert "রিনা" in rina.get(path).text
    bad = rina.post(path, data={"login": "rina", "name": "রিনা", "password": "short"})
    assert (bad.status_code, "10" in bad.text) == (422, True)
    done = rina.post(path, data={"login": "rina", "name": "রিনা", "password": PASSWORD})
    assert (done.status_code, done.headers["location"]) == (303, "/")
    assert "রিনা" in rina.get("/").text
    member = asking.members.every("both-banks")[1]
    assert (member.name, member.role, member.team) == ("রিনা", Role.MEMBER, "North")
    assert new_browser(app).get(path).status_code == 410
    assert rina.get("/programmes/both-banks/members").status_code == 403


def test_who_has_an_account_takes_an_invitation_with_it(app, asking, signed_in, asha):
    """And never loses by it: who facilitates stays facilitator."""
    with act_as(Reader(asha, "Asha")):
        asking.programmes.create("Both banks")
    asking.accounts.add("ram", "Ram", PASSWORD)
    link, own = (asking.links.invite("", "both-banks", Role.OBSERVER).path for _ in range(2))
    ram = new_browser(app)
    assert ram.post(f"{link}/join").headers["location"] == link
    sign_in(ram, "ram")
    assert "Ram" in ram.get(link).text
    assert ram.post(f"{link}/join").headers["location"] == "/programmes/both-banks"
    signed_in.post(f"{own}/join")
    assert [each.role for each in asking.members.every("both-banks")] == [Role.FACILITATOR, Role.OBSERVER]


def test_a_password_is_chosen_by_a_link(app, asking, signed_in, asha):
    """It signs in there, and out everywhere else; tokens and the old password open nothing any more."""
    token = asking.tokens.make(asha, "script").secret
    path = asking.links.for_password(asha).path
    browser = new_browser(app)
    assert "asha@example.org" in browser.get(path).text
    assert browser.post(path, data={"password": OTHER}).status_code == 303
    assert browser.get("/account").status_code == 200
    assert signed_in.get("/account").status_code == 303
    assert browser.get("/api/v1/programmes", headers={"authorization": f"Bearer {token}"}).status_code == 401
    assert sign_in(new_browser(app)).status_code == 422
    assert browser.post(path, data={"password": OTHER}).status_code == 410


def test_a_second_link_for_a_password_ends_the_first(asking, browser, asha):
    """Only the last that was handed over opens."""
    first, second = (asking.links.for_password(asha).path for _ in range(2))
    assert (browser.get(first).status_code, browser.get(second).status_code) == (410, 200)
    assert browser.get(second.replace("password", "invitation")).status_code == 410


def test_ones_own_account_can_be_changed(signed_in, asking, asha):
    """Name, language and password; this browser stays signed in."""
    response = signed_in.post("/account", data={"name": "আশা", "language": "bn"})
    assert "language=bn" in response.headers["set-cookie"]
    assert "আপনার অ্যাকাউন্ট" in signed_in.get("/account").text
    assert signed_in.post("/account/password", data={"old": "wrong", "new": OTHER}).status_code == 422
    assert signed_in.post("/account/password", data={"old": PASSWORD, "new": OTHER}).status_code == 303
    assert signed_in.get("/account").status_code == 200
    assert len(asking.sign_ins.every(asha)) == 1


def test_browsers_are_signed_out_from_the_page(app, asking, signed_in, asha):
    """One by one, and all others."""
    for device in ("Phone", "Library", "Home"):
        asking.sign_ins.by_password("asha@example.org", PASSWORD, "", device)
    assert "Library" in signed_in.get("/account").text
    number = next(each.id for each in asking.sign_ins.every(asha) if each.device == "Library")
    signed_in.post(f"/account/sign-ins/{number}/end")
    assert "Library" not in signed_in.get("/account").text
    signed_in.post("/account/sign-ins/end-others")
    assert len(asking.sign_ins.every(asha)) == 1


def test_a_token_is_shown_once_and_revoked(app, signed_in, asking, asha):
    """A program signs in with it until then."""
    secret = re.search(r"mv_[\w-]+", signed_in.post("/account/tokens", data={"name": "R", "days": "30"}).text)[0]
    page = signed_in.get("/account").text
    assert secret not in page
    assert "never used" in page
    program = {"authorization": f"Bearer {secret}"}
    assert new_browser(app).get("/api/v1/programmes", headers=program).status_code == 200
    assert "last used" in signed_in.get("/account").text
    signed_in.post(f"/account/tokens/{asking.tokens.every(asha)[0].id}/revoke")
    refused = new_browser(app).get("/api/v1/programmes", headers=program)
    assert (refused.status_code, "revoked" in refused.json()["problem"]) == (401, True)


def test_a_token_of_somebody_who_is_no_longer_let_in_says_so(app, asking, asha):
    """Whoever holds it knows what to do."""
    secret = asking.tokens.make(asha, "R").secret
    asking.accounts.set_active(asha, is_active=False)
    refused = new_browser(app).get("/api/v1/programmes", headers={"authorization": f"Bearer {secret}"})
    assert "no longer let in" in refused.json()["problem"]


def test_only_who_looks_after_the_accounts_sees_all_people(signed_in, asking, asha):
    """Others are told whom to ask."""
    assert signed_in.get("/people").status_code == 403
    asking.accounts.set_administrator(asha, is_administrator=True)
    ram = asking.accounts.add("ram", "राम").id
    assert "राम" in signed_in.get("/people").text
    signed_in.post(f"/people/{ram}", data={"change": "administrator"})
    assert asking.accounts.get(ram).is_administrator
    signed_in.post(f"/people/{ram}", data={"change": "let out"})
    assert not asking.accounts.get(ram).is_active
    assert "/password/" in signed_in.post(f"/people/{ram}/password").text
    invited = signed_in.post("/people/invite", data={"name": "Sita"})
    assert signed_in.get(secret_in(invited)).status_code == 200
    signed_in.post(f"/people/invitations/{asking.links.invitations()[0].id}/take-back")
    assert signed_in.get(secret_in(invited)).status_code == 410
    assert signed_in.post(f"/people/{asha}", data={"change": "let out"}).status_code == 422


def test_the_people_of_a_programme_are_changed_on_its_page(signed_in, asking, asha):
    """Somebody always facilitates it."""
    with act_as(Reader(asha, "Asha")):
        asking.programmes.create("Both banks", ["North"])
    ram = asking.accounts.add("ram", "राम").id
    asking.links.join(asking.links.invite("", "both-banks", Role.OBSERVER).path.split("/")[-1], ram)
    home = "/programmes/both-banks/members"
    assert "राम" in signed_in.get(home).text
    assert signed_in.post(f"{home}/{ram}", data={"place": "member\tSouth"}).status_code == 422
    assert signed_in.post(f"{home}/{asha}", data={"place": "observer"}).status_code == 422
    assert signed_in.post(f"{home}/{asha}/remove").status_code == 422
    assert signed_in.post(f"{home}/{ram}", data={"place": "facilitator"}).status_code == 303
    assert signed_in.post(f"{home}/{asha}/remove").status_code == 303
    assert [each.name for each in asking.members.every("both-banks")] == ["राम"]
    assert signed_in.get(home).status_code == 404


def test_a_member_of_a_team_that_is_renamed_stays_one(signed_in, asking, asha):
    """The page calls the team as the programme does now, and keeping the form changes nothing."""
    with act_as(Reader(asha, "Asha")):
        asking.programmes.create("Both banks", ["North", "South"])
    ram = asking.accounts.add("ram", "राम").id
    asking.links.join(asking.links.invite("", "both-banks", Role.MEMBER, "North").path.split("/")[-1], ram)
    asking.names.rename("both-banks", NameKind.TEAM, "North", "उत्तर")
    page = signed_in.get("/programmes/both-banks/members").text
    chosen = re.search(r'<option value="([^"]*)" selected>', page.partition("राम")[2])[1]
    assert chosen == "member\tउत्तर"
    assert signed_in.post(f"/programmes/both-banks/members/{ram}", data={"place": chosen}).status_code == 303
    assert [each.team for each in asking.members.every("both-banks")] == ["", "उत्तर"]


@pytest.mark.parametrize("path", ["/people", "/programmes/p/members"])
def test_on_ones_own_machine_the_pages_teach(open_workspace, settings, path):
    """Nobody has an account, and nobody needs one; the first invitation makes who looks after the accounts."""
    from service.web.app import create_app

    work = open_workspace(settings)
    work.programmes.create("P")
    browser = TestClient(create_app(settings, work), base_url="http://localhost")
    page = browser.get(path)
    assert page.status_code == 200
    assert "obody" in page.text
    assert browser.get("/account").url.path == "/people"
