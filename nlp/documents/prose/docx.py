"""DOCX files: notes below headings, in lists and in tables; rubrics, ratings and rosters as tables."""

from collections.abc import Collection, Sequence

from nlp.documents.note_dates import together
from nlp.documents.prose.docx_xml import Paragraph, read_page
from nlp.documents.prose.headings import could_be_heading, named_element
from nlp.documents.prose.outline import ELEMENT, Part, Place, all_settings, notes_from_parts
from nlp.documents.tables.column_names import meaning
from nlp.documents.tables.table import Grid, find_table
from nlp.documents.tables.table_kinds import kind_of, read_tables
from nlp.documents.types import Document, Notes, Unread
from nlp.documents.zip_safety import check_office_file
from nlp.errors import NothingToAnalyse, UnreadableFile
from nlp.messages import Message, msgid
from nlp.text.segment import segment, tidy

_MOST_EXAMPLES = 5
_FEW_SENTENCES = 3
_ABOVE_LIST = 12


def read_word(source: str, data: bytes, languages: Collection[str] | None = None) -> Document:
    """Return what a docx holds: a rubric or ratings where a table is one, else notes, else the people of a roster.

    A list paragraph and a cell of a table are one unit, running text is cut into sentences.

    Raises:
        UnreadableFile: broken, with a password, too large when unpacked, not a docx, or in a font of before Unicode.
        NothingToAnalyse: there is no note, descriptor, rating or person.
    """
    return document_of_page(source, read_word_page(source, data), languages)


def read_word_page(source: str, data: bytes) -> list[Paragraph | Grid]:
    """Return the paragraphs and tables of a docx; raises `UnreadableFile` as `read_word` does."""
    check_office_file(source, data, "word/", "docx")
    return read_page(source, data)


def document_of_page(source: str, blocks: Sequence[Paragraph | Grid], languages: Collection[str] | None) -> Document:
    """Return what the paragraphs and tables of a page hold; raises as `read_word` does."""
    paragraphs = [block for block in blocks if isinstance(block, Paragraph)]
    readable = [one for one in paragraphs if one.legacy_font is None]
    unread = _unread(paragraphs)
    if unread.lines and not any(one.text.strip() for one in readable):
        remedy = Message("Convert it to Unicode (a Bijoy or Preeti converter does it) and hand that in")
        problem = msgid("the text is set in a font of before Unicode ({where})")
        first = next(one for one in paragraphs if one.legacy_font is not None)
        raise UnreadableFile(source, Message(problem, {"where": _in_its_font(first)}), remedy)
    kinds = {id(block): _kind_name(block) for block in blocks if isinstance(block, Grid)}
    parts = _parts([block for block in blocks if isinstance(block, Grid) or block.legacy_font is None], kinds)
    judged = _of_kind(blocks, kinds, "rubric", "ratings")
    people = _of_kind(blocks, kinds, "roster")
    tables = judged or (people if _says_little(parts) else [])
    if tables:
        return read_tables(source, tables, languages, all_settings(parts))
    return _notes(source, parts, _of_kind(blocks, kinds, "notes"), languages, unread)


def _kind_name(grid: Grid) -> str:
    table = find_table(grid)
    kind = kind_of(table) if table is not None else None
    return kind.name if kind is not None else ""


def _of_kind(blocks: Sequence[Paragraph | Grid], kinds: dict[int, str], *names: str) -> list[Grid]:
    return [block for block in blocks if isinstance(block, Grid) and kinds[id(block)] in names]


def _says_little(parts: Sequence[Part]) -> bool:
    """Whether a docx has no more text than a list of people has around it."""
    running = [part for part in parts if part.text.strip() and not part.heading]
    return len(running) <= _FEW_SENTENCES and not any(part.whole for part in running)


def _notes(
    source: str, parts: Sequence[Part], grids: Sequence[Grid], languages: Collection[str] | None, unread: Unread
) -> Notes:
    tabled = read_tables(source, grids, languages, all_settings(parts)) if grids else None
    try:
        running = notes_from_parts(source, parts, _cut, languages, unread=unread)
    except NothingToAnalyse:
        if tabled is None:
            raise
        running = Notes(source, (), unread)
    if not isinstance(tabled, Notes):
        return running
    units = sorted((*running.units, *tabled.units), key=lambda unit: (unit.line, unit.start))
    examples = (*unread.examples, *tabled.unread.examples)[:_MOST_EXAMPLES]
    left_out = Unread(unread.lines + tabled.unread.lines, examples)
    return Notes(source, tuple(units), left_out, together(running.dates, tabled.dates))


def _cut(neighbours: Sequence[Part]) -> list[Place]:
    return [
        Place(piece.text, part.line, piece.start, piece.end)
        for part in neighbours
        for piece in segment(part.text, keep_notes=part.whole)
    ]


def _parts(blocks: Sequence[Paragraph | Grid], kinds: dict[int, str]) -> list[Part]:
    parts: list[Part] = []
    for position, block in enumerate(blocks):
        if isinstance(block, Paragraph):
            following = blocks[position + 1] if position + 1 < len(blocks) else None
            parts.append(_part(block, following))
        elif not kinds[id(block)]:
            parts += _parts_of_grid(block)
    return parts


def _part(paragraph: Paragraph, following: Paragraph | Grid | None) -> Part:
    text, heading = paragraph.text, paragraph.heading
    element = None if paragraph.listed else named_element(text)
    above_list = isinstance(following, Paragraph) and following.listed and not paragraph.listed
    if element is not None:
        return Part(paragraph.line, text, heading=ELEMENT, name=element)
    if not heading and above_list and could_be_heading(text):
        heading = _ABOVE_LIST
    if heading >= _ABOVE_LIST and not could_be_heading(text):
        heading = 0
    name = tidy(text).strip(" :")
    return Part(paragraph.line, text, heading=heading if name else 0, name=name, whole=paragraph.listed)


def _parts_of_grid(grid: Grid) -> list[Part]:
    """Return the cells of a table of no known kind as notes; a row such as `Team | Nepal` as a setting."""
    parts: list[Part] = []
    for row in grid.rows:
        cells = [cell for column, cell in enumerate(row.cells) if cell.strip() and column not in row.repeated]
        if len(cells) == 2 and meaning(cells[0]):
            parts.append(Part(row.number, f"{tidy(cells[0]).rstrip(' :')}: {tidy(cells[1])}"))
        else:
            parts += [Part(row.number, cell, whole=True) for cell in cells]
    return parts


def _unread(paragraphs: Sequence[Paragraph]) -> Unread:
    legacy = [one for one in paragraphs if one.legacy_font is not None]
    return Unread(len(legacy), tuple(str(_in_its_font(one)) for one in legacy[:_MOST_EXAMPLES]))


def _in_its_font(paragraph: Paragraph) -> Message:
    template = msgid("paragraph {number}: in the font {font}")
    return Message(template, {"number": paragraph.line, "font": str(paragraph.legacy_font)})
