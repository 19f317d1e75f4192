"""Accounts and what belongs to them, as pages, API and command line show them; no secret is in any of these."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from nlp.messages import Message
from service.access.types import Role


@dataclass(frozen=True, slots=True)
class Account:
    """Somebody who can sign in.

    Attributes:
        login: e-mail address or another name that only this person has, as it was typed.
        name: as others see it.
        language: code of the language that they read, "" where they have not said.
        is_active: whether they are let in.
        is_administrator: whether they look after the accounts of this installation; says nothing about notes.
    """

    id: int
    login: str
    name: str
    language: str
    is_active: bool
    is_administrator: bool
    created: datetime


@dataclass(frozen=True, slots=True)
class SignIn:
    """A browser that is signed in; `device` is its kind, such as "Firefox, Windows"."""

    id: int
    device: str
    created: datetime
    last_seen: datetime
    expires: datetime


@dataclass(frozen=True, slots=True)
class ApiToken:
    """A token for programs; never used is None, as is one that never expires."""

    id: int
    name: str
    created: datetime
    last_used: datetime | None
    expires: datetime | None


@dataclass(frozen=True, slots=True)
class NewApiToken:
    """A token as it is shown once: `secret` is kept nowhere."""

    token: ApiToken
    secret: str


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody's place in a programme; `team` is the team of a member, "" of everybody else."""

    account: int
    name: str
    login: str
    role: Role
    team: str
    is_active: bool


class Purpose(StrEnum):
    """What a link is for."""

    INVITATION = "invitation"
    PASSWORD = "password"


@dataclass(frozen=True, slots=True)
class Link:
    """A link that is used once.

    Attributes:
        purpose: to come in, or to choose a password.
        name: of whom it was made for.
        account: whose password is chosen; None in an invitation.
        programme: id of the programme that an invitation leads into, None for none.
        role, team: the place there.
        is_administrator: whether the account that an invitation makes is one.
    """

    id: int
    purpose: Purpose
    name: str
    account: int | None
    programme: int | None
    role: Role
    team: str
    is_administrator: bool
    created: datetime
    expires: datetime


@dataclass(frozen=True, slots=True)
class NewLink:
    """A link as it is shown once.

    Attributes:
        path: its address in this service, which is kept nowhere.
        sent: the e-mail address to which it was sent too, "" for none.
        not_sent: why it was not, where that was asked for.
    """

    link: Link
    path: str
    sent: str = ""
    not_sent: Message | None = None
