"""A service that asks everybody to sign in, with somebody in it."""

from collections.abc import Callable

import pytest
from fastapi.testclient import TestClient

from service.accounts.readers import COOKIE
from service.settings import Settings
from service.web.app import create_app
from service.workspace import Workspace

PASSWORD = "the river rises early"


@pytest.fixture
def asking(settings: Settings, open_workspace: Callable[..., Workspace]) -> Workspace:
    """A workspace on a service where everybody signs in."""
    return open_workspace(settings.model_copy(update={"sign_in": "always"}))


@pytest.fixture
def asha(asking: Workspace) -> int:
    """The id of an account."""
    return asking.accounts.add("asha@example.org", "Asha", PASSWORD).id


@pytest.fixture
def app(asking: Workspace):
    """The service where everybody signs in."""
    return create_app(asking.settings, asking)


@pytest.fixture
def browser(app) -> TestClient:
    """A browser in which nobody is signed in."""
    return TestClient(app, base_url="http://localhost", follow_redirects=False)


@pytest.fixture
def signed_in(app, asking, asha) -> TestClient:
    """A browser in which Asha is signed in."""
    given = asking.sign_ins.by_password("asha@example.org", PASSWORD, "127.0.0.1", "Firefox")
    return TestClient(app, base_url="http://localhost", follow_redirects=False, cookies={COOKIE: given.cookie})
