"""The blocks of a report as paragraphs, tables and pictures of a document for Word."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import Any

from docx.shared import Cm
from markupsafe import Markup

from service.exports.office.word.beside import Beside, arranged, share
from service.exports.office.word.runs import write, write_mark
from service.exports.office.word.styles import COLUMNS, TEXT_WIDTH
from service.exports.office.word.tables import (
    PIXELS_OF_CM,
    add_picture,
    add_row,
    hold_together,
    new_table,
    write_grid,
)
from service.exports.pictures.pieces import pieces
from service.presentation.i18n import Language
from service.presentation.report.document import (
    Block,
    Chart,
    GridChart,
    HistoryChart,
    Paragraph,
    Points,
    Questions,
    Quotes,
    Table,
    Tone,
)
from service.presentation.text import Label, Quote

HIGHEST_PICTURE = 21.0
BETWEEN_COLUMNS = 0.5
HELD_TOGETHER = 8
LINE_TO_WRITE_ON = 0.7
_TONES: Mapping[Tone, str] = {Tone.LEAD: "Lead", Tone.PLAIN: "Normal", Tone.SMALL: "Small", Tone.CAUTION: "Caution"}


@dataclass(frozen=True)
class Writer:
    """Appends blocks to a document, in the language of its reader.

    Attributes:
        file: the document.
        language: of its reader.
        cell: of a table, where blocks are appended to it.
        width: of the page between its margins, or of the cell, in centimetres.
    """

    file: Any
    language: Language
    cell: Any = None
    width: float = TEXT_WIDTH

    @property
    def _place(self) -> Any:  # noqa: ANN401 - of python-docx
        return self.file if self.cell is None else self.cell

    def blocks(self, blocks: Sequence[Block]) -> None:
        """Append blocks, some side by side; words that stand before a table or a picture stay with it."""
        found = tuple(arranged(blocks))
        for block, after in zip_longest(found, found[1:]):
            if isinstance(block, tuple):
                self._beside(block)
            else:
                self._block(block)
            if isinstance(block, Paragraph) and isinstance(after, Table | Chart):
                self._place.paragraphs[-1].paragraph_format.keep_with_next = True
            if isinstance(block, tuple) and not isinstance(after, Block):
                self.paragraph(None, "Gap")

    def _block(self, block: Block) -> None:
        _WRITERS[type(block)](self, block)

    def _beside(self, rows: Sequence[Beside]) -> None:
        """Append a table without lines; what stands in a row of it stays together."""
        widths = (TEXT_WIDTH * share(rows), TEXT_WIDTH * (1 - share(rows)))
        table = new_table(self.file, 2, widths, style=COLUMNS)
        for row in rows:
            for blocks, cell, width in zip(row, add_row(table), widths, strict=True):
                empty = cell.paragraphs[0]
                for block in blocks:
                    replace(self, cell=cell, width=width - BETWEEN_COLUMNS)._block(block)
                if blocks:
                    empty._p.getparent().remove(empty._p)

    def paragraph(self, words: Markup | str | None, style: str) -> Any:  # noqa: ANN401 - of python-docx
        """Append a paragraph; without words it is empty."""
        paragraph = self._place.add_paragraph(style=style)
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
        paragraph = self.paragraph(None, "Quote")
        write(paragraph, Markup('<span lang="{}">{}</span>').format(quote.code, quote.text), self.language.code)
        if not (quote.mark.name or quote.language):
            return
        source = self.paragraph(None, "Quote Source")
        if quote.mark.name:
            write_mark(source, quote.mark)
        write(source, " · ".join(each for each in (quote.mark.name, quote.language) if each), self.language.code)

    def questions(self, block: Questions) -> None:
        """Append questions under their heading."""
        self.paragraph(block.heading, "Ask")
        for question in block.questions:
            paragraph = self.paragraph(None, "Question")
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
        self.paragraph(None, "Gap")

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
        wide = 0.42 * TEXT_WIDTH if isinstance(block.picture, HistoryChart) else TEXT_WIDTH
        drawn = min(self.width, wide)
        for drawing in pieces(block, self.language, drawn * PIXELS_OF_CM, HIGHEST_PICTURE * PIXELS_OF_CM):
            width = min(drawn, HIGHEST_PICTURE * drawing.width / drawing.height)
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
