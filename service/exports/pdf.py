"""A report as PDF: the HTML of the same blocks, set on pages by WeasyPrint; nothing is fetched from a network."""

import base64
from pathlib import Path
from typing import Any

from nlp.fonts.faces import FACES, FOLDER
from service.exports.pictures.drawing import TEAMS
from service.presentation.i18n import Language
from service.presentation.i18n import language as speak
from service.presentation.report.document import Chart, Document, Reader
from service.presentation.report.rows import shown
from service.presentation.template import render

STYLE = Path(__file__).with_name("paper.css")
LANDSCAPE = "@page { size: 297mm 167mm; margin: 14mm 18mm; }"
DRAWN = ("HistoryChart",)
DRAWN_ON_SLIDES = (*DRAWN, "MapChart", "HoldersChart")
"""Pictures with words inside, which WeasyPrint cannot shape in an SVG: they come as outlines."""


def pdf(document: Document) -> bytes:
    """Return a report as a tagged PDF with page numbers and contents; slides for the room, one a page.

    Raises:
        ImportError: the extra `manyvoices[reports]` is not installed.
    """
    from weasyprint import HTML
    from weasyprint.text.fonts import FontConfiguration

    slides, spoken = document.reader is Reader.ROOM, speak(document.language)
    given = {
        **shown(document),
        "slides": slides,
        "style": _style(slides=slides),
        "sign_colours": TEAMS,
        "drawn": DRAWN_ON_SLIDES if slides else DRAWN,
        "draw": lambda chart: _outlines(chart, spoken, titled=not slides),
    }
    page = HTML(string=render("report/paper.html", spoken, **given), url_fetcher=_fetcher())
    fonts = FontConfiguration()
    try:
        made: bytes = page.write_pdf(font_config=fonts, pdf_tags=True)
    finally:
        fonts.__del__()  # its folder goes now: where the disk is full, an error would hold it
    return made


def _style(*, slides: bool) -> str:
    """Return the style sheet with the bundled fonts."""
    faces = "".join(
        f'@font-face {{ font-family: "{face.family}"; font-weight: {weight}; src: url("{file.as_uri()}"); }}'
        for face in FACES
        for weight, file in ((400, face.regular), (700, face.bold))
    )
    return faces + STYLE.read_text(encoding="utf-8") + (LANDSCAPE if slides else "")


def _outlines(chart: Chart, language: Language, *, titled: bool) -> str:
    from service.exports.pictures.draw import draw
    from service.exports.pictures.svg import as_svg

    drawn = as_svg(draw(chart, language, titled=titled))
    return f"data:image/svg+xml;base64,{base64.b64encode(drawn).decode()}"


def _fetcher() -> Any:  # noqa: ANN401 - of WeasyPrint
    """Return what gives the bundled fonts and what the page itself brings; whatever else is asked for is refused."""
    from weasyprint.urls import URLFetcher

    fetcher = URLFetcher(allowed_protocols=("data", "file"), fail_on_errors=True)
    fetch = fetcher.fetch

    def from_here(url: str, headers: object = None) -> object:
        if not url.startswith(("data:", FOLDER.as_uri() + "/")):
            raise ValueError(f"{url} is no part of the report")
        return fetch(url, headers)

    fetcher.fetch = from_here
    return fetcher
