"""Pages of lists, and the links between them."""

from contextlib import suppress

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from hypothesis import given
from hypothesis import strategies as st

from nlp.errors import InputError
from service.web.api.paging.cursors import Page, from_cursor, to_cursor
from service.web.http_errors import add_handlers

NUMBERS = st.integers(-(2**31) + 1, 2**31 - 1)
KEYS = st.tuples(NUMBERS, st.text(), NUMBERS)


@given(KEYS)
def test_a_cursor_holds_a_key(key):
    """Whatever is in it, in any script."""
    assert from_cursor(to_cursor(key), key) == key


@given(st.text(max_size=80))
def test_what_is_no_cursor_is_refused(text):
    """In one line, never in another way."""
    with suppress(InputError):
        assert isinstance(from_cursor(text, (0, "")), tuple)


@pytest.mark.parametrize("key", [(1,), (1, 2), ("a", "b"), (True, "b"), (1.5, "b"), (2**31, "b")])
def test_a_cursor_of_another_list_is_refused(key):
    """Its parts are of other kinds."""
    with pytest.raises(InputError):
        from_cursor(to_cursor(key), (0, ""))


@pytest.fixture
def things():
    """A list that changes."""
    return list(range(1, 11))


@pytest.fixture
def ask(things):
    """A program that asks for the list, in an order of its own and by its keys."""
    app = FastAPI()
    add_handlers(app)

    @app.get("/api/mixed")
    def mixed(page: Page) -> list[int]:
        return list(page.beside(things, lambda each: each))

    @app.get("/api/ordered")
    def ordered(page: Page) -> list[int]:
        return list(page.of(sorted(things), lambda each: (each,)))

    return TestClient(app)


def walk(ask, path, limit, between=lambda: None):
    """Return what all pages hold, one page after the other."""
    seen, where = [], f"{path}?limit={limit}&x=%E0%A6%95"
    while where:
        page = ask.get(where)
        assert len(page.json()) <= limit
        seen.append(page.json())
        where = page.links.get("next", {}).get("url")
        assert where is None or "x=%E0%A6%95" in where
        between()
    return seen


@pytest.mark.parametrize("path", ["/api/mixed", "/api/ordered"])
@pytest.mark.parametrize("limit", [1, 3, 5, 10, 11])
def test_all_things_come_once(ask, things, path, limit):
    """In their order; the last page links to none, and other parameters stay."""
    pages = walk(ask, path, limit)
    assert [each for page in pages for each in page] == things
    assert all(len(page) == limit for page in pages[:-1])


@pytest.mark.parametrize("path", ["/api/mixed", "/api/ordered"])
def test_what_comes_or_goes_shifts_nothing(ask, things, path):
    """New ones before where a page ended, and others that go, hide none of the rest."""
    pages = walk(ask, path, 3, lambda: things.insert(0, -len(things)) if len(things) < 15 else None)
    assert [each for page in pages for each in page if each > 0] == list(range(1, 11))
    del things[:]
    things.extend(range(1, 11))
    first = ask.get(f"{path}?limit=3")
    things.remove(3)
    second = ask.get(first.links["next"]["url"])
    assert second.json()[0] in {4, 5}
    if path == "/api/ordered":
        assert second.json() == [4, 5, 6]


def test_a_cursor_that_is_none_is_refused(ask):
    """422, with what to do."""
    assert ask.get("/api/ordered?after=nonsense").status_code == 422
