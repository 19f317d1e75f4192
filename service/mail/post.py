"""Sends one plain text to one person."""

import smtplib
import ssl
from collections.abc import Callable
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import make_msgid

from nlp.messages import Message
from service.accounts.logins import clean
from service.errors import NotSent
from service.mail.addresses import Server, read_sender, read_server
from service.serialisation import HALF_SIGNS
from service.settings import Settings

SECONDS = 10
"""How long a server may take for one answer."""


class Post:
    """The mail server of an installation; without one, or without an address for links, no mail is `offered`."""

    def __init__(self, settings: Settings, clock: Callable[[], datetime]) -> None:
        self._settings = settings
        self._clock = clock

    @property
    def offered(self) -> bool:
        """Whether links can be sent by mail."""
        return bool(self._settings.smtp_url and self._settings.mail_from and self._settings.address)

    def send(self, to: Address, subject: str, text: str) -> None:
        """Send a text.

        Raises:
            NotSent: the server did not take it.
        """
        mail = self._mail(to, subject, text)
        try:
            _hand_over(read_server(self._settings.smtp_url), mail)
        except (OSError, smtplib.SMTPException, UnicodeError) as error:
            raise NotSent(_reason(error)) from error

    def _mail(self, to: Address, subject: str, text: str) -> EmailMessage:
        sender = read_sender(self._settings.mail_from)
        mail = EmailMessage(policy=SMTP)
        mail["From"], mail["To"] = sender, to
        mail["Subject"] = clean(subject.translate(HALF_SIGNS))
        mail["Date"] = self._clock()
        mail["Message-ID"] = make_msgid(domain=sender.domain)
        mail["Auto-Submitted"] = "auto-generated"
        mail.set_content(text.translate(HALF_SIGNS), cte="quoted-printable" if text.isascii() else "base64")
        return mail


def _hand_over(server: Server, mail: EmailMessage) -> None:
    own = mail["From"].addresses[0].domain
    trusted = ssl.create_default_context()
    if server.tls == "at once":
        line: smtplib.SMTP = smtplib.SMTP_SSL(server.host, server.port, own, timeout=SECONDS, context=trusted)
    else:
        line = smtplib.SMTP(server.host, server.port, own, timeout=SECONDS)
    with line:
        if server.tls == "asked for":
            line.starttls(context=trusted)
        if server.user:
            line.login(server.user, server.password)
        line.send_message(mail)


def _reason(error: Exception) -> Message:
    match error:
        case smtplib.SMTPAuthenticationError():
            return Message("the mail server does not take the user or the password of the settings")
        case smtplib.SMTPRecipientsRefused():
            return Message("the mail server takes no mail for this address")
        case smtplib.SMTPNotSupportedError() | ssl.SSLError():
            return Message("there is no safe connection to the mail server")
        case smtplib.SMTPResponseException():
            return Message("the mail server did not take it")
        case _:
            return Message("the mail server cannot be reached")
