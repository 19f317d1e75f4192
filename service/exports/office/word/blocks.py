"""The blocks of a report as paragraphs, tables and pictures of a document for Word."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any

from docx.shared import Cm
from markupsafe import Markup

from service.exports.office.word.runs import write, write_mark
from service.exports.office.word.tables import add_picture, add_row, hold_together, new_table, write_grid
from service.exports.pictures.pieces import pieces
from service.presentation.i18n import Language
from service.presentation.report.document import (
    Block,
    Chart,
    GridChart,
    Paragraph,
    Points,
    Questions,
    Quotes,
    Table,
    Tone,
)
from service.presentation.text import Label, Quote

TEXT_WIDTH = 16.6
"""Of an A4 page between its margins, in centimetres."""

HIGHEST_PICTURE = 21.0
DRAWN = 800.0
HELD_TOGETHER = 8
LINE_TO_WRITE_ON = 1.0
_TONES: Mapping[Tone, str] = {Tone.LEAD: "Lead", Tone.PLAIN: "Normal", Tone.SMALL: "Small", Tone.CAUTION: "Caution"}


@dataclass(frozen=True)
class Writer:
    """Appends blocks to a document, in the language of its reader."""

    file: Any
    language: Language

    def blocks(self, blocks: Sequence[Block]) -> None:
        """Append blocks; words that stand before a table or a picture stay with it."""
        for block, after in zip_longest(blocks, blocks[1:]):
            _WRITERS[type(block)](self, block)
            if isinstance(block, Paragraph) and isinstance(after, Table | Chart):
                self.file.paragraphs[-1].paragraph_format.keep_with_next = True

    def paragraph(self, words: Markup | str | None, style: str) -> Any:  # noqa: ANN401 - of python-docx
        """Append a paragraph; without words it is empty."""
        paragraph = self.file.add_paragraph(style=style)
        if words:
            write(paragraph, words, self.language.code)
        return paragraph

    def sentences(self, block: Paragraph) -> None:
        """Append sentences in the style of their tone."""
        self.paragraph(block.words, _TONES[block.tone])

    def points(self, block: Points) -> None:
        """Append a list; every numbered one begins at 1."""
        number = _numbered_anew(self.file) if block.numbered else None
        for item in block.items:
            paragraph = self.paragraph(item, "List Number" if block.numbered else "List Bullet")
            if number is not None:
                paragraph._p.get_or_add_pPr().get_or_add_numPr().get_or_add_numId().val = number

    def quotes(self, block: Quotes) -> None:
        """Append quotes under what they share."""
        if block.of:
            self._label(block.of)
            self._counts(block)
            if block.finding:
                self.paragraph(block.finding, "Counts")
        elif block.finding:
            self.paragraph(block.finding, "Reading")
        for quote in block.quotes:
            self._quote(quote)

    def _label(self, label: Label) -> None:
        words = label.example or Markup('<span lang="{}">{}</span>').format(label.code, label.text)
        self.paragraph(words, "Reading")
        if label.original:
            self.paragraph(Markup('<span lang="{}">{}</span>').format(label.original_code, label.original), "Counts")
        if label.gloss:
            self.paragraph(_gloss(Markup(""), label, self.language), "Counts")

    def _counts(self, block: Quotes) -> None:
        if not block.counts:
            return
        paragraph = self.paragraph(None, "Counts")
        for at, (mark, words) in enumerate(block.counts):
            if at:
                paragraph.add_run("   ")
            write_mark(paragraph, mark)
            name = mark.name or self.language.gettext("no team")
            write(paragraph, Markup("{}: {}").format(name, words), self.language.code)

    def _quote(self, quote: Quote) -> None:
        paragraph = self.file.add_paragraph(style="Quote")
        write(paragraph, Markup('<span lang="{}">{}</span>').format(quote.code, quote.text), self.language.code)
        if not (quote.mark.name or quote.language):
            return
        source = self.file.add_paragraph(style="Quote Source")
        if quote.mark.name:
            write_mark(source, quote.mark)
        write(source, " · ".join(each for each in (quote.mark.name, quote.language) if each), self.language.code)

    def questions(self, block: Questions) -> None:
        """Append questions under their heading."""
        self.paragraph(block.heading, "Ask")
        for question in block.questions:
            paragraph = self.file.add_paragraph(style="Question")
            write(paragraph, question.text, question.code or self.language.code)
            for hint in question.hints:
                said = Markup('<span lang="{}">{}</span> ').format(hint.code, hint.text)
                self.paragraph(_gloss(said, hint, self.language), "Hint")

    def table(self, block: Table) -> None:
        """Append a table: its header stands on every page, no row is split."""
        self.paragraph(block.caption, "Caption")
        table = new_table(self.file, len(block.header))
        for words, cell in zip(block.header, add_row(table, header=True), strict=True):
            self._cell(cell, words, bold=True)
        for row in block.rows:
            for words, cell in zip(row, add_row(table), strict=True):
                self._cell(cell, words)
        for _ in range(block.blank):
            for cell in add_row(table):
                self._cell(cell, None)
            table.rows[-1].height = Cm(LINE_TO_WRITE_ON)
        if len(table.rows) <= HELD_TOGETHER:
            hold_together(table)
        self.paragraph(None, "Small")

    def _cell(self, cell: Any, words: Markup | None, *, bold: bool = False) -> None:  # noqa: ANN401 - of python-docx
        cell.paragraphs[0].style = self.file.styles["Cell"]
        if words:
            write(cell.paragraphs[0], words, self.language.code, bold=bold)

    def chart(self, block: Chart) -> None:
        """Append a picture under its caption, in pieces where it is higher than a page."""
        self.paragraph(block.title, "Caption")
        if isinstance(block.picture, GridChart):
            write_grid(self.file, block.picture, self.language)
            return
        says = f"{block.title.striptags()}. {block.says.striptags()}"
        for drawing in pieces(block, self.language, DRAWN, HIGHEST_PICTURE / TEXT_WIDTH * DRAWN):
            width = min(TEXT_WIDTH, HIGHEST_PICTURE * drawing.width / drawing.height)
            add_picture(self.paragraph(None, "Normal"), drawing, width, block.slug, says)


_WRITERS: Mapping[type, Callable[[Writer, Any], None]] = {
    Paragraph: Writer.sentences,
    Points: Writer.points,
    Quotes: Writer.quotes,
    Questions: Writer.questions,
    Table: Writer.table,
    Chart: Writer.chart,
}


def _gloss(before: Markup, label: Label, language: Language) -> Markup:
    nearest = language.gettext("nearest words, made by the model")
    return Markup('{}≈ <span lang="{}">{}</span> ({})').format(before, label.gloss_code, label.gloss, nearest)


def _numbered_anew(file: Any) -> int:  # noqa: ANN401 - of python-docx
    """Return the number of a new list like that of "List Number" which begins at 1."""
    numbering = file.part.numbering_part.element
    style = file.styles["List Number"].element.pPr.numPr.numId.val
    kind = next(each for each in numbering.num_lst if each.numId == style).abstractNumId.val
    made = numbering.add_num(kind)
    override = made.add_lvlOverride(ilvl=0)
    override.add_startOverride(1)
    return int(made.numId)
