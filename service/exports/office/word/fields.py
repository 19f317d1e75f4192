"""What Word works out itself: page numbers and the table of contents."""

from collections.abc import Sequence
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from markupsafe import Markup

from service.exports.office.word.runs import write


class Bookmarks:
    """Bookmarks of headings; Word numbers them through a document."""

    def __init__(self) -> None:
        self._count = 0

    def around(self, paragraph: Any, slug: str) -> None:  # noqa: ANN401 - of python-docx
        """Put a bookmark around what stands in a paragraph."""
        self._count += 1
        start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
        start.set(qn("w:name"), bookmark(slug))
        for each in (start, end):
            each.set(qn("w:id"), str(self._count))
        properties = paragraph._p.pPr
        properties.addnext(start) if properties is not None else paragraph._p.insert(0, start)
        paragraph._p.append(end)


def bookmark(slug: str) -> str:
    """Return the name of a section's bookmark: letters, digits and "_", at most 40."""
    return "_Toc_" + "".join(sign if sign.isascii() and sign.isalnum() else "_" for sign in slug)[:35]


def add_field(paragraph: Any, code: str, shown: str) -> None:  # noqa: ANN401 - of python-docx
    """Append a field with what stands there until it is worked out."""
    _edge(paragraph, "begin")
    _code(paragraph, code)
    _edge(paragraph, "separate")
    paragraph.add_run(shown)
    _edge(paragraph, "end")


def add_contents(file: Any, headings: Sequence[tuple[str, Markup]], language: str) -> None:  # noqa: ANN401 - of python-docx
    """Append a table of contents that is filled in already, and that Word renews, with page numbers, on opening.

    Args:
        file: the document.
        headings: slug and words of the heading of every section; Word shows those of their parts beside the text.
        language: of the document.
    """
    for at, (slug, words) in enumerate(headings):
        paragraph = file.add_paragraph(style="toc 1")
        if at == 0:
            _edge(paragraph, "begin", stale=True)
            _code(paragraph, 'TOC \\o "1-1" \\h \\z \\u')
            _edge(paragraph, "separate")
        before = len(paragraph._p)
        write(paragraph, words, language)
        _link(paragraph, list(paragraph._p)[before:], bookmark(slug))
        if at == len(headings) - 1:
            _edge(paragraph, "end")


def _link(paragraph: Any, runs: Sequence[Any], where: str) -> None:  # noqa: ANN401 - of python-docx
    link = OxmlElement("w:hyperlink")
    link.set(qn("w:anchor"), where)
    link.set(qn("w:history"), "1")
    for run in runs:
        link.append(run)
    paragraph._p.append(link)


def _edge(paragraph: Any, kind: str, *, stale: bool = False) -> None:  # noqa: ANN401 - of python-docx
    edge = OxmlElement("w:fldChar")
    edge.set(qn("w:fldCharType"), kind)
    if stale:
        edge.set(qn("w:dirty"), "true")
    paragraph.add_run()._r.append(edge)


def _code(paragraph: Any, code: str) -> None:  # noqa: ANN401 - of python-docx
    text = OxmlElement("w:instrText")
    text.set(qn("xml:space"), "preserve")
    text.text = f" {code} "
    paragraph.add_run()._r.append(text)
