"""`manyvoices sort`: the form of its JSON, what is filled in by hand, and columns headed in other languages."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from nlp.errors import InputError
from nlp.sorting.codebook import read_codebook
from service.cli.main import app

ROWS = (
    ("money can move between budget lines", "Flexibility", "money"),
    ("we shifted the unspent money to the flood", "Flexibility", "money"),
    ("rain stops the work and we wait", "Flexibility", "rain"),
    ("in the floods we postponed training", "Flexibility", "rain"),
    ("বাজেটের টাকা অন্য খাতে নেওয়া যায়", "Flexibility", ""),
    ("बाढीले गर्दा तालिम सारियो", "Flexibility", ""),
    ("the donor let us move funds", "Flexibility", ""),
    ("coffee", "Flexibility", ""),
    ("they answer our letters", "Listening", ""),
    ("our letters are answered", "Listening", ""),
    ("letters get an answer", "Listening", ""),
)


def write(folder: Path, header: str = "reading", filled: bool = True) -> Path:
    """Write the notes as a table, the last column filled in or empty."""
    path = folder / "notes.csv"
    lines = [f"text,element,{header}", *(f"{a},{b},{c if filled else ''}" for a, b, c in ROWS)]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def run(*words: str | Path) -> str:
    """Return what the command prints."""
    done = CliRunner().invoke(app, ["sort", *map(str, words)])
    assert done.exit_code == 0, done.output
    return done.stdout


def test_json_has_the_promised_form(tmp_path):
    """Elements with readings, notes placed by hand and by the machine, the unsure with guesses, and heaps of texts."""
    flexibility, listening = json.loads(run(write(tmp_path), "--json"))["elements"]
    assert flexibility["element"] == "Flexibility"
    assert flexibility["readings"] == ["money", "rain"]
    by_hand = {note["text"]: note["reading"] for note in flexibility["placed"] if note["by_hand"]}
    assert by_hand == {text: reading for text, _, reading in ROWS if reading}
    machine = {note["text"]: note["reading"] for note in flexibility["placed"] if not note["by_hand"]}
    assert machine["the donor let us move funds"] == "money"
    assert all(0.75 <= note["confidence"] <= 1 for note in flexibility["placed"])
    assert {"coffee"} <= {note["text"] for note in flexibility["unsure"]} | set(machine)
    for note in flexibility["unsure"]:
        assert set(note["best"][0]) == {"reading", "confidence"}
    assert listening["readings"] == listening["placed"] == []
    assert len(listening["unsure"]) == 3
    assert all(isinstance(text, str) for heap in listening["heaps"] for text in heap)


@pytest.mark.parametrize("header", ["Reading", "পাঠ", "ব্যাখ্যা", "अर्थ", "बुझाइ", "व्याख्या"])
def test_the_column_may_be_headed_in_other_languages(tmp_path, header):
    """A column of readings is known by its Bangla and Nepali names as well."""
    assert json.loads(run(write(tmp_path, header), "--json"))["elements"][0]["readings"] == ["money", "rain"]


def test_spellings_of_one_name_are_one_reading(tmp_path):
    """Case and punctuation make no reading of their own."""
    path = write(tmp_path)
    path.write_text(
        path.read_text(encoding="utf-8").replace("lines,Flexibility,money", "lines,Flexibility,Money."), "utf-8"
    )
    assert len(json.loads(run(path, "--json"))["elements"][0]["readings"]) == 2


def test_without_readings_there_are_heaps_only(tmp_path):
    """With nothing filled in nothing is placed, and no reading is guessed."""
    for element in json.loads(run(write(tmp_path, filled=False), "--json"))["elements"]:
        assert element["readings"] == element["placed"] == []
        assert all(note["best"] == [] for note in element["unsure"])


def test_the_table_says_who_placed_what(tmp_path):
    """Without --json the notes stand under their readings, by hand or with a percentage."""
    said = run(write(tmp_path))
    assert "money can move between budget lines  (by hand)" in said
    assert "4 placed by hand" in said


BOOK = """Money: money can move between budget lines
- the donor let us move funds
Rain
- rain stops the work and we wait
"""


@pytest.mark.parametrize("filled", [False, True])
def test_a_codebook_tells_what_the_readings_are(tmp_path, filled):
    """Before anything is placed, and beside what is: "money" in the column is "Money" of the codebook."""
    book = tmp_path / "codes.txt"
    book.write_text(BOOK, encoding="utf-8")
    flexibility, listening = json.loads(run(write(tmp_path, filled=filled), "--codebook", book, "--json"))["elements"]
    assert flexibility["readings"] == listening["readings"] == ["Money", "Rain"]
    placed = {note["text"]: note["reading"] for note in flexibility["placed"]}
    assert placed["the donor let us move funds"] == "Money"
    assert placed["rain stops the work and we wait"] == "Rain"
    assert any(note["by_hand"] for note in flexibility["placed"]) == filled
    assert all(note["confidence"] >= 0.75 for note in flexibility["placed"])
    assert all(note["best"] for note in listening["unsure"])


def test_it_is_said_that_a_codebook_alone_does_not_know_what_fits_none(tmp_path):
    """Only where nothing is placed by hand."""
    book = tmp_path / "codes.txt"
    book.write_text(BOOK, encoding="utf-8")
    assert "it cannot tell what fits none of it" in " ".join(run(write(tmp_path), "--codebook", book).split())
    assert "codebook" not in run(write(tmp_path))


@pytest.mark.parametrize(
    ("name", "data", "problem"),
    [
        ("codes.qdc", "<?xml version='1.0'?><CodeBook><Codes>", "codes.qdc: the codebook is broken. Export it again"),
        ("codes.txt", "\n", "codes.txt: there is no name of a pile in it. Write one name on each line"),
        ("codes.csv", "name\n" + "\n".join(f"n{n}" for n in range(201)), "codes.csv: it has more than 200 names."),
    ],
)
def test_a_bad_codebook_gets_one_line(tmp_path, name, data, problem):
    """What, where, and what to do; nothing is sorted."""
    book = tmp_path / name
    book.write_text(data, encoding="utf-8")
    for path, said in ((book, problem), (tmp_path / "missing.qdc", "missing.qdc: the file cannot be opened")):
        with pytest.raises(InputError) as refused:
            CliRunner().invoke(app, ["sort", str(write(tmp_path)), "--codebook", str(path)], catch_exceptions=False)
        assert said in str(refused.value)


@pytest.mark.parametrize("ending", ["csv", "qdc"])
def test_the_readings_are_written_as_a_codebook_that_the_next_review_can_use(tmp_path, ending):
    """What was placed by hand stands for its reading, where the form has a place for it."""
    book = tmp_path / f"codes.{ending}"
    run(write(tmp_path), "--save-codebook", book)
    codes = read_codebook(book.name, book.read_bytes())
    assert [code.name for code in codes] == ["money", "rain"]
    assert codes[0].examples == ((ROWS[0][0], ROWS[1][0]) if ending == "csv" else ())
    again = json.loads(run(write(tmp_path, filled=False), "--codebook", book, "--json"))["elements"]
    assert again[0]["readings"] == ["money", "rain"]
