"""Office files whose structure is what changes: one part of a real file, its tree grown, cut and moved at random."""

import io
import zipfile
from collections.abc import Callable, Iterator
from copy import deepcopy
from functools import cache
from random import Random

from docx.document import Document
from lxml import etree

from tests.nlp.documents.office import docx_table, new_docx, saved, workbook

MOST_BYTES = 400_000
DEEPEST, OFTENEST = 300, 2_000
"""So many elements in each other, and beside each other, at one change."""
ODD = (
    "",
    "0",
    "-1",
    "1",
    "65536",
    "4294967296",
    "1e308",
    "NaN",
    "A0",
    "ZZZZ1",
    "A1:XFD1048576",
    "true",
    "\u202e",
    "ক",
    "rId1",
)
DOCX = (
    "word/document.xml",
    "word/styles.xml",
    "word/numbering.xml",
    "[Content_Types].xml",
    "word/_rels/document.xml.rels",
)
XLSX = (
    *("xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/styles.xml", "xl/sharedStrings.xml"),
    *("xl/_rels/workbook.xml.rels", "[Content_Types].xml"),
)
"""The parts that readers look into."""


@cache
def whole(kind: str) -> bytes:
    """Return a file with what files of its kind have in them: headings, lists, tables; dates, numbers, merged cells."""
    return saved(_page()) if kind == "docx" else _book()


def _page() -> Document:
    page = new_docx()
    for heading in ("Trust", "যোগাযোগ"):
        page.add_heading(heading, 1)
        page.add_paragraph("We meet too rarely", style="List Bullet")
        page.add_paragraph("Asha: खबर ढिलो आउँछ", style="List Number")
        page.add_paragraph("Rina: [00:01:02] yes")
    docx_table(page, [["element", "level", "descriptor"], ["Trust", "emerging", "We ask"], ["Risk", "1", "x"]])
    return page


def _book() -> bytes:
    book = workbook(
        {
            "North": [
                ["text", "element", "date"],
                ["We meet", "Trust", 45000],
                ["খবর", "Risk", 1.5],
                ["=1+1", "", True],
            ],
            "Turns": [["Speaker", "Start", "Text"], ["Asha", "00:01", "Yes"], ["Rina", 2, "No"]],
        }
    )
    book.worksheets[0].merge_cells("B2:B3")
    return saved(book)


def parts(kind: str) -> tuple[str, ...]:
    """Return the names of the parts that are changed, of those that the file has."""
    with zipfile.ZipFile(io.BytesIO(whole(kind))) as archive:
        there = set(archive.namelist())
    return tuple(name for name in (DOCX if kind == "docx" else XLSX) if name in there)


def seeds(kind: str) -> Iterator[bytes]:
    """Yield what is changed: the number of a part in one byte, then the part."""
    with zipfile.ZipFile(io.BytesIO(whole(kind))) as archive:
        for number, name in enumerate(parts(kind)):
            yield bytes([number]) + archive.read(name)


def file_of(kind: str, data: bytes) -> bytes:
    """Return the whole file with the part that `data` names and holds."""
    names = parts(kind)
    changed = names[data[0] % len(names)] if data else names[0]
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(whole(kind))) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, data[1:] if name == changed else old.read(name))
    return out.getvalue()


def mutate(data: bytes, most: int, seed: int, otherwise: Callable[[bytes, int], bytes]) -> bytes:
    """Return a part with its tree changed; where it is no XML, or once in eight, with its bytes changed."""
    chance = Random(seed)
    try:
        tree = etree.fromstring(data[1:])
    except etree.XMLSyntaxError:
        return otherwise(data, most)
    if chance.random() < 1 / 8:
        return otherwise(data, most)
    for _ in range(chance.choice((1, 1, 2, 5))):
        _change(tree, chance)
    changed = data[:1] + etree.tostring(tree)
    return changed if len(changed) <= most else data


def _change(tree: etree._Element, chance: Random) -> None:
    every = [each for each in tree.iter() if isinstance(each.tag, str)]
    one, other = chance.choice(every), chance.choice(every)
    what = chance.randrange(7)
    if what == 0 and one.attrib:
        one.set(chance.choice(list(one.attrib)), chance.choice(ODD))
    elif what == 1:
        one.text = chance.choice((*ODD, other.text or "", "x" * chance.choice((100, 5_000))))
    elif what == 2 and one.getparent() is not None:
        one.getparent().remove(one)
    elif what == 3:
        _grow(one, other, chance.randrange(OFTENEST))
    elif what == 4:
        _deepen(one, chance.randrange(DEEPEST))
    elif what == 5:
        one.tag = other.tag
    elif one not in other.iterancestors() and one is not other and one.getparent() is not None:
        other.append(one)


def _grow(one: etree._Element, other: etree._Element, times: int) -> None:
    """Put a small element into another one many times."""
    copies = [deepcopy(other) for _ in range(min(times, 20_000 // len(etree.tostring(other))))]
    one.extend(copies)


def _deepen(one: etree._Element, times: int) -> None:
    """Put elements of one kind into each other."""
    for _ in range(times):
        one = etree.SubElement(one, one.tag)
