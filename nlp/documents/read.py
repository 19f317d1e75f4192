"""Any file of notes, descriptors, people or ratings to a `Document`. The content decides when the name is wrong."""

from collections.abc import Callable, Collection, Sequence
from pathlib import PurePath

from nlp.documents.archive import OPEN_DOCUMENT, WORD, WORKBOOK, ArchiveKind, archive_kind
from nlp.documents.foreign.legacy_text import restored_grids, restored_page, restored_text, with_remarks
from nlp.documents.foreign.old_workbooks import is_old_workbook, read_old_workbook
from nlp.documents.foreign.open_document import is_open_sheets, read_open_sheets, read_open_text
from nlp.documents.foreign.rich_text import read_rich_text
from nlp.documents.forms.upright import upright_grids
from nlp.documents.pdf.read import plan_of_pdf, plan_of_picture, read_pdf, read_picture
from nlp.documents.plan import AS_FOUND, FilePlan
from nlp.documents.prose.docx import document_of_page, plan_of_page, read_word_page
from nlp.documents.prose.docx_xml import Paragraph
from nlp.documents.prose.text import document_of_plain, plan_of_plain_document
from nlp.documents.tables.delimited import looks_like_table, read_delimited
from nlp.documents.tables.table import Grid
from nlp.documents.tables.table_kinds import plan_of_tables, read_tables
from nlp.documents.tables.xlsx import read_workbook
from nlp.documents.types import Document
from nlp.errors import UnreadableFile
from nlp.messages import Message
from nlp.text.decode import decode
from nlp.text.signature import JPEG, OLE, PDF, PNG, RTF, ZIP, Signature, signature

Languages = Collection[str] | None
Reader = Callable[[str, bytes, Languages, FilePlan], Document]

LARGEST_FILE = 50 * 2**20
MOST_LINES = 1_500_000
"""Every line may become a unit of half a kilobyte in memory."""


def _read_csv(source: str, data: bytes, languages: Languages, plan: FilePlan) -> Document:
    return _of_tables(source, read_delimited(source, data), languages, plan)


def _read_xlsx(source: str, data: bytes, languages: Languages, plan: FilePlan) -> Document:
    return _of_tables(source, read_workbook(source, data), languages, plan)


def _read_docx(source: str, data: bytes, languages: Languages, plan: FilePlan) -> Document:
    return _of_page(source, read_word_page(source, data), languages, plan)


def _of_tables(source: str, grids: Sequence[Grid], languages: Languages, plan: FilePlan) -> Document:
    restored, remarks = restored_grids(grids)
    return with_remarks(read_tables(source, upright_grids(restored), languages, plan=plan), remarks)


def _of_page(source: str, blocks: Sequence[Paragraph | Grid], languages: Languages, plan: FilePlan) -> Document:
    restored, remarks = restored_page(blocks)
    return with_remarks(document_of_page(source, restored, languages, plan), remarks)


def _read_markdown(source: str, data: bytes, languages: Languages, plan: FilePlan) -> Document:
    text, remarks = restored_text(decode(source, data))
    return with_remarks(document_of_plain(source, text.encode() if remarks else data, languages, plan), remarks)


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


def _plan_of_csv(source: str, data: bytes) -> FilePlan:
    return _plan_of_tables(read_delimited(source, data))


def _plan_of_xlsx(source: str, data: bytes) -> FilePlan:
    return _plan_of_tables(read_workbook(source, data))


def _plan_of_docx(source: str, data: bytes) -> FilePlan:
    return _plan_of_page(source, read_word_page(source, data))


def _plan_of_tables(grids: Sequence[Grid]) -> FilePlan:
    return plan_of_tables(upright_grids(restored_grids(grids)[0]))


def _plan_of_page(source: str, blocks: Sequence[Paragraph | Grid]) -> FilePlan:
    return plan_of_page(source, restored_page(blocks)[0])


def _plan_of_markdown(source: str, data: bytes) -> FilePlan:
    text, remarks = restored_text(decode(source, data))
    return plan_of_plain_document(source, text.encode() if remarks else data)


def _plan_of_text(source: str, data: bytes) -> FilePlan:
    return _plan_of_csv(source, data) if looks_like_table(decode(source, data)) else _plan_of_markdown(source, data)


def _plan_of_open_document(source: str, data: bytes) -> FilePlan:
    if is_open_sheets(data):
        return _plan_of_tables(read_open_sheets(source, data))
    return _plan_of_page(source, read_open_text(source, data))


