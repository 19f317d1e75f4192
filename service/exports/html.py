"""The last step of the data's way: one HTML file with everything, to print, to send, to keep."""

from dataclasses import replace

from service.errors import NotMadeYet
from service.names.spelling import called_in
from service.presentation.i18n import language as speak
from service.presentation.report.findings_view import report_view
from service.presentation.template import render, stylesheet
from service.workspace import Workspace


def build_report(
    workspace: Workspace, slug: str, language: str = "en", names: bool = False, *, newest: bool = False
) -> str:
    """Return a programme's report as one self-contained HTML page: no script, no link, nothing from a network.

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
    return render("report/alone.html", spoken, view=view, programme=view.programme, stylesheet=stylesheet())
