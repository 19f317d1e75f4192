"""What somebody typed becomes a question."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.search.query import MOST_TERMS, NOTHING, SHORTENED, parse
from service.search.types import Term


def begins(*words):
    return Term(words, whole=False)


def whole(*words):
    return Term(words, whole=True)


@pytest.mark.parametrize(
    ("typed", "terms"),
    [
        ("trust", [begins("trust")]),
        ("Trust money", [begins("trust"), begins("money")]),
        ('"same evening" call', [whole("same", "evening"), begins("call")]),
        ("“same evening”", [whole("same", "evening")]),
        ('call "same even', [begins("call"), begins("same", "even")]),
        ("follow-up", [begins("follow", "up")]),
        ("the and of", [begins("the"), begins("and"), begins("of")]),
        ('"the"', [whole("the")]),
        ("trust TRUST ＴＲＵＳＴ", [begins("trust")]),
        ("信任", [whole("信", "任")]),
        ("a", [whole("a")]),
        ('x AND y* NEAR(z) col:w ^"', [whole("x"), begins("and"), whole("y"), whole("near", "z"), whole("col", "w")]),
    ],
)
def test_words_are_beginnings_and_quotes_are_phrases(typed, terms):
    """Words in quotes stand in one row and are whole; words that say nothing are single letters too."""
    assert list(parse(typed).terms) == terms


@pytest.mark.parametrize(
    ("typed", "telling"),
    [
        ("how do people talk about money", ["people", "talk", "money"]),
        ("আমরা কি টাকা", ["টাকা"]),
        ("विश्वास र पैसा", ["विश्वास", "पैसा"]),
        ("the and of", ["the", "and", "of"]),
        ('"the" money', ["the", "money"]),
    ],
)
def test_words_that_say_something_are_told_from_those_that_do_not(typed, telling):
    """In English, Bangla and Nepali; where no word says anything, or one is quoted, it counts."""
    assert [word for term in parse(typed).telling for word in term.words] == telling


@pytest.mark.parametrize("typed", ["🙂", '""', "%_*", "।", "' OR 1=1 --"[:1], "👩‍👩‍👧 …"])
def test_what_has_no_word_says_so(typed):
    """There is nothing to look for, and that is said."""
    assert parse(typed).terms == ()
    assert parse(typed).remarks == (NOTHING,)


def test_nothing_typed_is_nothing_asked():
    """An empty field, or one of spaces, says nothing."""
    assert parse("") == parse(" \n\t ")
    assert parse("").terms == parse("").remarks == ()


@pytest.mark.parametrize(
    "typed", ["x" * 10_000, "word " * 2_000, " ".join(f"w{n}" for n in range(100)), '"' * 10_000 + "a"]
)
def test_long_questions_are_shortened_and_that_is_said(typed):
    """No more than a few words are looked for, however long it is."""
    query = parse(typed)
    assert len(query.terms) <= MOST_TERMS
    assert SHORTENED in [remark.template for remark in query.remarks] or query.terms == ()


@given(st.text(max_size=2000))
def test_whatever_is_typed_is_a_question(typed):
    """No text breaks it, and no term holds a sign that a database would read."""
    query = parse(typed)
    assert len(query.terms) <= MOST_TERMS
    assert all(word and not set(word) & set(" \"'*():^\\&|!<>-_%") for term in query.terms for word in term.words)
    assert '"' not in query.meant
