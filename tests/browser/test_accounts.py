"""From an invitation to the first sign-in, signing in wrong and right, a new password: on a phone, three languages."""

import pytest

from service.access.types import Role
from service.settings import Settings
from service.web.app import create_app
from service.workspace import Workspace
from tests.browser.conftest import serving

pytestmark = pytest.mark.browser
PASSWORD = "the river rises early"
WRONG = {"en": "do not go together", "bn": "মেলে না", "ne": "मिल्दैन"}
HEADINGS = {"en": "Sign in", "bn": "সাইন ইন করুন", "ne": "साइन इन गर्नुहोस्"}


@pytest.fixture(scope="module")
def service(tmp_path_factory):
    """A service that asks everybody to sign in: its workspace and its address."""
    settings = Settings(data_dir=tmp_path_factory.mktemp("accounts"), sign_in="always")
    work = Workspace.open(settings)
    work.accounts.add("asha@example.org", "Asha", PASSWORD, is_administrator=True)
    work.programmes.create("Both banks", ["North", "South"])
    with serving(create_app(settings, work)) as address:
        yield work, address


def sideways(page):
    """Whether a page is wider than the screen."""
    return page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")


def test_from_invitation_to_the_first_page_of_a_member(service, open_page):
    """The link, a name, a password: then the programme with what a member sees, and who is signed in."""
    work, address = service
    path = work.links.invite("রিনা", "both-banks", Role.MEMBER, "North").path
    page = open_page(390, locale="bn")
    page.goto(address + path)
    assert page.locator("#name").input_value() == "রিনা"
    assert not sideways(page)
    page.locator("#login").fill("rina@example.org")
    page.locator("#password").fill(PASSWORD)
    page.locator("main .button").click()
    page.wait_for_url(f"{address}/")
    assert "রিনা" in page.locator(".who").inner_text()
    page.goto(f"{address}/programmes/both-banks")
    assert page.locator("h1").count() == 1


@pytest.mark.parametrize("code", ["en", "bn", "ne"])
def test_signing_in_wrong_and_right(service, open_page, code):
    """The page says that the two do not go together, keeps the name, and then goes on to where one wanted to go."""
    _, address = service
    page = open_page(390)
    page.goto(f"{address}/account?lang={code}")
    page.goto(f"{address}/sign-in?next=/account&lang={code}")
    assert page.locator("h1").inner_text() == HEADINGS[code]
    page.locator("#login").fill("Asha@Example.org")
    page.locator("#password").fill("wrong")
    page.locator("main .button").click()
    page.errors.clear()  # the browser writes down that the answer was 422
    assert WRONG[code] in page.locator("[role=alert]").inner_text()
    assert page.locator("#login").input_value() == "Asha@Example.org"
    page.locator("#password").fill(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url(f"{address}/account")
    assert not sideways(page)
    page.locator(".who button").click()
    page.wait_for_url(f"{address}/sign-in")


def test_a_new_password_by_a_link(service, open_page):
    """An administrator makes it on the page of people; whoever opens it is signed in with the new password."""
    work, address = service
    work.accounts.add("ram", "राम", PASSWORD)
    page = open_page(390, locale="ne")
    page.goto(f"{address}/sign-in?next=/people")
    page.locator("#login").fill("asha@example.org")
    page.locator("#password").fill(PASSWORD)
    page.locator("main .button").click()
    row = page.locator("li", has_text="राम")
    row.locator("summary").click()
    row.locator("form button").first.click()
    link = page.locator(".link-made code").inner_text()
    assert not sideways(page)
    other = open_page(390, locale="ne")
    other.goto(link)
    other.locator("#password").fill("the river falls late")
    other.locator("main .button").click()
    other.wait_for_url(f"{address}/")
    assert "राम" in other.locator(".who").inner_text()
    assert work.sign_ins.by_password("ram", "the river falls late", "", "").account.name == "राम"
