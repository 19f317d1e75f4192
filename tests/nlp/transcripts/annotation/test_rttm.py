from nlp.transcripts import read_transcript


def test_speaker_lines_give_times_and_names():
    """Start and duration in seconds; comments and the pseudo-speaker SPEECH are no turns; broken lines are reported."""
    text = (
        ";; made by hand\n"
        "SPKR-INFO meeting 1 <NA> <NA> <NA> unknown FEE013 <NA>\n"
        "SPEAKER meeting 1 10.99 3.54 <NA> <NA> FEE013 <NA> <NA>\n"
        "SPEAKER meeting 1 17.88 0.27 <NA> <NA> রহিমা <NA>\n"
        "SPEAKER meeting 1 17.88 9.00 <NA> <NA> SPEECH <NA>\n"
        "SPEAKER meeting 1 x 9.00 <NA> <NA> FEE013 <NA>\n"
        "SPEAKER meeting 1 1.0 -9.00 <NA> <NA> FEE013 <NA>\n"
        "SPEAKER meeting 1 nan 1.0 <NA> <NA> FEE013 <NA>\n"
    )
    transcript = read_transcript("a.rttm", text.encode())
    assert [(turn.speaker, turn.start, turn.end) for turn in transcript.turns] == [
        ("FEE013", 10.99, 10.99 + 3.54),
        ("রহিমা", 17.88, 17.88 + 0.27),
    ]
    assert transcript.unread.lines == 3
    assert transcript.shows_overlap


def test_only_the_first_recording_of_a_file_is_read():
    """Two meetings are not one; the file says how many there were."""
    text = "SPEAKER a 1 0 1 <NA> <NA> X <NA> <NA>\nSPEAKER b 1 0 1 <NA> <NA> Y <NA> <NA>\n"
    transcript = read_transcript("a.rttm", text.encode())
    assert [turn.speaker for turn in transcript.turns] == ["X"]
    assert "2 recordings (a, b)" in str(transcript.remarks[0])
