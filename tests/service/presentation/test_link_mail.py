"""The mail that brings a link."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from service.access.types import Role
from service.accounts.types import Link, Purpose
from service.presentation.i18n import language
from service.presentation.link_mail import link_mail

URL = "https://voices.example.org/invitation/x-1"
WHEN = datetime(2026, 3, 1, tzinfo=UTC)
LINK = Link(
    1,
    Purpose.INVITATION,
    "রিনা <b> & {x}",
    None,
    1,
    Role.MEMBER,
    "উত্তর",
    is_administrator=False,
    created=WHEN,
    expires=WHEN,
)


@pytest.mark.parametrize("code", ["en", "bn", "ne"])
def test_a_mail_is_plain_text_in_the_language_of_whom_it_is_for(code):
    """Names stand as they are written, the link alone on its line, the date as the language writes it."""
    mail = link_mail(LINK, URL, "দুই তীর & {y}", "", language(code))
    assert "দুই তীর & {y}" in mail.subject
    assert "রিনা <b> & {x}" in mail.text
    assert URL in mail.text.split("\n")
    assert {"en": "1 March 2026", "bn": "১ মার্চ ২০২৬", "ne": "१ मार्च २०२६"}[code] in mail.text
    assert "&amp;" not in mail.subject + mail.text


@pytest.mark.parametrize("code", ["en", "bn", "ne"])
def test_a_mail_says_what_its_link_is_for(code):
    """A place in a programme, an account, or a password with the name to sign in with."""
    password = replace(LINK, purpose=Purpose.PASSWORD)
    mails = [
        link_mail(LINK, URL, "दुई किनार", "", language(code)),
        link_mail(replace(LINK, programme=None, name=""), URL, "", "", language(code)),
        link_mail(password, URL, "", "rina@example.org", language(code)),
    ]
    assert len({mail.subject for mail in mails}) == 3
    assert ["दुई किनार" in mail.text for mail in mails] == [True, False, False]
    assert ["rina@example.org" in mail.text for mail in mails] == [False, False, True]
    assert all(mail.text == mail.text.strip() + "\n" for mail in mails)
