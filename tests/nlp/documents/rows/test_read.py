"""Notes, rubrics, rosters and ratings from a path, an open file, a data frame, rows or texts."""

import csv
import io
import sqlite3
from contextlib import suppress
from dataclasses import replace
from math import nan

import numpy as np
import pandas as pd
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp import Unit, read_document, read_notes, read_ratings, read_roster, read_rubric
from nlp.documents.types import Descriptor, Notes, Person, Rating, Roster, Rubric
from nlp.errors import InputError, ManyvoicesError, MissingColumn, NoSuchFile, NothingToAnalyse, WrongType, WrongValue

ROWS = [
    {"comment": "We share risks and money", "team": "Nepal", "years": 0, "who": "Rina"},
    {"comment": "- They listen to us\n- They pay late", "team": "Bangladesh", "years": 3, "who": None},
    {"comment": None, "team": "Nepal", "years": 1, "who": "Ram"},
    {"comment": "আমরা ঝুঁকি ভাগ করি", "team": "Bangladesh", "years": None, "who": "Sita"},
]
FRAME = pd.DataFrame(ROWS)


def as_csv(rows, header=None):
    """The bytes of a CSV of the same content; what is missing is an empty cell."""
    file = io.StringIO()
    writer = csv.DictWriter(file, header or list(rows[0]))
    writer.writeheader()
    writer.writerows(rows)
    return file.getvalue().encode()


SAME = {
    "pandas": FRAME,
    "pandas, categorical": FRAME.astype({"team": "category", "who": "string", "years": "Int64"}),
    "pandas, named index": FRAME.set_index("team").reset_index().set_index("comment"),
    "polars": pl.DataFrame(ROWS),
    "records": ROWS,
    "generator": (row for row in ROWS),
    "columns": FRAME.to_dict("list"),
    "columns of indices": FRAME.to_dict(),
    "named tuples": FRAME.itertuples(index=False),
    "lists": [list(ROWS[0]), *([row[name] for name in row] for row in ROWS)],
    "csv.DictReader": csv.DictReader(io.StringIO(as_csv(ROWS).decode())),
    "open text": io.StringIO(as_csv(ROWS).decode()),
    "open bytes": io.BytesIO(as_csv(ROWS)),
    "bytes": as_csv(ROWS),
}


@pytest.mark.parametrize("handed", SAME.values(), ids=SAME)
def test_rows_are_what_a_csv_of_the_same_content_is(handed):
    """The same notes, cut in the same way, with the same ids, lines and attributes; what has no text is counted."""
    found = read_notes(handed, text="comment", participant="who", source="notes.csv")
    there = read_document("notes.csv", as_csv(ROWS).replace(b"who", b"participant"))
    assert {unit.id: unit for unit in found.units} == {unit.id: unit for unit in there.units}
    assert [unit.line for unit in found.units] == [2, 3, 3, 5]
    assert found.unread.lines == there.unread.lines == 1
    assert found.units[0].attributes == {"team": "Nepal", "years": "0", "participant": "Rina"}


CELL = st.one_of(st.none(), st.text(st.characters(blacklist_categories=["Cs", "Cc"]), max_size=30), st.integers())


@given(st.lists(st.fixed_dictionaries({"text": st.text(st.characters(blacklist_categories=["Cs", "Cc"])), "team": CELL,
                                       "Größe": CELL, "उमेर": CELL}), min_size=1, max_size=8))  # fmt: skip
def test_any_rows_are_what_a_csv_of_the_same_content_is(rows):
    """Whatever stands in their cells, and in whatever script."""

    def read(handed):
        try:
            return read_notes(handed, text="text", source="notes.csv")
        except NothingToAnalyse as error:
            return str(error)

    assert read(rows) == read(pd.DataFrame(rows, dtype=object)) == read(io.BytesIO(as_csv(rows)))


@pytest.mark.parametrize("handed", [
    ["a thing", None, "- one\n- two", nan],
    pd.Series(["a thing", None, "- one\n- two", nan]),
    pd.Series(["a thing", None, "- one\n- two", None], dtype="string"),
    pl.Series(["a thing", None, "- one\n- two", None]),
    (text for text in ["a thing", None, "- one\n- two", pd.NA]),
], ids=type)  # fmt: skip
def test_texts_alone_are_notes(handed):
    """As in a column "text"; those that are missing are counted."""
    found = read_notes(handed)
    assert [(unit.text, unit.line) for unit in found.units] == [("a thing", 2), ("one", 4), ("two", 4)]
    assert found.unread.lines == 2


