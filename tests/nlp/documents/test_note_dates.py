"""Dates of notes, from the files that people make."""

from datetime import date, datetime

import pytest

from nlp.documents import FilePlan, Notes, read_document
from nlp.text.dates.order import DateOrder
from tests.nlp.documents.office import docx_table, new_docx, saved, workbook, xlsx


def notes(name: str, data: bytes) -> Notes:
    found = read_document(name, data)
    assert isinstance(found, Notes)
    return found


def dates(name: str, data: bytes) -> list[str]:
    return [unit.attributes.get("date", "") for unit in notes(name, data).units]


@pytest.mark.parametrize(
    ("header", "written"),
    [
        ("date", ["18/03/2026", "04/03/2026", "5/3/26"]),
        ("Date", ["18 Mar 2026", "March 4th, 2026", "5 March 2026, 10:30"]),
        ("তারিখ", ["১৮/০৩/২০২৬", "০৪/০৩/২০২৬", "৫ মার্চ ২০২৬"]),
        ("मिति", ["२०८२-१२-०४", "२०८२-११-२०", "२०८२ फागुन २१"]),
        ("Date (BS)", ["2082/12/4", "2082/11/20", "2082/11/21"]),
        ("दिनांक", ["१८ मार्च २०२६", "४ मार्च २०२६", "५ मार्च २०२६"]),
        ("date", ["46099", "46085", "46086.75"]),
    ],
)
def test_a_column_of_dates(header, written):
    """Every usual form becomes ISO 8601, and all of them are counted as read."""
    rows = "\n".join(f'"{text}",we met again,Trust' for text in written)
    found = notes("n.csv", f"{header},text,element\n{rows}\n".encode())
    assert [unit.attributes["date"] for unit in found.units] == ["2026-03-18", "2026-03-04", "2026-03-05"]
    assert (found.dates.read, found.dates.doubtful) == (3, 0)


def test_cells_of_a_workbook():
    """Cells with a format of dates, with a time, text and bare serial numbers in one column."""
    written = [date(2026, 3, 18), datetime(2026, 3, 18, 10, 30), "18.03.2026", 46099, "১৮ মার্চ ২০২৬"]
    assert dates("n.xlsx", xlsx(["text", "date"], *(["a note", one] for one in written))) == ["2026-03-18"] * 5


def test_what_is_no_date_is_counted_and_shown_and_kept():
    """The note is read, its date stays as it was written, and each kind of doubt is told with its row."""
    table = "text,date\none note,18/03/2026\ntwo notes,soon\nthree,March 18\nfour,2082-12-04\nfive,\nsix,04/03/2026\n"
    found = notes("n.csv", table.encode())
    assert [unit.attributes.get("date") for unit in found.units] == [
        "2026-03-18",
        "soon",
        "March 18",
        "2082-12-04",
        None,
        "2026-03-04",
    ]
    assert (found.dates.read, found.dates.doubtful, found.unread.lines) == (2, 3, 0)
    assert [(one.line, one.text, str(one.doubt)) for one in found.dates.examples] == [
        (3, "soon", "no date"),
        (4, "March 18", "no year"),
        (5, "2082-12-04", "calendar"),
    ]


def test_an_open_order_of_day_and_month_is_not_decided():
    """03/04 and 05/04 may be of April, or of March and May: they stay as they are."""
    found = notes("n.csv", b"text,date\nwe met,03/04/2026\nwe wrote,05/04/2026\n")
    assert [unit.attributes["date"] for unit in found.units] == ["03/04/2026", "05/04/2026"]
    assert {str(one.doubt) for one in found.dates.examples} == {"day or month"}


def test_the_answers_of_a_form_have_the_day_they_were_sent():
    """Google Forms calls it Timestamp; the moment itself is nothing to compare people by."""
    table = b"Timestamp,Comment\n3/18/2026 14:03:22,we met again\n3/4/2026 9:00:00,nobody came\n"
    units = notes("n.csv", table).units
    assert [unit.attributes["date"] for unit in units] == ["2026-03-18", "2026-03-04"]
    assert "timestamp" not in units[0].attributes


