import pytest

from nlp.errors import InputError
from service.programmes.expected_shares import shares_to_expect


@pytest.mark.parametrize(
    ("typed", "shares"),
    [
        ("", {}),
        ("woman=0.5", {"woman": 0.5}),
        ("woman = 50 %, man=0.4", {"woman": 0.5, "man": 0.4}),
        ("মহিলা=60%", {"মহিলা": 0.6}),
        ("a=b=0.2", {"a=b": 0.2}),
    ],
)
def test_shares_as_they_are_typed(typed, shares):
    """Parts of one or per cent, with commas between."""
    assert shares_to_expect(typed) == pytest.approx(shares)


@pytest.mark.parametrize("typed", ["woman", "=0.5", "woman=half", "woman=-1", "woman=0.5, man"])
def test_what_is_no_share_is_refused(typed):
    """With how to write it."""
    with pytest.raises(InputError, match=r"Write it as woman=0\.5"):
        shares_to_expect(typed)


def test_no_number_is_refused():
    """`nan` is none; more than all is left to the roster's check."""
    with pytest.raises(InputError):
        shares_to_expect("woman=nan")
