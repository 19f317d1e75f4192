"""Mail as a real server gets it."""

import datetime
import ipaddress
import socket
import ssl
from datetime import UTC, timedelta

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from service.errors import NotSent
from service.mail import post
from service.mail.addresses import read_recipient
from service.mail.post import Post

NOW = datetime.datetime(2026, 3, 1, 12, tzinfo=UTC)
RINA = read_recipient("rina@example.org")
TEXT = "শুভেচ্ছা, রিনা 👩‍🌾\n\nनमस्ते\n\n.\n\nhttps://voices.example.org/invitation/x\n"


def opened(settings):
    return Post(settings, lambda: NOW)


def words(mail):
    """The text of a mail, whose lines end as lines of mails do."""
    return mail.get_content().replace("\r\n", "\n")


@pytest.mark.parametrize("subject", ["আমন্ত্রণ", "निम्तो क\u094dष", "Invitation", "নদী \u09c7\u09be " * 16, "x\ud800y"])
def test_a_mail_arrives_as_it_was_written(sending, server, subject):
    """In every script, long or short."""
    opened(sending).send(RINA, subject, TEXT)
    (mail,) = server.mails
    assert mail["Subject"] == subject.replace("\ud800", "\ufffd").strip()
    assert words(mail) == TEXT
    assert mail.get_content_type() == "text/plain"
    assert (mail["From"], mail["To"]) == ("বহু কণ্ঠ <voices@example.org>", "rina@example.org")
    assert mail["Date"].datetime == NOW
    assert mail["Auto-Submitted"] == "auto-generated"
    assert mail["Message-ID"].endswith("@example.org>")
    assert server.envelopes[0][1] == ["rina@example.org"]


@pytest.mark.parametrize("end", ["\r\n", "\n", "\r", "\x85", "\u2028", "\x0b", "\x00", "\r\n\r\n"])
def test_a_subject_adds_no_header_and_no_address(sending, server, end):
    """Whatever stands in the name of a programme."""
    opened(sending).send(RINA, f"A{end}Bcc: evil@example.org{end}{end}Body", "Hello\n")
    (mail,) = server.mails
    assert mail["Bcc"] is None
    assert words(mail) == "Hello\n"
    assert server.envelopes[0][1] == ["rina@example.org"]


def test_mail_needs_a_server_a_sender_and_an_address(sending):
    """Without one of these none is offered."""
    assert opened(sending).offered
    for name in ("smtp_url", "mail_from", "address"):
        assert not opened(sending.model_copy(update={name: ""})).offered


def test_a_server_may_ask_for_a_password(sending, server):
    """The right one is taken; a wrong one is said, without it."""
    server.user, server.password = "us", "p#ss:word"
    right = f"smtp://us:p%23ss%3Aword@127.0.0.1:{server.port}"
    opened(sending.model_copy(update={"smtp_url": right})).send(RINA, "A", "B\n")
    with pytest.raises(NotSent, match="user or the password") as wrong:
        opened(sending.model_copy(update={"smtp_url": right.replace("word@", "wort@")})).send(RINA, "A", "B\n")
    assert "wort" not in str(wrong.value)
    with pytest.raises(NotSent, match="did not take it"):
        opened(sending).send(RINA, "A", "B\n")
    assert len(server.mails) == 1


def test_what_goes_wrong_is_one_line(sending, server):
    """An address that is refused, a mail that is refused, a server that is gone."""
    server.refused = {"rina@example.org"}
    with pytest.raises(NotSent, match="no mail for this address"):
        opened(sending).send(RINA, "A", "B\n")
    server.refused, server.answer_to_data = set(), "554 spam"
    with pytest.raises(NotSent, match=r"did not take it\. Hand the link over yourself\.$"):
        opened(sending).send(RINA, "A", "B\n")
    with pytest.raises(NotSent, match="cannot be reached"):
        opened(sending.model_copy(update={"smtp_url": "smtp://127.0.0.1:1"})).send(RINA, "A", "B\n")


def test_a_server_that_says_nothing_is_not_waited_for(sending, monkeypatch):
    """For longer than its time."""
    monkeypatch.setattr(post, "SECONDS", 0.1)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        url = f"smtp://127.0.0.1:{silent.getsockname()[1]}"
        with pytest.raises(NotSent, match="cannot be reached"):
            opened(sending.model_copy(update={"smtp_url": url})).send(RINA, "A", "B\n")


def test_without_tls_nothing_goes_to_another_machine(sending, server, monkeypatch):
    """Where the server offers none."""
    monkeypatch.setattr("service.mail.addresses.is_loopback", lambda _: False)
    with pytest.raises(NotSent, match="no safe connection"):
        opened(sending).send(RINA, "A", "B\n")
    assert server.mails == []


@pytest.mark.parametrize("waits", [False, True])
def test_tls_is_spoken_with_a_server_that_can_be_trusted(sending, server, tmp_path, monkeypatch, waits):
    """From the start or after STARTTLS; a certificate that nobody vouches for sends nothing."""
    path = certificate(tmp_path)
    server.trusted, server.waits = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER), waits
    server.trusted.load_cert_chain(path)
    monkeypatch.setattr("service.mail.addresses.is_loopback", lambda _: False)
    url = f"{'smtp' if waits else 'smtps'}://127.0.0.1:{server.port}"
    safe = opened(sending.model_copy(update={"smtp_url": url}))
    with pytest.raises(NotSent, match="no safe connection"):
        safe.send(RINA, "A", "B\n")
    monkeypatch.setenv("SSL_CERT_FILE", str(path))
    safe.send(RINA, "A", "B\n")
    assert [mail["Subject"] for mail in server.mails] == ["A"]


def certificate(folder):
    """A key with a certificate that it signed itself, in one file."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    now = datetime.datetime.now(UTC)
    made = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), critical=False)
        .sign(key, hashes.SHA256())
    )
    form = serialization.Encoding.PEM
    plain = key.private_bytes(form, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    path = folder / "server.pem"
    path.write_bytes(plain + made.public_bytes(form))
    return path
