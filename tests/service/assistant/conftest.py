"""A language model on this machine, and who asks it."""

import pytest

from service.assistant.asking.budget import Budget
from service.assistant.asking.client import Chat
from tests.openai_server import serving
from tests.service.assistant.chat_server import ChatServer


@pytest.fixture
def model():
    """What it says, a test says."""
    return ChatServer()


@pytest.fixture
def address(model):
    """Where it is."""
    with serving(model) as address:
        yield address


@pytest.fixture
def waited():
    """How long was waited, each time."""
    return []


@pytest.fixture
def asked(address, waited):
    """Asks it, without waiting."""
    return Chat(address, "toy", wait=waited.append)


@pytest.fixture
def budget():
    """More than a test needs."""
    return Budget(1_000_000, 600)
