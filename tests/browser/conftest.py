"""A real server on a real database, and a real browser."""

import functools
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from service.settings import Settings
from tests.service.serving import serving
from tests.service.working import create_app

if TYPE_CHECKING:
    from playwright.sync_api import Locator

LONGEST = 120_000
"""Milliseconds that a page may take to come where many tests run at once."""
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
NAMES = ("chromium", "chromium-browser", "google-chrome")
ACTIONS = ("click", "press", "select_option", "check")
"""What may lead to another page; Playwright waits until that one begins to come, and would answer of half of it."""


@pytest.fixture(scope="session")
def browser():
    """Chromium without a window; skipped where there is none."""
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    if not found:
        pytest.skip("no Chromium on this machine: install one, or set CHROMIUM to its path")
    with pytest.MonkeyPatch.context() as patch, sync_api.sync_playwright() as playwright:
        for action in ACTIONS:
            patch.setattr(sync_api.Locator, action, until_loaded(getattr(sync_api.Locator, action)))
        chromium = playwright.chromium.launch(executable_path=found, args=ARGUMENTS)
        yield chromium
        chromium.close()


def until_loaded(action: Callable[..., object]) -> Callable[..., object]:
    """The same action of a locator, done when the page that it led to is there as a whole."""

    @functools.wraps(action)
    def act(locator: "Locator", *given: object, **named: object) -> object:
        answer = action(locator, *given, **{"timeout": LONGEST, **named})
        locator.page.wait_for_load_state(timeout=LONGEST)
        return answer

    return act


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The service on a new SQLite file, with the bundled model."""
    with serving(create_app(Settings(data_dir=tmp_path_factory.mktemp("data")))) as address:
        yield address


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory, sample_folder: Path) -> Iterator[str]:
    """The address of a service that has the sample programme and everything that is found in it."""
    folder = tmp_path_factory.mktemp("sample") / "data"
    shutil.copytree(sample_folder, folder)
    with serving(create_app(Settings(data_dir=folder))) as address:
        yield address


@pytest.fixture
def open_page(browser):
    """Open a page of a given width that fails the test on any error in the console."""
    contexts = []

    def open_one(width: int = 1280, **more: object):
        context = browser.new_context(viewport={"width": width, "height": 900}, reduced_motion="reduce", **more)
        contexts.append(context)
        page = context.new_page()
        page.errors = []
        page.on("console", lambda message: page.errors.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: page.errors.append(str(error)))
        return page

    yield open_one
    errors = [error for context in contexts for page in context.pages for error in page.errors]
    for context in contexts:
        context.close()
    assert not errors
