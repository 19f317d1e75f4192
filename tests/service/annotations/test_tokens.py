"""Tokens by which a phone is known again."""

import pytest

from nlp.errors import InputError
from service.annotations.tokens import check_tokens, is_token, new_token


def test_a_new_token_is_one_and_no_other():
    """Nobody has it."""
    assert is_token(new_token())
    assert len({new_token() for _ in range(100)}) == 100


@pytest.mark.parametrize("text", ["", "short", "a b c d e f", "x" * 65, "কখগঘঙচছজ", "12345678\n"])
def test_what_cannot_be_ours_is_none(text):
    """Too short, too long, or of other signs."""
    assert not is_token(text)
    with pytest.raises(InputError, match="did not arrive whole"):
        check_tokens([new_token(), text])
