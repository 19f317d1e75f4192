"""The one rule for the same name, in every script."""

from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.names import Spellings, fold, name_key, one_spelling, person_key, without_honorifics

WORDS = (
    "Rina",
    "José",
    "Well-functioning",
    "O'Brien",
    "রিনা",
    "আক্তার",
    "বড়ুয়া",
    "পারস্পরিক",
    "माया",
    "श्रेष्ठ",
    "तामाङ",
    "विश्वास",
    "২০২৬",
)
BEFORE = ("Mr. ", "Dr ", "Prof.", "জনাব ", "ড. ", "ডাঃ ", "श्री ", "डा. ", "डाः ", "श्रीमती ")
AFTER = (" apa", " bhai", " didi", " dai", " ji", " আপা", " ভাই", " দিদি", " দাদা", " दाइ", " दिदी", " जी", " ज्यू")
INVISIBLE = "\u200b\u200c\u200d\u200e\u200f\u2066\u2069\ufeff\u00ad"
NAMES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join)


@given(st.text(max_size=30))
def test_a_key_is_its_own_key(name: str):
    """Whatever the text, and a name with anything to see has a key."""
    key = name_key(name)
    assert name_key(key) == key
    assert bool(key) == bool(fold(name))


@given(st.text(max_size=30))
def test_the_normal_form_makes_no_difference(name: str):
    """NFC and NFD of any text are the same name."""
    assert len({name_key(normalize(form, name)) for form in ("NFC", "NFD")} | {name_key(name)}) == 1


@given(NAMES, st.sampled_from(INVISIBLE), st.integers(0, 40))
def test_what_cannot_be_seen_makes_no_difference(name: str, sign: str, at: int):
    """Joiners, marks of direction, soft hyphens and byte order marks, wherever they stand."""
    assert name_key(name[:at] + sign + name[at:]) == name_key(name)


@given(NAMES, st.sampled_from(["  ", "\u00a0", "\t", "-", " - ", "_", ", ", "–", "\u2011"]))
def test_case_spaces_and_hyphens_make_no_difference(name: str, between: str):
    """Nor do signs at either end."""
    for other in (name.upper(), name.lower(), f"  {name} ", f"{name}.", f"“{name}”", name.replace(" ", between)):
        assert name_key(other) == name_key(name)


@given(NAMES, NAMES)
def test_different_words_are_different_names(one: str, other: str):
    """The keys are equal only where the words are."""
    assert (name_key(one) == name_key(other)) == (one == other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Trust & openness", "trust, openness"),
        ("Well-functioning", "well functioning"),
        ("Cox’s Bazar", "COX'S BAZAR"),
        ("Cox's Bazar", "Coxs Bazar"),
        ("পারস্পরিক বিশ্বাস", "পারস্পরিক  বিশ্বাস।"),
        ("सम्झना", "सम्\u200dझना"),
        ("উৎসব", "উত্\u200dসব"),
        ("\u09a1\u09bc", "\u09dc"),
        ("স্তর ২", "স্তর 2"),
        ("Team １", "team 1"),
        ("Straße", "STRASSE"),
        ("🙂", "🙂\ufe0f"),
    ],
)
def test_one_name_in_two_spellings(one: str, other: str):
    """Case, punctuation, hyphens, apostrophes, joiners, digits of any script."""
    assert name_key(one) == name_key(other)


@pytest.mark.parametrize(
    "names",
    [
        ("B", "B+", "B-"),
        ("-1", "1", "+1"),
        ("<30", "30", ">30", "30+", "≤30"),
        ("🟢", "🟡", "🔴"),
        ("?", "!", "–"),
        ("রবি", "রুবি", "রাবি"),
        ("दिन", "दीन"),
        ("Rina", "Rîna"),
    ],
)
def test_names_that_differ_stay_apart(names: tuple[str, ...]):
    """Grades, ages and signs, vowel signs, accents."""
    assert len({name_key(name) for name in names}) == len(names)


def test_nothing_has_no_name():
    """Spaces and signs that cannot be seen are nothing."""
    assert {name_key(nothing) for nothing in ("", "  ", "\u200d", "\u200e \ufeff")} == {""}


@given(NAMES, st.sampled_from(BEFORE), st.sampled_from(AFTER), st.sampled_from(["NFC", "NFD"]))
def test_honorifics_are_no_part_of_a_person(name: str, before: str, after: str, form: str):
    """Before the name and after it, in English, Bangla, Nepali and romanised."""
    keys = {person_key(normalize(form, each)) for each in (name, before + name, name + after, before + name + after)}
    assert keys == {name_key(name)}


@pytest.mark.parametrize(
    ("label", "bare"),
    [
        ("Prof. Dr. Rina Akter", "rina akter"),
        ("Dr.Rina", "rina"),
        ("অধ্যাপক ড. শাহনাজ আপা", "শাহনাজ"),
        ("डा.माया राई ज्यू", "माया राई"),
        ("Anne-Marie O’Brien", "anne-marie o'brien"),
        ("Dr", "dr"),
        ("didi", "didi"),
        ("আপা", "আপা"),
        ("Maya Dr. Rai", "maya dr. rai"),
    ],
)
def test_a_name_without_honorifics_keeps_its_own_signs(label: str, bare: str):
    """A name of nothing but honorifics stays, and so does one that stands inside."""
    assert without_honorifics(label) == bare


def test_the_usual_spelling_stands_for_the_others():
    """The most frequent, of equals the first by the alphabet; names without words stay apart."""
    names = ["trust", "Trust", "Trust", "বিশ্বাস", normalize("NFD", "café"), "Café!", "?", ""]
    found = one_spelling(names)
    assert [found[name] for name in names[:4]] == ["Trust", "Trust", "Trust", "বিশ্বাস"]
    assert found["Café!"] == found[names[4]]
    assert (found["?"], found[""]) == ("?", "")


@given(st.lists(NAMES | st.text(max_size=6), max_size=12))
def test_one_spelling_for_each_key(names: list[str]):
    """Every name is spelled like one of those given, and two names alike exactly where their keys are."""
    found = one_spelling(names)
    assert set(found.values()) <= set(names)
    assert len(set(found.values())) == len({name_key(name) for name in names})
    assert all(name_key(spelled) == name_key(name) for name, spelled in found.items())


def test_a_known_spelling_is_taken_over():
    """A name that nobody knows stays as it is."""
    known = ("Trust & openness", "Équipe", "আস্থা")
    assert Spellings(known).of("trust, openness") == "Trust & openness"
    assert Spellings(known).of("e\u0301quipe") == "Équipe"
    assert Spellings(known).of("আস্থা\u200c ") == "আস্থা"
    assert Spellings(known).of("Risk") == "Risk"
    assert Spellings(("X", "")).of("") == ""
