"""Records of voices without words."""

from hypothesis import given
from hypothesis import strategies as st

from nlp import measure_participation, read_transcript
from nlp.documents.types import Person

TALLY = """WEBVTT

NOTE Topic 00:00:00.000 Welcome

1
00:00:01.000 --> 00:00:05.500
<v Rina Akter>

2
00:00:05.500 --> 00:00:08.000
<v बिष्णु &amp; Co>

3
00:00:09.000 --> 00:00:10.500
<v Rina Akter></v>
"""
NAMES = st.sampled_from(["Rina Akter", "আয়েশা বেগম", "बिष्णु", "O'Neil-Smith", "Sam 🙂"])


def read(text):
    return read_transcript("tally.vtt", text.encode())


def turns(transcript):
    return [(turn.speaker, turn.start, turn.end, turn.text) for turn in transcript.turns]


def test_a_voice_without_words_is_a_turn():
    """Name and times are all there is; entities in names are resolved, notes are no speech."""
    transcript = read(TALLY)
    assert turns(transcript) == [
        ("Rina Akter", 1.0, 5.5, ""),
        ("बिष्णु & Co", 5.5, 8.0, ""),
        ("Rina Akter", 9.0, 10.5, ""),
    ]
    assert (transcript.form, transcript.timed, transcript.unread.lines) == ("teams-vtt", True, 0)
    assert "not what was said" in transcript.remarks[0].text


def test_it_is_measured_in_seconds_with_the_silent_people():
    """6 of 8.5 s are Rina's; who is on the roster and was not tapped is silent."""
    measured = measure_participation(read(TALLY), [Person("Rina Akter"), Person("बिष्णु & Co"), Person("Sam")])
    assert {each.name: each.seconds for each in measured.speakers} == {"Rina Akter": 6.0, "बिष्णु & Co": 2.5}
    assert measured.silent == ("Sam",)
    assert measured.balance.unit == "seconds"
    assert measured.silence_seconds == 1.0


def test_words_added_to_some_cues_by_hand_are_kept_with_the_rest():
    """No turn is lost because another one got words."""
    transcript = read(TALLY.replace("<v बिष्णु &amp; Co>", "<v बिष्णु &amp; Co>हामी ढिलो भयौँ"))
    assert [turn.text for turn in transcript.turns] == ["", "हामी ढिलो भयौँ", ""]


def test_an_empty_voice_among_words_is_a_slip_and_no_turn():
    """Transcripts with words are read as before."""
    spoken = "WEBVTT\n\n00:01.000 --> 00:02.000\n<v A B>hello</v>\n\n00:02.000 --> 00:03.000\n<v C D></v>\n"
    transcript = read(spoken)
    assert turns(transcript) == [("A B", 1.0, 2.0, "hello")]
    assert transcript.remarks == ()


def test_two_at_once_are_seen():
    """Cues that run side by side are an overlap."""
    both = "WEBVTT\n\n00:00.000 --> 00:10.000\n<v A B>\n\n00:04.000 --> 00:07.000\n<v C D>\n"
    assert measure_participation(read(both)).overlap_seconds == 3.0


@given(st.lists(st.tuples(NAMES, st.integers(1, 5_000_000)), min_size=1, max_size=12))
def test_every_turn_comes_back(said):
    """Whatever the names and lengths, with milliseconds."""
    at, cues, expected = 0, [], []
    for name, length in said:
        cues.append(f"{clock(at)} --> {clock(at + length)}\n<v {name}>\n")
        expected.append((name, at / 1000, (at + length) / 1000, ""))
        at += length
    assert turns(read("WEBVTT\n\n" + "\n".join(cues))) == expected


def clock(milliseconds):
    seconds, rest = divmod(milliseconds, 1000)
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}.{rest:03}"
