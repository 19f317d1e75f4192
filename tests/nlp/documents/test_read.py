"""Any file to a document, or one line."""

import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nlp.documents import READERS, Notes, Ratings, Roster, Rubric, read_document
from nlp.errors import InputError, UnknownEncoding, UnreadableFile
from tests.nlp.documents.office import new_docx, saved, xlsx

SAMPLE = Path(__file__).parents[3] / "corpora" / "sample"


@pytest.mark.parametrize(
    ("pattern", "kind", "languages"),
    [
        ("notes-*.md", Notes, {"en"}),
        ("notes-*-consortium.csv", Notes, {"en", "bn", "ne"}),
        ("notes-*-bangladesh.csv", Notes, {"bn", "bn-Latn", "en"}),
        ("notes-*-nepal.csv", Notes, {"ne", "ne-Latn", "en"}),
        ("rubric-*.csv", Rubric, {"en", "bn", "ne"}),
        ("*roster.csv", Roster, set()),
        ("ratings.csv", Ratings, set()),
    ],
)
def test_the_sample_programme_is_read_completely(pattern: str, kind: type, languages: set[str]):
    """Every file is of its kind, nothing is unread, and languages are those that its authors wrote in."""
    files = sorted(SAMPLE.glob(pattern))
    assert files
    for file in files:
        document = read_document(file.name, file.read_bytes(), ["en", "bn", "ne"])
        assert isinstance(document, kind)
        assert document.unread.lines == 0
        if isinstance(document, Notes):
            assert {unit.language for unit in document.units} <= languages
            assert all(
                unit.element and unit.attributes["team"] and unit.attributes["review"] for unit in document.units
            )
        if isinstance(document, Rubric):
            assert len({one.element for one in document.descriptors}) == 7
            assert {one.level for one in document.descriptors} == {"well-functioning", "emerging", "needs help"}


