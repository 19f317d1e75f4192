from nlp.json_form import interpretation_to_json
from nlp.readings.types import Interpretation
from nlp.readings.wording.questions import NOT_SAID
from service.presentation.i18n import language
from service.presentation.readings.questions import of_element
from tests.service.presentation.fake import ELEMENTS


def asked(spoken):
    element = interpretation_to_json(Interpretation("m", ("team", "language"), ELEMENTS))["elements"][0]
    return of_element(element, language(spoken))


def test_a_foreign_label_keeps_its_words_and_gets_a_hint():
    """What the model has for it stands beside the question, not in it."""
    first = asked("en")[0]
    assert first.text.startswith("Only कर्णाली speaks of “अनलाइन बैठक बीचमै टुट्छ”.")
    assert [hint.text for hint in first.hints] == ["electricity · online meeting · network"]


def test_a_reading_has_the_name_that_the_page_gives_it():
    """Where notes in the reader's language name it, the question does too."""
    assert "“reasons for them”" in asked("en")[1].text
    assert asked("en")[1].hints == ()


def test_questions_are_asked_in_the_readers_language():
    """The template is translated, names stay."""
    assert asked("ne")[0].text.startswith("“अनलाइन बैठक बीचमै टुट्छ” बारे कर्णालीले मात्र भनेको छ।")


def test_several_groups_are_listed_as_the_reader_lists_them():
    """Only names of groups that are compared are taken for a list."""
    values = {"holders": "Dhaka, Leeds", "missing": "Save the Children, Nepal", "label": "Dhaka, at last"}
    element = {
        "readings": [],
        "groups": {"team": {"Dhaka": 3, "Leeds": 2, "Save the Children, Nepal": 4}},
        "questions": [{"template": NOT_SAID, "values": values}],
    }
    (question,) = of_element(element, language("en"))
    assert question.text.startswith("Dhaka and Leeds speak of “Dhaka, at last”, Save the Children, Nepal did not.")
