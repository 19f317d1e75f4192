"""Any file of notes, descriptors, people or ratings to a `Document`. The content decides when the name is wrong."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import PurePath

from nlp.documents.archive import (
    CODED_PROJECT,
    OPEN_DOCUMENT,
    WORD,
    WORKBOOK,
    ArchiveKind,
    archive_kind,
    is_open_sheets,
)
from nlp.documents.foreign.legacy_text import restored_grids, restored_page, restored_text, with_remarks
from nlp.documents.forms.upright import upright_grids
from nlp.documents.plan import AS_FOUND, FilePlan
from nlp.documents.prose.docx_xml import Paragraph
from nlp.documents.rows.handed import File
from nlp.documents.rows.languages import Languages, languages_of
from nlp.documents.rows.opened import file_of
from nlp.documents.tables.delimited import looks_like_table, read_delimited
from nlp.documents.tables.skim import SkimmedNotes
from nlp.documents.tables.table import Grid, Table
from nlp.documents.tables.table_kinds import (
    finished,
    laid_out,
    plan_of_laid_out,
    plan_of_tables,
    read_tables,
    read_understood,
    skim_understood,
    understood_tables,
)
from nlp.documents.told import say
from nlp.documents.types import Document
from nlp.errors import Overgrown, UnreadableFile
from nlp.later import later
from nlp.logs import told
from nlp.messages import Message
from nlp.text.decode import decode
from nlp.text.language import load_languages
from nlp.text.signature import JPEG, OLE, PDF, PNG, RTF, ZIP, Signature, signature

Reader = Callable[[str, bytes, Languages, FilePlan], Document]

_Grids = Callable[[str, bytes], list[Grid]]
_Blocks = Callable[[str, bytes], Sequence[Paragraph | Grid]]

is_old_workbook: Callable[[bytes], bool] = later(__package__, ".foreign.old_workbooks", "is_old_workbook")
read_old_workbook: _Grids = later(__package__, ".foreign.old_workbooks", "read_old_workbook")
read_open_sheets: _Grids = later(__package__, ".foreign.open_document", "read_open_sheets")
read_open_text: _Blocks = later(__package__, ".foreign.open_document", "read_open_text")
read_rich_text: _Blocks = later(__package__, ".foreign.rich_text", "read_rich_text")
read_paged: Reader = later(__package__, ".pdf.read", "read_paged")
plan_of_paged: Callable[..., FilePlan] = later(__package__, ".pdf.read", "plan_of_paged")
plan_of_words: Callable[..., FilePlan] = later(__package__, ".pdf.read", "plan_of_words")
read_word_page: _Blocks = later(__package__, ".prose.docx", "read_word_page")
document_of_page: Callable[..., Document] = later(__package__, ".prose.docx", "document_of_page")
plan_of_page: Callable[..., FilePlan] = later(__package__, ".prose.docx", "plan_of_page")
tables_of_page: Callable[[Sequence[Paragraph | Grid]], list[Grid]] = later(__package__, ".prose.docx", "tables_of_page")
document_of_plain: Reader = later(__package__, ".prose.text", "document_of_plain")
plan_of_plain_document: Callable[[str, bytes], FilePlan] = later(__package__, ".prose.text", "plan_of_plain_document")
read_coded: _Grids = later(__package__, ".refi.coded", "read_coded")
read_workbook: _Grids = later(__package__, ".tables.xlsx", "read_workbook")

LARGEST_FILE = 50 * 2**20
MOST_LETTERS = 5_000_000
"""Of running text, which is cut into sentences: fifteen hundred pages."""
_LETTERS_OF_A_LINE = 2_000
_LARGE = 2**20
"""Bytes from which on a table is that large that the languages are loaded before it, while there is room."""
MOST_LINES = 700_000
"""Every line may become a note: as many are looked through in ten seconds."""


def _read_csv(source: str, data: bytes, languages: Languages, plan: FilePlan) -> Document:
    return _of_tables(source, read_delimited(source, data), languages, plan)


def _read_xlsx(source: str, data: bytes, languages: Languages, plan: FilePlan) -> Document:
    return _of_tables(source, read_workbook(source, data), languages, plan)


def _read_coded(source: str, data: bytes, languages: Languages, plan: FilePlan) -> Document:
    return _of_tables(source, read_coded(source, data), languages, plan)


def _read_docx(source: str, data: bytes, languages: Languages, plan: FilePlan) -> Document:
    return _of_page(source, read_word_page(source, data), languages, plan)


def _of_tables(source: str, grids: Sequence[Grid], languages: Languages, plan: FilePlan) -> Document:
    restored, remarks = restored_grids(grids)
    return with_remarks(read_tables(source, upright_grids(restored), languages, plan=plan), remarks)


def _of_page(source: str, blocks: Sequence[Paragraph | Grid], languages: Languages, plan: FilePlan) -> Document:
    _check_length(source, sum(len(block.text) for block in blocks if isinstance(block, Paragraph)))
    restored, remarks = restored_page(blocks)
    return with_remarks(document_of_page(source, restored, languages, plan), remarks)


def _read_markdown(source: str, data: bytes, languages: Languages, plan: FilePlan) -> Document:
    text = decode(source, data)
    _check_length(source, len(text), text.count("\n"))
    text, remarks = restored_text(text)
    return with_remarks(document_of_plain(source, text.encode() if remarks else data, languages, plan), remarks)


def _check_length(source: str, letters: int, lines: int = 0) -> None:
    """Refuse text that takes too long to cut; where its lines are no turns either, nothing else tries to read it."""
    if letters > MOST_LETTERS:
        problem = Message("the text has {count} letters, more than {most}", {"count": letters, "most": MOST_LETTERS})
        remedy = Message("Split it and hand in the parts")
        raise (Overgrown if letters > _LETTERS_OF_A_LINE * lines else UnreadableFile)(source, problem, remedy)


def _read_text(source: str, data: bytes, languages: Languages, plan: FilePlan) -> Document:
    """Notes, unless the text is a table that was saved or pasted as text."""
    if plan.tables or (not plan.kind and looks_like_table(decode(source, data))):
        return _read_csv(source, data, languages, plan)
    return _read_markdown(source, data, languages, plan)


def _read_open_document(source: str, data: bytes, languages: Languages, plan: FilePlan) -> Document:
    if is_open_sheets(data):
        return _of_tables(source, read_open_sheets(source, data), languages, plan)
    return _of_page(source, read_open_text(source, data), languages, plan)


def _read_xls(source: str, data: bytes, languages: Languages, plan: FilePlan) -> Document:
    return _of_tables(source, _xls_grids(source, data), languages, plan)


def _xls_grids(source: str, data: bytes) -> list[Grid]:
    """Return the sheets of a workbook, or the text table that many programs export under this ending."""
    if signature(data) is OLE:
        return read_old_workbook(source, data)
    if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        remedy = Message("Open it in a spreadsheet program, save it as xlsx and hand that in")
        raise UnreadableFile(source, Message("this is a web page with the ending of a workbook"), remedy)
    return read_delimited(source, data)


def _read_rtf(source: str, data: bytes, languages: Languages, plan: FilePlan) -> Document:
    if signature(data) is not RTF:
        return _read_text(source, data, languages, plan)
    return _of_page(source, read_rich_text(source, data), languages, plan)


def _plan_of_csv(source: str, data: bytes, layout: FilePlan) -> FilePlan:
    return _plan_of_tables(read_delimited(source, data), layout)


def _plan_of_xlsx(source: str, data: bytes, layout: FilePlan) -> FilePlan:
    return _plan_of_tables(read_workbook(source, data), layout)


def _plan_of_coded(source: str, data: bytes, layout: FilePlan) -> FilePlan:
    return _plan_of_tables(read_coded(source, data), layout)


def _plan_of_docx(source: str, data: bytes, layout: FilePlan) -> FilePlan:
    return _plan_of_page(source, read_word_page(source, data), layout)


def _plan_of_tables(grids: Sequence[Grid], layout: FilePlan) -> FilePlan:
    return plan_of_tables(upright_grids(restored_grids(grids)[0]), layout)


def _plan_of_page(source: str, blocks: Sequence[Paragraph | Grid], layout: FilePlan) -> FilePlan:
    return plan_of_page(source, restored_page(blocks)[0], layout)


def _plan_of_markdown(source: str, data: bytes, layout: FilePlan) -> FilePlan:  # noqa: ARG001
    text = decode(source, data)
    _check_length(source, len(text), text.count("\n"))
    text, remarks = restored_text(text)
    return plan_of_plain_document(source, text.encode() if remarks else data)


def _plan_of_text(source: str, data: bytes, layout: FilePlan) -> FilePlan:
    is_table = layout.tables or looks_like_table(decode(source, data))
    return (_plan_of_csv if is_table else _plan_of_markdown)(source, data, layout)


def _plan_of_open_document(source: str, data: bytes, layout: FilePlan) -> FilePlan:
    if is_open_sheets(data):
        return _plan_of_tables(read_open_sheets(source, data), layout)
    return _plan_of_page(source, read_open_text(source, data), layout)


def _plan_of_xls(source: str, data: bytes, layout: FilePlan) -> FilePlan:
    return _plan_of_tables(_xls_grids(source, data), layout)


def _plan_of_rtf(source: str, data: bytes, layout: FilePlan) -> FilePlan:
    if signature(data) is not RTF:
        return _plan_of_text(source, data, layout)
    return _plan_of_page(source, read_rich_text(source, data), layout)


READERS: dict[str, Reader] = {
    ".txt": _read_text,
    ".text": _read_text,
    ".md": _read_markdown,
    ".markdown": _read_markdown,
    ".csv": _read_csv,
    ".tsv": _read_csv,
    ".tab": _read_csv,
    ".xlsx": _read_xlsx,
    ".xlsm": _read_xlsx,
    ".docx": _read_docx,
    ".docm": _read_docx,
    ".odt": _read_open_document,
    ".ods": _read_open_document,
    ".xls": _read_xls,
    ".rtf": _read_rtf,
    ".pdf": read_paged,
    ".qdpx": _read_coded,
}
"""The reader of every file ending; a zip archive, a PDF, ... is read as what it is, whatever its ending."""

PICTURES = frozenset({".png", ".jpg", ".jpeg"})
"""Endings of photographs, which are read where the program for it is installed."""

CODEBOOKS = frozenset({".qdc"})
"""Endings of what is no document, with its own line about where it is used."""

_PLANS: dict[Reader, Callable[[str, bytes, FilePlan], FilePlan]] = {
    _read_text: _plan_of_text,
    _read_markdown: _plan_of_markdown,
    _read_csv: _plan_of_csv,
    _read_xlsx: _plan_of_xlsx,
    _read_docx: _plan_of_docx,
    _read_open_document: _plan_of_open_document,
    _read_xls: _plan_of_xls,
    _read_rtf: _plan_of_rtf,
    _read_coded: _plan_of_coded,
}
_GRIDS: dict[Reader, Callable[[str, bytes], list[Grid]]] = {
    _read_text: read_delimited,
    _read_rtf: read_delimited,
    _read_csv: read_delimited,
    _read_xlsx: read_workbook,
    _read_open_document: read_open_sheets,
    _read_xls: _xls_grids,
    _read_coded: read_coded,
}
_PAGES: dict[Reader, Callable[[str, bytes], Sequence[Paragraph | Grid]]] = {
    _read_docx: read_word_page,
    _read_open_document: read_open_text,
    _read_rtf: read_rich_text,
}
_OF_ARCHIVE: dict[ArchiveKind, Reader] = {
    WORD: _read_docx,
    WORKBOOK: _read_xlsx,
    OPEN_DOCUMENT: _read_open_document,
    CODED_PROJECT: _read_coded,
}
_OF_SIGNATURE: dict[Signature, Reader] = {RTF: _read_rtf, PDF: read_paged, PNG: read_paged, JPEG: read_paged}


@dataclass(frozen=True)
class TableFile:
    """The tables of a file, read once for everything that is asked of it.

    Attributes:
        name: of the file.
        grids: its sheets, or its one table.
        remarks: what was done to its text.
    """

    name: str
    grids: Sequence[Grid]
    remarks: tuple[Message, ...] = ()

    def plan(self, said: FilePlan = AS_FOUND) -> FilePlan:
        """Return how the tables are understood where nothing is said; only the layout of a plan counts."""
        return plan_of_laid_out(self._laid_out if said.layout == AS_FOUND else laid_out(self.grids, said.layout))

    def document(self, languages: Languages = None, plan: FilePlan = AS_FOUND, *, whole: bool = False) -> Document:
        """Return what the tables hold, one note a cell if `whole`; raises as `read_document`."""
        tables = [replace(table, whole=True) for table in self.tables(plan)] if whole else self.tables(plan)
        return with_remarks(read_understood(self.name, tables, languages, plan=plan), self.remarks)

    def skimmed(self, languages: Languages = None, plan: FilePlan = AS_FOUND) -> SkimmedNotes | None:
        """Return what tables of notes hold as far as it can be told without keeping them; None for other tables."""
        skimmed = skim_understood(self.name, self.tables(plan), languages, plan)
        return skimmed and replace(skimmed, sample=replace(skimmed.sample, remarks=self.remarks))

    def tables(self, plan: FilePlan = AS_FOUND) -> list[Table]:
        """Return the tables with what every column is."""
        return self._as_found if plan == replace(AS_FOUND, kind=plan.kind) else understood_tables(self.grids, plan)

    @cached_property
    def _as_found(self) -> list[Table]:
        return finished(self._laid_out)

    @cached_property
    def _laid_out(self) -> list[Table]:
        return laid_out(self.grids)


def open_tables(filename: str, data: bytes, largest: int = LARGEST_FILE) -> TableFile | None:
    """Return the tables of a file that is nothing else: a CSV file, a workbook, a coded project; None for any other.

    Raises:
        UnreadableFile, UnknownEncoding: as `read_document`.
    """
    _check_size(filename, data, largest)
    reader = _reader(filename, data)
    sheets = reader is _read_open_document and is_open_sheets(data)
    if not sheets and reader not in (_read_csv, _read_xlsx, _read_xls, _read_coded):
        return None
    if len(data) > _LARGE:
        load_languages()
    return tables_of_grids(filename, _GRIDS[reader](filename, data))


def tables_in_text(filename: str, data: bytes, *, surely: bool = False) -> TableFile | None:
    """Return the table that was saved or pasted as text; None for running text and any other file.

    Args:
        filename: as of `read_document`.
        data: the whole file.
        surely: it is said that a text is a table.
    """
    if _reader(filename, data) is not _read_text or not (surely or looks_like_table(decode(filename, data))):
        return None
    return tables_of_grids(filename, read_delimited(filename, data))


def tables_of_grids(name: str, grids: Sequence[Grid]) -> TableFile:
    """Return the tables of grids, in Unicode and upright."""
    restored, remarks = restored_grids(grids)
    return TableFile(name, upright_grids(restored), remarks)


@told("documents", say)
def read_document(
    filename: File,
    data: bytes | None = None,
    languages: Languages = None,
    plan: FilePlan | None = None,
    largest: int = LARGEST_FILE,
) -> Document:
    """Return the notes, the rubric, the roster or the ratings that a file holds.

    Args:
        filename: its ending chooses the reader, its name appears in messages and as `Unit.source`; without `data` a
            path or an open file, which is read.
        data: the whole file.
        languages: BCP 47 languages of the programme, or one of them, for telling the language of every unit; None for a
            common set.
        plan: what is said of the file; it overrides what is found, field by field.
        largest: the most bytes that are read.

    Raises:
        WrongType: `filename` is no file, or `data` no bytes.
        UnreadableFile: not there, empty, broken, too large, with a password, or of a kind that is not read.
        UnknownEncoding: text in no encoding that can be told.
        MissingColumn: a table without a column that it needs.
        NothingToAnalyse: readable, but without notes, descriptors, people or ratings.
    """
    name, data = file_of(filename, data, largest)
    return read_as(name, name, data, languages_of(languages), plan or AS_FOUND, largest)


def read_as(
    source: str,
    filename: str,
    data: bytes,
    languages: Collection[str] | None = None,
    plan: FilePlan = AS_FOUND,
    largest: int = LARGEST_FILE,
) -> Document:
    """Return what a file holds under another name than that which tells its kind; the rest as `read_document`."""
    _check_size(filename, data, largest)
    return _reader(filename, data)(source, data, languages, plan)


def plan_of(
    filename: str,
    data: bytes,
    plan: FilePlan = AS_FOUND,
    largest: int = LARGEST_FILE,
    languages: Languages = None,
) -> FilePlan:
    """Return how a file is understood where nothing is said; its `kind` is "" where it cannot be told.

    The plan of a PDF or a picture holds its words, so that reading the file with it does not recognise them again.

    Args:
        filename: as of `read_document`.
        data: the whole file.
        plan: what is said of the file; only its layout counts (the rows of the headers, and the sheets left out), and
            the words of a PDF or a picture, where they are known.
        largest: the most bytes that are read.
        languages: those of the programme, in which pictures are read.

    Raises:
        UnreadableFile, UnknownEncoding: as `read_document`.
    """
    _check_size(filename, data, largest)
    reader = _reader(filename, data)
    if reader is read_paged:
        return plan_of_words(filename, plan.pages) if plan.pages else plan_of_paged(filename, data, languages)
    return _PLANS.get(reader, _unread_plan)(filename, data, plan.layout)


def grids_of(filename: str, data: bytes) -> list[Grid]:
    """Return the tables of a file as they are read: of a page those that stand in it.

    Raises:
        UnreadableFile, UnknownEncoding: as `read_document`.
    """
    reader = _reader(filename, data)
    page = _PAGES.get(reader)
    if reader is _read_open_document and is_open_sheets(data):
        page = None
    if page is not None and (reader is not _read_rtf or signature(data) is RTF):
        return tables_of_page(restored_page(page(filename, data))[0])
    grids = _GRIDS.get(reader)
    return upright_grids(restored_grids(grids(filename, data))[0]) if grids is not None else []


def _check_size(filename: str, data: bytes, largest: int) -> None:
    if len(data) > largest:
        raise UnreadableFile(
            filename,
            Message("the file is larger than {most} MB", {"most": largest // 2**20}),
            Message("Split it and hand in the parts"),
        )
    lines = 0 if signature(data) is ZIP else max(data.count(b"\n"), data.count(b"\r"))
    if lines > MOST_LINES:
        problem = Message("the file has {count} lines, more than {most}", {"count": lines, "most": MOST_LINES})
        raise UnreadableFile(filename, problem, Message("Split it and hand in the parts"))
    if not data:
        raise UnreadableFile(
            filename, Message("the file is empty"), Message("Check that it was saved, and hand it in again")
        )


def _reader(filename: str, data: bytes) -> Reader:
    ending = PurePath(filename.lower()).suffix
    known = signature(data)
    if known is ZIP:
        held = archive_kind(data)
        if held is not None and held not in _OF_ARCHIVE:
            raise UnreadableFile(filename, Message("this is {kind}", {"kind": held.kind}), held.remedy)
        return READERS.get(ending, _unread_kind) if held is None else _OF_ARCHIVE[held]
    if known is OLE and is_old_workbook(data):
        return _read_xls
    if known in _OF_SIGNATURE:
        return _OF_SIGNATURE[known]
    if known is not None:
        raise UnreadableFile(filename, Message("this is {kind}", {"kind": known.kind}), known.remedy)
    return READERS.get(ending if filename else ".txt", _unread_kind)


def _unread_kind(source: str, data: bytes, languages: Languages, plan: FilePlan) -> Document:  # noqa: ARG001
    raise _unread(source)


def _unread_plan(source: str, data: bytes, layout: FilePlan) -> FilePlan:  # noqa: ARG001
    raise _unread(source)


def _unread(source: str) -> UnreadableFile:
    ending = PurePath(source).suffix or Message("without an ending")
    if str(ending).lower() in CODEBOOKS:
        problem = Message("this is a codebook, which has no notes")
        return UnreadableFile(source, problem, Message("Bring it where you sort the notes of an element"))
    endings = tuple(sorted(READERS))
    return UnreadableFile(
        source,
        Message("files of this kind ({ending}) are not read", {"ending": ending}),
        Message("Save it as one of {endings}", {"endings": endings}),
    )
