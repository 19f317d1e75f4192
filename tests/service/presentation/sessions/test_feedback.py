"""What pages say of the answers of those present."""

from dataclasses import replace

import pytest

from nlp.messages import Message
from nlp.participation import feedback
from nlp.participation.feedback import Measured, Observation, observe
from service.annotations.feedback_forms import Form
from service.presentation.i18n import language
from service.presentation.masking.masking import named
from service.presentation.messages import say
from service.presentation.sessions.feedback import feedback_view, filled, session_feedback, statements
from tests.service.presentation.sessions.made import NAMES, PARTICIPATION

CLOSED = Form("k7mq2x", "Day one", is_open=False, received=4, session=None, after_many=0, removable=0)
OPEN = Form("k7mq2x", "Day one", is_open=True, received=2, session=None, after_many=0, removable=0)
NOTHING = observe([], None)
ANSWERS = observe(
    [[Observation(5, 4, 5), Observation(4, 5, 4, "रात्री पाले"), Observation(4, 1, 4), Observation(2, 2, 5)]],
    Measured(6, 2, 2.1),
)
QUESTIONS = [
    value for name, value in vars(feedback).items() if name.isupper() and isinstance(value, str) and value.endswith("?")
]


def view(answers=ANSWERS, form=CLOSED, code="en", **more):
    return feedback_view(form, answers, language(code), **more)


def test_the_lead_counts_who_says_that_everybody_was_heard():
    """All four agree, 5, 4, 4 and 5."""
    assert view().lead.unescape() == "4 of 4 who answered say that everybody's view was heard."


def test_bars_are_counts_in_words():
    """Three of four could say what they wanted (5, 4, 4), one could not (2)."""
    voice = view().items[0]
    assert (voice.agree, voice.disagree) == (75, 25)
    assert voice.words == "3 of 4 mostly or completely; 1 not at all or a little"


@pytest.mark.parametrize("code", ["en", "bn", "ne"])
def test_disagreement_is_asked_in_the_readers_language(code):
    """Two of six were silent and everybody is content; few held the floor and most could say what they wanted."""
    asked = view(code=code).questions
    assert len(asked) == 2
    if code != "en":
        assert not any(letter.isascii() and (letter.isalpha() or letter.isdecimal()) for letter in asked[0].text)


@pytest.mark.parametrize("code", ["bn", "ne"])
@pytest.mark.parametrize("template", QUESTIONS)
def test_every_question_is_translated(code, template):
    """With every place filled."""
    question = Message(template, {"count": 7, "answers": 9, "silent": 2, "present": 11})
    said = say(question, language(code))
    assert not any(letter.isascii() and letter.isalnum() for letter in said)


def test_an_open_form_shows_how_many_answered():
    """And that they can be read later."""
    shown = view(NOTHING, OPEN)
    assert shown.lead == "2 answers so far. They can be read when the form is closed."
    assert (shown.items, shown.missing, shown.questions, shown.cautions) == ((), (), (), ())


def test_a_closed_form_with_few_answers_says_why_it_shows_nothing():
    """Nobody is to be recognised."""
    assert "single people could be recognised" in view(NOTHING).lead


def test_a_statement_that_two_answered_is_too_few_to_say():
    """Though three forms came."""
    shown = view(observe([[Observation(voice=1), Observation(voice=2), Observation(heard=5)]], None))
    assert shown.lead == "3 people answered."
    assert [item.words for item in shown.items] == ["too few to say"] * 3


@pytest.mark.parametrize(
    ("present", "said"),
    [(3, "more answers (4) than people on the record (3)"), (8, ""), (9, "Only 4 of 9"), (None, "")],
)
def test_answers_are_held_against_the_people_present(present, said):
    """More answers than people, or fewer than half of them."""
    assert said in " ".join(view(people_present=present).cautions)
    assert bool(said) == bool(view(people_present=present).cautions)


def test_later_answers_that_wait_are_told():
    """One more came after the form was opened again."""
    answers = observe([[Observation(heard=5)] * 3, [Observation(heard=1)]], Measured(6, 0, 5.0))
    assert view(answers).cautions[0].startswith("1 more answer came later")


def test_names_in_what_people_wrote_can_be_hidden():
    """As everywhere on the page."""
    assert view(mask=lambda text: text.replace("रात्री", "…")).missing == ("… पाले",)


def test_what_a_browser_sends_becomes_points():
    """What is no answer counts as left out."""
    assert filled({"voice": "5", "heard": "6"}, ("voice", "language", "heard")) == {
        "voice": 5,
        "language": None,
        "heard": None,
    }


def test_the_form_asks_what_is_counted():
    """One statement for each item, in the same order."""
    assert [statement.item for statement in statements(language("ne"))] == [item.item for item in ANSWERS.items]


def test_a_session_has_the_answers_to_its_form(settings, open_workspace):
    """None while nobody was asked; then those of its form, beside the people of the record."""
    workspace = open_workspace(settings)
    slug = workspace.programmes.create("Asked").slug
    record = b"WEBVTT\n\n00:01.000 --> 00:09.000\n<v Rina>Good morning\n"
    token = workspace.files.preview(slug, [("2026-05-14 Planning.vtt", record)]).token
    workspace.files.keep(slug, token)
    (session,) = workspace.findings(slug).at.sessions

    def shown():
        at = workspace.findings(slug).at
        return session_feedback(workspace.feedback, at, session.slug, PARTICIPATION, named(NAMES), language("en"))

    assert shown() is None
    form = workspace.feedback.add_form(slug, session=session.slug)
    workspace.feedback.answer(form.code, {f"token-{n}-of-4": Observation(heard=5) for n in range(4)})
    assert shown().lead == "4 answers so far. They can be read when the form is closed."
    workspace.feedback.set_open(slug, form.code, is_open=False)
    assert shown().lead.unescape() == "4 of 4 who answered say that everybody's view was heard."


def test_many_answers_from_one_device_are_told_only_where_there_are_some():
    """With what taking them away does, only where that can be done."""
    passed_round = replace(CLOSED, received=14, after_many=4, removable=3)
    many = view(form=passed_round)
    assert many.after_many.startswith("4 of 14 answers came from devices that had sent 10 before")
    assert many.taken_away.startswith("3 answers go, for good")
    assert (view().after_many, view().taken_away) == ("", "")
    assert view(form=replace(passed_round, removable=0)).taken_away == ""
