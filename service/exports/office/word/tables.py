"""Tables that a person can write in, and the grid of elements and teams as one of them."""

import io
from collections.abc import Sequence
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm
from markupsafe import Markup

from service.exports.office.signs import clean
from service.exports.office.word.runs import write, write_mark
from service.exports.office.word.styles import TABLE, TEXT_WIDTH
from service.exports.pictures.drawing import Drawing
from service.exports.pictures.kinds.grid import draw_pips
from service.exports.pictures.png import as_png
from service.presentation.i18n import Language
from service.presentation.programme.programme import Cell, Row
from service.presentation.report.document import GridChart
from service.presentation.text import Label

ELEMENTS = 7.6
PIXELS_OF_CM = 46.5
"""How large pictures are: so many pixels of a drawing are a centimetre."""

EDGES = 0.4


def new_table(file: Any, columns: int, widths: Sequence[float] = (), *, style: str = TABLE) -> Any:  # noqa: ANN401 - of python-docx
    """Append a table without rows, as wide as the text."""
    table = file.add_table(rows=0, cols=columns, style=style)
    table.autofit = False
    for column, width in zip(table.columns, widths or (TEXT_WIDTH / columns,) * columns, strict=True):
        column.width = Cm(width)
    return table


def add_row(table: Any, *, header: bool = False) -> tuple[Any, ...]:  # noqa: ANN401 - of python-docx
    """Append a row that is never split, and return its cells; a header stands on every page."""
    row = table.add_row()
    properties = row._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:cantSplit"))
    if header:
        properties.append(OxmlElement("w:tblHeader"))
    cells: tuple[Any, ...] = row.cells
    for cell, column in zip(cells, table.columns, strict=True):
        cell.width = column.width
    return cells


def hold_together(table: Any) -> None:  # noqa: ANN401 - of python-docx
    """Keep a short table on one page."""
    for row in table.rows[:-1]:
        for cell in row.cells:
            for paragraph in cell.paragraphs:
                paragraph.paragraph_format.keep_with_next = True


def add_picture(paragraph: Any, drawing: Drawing, width: float, name: str, says: str) -> None:  # noqa: ANN401 - of python-docx
    """Append a picture, so many centimetres wide, with words for those who cannot see it."""
    shape = paragraph.add_run().add_picture(io.BytesIO(as_png(drawing)), width=Cm(width))
    told = shape._inline.docPr
    told.set("name", name)
    told.set("descr", clean(says))
    for side in ("distT", "distB", "distL", "distR"):
        shape._inline.set(side, "0")


def write_grid(file: Any, chart: GridChart, language: Language) -> None:  # noqa: ANN401 - of python-docx
    """Append the grid as a table: elements with their readings as text, marks of what a team holds as pictures."""
    each = (TEXT_WIDTH - ELEMENTS) / max(1, len(chart.marks))
    table = new_table(file, 1 + len(chart.marks), (ELEMENTS, *(each for _ in chart.marks)))
    first, *others = add_row(table, header=True)
    _add(file, first, language.gettext("Element and its readings"), "Cell", language, bold=True)
    for mark, cell in zip(chart.marks, others, strict=True):
        cell.paragraphs[0].style = file.styles["Cell"]
        write_mark(cell.paragraphs[0], mark)
        write(cell.paragraphs[0], mark.name or language.gettext("no team"), language.code, bold=True)
    for row in chart.rows:
        first, *others = add_row(table)
        _element(file, first, row, language)
        for given, cell in zip(row.cells, others, strict=True):
            _held(file, cell, given, each, language)
    file.add_paragraph(style="Gap")


def _element(file: Any, cell: Any, row: Row, language: Language) -> None:  # noqa: ANN401 - of python-docx
    _add(file, cell, row.element or language.gettext("No element"), "Cell", language, bold=True)
    for number, label in row.readings:
        _add(file, cell, Markup("{} {}").format(number, _line(label)), "Small Cell", language)
    for words in (row.alone, row.trust):
        if words:
            _add(file, cell, words, "Small", language)


def _line(label: Label) -> Markup:
    return label.example or Markup('<span lang="{}">{}</span>').format(label.code, label.text)


def _held(file: Any, cell: Any, given: Cell, width: float, language: Language) -> None:  # noqa: ANN401 - of python-docx
    if given.pips:
        cell.paragraphs[0].style = file.styles["Cell"]
        drawing = draw_pips(given, language, (width - EDGES) * PIXELS_OF_CM)
        add_picture(cell.paragraphs[0], drawing, drawing.width / PIXELS_OF_CM, given.mark.name, drawing.says)
    else:
        _add(file, cell, given.spoken, "Small Cell", language)
    for rating in given.rating:
        _add(file, cell, rating, "Small Cell", language)


def _add(file: Any, cell: Any, words: Markup | str, style: str, language: Language, *, bold: bool = False) -> None:  # noqa: ANN401 - of python-docx
    """Write a paragraph into a cell, the first into the one that every cell has."""
    first = cell.paragraphs[0]
    fresh = len(cell.paragraphs) == 1 and first._p.find(qn("w:r")) is None
    paragraph = first if fresh else cell.add_paragraph()
    paragraph.style = file.styles[style]
    write(paragraph, words, language.code, bold=bold)
