from hypothesis import given
from hypothesis import strategies as st

from nlp.transcripts.captions.cues import read_cues


def cues(text):
    return [(cue.id, cue.start, cue.end, cue.text, cue.line) for cue in read_cues(text.split("\n")).cues]


def test_a_cue_has_its_id_times_words_and_line():
    """The id above the time line is not part of the cue before."""
    text = "WEBVTT\n\n1\n00:01.000 --> 00:02.500\nHello\nthere\n\nintro-2\n00:03.000 --> 00:04.000 align:start\nBye"
    assert cues(text) == [("1", 1.0, 2.5, "Hello there", 4), ("intro-2", 3.0, 4.0, "Bye", 9)]


def test_subrip_without_blank_lines_between_cues_is_read():
    """A number directly above a time line is an id even if no blank line is before it."""
    text = "1\n00:00:01,000 --> 00:00:02,000\none\n2\n00:00:03,000 --> 00:00:04,000\ntwo"
    assert [cue[3] for cue in cues(text)] == ["one", "two"]


def test_a_blank_line_inside_a_cue_loses_no_words():
    """What follows a blank line still belongs to the cue."""
    assert cues("00:01.000 --> 00:02.000\none\n\ntwo\n\n2\n00:03.000 --> 00:04.000\nthree")[0][3] == "one two"


def test_comments_styles_and_headers_are_nobodys_words():
    """NOTE, STYLE and the header are understood, so they are neither speech nor unread."""
    text = "WEBVTT - a\nKind: captions\n\nNOTE by\nhand\n\nSTYLE\n::cue {}\n\n00:01.000 --> 00:02.000\nHi\n\nNOTE x\ny"
    file = read_cues(text.split("\n"))
    assert [cue.text for cue in file.cues] == ["Hi"]
    assert file.unread == []


def test_words_under_a_broken_time_line_are_reported_not_given_to_the_cue_before():
    """A line with an arrow that is no time is unread together with its payload."""
    file = read_cues(["00:01.000 --> 00:02.000", "Hi", "", "00:03.000 --> later", "lost"])
    assert [cue.text for cue in file.cues] == ["Hi"]
    assert file.unread == [(4, "00:03.000 --> later"), (5, "lost")]


def test_a_cue_without_a_time_line_is_reported():
    """It begins with the next number; its words are not those of the cue before."""
    file = read_cues(
        ["1", "00:01.000 --> 00:02.000", "Hi", "", "2", "A: lost", "", "3", "00:03.000 --> 00:04.000", "Bye"]
    )
    assert [cue.text for cue in file.cues] == ["Hi", "Bye"]
    assert file.unread == [(5, "2"), (6, "A: lost")]


def test_a_cue_that_ends_before_it_begins_is_counted():
    """Its length becomes 0."""
    file = read_cues(["00:05.000 --> 00:02.000", "Hi"])
    assert (file.cues[0].start, file.cues[0].end, file.backward) == (5.0, 5.0, 1)


def test_tags_of_time_colour_and_position_are_removed():
    """Only the words and voice tags stay."""
    line = "{\\an8}well<00:00:02.240><c> now</c> <i>it</i> <font color='#fff'>turns</font> a < b"
    assert cues(f"00:01.000 --> 00:02.000\n{line}")[0][3] == "well now it turns a < b"


@given(st.lists(st.text(alphabet="ab12:,.-> <v/\u0995\u093e\u200d", max_size=30), max_size=30))
def test_any_lines_can_be_read(lines):
    """No line breaks the reader, no cue ends before it begins, and every cue has words."""
    for cue in read_cues(lines).cues:
        assert cue.end >= cue.start
        assert cue.text
