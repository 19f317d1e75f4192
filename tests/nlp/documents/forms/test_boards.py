"""Walls of notes, matrices of ratings, rubrics and minutes as people make them."""

import openpyxl
import pytest
from docx.enum.text import WD_BREAK

from nlp.documents import FilePlan, Notes, Ratings, Roster, Rubric, plan_of, read_document
from tests.nlp.documents.forms.made import BANGLA, ENGLISH, FORMATS, NEPALI, answers_of, attributes_of, read_rows
from tests.nlp.documents.office import docx_table, new_docx, saved


@pytest.mark.parametrize("form", FORMATS)
def test_a_wall_of_elements(form: str):
    """A column an element, a cell a note, as many as came."""
    rows = [["Communications", "বিশ্বাস", "समावेशी"]]
    rows += [[ENGLISH[at], BANGLA[at] if at < 5 else "", NEPALI[at] if at < 3 else ""] for at in range(7)]
    assert answers_of(read_rows(rows, form)) == {"Communications": 7, "বিশ্বাস": 5, "समावेशी": 3}


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("teams", [["Nepal team", "Bangladesh team", "Consortium"], ["নেপাল", "বাংলাদেশ", "লন্ডন অফিস"]])
def test_a_wall_of_teams(form: str, teams: list[str]):
    """A column a team; no note has an element."""
    rows = [["What we heard"], teams]
    rows += [[NEPALI[at], BANGLA[at], ENGLISH[at] if at < 4 else ""] for at in range(6)]
    document = read_rows(rows, form)
    assert isinstance(document, Notes)
    assert [sum(unit.attributes["team"] == team for unit in document.units) for team in teams] == [6, 6, 4]
    assert {unit.element for unit in document.units} == {None}


