"""Where webhooks may go."""

from ipaddress import ip_address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.errors import InputError
from service.webhooks.destinations import Allowed, Destination, check, read_hosts, read_url

SAFE = Destination("https", "hooks.example.org", 443, "/")
PLAIN = Destination("http", "hooks.example.org", 80, "/")


@pytest.mark.parametrize(
    ("url", "taken_apart"),
    [
        ("https://hooks.example.org", ("https", "hooks.example.org", 443, "/")),
        (" https://HOOKS.Example.org.:8443/a/b?c=d ", ("https", "hooks.example.org", 8443, "/a/b?c=d")),
        ("http://127.0.0.1:5678/webhook/1", ("http", "127.0.0.1", 5678, "/webhook/1")),
        ("https://[2001:db8::1]/x", ("https", "2001:db8::1", 443, "/x")),
        ("https://হুক.example/নোট", ("https", "xn--p5b5eya.example", 443, "/%E0%A6%A8%E0%A7%8B%E0%A6%9F")),
    ],
)
def test_an_address_is_taken_apart(url, taken_apart):
    """Host as the name system knows it, the port of the scheme where none is said, the path quoted."""
    found = read_url(url)
    assert (found.scheme, found.host, found.port, found.path) == taken_apart


@pytest.mark.parametrize(
    "url",
    [
        "",
        "hooks.example.org",
        "ftp://hooks.example.org/",
        "file:///etc/passwd",
        "https://",
        "https://user:secret@hooks.example.org/",
        "https://user@hooks.example.org/",
        "https://hooks.example.org:70000/",
        "https://a b.example.org/",
        "https://*.example.org/",
        "https://[::1/",
        "https://hooks.example.org/\r\nX: y",
        "https://h.example/" + "a" * 2_000,
    ],
)
def test_what_is_no_address_is_refused(url):
    """In one line that says how an address is written."""
    with pytest.raises(InputError, match="https://host/path"):
        read_url(url)


@given(st.text(max_size=60))
def test_no_text_makes_a_header_of_its_own(text):
    """Whatever is typed in as a path, what is asked for is one line of plain signs."""
    try:
        found = read_url(f"https://hooks.example.org/{text}")
    except InputError:
        return
    assert found.path.isascii()
    assert found.path.isprintable()
    assert " " not in found.path


@pytest.mark.parametrize(
    ("named", "host", "takes"),
    [
        ([], "hooks.example.org", False),
        (["hooks.example.org"], "hooks.example.org", True),
        (["HOOKS.example.org"], "hooks.example.org", True),
        (["hooks.example.org"], "other.example.org", False),
        (["*.example.org"], "a.b.example.org", True),
        (["*.example.org"], "example.org", False),
        (["*.example.org"], "badexample.org", False),
        (["*"], "anything.example", True),
        (["*"], "192.168.1.7", False),
        (["192.168.1.0/24"], "192.168.1.7", True),
        (["192.168.1.0/24"], "hooks.example.org", False),
        (["::1"], "::1", True),
    ],
)
def test_only_hosts_that_are_named_are_told_anything(named, host, takes):
    """By name, by all names within one, or by address; a name does not open addresses."""
    assert Allowed.of(named).takes(Destination("https", host, 443, "/")) is takes


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.0.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "224.0.0.1",
        "::1",
        "fe80::1",
        "fd00::1",
        "::ffff:127.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
    ],
)
def test_a_name_leads_to_no_machine_of_the_own_network(address):
    """Loopback, private, link-local, metadata services, and IPv6 that stands for them; unless they are named too."""
    assert not Allowed.of(["*"]).reaches(ip_address(address), SAFE)
    assert Allowed.of(["*", address]).reaches(ip_address(address), SAFE)


def test_what_is_not_encrypted_goes_to_named_addresses_only():
    """In public it could be read on the way."""
    assert Allowed.of(["*"]).reaches(ip_address("93.184.216.34"), SAFE)
    assert not Allowed.of(["*"]).reaches(ip_address("93.184.216.34"), PLAIN)
    assert Allowed.of(["*", "192.168.1.7"]).reaches(ip_address("192.168.1.7"), PLAIN)


@pytest.mark.parametrize(
    ("named", "url", "said"),
    [
        ([], "https://hooks.example.org/", "MANYVOICES_WEBHOOK_HOSTS"),
        (["a.example"], "https://b.example/", "the settings do not name the host b.example"),
        (["a.example"], "http://a.example/", "could be read on the way"),
    ],
)
def test_an_address_that_is_not_allowed_is_not_taken(named, url, said):
    """When it is entered, with what to do."""
    with pytest.raises(InputError, match=said):
        check(read_url(url), Allowed.of(named))


@pytest.mark.parametrize("wrong", ["https://a.example/", "a b", "10.0.0.0/33", "*.*", "a..b"])
def test_a_setting_that_names_no_host_is_refused(wrong):
    """At the start, not at the first delivery."""
    with pytest.raises(ValueError, match="no host name"):
        read_hosts([wrong])
