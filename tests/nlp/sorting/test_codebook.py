"""Codebooks of other programs, of spreadsheets, and of people who just write names."""

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from nlp.documents.zip_safety import MOST_UNPACKED
from nlp.errors import InputError, UnreadableFile
from nlp.sorting.codebook import Code, read_codebook

QDC = """<?xml version="1.0" encoding="utf-8"?>
<CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="Any program">
  <Codes>
    <Code guid="1" name="Topics" isCodable="false">
      <Code guid="2" name="বিদ্যুৎ" isCodable="true"><Description>when it is
        out</Description></Code>
      <Code guid="3" name="Money" isCodable="true"/>
    </Code>
  </Codes>
  <Sets/>
</CodeBook>
"""


def test_a_refi_qda_codebook():
    """Codes inside codes; headings that cannot be used for coding are none."""
    assert read_codebook("a.qdc", QDC.encode()) == (Code("বিদ্যুৎ", "when it is out"), Code("Money"))


def test_a_table_with_a_header_in_any_of_three_languages():
    """Rows of the same name are one code; a cell may hold several examples."""
    table = 'कोड;वर्णन;उदाहरण\nपैसा;ढिलो आउँछ;"रकम आएन\nबिल अड्कियो"\nभाषा;;\nपैसा;;तलब ढिलो\n'
    assert read_codebook("a.csv", table.encode()) == (
        Code("पैसा", "ढिलो आउँछ", ("रकम आएन", "बिल अड्कियो", "तलब ढिलो")),
        Code("भाषा"),
    )


def test_lines_of_text():
    """A name, what is said of it, and examples behind bullets; numbers and hyphens inside names stay."""
    text = "সময়: খবর দেরিতে আসে\n- চিঠি এসেছে এক মাস পরে\n• আজও আসেনি\n\nFace-to-face – we meet\nMoney\tlate\nTrust\n"
    assert read_codebook("", text.encode()) == (
        Code("সময়", "খবর দেরিতে আসে", ("চিঠি এসেছে এক মাস পরে", "আজও আসেনি")),
        Code("Face-to-face", "we meet"),
        Code("Money", "late"),
        Code("Trust"),
    )


@pytest.mark.parametrize("data", [b"", b" \n ", b"name,description\n,\n"])
def test_a_file_without_names_is_refused(data):
    """With what to do."""
    with pytest.raises(InputError, match="one name on each line"):
        read_codebook("a.csv", data)


@pytest.mark.parametrize(
    "data",
    [
        b"<?xml version='1.0'?><CodeBook><Codes>",
        b"<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b 'c'>]><CodeBook><Code name='&b;'/></CodeBook>",
    ],
)
def test_broken_xml_and_entities_are_refused(data):
    """In one line."""
    with pytest.raises(UnreadableFile, match="the codebook is broken"):
        read_codebook("a.qdc", data)


@given(st.lists(st.text(alphabet="abc আকথ पैस ।", min_size=1, max_size=8), min_size=1, max_size=8))
def test_names_come_back_once_each(names):
    """Whatever is written, names are different, on one line, and in their order."""
    lines = [name for name in names if name.strip()]
    if lines:
        found = [code.name for code in read_codebook("", "\n".join(lines).encode())]
        assert len(set(found)) == len(found)
        assert set(found) <= {" ".join(line.split()) for line in lines}


def test_a_workbook():
    """The first sheet with a column of names; without one it says what to do."""
    book = Workbook()
    book.active.append(["Read me"])
    for row in (("Theme", "Definition"), ("Money", "late"), ("বিদ্যুৎ", None)):
        (book["Codes"] if "Codes" in book.sheetnames else book.create_sheet("Codes")).append(row)
    assert read_codebook("a.xlsx", saved(book)) == (Code("Money", "late"), Code("বিদ্যুৎ"))
    del book["Codes"]
    with pytest.raises(InputError, match="a column “name”"):
        read_codebook("a.xlsx", saved(book))


def saved(book):
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def test_a_refi_qda_project():
    """Its codebook is read; a broken one, or one that grows too large, is refused."""
    assert read_codebook("a.qdpx", project(QDC)) == (Code("বিদ্যুৎ", "when it is out"), Code("Money"))
    for data in (
        project("<Project>"),
        project(" " * (MOST_UNPACKED + 1)),
        project(QDC)[:60] + bytes(20) + project(QDC)[80:],
    ):
        with pytest.raises(UnreadableFile, match="the codebook is broken"):
            read_codebook("a.qdpx", data)


def project(text):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("project.qde", text)
        archive.writestr("sources/one.txt", "words")
    return file.getvalue()


def test_what_tells_of_a_code():
    """What is said of it, then its examples."""
    assert Code("a", "b", ("c", "d")).texts == ("b", "c", "d")
    assert Code("a").texts == ()


def test_a_table_with_names_in_several_languages():
    """A name that is missing is taken from another language; the same word in two languages is kept once."""
    table = "name,name_bn,name (Nepali)\nTrust,আস্থা,विश्वास\n,সময়,समय\nApp,App,\n"
    assert read_codebook("a.csv", table.encode()) == (
        Code("Trust", names={"bn": "আস্থা", "ne": "विश्वास"}),
        Code("সময়", names={"ne": "समय"}),
        Code("App"),
    )
