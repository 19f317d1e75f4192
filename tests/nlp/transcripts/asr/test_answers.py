"""Answers of speech recognisers, in the forms that servers give."""

import json

import pytest

from nlp.errors import InputError, NothingToAnalyse, UnreadableFile
from nlp.transcripts.asr.answers import read_answer

OPENAI = {
    "task": "transcribe",
    "duration": 9.5,
    "text": "We trust them. Why?",
    "segments": [
        {
            "type": "transcript.text.segment",
            "id": "seg_1",
            "start": 0.0,
            "end": 4.5,
            "text": " We trust",
            "speaker": "A",
        },
        {"type": "transcript.text.segment", "id": "seg_2", "start": 5.0, "end": 9.5, "text": " Why?", "speaker": "B"},
    ],
}
WHISPER = {
    "task": "transcribe",
    "language": "bengali",
    "duration": 9.0,
    "text": "আমরা বিশ্বাস করি",
    "segments": [
        {"id": 0, "seek": 0, "start": 0.0, "end": 4.5, "text": " আমরা বিশ্বাস করি", "tokens": [1], "no_speech_prob": 0.1}
    ],
}
TOGETHER = {
    "text": "We trust. Why?",
    "segments": [{"id": 0, "start": 0, "end": 9.5, "text": "We trust. Why?"}],
    "speaker_segments": [
        {"id": 2, "speaker_id": "SPEAKER_01", "start": 5.0, "end": 9.5, "text": "Why?", "words": [{"word": "Why?"}]},
        {"id": 1, "speaker_id": "SPEAKER_00", "start": 0.0, "end": 4.5, "text": "We trust.", "words": []},
    ],
}
WORDS = {
    "segments": [
        {"start": 0.5, "end": 2.0, "text": "हामी", "words": [{"word": "हामी", "start": 0.5, "speaker": "SPEAKER_01"}]}
    ]
}
WHISPER_CPP = b"""WEBVTT

00:00:00.000 --> 00:00:04.500
<v Speaker0> We trust

00:00:05.000 --> 00:00:09.500
<v Speaker1> Why?
"""
SUBRIP = "1\n00:00:00,000 --> 00:00:04,500\nहामी विश्वास गर्छौं\n\n2\n00:00:05,000 --> 00:00:09,500\nकिन?\n".encode()


def turns(answer):
    """Return who says what, and when."""
    data = answer if isinstance(answer, bytes) else json.dumps(answer).encode()
    return [(turn.speaker, turn.start, turn.end, turn.text) for turn in read_answer("session.mp3", data).turns]


@pytest.mark.parametrize(
    ("answer", "wanted"),
    [
        (OPENAI, [("A", 0.0, 4.5, "We trust"), ("B", 5.0, 9.5, "Why?")]),
        (WHISPER, [(None, 0.0, 4.5, "আমরা বিশ্বাস করি")]),
        (TOGETHER, [("SPEAKER_00", 0.0, 4.5, "We trust."), ("SPEAKER_01", 5.0, 9.5, "Why?")]),
        (WORDS, [("SPEAKER_01", 0.5, 2.0, "हामी")]),
        (WHISPER_CPP, [("Speaker0", 0.0, 4.5, "We trust"), ("Speaker1", 5.0, 9.5, "Why?")]),
        (SUBRIP, [(None, 0.0, 4.5, "हामी विश्वास गर्छौं"), (None, 5.0, 9.5, "किन?")]),
        ({"text": "We trust. "}, [(None, None, None, "We trust.")]),
        ({"text": "We trust.", "duration": "9.5", "segments": []}, [(None, 0.0, 9.5, "We trust.")]),
        ({"text": "We trust.", "usage": {"type": "tokens"}}, [(None, None, None, "We trust.")]),
        ("আমরা বিশ্বাস করি\n".encode(), [(None, None, None, "আমরা বিশ্বাস করি")]),
    ],
    ids=[
        "diarized",
        "verbose",
        "speaker_segments",
        "words",
        "whisper.cpp",
        "subrip",
        "json",
        "length",
        "usage",
        "text",
    ],
)
def test_turns_are_read_from_every_form(answer, wanted):
    """Those who speak and times where they are told, else None; in the order in which they begin."""
    assert turns(answer) == wanted


@pytest.mark.parametrize("answer", [b"", b" \n", b'{"text": " "}', b'{"text": "", "segments": []}', b"WEBVTT\n\n"])
def test_silence_is_said_to_be_silence(answer):
    """No words are no broken answer."""
    with pytest.raises(NothingToAnalyse, match=r"session\.mp3: no spoken words"):
        read_answer("session.mp3", answer)


@pytest.mark.parametrize(
    "answer", [b"<html>Sign in", b'{"status": "queued"}', b"[1, 2]", b'{"text": 3}', b'{"segments": [']
)
def test_what_is_no_answer_is_one_line(answer):
    """It says where to look."""
    with pytest.raises(InputError, match="server of speech recognition"):
        read_answer("session.mp3", answer)


def test_times_that_cannot_be_are_not_believed():
    """Infinite, negative and reversed ones; the words stay."""
    answer = b'{"segments": [{"start": NaN, "end": Infinity, "text": "a"}, {"start": 5, "end": 2.5, "text": "b"}]}'
    assert turns(answer) == [(None, None, None, "a"), (None, 5.0, 5.0, "b")]


def test_an_answer_without_end_is_refused(monkeypatch):
    """It is not even parsed."""
    monkeypatch.setattr("nlp.transcripts.asr.answers.LARGEST_FILE", 10)
    with pytest.raises(UnreadableFile, match="larger than"):
        read_answer("session.mp3", b'{"text": "long"}')
