"""Lines and their ends."""

from hypothesis import given
from hypothesis import strategies as st

from nlp.text.lines import line_texts, split_lines


def test_every_line_end_counts():
    """CR, LF, CRLF, U+2028 and U+0085 end a line; a last line without text is no line."""
    assert [line.text for line in split_lines("a\rb\nc\r\nd\u2028e\x85f\n")] == list("abcdef")
    assert [line.number for line in split_lines("\n\nx")] == [1, 2, 3]
    assert split_lines("") == []


@given(st.text(alphabet="aক\r\n\u2028é", max_size=40))
def test_places_lead_back_to_the_text(text: str):
    """A line's start and end cut it out of the text again, and only line ends lie between."""
    end = 0
    for line in split_lines(text):
        assert text[line.start : line.end] == line.text
        assert set(text[end : line.start]) <= set("\r\n\u2028")
        end = line.end
    assert set(text[end:]) <= set("\r\n\u2028")


@given(st.text("ab\n\r\v\f\x85\u2028\u2029", max_size=30))
def test_texts_alone_are_those_of_the_lines(text):
    """With every kind of line end."""
    assert line_texts(text) == [line.text for line in split_lines(text)]