def test_a_wall_with_merged_headings_and_a_title():
    """A heading is stretched over the columns below it; the title over them all."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet["A1"] = "Wall of the review in Pokhara"
    sheet.merge_cells("A1:D1")
    sheet["A3"], sheet["C3"] = "Communications", "Trust"
    sheet.merge_cells("A3:B3")
    sheet.merge_cells("C3:D3")
    for at in range(4):
        for column, texts in zip("ABCD", (ENGLISH, BANGLA, NEPALI, ENGLISH[4:]), strict=True):
            sheet[f"{column}{at + 4}"] = texts[at]
    document = read_document("wall.xlsx", saved(book))
    assert isinstance(document, Notes)
    assert [sum(unit.element == element for unit in document.units) for element in ("Communications", "Trust")] == [
        8,
        8,
    ]
    assert plan_of("wall.xlsx", saved(book)).kind == "wall"


@pytest.mark.parametrize("form", FORMATS)
def test_a_wall_of_elements_and_teams(form: str):
    """A row an element, a column a team."""
    rows = [
        ["", "Nepal", "Bangladesh"],
        ["Communications", NEPALI[0], BANGLA[0]],
        ["Trust", NEPALI[1], f"{BANGLA[1]}\n{BANGLA[2]}"],
    ]
    document = read_rows(rows, form)
    assert isinstance(document, Notes)
    assert [(unit.element, unit.attributes["team"]) for unit in document.units] == [
        ("Communications", "Nepal"),
        ("Communications", "Bangladesh"),
        ("Trust", "Nepal"),
        ("Trust", "Bangladesh"),
        ("Trust", "Bangladesh"),
    ]


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("corner", ["", "Element"])
@pytest.mark.parametrize(
    "levels", [["emerging", "needs help", "well-functioning"], ["3", "1", "5"], ["গড়ে উঠছে", "সহায়তা দরকার", "ভালো চলছে"]]
)
def test_a_matrix_of_ratings(form: str, corner: str, levels: list[str]):
    """A row an element, a column a team; the review is that of the plan, or none."""
    rows = [[corner, "Nepal", "Bangladesh", "Consortium"], ["Trust", *levels], ["Impact", *reversed(levels)]]
    document = read_rows(rows, form)
    assert isinstance(document, Ratings)
    assert [(one.element, one.team, one.level) for one in document.ratings] == [
        ("Trust", "Nepal", levels[0]),
        ("Trust", "Bangladesh", levels[1]),
        ("Trust", "Consortium", levels[2]),
        ("Impact", "Nepal", levels[2]),
        ("Impact", "Bangladesh", levels[1]),
        ("Impact", "Consortium", levels[0]),
    ]


def test_a_matrix_with_a_row_for_each_team():
    """A column an element."""
    data = b"Team,Trust,Impact\nNepal,emerging,good\nDhaka office,weak,emerging\n"
    document = read_document("m.csv", data, plan=FilePlan(review="March"))
    assert isinstance(document, Ratings)
    assert [(one.review, one.team, one.element, one.level) for one in document.ratings] == [
        ("March", "Nepal", "Trust", "emerging"),
        ("March", "Nepal", "Impact", "good"),
        ("March", "Dhaka office", "Trust", "weak"),
        ("March", "Dhaka office", "Impact", "emerging"),
    ]


LINES = (
    "We ask the small partners first",
    "Everybody writes in a language of their own",
    "Money is spoken about in the open",
)


@pytest.mark.parametrize("way", ["paragraphs", "breaks", "bullets", "list"])
@pytest.mark.parametrize("wide", [True, False])
def test_a_rubric_in_a_word_table(way: str, wide: bool):
    """Every paragraph, line or bullet of a cell is a descriptor; the element stands in the first row of its block."""
    document = new_docx()
    document.add_paragraph("Team: Nepal")
    if wide:
        docx_table(
            document, [["Element", "Well-functioning", "Needs help"], ["Trust", "", "nobody asks"], ["", "", "silence"]]
        )
        cell = document.tables[0].cell(1, 1)
    else:
        docx_table(
            document,
            [
                ["Element", "Level", "Descriptor"],
                ["Trust", "Well-functioning", ""],
                ["", "Needs help", "nobody asks"],
                ["", "", "silence"],
            ],
        )
        cell = document.tables[0].cell(1, 2)
    first = cell.paragraphs[0]
    if way == "breaks":
        run = first.add_run(LINES[0])
        for line in LINES[1:]:
            run.add_break(WD_BREAK.LINE)
            run.add_text(line)
    else:
        sign = "• " if way == "bullets" else ""
        first.add_run(sign + LINES[0])
        for line in LINES[1:]:
            cell.add_paragraph(sign + line, style="List Bullet" if way == "list" else None)
    rubric = read_document("our-rubric.docx", saved(document))
    assert isinstance(rubric, Rubric)
    assert sorted((one.element, one.level, one.text, one.team) for one in rubric.descriptors) == sorted(
        [("Trust", "Well-functioning", line, "Nepal") for line in LINES]
        + [("Trust", "Needs help", text, "Nepal") for text in ("nobody asks", "silence")]
    )


def minutes() -> bytes:
    """Return minutes with a preamble, attendance, an agenda, tables and a parking lot."""
    document = new_docx()
    document.add_heading("Minutes of the review meeting", 0)
    document.add_paragraph("Date: 2026-03-18")
    document.add_paragraph("The team met in Pokhara for the second time this year. The chair welcomed everybody.")
    document.add_heading("Attendance", 1)
    docx_table(document, [["Name", "Organisation"], ["Maya Rai", "Samuha"], ["Kamal Das", "Char Alo"]])
    document.add_paragraph("Apologies from the secretariat", style="List Bullet")
    document.add_heading("Agenda", 1)
    document.add_paragraph("Welcome and tea", style="List Number")
    document.add_paragraph("Communications", style="List Number")
    document.add_heading("Communications", 1)
    document.add_paragraph(ENGLISH[0], style="List Bullet")
    document.add_paragraph(BANGLA[0], style="List Bullet")
    document.add_heading("Trust", 1)
    document.add_paragraph(NEPALI[0], style="List Bullet")
    document.add_heading("Parking lot", 1)
    document.add_paragraph("Who pays for the boat", style="List Bullet")
    return saved(document)


def test_minutes():
    """Who was there, what was planned and the preamble are no notes; the parking lot is no element."""
    document = read_document("minutes.docx", minutes())
    assert isinstance(document, Notes)
    assert [(unit.element, unit.text) for unit in document.units] == [
        ("Communications", ENGLISH[0]),
        ("Communications", BANGLA[0]),
        ("Trust", NEPALI[0]),
        (None, "Who pays for the boat"),
    ]
    assert {unit.attributes["date"] for unit in document.units} == {"2026-03-18"}


def test_the_plan_of_minutes():
    """Every heading with what it says; another kind keeps all sections."""
    plan = plan_of("minutes.docx", minutes())
    assert plan.kind == "minutes"
    assert plan.headings == {
        "Attendance": "skip",
        "Agenda": "skip",
        "Communications": "element",
        "Trust": "element",
        "Parking lot": "text",
    }
    assert read_document("minutes.docx", minutes(), plan=plan) == read_document("minutes.docx", minutes())
    kept = read_document("minutes.docx", minutes(), plan=FilePlan(kind="notes"))
    assert isinstance(kept, Notes)
    assert {unit.element for unit in kept.units} >= {"Attendance", "Agenda", "Communications", "Trust"}


@pytest.mark.parametrize("header", [["Level", "Descriptor"], ["Emerging", "Needs help"]])
def test_a_rubric_with_its_elements_in_headings(header: list[str]):
    """A table of levels below each heading of an element."""
    rows = (
        [["Emerging", "we ask"], ["Needs help", "nobody asks"]] if header[0] == "Level" else [["we ask", "nobody asks"]]
    )
    document = new_docx()
    document.add_heading("Our rubric", 0)
    for element in ("Trust", "Impact"):
        document.add_heading(element, 1)
        docx_table(document, [header, *rows])
    rubric = read_document("rubric.docx", saved(document))
    assert isinstance(rubric, Rubric)
    assert [(one.element, one.level, one.text) for one in rubric.descriptors] == [
        (element, *said)
        for element in ("Trust", "Impact")
        for said in (("Emerging", "we ask"), ("Needs help", "nobody asks"))
    ]


def test_minutes_with_a_table_of_what_was_discussed():
    """The table's notes speak of its items; people and actions are none."""
    document = new_docx()
    document.add_heading("Participants", 1)
    document.add_paragraph("Maya, Kamal, Rina")
    docx_table(
        document,
        [["Agenda item", "Discussion"], ["Communications", "Too many mails.\nNobody reads them"], ["Trust", "slow"]],
    )
    docx_table(document, [["Action", "Who", "By when"], ["Buy a boat", "Kamal", "May"]])
    notes = read_document("minutes.docx", saved(document))
    assert isinstance(notes, Notes)
    assert [(unit.element, unit.text) for unit in notes.units] == [
        ("Communications", "Too many mails."),
        ("Communications", "Nobody reads them"),
        ("Trust", "slow"),
    ]