@pytest.mark.parametrize(
    ("name", "data", "error", "said"),
    [
        ("empty.txt", b"", UnreadableFile, "the file is empty"),
        ("empty.csv", b"\n\n", UnreadableFile, "the file is empty"),
        ("empty.docx", b"", UnreadableFile, "the file is empty"),
        ("notes.docx", b"%PDF-1.4", UnreadableFile, "the PDF is broken"),
        (
            "notes.doc",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(99),
            UnreadableFile,
            "old Office file .* password.* docx or xlsx",
        ),
        ("notes.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(99), UnreadableFile, "Take off the password"),
        ("photo.txt", b"\x89PNG\r\n\x1a\n", UnreadableFile, "picture"),
        ("notes.docx", b"just text", UnreadableFile, "this is no docx file"),
        ("notes.xlsx", b"text,element\na,b\n", UnreadableFile, "this is no xlsx file"),
        ("notes.odt", b"text", UnreadableFile, "this is no odt file"),
        ("notes.key", b"text", UnreadableFile, r"files of this kind \(\.key\) are not read.*\.docx"),
        ("notes", b"text", UnreadableFile, "without an ending"),
        ("notes.txt", "সবাই".encode()[:-1], UnknownEncoding, "line 1: .*damaged"),
        ("notes.txt", b"x\x00y\x01" * 9, UnreadableFile, "binary"),
    ],
)
def test_bad_input_gets_one_line(name: str, data: bytes, error: type[Exception], said: str):
    """What, where, and what to do."""
    with pytest.raises(error, match=said) as refused:
        read_document(name, data)
    assert "\n" not in str(refused.value)
    assert str(refused.value).startswith(name)
    assert str(refused.value).endswith(".")


def test_a_file_that_is_too_large():
    """The limit is a parameter."""
    with pytest.raises(UnreadableFile, match="larger than 1 MB"):
        read_document("a.txt", b"a" * (2**20 + 1), largest=2**20)


@pytest.mark.parametrize("name", ["n.docx", "n.txt", "n", "n.csv", "n.zip"])
def test_the_content_decides_for_office_files(name: str):
    """A docx or xlsx under another name is read as what it is."""
    document = new_docx()
    document.add_paragraph("A note that we wrote.")
    assert isinstance(read_document(name, saved(document)), Notes)
    assert isinstance(read_document(name, xlsx(["name"], ["Maya"])), Roster)


def zipped(**parts: bytes) -> bytes:
    """Return a zip archive, its parts uncompressed as embedded files are."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def with_part(file: bytes, name: str, content: bytes) -> bytes:
    """Return an Office file with one more part, which stands first and uncompressed."""
    with zipfile.ZipFile(io.BytesIO(file)) as old:
        return zipped(**{name: content, **{each: old.read(each) for each in old.namelist()}})


def test_the_names_of_its_parts_decide_not_words_inside_them():
    """A workbook with a Word file embedded in it is a workbook, a Word file with a workbook in it a Word file."""
    document = new_docx()
    document.add_paragraph("A note that we wrote.")
    word, sheet = saved(document), xlsx(["name"], ["Maya"])
    assert isinstance(read_document("n.xlsx", with_part(sheet, "xl/embeddings/a.docx", word)), Roster)
    assert isinstance(read_document("n", with_part(word, "word/embeddings/a.xlsx", sheet)), Notes)


def test_a_folder_of_the_same_name_makes_no_office_file():
    """An archive that speaks of word/document.xml without having it is refused as an archive."""
    with pytest.raises(UnreadableFile, match=r"files of this kind \(\.zip\) are not read"):
        read_document("n.zip", zipped(**{"notes/word/document.xml.txt": b"see word/document.xml, xl/workbook.xml"}))


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b""}, "the odt is broken"),
        ({"mimetype": b"application/epub+zip", "META-INF/container.xml": b""}, "e-book"),
        ({"ppt/presentation.xml": b""}, "presentation"),
        ({"xl/workbook.bin": b"", "[Content_Types].xml": b""}, "binary workbook.*xlsx"),
        ({"Index/Document.iwa": b""}, "Pages or Numbers"),
    ],
)
def test_other_archives_are_named(parts, said):
    """What the archive is, whatever its ending says, and as what it should be saved."""
    for name in ("n.docx", "n.xlsx", "n.odt", "n"):
        with pytest.raises(UnreadableFile, match=said):
            read_document(name, zipped(**parts))


def test_a_main_part_with_a_number_in_its_name():
    """Word on the web writes word/document2.xml."""
    document = new_docx()
    document.add_paragraph("A note that we wrote.")
    with zipfile.ZipFile(io.BytesIO(saved(document))) as old:
        parts = {
            name.replace("word/document.xml", "word/document2.xml"): old.read(name).replace(
                b"word/document.xml", b"word/document2.xml"
            )
            for name in old.namelist()
        }
    assert isinstance(read_document("n", zipped(**parts)), Notes)


def test_a_table_saved_as_text_is_a_table():
    """Copied from a spreadsheet into a text file."""
    notes = read_document("pasted.txt", b"text\telement\nlate, again\tTrust\n")
    assert isinstance(notes, Notes)
    assert [(unit.text, unit.element) for unit in notes.units] == [("late, again", "Trust")]
    assert isinstance(read_document("people.txt", b"Name\tGender\nMaya\tf\n"), Roster)


def test_prose_with_commas_is_not_a_table():
    """Notes that begin with words which are also headers."""
    notes = read_document(
        "n.txt", b"team, trust, date: three words we argued about\nName, shame and blame, all over again\n"
    )
    assert isinstance(notes, Notes)
    assert len(notes.units) == 2


@given(st.sampled_from(sorted(READERS)), st.binary(max_size=200))
@settings(deadline=None, max_examples=120)
def test_any_bytes_under_any_name(ending: str, data: bytes):
    """A document or an `InputError`, nothing else."""
    try:
        read_document(f"file{ending}", data)
    except InputError as error:
        message = str(error)
    else:
        message = ""
    assert "\n" not in message


@given(st.sampled_from([".txt", ".md", ".csv", ".tsv"]), st.text(max_size=120))
@settings(deadline=None, max_examples=120)
def test_any_text_under_any_name(ending: str, text: str):
    """The same for text that is properly saved."""
    try:
        read_document(f"file{ending}", text.encode("utf-8", "ignore"))
    except InputError as error:
        message = str(error)
    else:
        message = ""
    assert "\n" not in message


def test_running_text_longer_than_any_book_is_refused():
    """Its sentences would take a minute to cut; the line says how long it is and what to do."""
    with pytest.raises(UnreadableFile, match="letters, more than 5,000,000"):
        read_document("n.txt", b"We meet too rarely. " * 250_001)
