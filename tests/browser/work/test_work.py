"""An analysis that is watched from start to end: a real service, with the worker that it starts beside itself."""

import pytest

from service.settings import Settings
from service.web.app import create_app
from tests.browser.conftest import serving

pytestmark = pytest.mark.browser

HOME = "/programmes/both-banks"
LONGEST = 180_000


@pytest.fixture(scope="module")
def working(tmp_path_factory):
    """The address of a service as it is shipped: nothing is worked out but by its worker."""
    app = create_app(Settings(data_dir=tmp_path_factory.mktemp("data")))
    with serving(app) as address:
        yield address


def test_an_analysis_is_watched_from_start_to_end(working, open_page):
    """The sample is kept; its page tells how far it is, then shows it by itself; what changes is told and offered."""
    page = open_page(390)
    page.goto(working)
    page.get_by_role("button", name="Try it with the sample programme").click()
    assert page.url == working + HOME
    assert page.locator("h1").inner_text() == "This is being worked out"
    assert page.locator("progress").is_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    page.get_by_text("Finding the readings of").wait_for(timeout=LONGEST)
    page.get_by_role("heading", name="Where do we understand each other, and where not?").wait_for(timeout=LONGEST)
    page.goto(f"{working}{HOME}/work")
    page.get_by_text("Everything is there.").wait_for(timeout=LONGEST)

    page.goto(f"{working}{HOME}/rubrics")
    before = page.locator("main").inner_text()
    renew_rubrics(page)
    page.goto(f"{working}{HOME}/rubrics")
    if page.locator(".renewed").count():
        page.get_by_role("link", name="Show it").click(timeout=LONGEST)
    assert page.locator(".renewed").count() == 0
    assert page.locator("main").inner_text() != before


def renew_rubrics(page):
    """Change what the rubrics are compared by: say of two descriptors that they do not say the same."""
    page.locator("form[action$='/rubrics/matches'] button").first.click()


def test_without_a_script_a_page_that_waits_comes_back(working, browser):
    """It is asked for again by itself, and has a link that asks for it."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{working}/")
    if page.get_by_role("button", name="Try it with the sample programme").count():
        page.get_by_role("button", name="Try it with the sample programme").click()
    page.goto(f"{working}{HOME}/work")
    assert page.get_by_role("heading", name="What is being worked out").is_visible()
    context.close()
