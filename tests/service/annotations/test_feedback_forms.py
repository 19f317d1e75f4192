"""Forms for those present: what is stored, what is shown and when."""

import pytest
from sqlalchemy import text

from nlp.errors import InputError
from nlp.participation.feedback import FEW_BUT_VOICED, SILENT_BUT_HEARD, ItemAnswers, Observation
from nlp.participation.people.attendance import Presence
from service.annotations.rate import Rate
from service.annotations.tokens import new_token
from service.errors import Closed, NotFound, Refused, TooOften
from tests.service.files import ROSTER, TRANSCRIPT

CONTENT = Observation(voice=5, language=5, heard=5)
SESSION = "session-2026-03-18"


@pytest.fixture
def programme(workspace):
    """A programme with one session, in which two of four say nothing."""
    workspace.programmes.create("P")
    workspace.files.add("p", [("roster.csv", ROSTER), ("session-2026-03-18.vtt", TRANSCRIPT)])
    return workspace


def send(workspace, code, *answers):
    return workspace.feedback.answer(code, {new_token(): each for each in answers})


def test_a_form_is_made_before_or_after_its_record(programme):
    """With a title of its own, or with that of the session."""
    early = programme.feedback.add_form("p", "  Day  one ")
    late = programme.feedback.add_form("p", session=SESSION)
    assert (early.title, early.session, early.is_open, early.received) == ("Day one", None, True, 0)
    assert late.session == SESSION
    assert late.title == programme.findings("p").at.session(SESSION).title
    assert [form.code for form in programme.feedback.forms("p")] == [early.code, late.code]
    assert programme.feedback.form_of(programme.findings("p").at, SESSION) == late
    assert programme.feedback.open_form(early.code) == ("Day one", True)


def test_a_session_has_one_form(programme):
    """A form that is given to a session takes it from the other, and can be taken away again."""
    first = programme.feedback.add_form("p", session=SESSION)
    second = programme.feedback.add_form("p", "Day one")
    programme.feedback.belongs_to("p", second.code, SESSION)
    assert programme.feedback.form_of(programme.findings("p").at, SESSION).code == second.code
    assert programme.feedback.form("p", first.code).session is None
    assert programme.feedback.belongs_to("p", second.code, None).session is None


def test_answers_can_be_read_only_when_the_form_is_closed(programme):
    """Whoever looks while answers come in sees their number."""
    code = programme.feedback.add_form("p", "Day one").code
    send(programme, code, CONTENT, CONTENT, Observation(heard=1, missing="नाइटगार्ड"))
    assert programme.feedback.form("p", code).received == 3
    assert programme.feedback.results("p", code).answers == 0
    programme.feedback.set_open("p", code, is_open=False)
    found = programme.feedback.results("p", code)
    assert found.answers == 3
    assert found.missing == ("नाइटगार्ड",)
    assert (found.items[2], found.items[2].agree) == (ItemAnswers("heard", (1, 0, 0, 0, 2)), 2)


def test_two_answers_are_too_few(programme):
    """They wait."""
    code = programme.feedback.add_form("p", "Day one").code
    send(programme, code, CONTENT, CONTENT)
    programme.feedback.set_open("p", code, is_open=False)
    found = programme.feedback.results("p", code)
    assert (found.answers, found.waiting, found.items) == (0, 2, ())


def test_one_answer_after_reopening_cannot_be_told_from_the_rest(programme):
    """A fourth answer waits until three new ones are there."""
    code = programme.feedback.add_form("p", "Day one").code
    send(programme, code, *[CONTENT] * 3)
    programme.feedback.set_open("p", code, is_open=False)
    programme.feedback.set_open("p", code, is_open=True)
    send(programme, code, Observation(heard=1))
    assert programme.feedback.results("p", code).answers == 3
    programme.feedback.set_open("p", code, is_open=False)
    found = programme.feedback.results("p", code)
    assert (found.answers, found.waiting) == (3, 1)
    programme.feedback.set_open("p", code, is_open=True)
    programme.feedback.set_open("p", code, is_open=True)
    send(programme, code, CONTENT, CONTENT)
    programme.feedback.set_open("p", code, is_open=False)
    assert programme.feedback.results("p", code).answers == 6


def test_a_form_that_is_sent_twice_counts_once(programme):
    """The token that the form carries is what is remembered."""
    code = programme.feedback.add_form("p", "Day one").code
    token = new_token()
    assert programme.feedback.answer(code, {token: CONTENT}) == 1
    assert programme.feedback.answer(code, {token: Observation(heard=1)}) == 0
    assert programme.feedback.form("p", code).received == 1


def test_answers_stand_beside_the_record_of_the_session(programme):
    """Two of four who were there said nothing, one had five sixths of the time, all are content: two questions."""
    programme.attendance.say_of_the_others("p", SESSION, Presence.PRESENT)
    code = programme.feedback.add_form("p", session=SESSION).code
    send(programme, code, *[CONTENT] * 3)
    programme.feedback.set_open("p", code, is_open=False)
    questions = programme.feedback.results("p", code).questions
    assert [question.template for question in questions] == [SILENT_BUT_HEARD, FEW_BUT_VOICED]
    assert questions[0].text.startswith("2 of 4 were not heard, and 3 of 3 answer")


