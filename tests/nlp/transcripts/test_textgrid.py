import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.errors import ManyvoicesError, NoSpeakers, UnreadableFile
from nlp.transcripts import read_transcript

SHORT = '''File type = "ooTextFile"
Object class = "TextGrid"

0
9
<exists>
3
"IntervalTier"
"  Anna "
0
9
3
0
1.5
""
1.5
4
"she said ""hi""
twice 3 times"
4
9
"sil"
"TextTier"
"marks"
0
9
1
2
"x"
"IntervalTier"
"""রহিমা"""
0
9
1
3
9
"জি"
'''
LONG = """File type = "ooTextFile"
Object class = "TextGrid"

xmin = 0
xmax = 9
tiers? <exists>
size = 2
item []:
    item [1]:
        class = "IntervalTier"
        name = "Anna - words"
        xmin = 0
        xmax = 9
        intervals: size = 1
        intervals [1]:
            xmin = 1.5
            xmax = 4
            text = "hi 2"
    item [2]:
        class = "IntervalTier"
        name = "Anna - phones"
        xmin = 0
        xmax = 9
        intervals: size = 1
        intervals [1]
            xmin = 1.5
            xmax = 4
            text = "h"
"""


def said(data):
    return [(turn.speaker, turn.start, turn.end, turn.text) for turn in read_transcript("a.TextGrid", data).turns]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-be"])
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_the_short_form(encoding, ending):
    """Quotes are doubled, names padded or quoted, empty and `sil` intervals silence, in any encoding of Praat."""
    assert said(SHORT.replace("\n", ending).encode(encoding)) == [
        ("Anna", 1.5, 4, 'she said "hi" twice 3 times'),
        ("রহিমা", 3, 9, "জি"),
    ]


def test_the_long_form_with_the_tiers_of_an_aligner():
    """Words count for the speaker; phones would count twice."""
    assert said(LONG.encode()) == [("Anna", 1.5, 4, "hi 2")]


def test_tiers_that_name_nobody_are_refused():
    """`words` is no person."""
    with pytest.raises(NoSpeakers):
        said(LONG.replace("Anna - words", "words").encode())


@pytest.mark.parametrize("cut", [120, 200, 240])
def test_a_file_that_ends_too_early_is_refused(cut):
    """Anywhere."""
    with pytest.raises(UnreadableFile, match="cut off"):
        said(SHORT.encode()[:cut])


@given(
    st.lists(
        st.sampled_from(['"IntervalTier"', '"a"', "0", "1", "9", "<exists>", '""', "1e999999", '"TextTier"']),
        max_size=30,
    )
)
def test_any_tokens_are_read_or_refused(tokens):
    """A size that is not true does not make the reader wait or fill the memory."""
    try:
        said(('File type = "ooTextFile"\nObject class = "TextGrid"\n0 9 <exists> ' + " ".join(tokens)).encode())
    except ManyvoicesError:
        return
