"""Questions for the room, in the reader's language."""

from dataclasses import replace

from nlp.messages import Message
from nlp.readings.wording.questions import NOT_SAID
from service.presentation.i18n import language
from service.presentation.readings.questions import of_element
from tests.service.presentation.readings.made import communications, element


def asked(spoken):
    return of_element(communications(), language(spoken))


def test_a_foreign_label_keeps_its_words_and_gets_a_hint():
    """What the model has for it stands beside the question, not in it."""
    first = asked("en")[0]
    assert first.text.startswith("From कर्णाली we heard “अनलाइन बैठक बीचमै टुट्छ”.")
    assert [hint.gloss for hint in first.hints] == ["electricity · online meeting · network"]


def test_a_reading_has_the_name_that_the_page_gives_it():
    """Where notes in the reader's language name it, the question does too."""
    assert "“reasons for them”" in asked("en")[1].text
    assert asked("en")[1].hints == ()


def test_questions_are_asked_in_the_readers_language():
    """The template is translated, names stay."""
    assert asked("ne")[0].text.startswith("कर्णालीबाट “अनलाइन बैठक बीचमै टुट्छ” सुनियो।")


def test_several_groups_are_listed_as_the_reader_lists_them():
    """A name with a comma in it stays one name."""
    values = {"holders": ("Dhaka", "Leeds"), "missing": ("Save the Children, Nepal",), "label": "Dhaka, at last"}
    given = replace(element(), questions=(Message(NOT_SAID, values),))
    (question,) = of_element(given, language("en"))
    assert question.text.startswith("We heard “Dhaka, at last” from Dhaka and Leeds.")
    assert question.text.endswith("daily work of Save the Children, Nepal?")


def test_a_question_can_be_copied_as_it_is(sample):
    """No markup is left in any question of the sample, in any language."""
    for code in ("en", "bn", "ne"):
        for each in sample.readings().elements:
            questions = of_element(each, language(code))
            assert questions
            assert not any("<" in question.text or "&" in question.text for question in questions)
