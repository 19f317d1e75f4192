import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.errors import ManyvoicesError, NoSpeakers, UnreadableFile
from nlp.transcripts import read_transcript


def read(content):
    return read_transcript("session.json", json.dumps(content, ensure_ascii=False).encode())


def said(content):
    return [(turn.speaker, turn.start, turn.end, turn.text) for turn in read(content).turns]


def test_whisperx_segments_and_their_gaps():
    """A segment without a speaker takes that of most of its words, or stays open; words without times do no harm."""
    segments = [
        {"start": 0.0, "end": 2.5, "text": " নমস্কার, সবাই ", "speaker": "SPEAKER_00", "words": None},
        {"start": 3, "end": 4, "text": "b", "words": [{"word": "b", "speaker": "SPEAKER_01"}, {"word": "2014."}]},
        {"start": 5, "end": 6, "text": "c"},
    ]
    assert said({"segments": segments, "language": "bn"}) == [
        ("SPEAKER_00", 0, 2.5, "নমস্কার, সবাই"),
        ("SPEAKER_01", 3, 4, "b"),
        (None, 5, 6, "c"),
    ]


@pytest.mark.parametrize(
    "content",
    [
        {"version": "1.0.0", "segments": [{"speaker": "Anna", "startTime": 0.5, "endTime": 0.75, "body": "Hi"}]},
        [{"start": "00:00:00.500", "start_ms": 500, "end": "0:00.750", "end_ms": 750, "voice": "Anna", "text": "Hi"}],
        {"a": {"b": [{"speaker": {"id": "x", "name": "Anna"}, "start": "0.5", "end": "0.75s", "transcript": "Hi"}]}},
        {"1.wav": ["Anna", [{"start": 0.5, "end": 0.75, "content": "Hi"}]], "2.wav": ["Bo", []]},
    ],
)
def test_segments_are_found_under_many_names(content):
    """Podcasting 2.0, Podlove, nested lists, and clips of a diarisation."""
    assert said(content) == [("Anna", 0.5, 0.75, "Hi")]


def test_whisper_without_speakers_is_refused():
    """Its segments have words and times, but nobody."""
    with pytest.raises(NoSpeakers):
        read({"text": "Hi", "segments": [{"start": 0, "end": 1, "text": "Hi"}]})


def test_json_without_a_transcript_is_refused():
    """With a line that says so."""
    with pytest.raises(UnreadableFile, match=r"^session\.json: this JSON holds no transcript"):
        read({"name": "x", "list": [1, 2, {"a": "b"}]})


def aws_item(text, start=None, end=None, **fields):
    timed = {"start_time": str(start), "end_time": str(end), "type": "pronunciation"}
    return {"alternatives": [{"content": text}], **(timed if start is not None else {"type": "punctuation"}), **fields}


def test_aws_words_become_turns():
    """Times are strings, punctuation has none, an empty label is nobody, a long pause ends a turn."""
    items = [
        aws_item("Yes", 0.5, 1.0, speaker_label="spk_0"),
        aws_item(",", speaker_label="spk_0"),
        aws_item("so", 1.1, 1.5, speaker_label="spk_0"),
        aws_item("ji", 1.6, 2.0, speaker_label="spk_1"),
        aws_item(".", speaker_label=""),
        aws_item("then", 9.0, 9.5, speaker_label="spk_1"),
        aws_item("mm", 9.6, 9.9, speaker_label=""),
    ]
    assert said({"results": {"items": items}}) == [
        ("spk_0", 0.5, 1.5, "Yes, so"),
        ("spk_1", 1.6, 2.0, "ji."),
        ("spk_1", 9.0, 9.5, "then"),
        (None, 9.6, 9.9, "mm"),
    ]


def test_older_aws_labels_stand_beside_the_items():
    """They are found by the start of the word."""
    segments = [{"speaker_label": "spk_1", "items": [{"start_time": "0.5", "speaker_label": "spk_1"}]}]
    content = {"results": {"items": [aws_item("Yes", "0.5", "1.0")], "speaker_labels": {"segments": segments}}}
    assert said(content) == [("spk_1", 0.5, 1.0, "Yes")]


def test_aws_channels_may_overlap():
    """Each channel is a speaker."""
    channels = [
        {"channel_label": "ch_0", "items": [aws_item("Yes", 0.5, 2.0)]},
        {"channel_label": "ch_1", "items": [aws_item("No", 1.0, 1.5)]},
    ]
    content = {"results": {"items": [aws_item("Yes", 0.5, 2.0)], "channel_labels": {"channels": channels}}}
    assert said(content) == [("ch_0", 0.5, 2.0, "Yes"), ("ch_1", 1.0, 1.5, "No")]
    assert read(content).shows_overlap


