"""Where stretches lie in a text, however the program that wrote them counted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.documents.refi.positions import Given, place
from nlp.documents.refi.project import Selection

WORDS = ["trust", "বিশ্বাস", "विश्वास", "র‍্যাব", "bishwas", "ক্ষ্ম", "cafe\u0301"]
LINE = "first line 🙂 with a sign"


def at(start, end, name=""):
    return Given(start, end, Selection("g", 0, 0, name=name))


def read(written, *given_, origin=""):
    placed = place(written, list(given_), origin)
    return [placed.text[each.start : each.end] for each in placed.selections]


def utf16(text):
    return len(text.encode("utf-16-le")) // 2


@st.composite
def texts(draw):
    """Lines of words and emoji, ended by CR LF, and the words that are marked."""
    lines = draw(
        st.lists(st.lists(st.sampled_from([*WORDS, "🙂", "👩🏽‍🌾"]), min_size=1, max_size=6), min_size=2, max_size=6)
    )
    lines[0] = ["🙂", *lines[0]]
    return lines


@pytest.mark.parametrize("line_end", ["\r\n", "\n"])
@pytest.mark.parametrize("width", [len, utf16])
@pytest.mark.parametrize("one_sign", [True, False])
@given(lines=texts())
def test_the_way_of_counting_shows_in_the_words(line_end, width, one_sign, lines):
    """Code points or UTF-16, an end of a line as one sign or two: whole words are found wherever that can be told."""
    written = line_end.join(" ".join(line) for line in lines)
    counted = written.replace("\r\n", "\n") if one_sign else written
    marked, at_place = [], 0
    for line in lines:
        for word in line:
            if word in WORDS:
                start = counted.index(word, at_place)
                at_place = start + len(word)
                marked.append((word, width(counted[:start]), width(counted[:at_place])))
            else:
                at_place = counted.index(word, at_place) + len(word)
    named = [at(start, end, word) for word, start, end in marked]
    assert read(written, *named) == [word for word, _, _ in marked]


def test_what_stands_as_the_standard_has_it_stays():
    """Without a sign that could be counted twice there is nothing to tell, and nothing is changed."""
    assert read("we trust each other", at(3, 8), at(1, 5)) == ["trust", "e tr"]


@pytest.mark.parametrize("origin", ["ATLAS.ti Win 23.4.0", "MAXQDA 24 (Release 24.7.0)"])
def test_programs_that_count_an_end_of_a_line_once_are_believed(origin):
    """Where the words do not tell, the program does."""
    assert read("a b\r\nc d\r\ne f", at(4, 5), origin=origin) == ["c"]
    assert read("a b\r\nc d\r\ne f", at(5, 6)) == ["c"]


def test_what_lies_behind_the_text_is_cut_or_left_out():
    """No end, nothing marked, the end before the start: none is a note; and how many there were is said."""
    placed = place("short", [at(1, 99), at(9, 12), at(2, 2), at(3, 1), at(0, None), at(-1, 3)])
    assert [(each.start, each.end) for each in placed.selections] == [(1, 5)]
    assert (placed.cut, placed.lost) == (1, 5)


@given(st.text(alphabet="a \r\n🙂ক্", max_size=30), st.lists(st.tuples(st.integers(-5, 60), st.integers(-5, 60))))
def test_stretches_always_lie_in_the_text(written, given_):
    """Whatever a file says."""
    placed = place(written, [at(*each) for each in given_])
    assert all(0 <= each.start < each.end <= len(placed.text) for each in placed.selections)
    assert "\r" not in placed.text
