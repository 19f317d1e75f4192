"""The last step of the data's way: what was found, as a report in one file, to print, to send, to keep."""

from dataclasses import dataclass, replace

from service.errors import NotMadeYet
from service.exports.formats import written
from service.names.spelling import called_in
from service.presentation.giving_back.answers import told_beside
from service.presentation.i18n import language as speak
from service.presentation.report.compose import compose
from service.presentation.report.document import Document, Reader
from service.presentation.report.findings_view import report_view
from service.publications.choice import EVERYTHING, Choice
from service.publications.types import Format
from service.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which report is wanted.

    Attributes:
        reader: for whom.
        language: of the sentences, "en", "bn" or "ne"; quotes stay as they were written.
        choice: what goes in.
        names: whether people are named, in a facilitator's report; if not they are "Person 1", "Person 2" in
            everything, quotes included. In all other reports nobody is named or numbered.
        newest: whether nothing in it may be from before the last change.
    """

    reader: Reader = Reader.FACILITATOR
    language: str = "en"
    choice: Choice = EVERYTHING
    names: bool = False
    newest: bool = False


def build_report(workspace: Workspace, slug: str, wanted: Wanted = Wanted(), format_: Format = Format.HTML) -> bytes:
    """Return a programme's report as a file; see `report_document` and `written` for what it raises."""
    return written(report_document(workspace, slug, wanted), format_)


def report_document(workspace: Workspace, slug: str, wanted: Wanted = Wanted()) -> Document:
    """Return a programme's report as blocks.

    Raises:
        NotFound: there is no such programme.
        NotMadeYet: something that it shows is still being worked out.
    """
    found, spoken = workspace.findings(slug), speak(wanted.language)
    spoken = replace(spoken, names=called_in(found.at.outline, spoken.code))
    view = report_view(
        found,
        workspace.feedback,
        spoken,
        names=wanted.names,
        reader=wanted.reader,
        choice=wanted.choice,
        actions=workspace.actions.every(slug),
    )
    if found.missing or (wanted.newest and found.late):
        raise NotMadeYet
    if wanted.reader is Reader.FACILITATOR and wanted.choice.quotes:
        view = replace(view, told=told_beside(workspace.asks, found, spoken))
    return compose(view, spoken, wanted.reader)
