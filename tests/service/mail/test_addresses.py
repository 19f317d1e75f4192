"""Mail servers and addresses as they are written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.errors import InputError
from service.mail.addresses import Server, read_recipient, read_sender, read_server


@pytest.mark.parametrize(
    ("url", "server"),
    [
        ("smtps://mail.example.org", Server("mail.example.org", 465, "at once")),
        ("smtp://me:p%23ss%3A@mail.example.org", Server("mail.example.org", 587, "asked for", "me", "p#ss:")),
        ("smtp://127.0.0.1:2525", Server("127.0.0.1", 2525, "none")),
        ("smtp://[::1]", Server("::1", 587, "none")),
        ("smtps://localhost", Server("localhost", 465, "at once")),
    ],
)
def test_a_server_is_named_by_an_address(url, server):
    """Nothing goes without TLS but to this machine itself."""
    assert read_server(url) == server


@pytest.mark.parametrize(
    "url",
    ["mail.example.org", "http://mail", "smtp://", "smtp://a:secret#x@b", "smtp://h:secret", "smtp://[", "smtp://h/x"],
)
def test_what_names_no_server_is_said_without_the_secret(url):
    """In one line that shows how it is written."""
    with pytest.raises(ValueError, match="smtps://") as wrong:
        read_server(url)
    assert "secret" not in str(wrong.value)
    assert wrong.value.__cause__ is None


@pytest.mark.parametrize(
    "text", ["", "nobody", "a@b, c@d", "a b <c@d\r\nBcc: x@y>", "A\nB <a@b.org>", "রিনা@example.org"]
)
def test_mail_comes_from_one_address(text):
    """Whatever else is written is refused when the service starts."""
    with pytest.raises(ValueError, match="Manyvoices <"):
        read_sender(text)


def test_a_sender_may_have_a_name_in_any_script():
    """Beside the address."""
    sender = read_sender("বহু কণ্ঠ <voices@example.org>")
    assert (sender.display_name, sender.addr_spec) == ("বহু কণ্ঠ", "voices@example.org")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "rina",
        "রিনা@example.org",
        "a@b.org,c@d.org",
        "a@b.org c@d.org",
        "a@b.org\r\nBcc: c@d.org",
        "a@b.org\nx",
        "<a@b.org>",
        '"a b"@c.org',
        "a@-b",
        "a@b..org",
        "a@🌾\u200d.",
        "a" * 65 + "@b.org",
        "a@" + "b" * 300,
        "a@b.org\u2028",
    ],
)
def test_only_one_plain_address_gets_mail(text):
    """Nothing that a server could take for more."""
    with pytest.raises(InputError, match="e-mail address"):
        read_recipient(text + " x" if text.endswith("\u2028") else text)


def test_a_host_may_be_in_any_script():
    """It is written as it is looked up."""
    assert read_recipient(" rina@উদাহরণ.org ").addr_spec == "rina@xn--d5b6ci4b4b3a.org"


@given(st.text(alphabet=st.characters() | st.sampled_from('@.<>,;:\r\n"\\ ab'), max_size=40))
def test_an_address_is_one_line_of_ascii_or_none(text):
    """Whatever somebody types."""
    try:
        found = str(read_recipient(text))
    except InputError:
        return
    assert found.isascii()
    assert found.isprintable()
    assert not set(found) & set(' ,;<>"\\()[]:')
