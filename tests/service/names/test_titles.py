"""Titles are short and say something."""

import pytest

from nlp.errors import InputError
from service.names.titles import LONGEST_TITLE, checked_title


def test_needless_spaces_go():
    """In any script; nothing else changes."""
    assert checked_title("  What we \n heard ") == "What we heard"
    assert checked_title("আমরা  যা শুনেছি") == "আমরা যা শুনেছি"
    assert checked_title("ह" * LONGEST_TITLE) == "ह" * LONGEST_TITLE


@pytest.mark.parametrize("given", ["", " \t\n", "a" * (LONGEST_TITLE + 1)])
def test_nothing_and_too_much_are_no_titles(given):
    """One line says how long a title may be."""
    with pytest.raises(InputError):
        checked_title(given)