def _plan_of_xls(source: str, data: bytes) -> FilePlan:
    return _plan_of_tables(_xls_grids(source, data))


def _plan_of_rtf(source: str, data: bytes) -> FilePlan:
    if signature(data) is not RTF:
        return _plan_of_text(source, data)
    return _plan_of_page(source, read_rich_text(source, data))


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
    ".pdf": read_pdf,
}
"""The reader of every file ending; a zip archive, a PDF, ... is read as what it is, whatever its ending."""

PICTURES = frozenset({".png", ".jpg", ".jpeg"})
"""Endings of photographs, which are read where the program for it is installed."""

_PLANS: dict[Reader, Callable[[str, bytes], FilePlan]] = {
    _read_text: _plan_of_text,
    _read_markdown: _plan_of_markdown,
    _read_csv: _plan_of_csv,
    _read_xlsx: _plan_of_xlsx,
    _read_docx: _plan_of_docx,
    _read_open_document: _plan_of_open_document,
    _read_xls: _plan_of_xls,
    _read_rtf: _plan_of_rtf,
    read_pdf: plan_of_pdf,
    read_picture: plan_of_picture,
}
_GRIDS: dict[Reader, Callable[[str, bytes], list[Grid]]] = {
    _read_text: read_delimited,
    _read_rtf: read_delimited,
    _read_csv: read_delimited,
    _read_xlsx: read_workbook,
    _read_open_document: read_open_sheets,
    _read_xls: _xls_grids,
}
_OF_ARCHIVE: dict[ArchiveKind, Reader] = {
    WORD: _read_docx,
    WORKBOOK: _read_xlsx,
    OPEN_DOCUMENT: _read_open_document,
}
_OF_SIGNATURE: dict[Signature, Reader] = {RTF: _read_rtf, PDF: read_pdf, PNG: read_picture, JPEG: read_picture}


def read_document(
    filename: str,
    data: bytes,
    languages: Languages = None,
    plan: FilePlan | None = None,
    largest: int = LARGEST_FILE,
) -> Document:
    """Return the notes, the rubric, the roster or the ratings that a file holds.

    Args:
        filename: its ending chooses the reader, its name appears in messages and as `Unit.source`.
        data: the whole file.
        languages: BCP 47 languages of the programme, for telling the language of every unit; None for a common set.
        plan: what is said of the file; it overrides what is found, field by field.
        largest: the most bytes that are read.

    Raises:
        UnreadableFile: empty, broken, too large, with a password, or of a kind that is not read.
        UnknownEncoding: text in no encoding that can be told.
        MissingColumn: a table without a column that it needs.
        NothingToAnalyse: readable, but without notes, descriptors, people or ratings.
    """
    _check_size(filename, data, largest)
    return _reader(filename, data)(filename, data, languages, plan or AS_FOUND)


def plan_of(filename: str, data: bytes, largest: int = LARGEST_FILE) -> FilePlan:
    """Return how a file is understood where nothing is said; its `kind` is "" where it cannot be told.

    Raises:
        UnreadableFile, UnknownEncoding: as `read_document`.
    """
    _check_size(filename, data, largest)
    return _PLANS.get(_reader(filename, data), _unread_plan)(filename, data)


def grids_of(filename: str, data: bytes) -> list[Grid]:
    """Return the tables of a file of tables as they are read; none of running text, whatever stands in it.

    Raises:
        UnreadableFile, UnknownEncoding: as `read_document`.
    """
    reader = _reader(filename, data)
    if reader is _read_open_document and not is_open_sheets(data):
        return []
    if reader is _read_rtf and signature(data) is RTF:
        return []
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
    return READERS.get(ending, _unread_kind)


def _unread_kind(source: str, data: bytes, languages: Languages, plan: FilePlan) -> Document:  # noqa: ARG001
    raise _unread(source)


def _unread_plan(source: str, data: bytes) -> FilePlan:  # noqa: ARG001
    raise _unread(source)


def _unread(source: str) -> UnreadableFile:
    ending = PurePath(source).suffix or Message("without an ending")
    endings = tuple(sorted(READERS))
    return UnreadableFile(
        source,
        Message("files of this kind ({ending}) are not read", {"ending": ending}),
        Message("Save it as one of {endings}", {"endings": endings}),
    )
