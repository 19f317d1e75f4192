"""Whose a name or an address is."""

import pytest

from nlp.hosts import is_loopback, is_numeric


@pytest.mark.parametrize("name", ["127.0.0.1", "127.8.0.9", "::1"])
def test_addresses_of_this_machine(name):
    """The whole of 127.0.0.0/8, and ::1."""
    assert is_numeric(name)
    assert is_loopback(name)


@pytest.mark.parametrize("name", ["192.168.0.7", "0.0.0.0", "::", "fe80::1"])
def test_other_addresses(name):
    """Those of a network, and those that mean all."""
    assert is_numeric(name)
    assert not is_loopback(name)


def test_of_names_only_localhost_is_this_machine():
    """A name can lead anywhere, whatever it looks like."""
    assert is_loopback("localhost")
    names = ("localhost.example.org", "127.0.0.1.example.org", "", "১২৭.০.০.১")
    assert not any(map(is_loopback, names))
    assert not any(map(is_numeric, ("localhost", *names)))
