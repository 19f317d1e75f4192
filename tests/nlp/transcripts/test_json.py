import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.errors import ManyvoicesError, NoSpeakers, UnreadableFile
from nlp.transcripts import read_transcript
from nlp.transcripts.source import Source


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


def test_whisper_cpp_and_transformers_write_times_in_places_of_their_own():
    """Offsets in milliseconds, or a pair of seconds."""
    offsets = [{"offsets": {"from": 0, "to": 2500}, "text": " Hi", "speaker": "0"}]
    assert said({"transcription": offsets}) == [("Speaker 0", 0, 2.5, "Hi")]
    assert said({"speakers": [{"speaker": "S1", "timestamp": [0.5, 2.5], "text": " Hi"}]}) == [("S1", 0.5, 2.5, "Hi")]


def test_whole_numbers_that_nobody_could_speak_so_slowly_are_milliseconds():
    """AssemblyAI without its header; seconds that are whole numbers stay seconds."""
    turns = [{"speaker": "A", "start": 250, "end": 12000, "text": "Hello there everyone and welcome to this"}]
    assert said({"utterances": turns}) == [("A", 0.25, 12, "Hello there everyone and welcome to this")]
    assert said({"utterances": [{**turns[0], "start": 1, "end": 12}]})[0][1:3] == (1, 12)


def test_meeting_bots_write_words_under_a_participant():
    """Recall.ai: names in an object, times relative to the start."""
    words = [
        {"text": "Hi", "start_timestamp": {"relative": 1.0}, "end_timestamp": {"relative": 1.5}},
        {"text": "all", "start_timestamp": {"relative": 1.6}, "end_timestamp": {"relative": 1.9}},
    ]
    assert said([{"participant": {"id": 1, "name": "Anna"}, "words": words}]) == [("Anna", 1, 1.9, "Hi all")]


def test_a_name_is_taken_before_a_number():
    """Fireflies and Podlove give both."""
    segment = {"start_time": 1, "end_time": 2, "text": "Hi", "speaker": "1", "speaker_name": "Anna"}
    assert said({"sentences": [segment]})[0][0] == "Anna"
    assert said({"sentences": [{**segment, "speaker_name": None}]})[0][0] == "Speaker 1"


def test_azure_phrases_with_ticks_or_durations():
    """The best guess, its speaker, seconds."""
    phrases = [
        {"speaker": 1, "offsetInTicks": 1_000_000, "durationInTicks": 14_000_000, "nBest": [{"display": "Hi."}]},
        {"speaker": 2, "offset": "PT1M1.6S", "duration": "PT0.9S", "nBest": [{"lexical": "yes"}]},
        {"speaker": 2, "offset": "P1D", "nBest": [{"display": "so"}]},
    ]
    found = said({"recognizedPhrases": phrases})
    assert [turn[0] for turn in found] == ["Speaker 1", "Speaker 2"]
    assert found[0][1:] == (pytest.approx(0.1), pytest.approx(1.5), "Hi.")
    assert found[1][1:3] == (pytest.approx(61.6), pytest.approx(62.5))


def test_speechmatics_new_and_old():
    """Words with a speaker each, punctuation glued on; or words and a list of who spoke when."""
    items = [
        {"type": "word", "start_time": 0.1, "end_time": 0.5, "alternatives": [{"content": "Hi", "speaker": "S1"}]},
        {
            "type": "punctuation",
            "start_time": 0.5,
            "end_time": 0.5,
            "alternatives": [{"content": ".", "speaker": "S1"}],
        },
        {"type": "word", "start_time": 1.1, "end_time": 1.5, "alternatives": [{"content": "Yes", "speaker": "UU"}]},
    ]
    assert said({"results": items}) == [("S1", 0.1, 0.5, "Hi."), (None, 1.1, 1.5, "Yes")]
    speakers = [{"name": "F4", "time": "1.0", "duration": "2.0"}, {"name": "M1", "time": "3.0", "duration": "2.0"}]
    words = [
        {"name": "Hi", "time": "1.1", "duration": "0.4"},
        {"name": ".", "time": "1.5", "duration": "0"},
        {"name": "Yes", "time": "3.5", "duration": "0.5"},
    ]
    assert said({"speakers": speakers, "words": words}) == [("F4", 1.1, 1.5, "Hi."), ("M1", 3.5, 4, "Yes")]


