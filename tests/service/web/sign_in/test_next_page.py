"""After signing in one goes on to a page of this service, and to no other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.web.sign_in.next_page import own_path


@pytest.mark.parametrize("path", ["/", "/programmes/p?review=March%202026#n-1", "/programmes/%E0%A6%A8"])
def test_own_pages_stay(path):
    """With their question."""
    assert own_path(path) == path


@pytest.mark.parametrize(
    "path",
    ["", "https://evil.example", "//evil.example", "/\\evil.example", "\\\\evil.example", "/\t/evil.example",
     "javascript:alert(1)", "evil", "///evil.example", "/" + "x" * 3000, "/\r\nx: y"],
)  # fmt: skip
def test_other_places_do_not(path):
    """However they are written."""
    assert own_path(path) == "/"


@given(st.text(max_size=60))
def test_whatever_is_asked_for_stays_here(text):
    """One slash and then no other, and nothing that cannot be seen."""
    found = own_path(text)
    assert found.startswith("/")
    assert found[1:2] not in {"/", "\\"}
    assert found.isprintable()