def test_aws_call_analytics_has_turns_in_milliseconds():
    """Roles are the speakers."""
    turn = {"ParticipantRole": "AGENT", "Content": "Hello", "BeginOffsetMillis": 40, "EndOffsetMillis": 5050}
    assert said({"Transcript": [turn]}) == [("AGENT", 0.04, 5.05, "Hello")]


def test_deepgram_takes_speakers_from_the_words():
    """An utterance may hold words of two people."""
    words = [
        {"word": "and", "punctuated_word": "And,", "start": 3.04, "end": 3.54, "speaker": 0},
        {"word": "yes", "start": 3.6, "end": 3.9, "speaker": 1},
    ]
    content = {"metadata": {}, "results": {"channels": [{"alternatives": [{"words": words}]}]}}
    assert said(content) == [("Speaker 0", 3.04, 3.54, "And,"), ("Speaker 1", 3.6, 3.9, "yes")]


@pytest.mark.parametrize("nested", [True, False])
def test_assemblyai_times_are_milliseconds(nested):
    """With utterances or with words alone."""
    words = [
        {"text": "Yeah.", "start": 170, "end": 718, "speaker": "A"},
        {"text": "As", "start": 720, "end": 800, "speaker": "A"},
    ]
    own = {"utterances": [{"speaker": "A", "words": words}]} if nested else {"utterances": None, "words": words}
    assert said({"audio_url": "x", **own}) == [("A", 0.17, 0.8, "Yeah. As")]


def test_google_words_are_not_counted_twice():
    """With diarisation the last result repeats all words."""
    plain = {"alternatives": [{"words": [{"word": "hi", "startTime": "0.100s", "endTime": "0.5s"}]}]}
    tagged = {"alternatives": [{"words": [{"word": "hi", "startTime": "0.100s", "endTime": "0.5s", "speakerTag": 1}]}]}
    assert said({"results": [plain, tagged]}) == [("Speaker 1", 0.1, 0.5, "hi")]


def test_rev_monologues_have_names_beside_them():
    """Punctuation elements carry their own space."""
    elements = [
        {"type": "text", "value": "Hi", "ts": 0.5, "end_ts": 0.8},
        {"type": "punct", "value": ","},
        {"type": "punct", "value": " "},
        {"type": "text", "value": "all", "ts": 0.9, "end_ts": 1.2},
    ]
    content = {"speakers": [{"id": 0, "name": "Anna"}], "monologues": [{"speaker": 0, "elements": elements}]}
    assert said(content) == [("Anna", 0.5, 1.2, "Hi, all")]


def test_bbc_kaldi_words_belong_to_the_segment_around_their_middle():
    """A word outside every segment is nobody's."""
    segments = [
        {"start": 1, "duration": 2.0, "speaker": {"@id": "S1"}},
        {"start": 3.0, "duration": 1.0, "speaker": {"@id": "S2"}},
    ]
    words = [
        {"start": 1.0, "end": 1.5, "punct": "Hi"},
        {"start": 2.9, "end": 3.3, "word": "yo"},
        {"start": 7, "end": 8, "word": "mm"},
    ]
    content = {"retval": {"words": words, "segmentation": {"segments": segments}}}
    assert said(content) == [("S1", 1.0, 1.5, "Hi"), ("S2", 2.9, 3.3, "yo"), (None, 7.0, 8.0, "mm")]


WORDS = """results items channels alternatives words word segments speaker start end text retval monologues elements
Transcript ParticipantRole speaker_labels segmentation startTime audio_url"""
KEYS = st.sampled_from(WORDS.split())
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.sampled_from(["", "a", "1.5", "0:01", "1e999", "nan"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=5),
    max_leaves=25,
)


@given(VALUES.filter(lambda value: isinstance(value, dict | list)))
def test_any_json_is_read_or_refused(content):
    """Whatever is missing or of the wrong type."""
    try:
        transcript = read(content)
    except ManyvoicesError:
        return
    assert all(
        0 <= turn.start <= turn.end for turn in transcript.turns if turn.start is not None and turn.end is not None
    )


def test_json_nested_beyond_reason_is_refused():
    """No recursion error."""
    with pytest.raises(ManyvoicesError):
        read_transcript("deep.json", b"[" * 200_000)
