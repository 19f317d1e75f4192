"""Tables of notes, rubrics, rosters and ratings, as CSV and TSV."""

import csv
import io
import unicodedata
from typing import TypeVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nlp.documents import Document, Notes, Ratings, Roster, Rubric, read_document
from nlp.documents.tables.column_names import meaning
from nlp.errors import MissingColumn, NothingToAnalyse, UnreadableFile

Kind = TypeVar("Kind", Notes, Rubric, Roster, Ratings)


def read(kind: type[Kind], text: str, name: str = "table.csv", encoding: str = "utf-8") -> Kind:
    """Read a table and hold it to a kind."""
    document: Document = read_document(name, text.encode(encoding))
    assert isinstance(document, kind)
    return document


def test_notes_with_all_columns():
    """Known columns go to their place, others become attributes, empty cells none."""
    notes = read(
        Notes,
        "Text,Element,Team,Language,Participant,Date,Role in the Team\n"
        '"We talk, at last",Trust,Nepal,en,Maya,2026-03-18,field officer\n'
        "खबर आउँदैन,Communications,Nepal,Nepali,,,\n",
    )
    first, second = notes.units
    assert (first.text, first.element, first.language, first.line) == ("We talk, at last", "Trust", "en", 2)
    assert first.attributes == {
        "team": "Nepal", "participant": "Maya", "date": "2026-03-18", "role in the team": "field officer"
    }  # fmt: skip
    assert (second.language, second.attributes) == ("ne", {"team": "Nepal"})


@pytest.mark.parametrize(
    "header",
    ["text;element;team", "Comment;Criterion;Group", "STATEMENT ; Theme: ;Partner*", "মন্তব্য;উপাদান;দল", "टिप्पणी;तत्व;टोली",
     "Notes (required);element_name;Team_Name"],
)  # fmt: skip
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_column_names_in_three_languages(header: str, form: str):
    """In any case, with underscores, stars, hints, and in either normal form."""
    notes = read(Notes, unicodedata.normalize(form, header) + "\nlate news;Communications;Nepal\n")
    (unit,) = notes.units
    assert (unit.text, unit.element, unit.attributes) == ("late news", "Communications", {"team": "Nepal"})


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_what_spreadsheets_write(delimiter: str, encoding: str, ending: str):
    """Excel's semicolons and marks, Unicode text, Google's TSV, old Mac line ends; line ends inside a cell."""
    buffer = io.StringIO()
    rows = [["text", "element"], ["এক, দুই; তিন", "যোগাযোগ"], ["- two\n- notes", "Trust"]]
    csv.writer(buffer, delimiter=delimiter, lineterminator=ending, quoting=csv.QUOTE_ALL).writerows(rows)
    notes = read(Notes, buffer.getvalue(), encoding=encoding)
    assert [(unit.text, unit.element, unit.line) for unit in notes.units] == [
        ("এক, দুই; তিন", "যোগাযোগ", 2),
        ("two", "Trust", 3),
        ("notes", "Trust", 3),
    ]


def test_a_separator_line_of_excel():
    """`sep=;` is obeyed and is no row."""
    notes = read(Notes, "sep=;\r\ntext;element\r\na, b and c;Trust\r\n")
    assert [(unit.text, unit.line) for unit in notes.units] == [("a, b and c", 2)]


def test_a_cell_of_a_few_sentences_is_one_note():
    """Sentences of a note stay together; bullets and lines in a cell are units of their own, with their places."""
    cell = "• one thing\n• another"
    text = 'text\n"Heard it too late. 14 women were waiting. Nobody told them."\n"' + cell + '"\n'
    units = read(Notes, text).units
    assert [unit.text for unit in units] == [
        "Heard it too late. 14 women were waiting. Nobody told them.", "one thing", "another"
    ]  # fmt: skip
    assert [cell[unit.start : unit.end] for unit in units[1:]] == ["one thing", "another"]


def test_rows_without_text_are_counted():
    """They are not silently dropped: how many, and where."""
    notes = read(Notes, "text,element\ngood,Trust\n,Trust\n\n  ,Impact\n")
    assert (notes.unread.lines, notes.unread.examples) == (2, ("row 3: no text", "row 5: no text"))


