"""Codebooks: names of readings, one line about each, and examples, as they are brought from elsewhere."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from nlp.documents.archive import CODED_PROJECT, WORKBOOK, archive_kind
from nlp.documents.refi.opened import open_project, parsed
from nlp.documents.refi.positions import EXACT
from nlp.documents.refi.project import QdaCode, with_ancestors
from nlp.documents.refi.read_project import codes_of
from nlp.documents.tables.delimited import read_delimited
from nlp.documents.tables.table import Grid
from nlp.documents.tables.xlsx import read_workbook
from nlp.errors import InputError, UnreadableFile
from nlp.messages import Message
from nlp.names import name_key
from nlp.sorting.name_columns import NameColumns, find_name_columns
from nlp.text.decode import decode

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

MOST_CODES = 200
LONGEST_NAME = 200
LONGEST_LINE = 500
ABOUT = {"description", "definition", "about", "memo", "বর্ণনা", "সংজ্ঞা", "वर्णन", "विवरण", "परिभाषा"}
EXAMPLE = {"example", "examples", "quote", "quotes", "উদাহরণ", "उदाहरण"}
_BULLET = re.compile(r"\s*[-–•*>·]\s+")
_PARTS = re.compile(r"\t+|\s*[:：]\s+|\s+[–—-]\s+")


@dataclass(frozen=True, slots=True)
class Code:
    """A reading as a codebook has it: its name, one line about it, and sentences that belong in it.

    `names` is language -> how it is called for readers of that language, where otherwise; `element` is the element that
    a codebook of several has it for.
    """

    name: str
    about: str = ""
    examples: tuple[str, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)
    element: str = ""

    @property
    def texts(self) -> tuple[str, ...]:
        """What tells of its notes beside its name."""
        return tuple(filter(None, (self.about, *self.examples)))


def read_codebook(source: str, data: bytes) -> tuple[Code, ...]:
    """Return the codes of a REFI-QDA codebook or project (.qdc, .qdpx), a table, or lines of text; each name once.

    Of a codebook of several elements, as this product writes it, each name is there once for each of them.

    A table (CSV, TSV, XLSX) has a column of names, and others for descriptions, examples and names in further languages
    ("name_bn", "name (Nepali)", "नाम") where it likes. In text a line is a name with what is said of it behind a colon,
    a dash or a tab; lines that begin with a bullet are examples.

    Args:
        source: name of the file, for what is said of it.
        data: the file.

    Raises:
        UnreadableFile: the XML is broken or declares entities; and as `nlp.text.decode.decode` and `read_workbook`.
        InputError: there is no name in it, or too many are.
    """
    found = _once(_codes(source, data)) if data.strip() else ()
    if not found:
        remedy = Message("Write one name on each line, or hand in a .qdc file or a table with a column “name”")
        raise InputError(source, Message("there is no name of a pile in it"), remedy)
    if len(found) > MOST_CODES:
        problem = Message("it has more than {most} names", {"most": MOST_CODES})
        raise InputError(source, problem, Message("Take out those that are not needed for this element"))
    return found


def _codes(source: str, data: bytes) -> list[Code]:
    kind = archive_kind(data)
    if kind is CODED_PROJECT:
        return _of_xml(source, lambda: open_project(source, data).root)
    if kind is WORKBOOK:
        return _of_grids(read_workbook(source, data)) or []
    if _is_xml(data):
        return _of_xml(source, lambda: parsed(source, data))
    table = _of_grids(read_delimited(source, data))
    return _of_lines(decode(source, data)) if table is None else table


def _is_xml(data: bytes) -> bool:
    head = data[:4096]
    return b"<CodeBook" in head or b"<Project" in head or head.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<?xml")


def _of_xml(source: str, root: Callable[[], "Element"]) -> list[Code]:
    try:
        found = root()
    except UnreadableFile as error:
        remedy = Message("Export it again as REFI-QDA codebook (.qdc)")
        raise UnreadableFile(source, Message("the codebook is broken"), remedy) from error
    is_ours = found.get("origin", "").lower().startswith(EXACT)
    return [
        _code(code, above, is_ours=is_ours)
        for code, above in with_ancestors(codes_of(found))
        if code.is_codable and not (is_ours and code.codes)
    ]


def _code(code: QdaCode, above: Sequence[QdaCode], *, is_ours: bool) -> Code:
    """Return a code; in a codebook of ours the codes of an element stand below it."""
    element = above[0].name if is_ours and above else ""
    return Code(code.name.removesuffix(f" ({element})") if element else code.name, code.about, element=element)


def _of_grids(grids: Iterable[Grid]) -> list[Code] | None:
    """Return the rows of the first table with a column of names, None where there is none."""
    return next((codes for grid in grids if (codes := _of_grid(grid)) is not None), None)


def _of_grid(grid: Grid) -> list[Code] | None:
    rows = [[cell.strip() for cell in row.cells] for row in grid.rows]
    full = [row for row in rows if any(row)]
    header = [cell.casefold() for cell in full[0]] if full else []
    named, about, example = find_name_columns(header), _column(header, ABOUT), _column(header, EXAMPLE)
    if named is None:
        return None
    return [_of_row(row, named, about, example) for row in full[1:]]


def _of_row(row: Sequence[str], named: NameColumns, about: int | None, example: int | None) -> Code:
    """Return the code of a row; where its name is missing, what it is called in a further language is its name."""
    names = {language: text for language, at in named.names.items() if (text := _cell(row, at))}
    name = _cell(row, named.name) or next(iter(names.values()), "")
    return Code(name, _cell(row, about), _examples(_cell(row, example)), names)


def _column(header: Sequence[str], names: set[str]) -> int | None:
    return next((at for at, cell in enumerate(header) if cell in names), None)


def _cell(row: Sequence[str], at: int | None) -> str:
    return row[at] if at is not None and at < len(row) else ""


def _examples(cell: str) -> tuple[str, ...]:
    return tuple(filter(None, map(str.strip, cell.splitlines())))


def _of_lines(text: str) -> list[Code]:
    codes: list[Code] = []
    for line in filter(str.strip, text.splitlines()):
        bullet = _BULLET.match(line)
        said = line[bullet.end() if bullet else 0 :].strip()
        if bullet and codes:
            codes[-1] = replace(codes[-1], examples=(*codes[-1].examples, said))
        else:
            name, *about = _PARTS.split(said, maxsplit=1)
            codes.append(Code(name, about[0] if about else ""))
    return codes


def _once(codes: Iterable[Code]) -> tuple[Code, ...]:
    """Return codes with their texts on one line, those of the same name as one."""
    found: dict[tuple[str, str], Code] = {}
    for each in codes:
        name = _short(each.name)
        if not name:
            continue
        about = " ".join(each.about.split())[:LONGEST_LINE]
        examples = tuple(" ".join(text.split())[:LONGEST_LINE] for text in each.examples)
        key = name_key(each.element), name_key(name)
        known = found.get(key, Code(name, element=each.element))
        merged = tuple(dict.fromkeys((*known.examples, *filter(None, examples))))
        names = {language: _short(text) for language, text in each.names.items()}
        names = {language: text for language, text in names.items() if text and text != known.name}
        found[key] = Code(known.name, known.about or about, merged, {**names, **known.names}, known.element)
    return tuple(found.values())


def _short(name: str) -> str:
    return " ".join(name.split())[:LONGEST_NAME].strip()
