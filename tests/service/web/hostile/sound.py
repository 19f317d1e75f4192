"""Whether an answer can be read by what it is for: browsers, Excel, Word, programs."""

import csv
import io
import json
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from html.parser import HTMLParser

import docx
import openpyxl
import pptx
from httpx import Response
from lxml import etree
from pypdf import PdfReader

VOID = frozenset(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"])
UNCLOSED = frozenset(["p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "option"])
OFFICE = "application/vnd.openxmlformats-officedocument."


def unsound(answer: Response) -> list[str]:
    """Return what is wrong with the content of an answer, [] if nothing is."""
    kind = answer.headers.get("content-type", "").partition(";")[0]
    try:
        return list(CHECKS.get(kind, _nothing)(answer.content))
    except Exception as error:  # whatever reader stumbles over it
        return [f"{kind} cannot be read: {type(error).__name__}: {error}"]


class _Tags(HTMLParser):
    """Holds every end tag against its beginning."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.wrong: list[str] = []
        self.ids: Counter[str] = Counter()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open a tag; an attribute stands once, an id is not empty."""
        twice = [name for name, times in Counter(name for name, _ in attrs).items() if times > 1]
        self.wrong += [f"{name} twice in {tag} at {self.getpos()}" for name in twice]
        self.ids.update(value or "" for name, value in attrs if name == "id")
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A tag that ends itself, as those of pictures do."""
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        """Close a tag, and those in it that need no end."""
        while self.open and self.open[-1] != tag and self.open[-1] in UNCLOSED:
            self.open.pop()
        if tag in VOID or not self.open or self.open.pop() != tag:
            self.wrong.append(f"</{tag}> at {self.getpos()} closes nothing")


def _html(content: bytes) -> Iterator[str]:
    tags = _Tags()
    tags.feed(content.decode())
    tags.close()
    yield from tags.wrong[:3]
    if left := [tag for tag in tags.open if tag not in UNCLOSED]:
        yield f"never closed: {left}"
    if twice := [each for each, times in tags.ids.items() if times > 1 or not each or each.split() != [each]]:
        yield f"ids that name nothing, or twice: {twice[:5]}"


def _json(content: bytes) -> Iterator[str]:
    json.loads(content, parse_constant=_no_number)
    yield from ()


def _no_number(name: str) -> float:
    raise ValueError(f"{name} is no JSON")


def _lines(content: bytes) -> Iterator[str]:
    for line in content.decode().split("\n"):
        if line.strip():
            yield from _json(line.encode())


def _xml(content: bytes) -> Iterator[str]:
    etree.fromstring(content)
    yield from ()


def _csv(content: bytes) -> Iterator[str]:
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True))
    if len({len(row) for row in rows}) > 1:
        yield "rows of different lengths"


def _xlsx(content: bytes) -> Iterator[str]:
    openpyxl.load_workbook(io.BytesIO(content))
    yield from ()


def _docx(content: bytes) -> Iterator[str]:
    docx.Document(io.BytesIO(content))
    yield from ()


def _pptx(content: bytes) -> Iterator[str]:
    pptx.Presentation(io.BytesIO(content))
    yield from ()


def _pdf(content: bytes) -> Iterator[str]:
    if not PdfReader(io.BytesIO(content)).pages:
        yield "no page"


def _zip(content: bytes) -> Iterator[str]:
    inside: Mapping[str, Callable[[bytes], Iterator[str]]] = {
        ".csv": _csv,
        ".json": _json,
        ".qde": _xml,
        ".html": _html,
    }
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for name in archive.namelist():
            if name.startswith("/") or ".." in name.split("/") or "\\" in name:
                yield f"a path out of the archive: {name}"
            check = next((check for ending, check in inside.items() if name.endswith(ending)), _nothing)
            yield from (f"{name}: {what}" for what in check(archive.read(name)))


def _png(content: bytes) -> Iterator[str]:
    if not content.startswith(b"\x89PNG\r\n\x1a\n"):
        yield "no PNG"


def _nothing(_: bytes) -> Iterator[str]:
    yield from ()


CHECKS: Mapping[str, Callable[[bytes], Iterator[str]]] = {
    "text/html": _html,
    "application/json": _json,
    "application/jsonl": _lines,
    "application/x-ndjson": _lines,
    "image/svg+xml": _xml,
    "application/xml": _xml,
    "text/csv": _csv,
    "application/zip": _zip,
    "application/pdf": _pdf,
    "image/png": _png,
    f"{OFFICE}spreadsheetml.sheet": _xlsx,
    f"{OFFICE}wordprocessingml.document": _docx,
    f"{OFFICE}presentationml.presentation": _pptx,
}
