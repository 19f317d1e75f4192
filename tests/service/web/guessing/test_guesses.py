"""How many wrong codes of one network are let through, and what goes on all the same."""

import pytest

from service.errors import TooOften
from service.web.guessing.guesses import KNOWN, MOST, NETWORKS, WITHIN, Guesses


@pytest.fixture
def now():
    """The clock of what is tested, in seconds."""
    return [1000.0]


@pytest.fixture
def guesses(now):
    """Counts by that clock."""
    return Guesses(clock=lambda: now[0])


def ask(guesses: Guesses, code: str, *, is_right: bool | None = False, network: str = "192.0.2.1") -> None:
    """Ask for a code, which is wrong unless it is said to be right."""
    guesses.begin(network, code)
    guesses.end(network, code, is_right=is_right)


def fill(guesses: Guesses, network: str = "192.0.2.1") -> None:
    """Try as many wrong codes as a network may."""
    for number in range(MOST):
        ask(guesses, f"wrong {number}", network=network)


def test_after_so_many_wrong_codes_no_other_is_looked_up(guesses, now):
    """Right or wrong; of another network all go on, and after the wait all do."""
    fill(guesses)
    for is_right in (True, False):
        with pytest.raises(TooOften) as wait:
            ask(guesses, "one more", is_right=is_right)
    assert wait.value.seconds == WITHIN
    ask(guesses, "one more", network="192.0.2.2")
    now[0] += wait.value.seconds
    ask(guesses, "one more")


def test_what_was_right_goes_on(guesses, now):
    """Also for phones of its network that have not asked before, for as long as somebody guesses there."""
    ask(guesses, "right", is_right=True)
    for _ in range(3):
        fill(guesses)
        ask(guesses, "right", is_right=True)
        with pytest.raises(TooOften):
            ask(guesses, "one more")
        now[0] += WITHIN


def test_right_codes_never_count(guesses):
    """Not even when something of theirs is not found."""
    for number in range(KNOWN):
        ask(guesses, f"right {number}", is_right=True)
        ask(guesses, f"right {number}", is_right=False)
    fill(guesses)


def test_the_same_wrong_code_counts_once(guesses):
    """A hundred phones may still have the address of what was removed."""
    for _ in range(MOST * 3):
        ask(guesses, "removed")
    ask(guesses, "another")


def test_wrong_codes_are_forgotten_one_by_one(guesses, now):
    """Each as long after it came; asking for it again does not begin that anew."""
    for number in range(MOST):
        ask(guesses, f"wrong {number}")
        now[0] += 1
    ask(guesses, "wrong 0")
    now[0] += WITHIN - MOST
    ask(guesses, "one")
    with pytest.raises(TooOften) as wait:
        ask(guesses, "two")
    assert wait.value.seconds == 1


def test_those_at_once_are_no_more(guesses):
    """Codes that are being looked up count until it is known what they are; phones of one code are one."""
    for _ in range(500):
        guesses.begin("192.0.2.1", "of a room")
    for number in range(MOST - 1):
        guesses.begin("192.0.2.1", f"wrong {number}")
    with pytest.raises(TooOften):
        guesses.begin("192.0.2.1", "one more")
    guesses.begin("192.0.2.1", "of a room")
    guesses.end("192.0.2.1", "wrong 0", is_right=None)
    guesses.begin("192.0.2.1", "one more")


def test_what_is_remembered_has_bounds(guesses):
    """Whatever is asked for, from wherever."""
    for number in range(NETWORKS * 2):
        ask(guesses, "wrong", network=f"network {number}")
    for number in range(KNOWN * 2):
        ask(guesses, f"right {number}", is_right=True)
    assert len(guesses._of._kept) == NETWORKS
    tried = guesses._tried("192.0.2.1")
    assert (len(tried.right._kept), len(tried.wrong), len(tried.open)) == (KNOWN, 0, 0)
