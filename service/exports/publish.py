"""Publishing a programme's report as it now is: for a reader, in languages and formats."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from itertools import product

from nlp.errors import InputError
from nlp.messages import Message, msgid
from service.access.acting import act_as, acting
from service.analyses.progress import Progress, silently
from service.errors import NotMadeYet
from service.exports.formats import formats_for, written
from service.exports.html import html
from service.exports.report import Wanted, report_document
from service.jobs.types import Job
from service.names.titles import checked_title
from service.presentation.i18n import NAMES
from service.publications.ordered import Ordered
from service.publications.types import Audience, Format, Publication, Reader
from service.store import Transaction
from service.workspace import Workspace

MAKING = msgid("Making the file")

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


@dataclass(frozen=True, slots=True)
class Asked:
    """What comes of an order.

    Attributes:
        made: what is published already.
        jobs: that make the rest, a file each.
    """

    made: tuple[Publication, ...] = ()
    jobs: tuple[Job, ...] = ()


def publish_report(workspace: Workspace, slug: str, title: str, order: Order) -> Asked:
    """Have a report made without people's names, with what is chosen for its reader now, and every file of it kept.

    Pages are made at once if what they show is there; files that take a while, and what waits for findings, are jobs.

    Args:
        workspace: where the programme is.
        slug: of the programme.
        title: as readers see it; the programme's name if empty.
        order: what is to be published.

    Raises:
        InputError: no language or format, or one that there is not, was named; or the title is too long.
        NotFound: there is no such programme.
    """
    languages, formats = tuple(dict.fromkeys(order.languages)), tuple(dict.fromkeys(order.formats))
    if not languages or not set(languages) <= set(NAMES):
        raise InputError("", Message("no language was chosen that reports are in"), Message("Choose at least one"))
    if not formats or not set(formats) <= set(formats_for(order.reader)):
        raise InputError(
            "", Message("no format was chosen that this report is made in"), Message("Choose at least one")
        )
    given = checked_title(title if title.strip() else workspace.programmes.get(slug).name)
    choice, by = workspace.report_choices.get(slug, order.reader), acting()
    files = [
        Ordered(order.reader, language, format_, given, order.audience, choice, by.account, by.name)
        for language, format_ in product(languages, formats)
    ]
    at_once = {file: _at_once(workspace, slug, file) for file in files if file.format is Format.HTML}
    later = [file for file in files if not at_once.get(file)]
    return Asked(tuple(filter(None, at_once.values())), workspace.jobs.publish(slug, later) if later else ())


def _at_once(workspace: Workspace, slug: str, file: Ordered) -> Publication | None:
    try:
        return publish_file(workspace, slug, file)
    except NotMadeYet:
        return None


def publish_file(
    workspace: Workspace,
    slug: str,
    file: Ordered,
    report: Progress = silently,
    wanted: Callable[[Transaction], bool] = lambda _: True,
) -> Publication:
    """Make one file as it was ordered, and publish it in the name of who ordered it.

    Args:
        workspace: where the programme is.
        slug: of the programme.
        file: what was ordered.
        report: is told how far it is.
        wanted: whether it still is, asked in the transaction that keeps it.

    Raises:
        InputError: what makes files of this format is not installed.
        NotFound: there is no such programme.
        NotMadeYet: something that it shows is still being worked out.
        Stopped: it is not wanted any more.
    """
    report(Message(MAKING), 0.0)
    chosen = Wanted(file.reader, file.language, file.choice, newest=True)
    document = report_document(workspace, slug, chosen)
    content = written(document, file.format)
    words = "" if file.format is Format.HTML else html(document).decode()
    with act_as(replace(acting(), account=file.account, name=file.name)):
        return workspace.publications.publish(
            slug,
            file.title,
            file.language,
            content,
            audience=file.audience,
            format_=file.format,
            reader=file.reader,
            words=words,
            wanted=wanted,
        )
