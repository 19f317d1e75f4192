"""The last step of the data's way: what was found, as a report in one file, to print, to send, to keep."""

from dataclasses import replace

from service.errors import NotMadeYet
from service.exports.formats import written
from service.names.spelling import called_in
from service.presentation.i18n import language as speak
from service.presentation.report.compose import compose
from service.presentation.report.document import Document
from service.presentation.report.findings_view import report_view
from service.publications.types import Format
from service.workspace import Workspace


def build_report(
    workspace: Workspace,
    slug: str,
    language: str = "en",
    names: bool = False,
    *,
    format_: Format = Format.HTML,
    newest: bool = False,
) -> bytes:
    """Return a programme's report as a file; see `report_document` and `written` for what it takes and raises."""
    return written(report_document(workspace, slug, language, names, newest=newest), format_)


def report_document(
    workspace: Workspace, slug: str, language: str = "en", names: bool = False, *, newest: bool = False
) -> Document:
    """Return a programme's report as blocks.

    Args:
        workspace: where the programme is.
        slug: of the programme.
        language: of the sentences, "en", "bn" or "ne"; quotes stay as they were written.
        names: whether people are named; if not they are "Person 1", "Person 2" in everything, quotes included.
        newest: whether nothing in it may be from before the last change.

    Raises:
        NotFound: there is no such programme.
        NotMadeYet: something that it shows is still being worked out.
    """
    found, spoken = workspace.findings(slug), speak(language)
    spoken = replace(spoken, names=called_in(found.at.outline, spoken.code))
    view = report_view(found, workspace.feedback, spoken, names=names)
    if found.missing or (newest and found.late):
        raise NotMadeYet
    return compose(view, spoken)
