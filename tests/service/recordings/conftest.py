"""A server and a recording."""

import pytest

from tests.service.recordings.recogniser import SOUND, Recogniser, serving


@pytest.fixture
def recogniser():
    """One that hears nothing, until a test says what."""
    return Recogniser()


@pytest.fixture
def address(recogniser):
    """Where it is."""
    with serving(recogniser) as address:
        yield address


@pytest.fixture
def sound(tmp_path):
    """A file that begins as an mp3 does, with a name that tells of people."""
    path = tmp_path / "আশা ও राम.mp3"
    path.write_bytes(SOUND)
    return path