def test_lines_above_the_header():
    """A title and `Team,Nepal` above the header; the rows keep their numbers."""
    notes = read(Notes, "Notes of the review,,\nTeam,Nepal,\n,,\ntext,element,date\nlate,Trust,2026\n")
    (unit,) = notes.units
    assert (unit.line, unit.attributes) == (5, {"team": "Nepal", "date": "2026"})


def test_a_long_rubric():
    """One descriptor a row; an element that is left empty is the one above."""
    rubric = read(
        Rubric,
        "element,level,descriptor,team,language,version\n"
        "Trust,Emerging,We ask,Nepal,en,2\n"
        ",Needs help,कसैले भन्दैन,Nepal,ne,2\n",
    )
    assert [(one.element, one.level, one.text, one.team, one.language, one.version) for one in rubric.descriptors] == [
        ("Trust", "Emerging", "We ask", "Nepal", "en", "2"),
        ("Trust", "Needs help", "कसैले भन्दैन", "Nepal", "ne", "2"),
    ]


@pytest.mark.parametrize(
    "header",
    ["element,well-functioning,emerging,needs help", "Criteria,Thriving,Surviving,Struggling",
     ",Well-functioning,Emerging,Needs help",
     "উপাদান,ভালো চলছে,গড়ে উঠছে,সহায়তা দরকার", "तत्व,राम्रो चलेको,बन्दै गरेको,सहयोग चाहिने"],
)  # fmt: skip
def test_a_wide_rubric(header: str):
    """One column a level, whatever the levels are called; the lines of a cell are descriptors."""
    rubric = read(
        Rubric,
        header + '\nTrust,"we ask\nwe answer",some ask,nobody asks\nImpact,,"১। এক\n২। দুই",\n',
        "rubric-nepal.csv",
    )
    levels = header.split(",")[1:]
    assert [(one.element, one.level, one.text, one.line) for one in rubric.descriptors] == [
        ("Trust", levels[0], "we ask", 2),
        ("Trust", levels[0], "we answer", 2),
        ("Trust", levels[1], "some ask", 2),
        ("Trust", levels[2], "nobody asks", 2),
        ("Impact", levels[1], "এক", 3),
        ("Impact", levels[1], "দুই", 3),
    ]
    assert {one.team for one in rubric.descriptors} == {""}
    assert len({one.id for one in rubric.descriptors}) == 6


def test_a_roster():
    """Aliases part at semicolons, bars and line ends, not at the comma of `Thapa, Sarita`."""
    roster = read(Roster, 'Name,Also known as,Gender\nSarita Thapa,"Thapa, Sarita; सरिता|Saru",woman\n,,man\nঐশী,,\n')
    assert [(one.name, one.aliases, one.attributes) for one in roster.people] == [
        ("Sarita Thapa", ("Thapa, Sarita", "सरिता", "Saru"), {"gender": "woman"}),
        ("ঐশী", (), {}),
    ]
    assert roster.unread.lines == 1


@pytest.mark.parametrize(
    ("header", "attribute"),
    [("Org", "organisation"), ("Organization", "organisation"), ("Organisation name", "organisation"),
     ("সংস্থা", "organisation"), ("संस्था", "organisation"), ("Sex", "gender"), ("Designation", "role"),
     ("Position", "role"), ("পদবি", "role"), ("पद", "role"), ("Age group", "age group")],
)  # fmt: skip
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_attributes_that_have_many_names(header: str, attribute: str, form: str):
    """Organisation, gender and role are found under the names people give them; other attributes keep theirs."""
    roster = read(Roster, unicodedata.normalize(form, f"Name,{header}\nMaya,x\n"))
    assert roster.people[0].attributes == {attribute: "x"}


@pytest.mark.parametrize("header", ["Role,Position", "Position,Role"])
def test_two_columns_for_one_attribute(header: str):
    """The one called so is it, in whatever order; the other keeps its name, and no cell is lost."""
    roster = read(Roster, f"Name,{header}\nMaya,{header.lower()}\n")
    assert roster.people[0].attributes == {"role": "role", "position": "position"}


