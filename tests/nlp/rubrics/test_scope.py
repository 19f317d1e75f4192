"""How far a sentence goes: nothing, little, some, all of it; before or after, in the open or in secret."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.rubrics.scope import Amount, scope_of


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("Everybody knows who must be informed", Amount.PLAIN),
        ("Nobody knows who must be informed", Amount.NONE),
        ("কাকে জানাতে হবে কেউ জানে না", Amount.NONE),
        ("খবর মাঠে পৌঁছায়নি", Amount.NONE),
        ("তিনি খবর পান", Amount.PLAIN),
        ("कसैले कक्षा हेर्दैन", Amount.NONE),
        ("निर्णय कसैलाई सुनाइएन", Amount.NONE),
        ("बैठक अनलाइन हुन्छ", Amount.PLAIN),
        ("आलोचना कहिल्यै स्वीकार्दैन", Amount.NONE),
        ("No partner shows its budget", Amount.NONE),
        ("Los líderes nunca aceptan críticas", Amount.NONE),
        ("No administran ningún presupuesto", Amount.NONE),
        ("Les décisions ne sont jamais expliquées", Amount.NONE),
        ("As decisões não são explicadas", Amount.NONE),
        ("Data are seldom used", Amount.LITTLE),
        ("তথ্য কমই কাজে লাগে", Amount.LITTLE),
        ("तथ्याङ्क विरलै प्रयोग हुन्छ", Amount.LITTLE),
        ("Only office staff receive training", Amount.LITTLE),
        ("साँझको कक्षामा छोरालाई मात्र पठाइन्छ", Amount.LITTLE),
        ("People can reach some of the places", Amount.SOME),
        ("কিছু কিছু সভাস্থলে যেতে পারেন", Amount.SOME),
        ("মাঠের দল ছোটখাটো কিছু শুরু করে", Amount.PLAIN),
        ("", Amount.PLAIN),
        ("🙂", Amount.PLAIN),
    ],
)
def test_the_weakest_word_tells_the_amount(text, amount):
    """Whether it stands alone, is joined to the verb, or needs a second word; in both forms of Unicode."""
    assert scope_of(text).amount is amount
    assert scope_of(unicodedata.normalize("NFD", text)).amount is amount


def test_two_negations_tell_nothing():
    """A sentence with "nobody ... without" may affirm what it seems to deny."""
    assert scope_of("Nobody tries anything without three signatures").amount is None
    assert scope_of("অনুমতি ছাড়া কেউ নতুন কিছু ধরে না").amount is None
    assert not scope_of("Nobody tries anything without a signature").parts(scope_of("All try"), levels_differ=True)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Money arrives on time", "पैसा सधैँ ढिलो आउँछ"),
        ("Field staff are asked before a decision", "সিদ্ধান্তের পরে মাঠকর্মীদের জানানো হয়"),
        ("Failures are discussed openly", "Failures are hidden"),
        ("निर्णय सँगै बसेर गरिन्छ", "Una sola persona decide todo"),
    ],
)
def test_words_of_opposite_meaning_part_two_sentences(one, other):
    """On any levels, and in both directions."""
    for a, b in ((one, other), (other, one)):
        assert scope_of(a).parts(scope_of(b), levels_differ=False)


def test_both_sides_of_a_contrast_are_none():
    """Money that comes "late or on time" takes no side."""
    assert scope_of("Money comes late or on time").poles == frozenset()


def test_one_step_parts_on_different_levels_only():
    """On one level "some" and "all" mean much the same; on two levels that is the difference."""
    some, all_ = scope_of("Some centres are open to all"), scope_of("The centres are open to all")
    assert some.steps(all_) == 1
    assert (some.parts(all_, levels_differ=False), some.parts(all_, levels_differ=True)) == (False, True)


@given(st.text(), st.text(), st.booleans())
def test_parting_is_mutual_and_never_from_oneself(one, other, differ):
    """Any text can be asked, and a sentence is never parted from itself."""
    a, b = scope_of(one), scope_of(other)
    assert a.parts(b, levels_differ=differ) == b.parts(a, levels_differ=differ)
    assert not a.parts(a, levels_differ=differ)