@pytest.mark.parametrize(
    "words",
    [
        [
            {"start_time": {"seconds": "1", "nanos": 100_000_000}, "end_time": "2s", "word": "hi", "speaker_tag": 1},
            {"start_time": {"seconds": 3}, "end_time": {"seconds": 4}, "word": "yes", "speaker_tag": 2},
        ],
        [
            {"startOffset": "1.100s", "endOffset": "2s", "word": "hi", "speakerLabel": "1"},
            {"startOffset": "3s", "endOffset": "4s", "word": "yes", "speakerLabel": "2"},
        ],
    ],
)
def test_google_in_both_versions_and_spellings(words):
    """Also as the result of a batch, under the name of the recording."""
    expected = [("Speaker 1", 1.1, 2, "hi"), ("Speaker 2", 3, 4, "yes")]
    results = [{"alternatives": [{"words": words}]}]
    assert said({"results": results}) == expected
    assert said({"results": {"gs://a/b.wav": {"transcript": {"results": results}}}}) == expected


def test_every_phrase_of_google_with_labels_counts():
    """Labels of the second version stand in every result; only tags of the first are repeated in the last."""
    word = {"startOffset": "1s", "endOffset": "2s", "word": "hi", "speakerLabel": "1"}
    results = [{"alternatives": [{"words": [{**word, "word": text}]}]} for text in ("one", "two")]
    assert [turn[3] for turn in said({"results": results})] == ["one two"]


def test_deepgram_without_single_words():
    """Utterances, or else the sentences of paragraphs."""
    utterance = {"start": 0.1, "end": 1.5, "transcript": "Hi.", "speaker": 0}
    channel = {"alternatives": [{"transcript": "Hi."}]}
    assert said({"results": {"channels": [channel], "utterances": [utterance]}}) == [("Speaker 0", 0.1, 1.5, "Hi.")]
    paragraph = {"speaker": 1, "sentences": [{"text": "Yes.", "start": 1.6, "end": 2.5}]}
    channel = {"alternatives": [{"paragraphs": {"paragraphs": [paragraph]}}]}
    assert said({"results": {"channels": [channel]}}) == [("Speaker 1", 1.6, 2.5, "Yes.")]


def test_a_chat_of_telegram():
    """Messages are turns without an end; notices and files are counted."""
    messages = [
        {"type": "service", "date_unixtime": "1709287200", "actor": "Anna", "text": ""},
        {"type": "message", "date_unixtime": "1709287203", "from": "Anna", "from_id": "user1", "text": "Hello"},
        {"type": "message", "date_unixtime": "1709287213", "from": "রিনা", "text": ["see ", {"text": "a.org"}, " ok"]},
        {"type": "message", "date_unixtime": "1709287214", "from": "Carl", "photo": "a.jpg", "text": ""},
    ]
    chat = read({"name": "Group", "messages": messages})
    assert [(turn.speaker, turn.start, turn.end, turn.text) for turn in chat.turns] == [
        ("Anna", 3, None, "Hello"),
        ("রিনা", 13, None, "see a.org ok"),
    ]
    assert chat.attendees == ("Anna", "রিনা", "Carl")
    assert [remark.values for remark in chat.remarks] == [{}, {"count": 1}, {"count": 1}]


def test_a_file_of_otranscribe():
    """Typed HTML with time marks becomes a plain transcript."""
    typed = (
        '<p><span class="timestamp" data-timestamp="3.17">00:03</span> Anna: Hello&nbsp;there</p>'
        '<p><span class="timestamp" data-timestamp="9.5">00:09</span> Bela: A &amp; B<br></p><p>Anna: So</p>'
    )
    found = said({"text": typed, "media": "a.mp3", "media-time": 12.3})
    assert found == [("Anna", 3, None, "Hello there"), ("Bela", 9, None, "A & B"), ("Anna", None, None, "So")]


def test_half_an_emoji_is_no_text():
    r"""Chat programs cut emoji in two; whole ones, and a backslash before the letters of an escape, stay."""
    text = r"cut \ud83d, cut \uDE00, whole \ud83d\ude00, typed \\ud83d"
    data = f'[{{"start": 0, "end": 2, "speaker": "Rina", "text": "{text}"}}]'.encode()
    assert Source("a.json", data).json[0]["text"] == "cut \ufffd, cut \ufffd, whole \U0001f600, typed \\ud83d"
