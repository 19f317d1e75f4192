"""Links that were just made, and the mail that brings them where somebody asks for that."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from email.headerregistry import Address
from typing import Annotated

from fastapi import Depends, Form

from nlp.errors import InputError
from nlp.messages import Message
from service.accounts.types import NewLink
from service.errors import NotSent
from service.mail.addresses import read_recipient
from service.presentation.i18n import language
from service.presentation.link_mail import link_mail
from service.web.context import Page
from service.workspace import Workspace

LONGEST = 254


@dataclass(frozen=True, slots=True)
class Delivery:
    """How a link reaches whom it is for: by mail `to` an address in a language, or, without one, by hand."""

    work: Workspace
    to: Address | None = None
    language: str = ""

    @classmethod
    def of(cls, work: Workspace, mail: str, code: str) -> "Delivery":
        """Return the way to an e-mail address, "" for none.

        Raises:
            InputError: it is none, or this installation sends no mail.
        """
        if not mail.strip():
            return cls(work)
        if not work.post.offered:
            problem = Message("this installation sends no mail")
            raise InputError("", problem, Message("Hand the link over yourself"))
        return cls(work, read_recipient(mail), code)

    def send(self, make: Callable[[], NewLink]) -> NewLink:
        """Make a link, send it where that is asked for, and return it with what became of the mail."""
        made = make()
        if self.to is None:
            return made
        url = self.work.settings.address.rstrip("/") + made.path
        account = made.link.account
        login = self.work.accounts.get(account).login if account is not None else ""
        mail = link_mail(made.link, url, self.work.links.leads_to(made.link), login, language(self.language))
        try:
            self.work.post.send(self.to, mail.subject, mail.text)
        except NotSent as error:
            return replace(made, not_sent=error.message)
        return replace(made, sent=self.to.addr_spec)


def _asked(
    page: Page,
    mail: Annotated[str, Form(max_length=LONGEST)] = "",
    mail_language: Annotated[str, Form(max_length=LONGEST)] = "",
) -> Delivery:
    return Delivery.of(page.workspace, mail, mail_language or page.language.code)


Asked = Annotated[Delivery, Depends(_asked)]
"""How the form asks a link to be delivered."""