def test_ratings():
    """With and without participant and note; rows that lack something are counted."""
    ratings = read(
        Ratings,
        "review,team,element,level,participant,note\nMarch,Nepal,Trust,emerging,,slow\nMarch,Nepal,Impact,,,\n",
    )
    (rating,) = ratings.ratings
    assert (rating.review, rating.team, rating.element, rating.level, rating.note) == (
        "March", "Nepal", "Trust", "emerging", "slow"
    )  # fmt: skip
    assert ratings.unread.lines == 1


def test_notes_that_carry_a_level_and_a_review_are_notes():
    """The level becomes an attribute."""
    notes = read(Notes, "review,team,element,level,participant,text\nMarch,Nepal,Trust,emerging,Maya,slow but real\n")
    assert notes.units[0].attributes["level"] == "emerging"


@pytest.mark.parametrize(
    ("text", "error", "said"),
    [
        (
            "date,weather\n2026,rain\n",
            MissingColumn,
            r"row 1: the column text .* is missing; the columns are: date, weather",
        ),
        ("We trust each other\nWe talk\n", MissingColumn, r"the columns are: We trust each other"),
        ("element,level\nTrust,low\n", MissingColumn, r"needs a column descriptor, ratings need review and team"),
        ("element,reading,definition\nTrust,a,b\nTrust,c,d\n", MissingColumn, r"element, reading, definition"),
        ("text,element\n", NothingToAnalyse, r"no note in the table"),
        ("text,element\n,Trust\n", NothingToAnalyse, r"no note in the table"),
        (",,\n,,\n", NothingToAnalyse, r"the table is empty"),
        ("name,role\n,\n", NothingToAnalyse, r"nobody on the roster"),
        ('text,element\na,b\n"never closed,c\nd,e\n', UnreadableFile, r"row 3: a quotation mark is never closed"),
    ],
)
def test_bad_tables_get_one_line(text: str, error: type[Exception], said: str):
    """What is missing, what is there, and what to do."""
    with pytest.raises(error, match=said) as refused:
        read_document("table.csv", text.encode())
    assert "\n" not in str(refused.value)


CELLS = st.text(st.sampled_from("aক् ि\n\"',;\t|.-1é😀\u200d"), max_size=12)


@given(st.lists(st.tuples(CELLS, CELLS), max_size=6), st.sampled_from(",;\t"))
@settings(deadline=None, max_examples=100)
def test_every_cell_is_read_or_counted(rows: list[tuple[str, str]], delimiter: str):
    """Whatever stands in the cells: each row gives units of its own or is counted, and places fit the cell."""
    buffer = io.StringIO()
    csv.writer(buffer, delimiter=delimiter).writerows([("text", "element"), ("sure", "E"), *rows])
    notes = read(Notes, buffer.getvalue())
    by_row = dict(enumerate(rows, 3))
    for unit in notes.units[1:]:
        cell = by_row[unit.line][0]
        assert " ".join(unicodedata.normalize("NFC", cell[unit.start : unit.end]).split()) == unit.text
    filled = [number for number, cells in by_row.items() if any(cell.strip() for cell in cells)]
    assert len({unit.line for unit in notes.units[1:]}) + notes.unread.lines == len(filled)


@pytest.mark.parametrize(
    ("header", "means"),
    [("المشارك", "participant"), ("Mshiriki", "participant"), ("प्रतिभागी", "participant"),
     ("Nom complet", "participant"),
     ("Kipengele", "element"), ("العنصر", "element"), ("Critère", "element"), ("Equipo", "team"), ("टीम", "team"),
     ("ٹیم", "team"), ("Nivel", "level"), ("المستوى", "level"), ("Komentar", "note"), ("Data", None)],
)  # fmt: skip
def test_headers_in_the_languages_of_partners(header: str, means: str | None):
    """A word that is something else in English means nothing by itself."""
    assert meaning(header) == means
