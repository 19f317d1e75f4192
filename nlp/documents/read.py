"""Any file of notes, descriptors, people or ratings to a `Document`. The content decides when the name is wrong."""

from collections.abc import Callable, Collection
from pathlib import PurePath

from nlp.documents.archive import WORD, WORKBOOK, ArchiveKind, archive_kind
from nlp.documents.plan import AS_FOUND, FilePlan
from nlp.documents.prose.docx import plan_of_word, read_word
from nlp.documents.prose.text import plan_of_plain, read_plain
from nlp.documents.tables.delimited import looks_like_table, read_delimited
from nlp.documents.tables.table_kinds import plan_of_tables, read_tables
from nlp.documents.tables.xlsx import read_workbook
from nlp.documents.types import Document
from nlp.errors import UnreadableFile
from nlp.messages import Message
from nlp.text.decode import decode
from nlp.text.signature import ZIP, signature

Languages = Collection[str] | None
Reader = Callable[[str, bytes, Languages, FilePlan], Document]

LARGEST_FILE = 50 * 2**20
MOST_LINES = 1_500_000
"""Every line may become a unit of half a kilobyte in memory."""


def _read_csv(source: str, data: bytes, languages: Languages, plan: FilePlan) -> Document:
    return read_tables(source, read_delimited(source, data), languages, plan=plan)


def _read_xlsx(source: str, data: bytes, languages: Languages, plan: FilePlan) -> Document:
    return read_tables(source, read_workbook(source, data), languages, plan=plan)


def _read_text(source: str, data: bytes, languages: Languages, plan: FilePlan) -> Document:
    """Notes, unless the text is a table that was saved or pasted as text."""
    if plan.tables or (not plan.kind and looks_like_table(decode(source, data))):
        return _read_csv(source, data, languages, plan)
    return read_plain(source, data, languages, plan)


def _plan_of_csv(source: str, data: bytes) -> FilePlan:
    return plan_of_tables(read_delimited(source, data))


def _plan_of_xlsx(source: str, data: bytes) -> FilePlan:
    return plan_of_tables(read_workbook(source, data))


def _plan_of_text(source: str, data: bytes) -> FilePlan:
    return _plan_of_csv(source, data) if looks_like_table(decode(source, data)) else plan_of_plain(source, data)


READERS: dict[str, Reader] = {
    ".txt": _read_text,
    ".text": _read_text,
    ".md": read_plain,
    ".markdown": read_plain,
    ".csv": _read_csv,
    ".tsv": _read_csv,
    ".tab": _read_csv,
    ".xlsx": _read_xlsx,
    ".xlsm": _read_xlsx,
    ".docx": read_word,
    ".docm": read_word,
}
"""The reader of every file ending; a zip archive is read as what it holds, whatever its ending."""

_PLANS: dict[Reader, Callable[[str, bytes], FilePlan]] = {
    _read_text: _plan_of_text,
    read_plain: plan_of_plain,
    _read_csv: _plan_of_csv,
    _read_xlsx: _plan_of_xlsx,
    read_word: plan_of_word,
}
_OF_ARCHIVE: dict[ArchiveKind, Reader] = {WORD: read_word, WORKBOOK: _read_xlsx}


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
