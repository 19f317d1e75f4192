"""The page of other programs that are told what happens."""

import re

import pytest
from fastapi.testclient import TestClient

from service.settings import Settings
from service.web.app import create_app
from tests.service.webhooks.receiver import dead, receiver


@pytest.fixture
def work(settings, open_workspace):
    """A workspace that may tell programs on this machine."""
    return open_workspace(Settings(data_dir=settings.data_dir, webhook_hosts=("127.0.0.1",)))


@pytest.fixture
def slug(work):
    """A programme."""
    return work.programmes.create("Two rivers").slug


@pytest.fixture
def browser(work, slug):
    """A browser at the page."""
    return TestClient(create_app(work.settings, work), base_url=f"http://localhost/programmes/{slug}/webhooks")


def test_without_the_setting_the_page_says_how_it_is_switched_on(workspace, programme):
    """And has no field to enter an address in."""
    page = TestClient(create_app(workspace.settings, workspace), base_url="http://localhost").get(
        f"/programmes/{programme}/webhooks"
    )
    assert "MANYVOICES_WEBHOOK_HOSTS" in page.text
    assert 'name="url"' not in page.text


def test_an_address_is_entered_tried_and_removed(browser, work, slug):
    """Its secret is shown once; how the test went stands on the page."""
    with receiver() as there:
        made = browser.post("", data={"url": there.url, "events": ["form.closed", "file.kept"]})
        (secret,) = re.findall(r"<code[^>]*>(whsec_[^<]+)</code>", made.text)
        (webhook,) = work.webhooks.every(slug)
        assert webhook.events == ("file.kept", "form.closed")
        assert browser.post(f"/{webhook.id}/test").status_code == 200
        assert "waits to be sent" in browser.get("").text
        assert work.webhooks.sender().send_next()
        page = browser.get("").text
        assert "taken" in page
        assert secret not in page
    assert "a file was kept" in page
    assert "Stopped" not in page
    again = browser.post(f"/{webhook.id}/deliveries/{work.webhooks.deliveries(slug, webhook.id)[0].id}/again")
    assert "waits to be sent" in again.text
    assert secret not in browser.post(f"/{webhook.id}/secret").text
    assert "Switched off" in browser.post(f"/{webhook.id}", data={"on": "0"}).text
    assert there.url not in browser.post(f"/{webhook.id}/remove").text


@pytest.mark.parametrize(("language", "said"), [("en", "not reached"), ("bn", "পৌঁছানো যায়নি"), ("ne", "पुग्न सकिएन")])
def test_what_is_not_taken_is_said(browser, work, slug, language, said):
    """With when it is tried again, in the reader's language."""
    work.webhooks.add(slug, dead())
    work.feedback.add_form(slug, "Day one")
    assert work.webhooks.sender().send_next()
    page = browser.get("", headers={"accept-language": language}).text
    assert said in page
    assert 'class="caution"' in page


def test_an_address_that_is_none_is_given_back_to_be_put_right(browser, work, slug):
    """With what is wrong with it."""
    page = browser.post("", data={"url": "https://elsewhere.example/"})
    assert page.status_code == 422
    assert 'value="https://elsewhere.example/"' in page.text
    assert 'role="alert"' in page.text
    assert work.webhooks.every(slug) == ()
