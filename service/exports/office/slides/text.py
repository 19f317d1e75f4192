"""Text of slides, measured before it is placed: nothing shrinks by itself, and nothing flows over."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup
from pptx.dml.color import RGBColor
from pptx.oxml.ns import qn
from pptx.oxml.xmlchemy import OxmlElement
from pptx.util import Pt

from nlp.fonts.faces import LATIN, Face, face_of
from nlp.fonts.shaping import stretches
from nlp.fonts.wrapping import leading, wrapped
from service.exports.office.signs import clean, place
from service.exports.pictures.drawing import INK
from service.presentation.report.runs import Run, runs

RESERVE = 0.96
"""How much of a width is filled at most: other machines have other versions of the fonts."""

BULLET = "•\u00a0"
LINES = 1.02


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph on a slide; sizes and spaces in points, `with_next` stays on the slide of what follows it."""

    words: Markup | str
    language: str
    size: float
    bold: bool = False
    colour: str = INK
    before: float = 0.0
    with_next: bool = False

    def height(self, width: float) -> float:
        """Return how high it is in a box of some width, with the space before it."""
        return self.before + len(self._broken(width)) * self.step

    @property
    def step(self) -> float:
        """How far its lines stand apart."""
        return leading(self.plain) * self.size * LINES

    @property
    def plain(self) -> str:
        """Its letters alone."""
        return "".join(run.text for run in runs(self.words))

    def cut(self, width: float, height: float) -> "Line":
        """Return it as long as it may be to fit into a box; what is cut ends in "…"."""
        most = max(1, int((height - self.before) / self.step))
        lines = self._broken(width)
        if len(lines) <= most:
            return self
        kept = wrapped(self.plain, width * RESERVE, self.size, bold=self.bold or self._names, most=most)
        return Line(" ".join(kept), self.language, self.size, self.bold, self.colour, self.before)

    @property
    def _names(self) -> bool:
        return any(run.name for run in runs(self.words))

    def _broken(self, width: float) -> tuple[str, ...]:
        return wrapped(self.plain, width * RESERVE, self.size, bold=self.bold or self._names) or ("",)


def height_of(lines: Sequence[Line], width: float) -> float:
    """Return how high paragraphs are in one box."""
    return sum(line.height(width) for line in lines)


def fill(frame: Any, lines: Sequence[Line]) -> None:  # noqa: ANN401 - of python-pptx
    """Write paragraphs into a text frame that keeps its size."""
    from pptx.enum.text import MSO_AUTO_SIZE

    frame.word_wrap, frame.auto_size = True, MSO_AUTO_SIZE.NONE
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    for at, line in enumerate(lines):
        paragraph = frame.paragraphs[0] if at == 0 else frame.add_paragraph()
        paragraph.line_spacing, paragraph.space_before, paragraph.space_after = Pt(line.step), Pt(line.before), Pt(0)
        _no_bullet(paragraph)
        for run in runs(line.words):
            _write(paragraph, run, line)


def write_line(paragraph: Any, text: str, language: str, size: float, colour: str, *, bold: bool = False) -> None:  # noqa: ANN401 - of python-pptx
    """Write one line of a picture into a paragraph."""
    _write(paragraph, Run(text), Line(text, language, size, bold, colour))


def _no_bullet(paragraph: Any) -> None:  # noqa: ANN401 - of python-pptx
    properties = paragraph._p.get_or_add_pPr()
    properties.set("marL", "0")
    properties.set("indent", "0")
    if properties.find(qn("a:buNone")) is None:
        properties.append(OxmlElement("a:buNone"))


def _write(paragraph: Any, run: Run, line: Line) -> None:  # noqa: ANN401 - of python-pptx
    for face, text in stretches(clean(run.text).replace("\n", " ")):
        made = paragraph.add_run()
        made.text = text
        made.font.size, made.font.bold = Pt(line.size), line.bold or run.name
        made.font.color.rgb = rgb(line.colour)
        _dress(made, face, run.language or line.language)


def _dress(run: Any, face: Face, language: str) -> None:  # noqa: ANN401 - of python-pptx
    """Give a run its fonts and its language; Bengali and Devanagari are "complex" for PowerPoint."""
    properties = run._r.get_or_add_rPr()
    fits = face_of(language) is face
    named = place(language) if fits else next((place(code) for code in ("en", "bn", "ne") if face_of(code) is face), "")
    if named:
        properties.set("lang", named)
    for tag, family in (("latin", LATIN.family), ("cs", face.family if face is not LATIN else "")):
        if family:
            font = OxmlElement(f"a:{tag}")
            font.set("typeface", family)
            properties.append(font)


def rgb(colour: str) -> Any:  # noqa: ANN401 - of python-pptx
    """Return a colour as python-pptx has it."""
    made: Any = RGBColor
    return made(*bytes.fromhex(colour[1:]))
