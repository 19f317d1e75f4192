"""What a zip archive is."""

import io
import zipfile

import pytest

from nlp.documents.archive import WORD, WORKBOOK, archive_kind, part_names


def archive(*names: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as made:
        for name in names:
            made.writestr(name, "word/document.xml xl/workbook.xml")
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("names", "kind"),
    [
        (("[Content_Types].xml", "word/document.xml"), WORD),
        (("word/document2.xml", "word/embeddings/xl/workbook.xml"), WORD),
        (("xl/workbook.xml", "xl/embeddings/word/document.xml"), WORKBOOK),
        (("docs/word/document.xml",), None),
        (("word/document.xml.bak", "readme.txt"), None),
        ((), None),
    ],
)
def test_only_names_of_parts_count(names, kind):
    """The whole name from the top of the archive; what the parts say does not matter."""
    assert archive_kind(archive(*names)) is kind


def test_what_is_no_archive_has_no_parts():
    """Broken, cut short, or text: no names, and no error."""
    whole = archive("word/document.xml")
    assert part_names(whole) == ("word/document.xml",)
    assert [part_names(each) for each in (whole[:-30], b"", b"PK\x03\x04", b"text")] == [()] * 4
