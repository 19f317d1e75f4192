"""Names in two scripts that are surely one name."""

from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.names import name_key
from nlp.participation.people.transliteration import is_transliteration

WRITTEN = {
    "রিনা": ("Rina", "Reena", "Rinaa"),
    "আক্তার": ("Akter", "Aktar", "Akhtar", "Akhter"),
    "কামাল": ("Kamal", "Kamaal"),
    "হোসেন": ("Hossain", "Hosen", "Hosein"),
    "চৌধুরী": ("Chowdhury", "Choudhury", "Chaudhuri"),
    "বেগম": ("Begum", "Begom"),
    "মোহাম্মদ": ("Mohammad", "Mohamad"),
    "শাহনাজ": ("Shahnaz", "Shahnaj"),
    "পারভীন": ("Parveen", "Parvin"),
    "বিশ্বাস": ("Biswas", "Bishwas"),
    "বড়ুয়া": ("Barua", "Baruya"),
    "গোস্বামী": ("Goswami",),
    "শ্যামল": ("Shyamal", "Syamol"),
    "माया": ("Maya", "Maaya"),
    "तामाङ": ("Tamang",),
    "श्रेष्ठ": ("Shrestha", "Sreshtha"),
    "क्षेत्री": ("Chhetri", "Chetri", "Kshetri"),
    "लक्ष्मी": ("Laxmi", "Lakshmi"),
    "ज्ञानेन्द्र": ("Gyanendra",),
    "कृष्ण": ("Krishna",),
    "यादव": ("Yadav", "Yadab"),
    "बुढाथोकी": ("Budhathoki",),
    "प्रिया": ("Priya", "Pria"),
    "पौडेल": ("Paudel", "Poudel"),
}
DIFFERENT = [
    ("রিনা", "Rana"),
    ("রানা", "Rina"),
    ("রবি", "Ruby"),
    ("করিম", "Karima"),
    ("করিমা", "Karim"),
    ("রুমা", "Roma"),
    ("সুমন", "Sumona"),
    ("হাসান", "Asan"),
    ("কামাল", "Kamala"),
    ("সীতা", "Gita"),
    ("रिता", "Rina"),
    ("रमा", "Ram"),
    ("राम", "Rama"),
]
PAIRS = [(indic, latin) for indic, spellings in WRITTEN.items() for latin in spellings]


def alike(one: str, other: str) -> bool:
    return is_transliteration(name_key(one), name_key(other))


@pytest.mark.parametrize(("indic", "latin"), PAIRS)
def test_usual_spellings_are_known(indic: str, latin: str):
    """Both ways round, in NFC and NFD."""
    assert alike(f"{indic} রাই", f"{latin} Rai")
    assert alike(f"{latin} Rai", normalize("NFD", f"{indic} রাই"))


@pytest.mark.parametrize(("indic", "latin"), DIFFERENT)
def test_a_vowel_tells_two_people_apart(indic: str, latin: str):
    """So does a consonant."""
    assert not alike(f"{indic} রাই", f"{latin} Rai")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("রিনা", "Rina"),
        ("রিনা আক্তার", "Rina"),
        ("রিনা আক্তার", "Akter Rina"),
        ("Rina Akter", "Rina Akter"),
        ("Rina Akter", "Reena Aktar"),
        ("রিনা আক্তার", "रिना अक्तर"),
        ("", ""),
        ("🙂 রাই", "Rai 🙂"),
    ],
)
def test_what_is_no_proof(one: str, other: str):
    """One word, another order, one script, two scripts that are both Indic."""
    assert not alike(one, other)


def test_a_word_may_be_in_one_script_on_both_sides():
    """Initials and numbers are often Latin."""
    assert alike("M A কামাল", "M.A. Kamal")
    assert not alike("M A কামাল", "N.A. Kamal")


@given(
    st.lists(st.sampled_from(PAIRS), min_size=2, max_size=3),
    st.lists(st.sampled_from(PAIRS), min_size=2, max_size=3),
)
def test_a_name_is_like_itself_only(one: list[tuple[str, str]], other: list[tuple[str, str]]):
    """Symmetric, and true exactly where the words are the same."""
    indic, latin = " ".join(pair[0] for pair in one), " ".join(pair[1] for pair in other)
    same = [pair[0] for pair in one] == [pair[0] for pair in other]
    assert alike(indic, latin) is alike(latin, indic) is same


@given(st.text(max_size=12), st.text(max_size=12))
def test_any_text_has_an_answer(one: str, other: str):
    """The same both ways round."""
    assert is_transliteration(one, other) is is_transliteration(other, one)
