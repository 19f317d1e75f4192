"""Surveys: made, opened, answered without names, closed, and what becomes of the answers, on both databases."""

import pytest
from sqlalchemy import text

from nlp.errors import InputError
from service.annotations.tokens import new_token
from service.errors import Closed, NotFound, Refused
from service.privacy.types import Doomed
from service.surveys.types import Answer, Content, Question, QuestionKind, Ready, SurveyState
from tests.service.surveys.conftest import CONTENT

WORDS = ("বৈঠকের সময় বদলান", "बैठक समयमा सुरु होस्", "Call Asha Rai earlier 🙏", "amader kotha shunun")


@pytest.fixture
def answered(workspace, slug, code, send):
    """Five people of Nepal and three of Bangladesh have answered, and it is closed."""
    for number in range(5):
        send("Nepal", q1="4", q2="0", q3=("0", "2"), q4="Emerging", q5=WORDS[number % 3])
    for number in range(3):
        send("Bangladesh", q1=str(number + 1), q4="Needs help", q5=WORDS[3])
    workspace.surveys.close(slug, code)
    return code


def counts(workspace, slug, code):
    results = workspace.surveys.results(workspace.findings(slug), code)
    return results, {each.question.id: each for each in results.questions}


def test_a_draft_becomes_open_and_closed(workspace, slug):
    """It is nobody's to see while it is a draft, and cannot be changed when it was answered."""
    surveys = workspace.surveys
    made = surveys.make(slug, CONTENT)
    assert (made.state, made.received, surveys.every(slug)) == (SurveyState.DRAFT, 0, (made,))
    with pytest.raises(NotFound):
        surveys.visit(made.code)
    with pytest.raises(Refused, match="not opened yet"):
        surveys.close(slug, made.code)
    surveys.open(slug, made.code)
    assert surveys.visit(made.code)[0] == slug
    assert surveys.to_draft(slug, made.code).state is SurveyState.DRAFT
    surveys.open(slug, made.code)
    surveys.answer(made.code, {new_token(): Answer("", {"1": ("5",)})})
    with pytest.raises(Refused, match="somebody has answered"):
        surveys.to_draft(slug, made.code)
    with pytest.raises(Refused, match="stays as it is"):
        surveys.change(slug, made.code, CONTENT)
    assert surveys.close(slug, made.code).state is SurveyState.CLOSED
    assert surveys.open(slug, made.code).state is SurveyState.OPEN, "nothing was shown, so nothing can be subtracted"
    surveys.remove(slug, made.code)
    assert surveys.every(slug) == ()


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (Content(), "no title"),
        (Content({"en": "T"}), "asks nothing"),
        (Content({"en": "T"}, (Question("1", QuestionKind.TEXT),)), "question 1 has no words"),
        (Content({"en": "T"}, (Question("1", QuestionKind.ONE, {"en": "?"}, ({"en": "a"},)),)), "to choose from"),
        (Content({"en": "T"}, (Question("1", QuestionKind.LEVEL, {"ne": "के?"}),)), "about no element"),
    ],
)
def test_what_nobody_could_answer_is_not_opened(workspace, slug, content, problem):
    """It is kept as a draft, and what is missing is said."""
    made = workspace.surveys.make(slug, content)
    with pytest.raises(InputError, match=problem):
        workspace.surveys.open(slug, made.code)


def test_a_survey_is_small(workspace, slug):
    """Twelve questions at most, and no endless words."""
    many = tuple(Question(str(each), QuestionKind.TEXT, {"en": "Why?"}) for each in range(13))
    with pytest.raises(InputError, match="at most 12 questions"):
        workspace.surveys.make(slug, Content({"en": "T"}, many))
    with pytest.raises(InputError, match="longer than"):
        workspace.surveys.make(slug, Content({"en": "T" * 201}))
    with pytest.raises(InputError, match="one id"):
        workspace.surveys.make(slug, Content({"en": "T"}, (many[0], many[0])))


@pytest.mark.parametrize("kind", [each for each in Ready if each is not Ready.EMPTY])
def test_ready_surveys_are_whole_in_every_language(workspace, slug, kind):
    """They can be opened as they are, and copied."""
    from service.surveys.checked import missing

    made = workspace.surveys.start(slug, kind)
    assert missing(made.content) == {}
    assert workspace.surveys.open(slug, made.code).state is SurveyState.OPEN
    assert workspace.surveys.ask_again(slug, made.code).content.questions == made.content.questions


def test_what_is_sent_twice_counts_once(workspace, slug, code, send):
    """By the form that was sent; what is no answer is left out, and nothing at all is refused."""
    mine = new_token()
    assert send("Nepal", mine, q1="5", q2="9", q5=" \n ")
    assert not send("Nepal", mine, q1="1")
    assert workspace.surveys.get(slug, code).received == 1
    with pytest.raises(InputError, match="nothing is answered"):
        send("Nepal", q1="6", q2="x", q4="Splendid")
    with pytest.raises(InputError, match="did not arrive whole"):
        send("Nepal", "short", q1="5")


def test_nothing_is_seen_before_it_is_closed_nor_of_too_few(workspace, slug, code, send):
    """Not even by the facilitator; a table is not given out either, and no file is made."""
    send(q1="5")
    send(q1="4")
    assert counts(workspace, slug, code)[0].people == 0
    workspace.surveys.close(slug, code)
    assert counts(workspace, slug, code)[0].people == 0
    with pytest.raises(Refused, match="3 people"):
        workspace.surveys.table(slug, code)
    assert len(workspace.files.every(slug)) == 1
    with pytest.raises(Closed):
        send(q1="5")


