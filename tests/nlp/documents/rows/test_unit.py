"""One note from a text."""

import pandas as pd
import pytest

from nlp import Unit
from nlp.errors import WrongType, WrongValue


def test_a_text_and_what_is_said_beside_it_are_a_note():
    """0 is a value, what is missing is none; the text is one note, in NFC, whatever stands in it."""
    note = Unit.of("  We decide together.\n- And pay ", element="Trust", team="Nepal", years=0, age=None, role=pd.NA)
    assert note.text == "We decide together. - And pay"
    assert note.element == "Trust"
    assert note.attributes == {"team": "Nepal", "years": "0"}
    assert note.language == "en"
    assert Unit.of("e\u0301te\u0301").text == "été"


def test_its_id_is_made_of_all_the_rest():
    """The same note has the same id; a line, or an id, tells notes apart."""
    ids = {
        Unit.of("Yes").id,
        Unit.of("Yes", team="A").id,
        Unit.of("Yes", line=2).id,
        Unit.of("Yes", element="Trust").id,
    }
    assert len(ids) == 4
    assert Unit.of("Yes", team="A", years=1) == Unit.of("Yes", years=1, team="A")
    assert Unit.of("Yes", id="mine").id == "mine"


def test_its_language_may_be_said():
    """As a tag or by its name."""
    assert Unit.of("Yes", language="Bangla").language == Unit.of("Yes", language="bn").language == "bn"


@pytest.mark.parametrize(("make", "error", "line"), [
    (lambda: Unit.of(None), WrongType, "text must be str, not None. Write Unit.of("),
    (lambda: Unit.of(3.5), WrongType, "text must be str, not float (3.5)."),
    (lambda: Unit.of("a", team=["A"]), WrongType, "team must be str, not list. Give it one value"),
    (lambda: Unit.of(" \n"), WrongValue, "the text is empty. Leave it out."),
    (lambda: Unit.of("a", language="Klingonisch"), WrongValue, "'Klingonisch' is no language that is known."),
])  # fmt: skip
def test_what_is_no_note_is_refused(make, error, line):
    """In one line."""
    with pytest.raises(error) as raised:
        make()
    assert str(raised.value).startswith(line)
