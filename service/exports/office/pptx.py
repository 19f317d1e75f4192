"""A report as slides for the room: few words, large; charts as shapes; quotes and how to ask in the notes."""

import io
from datetime import UTC, datetime

from service.exports.office.signs import clean, place
from service.exports.office.slides.deck import Deck
from service.exports.office.slides.flow import Flow
from service.exports.pictures.sheet import plain
from service.presentation.i18n import Language, language
from service.presentation.report.document import Document, Section


def pptx(document: Document) -> bytes:
    """Return a report as PPTX, 16 to 9: a slide a section, more where it does not fit on one.

    Raises:
        ImportError: the extra `manyvoices[reports]` is not installed.
    """
    deck, spoken = Deck(document), language(document.language)
    deck.opening(document.title, document.under)
    for section in document.sections:
        _section(deck, spoken, section)
    told = deck.file.core_properties
    told.title, told.subject = clean(plain(document.title)), clean(plain(document.under))
    told.author, told.language = "Manyvoices", place(document.language)
    told.created = told.modified = datetime.now(UTC).replace(tzinfo=None, microsecond=0)
    data = io.BytesIO()
    deck.file.save(data)
    return data.getvalue()


def _section(deck: Deck, spoken: Language, section: Section) -> None:
    Flow(deck, spoken, section.heading).section(section)
    for part in section.parts:
        _section(deck, spoken, part)
