"""Lists of notes without any known header, matrices without known levels, and closed questions."""

import pytest

from nlp.documents import Notes, Ratings, plan_of, read_document
from nlp.documents.forms.answer_kinds import AnswerKind, kind_of_answers
from nlp.documents.plan import Role
from tests.nlp.documents.forms.made import BANGLA, ENGLISH, NEPALI, file_of, read_rows


@pytest.mark.parametrize("texts", [ENGLISH, BANGLA, NEPALI])
def test_a_list_of_notes_without_a_header_is_read_from_its_first_row(texts: tuple[str, ...]):
    """Nobody wrote a heading: the first row is a note too."""
    document = read_rows([[text] for text in texts], "csv")
    assert isinstance(document, Notes)
    assert len({unit.line for unit in document.units}) == len(texts)


def test_a_short_line_above_a_list_is_its_heading():
    """It is no note; the list may be numbered."""
    document = read_rows([["No", "Our wall"], *[[at, text] for at, text in enumerate(ENGLISH, 1)]], "xlsx")
    assert isinstance(document, Notes)
    assert len({unit.line for unit in document.units}) == len(ENGLISH)
    assert "Our wall" not in {unit.text for unit in document.units}


def test_semicolons_in_a_list_part_no_columns():
    """A list whose notes hold semicolons is one column."""
    data = "\n".join(f'"{text}; that is all"' for text in ENGLISH).encode()
    document = read_document("list.csv", data)
    assert isinstance(document, Notes)
    assert len({unit.line for unit in document.units}) == len(ENGLISH)


def test_a_matrix_of_levels_that_nobody_knows():
    """The same few words in every column below teams are levels; a row and a column of averages are no ratings."""
    rows = [
        ["Element", "Team Lima", "Team Quito", "Average"],
        ["Money", "sprouting", "blooming", 1.5],
        ["Trust", "blooming", "sprouting", 1.5],
        ["Voice", "sprouting", "sprouting", 1],
        ["Average", "", "", 1.3],
    ]
    document = read_rows(rows, "xlsx")
    assert isinstance(document, Ratings)
    assert len(document.ratings) == 6
    assert {rating.team for rating in document.ratings} == {"Team Lima", "Team Quito"}
    assert {rating.level for rating in document.ratings} == {"sprouting", "blooming"}


def test_descriptors_in_a_rubric_are_no_ratings():
    """Cells that differ from each other are what levels look like."""
    rows = [["Element", "Seed", "Tree"], ["Money", *ENGLISH[:2]], ["Trust", *ENGLISH[2:4]], ["Voice", *ENGLISH[4:6]]]
    assert plan_of(*file_of(rows, "xlsx")).kind == "rubric"


def test_given_answers_that_repeat_are_chosen_though_one_of_them_is_unknown():
    """`Not well` and `Quite well` are options, however often each stands there; `No` to an open question is not."""
    assert kind_of_answers(["Very satisfied", "Satisfied", "Hardly content"] * 3) is AnswerKind.CHOSEN
    assert kind_of_answers(["No", "No", "More time to plan together"] * 1, insisted=True) is AnswerKind.FREE


@pytest.mark.parametrize(("question", "teams"), [("আপনি কোন দলের?", ("ঢাকা", "খুলনা")), ("Equipo", ("Lima", "Cusco"))])
def test_the_team_of_whoever_answers(question: str, teams: tuple[str, str]):
    """A short word with its case ending asks for the team too."""
    rows = [["Timestamp", question, "What would you change?"]]
    rows += [[f"2026/03/{at + 1:02d} 9:00:00", teams[at % 2], text] for at, text in enumerate(ENGLISH)]
    document = read_rows(rows, "csv")
    assert isinstance(document, Notes)
    assert {unit.attributes["team"] for unit in document.units} == set(teams)
    assert Role.TEAM in {column.role for column in plan_of(*file_of(rows, "csv")).tables[0].columns}


def test_a_question_below_titles_is_the_header_of_a_list():
    """A tool writes the name of its presentation above: neither is a note."""
    rows = [["Presentation: Kick-off"], ["Session 1"], ["What are you hoping for?"], *[[text] for text in ENGLISH]]
    document = read_rows(rows, "xlsx")
    assert isinstance(document, Notes)
    assert {unit.element for unit in document.units} == {"What are you hoping for?"}
    assert len({unit.line for unit in document.units}) == len(ENGLISH)


def test_posts_of_a_board_are_notes_of_their_sections_though_nobody_knows_the_headers():
    """Authors stand there again and again: it is no roster."""
    rows = [["Asunto", "Cuerpo", "Autor", "Fecha de creación", "Sección"]]
    rows += [["", text, "Anónimo", "2026-05-01", ("Dinero", "Voz")[at % 2]] for at, text in enumerate(ENGLISH)]
    document = read_rows(rows, "xlsx")
    assert isinstance(document, Notes)
    assert {unit.element for unit in document.units} == {"Dinero", "Voz"}
    biographies = [["Name", "About"], *[[f"Person {at}", text] for at, text in enumerate(ENGLISH)]]
    assert plan_of(*file_of(biographies, "xlsx")).kind == "roster"


def test_a_wall_of_teams_that_say_so_in_capitals():
    """`Equipo Norte` is a team as `Nepal team` is."""
    rows = [["Equipo Norte", "Equipo Sur"], *[[ENGLISH[at], ENGLISH[-at - 1]] for at in range(4)]]
    document = read_rows(rows, "xlsx")
    assert isinstance(document, Notes)
    assert {unit.attributes["team"] for unit in document.units} == {"Equipo Norte", "Equipo Sur"}


@pytest.mark.parametrize("called", ["Idea", "Sticky note", "Message", "কার্ড"])
def test_text_beside_a_column_of_elements_is_their_notes(called):
    """Whatever its column is called."""
    rows = [["Element", called, "Team"], ["Trust", ENGLISH[0], "Dhaka"], ["আস্থা", BANGLA[0], "Nepal"]]
    document = read_rows([*rows, ["Trust", NEPALI[0], "Nepal"]], "csv")
    assert {(unit.element, unit.text, unit.attributes["team"]) for unit in document.units} == {
        ("Trust", ENGLISH[0], "Dhaka"), ("আস্থা", BANGLA[0], "Nepal"), ("Trust", NEPALI[0], "Nepal"),
    }  # fmt: skip


def test_comments_beside_answers_do_not_take_their_place():
    """What people said of every element stays a note; one column of notes with a remark beside it stays as it is."""
    rows = [["Name", "Trust", "Communications", "Comments"], ["Asha", *ENGLISH[:3]], ["Ram", *ENGLISH[3:6]]]
    document = read_rows(rows, "csv")
    assert {(unit.element, unit.text) for unit in document.units} == {
        (name, row[at]) for row in rows[1:] for at, name in enumerate(rows[0]) if at
    }
    remarked = read_rows(
        [["Team", "Note", "Comments"], ["Dhaka", ENGLISH[0], "late"], ["Nepal", ENGLISH[1], "x"]], "csv"
    )
    assert [unit.text for unit in remarked.units] == list(ENGLISH[:2])


def test_team_identity_is_an_element():
    """Not the team of those who answer."""
    rows = [["Name", "Trust", "Team identity"], ["Asha", ENGLISH[0], ENGLISH[1]], ["Ram", ENGLISH[2], ENGLISH[3]]]
    document = read_rows([*rows, ["Lee", ENGLISH[4], "We wear the same shirt"]], "csv")
    assert {unit.element for unit in document.units} == {"Trust", "Team identity"}
    assert not any("team" in unit.attributes for unit in document.units)
