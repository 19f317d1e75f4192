"""Any input is read with all promises kept, or refused with one line. `benchmarks/fuzzing/fuzz.py` tries for longer."""

import json
import zipfile
from io import BytesIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nlp.errors import InputError
from nlp.transcripts import read_transcript
from tests.nlp.documents.office import docx_of_xml, new_docx, saved, xlsx, xlsx_of_xml
from tests.nlp.transcripts.promises import broken_promises

BEGINNINGS = {
    "webvtt": "WEBVTT\n\n1\n00:01.000 --> 00:02.000\n<v Anna>Hi</v>\n\n2\n00:02.000 --> 00:03.000\nBela: yes\n",
    "subrip": "1\n00:00:01,000 --> 00:00:02,000\nAnna: hi\n\n2\n00:00:02,000 --> 00:00:03,000\n[Bela] yes\n",
    "sbv": "0:00:01.000,0:00:04.000\nAnna: Hi\n\n0:00:04.500,0:00:06.000\nBela: Yes\n",
    "zoom chat": '10:00:01 From Anna to Everyone:\n\tHi\n10:00:02\tBela:\tReplying to "Hi"\n\nyes 👍\n',
    "whatsapp": "12/03/24, 14:05 - Anna: hi\n13/03/24, 14:06 - B: <Media omitted>\n[12.03.24, 14:05:09] B: \u200eyes\n",
    "elan": '<ANNOTATION_DOCUMENT><TIME_ORDER><TIME_SLOT TIME_SLOT_ID="a" TIME_VALUE="5"/></TIME_ORDER>'
    '<TIER TIER_ID="A"><ANNOTATION><ALIGNABLE_ANNOTATION TIME_SLOT_REF1="a" TIME_SLOT_REF2="a"><ANNOTATION_VALUE>hi'
    "</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION></TIER></ANNOTATION_DOCUMENT>",
    "clan": "@UTF8\n@Begin\n@Participants:\tCHI Anna Child\n*CHI:\thi [!] . \x150_1200\x15\n\tso\n%mor:\tx\n@End\n",
    "textgrid": 'File type = "ooTextFile"\nObject class = "TextGrid"\n'
    '\n0\n2\n<exists>\n1\n"IntervalTier"\n"Anna"\n0\n2\n1\n0\n2\n"hi"\n',
    "chronological": '"Praat chronological TextGrid text file"\n0 2\n1\n"IntervalTier" "Anna" 0 2\n1 0 2\n"hi"\n',
    "rttm": "SPEAKER a 1 0.00 1.50 <NA> <NA> Anna <NA> <NA>\nSPEAKER a 1 1.00 1.50 <NA> <NA> Bela <NA> <NA>\n",
    "label track": "0.5\t1.5\tAnna\n1.0\t2.5\tBela\n2.6\t3.5\tAnna\n",
    "rev": "token|speaker|ts|endTs|punctuation\nhi|1|0.5|1.0|,\nyes|2|1.0|1.5|.\n",
    "table": "Speaker,Start,End,Text\nAnna,0:01,0:02,hi\nBela,2,3,yes\n",
    "hansard": "HON. A. LUND.- hi MR. SPEAKER.- Order! HON. B. K.- yes <p>so</p>",
    "meet": "Attendees\nAnna, Bela\nTranscript\nAnna: hi\nBela: yes\n00:05:00\nMeeting ended after 00:06:00\n",
    "otter": "Anna  0:03  \nhi\n\nUnknown Speaker  0:05  \nyes\n\nTranscribed by https://otter.ai\n",
    "one-line chat": "17:46:06 De Ana a Todos : hola\n17:46:09 De Ben a Todos : si\n17:46:10 De Ana a Todos : ya:\n",
    "discord text": "====\nGuild: G\nChannel: c\n====\n\n[01-Mar-24 10:00 AM] anna\nhi\n\n{Embed}\nx\n\n"
    "[01-Mar-24 10:01 AM] bela\nyes\n",
    "fathom": "@0:00 - Anna (a.org)\nhi\n\n@0:04 -\nyes\n\nACTION ITEM: go - WATCH\n",
    "newspeech": "<Newspeech>MR. A: hi</Newspeech>\nQuestion\n<Newspeech>Dr. B. yes\n",
    "doubtful": "Anna: hi\n\nZed: so\n\nmore\n\nBela: yes [Anna: mm] no\n\n"
    "| Name | X |\n|---|---|\n| Carl | y |\n\nAnna: a\n\nBela: b\n",
    "names above times": "Anna\n0:01\nhi\n\nBela\n0:02\nyes\n\nAnna\n0:03\nso\n",
    "plain": "[00:01] Anna: hi\nরহিমাঃ জি\n**Bela:** yes #00:00:03-2#\n### Carl\nNAME - text\n",
}
SIGNS = "Aa: \n\r\t-[]#*<>/v0123,.{}\"|'()&;@%+\u200e\u202f\u200d।ঃीকা🙂\x15\ufeff"
KEYS = """text speaker start end words results items alternatives content channels utterances segments start_time type
    monologues elements value transcript recognizedPhrases nBest offset messages from timestamp offsets
    sender_name timestamp_ms participants author channel guild user ts type message user_profile section_speaker
    section_content speaker_blocks para chats list date_unixtime is_unsent summary session_id report_url
    speakers name time duration retval segmentation startTime word speakerTag participant relative"""
