"""Spellings are found where one pattern of all of them finds them, however many there are."""

from unicodedata import normalize

from hypothesis import given
from hypothesis import strategies as st

from nlp.names import fold
from service.presentation.masking.spellings import Spellings, spellings

NAMES = (
    *("Rina", "Akter", "Rina Akter", "RinaAkter", "Jo", "J", "O'Neil", "Md. Rafi", "Ali", "Al", "Ram", "Rama", "-x"),
    *("রিনা", "রিনা আক্তার", "আক্তার", "এ", "राम", "राम बहादुर", "Émile", "Straße", "İnci"),
)
PIECES = (
    *NAMES,
    *("RINA", "Rina\u200d  Akter", "O’Neil", "রিনার", "রিনাদেরকে", "রি\u200dনা", "रामले", "रामलाई", "rinake"),
    *(" ", "\n", ".", ",", "-", "ın", "ſ", "x", "er", "\u200b", "🙂"),
)


@given(st.sets(st.sampled_from(NAMES), min_size=1, max_size=8), st.lists(st.sampled_from(PIECES), max_size=9))
def test_each_spelling_is_found_where_one_pattern_of_all_finds_it(names, pieces):
    """Cases, endings, joiners, apostrophes and the longest of several make no difference."""
    folded, text = {fold(name) for name in names}, normalize("NFC", "".join(pieces))
    found = Spellings(folded).sub(lambda match: f"<{match.group()}>", text)
    assert found == spellings(folded).sub(lambda match: f"<{match.group()}>", text)


def test_nobody_is_found_where_nobody_is_called_so():
    """Without names, and without any of them in it, a text comes back as it is."""
    assert Spellings(["rina"]).sub(lambda _: "…", "Karina, marinated") == "Karina, marinated"


def test_only_names_that_begin_alike_are_compared():
    """A room of 3,000 people costs a text no 3,000 comparisons: no pattern is made of names that begin otherwise."""
    many = Spellings([f"{first}{second}{third}ari" for first in "bcdfg" for second in "aeiou" for third in "klmnp"])
    assert many.sub(lambda _: "…", "Bakari asked Helen") == "… asked Helen"
    assert list(many._compiled) == ["bak"]
