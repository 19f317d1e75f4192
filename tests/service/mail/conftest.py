"""A mail server, and settings that name it."""

import pytest

from tests.service.mail.server import mail_server


@pytest.fixture
def server():
    """A mail server that takes everything."""
    with mail_server() as running:
        yield running


@pytest.fixture
def sending(settings, server):
    """The settings of an installation that sends mail by it."""
    chosen = {
        "smtp_url": f"smtp://127.0.0.1:{server.port}",
        "mail_from": "বহু কণ্ঠ <voices@example.org>",
        "address": "https://voices.example.org/",
    }
    return settings.model_copy(update=chosen)