@given(st.lists(st.text(st.characters(blacklist_categories=["Cs"])), max_size=6))
def test_any_texts_are_notes_or_none(texts):
    """No text is taken for a header, a heading or a total; blank ones are left out and counted."""
    try:
        found = read_notes(texts, split=False)
    except NothingToAnalyse:
        assert not any(text.strip() for text in texts)
        return
    assert [unit.line for unit in found.units] == [at for at, text in enumerate(texts, 2) if text.strip()]
    assert len(found.units) + found.unread.lines == len(texts)


def test_a_cell_is_one_note_where_that_is_said():
    """From rows and from a table in a file; running text has no cells."""
    rows = [{"text": "We decide together. Nobody was asked; money came late.\n- First\n- Second"}]
    assert [unit.text for unit in read_notes(rows, split=False).units] == [" ".join(rows[0]["text"].split())]
    assert read_notes(as_csv(rows), split=False, source="a.csv") == read_notes(rows, split=False, source="a.csv")
    assert len(read_notes(rows).units) > 1
    with pytest.raises(InputError, match="running text is always cut into notes"):
        read_notes(b"# Trust\n\n- We decide together\n", source="notes.md", split=False)


def test_columns_have_the_names_that_files_have():
    """In any of the languages that are understood; all else is an attribute."""
    rows = [{"মন্তব্য": "আমরা ঝুঁকি ভাগ করি", "দল": "ক", "বয়স": 30}, {"মন্তব্য": "তারা শোনে", "দল": "খ", "বয়স": np.int64(0)}]
    units = read_notes(rows).units
    assert [unit.attributes["team"] for unit in units] == ["ক", "খ"]
    assert [unit.attributes["বয়স"] for unit in units] == ["30", "0"]


def test_the_named_column_alone_holds_the_notes():
    """Another one that would have been taken for notes becomes an attribute; answers speak of their question."""
    rows = [{"text": "not this", "gut": "We listen to each other here", "schwer": "Money came late to all of us"}] * 2
    assert {unit.text for unit in read_notes(rows, text="gut").units} == {rows[0]["gut"]}
    assert read_notes(rows, text="gut").units[0].attributes["schwer"] == rows[0]["schwer"]
    answers = read_notes(rows, answers=["gut", "schwer"]).units
    assert {(unit.element, unit.text) for unit in answers} == {(name, rows[0][name]) for name in ("gut", "schwer")}
    assert {unit.element for unit in read_notes(rows, answers="gut").units} == {"gut"}


def test_a_column_without_a_name_has_a_number():
    """0 names a column."""
    assert read_notes(pd.DataFrame([["We listen", "Nepal"]]), text=0, team=1).units[0].attributes == {"team": "Nepal"}


def test_a_path_is_read_whoever_writes_it(tmp_path):
    """A text, a Path, an open file; the name is the file's, or another if that is said."""
    path = tmp_path / "notes.csv"
    path.write_bytes(as_csv(ROWS))
    with path.open("rb") as binary, path.open(encoding="utf-8", newline="") as text:
        found = [read_notes(handed, text="comment") for handed in (path, str(path), binary, text)]
    assert found == [read_notes(FRAME, text="comment", source="notes.csv")] * 4
    assert read_notes(path, text="comment", source="x") == read_notes(FRAME, text="comment", source="x")
    assert read_document(path) == read_document("notes.csv", path.read_bytes())


def test_a_text_that_is_a_table_is_one(tmp_path):
    """Named or not, also where only the call knows its columns."""
    path = tmp_path / "notes.txt"
    path.write_text("Was;Wer\nWe listen to each other;Rina\n", encoding="utf-8")
    assert read_notes(path, text="was", participant="wer").units[0].attributes == {"participant": "Rina"}


def test_rows_of_a_database_are_rows():
    """As sqlite3 gives them."""
    database = sqlite3.connect(":memory:")
    database.row_factory = sqlite3.Row
    units = read_notes(database.execute("select 'We listen' as text, 0 as years")).units
    database.close()
    assert units[0].attributes == {"years": "0"}


WRITE = 'Write [{"text": ...}, ...].'
TABLE = "DataFrame | list[dict] | dict[str, list] | list[str]"


