"""Office files that are broken or bombs."""

import io
import zipfile

import pytest

from nlp.documents.read import read_document
from nlp.documents.zip_safety import check_office_file
from nlp.errors import UnreadableFile
from tests.nlp.documents.office import new_docx, saved, xlsx


def archive(parts: dict[str, bytes]) -> bytes:
    """Return a zip archive of parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in parts.items():
            file.writestr(name, data)
    return buffer.getvalue()


def with_part(data: bytes, name: str, content: bytes) -> bytes:
    """Return an office file with one part replaced or added."""
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        parts = {entry: file.read(entry) for entry in file.namelist()}
    return archive({**parts, name: content})


LAUGHS = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><x>&b;</x>'


@pytest.mark.parametrize("part", ["word/document.xml", "word/styles.xml", "docProps/core.xml"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_xml_with_entities_is_refused(part: str, encoding: str):
    """No office program declares entities; a bomb does, in any encoding and behind any comment."""
    xml = b"<!-- " + b"x" * 9000 + b" -->" + LAUGHS
    with pytest.raises(UnreadableFile, match="XML that no office program writes"):
        read_document("n.docx", with_part(saved(new_docx()), part, xml.decode().encode(encoding)))


def test_what_grows_too_large_is_refused():
    """A zip bomb is refused by the sizes that it states, before anything is unpacked."""
    bomb = with_part(xlsx(["text"]), "xl/worksheets/sheet1.xml", b" " * (3 * 2**20))
    assert len(bomb) < 20_000
    with pytest.raises(UnreadableFile, match="grows too large"):
        read_document("n.xlsx", bomb)


def test_too_many_parts_are_refused():
    """Thousands of files in one archive."""
    with pytest.raises(UnreadableFile, match="grows too large"):
        check_office_file("n.docx", archive({f"word/{number}": b"" for number in range(5_001)}), "word/", "docx")


@pytest.mark.parametrize("share", [0.3, 0.6, 0.95])
@pytest.mark.parametrize("name", ["n.docx", "n.xlsx"])
def test_a_download_that_was_cut(name: str, share: float):
    """Any part of the file that is missing at the end."""
    data = saved(new_docx()) if name.endswith("docx") else xlsx(["text"], ["note"])
    with pytest.raises(UnreadableFile, match=rf"{name}: the \w+ is broken"):
        read_document(name, data[: int(len(data) * share)])


@pytest.mark.parametrize("position", range(40, 2_000, 173))
def test_flipped_bytes_give_a_line_or_a_document(position: int):
    """A damaged file never ends in anything but an `UnreadableFile` or a document."""
    data = bytearray(xlsx(["text"], ["note of ours"]))
    data[position] ^= 0xFF
    try:
        read_document("n.xlsx", bytes(data))
    except UnreadableFile as error:
        message = str(error)
    else:
        message = ""
    assert "\n" not in message


def test_a_password_is_named():
    """Zip encryption; Office's own is an OLE file, see `test_read`."""
    data = bytearray(xlsx(["text"]))
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        start = file.start_dir
    data[start + 8] |= 1
    with pytest.raises(UnreadableFile, match="has a password"):
        read_document("n.xlsx", bytes(data))


def test_an_archive_of_something_else():
    """A zip of pictures that is called docx."""
    with pytest.raises(UnreadableFile, match="an archive, but no docx"):
        read_document("photos.docx", archive({"a.jpg": b"x"}))