JSON_KEYS = st.sampled_from(KEYS.split())
JSON_VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.sampled_from(["Anna", "1.5", "0:01", "PT1S", "", "👍"]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(JSON_KEYS, inner, max_size=5),
    max_leaves=25,
)


@st.composite
def damaged(draw):
    """A beginning with signs put in, taken out, doubled, and mixed with another kind."""
    text = draw(st.sampled_from(list(BEGINNINGS.values())))
    for _ in range(draw(st.integers(0, 6))):
        place = draw(st.integers(0, len(text)))
        length = draw(st.integers(0, 12))
        put = draw(st.text(SIGNS, max_size=6) | st.sampled_from([text[place : place + 30], *BEGINNINGS.values()]))
        text = text[:place] + put + text[place + length :]
    return text


def check(data):
    """Read and look at the promises; a refusal is one line."""
    try:
        broken = broken_promises(read_transcript("x", data), data)
    except InputError as error:
        broken = ["several lines"] if "\n" in str(error) else []
    assert broken == []


@pytest.mark.parametrize("kind", BEGINNINGS)
def test_the_beginnings_are_read(kind):
    """Or else damaging them would show nothing."""
    data = BEGINNINGS[kind].encode()
    assert broken_promises(read_transcript("x", data), data) == []


@settings(max_examples=300)
@given(damaged())
def test_damaged_files_of_every_kind(text):
    """Only what the file says, in finite times, or one line."""
    check(text.encode())


@settings(max_examples=200, suppress_health_check=[HealthCheck.too_slow])
@given(JSON_VALUES)
def test_json_of_any_shape(value):
    """Keys that readers look for, with values of every type."""
    check(json.dumps(value).encode())


@settings(max_examples=60)
@given(st.text("<>/w:ptrc \"='&;ab\n", max_size=120), st.sampled_from([docx_of_xml, xlsx_of_xml]))
def test_office_files_with_any_content(xml, office):
    """The main part of a docx, the sheet of an xlsx."""
    check(office(f"<a>{xml}</a>".encode()))


BOMB = (
    '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "'
    + "x" * 50
    + '">'
    + "".join(f'<!ENTITY {chr(99 + n)} "{"".join([f"&{chr(98 + n)};"] * 10)}">' for n in range(9))
    + "]>"
)
OUTSIDE = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]>'


@pytest.mark.parametrize("head", [BOMB, OUTSIDE])
@pytest.mark.parametrize("wrap", [bytes, docx_of_xml, xlsx_of_xml])
def test_entities_in_xml_are_refused(head, wrap):
    """Those that multiply and those that read other files, in ELAN and in office files."""
    xml = f"{head}<ANNOTATION_DOCUMENT>&b;&j;</ANNOTATION_DOCUMENT>".encode()
    with pytest.raises(InputError):
        read_transcript("x", wrap(xml))


def test_zip_bombs_are_refused():
    """A part that grows more than two hundred times, and parts beyond 64 MiB together."""
    for made, part in ((saved(new_docx()), "word/media.xml"), (xlsx(["a"]), "xl/more.xml")):
        buffer = BytesIO(made)
        with zipfile.ZipFile(buffer, "a", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(part, b" " * (70 * 2**20))
        with pytest.raises(InputError, match="too large"):
            read_transcript("x", buffer.getvalue())


@pytest.mark.parametrize(
    "data", [b"[" * 200_000, b'{"a":' * 200_000, b"[" * 900 + b"]" * 900, b'{"a":[1e999,' + b"9" * 5000]
)
def test_deep_or_odd_json_is_refused(data):
    """Without a stack overflow."""
    with pytest.raises(InputError):
        read_transcript("x.json", data)


@pytest.mark.timeout(20)
@pytest.mark.parametrize(
    "line",
    [
        *(
            "a" * 300_000,
            "a: " * 100_000,
            ">" * 300_000,
            "<" * 300_000,
            "0:" * 150_000,
            "[" * 300_000,
            " " * 300_000 + "x",
        ),
        *(
            "<v " * 100_000,
            '"' * 300_000,
            "(1:" * 100_000,
            "A. " * 100_000,
            "\t" * 300_000,
            "- " * 150_000,
            "&" * 300_000,
        ),
        *("1:1 " * 75_000, "12/03/24, 14:05 - " * 20_000, "From A to " * 30_000, "HON. A " * 40_000, "**" * 150_000),
        *(
            "{\\" * 100_000,
            "#00:00:01" * 30_000,
            "\u200e" * 100_000,
            "১" * 300_000,
            "a\t" * 150_000,
            "00:01 --> " * 30_000,
        ),
    ],
)
def test_very_long_lines_take_no_long_time(line):
    """One line of 300 KB alone, below a head of every kind, and after a name."""
    for before in ("", "WEBVTT\n\n00:01.000 --> 00:02.000\n", "Anna: ", "HON. A.- a HON. B.- b HON. C.- "):
        check((before + line).encode())
