"""Publishing a programme's report as it now is: for a reader, in languages and formats."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from nlp.errors import InputError
from nlp.messages import Message
from service.exports.formats import formats_for, written
from service.exports.html import html
from service.exports.report import Wanted, report_document
from service.presentation.i18n import NAMES
from service.presentation.report.document import Document
from service.publications.types import Audience, Format, Publication, Reader
from service.workspace import Workspace

AUDIENCES: Mapping[Reader, Audience] = {
    Reader.FACILITATOR: Audience.FACILITATORS,
    Reader.PARTICIPANTS: Audience.TEAMS,
    Reader.ROOM: Audience.TEAMS,
    Reader.FUNDER: Audience.EVERYBODY,
}
"""Who may open a publication, where observers are not let in on purpose."""
OPEN_TO_OBSERVERS = frozenset({Reader.PARTICIPANTS, Reader.ROOM})
"""Whose reports observers may be let read."""


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be published.

    Attributes:
        reader: for whom it is written.
        languages: of the interface.
        formats: of the files.
        observers: whether observers, such as funders, may open it too, where that is not so anyway.
    """

    reader: Reader = Reader.PARTICIPANTS
    languages: tuple[str, ...] = ("en",)
    formats: tuple[Format, ...] = (Format.HTML,)
    observers: bool = False

    @property
    def audience(self) -> Audience:
        """Who may open it."""
        opened = self.observers and self.reader in OPEN_TO_OBSERVERS
        return Audience.EVERYBODY if opened else AUDIENCES[self.reader]


def publish_report(workspace: Workspace, slug: str, title: str, order: Order) -> tuple[Publication, ...]:
    """Make a report without people's names, with what was chosen for its reader, and keep every file of it.

    Args:
        workspace: where the programme is.
        slug: of the programme.
        title: as readers see it; the programme's name if empty.
        order: what is to be published.

    Raises:
        InputError: no language or format, or one that there is not, was named; or the title is too long.
        NotFound: there is no such programme.
        NotMadeYet: something that it shows is still being worked out.
    """
    languages, formats = tuple(dict.fromkeys(order.languages)), tuple(dict.fromkeys(order.formats))
    if not languages or not set(languages) <= set(NAMES):
        raise InputError("", Message("no language was chosen that reports are in"), Message("Choose at least one"))
    if not formats or not set(formats) <= set(formats_for(order.reader)):
        raise InputError(
            "", Message("no format was chosen that this report is made in"), Message("Choose at least one")
        )
    given = title if title.strip() else workspace.programmes.get(slug).name
    wanted = Wanted(order.reader, choice=workspace.report_choices.get(slug, order.reader), newest=True)
    documents = [report_document(workspace, slug, replace(wanted, language=code)) for code in languages]
    made = [(each, format_, written(each, format_)) for each in documents for format_ in formats]
    return tuple(
        _publish(workspace, slug, given, order, document, format_, content) for document, format_, content in made
    )


def _publish(
    workspace: Workspace, slug: str, title: str, order: Order, document: Document, format_: Format, content: bytes
) -> Publication:
    words = "" if format_ is Format.HTML else html(document).decode()
    return workspace.publications.publish(
        slug,
        title,
        document.language,
        content,
        audience=order.audience,
        format_=format_,
        reader=order.reader,
        words=words,
    )
