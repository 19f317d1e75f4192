"""From what was found to a document: which parts a reader gets, and in which order."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from markupsafe import Markup

from nlp.messages import msgid
from service.presentation.i18n import Language
from service.presentation.report.called import as_called
from service.presentation.report.document import Document, Reader, Section
from service.presentation.report.findings_view import ReportView
from service.presentation.report.parts.words import spoken
from service.presentation.report.readers.facilitator import for_facilitators
from service.presentation.report.readers.funder import for_funders
from service.presentation.report.readers.participants import for_participants
from service.presentation.report.readers.room import for_the_room

READERS: Mapping[Reader, Callable[[ReportView, Language], tuple[Section, ...]]] = {
    Reader.FACILITATOR: for_facilitators,
    Reader.PARTICIPANTS: for_participants,
    Reader.FUNDER: for_funders,
    Reader.ROOM: for_the_room,
}
_UNDER: Mapping[Reader, str] = {
    Reader.FACILITATOR: msgid("What we heard, where we differ, and who was heard"),
    Reader.PARTICIPANTS: msgid("What we heard, and what happens next"),
    Reader.FUNDER: msgid("What was heard, by teams and groups"),
    Reader.ROOM: msgid("What we heard, and what we ask"),
}


def compose(view: ReportView, language: Language, reader: Reader = Reader.FACILITATOR) -> Document:
    """Return a report as blocks.

    Args:
        view: what was found, as far as this reader may see it.
        language: of its sentences, with what the programme calls its teams, elements and levels in it.
        reader: for whom it is.
    """
    document = Document(
        reader,
        language.code,
        spoken(view.programme.name, replace(language, names={})),
        Markup("{} · {}").format(language.gettext(_UNDER[reader]), view.made),
        READERS[reader](view, language),
        contents=reader is not Reader.ROOM,
    )
    return as_called(document, language)
