"""Tables as CSV files in one zip."""

import csv
import io
import json
import zipfile

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from nlp.frames.table import Column, Kind, Table
from service.exports.tables.cells import clean, looks_like_formula
from service.exports.tables.csv_files import GUARD, csv_of, write_csv
from tests.service.exports.tables.conftest import ODD


def opened(content):
    return zipfile.ZipFile(io.BytesIO(content))


def test_one_line_of_pandas_reads_it_back(table):
    """With the guard taken away every text is the one that was written."""
    found = pd.read_csv(io.BytesIO(csv_of(table)), dtype={"id": str}, keep_default_na=False)
    texts = [text.removeprefix("'") for text in found["text"]]
    assert texts == [*map(clean, ODD)]
    assert found["id"][0] == "007"
    assert list(found["count"]) == list(range(len(ODD)))
    assert found["sure"].dtype == bool
    assert found.columns[0] == "id"


def test_nothing_in_it_is_a_formula(table):
    """Every field that begins like one has an apostrophe before it; numbers are numbers."""
    rows = csv.reader(io.StringIO(csv_of(table).decode("utf-8-sig"), newline=""))
    assert not any(looks_like_formula(field) for row in rows for field in row)


def test_negative_numbers_stay_numbers():
    """The guard is for texts alone."""
    table = Table("t", "t", "", (Column("gap", Kind.NUMBER, ""),), ((-0.25,), (None,)))
    assert csv_of(table).decode("utf-8-sig").splitlines() == ["gap", "-0.25", '""']


def test_excel_knows_the_encoding(table):
    """UTF-8 with a byte order mark; Bangla is not garbled."""
    content = csv_of(table)
    assert content.startswith(b"\xef\xbb\xbf")
    assert "বিশ্বাস আছে" in content.decode("utf-8-sig")


def test_the_zip_has_a_file_each_a_dictionary_and_a_package(table, about):
    """The package describes every file and column, types included, and tells of the guard."""
    with opened(write_csv([table], about)) as file:
        assert file.namelist() == ["dictionary.csv", "notes.csv", "datapackage.json"]
        package = json.loads(file.read("datapackage.json"))
        dictionary = file.read("dictionary.csv").decode("utf-8-sig")
    (resource,) = package["resources"]
    assert resource["path"] == "notes.csv"
    types = {field["name"]: field["type"] for field in resource["schema"]["fields"]}
    assert types == {
        "id": "string",
        "text": "string",
        "count": "integer",
        "share": "number",
        "sure": "boolean",
        "date": "date",
    }
    assert "apostrophe" in package["description"]
    assert "apostrophe" in dictionary


def test_a_column_with_doubtful_dates_is_one_of_texts(about):
    """A program that believes the package does not fail on it."""
    table = Table("t", "t", "", (Column("date", Kind.DATE, ""),), (("2026-03-18",), ("18/03",)))
    with opened(write_csv([table], about)) as file:
        package = json.loads(file.read("datapackage.json"))
    assert package["resources"][0]["schema"]["fields"][0]["type"] == "string"


@given(st.text(st.characters(codec=None), max_size=80))
def test_any_text_is_guarded_and_comes_back(text):
    """Taking one apostrophe away gives what was written, whatever that was."""
    table = Table("t", "t", "", (Column("id", Kind.TEXT, ""), Column("text", Kind.TEXT, "")), (("1", text),))
    _, (_, field) = csv.reader(io.StringIO(csv_of(table).decode("utf-8-sig"), newline=""))
    assert field.removeprefix(GUARD) == clean(text)
    assert not looks_like_formula(field)
