"""How the web service is started."""

import pytest
from typer.testing import CliRunner

from service.cli import server
from service.cli.main import app


@pytest.fixture
def started(monkeypatch):
    """Collects the settings that the service would have run with."""
    seen = []
    monkeypatch.setattr(server, "run", lambda settings, **_: seen.append(settings))
    return seen


@pytest.mark.parametrize(
    ("options", "host", "phones"),
    [
        ([], "127.0.0.1", False),
        (["--phones"], "0.0.0.0", True),
        (["--phones", "--host", "192.168.1.20"], "192.168.1.20", True),
        (["--host", "192.168.1.20"], "192.168.1.20", False),
    ],
)
def test_phones_are_let_in_only_when_asked_for(started, options, host, phones):
    """Without an option the service listens on this machine only."""
    assert CliRunner().invoke(app, ["serve", *options]).exit_code == 0
    assert [(settings.host, settings.phones) for settings in started] == [(host, phones)]
