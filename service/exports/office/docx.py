"""A report as a document for Word and LibreOffice, made to be written on in."""

import io
from datetime import UTC, datetime
from typing import Any

from nlp.fonts.faces import BENGALI, DEVANAGARI, LATIN, Face
from service.exports.office.signs import clean, place
from service.exports.office.word.blocks import Writer
from service.exports.office.word.boxes import draw_box
from service.exports.office.word.fields import Bookmarks, add_contents, add_field
from service.exports.office.word.runs import write
from service.exports.office.word.styles import TEXT_WIDTH, set_styles
from service.presentation.i18n import language
from service.presentation.report.document import Document, Section

PAPER = (21.0, 29.7)
MARGIN = 1.35
FOOT = 0.7
DEEPEST = 3
WORD_2013 = 15


def docx(document: Document) -> bytes:
    """Return a report as DOCX, with styles, headings, contents and page numbers; pictures say what they show.

    Raises:
        ImportError: the extra `manyvoices[reports]`, which draws the pictures, is not installed.
    """
    import docx as office

    file, spoken = office.Document(), language(document.language)
    set_styles(file, document.language)
    _set_page(file, document)
    _describe(file, document)
    write(file.add_paragraph(style="Title"), document.title, document.language)
    write(file.add_paragraph(style="Subtitle"), document.under, document.language)
    if document.contents:
        write(file.add_paragraph(style="Contents Heading"), spoken.gettext("Contents"), document.language)
        add_contents(file, [(section.slug, section.heading) for section in document.sections], document.language)
    writer, bookmarks = Writer(file, spoken), Bookmarks()
    for section in document.sections:
        _section(writer, bookmarks, section, 1)
    data = io.BytesIO()
    file.save(data)
    return data.getvalue()


def _section(writer: Writer, bookmarks: Bookmarks, section: Section, level: int) -> None:
    before = len(writer.file.paragraphs)
    heading = writer.paragraph(section.heading, f"Heading {min(level, DEEPEST)}")
    bookmarks.around(heading, section.slug)
    writer.blocks(section.blocks)
    for part in section.parts:
        _section(writer, bookmarks, part, level + 1)
    if section.boxed:
        draw_box(writer.file.paragraphs[before:])


def _set_page(file: Any, document: Document) -> None:  # noqa: ANN401 - of python-docx
    """Make pages A4, with the title and the number of the page at the foot."""
    from docx.enum.text import WD_TAB_ALIGNMENT
    from docx.shared import Cm

    page = file.sections[0]
    page.page_width, page.page_height = (Cm(length) for length in PAPER)
    page.left_margin = page.right_margin = Cm((PAPER[0] - TEXT_WIDTH) / 2)
    page.top_margin = page.bottom_margin = Cm(MARGIN)
    page.footer_distance = Cm(FOOT)
    foot = page.footer.paragraphs[0]
    foot.style = file.styles["Footer"]
    stops = foot.paragraph_format.tab_stops
    stops.clear_all()
    stops.add_tab_stop(Cm(TEXT_WIDTH), WD_TAB_ALIGNMENT.RIGHT)
    write(foot, document.title, document.language)
    foot.add_run("\t")
    add_field(foot, "PAGE", "1")


def _describe(file: Any, document: Document) -> None:  # noqa: ANN401 - of python-docx
    """Say what the document is, in which language, and what stands in for fonts that a machine has not."""
    told = file.core_properties
    told.title, told.language = clean(str(document.title.striptags())), place(document.language)
    told.author, told.comments, told.subject = "Manyvoices", "", clean(str(document.under.striptags()))
    told.created = told.modified = datetime.now(UTC).replace(tzinfo=None, microsecond=0)
    _set_settings(file.settings.element)
    fonts = next(part for part in file.part.package.iter_parts() if part.partname.endswith("/fontTable.xml"))
    fonts._blob = _font_table()


def _set_settings(settings: Any) -> None:  # noqa: ANN401 - of python-docx
    """Open in the mode of today's Word, not in that of 2007."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls, qn

    for old in settings.findall(qn("w:compat")):
        settings.remove(old)
    mode = f'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="{WORD_2013}"'
    made = parse_xml(f"<w:compat {nsdecls('w')}><w:compatSetting {mode}/></w:compat>")
    after = next(
        (each for each in settings if each.tag in {qn("w:rsids"), qn("m:mathPr"), qn("w:themeFontLang")}), None
    )
    settings.append(made) if after is None else after.addprevious(made)


_ALIKE: tuple[tuple[Face, str], ...] = ((LATIN, "Segoe UI"), (BENGALI, "Nirmala UI"), (DEVANAGARI, "Nirmala UI"))


def _font_table() -> bytes:
    from docx.oxml.ns import nsdecls

    fonts = "".join(f'<w:font w:name="{face.family}"><w:altName w:val="{alike}"/></w:font>' for face, alike in _ALIKE)
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts {nsdecls("w")}>{fonts}</w:fonts>'.encode()
