"""What those present can fill in now: open forms and rooms."""

from dataclasses import dataclass
from enum import StrEnum

from service.programmes.snapshot import Snapshot


class Opened(StrEnum):
    """What is open."""

    FORM = "form"
    ROOM = "room"


@dataclass(frozen=True, slots=True)
class OpenNow:
    """A form or a room that takes answers.

    Attributes:
        kind: which of the two.
        code: its name in addresses.
        path: where it is filled in.
        about: the title of a form, the element of a room.
    """

    kind: Opened
    code: str
    path: str
    about: str


def open_now(at: Snapshot) -> tuple[OpenNow, ...]:
    """Return the forms and rooms of a programme that take answers, forms first."""
    forms = [OpenNow(Opened.FORM, each.code, f"/f/{each.code}", each.title) for each in at.forms if each.is_open]
    rooms = [OpenNow(Opened.ROOM, each.code, f"/r/{each.code}", each.element) for each in at.rooms if each.is_open]
    return (*forms, *rooms)