def test_answers_are_counted(workspace, slug, answered):
    """By all and by the teams that are large enough; own words in an order that tells nothing, names hidden."""
    results, by = counts(workspace, slug, answered)
    assert results.people == 8
    assert by["1"].counts.of == (1, 1, 1, 5, 0)
    assert by["2"].counts == type(by["2"].counts)(5, (5, 0))
    assert by["3"].counts.of == (5, 0, 5)
    assert dict(zip([each.value for each in by["4"].options], by["4"].counts.of, strict=True)) == {
        "Works well": 0,
        "Emerging": 5,
        "Needs help": 3,
    }
    assert [each.team for each in by["1"].teams] == ["Bangladesh", "Nepal"]
    assert by["5"].quotes == tuple(sorted(by["5"].quotes))
    assert len(by["5"].quotes) == 8
    with pytest.raises(Refused, match="closed for good"):
        workspace.surveys.open(slug, answered)


def test_own_words_become_notes_and_levels_ratings(workspace, slug, answered):
    """In the same analysis, nobody named; what is taken away later is taken away there only."""
    survey = workspace.surveys.get(slug, answered)
    kinds = {each.id: each.kind for each in workspace.files.every(slug)}
    assert (kinds[survey.notes], kinds[survey.ratings]) == ("notes", "ratings")
    found = workspace.findings(slug)
    ratings = found.ratings()
    assert sorted((each.team, each.level, each.participant) for each in ratings) == [
        *[("Bangladesh", "Needs help", "")] * 3,
        *[("Nepal", "Emerging", "")] * 5,
    ]
    assert {each.review for each in ratings} == {"May 2026"}
    units = [unit for each in found.readings().elements for unit in (*each.alone, *each_units(each))]
    assert {unit.text for unit in units} == set(WORDS)
    assert {unit.element for unit in units} == {"Communications"}
    assert {unit.attributes["team"] for unit in units} == {"Nepal", "Bangladesh"}
    workspace.surveys.remove(slug, answered)
    assert len(workspace.files.every(slug)) == 3


def each_units(element):
    return [unit for reading in element.readings for unit in reading.units]


def test_the_team_of_few_is_told_nowhere(workspace, slug, code, send):
    """Not in the results, the notes, the ratings or the table; nor can it be worked out from the others."""
    for number in range(5):
        send("Nepal", q1="4", q4="Emerging", q5=f"{WORDS[0]} {number}")
    send("Bangladesh", q1="1", q4="Needs help", q5=WORDS[3])
    workspace.surveys.close(slug, code)
    results, by = counts(workspace, slug, code)
    assert (by["1"].teams, by["4"].teams, results.untold) == ((), (), 2)
    assert workspace.surveys.get(slug, code).ratings is None
    assert b"Nepal" not in workspace.surveys.table(slug, code)
    assert b"Nepal" not in workspace.files.original(slug, workspace.surveys.get(slug, code).notes)[1]


def test_the_table_tells_no_order_and_no_formula(workspace, slug, code, send):
    """One row a person; what a spreadsheet would take for a formula has an apostrophe."""
    import csv

    for number in range(4):
        send("Nepal", q1="5", q3=("0", "1"), q5=f"=1+{number}")
    workspace.surveys.close(slug, code)
    rows = list(csv.DictReader(workspace.surveys.table(slug, code).decode("utf-8-sig").splitlines()))
    assert {row["1. News reaches me in time."] for row in rows} == {"strongly agree"}
    assert {row["3. What helps?"] for row in rows} == {"calls; mail"}
    assert sorted(row["5. What should change?"] for row in rows) == [f"'=1+{number}" for number in range(4)]
    assert "time" not in rows[0]


def test_nothing_that_tells_who_answered_is_kept(workspace, slug, code, send):
    """Of the token a hash, and no time."""
    mine = new_token()
    send("Nepal", mine, q5="Write to me: asha@example.org")
    with workspace._database.reading() as db:
        rows = [dict(row) for row in db.execute(text("select * from survey_answers")).mappings()]
    assert set(rows[0]) == {"survey_id", "person", "team", "answers"}
    assert mine not in repr(rows)
    assert "asha@" not in repr(rows)


def test_what_is_deleted_for_good_is_gone_here_too(workspace, slug, answered):
    """A note's words, and a person's name; another closing does not bring them back."""
    note = next(
        unit.id
        for each in workspace.findings(slug).readings().elements
        for unit in (*each.alone, *each_units(each))
        if unit.text == WORDS[3]
    )
    loss = workspace.deletion.look(slug, Doomed.NOTE, note)
    workspace.deletion.delete(slug, Doomed.NOTE, note, loss.name)
    loss = workspace.deletion.look(slug, Doomed.PERSON, "Asha Rai")
    workspace.deletion.delete(slug, Doomed.PERSON, "Asha Rai", loss.name)
    with workspace._database.reading() as db:
        rows = repr([tuple(row) for row in db.execute(text("select answers from survey_answers"))])
    assert "Asha" not in rows
    assert WORDS[3] not in rows.encode().decode("unicode_escape") or WORDS[3] not in rows
    assert all("Asha" not in each for each in counts(workspace, slug, answered)[1]["5"].quotes)
