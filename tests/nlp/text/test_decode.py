"""Bytes to text."""

import codecs
import zipfile
from io import BytesIO

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from nlp.errors import InputError, UnknownEncoding, UnreadableFile
from nlp.text.decode import decode
from nlp.text.signature import signature

BANGLA = "আমরা একসাথে কাজ করি।\nসবাই কথা বলে।"
NEPALI = "हामी सँगै काम गर्छौं।\r\nकसैले सुन्दैन।"


@pytest.mark.parametrize("text", [BANGLA, NEPALI, "We work together.\rNobody listens.\u2028Why?", "amra kaj kori 😀"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_files_are_read(text: str, encoding: str):
    """UTF-8, UTF-16 and UTF-32, with and without a mark; line ends stay as they are."""
    assert decode("notes.txt", text.encode(encoding)) == text


def test_utf16_big_endian_with_a_mark_is_read():
    """The mark is taken off."""
    assert decode("n.txt", codecs.BOM_UTF16_BE + NEPALI.encode("utf-16-be")) == NEPALI


@pytest.mark.parametrize(
    ("text", "page"),
    [
        ("Reunión con el equipo: la señora Muñoz dijo que así está bien, ¿no?", "cp1252"),
        ("Réunion d'équipe très utile, ça a été dur", "cp1252"),
        ("Não há confiança na organização", "cp1252"),
        ("“Smart quotes” – and dashes… don’t", "cp1252"),
        ("• bullet one\r\n• bullet two", "cp1252"),
        ("Zażółć gęślą jaźń", "cp1250"),
        ("Мы работаем вместе каждую неделю", "cp1251"),
        ("اجتماع الفريق كل أسبوع", "cp1256"),
    ],
)
def test_windows_code_pages_are_read(text: str, page: str):
    """Notes from old Windows programs in western, central and eastern Europe and the Arab world."""
    assert decode("notes.txt", text.encode(page)) == text


@pytest.mark.parametrize("data", [b"", b" \r\n\t ", codecs.BOM_UTF8, codecs.BOM_UTF16_LE, " \n".encode("utf-16")])
def test_an_empty_file_is_refused(data: bytes):
    """Nothing, white space, or only a mark."""
    with pytest.raises(UnreadableFile, match=r"^notes\.txt: the file (is empty|holds no text)\. Check"):
        decode("notes.txt", data)


def a_zip() -> bytes:
    """Return a zip archive."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("a.txt", "a")
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (a_zip(), "zip archive"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "PNG"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500), "old Office file"),
        (b"{\\rtf1\\ansi notes}", "RTF"),
        (b"\x00\x00\x00\x20ftypM4A ", "recording"),
        (bytes(range(256)) * 8, "binary"),
        (b"text and then\x00\x01\x02\x03 more", "binary"),
        (b"\x01\x02\x03\x04\x05" * 40, "binary"),
    ],
)
def test_what_is_no_text_is_refused_by_name(data: bytes, said: str):
    """One line that says what the file is and what to do."""
    with pytest.raises(UnreadableFile, match=said) as refused:
        decode("notes.txt", data)
    assert "\n" not in str(refused.value)
    assert refused.value.remedy


@pytest.mark.parametrize("text", [BANGLA, NEPALI])
def test_damaged_utf8_is_not_taken_for_a_code_page(text: str):
    """A file that was cut inside a letter names the line; it never becomes words of nonsense."""
    with pytest.raises(UnknownEncoding, match=r"notes\.txt, line 2: .*UTF-8"):
        decode("notes.txt", text.encode()[:-2])


def test_a_mark_that_lies_is_refused():
    """UTF-16 with half a letter at its end."""
    with pytest.raises(UnknownEncoding, match="UTF-16"):
        decode("notes.txt", codecs.BOM_UTF16_LE + "abc".encode("utf-16-le") + b"x")


@given(st.binary(max_size=300))
@settings(max_examples=150, deadline=None)
def test_any_bytes_give_text_or_one_line(data: bytes):
    """There is no third way out."""
    try:
        text = decode("f.txt", data)
    except InputError as error:
        text, message = "refused", str(error)
    else:
        message = "read"
    assert message
    assert "\n" not in message
    assert text.strip()
    assert "\0" not in text


@given(st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn", "Co")), min_size=1, max_size=80))
def test_utf8_comes_back_as_it_was(text: str):
    """Whatever Unicode text is saved as UTF-8."""
    assume(text.strip() and signature(text.encode()) is None and not text.startswith("\ufeff"))
    assert decode("f.txt", text.encode()) == text
