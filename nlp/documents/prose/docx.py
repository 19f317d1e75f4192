"""DOCX files: notes below headings, in lists and in tables; rubrics, ratings and rosters as tables."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from nlp.documents.forms.upright import upright_blocks
from nlp.documents.note_dates import together
from nlp.documents.plan import AS_FOUND, FilePlan, HeadingRole, TablePlan
from nlp.documents.prose.docx_xml import Paragraph, read_page
from nlp.documents.prose.heading_rubrics import grid_of_headings
from nlp.documents.prose.headings import could_be_heading, named_element
from nlp.documents.prose.numbering import unnumbered
from nlp.documents.prose.outline import ELEMENT, Part, Place, all_settings, as_setting, notes_from_parts, plan_of_parts
from nlp.documents.tables.column_names import meaning
from nlp.documents.tables.table import Grid
from nlp.documents.tables.table_kinds import kind_of, plan_of_tables, read_tables, understood_tables
from nlp.documents.types import Document, Example, LeftOut, Notes, Unread
from nlp.documents.zip_safety import check_office_file
from nlp.errors import NothingToAnalyse, UnreadableFile
from nlp.messages import Message, msgid
from nlp.text.segmentation.segment import segment, tidy

_FEW_SENTENCES = 3
_ABOVE_LIST = 12
_NOTES = ("notes", "survey", "wall", "minutes")


@dataclass(frozen=True, slots=True)
class _Page:
    """A page that is understood: its tables with their kinds and what is said of them, and its running text."""

    tables_of_kinds: Sequence[tuple[Grid, str, TablePlan]]
    parts: Sequence[Part]
    unread: Unread

    def of_kind(self, *names: str) -> list[Grid]:
        """Return the tables of some kinds."""
        return [grid for grid, kind, _ in self.tables_of_kinds if kind in names]

    def said_of(self, grids: Sequence[Grid]) -> tuple[TablePlan, ...]:
        """Return what is said of some tables."""
        wanted = set(map(id, grids))
        return tuple(said for grid, _, said in self.tables_of_kinds if id(grid) in wanted)

    @property
    def tables(self) -> list[Grid]:
        """The tables that are what the page is: a rubric, ratings, or the people of a page that says little else."""
        return self.of_kind("rubric", "ratings") or ([] if self.noted else self._people)

    @property
    def _people(self) -> list[Grid]:
        return self.of_kind("roster") if _says_little(self.parts) else []

    def parts_beside(self, tables: bool) -> Sequence[Part]:
        """Return the running text; beside tables of notes the title of the page is no element."""
        return [part for part in self.parts if not (tables and part.heading == 1 and as_setting(part.name) is None)]

    @property
    def noted(self) -> list[Grid]:
        """The tables of notes, which stand beside running notes."""
        return self.of_kind(*_NOTES)


def read_word_page(source: str, data: bytes) -> list[Paragraph | Grid]:
    """Return the paragraphs and tables of a docx.

    Raises:
        UnreadableFile: broken, with a password, too large when unpacked, or not a docx.
    """
    check_office_file(source, data, "word/", "docx")
    return read_page(source, data)


def document_of_page(
    source: str,
    blocks: Sequence[Paragraph | Grid],
    languages: Collection[str] | None = None,
    plan: FilePlan = AS_FOUND,
) -> Document:
    """Return what a page holds: a rubric or ratings where a table is one, else notes, else the people of a roster.

    A list paragraph and a cell of a table are one unit, running text is cut into sentences.

    Raises:
        UnreadableFile: all of it is in a font of before Unicode.
        NothingToAnalyse: there is no note, descriptor, rating or person.
    """
    page = _understood(source, blocks, plan)
    tables = page.of_kind(plan.kind) if plan.kind else page.tables
    if tables and plan.kind not in _NOTES:
        said = replace(plan, tables=page.said_of(tables))
        return read_tables(source, tables, languages, all_settings(page.parts), said)
    headed = None if plan.kind in _NOTES or plan.headings or page.noted else grid_of_headings(page.parts)
    if headed is not None:
        return read_tables(source, [headed], languages, all_settings(page.parts), replace(plan, tables=()))
    return _notes(source, page, languages, plan)


def plan_of_page(source: str, blocks: Sequence[Paragraph | Grid], layout: FilePlan = AS_FOUND) -> FilePlan:
    """Return how a page is understood; raises `UnreadableFile` as `document_of_page` does."""
    page = _understood(source, blocks, layout)
    running = plan_of_parts(page.parts)
    tabled = plan_of_tables([grid for grid, _, _ in page.tables_of_kinds], layout)
    chosen = page.tables or page.noted
    kind = next((kind for grid, kind, _ in page.tables_of_kinds if chosen and grid is chosen[0]), "")
    if not chosen and grid_of_headings(page.parts) is not None:
        return replace(running, kind="rubric", headings={}, tables=tabled.tables)
    only_tables = page.tables or not any(
        part.text.strip() and not part.heading and as_setting(part.text) is None for part in page.parts
    )
    headings = {**tabled.headings, **running.headings}
    return replace(
        running, kind=kind if kind and only_tables else running.kind, tables=tabled.tables, headings=headings
    )


def _understood(source: str, blocks: Sequence[Paragraph | Grid], plan: FilePlan) -> _Page:
    paragraphs = [block for block in blocks if isinstance(block, Paragraph)]
    readable = [one for one in paragraphs if one.legacy_font is None]
    unread = _unread(paragraphs)
    if unread.lines and not any(one.text.strip() for one in readable):
        remedy = Message("Convert it to Unicode (a Bijoy or Preeti converter does it) and hand that in")
        problem = msgid("the text is set in a font of before Unicode ({where})")
        first = next(one for one in paragraphs if one.legacy_font is not None)
        raise UnreadableFile(source, Message(problem, {"where": _in_its_font(first)}), remedy)
    blocks = _below_headings(upright_blocks(blocks))
    grids = tables_of_page(blocks)
    tables = [
        (grid, _kind_name(grid, own, plan), own)
        for grid, own in zip(grids, plan.said_of([grid.name for grid in grids]), strict=True)
    ]
    kinds = {id(grid): kind for grid, kind, _ in tables}
    parts = _parts([block for block in blocks if isinstance(block, Grid) or block.legacy_font is None], kinds)
    return _Page(tables, parts, unread)


def _below_headings(blocks: Sequence[Paragraph | Grid]) -> list[Paragraph | Grid]:
    """Return the blocks, each table with the heading above it, which may be the element of all its rows."""
    heading = ""
    placed: list[Paragraph | Grid] = []
    for block in blocks:
        if isinstance(block, Grid):
            placed.append(replace(block, heading=heading))
            continue
        placed.append(block)
        heading = named_element(block.text) or (tidy(block.text).strip(" :") if block.heading > 1 else heading)
    return placed


def tables_of_page(blocks: Sequence[Paragraph | Grid]) -> list[Grid]:
    """Return the tables of a page that hold something."""
    return [
        block
        for block in blocks
        if isinstance(block, Grid) and any(any(map(str.strip, row.cells)) for row in block.rows)
    ]


def _kind_name(grid: Grid, said: TablePlan, plan: FilePlan) -> str:
    if said.role is HeadingRole.SKIP:
        return HeadingRole.SKIP
    kind = next(map(kind_of, understood_tables([grid], replace(plan, tables=(said,)))), None)
    return kind.name if kind is not None else ""


def _says_little(parts: Sequence[Part]) -> bool:
    """Whether a docx has no more text than a list of people has around it."""
    running = [part for part in parts if part.text.strip() and not part.heading]
    return len(running) <= _FEW_SENTENCES and not any(part.whole for part in running)


def _notes(source: str, page: _Page, languages: Collection[str] | None, plan: FilePlan) -> Notes:
    grids, unread = page.noted, page.unread
    settings = all_settings(page.parts)
    own = replace(plan, kind="", tables=page.said_of(grids))
    tabled = read_tables(source, grids, languages, settings, own) if grids else None
    try:
        kind = plan.kind or (plan_of_parts(page.parts).kind if tabled is not None else "")
        said = replace(plan, kind=kind)
        running = notes_from_parts(
            source, page.parts_beside(tabled is not None), _cut, languages, unread=unread, plan=said
        )
    except NothingToAnalyse:
        if tabled is None:
            raise
        running = Notes(source, (), unread)
    if not isinstance(tabled, Notes):
        return running
    units = sorted((*running.units, *tabled.units), key=lambda unit: (unit.line, unit.start))
    left_out = running.unread + tabled.unread
    return Notes(source, tuple(units), left_out, together(running.dates, tabled.dates))


def _cut(neighbours: Sequence[Part]) -> list[Place]:
    return [
        Place(piece.text, part.line, piece.start, piece.end)
        for part in neighbours
        for piece in segment(part.text, keep_notes=part.whole)
    ]


def _parts(blocks: Sequence[Paragraph | Grid], kinds: Mapping[int, str]) -> list[Part]:
    parts: list[Part] = []
    for position, block in enumerate(blocks):
        if isinstance(block, Paragraph):
            following = blocks[position + 1] if position + 1 < len(blocks) else None
            parts.append(_part(block, following))
        elif not kinds.get(id(block)):
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
    if heading >= _ABOVE_LIST and not could_be_heading(unnumbered(text)):
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
    unread = Unread()
    for one in legacy:
        why = Message("in the font {font}, of before Unicode", {"font": str(one.legacy_font)})
        unread += Unread(1, (LeftOut(why, 1, (Example(Message("paragraph {number}", {"number": str(one.line)})),)),))
    return unread


def _in_its_font(paragraph: Paragraph) -> Message:
    template = msgid("paragraph {number}: in the font {font}")
    return Message(template, {"number": paragraph.line, "font": str(paragraph.legacy_font)})
