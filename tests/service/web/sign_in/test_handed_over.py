"""Links that are sent by mail, from the page that makes them and by a program."""

import re

import pytest
from fastapi.testclient import TestClient

from service.access.acting import act_as
from service.access.types import Reader
from service.accounts.readers import COOKIE
from service.web.app import create_app
from tests.service.mail.server import mail_server
from tests.service.web.sign_in.conftest import PASSWORD

NAME = "দুই তীর\r\nBcc: evil@example.org"
MEMBERS = "/programmes/both/members"
NEW = {"name": "রিনা", "place": "member\tউত্তর", "mail": " rina@example.org "}


@pytest.fixture
def server():
    """A mail server."""
    with mail_server() as running:
        yield running


@pytest.fixture
def work(settings, open_workspace, server):
    """A workspace that sends mail, with a programme and whoever facilitates it and looks after the accounts."""
    chosen = {
        "sign_in": "always",
        "smtp_url": f"smtp://127.0.0.1:{server.port}",
        "mail_from": "voices@example.org",
        "address": "https://voices.example.org/",
    }
    made = open_workspace(settings.model_copy(update=chosen))
    asha = made.accounts.add("asha@example.org", "Asha", PASSWORD, is_administrator=True).id
    with act_as(Reader(asha, "Asha")):
        made.programmes.create("Both", ["উত্তর"])
    return made


def opened(work):
    cookie = work.sign_ins.by_password("asha@example.org", PASSWORD, "127.0.0.1", "Firefox").cookie
    app = create_app(work.settings, work)
    return TestClient(app, base_url="http://localhost", follow_redirects=False, cookies={COOKIE: cookie})


@pytest.fixture
def browser(work):
    """A browser in which she is signed in."""
    return opened(work)


def links(text):
    return re.findall(r"https://voices\.example\.org/(?:invitation|password)/[\w-]+", text)


@pytest.mark.parametrize(("code", "word"), [("en", "programme"), ("bn", "কর্মসূচি"), ("ne", "कार्यक्रम")])
def test_an_invitation_is_sent_in_the_language_chosen_for_whom_it_is_for(browser, server, code, word):
    """It holds the link that the page shows all the same, and that link lets somebody in."""
    page = browser.post(f"{MEMBERS}/invite", data={**NEW, "mail_language": code})
    (mail,) = server.mails
    assert mail["To"] == "rina@example.org"
    assert word in mail["Subject"]
    assert "রিনা" in mail.get_content()
    assert links(mail.get_content()) == [links(page.text)[0]]
    assert "It was also sent to rina@example.org." in re.sub(r"<[^>]+>", "", page.text)
    path = links(page.text)[0].removeprefix("https://voices.example.org")
    assert "Go on as" in browser.get(path).text


def test_a_link_for_a_password_is_sent(browser, server, work):
    """With the name to sign in with; an invitation to the installation is, too."""
    rina = work.accounts.add("রিনা@ঢাকা", "Rina").id
    sent = browser.post(f"/people/{rina}/password", data={"mail": "rina@example.org", "mail_language": "bn"})
    browser.post("/people/invite", data={"name": "Ram", "mail": "ram@example.org", "mail_language": "ne"})
    assert [mail["To"] for mail in server.mails] == ["rina@example.org", "ram@example.org"]
    assert "রিনা@ঢাকা" in server.mails[0].get_content()
    assert links(server.mails[0].get_content()) == links(sent.text)[:1]
    assert "Manyvoices" in server.mails[1].get_content()


def test_what_a_programme_is_called_adds_nothing_to_a_mail(browser, server, work):
    """No header, and nobody else who gets it."""
    slug = browser.post("/api/v1/programmes", json={"name": NAME}).json()["slug"]
    browser.post(f"/programmes/{slug}/members/invite", data={**NEW, "place": "observer", "name": NAME})
    (mail,) = server.mails
    assert mail["Bcc"] is None
    assert server.envelopes[0][1] == ["rina@example.org"]


@pytest.mark.parametrize(("code", "said"), [("en", "It was not sent:"), ("bn", "পাঠানো যায়নি:"), ("ne", "पठाइएन:")])
def test_a_mail_that_fails_leaves_the_link(browser, server, code, said):
    """One line says so, and what to do."""
    server.refused = {"rina@example.org"}
    page = browser.post(f"{MEMBERS}/invite?lang={code}", data={**NEW, "mail_language": code})
    assert page.status_code == 200
    assert said in page.text
    assert links(page.text)
    assert server.mails == []


@pytest.mark.parametrize("mail", ["রিনা", "a@b.org,c@d.org", "a@b.org\r\nBcc: c@d.org"])
def test_what_is_no_address_makes_no_link(browser, server, work, mail):
    """Neither on the page nor for a program."""
    assert browser.post(f"{MEMBERS}/invite", data={**NEW, "mail": mail}).status_code == 422
    new = {"name": "Ram", "role": "observer", "mail": mail}
    assert browser.post("/api/v1/programmes/both/members/invitations", json=new).status_code == 422
    assert work.links.invitations("both") == ()
    assert server.mails == []


def test_a_program_sends_links_too(browser, server, work):
    """And is told what became of each."""
    new = {"name": "রিনা", "mail": "rina@example.org", "mail_language": "bn"}
    made = browser.post("/api/v1/programmes/both/members/invitations", json={**new, "role": "observer"}).json()
    assert (made["sent"], made["not_sent"]) == ("rina@example.org", None)
    assert made["path"] in server.mails[0].get_content()
    server.refused = {"rina@example.org"}
    failed = browser.post("/api/v1/people/invitations", json=new).json()
    assert failed["sent"] == ""
    assert failed["not_sent"]["text"].startswith("the mail server takes no mail for this address.")
    rina = work.accounts.add("rina").id
    assert browser.post(f"/api/v1/people/{rina}/password").json()["sent"] == ""
    mailed = browser.post(f"/api/v1/people/{rina}/password", json={"mail": "r@example.org"}).json()
    assert mailed["sent"] == "r@example.org"


@pytest.mark.parametrize("missing", ["smtp_url", "mail_from", "address"])
def test_without_settings_no_mail_is_offered(settings, work, open_workspace, server, missing):
    """Not on the pages; whoever asks for it all the same is told."""
    assert opened(work).get(MEMBERS).text.count('name="mail"') == 1
    work.settings = work.post._settings = work.settings.model_copy(update={missing: ""})
    browser = opened(work)
    assert 'name="mail"' not in browser.get(MEMBERS).text + browser.get("/people").text
    refused = browser.post(f"{MEMBERS}/invite", data=NEW)
    assert (refused.status_code, "sends no mail" in refused.text) == (422, True)
    made = browser.post(f"{MEMBERS}/invite", data={**NEW, "mail": ""})
    assert "/invitation/" in made.text
    assert server.mails == []