def test_seconds_of_a_record_are_no_date():
    """A column of clocks named time gives no date and no doubt."""
    found = notes("n.csv", b"time,comment\n0:01:02,we met again\n0:02:03,nobody came\n")
    assert [unit.attributes.get("date") for unit in found.units] == [None, None]
    assert found.dates.doubtful == 0


def test_two_columns_of_dates():
    """Both calendars side by side: the first is the date, the other one stays under its own name."""
    (unit,) = notes("n.csv", b"text,Date (AD),Date (BS)\nwe met again,2026-03-18,2082-12-04\n").units
    assert unit.attributes == {"date": "2026-03-18", "date (bs)": "2082-12-04"}


def test_two_sheets_with_two_calendars():
    """What the header of one sheet says does not hold for the other."""
    book = workbook(
        {"A": [["text", "Date (BS)"], ["we met", "2082-12-04"]], "B": [["text", "Date"], ["ok", "18/3/26"]]}
    )
    assert dates("n.xlsx", saved(book)) == ["2026-03-18"] * 2


def test_columns_of_the_same_name_are_all_kept():
    """A second team, and a third, get a number."""
    (unit,) = notes("n.csv", b"text,team,Team,team,Org,Organisation\nwe met again,A,B,C,D,E\n").units
    assert unit.attributes == {"team": "A", "team 2": "B", "team 3": "C", "org": "D", "organisation": "E"}


@pytest.mark.parametrize(
    "line", ["Date: 18/03/2026", "তারিখ: ১৮ মার্চ ২০২৬", "मिति: २०८२-१२-०४", "Date: 18th March 2026", "मिति : २०८२ चैत ४"]
)
def test_a_line_above_running_notes(line):
    """In text, Markdown and a docx alike."""
    text = f"{line}\nTeam: Nepal\n\n# Trust\n- we met again\n- nobody came\n"
    assert dates("n.md", text.encode()) == ["2026-03-18"] * 2
    document = new_docx()
    for each in (line, "Team: Nepal", "We met again in the old school."):
        document.add_paragraph(each)
    assert dates("n.docx", saved(document)) == ["2026-03-18"]


def test_dates_of_several_days_in_one_text_are_read_together():
    """The eighteenth tells that day comes first on the fourth too."""
    text = b"Date: 04/03/2026\n\n- we met again\n\nDate: 18/03/2026\n\n- nobody came\n"
    assert dates("n.txt", text) == ["2026-03-04", "2026-03-18"]


def test_a_table_and_running_text_of_one_docx_are_counted_together():
    """What is in doubt in either is told."""
    document = new_docx()
    document.add_paragraph("Date: soon after the 3rd")
    document.add_paragraph("We met again in the old school.")
    docx_table(document, [["text", "date"], ["nobody came to us", "18/03/2026"]])
    found = notes("n.docx", saved(document))
    assert (found.dates.read, found.dates.doubtful) == (1, 1)


def test_what_comes_first_is_said_where_the_dates_do_not_tell():
    """A date of the same column that can be read in one way only decides against what is said."""
    open_ = b"text,date\nlate,03/04/2026\nslow,05/06/2026\n"
    for order, dates in (
        (DateOrder.DAY, ["2026-04-03", "2026-06-05"]),
        (DateOrder.MONTH, ["2026-03-04", "2026-05-06"]),
    ):
        notes = read_document("n.csv", open_, plan=FilePlan(date_order=order))
        assert [unit.attributes["date"] for unit in notes.units] == dates
        assert notes.dates.doubtful == 0
        told = read_document("n.csv", open_ + b"good,25/06/2026\n", plan=FilePlan(date_order=order))
        assert [unit.attributes["date"] for unit in told.units] == ["2026-04-03", "2026-06-05", "2026-06-25"]
        prose = read_document("n.md", b"Date: 03/04/2026\n\n# Trust\n- late\n", plan=FilePlan(date_order=order))
        assert prose.units[0].attributes["date"] == dates[0]