@pytest.mark.parametrize(
    ("handed", "said", "line"),
    [
        (None, {}, f"rows must be {TABLE}, not None. {WRITE}"),
        (5, {}, f"rows must be {TABLE}, not int (5). {WRITE}"),
        ({"a"}, {}, f"rows must be {TABLE}, not set. Write sorted(rows)."),
        (["a", 3.5], {}, "rows[1]: text must be str | None, not float (3.5). Write it as text, or None"),
        ([3.5], {}, "rows[0]: text must be str | None, not float (3.5). Write it as text, or None"),
        (["a", {"text": "b"}], {}, "rows[1]: text must be str | None, not dict."),
        ([{"text": "a"}, "b"], {}, f"rows[1]: the row must be dict, not str ('b'). {WRITE}"),
        ([["text"], "b"], {}, f"rows[1]: the row must be list, not str ('b'). {WRITE}"),
        ([np.array(["a"])], {}, f"rows[0]: the row must be dict, not ndarray. {WRITE}"),
        ([{"text": "a"}, {"text": 3.5}], {}, "rows[1]: text must be str, not float (3.5). Choose the"),
        (FRAME, {"text": "years"}, "rows[0]: years must be str, not float (0.0). Choose the column of the texts"),
        ([{"text": b"a"}], {}, "rows[0]: text must be str, not bytes. Give it one value"),
        ([{"text": "a", "tags": ["x"]}], {}, "rows[0]: tags must be str, not list. Give it one value"),
        ([{"text": "a", "tags": {"x": 1}}], {}, "rows[0]: tags must be str, not dict. Give it one value"),
        ([{("a", "b"): "x"}], {}, "the name of a column must be str, not tuple."),
        ({"text": "a"}, {}, "the column text must be list, not str ('a'). Write [row]."),
        (pl.LazyFrame({"text": ["a"]}), {}, "rows must be DataFrame, not LazyFrame. Write frame.collect()."),
        (FRAME, {"text": ["comment"]}, 'text must be str, not list. Write read_notes(..., text="...").'),
        (FRAME, {"text": True}, 'text must be str, not bool (True). Write read_notes(..., text="...").'),
        (["a"], {"languages": 5}, "languages must be str | list[str] | None, not int (5)."),
        ([Unit.of("a")], {}, "rows[0] must be dict, not Unit. Write interpret(units)."),
        (Notes("x", ()), {}, "rows must be DataFrame | list[dict], not Notes. It has been read: use it as it is."),
    ],
    ids=str,
)  # fmt: skip
def test_wrong_types_are_refused_with_the_row_and_the_remedy(handed, said, line):
    """They are Python's TypeError too."""
    with pytest.raises(WrongType) as raised:
        read_notes(handed, **said)
    assert str(raised.value).startswith(line)
    assert isinstance(raised.value, TypeError)


@pytest.mark.parametrize(
    ("handed", "said", "line"),
    [
        (FRAME, {"text": "coment"}, "text: there is no column coment; the columns are: comment, team, "),
        ([{"x": "a"}], {}, "the column text (the notes) is missing; the columns are: x. Say which it is: "),
        ([], {}, "the table is empty."),
        ([None, nan], {}, "there is no note in the table."),
        (FRAME[:0], {"text": "comment"}, "there is no note in the table."),
        (pd.DataFrame(), {}, "the table is empty."),
        ({"text": ["a"], "team": []}, {}, "the columns have different lengths: text 1, team 0."),
        (FRAME.pivot_table(index="team", values="years", aggfunc=["sum"]), {}, "the columns have names of"),
        ("We listen to each other", {}, "We listen to each other: the file cannot be opened (no such file"),
        ("a\0b", {}, "a\0b: the file cannot be opened (embedded null byte)."),
        (["a"], {"languages": "Klingonisch"}, "'Klingonisch' is no language that is known."),
        (ROWS[:1] * 2 + [{"element": "a"}], {"element": "nobody"}, "element: there is no column nobody;"),
    ],
    ids=str,
)  # fmt: skip
def test_what_cannot_be_used_is_one_line(handed, said, line):
    """What, where, what to do."""
    with pytest.raises(ManyvoicesError) as raised:
        read_notes(handed, **said)
    assert str(raised.value).startswith(line)
    assert "\n" not in str(raised.value)


def test_a_column_that_is_missing_is_asked_for_by_the_call():
    """A data frame has no first row in which to name it."""
    with pytest.raises(MissingColumn, match=r"Say which it is: read_notes\(\.\.\., text=\.\.\.\)"):
        read_notes([{"x": "a"}])
    with pytest.raises(
        MissingColumn, match=r"there is no column review; .* read_ratings\(\.\.\., review=\.\.\., team="
    ):
        read_ratings([{"team": "Nepal", "element": "Trust", "level": 3}])


