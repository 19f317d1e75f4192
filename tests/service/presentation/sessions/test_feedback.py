"""What pages say of the answers of those present."""

import pytest

from nlp.json_form import observers_to_json
from nlp.participation.feedback import TEMPLATES, Measured, Observation, observe
from service.annotations.feedback_forms import Form
from service.presentation.i18n import language
from service.presentation.sessions.feedback import answers_view, filled, statements
from tests.service.presentation.fake import OBSERVED

CLOSED = Form("k7mq2x", "Day one", is_open=False, received=4, session=None)
OPEN = Form("k7mq2x", "Day one", is_open=True, received=2, session=None)
NOTHING = observers_to_json(observe([], None))


def view(results=None, form=CLOSED, code="en", **more):
    return answers_view(form, observers_to_json(OBSERVED) if results is None else results, language(code), **more)


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
@pytest.mark.parametrize("template", TEMPLATES)
def test_every_question_is_translated(code, template):
    """With every place filled."""
    values = {"count": "7", "answers": "9", "silent": "2", "present": "11"}
    assert language(code).gettext(template, **values) != template.format(**values)


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
    results = observers_to_json(observe([[Observation(voice=1), Observation(voice=2), Observation(heard=5)]], None))
    shown = view(results)
    assert shown.lead == "3 people answered."
    assert [item.words for item in shown.items] == ["too few to say"] * 3


@pytest.mark.parametrize(
    ("present", "said"),
    [(3, "more answers (4) than people on the record (3)"), (8, ""), (9, "Only 4 of 9"), (None, "")],
)
def test_answers_are_held_against_the_people_present(present, said):
    """More answers than people, or fewer than half of them."""
    assert said in " ".join(view(present=present).cautions)
    assert bool(said) == bool(view(present=present).cautions)


def test_later_answers_that_wait_are_told():
    """One more came after the form was opened again."""
    results = observers_to_json(observe([[Observation(heard=5)] * 3, [Observation(heard=1)]], Measured(6, 0, 5.0)))
    assert view(results).cautions[0].startswith("1 more answer came later")


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
    assert [statement.item for statement in statements(language("ne"))] == [item.item for item in OBSERVED.items]
