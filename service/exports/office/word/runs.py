"""Sentences as runs of a paragraph: each with its language and its fonts, so that a person can write on in them."""

from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from markupsafe import Markup

from nlp.fonts.faces import LATIN, Face, face_of
from nlp.fonts.shaping import stretches
from service.exports.office.signs import clean, place, sign
from service.exports.pictures.drawing import colour_of
from service.presentation.report.runs import runs
from service.presentation.team_marks import Mark


def write(paragraph: Any, words: Markup | str, language: str, *, bold: bool = False) -> None:  # noqa: ANN401 - of python-docx
    """Append a sentence to a paragraph.

    Args:
        paragraph: of python-docx.
        words: as they are, or with marks of language and of names.
        language: of the sentence, where nothing else is said.
        bold: all of it; names always are.
    """
    for stretch in runs(words):
        for face, text in stretches(clean(stretch.text)):
            run = paragraph.add_run(text)
            dress(run, face, stretch.language or language)
            if bold or stretch.name:
                embolden(run)


def write_mark(paragraph: Any, mark: Mark) -> None:  # noqa: ANN401 - of python-docx
    """Append the mark of a team in its colour, and a space."""
    from docx.shared import RGBColor

    run = paragraph.add_run(sign(mark))
    run.font.color.rgb = RGBColor.from_string(colour_of(mark).removeprefix("#").upper())
    fonts = _fonts(run)
    for kind in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{kind}"), "Segoe UI Symbol")
    paragraph.add_run("\u00a0")


def dress(run: Any, face: Face, language: str) -> None:  # noqa: ANN401 - of python-docx
    """Give a run its fonts and its language; letters of Bengali and Devanagari are "complex" for Word."""
    properties = run._r.get_or_add_rPr()
    named = place(language)
    spoken = OxmlElement("w:lang")
    if face is not LATIN:
        _fonts(run).set(qn("w:cs"), face.family)
        properties.append(OxmlElement("w:cs"))
        spoken.set(qn("w:bidi"), named if face_of(language) is face else place(_language_of(face)))
    elif named and face_of(language) is LATIN:
        spoken.set(qn("w:val"), named)
    else:
        properties.append(OxmlElement("w:noProof"))
        return
    properties.append(spoken)


def embolden(run: Any) -> None:  # noqa: ANN401 - of python-docx
    """Make a run bold in every script."""
    run.font.bold = True
    run.font.cs_bold = True


def _language_of(face: Face) -> str:
    return next(code for code in ("bn", "ne") if face_of(code) is face)


def _fonts(run: Any) -> Any:  # noqa: ANN401 - of python-docx
    return run._r.get_or_add_rPr().get_or_add_rFonts()