def test_nothing_but_the_answer_is_stored(programme):
    """No column for a time, a name or an address, and no order of arrival."""
    code = programme.feedback.add_form("p", "Day one").code
    for point in range(1, 6):
        send(programme, code, Observation(heard=point))
    with programme._database.reading() as db:
        rows = db.execute(text("SELECT * FROM observations")).mappings().all()
        if db.dialect.name == "sqlite":
            assert [row["token"] for row in rows] == sorted(row["token"] for row in rows)
    assert set(rows[0]) == {"token", "form_id", "opening", "voice", "language", "heard", "missing", "after_many"}


def test_a_closed_form_takes_nothing(programme):
    """One line says so."""
    code = programme.feedback.add_form("p", "Day one").code
    programme.feedback.set_open("p", code, is_open=False)
    with pytest.raises(Closed, match="closed"):
        send(programme, code, CONTENT)


def test_answers_outlive_the_record_and_go_with_the_form(programme):
    """Removing a transcript leaves what people answered; removing the form does not."""
    code = programme.feedback.add_form("p", session=SESSION).code
    send(programme, code, CONTENT)
    transcript = next(file for file in programme.files.every("p") if file.kind == "transcript")
    programme.files.remove("p", transcript.id)
    left = programme.feedback.form("p", code)
    assert (left.session, left.received) == (None, 1)
    programme.feedback.remove("p", code)
    with programme._database.reading() as db:
        assert db.execute(text("SELECT count(*) FROM observations")).scalar() == 0
    with pytest.raises(NotFound):
        programme.feedback.form("p", code)


def test_a_form_of_another_programme_is_not_there(programme):
    """Its code opens it for those present only."""
    code = programme.feedback.add_form("p", "Day one").code
    programme.programmes.create("Q")
    for attempt in (programme.feedback.form, programme.feedback.results, programme.feedback.remove):
        with pytest.raises(NotFound):
            attempt("q", code)


@pytest.mark.parametrize(("title", "session"), [("", None), (" ", None), ("x" * 201, None)])
def test_a_form_without_a_title_is_refused(programme, title, session):
    """One line says what is wrong."""
    with pytest.raises(InputError, match="title"):
        programme.feedback.add_form("p", title, session)


def test_a_broken_token_is_refused(programme):
    """Whatever was sent, it is not one of our forms."""
    code = programme.feedback.add_form("p", "Day one").code
    with pytest.raises(InputError, match="whole"):
        programme.feedback.answer(code, {"'; --": CONTENT})


def test_a_form_takes_no_more_answers_than_a_room_holds(programme, monkeypatch):
    """Whatever a device on the network sends."""
    monkeypatch.setattr("service.annotations.feedback_forms.MOST_ANSWERS", 3)
    code = programme.feedback.add_form("p", "Day one").code
    assert send(programme, code, CONTENT, CONTENT) == 2
    with pytest.raises(Refused, match="3 answers and no more"):
        send(programme, code, CONTENT, CONTENT)
    assert programme.feedback.form("p", code).received == 2


def test_what_comes_faster_than_from_a_full_hall_has_to_wait(programme, monkeypatch):
    """Whoever sends it; another form goes on."""
    code, other = (programme.feedback.add_form("p", title).code for title in ("Day one", "Day two"))
    monkeypatch.setattr(programme.feedback, "_rate", Rate(3, clock=lambda: 0.0))
    for _ in range(3):
        send(programme, code, CONTENT)
    with pytest.raises(TooOften):
        send(programme, code, CONTENT)
    assert send(programme, other, CONTENT) == 1
    assert programme.feedback.form("p", code).received == 3


def after_many(workspace, code, *answers):
    return workspace.feedback.answer(code, {new_token(): each for each in answers}, after_many=True)


@pytest.mark.parametrize(
    ("first", "many", "removable"),
    [(4, 0, 0), (4, 2, 0), (2, 3, 0), (3, 3, 3), (0, 3, 3), (10, 190, 190)],
)
def test_what_came_after_many_from_one_device_can_be_taken_away(programme, first, many, removable):
    """Where what goes and what stays are of enough people, and nothing else goes."""
    code = programme.feedback.add_form("p", "Day one").code
    send(programme, code, *[CONTENT] * first)
    after_many(programme, code, *[Observation(voice=1)] * many)
    assert programme.feedback.form("p", code).removable == 0
    closed = programme.feedback.set_open("p", code, is_open=False)
    assert (closed.received, closed.after_many, closed.removable) == (first + many, many, removable)
    if many and not removable:
        with pytest.raises(Refused):
            programme.feedback.remove_after_many("p", code)
    else:
        left = programme.feedback.remove_after_many("p", code)
        assert (left.received, left.after_many, left.removable) == (first, 0, 0)
        assert programme.feedback.results("p", code).answers == first


def test_each_opening_is_taken_away_by_itself(programme):
    """One in which single people could be recognised keeps all its answers."""
    code = programme.feedback.add_form("p", "Day one").code
    for first, many in ((3, 3), (4, 1)):
        programme.feedback.set_open("p", code, is_open=True)
        send(programme, code, *[CONTENT] * first)
        after_many(programme, code, *[CONTENT] * many)
        programme.feedback.set_open("p", code, is_open=False)
    assert programme.feedback.form("p", code).after_many == 4
    left = programme.feedback.remove_after_many("p", code)
    assert (left.received, left.after_many, left.removable) == (8, 1, 0)


def test_an_open_form_keeps_its_answers(programme):
    """Also where some of them could go."""
    code = programme.feedback.add_form("p", "Day one").code
    after_many(programme, code, *[CONTENT] * 5)
    with pytest.raises(Refused):
        programme.feedback.remove_after_many("p", code)
