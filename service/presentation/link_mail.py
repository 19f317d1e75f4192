"""A link as the mail that brings it: subject and text in the language of whom it is for."""

from dataclasses import dataclass

from service.accounts.types import Link, Purpose
from service.presentation.i18n import Language


@dataclass(frozen=True, slots=True)
class LinkMail:
    """A mail in plain text."""

    subject: str
    text: str


def link_mail(link: Link, url: str, programme: str, login: str, language: Language) -> LinkMail:
    """Write the mail for a link.

    Args:
        link: what it is for.
        url: the whole address.
        programme: the name of the programme that an invitation leads into, "" for none.
        login: with which somebody who chooses a password signs in.
        language: of whom it is for.
    """
    _ = language.gettext
    if link.purpose is Purpose.PASSWORD:
        subject = _("Choose your password")
        first = _("Open this link to choose the password with which you sign in as {login}:", login=login)
    elif programme:
        subject = _("Invitation to the programme {programme}", programme=programme)
        first = _("You are invited to the programme {programme}. Open this link to come in:", programme=programme)
    else:
        subject = _("Invitation")
        first = _("You are invited to an account in Manyvoices. Open this link to come in:")
    until = language.date(link.expires.isoformat())
    parts = [
        _("Hello {name},", name=link.name).unescape() if link.name else "",
        first.unescape(),
        url,
        _("It can be used once, until {date}. Whoever has it can use it: do not pass it on.", date=until).unescape(),
        _("If you do not know what this is about, you need do nothing.").unescape(),
    ]
    return LinkMail(subject.unescape(), "\n\n".join(part for part in parts if part) + "\n")
