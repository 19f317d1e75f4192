"""A report as one HTML file: no script, nothing from a network."""

from service.presentation.i18n import language as speak
from service.presentation.report.document import Document
from service.presentation.report.rows import shown
from service.presentation.template import render, stylesheet


def html(document: Document) -> bytes:
    """Return a report as one file that opens anywhere."""
    page = render("report/alone.html", speak(document.language), stylesheet=stylesheet(), **shown(document))
    return page.encode()
