"""Messages: a template and its values, said in words at the very end."""

import copy

import pytest

from nlp.messages import Message, msgid


def test_a_message_is_its_template_filled():
    """Texts stay as they are, braces too; numbers and lists are written out in English."""
    said = Message("{count} lines of {name}: {kinds}", {"count": 3, "name": "{odd}", "kinds": ("a", "b")})
    assert str(said) == said.text == "3 lines of {odd}: a, b"
    assert copy.deepcopy(said) == said


def test_a_message_without_values_is_taken_as_it_is():
    """Braces and percent signs in it do no harm."""
    assert str(Message("100 % {")) == "100 % {"


def test_large_numbers_are_grouped():
    """As pages group them; a text that is a number stays as it is."""
    assert str(Message("{n} lines, {port}", {"n": 1_600_000, "port": "8000"})) == "1,600,000 lines, 8000"


def test_a_message_can_hold_another():
    """Its English stands in the English of the whole."""
    said = Message("{where}: broken", {"where": Message("line {n}", {"n": 12})})
    assert said.text == "line 12: broken"
    assert said == Message("{where}: broken", {"where": Message("line {n}", {"n": 12})})


def test_what_is_given_as_text_does_not_count():
    """The template and the values alone say what a message is."""
    assert Message("yes", {}, "no") == Message("yes")
    assert Message("yes", {}, "no").text == "yes"


def test_a_marked_template_is_the_template():
    """Marking is for the catalogues only."""
    assert msgid("{n} notes") == "{n} notes"


@pytest.mark.parametrize(
    "template", ["{n} of {all}", "{n.__class__}", "{n:>999999999}", "{n!r}", "{0}", "{}", "{n", "{n[0]}"]
)
def test_a_template_that_cannot_be_filled_is_refused(template):
    """A place without a value, or one that is more than a name: templates also come in with plans of files."""
    with pytest.raises(ValueError, match=r"place|format string|expected"):
        Message(template, {"n": "x"})
