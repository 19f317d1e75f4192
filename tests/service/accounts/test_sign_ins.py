"""Signing in and out."""

from datetime import UTC, datetime, timedelta

import pytest
from argon2 import extract_parameters

from service.accounts import passwords
from service.errors import NotSignedIn, TooOften
from service.settings import Settings

PASSWORD = "the river rises early"


@pytest.fixture
def clock():
    """A clock that can be set."""

    class Clock:
        now = datetime(2026, 3, 1, 12, tzinfo=UTC)

        def __call__(self):
            return self.now

        def pass_by(self, **time):
            self.now += timedelta(**time)

    return Clock()


@pytest.fixture
def work(url, tmp_path, open_workspace, clock):
    """A workspace with Asha in it."""
    workspace = open_workspace(Settings(data_dir=tmp_path, database_url=url), clock=clock)
    workspace.accounts.add("asha", "Asha", PASSWORD)
    return workspace


def attempt(work, login="asha", password=PASSWORD, address="127.0.0.1", browser=""):
    return work.sign_ins.by_password(login, password, address, "Firefox", browser)


def fail(work, times, **how):
    for _ in range(times):
        with pytest.raises(NotSignedIn):
            attempt(work, **{"password": "wrong", **how})


def test_signing_out_ends_it_at_once(work):
    """The cookie that was given opens nothing afterwards; a cookie that is none of ours ends nothing."""
    given = attempt(work)
    other = attempt(work)
    work.sign_ins.close("x.y")
    work.sign_ins.close(given.cookie)
    assert work.readers.of_cookie(given.cookie) is None
    assert work.readers.of_cookie(other.cookie).reader.name == "Asha"


def test_every_sign_in_has_a_secret_of_its_own(work):
    """Whoever planted a cookie in a browser beforehand knows nothing of the one that it has afterwards."""
    assert attempt(work).cookie != attempt(work).cookie


def test_a_sign_in_ends_by_itself(work, clock):
    """After the days that the settings say, not before."""
    given = attempt(work)
    clock.pass_by(days=29, hours=23)
    assert work.readers.of_cookie(given.cookie)
    clock.pass_by(hours=2)
    assert work.readers.of_cookie(given.cookie) is None


def test_a_clock_that_is_put_back_changes_nothing(work, clock):
    """Who is signed in stays so, and who may try to sign in may still."""
    given = attempt(work)
    fail(work, 5)
    clock.pass_by(days=-400)
    assert work.readers.of_cookie(given.cookie)
    attempt(work)


def test_one_can_sign_out_elsewhere(work):
    """One browser, or all others."""
    here, there, third = attempt(work), attempt(work), attempt(work)
    listed = work.sign_ins.every(1)
    assert [each.device for each in listed] == ["Firefox"] * 3
    work.sign_ins.close_one(1, listed[0].id)
    assert work.readers.of_cookie(third.cookie) is None
    work.sign_ins.close_others(1, here.cookie)
    assert work.readers.of_cookie(there.cookie) is None
    assert work.readers.of_cookie(here.cookie)


def test_nobody_signs_out_others(work):
    """The number of another account's sign-in does nothing."""
    given = attempt(work)
    work.sign_ins.close_one(2, work.sign_ins.every(1)[0].id)
    assert work.readers.of_cookie(given.cookie)


@pytest.mark.parametrize("login", ["asha", "nobody"])
def test_failures_make_one_wait_whoever_it_is_about(work, clock, login):
    """Five are free; then one waits, twice as long each time, for a name that is none as well."""
    fail(work, 5, login=login)
    for seconds in (1, 2, 4):
        with pytest.raises(TooOften) as refused:
            attempt(work, login=login)
        assert refused.value.seconds == seconds
        clock.pass_by(seconds=seconds)
        fail(work, 1, login=login)


def test_the_wrong_name_and_the_wrong_password_are_told_alike(work):
    """In words, and both take the time of one hash (below)."""
    said = set()
    for login in ("asha", "nobody"):
        with pytest.raises(NotSignedIn) as refused:
            attempt(work, login=login, password="wrong")
        said.add(str(refused.value))
    work.accounts.set_active(1, is_active=False) if work.accounts.add("ram", is_administrator=True) else None
    with pytest.raises(NotSignedIn) as refused:
        attempt(work)
    said.add(str(refused.value))
    assert len(said) == 1


@pytest.mark.parametrize("login", ["asha", "nobody", "ram"])
def test_every_failure_takes_the_time_of_one_hash(work, monkeypatch, login):
    """The wrong password, a name that is none, an account without a password: nobody learns by a clock who is here."""
    work.accounts.add("ram", "Ram")
    fail(work, 1, login="somebody")  # the hash of nobody's password is made once
    compared = []
    hasher = passwords._HASHER

    class Counting:
        def verify(self, kept, password):
            compared.append(kept)
            return hasher.verify(kept, password)

    monkeypatch.setattr(passwords, "_HASHER", Counting())
    fail(work, 1, login=login)
    assert [extract_parameters(kept) for kept in compared] == [extract_parameters(passwords._of_nobody())]


def test_an_address_that_fails_on_many_accounts_waits(work):
    """Twenty in a row; others do not wait for it."""
    for number in range(20):
        fail(work, 1, login=f"person{number}", address="2001:db8::1")
    with pytest.raises(TooOften):
        attempt(work, address="2001:db8::ffff")
    attempt(work, address="2001:db8:0:1::1")


def test_strangers_cannot_keep_the_owner_out(work, clock):
    """A browser that was signed in before waits for its own failures only; another one half a minute at most."""
    known = attempt(work, address="10.0.0.1").browser
    for number in range(60):
        fail(work, 1, address=f"10.1.0.{number}") if number < 30 else None
    with pytest.raises(TooOften) as refused:
        attempt(work, address="10.0.0.1")
    assert refused.value.seconds <= 30
    attempt(work, address="10.0.0.1", browser=known)
    clock.pass_by(seconds=30)
    attempt(work, address="10.0.0.1")


def test_a_known_browser_cannot_guess_for_ever(work):
    """It was lent, or what it was given was copied."""
    known = attempt(work).browser
    fail(work, 10, browser=known)
    with pytest.raises(TooOften):
        attempt(work, browser=known)


def test_what_one_browser_was_given_says_nothing_for_another_account(work):
    """Nor does what was made up."""
    work.accounts.add("ram", "Ram", PASSWORD)
    for browser in (attempt(work, login="ram", address="10.0.0.9").browser, "x.y"):
        fail(work, 5, browser=browser, address=f"10.0.0.{len(browser)}")
        with pytest.raises(TooOften):
            attempt(work, browser=browser, address=f"10.0.0.{len(browser)}")


def test_use_is_noted_once_an_hour(work, clock):
    """So that reading pages writes next to nothing."""
    given = attempt(work)
    assert not work.readers.of_cookie(given.cookie).to_note
    clock.pass_by(hours=2)
    known = work.readers.of_cookie(given.cookie)
    assert known.to_note
    work.readers.note_use(known)
    assert not work.readers.of_cookie(given.cookie).to_note
    assert work.sign_ins.every(1)[0].last_seen == clock.now