def test_a_folder_is_no_file(tmp_path):
    """Nor is a path at which there is none, which Python calls by its own name."""
    with pytest.raises(InputError, match="the file cannot be opened"):
        read_notes(tmp_path)
    with pytest.raises(FileNotFoundError) as raised:
        read_notes(tmp_path / "none.csv")
    assert isinstance(raised.value, NoSuchFile)


def test_an_open_file_that_has_been_read_is_said_to_be():
    """And one that is closed."""
    file = io.StringIO("text\nWe listen\n")
    read_notes(file)
    with pytest.raises(InputError, match=r"nothing left to read .*file.seek\(0\)"):
        read_notes(file)
    file.close()
    with pytest.raises(InputError, match=r"cannot be opened .*closed file"):
        read_notes(file)


def test_each_reader_returns_its_one_type():
    """What holds something else is refused, with the reader that reads it."""
    rubric = [{"element": "Trust", "level": 1, "descriptor": "We trust", "team": "Nepal"}]
    ratings = [{"review": "R1", "team": "Nepal", "element": "Trust", "level": 0}]
    people = [{"name": "Rina", "aliases": ["R. Akter", "Rina A"], "gender": "woman", "years": 0}, {"name": "Ram"}]
    assert isinstance(read_rubric(rubric), Rubric)
    assert read_ratings(ratings).ratings == (Rating("R1", "Nepal", "Trust", "0"),)
    assert read_roster(people).people[0] == Person("Rina", ("R. Akter", "Rina A"), {"gender": "woman", "years": "0"})
    assert read_roster(["Rina", "Ram"]).people == (Person("Rina"), Person("Ram"))
    with pytest.raises(InputError, match=r"it holds a rubric, not notes\. Read it with read_rubric"):
        read_notes(rubric)
    with pytest.raises(InputError, match=r"it holds notes, not a rubric\. Read it with read_notes"):
        read_rubric(ROWS)
    with pytest.raises(InputError, match="it holds notes, not a roster"):
        read_roster([{"name": "Rina", "text": "We listen"}, {"name": "Rina", "text": "We pay"}])
    with pytest.raises(InputError, match="it holds notes, not ratings"):
        read_ratings(b"# Trust\n\n- We decide together\n", source="notes.md")


def test_people_with_remarks_are_people():
    """A column of remarks makes no notes of a roster, where a roster is what is read."""
    people = [{"name": "Rina", "notes": "came late"}, {"name": "Ram", "notes": ""}]
    assert isinstance(read_document("people.csv", as_csv(people)), Notes)
    assert read_roster(people) == replace(read_roster(as_csv(people), source=""), name="")
    assert isinstance(read_roster(people), Roster)


def test_the_columns_of_a_rubric_can_be_named():
    """Long, with headers that nobody knows."""
    rows = [{"el": "Trust", "lv": "good", "was": "We trust each other", "wer": "Nepal"}]
    (one,) = read_rubric(rows, element="el", level="lv", descriptor="was", team="wer").descriptors
    assert (one.element, one.level, one.text, one.team) == ("Trust", "good", "We trust each other", "Nepal")
    assert isinstance(one, Descriptor)


@pytest.mark.parametrize("languages", ["en", "English", "en, bn", ["en"], ("English",)], ids=str)
def test_languages_may_be_one_text(languages):
    """And are not taken for its letters."""
    assert read_notes(["We went home and asked them"], languages=languages).units[0].language == "en"
    assert read_document("a.csv", b"text\nWe went home and asked them\n", languages).units[0].language == "en"


@given(st.one_of(st.none(), st.integers(), st.floats(), st.binary(),
                 st.lists(CELL | st.floats() | st.binary(), max_size=3),
                 st.lists(st.dictionaries(CELL, CELL | st.lists(CELL, max_size=2), max_size=3), max_size=3),
                 st.dictionaries(CELL, st.lists(CELL, max_size=2), max_size=3)))  # fmt: skip
@pytest.mark.parametrize("read", [read_notes, read_rubric, read_roster, read_ratings])
def test_nothing_raw_comes_from_inside(read, handed):
    """Whatever is handed in is read, or refused in one line."""
    with suppress(ManyvoicesError):
        read(handed)


def test_two_columns_that_differ_in_case_are_told_apart():
    """The one that is called letter by letter so is meant."""
    frame = pd.DataFrame([["We pay", "We listen"]], columns=["TEXT A", "Text a"])
    assert read_notes(frame, text="Text a").units[0].text == "We listen"


def test_values_of_the_wrong_size_are_values_that_cannot_be():
    """Python's ValueError too."""
    with pytest.raises(ValueError, match="different lengths") as raised:
        read_notes({"text": ["a"], "team": []})
    assert isinstance(raised.value, WrongValue)
