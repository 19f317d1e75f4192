"""Who asks: accounts, their roles in programmes, and whoever sits at a machine that asks nobody to sign in."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Role(StrEnum):
    """What somebody is in one programme."""

    FACILITATOR = "facilitator"
    MEMBER = "member"
    OBSERVER = "observer"


@dataclass(frozen=True, slots=True)
class Membership:
    """Somebody's place in a programme; `team` is the team of a member, "" of everybody else."""

    role: Role
    team: str = ""


@dataclass(frozen=True, slots=True)
class Reader:
    """Who asks.

    Attributes:
        account: id of the account, None without one.
        name: as history shows it, "" of a stranger.
        is_administrator: of the installation; says nothing about notes.
        sits_here: works on this machine's own address, where nobody signs in; may do everything.
        memberships: id of a programme -> the place in it.
    """

    account: int | None = None
    name: str = ""
    is_administrator: bool = False
    sits_here: bool = False
    memberships: Mapping[int, Membership] = field(default_factory=dict)


STRANGER = Reader()
OWN_MACHINE = Reader(sits_here=True)