def test_a_list_of_people_is_no_form():
    """One column of free text beside a person's data is an attribute; answers below names of elements are answers."""
    people = b"Name,Organisation,Role,Expectations\nMaya,Samuha,officer,I want to learn from others\n"
    assert isinstance(read_document("r.csv", people), Roster)
    answers = b"Team,Participant,Communications,Trust\nNepal,Maya,we call every day now,slow but very real\n"
    assert answers_of(read_document("a.csv", answers)) == {"Communications": 1, "Trust": 1}


def test_short_answers_and_long_remarks():
    """Answers of one word are answers to what, how and why; places, projects and grades are not."""
    rows = [
        ["Prepared by", "Maya", "Date", "2026-03-01", ""],
        [],
        ["Where do you live?", "Which project?", "What is trust?", "Rate us [Trust]", "Anything else?"],
        ["Char Fasson", "River Project", "Honesty", "4 - Good", "No"],
        ["Bhola Sadar", "Boat Project", "Time", "3 - Fair", "none"],
        ["Lal Mohan", "Seed Fund", "Promises", "3 - Fair", ""],
    ]
    document = read_rows(rows, "csv")
    assert answers_of(document) == {"What is trust?": 3, "Anything else?": 2}
    assert attributes_of(document) == {"where do you live", "which project", "rate us [trust]"}


def test_a_delimiter_that_stands_in_questions():
    """Semicolons part the columns although there are more commas."""
    header = "Timestamp;What, in your view, works, and why?;What, then, is hard?\n"
    data = f"{header}1/2/2026;We meet, often;far\n1/3/2026;calls;late\n"
    found = answers_of(read_document("a.csv", data.encode()))
    assert found == {"What, in your view, works, and why?": 2, "What, then, is hard?": 2}


def test_answers_that_are_only_signs():
    """Nothing but separators is no answer of any kind, and no error."""
    document = read_rows([["Timestamp", "What works?", "Which of these?"], ["1/3/2026", ENGLISH[0], ";"]], "csv")
    assert answers_of(document) == {"What works?": 1}


@pytest.mark.parametrize("side", [["Dhaka team", "Nepal team"], ["ঢাকা দল", "নেপাল দল"], ["Dhaka", "Pokhara"]])
def test_teams_at_the_side_below_no_heading(side):
    """The columns are elements then."""
    rows = [["", "Trust", "Money"], [side[0], ENGLISH[0], ENGLISH[1]], [side[1], NEPALI[0], BANGLA[0]]]
    document = read_rows(rows, "csv")
    assert {(unit.element, unit.attributes["team"], unit.text) for unit in document.units} == {
        ("Trust", side[0], ENGLISH[0]), ("Money", side[0], ENGLISH[1]),
        ("Trust", side[1], NEPALI[0]), ("Money", side[1], BANGLA[0]),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("heading", "told"), [("Organisation", "organisation"), ("Your team", "team"), ("संस्था", "organisation")]
)
def test_a_column_of_who_answered_is_no_column_of_a_wall(heading, told):
    """Though no two answered from the same one."""
    names = ["BRAC", "CODEC", "Friendship", "Shushilan"]
    rows = [[heading, "What does trust mean to you?"], *zip(names, ENGLISH[:4], strict=True)]
    document = read_rows(rows, "csv")
    assert {(unit.attributes[told], unit.text) for unit in document.units} == {*zip(names, ENGLISH[:4], strict=True)}
