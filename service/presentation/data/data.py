"""What can be taken along, for whom each format is, and what is in it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from nlp.messages import Message
from service.exports.data_formats import DataFormat
from service.exports.tables.contents import CONTENTS
from service.exports.tables.formats import FORMATS, TABLES
from service.exports.transcripts.formats import TRANSCRIPT_FORMATS
from service.presentation.i18n import Language
from service.presentation.messages import say
from service.programmes.snapshot import Snapshot
from service.types import Session


@dataclass(frozen=True)
class Offer:
    """A format: its name in addresses, what people call it, and for whom it is."""

    name: str
    title: str
    whom: Markup


@dataclass(frozen=True)
class DataView:
    """All that the page shows.

    Attributes:
        data: formats of all tables.
        coded: formats of the notes as coded texts.
        transcripts: formats of the transcript of one session.
        sessions: of which a transcript can be taken.
        contents: name of a table -> what one row of it is.
    """

    data: tuple[Offer, ...]
    coded: tuple[Offer, ...]
    transcripts: tuple[Offer, ...]
    sessions: tuple[Session, ...]
    contents: tuple[tuple[str, Markup], ...]


def data_view(at: Snapshot, language: Language) -> DataView:
    """Return what can be taken of a programme."""
    spoken = {row.slug for row in at.session_rows if not row.is_chat}
    return DataView(
        data=_offers({name: each for name, each in FORMATS.items() if name in TABLES}, language),
        coded=_offers({name: each for name, each in FORMATS.items() if name not in TABLES}, language),
        transcripts=_offers(TRANSCRIPT_FORMATS, language),
        sessions=tuple(each for each in at.sessions if each.slug in spoken),
        contents=tuple((table.name, say(Message(table.about), language)) for table in CONTENTS),
    )


def _offers(formats: Mapping[str, DataFormat[Any]], language: Language) -> tuple[Offer, ...]:
    return tuple(Offer(each.name, each.title, say(Message(each.whom), language)) for each in formats.values())
