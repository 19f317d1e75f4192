"""Kinds of browsers."""

import pytest

from service.web.sign_in.device import device


@pytest.mark.parametrize(
    ("agent", "found"),
    [
        ("Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox, Windows"),
        ("Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36", "Chrome, Linux"),
        ("Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/140 Mobile Safari/537.36", "Chrome, Android"),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Safari/604.1", "Safari, iPhone"),
        ("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Chrome/140 Safari/537.36 Edg/140", "Edge, macOS"),
        ("curl/8.0", ""),
        ("", ""),
    ],
)
def test_a_browser_is_known_by_few_words(agent, found):
    """Its kind and its system, never its version."""
    assert device(agent) == found
