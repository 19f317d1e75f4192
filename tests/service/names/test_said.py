"""Texts that people send."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.errors import InputError
from nlp.messages import msgid
from service.access.acting import act_as
from service.access.types import Reader
from service.names.said import checked_text, signed, written_day

PROBLEM = msgid("a note has 1 to {most} letters")


@pytest.mark.parametrize("said", ["হ্যাঁ", "हो", "x" * 9])
def test_what_can_be_read_stays_as_it_is(said):
    """Up to as many letters as there may be."""
    assert checked_text(said, 9, PROBLEM) is said


@pytest.mark.parametrize("said", ["", "?!", "👍", "x" * 10])
def test_nothing_and_too_much_are_refused(said):
    """With the number that there may be."""
    with pytest.raises(InputError, match=r"a note has 1 to 9 letters\. Write another one"):
        checked_text(said, 9, PROBLEM)


@given(st.text(max_size=12))
def test_a_text_is_taken_or_refused(said):
    """Never made another one."""
    try:
        assert checked_text(said, 9, PROBLEM) == said
    except InputError:
        assert len(said) > 9 or not any(map(str.isalnum, said))


def test_who_is_signed_in_signs():
    """Whatever name is given; where nobody is, the name that is given, without needless spaces."""
    assert signed("  রিনা   দাস ", 20) == "রিনা দাস"
    with act_as(Reader(account=1, name="Asha")):
        assert signed("somebody else", 20) == "Asha"
    with pytest.raises(InputError, match="a name has at most 3 letters"):
        signed("आशा राई", 3)


def test_a_day_is_one_or_refused():
    """Nothing written is no day, and no fault."""
    assert (written_day(" 2026-12-31 "), written_day("  ")) == ("2026-12-31", "")
    for wrong in ("31.12.2026", "2026-13-01", "soon"):
        with pytest.raises(InputError, match=r"is no day\. Write it as 2026-12-31"):
            written_day(wrong)
