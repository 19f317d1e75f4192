"""What other programs are told, put down in the transaction of what happens, so that a crash loses none of it."""

from collections.abc import Mapping
from datetime import UTC, datetime
from urllib.parse import quote

from service.journal.types import Action, Thing
from service.names.slugs import slugify
from service.store import Transaction, programmes
from service.store.webhooks import deliveries
from service.webhooks.types import Event

_TOLD: Mapping[Action, tuple[Event, str]] = {
    Action.FILE_KEPT: (Event.FILE_KEPT, "files/{id}"),
    Action.FILE_TAKEN_BACK: (Event.FILE_KEPT, "files/{id}"),
    Action.FILE_READ_AGAIN: (Event.FILE_CHANGED, "files/{id}"),
    Action.FILE_REMOVED: (Event.FILE_REMOVED, "files/removed"),
    Action.FORM_MADE: (Event.FORM_OPENED, "forms/{id}"),
    Action.FORM_OPENED: (Event.FORM_OPENED, "forms/{id}"),
    Action.FORM_CLOSED: (Event.FORM_CLOSED, "forms/{id}/answers"),
    Action.ROOM_OPENED: (Event.ROOM_OPENED, "elements/{within}/sorting/rooms/{id}"),
    Action.ROOM_CLOSED: (Event.ROOM_CLOSED, "elements/{within}/sorting/rooms/{id}/results"),
    Action.PUBLISHED: (Event.REPORT_PUBLISHED, "publications/{id}"),
    Action.WITHDRAWN: (Event.REPORT_WITHDRAWN, "publications/{id}"),
}
"""What is written down in the journal -> what is told, and where the API has more of it."""


def announce(db: Transaction, programme_id: int, action: Action, of: Thing) -> None:
    """Tell of something that was done, if it is one of the things that are told.

    Names never go out: of a file its number, of a form its code. The link to a room says in which element it is.
    """
    if action in _TOLD:
        event, path = _TOLD[action]
        where = path.format(id=quote(of.id, safe=""), within=quote(slugify(of.name), safe=""))
        _tell(db, programme_id, event, of.kind.value, of.id, where)


def announce_ready(db: Transaction, programme_id: int) -> None:
    """Tell that all findings of a programme are there."""
    slug = programmes.slug_of(db, programme_id)
    _tell(db, programme_id, Event.FINDINGS_READY, "programme", slug, "elements")


def announce_failed(db: Transaction, programme_id: int, job: int) -> None:
    """Tell that something could not be found."""
    _tell(db, programme_id, Event.FINDINGS_FAILED, "job", str(job), f"jobs/{job}")


def path_in(slug: str, rest: str = "") -> str:
    """Return a path of the API inside a programme."""
    return f"/api/v1/programmes/{quote(slug, safe='')}" + (f"/{rest}" if rest else "")


def _tell(db: Transaction, programme_id: int, event: Event, kind: str, thing: str, rest: str) -> None:
    path = path_in(programmes.slug_of(db, programme_id), rest)
    deliveries.tell(db, programme_id, event, kind, thing, path, datetime.now(UTC))
