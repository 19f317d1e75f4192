import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.errors import InputError, ManyvoicesError, NoSpeakers, UnreadableFile
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


def test_more_intervals_than_any_session_has_are_refused():
    """Before they are taken apart."""
    with pytest.raises(UnreadableFile, match="lines, more than"):
        said((SHORT + "1\n" * 2_100_000).encode())


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


CHRONOLOGICAL = """"Praat chronological TextGrid text file"
0 2.3   ! Time domain.
3   ! Number of tiers.
"IntervalTier" "Mary" 0 2.3
"IntervalTier" "রিনা" 0 2.3
"TextTier" "bell" 0 2.3

! Mary:
1 0 1.0
"hello"

2 0 0.8
""
3 0.7
"ding"
2 0.8 2.3
"yes ""so"" ! no"
1 1.0 2.3
""
"""


def test_the_chronological_form():
    """Intervals of all tiers in the order of time; comments and points are passed over."""
    turns = read_transcript("a.TextGrid", CHRONOLOGICAL.encode()).turns
    assert [(turn.speaker, turn.start, turn.end, turn.text) for turn in turns] == [
        ("Mary", 0, 1.0, "hello"),
        ("রিনা", 0.8, 2.3, 'yes "so" ! no'),
    ]


@pytest.mark.parametrize("broken", [CHRONOLOGICAL[:150], CHRONOLOGICAL.replace("\n2 0.8", "\n7 0.8")])
def test_a_broken_chronological_file_is_refused(broken):
    """Cut off, or with an interval of a tier that there is not."""
    with pytest.raises(InputError):
        read_transcript("a.TextGrid", broken.encode())


def test_the_name_of_a_tier_is_one_line():
    """Line ends inside the quotation marks are spaces."""
    text = CHRONOLOGICAL.replace('"Mary"', '"Mary\nAnn"')
    assert read_transcript("a.TextGrid", text.encode()).turns[0].speaker == "Mary Ann"


def tiers(**intervals):
    """Build a TextGrid in the short form from tier -> (start, end, text)."""
    text = f'File type = "ooTextFile"\nObject class = "TextGrid"\n0\n9\n<exists>\n{len(intervals)}\n'
    for name, found in intervals.items():
        rows = "".join(f'{start}\n{end}\n"{said}"\n' for start, end, said in found)
        text += f'"IntervalTier"\n"{name}"\n0\n9\n{len(found)}\n{rows}'
    return text.encode()


TONES = [(0.1, 0.2, "T"), (0.6, 0.71, "H*"), (1.3, 1.4, "L%")]
WORDS = [(0, 0.3, "mary"), (0.3, 0.55, "rolled"), (0.55, 0.67, "the"), (0.67, 1, "barrel")]


def test_tiers_of_sounds_or_tones_are_left_out_whatever_they_are_called():
    """Half of their intervals are shorter than a word; a person whose words were aligned stays."""
    record = read_transcript("a.TextGrid", tiers(Mary=WORDS, tonicVowel=TONES))
    assert {turn.speaker for turn in record.turns} == {"Mary"}
    assert str(record.remarks[0]) == "Tiers that name no speaker are left out: tonicVowel."
    with pytest.raises(NoSpeakers):
        said(tiers(tonicVowel=TONES))


def test_a_person_who_only_said_uh_stays():
    """One short interval is no proof of an analysis."""
    assert said(tiers(Anna=[(0, 0.1, "uh")], Bina=WORDS))[0][0] == "Anna"
