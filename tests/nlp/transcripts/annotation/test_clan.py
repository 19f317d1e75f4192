from nlp.transcripts import read_transcript

CHA = (
    "@UTF8\n@Begin\n@Participants:\tCHI Mia_K Target_Child, INV Investigator\n"
    "*INV:\twhat is this [?] , then ? \x15100_1600\x15\n%mor:\tpro|what\n"
    "*CHI:\ta &-um dog\n\tand a cat@s:eng . \x151500_2750\x15\n*INV:\t+< yes . \nodd line\n@End\n"
)


def test_speech_lines_with_their_times():
    """Milliseconds, continuation lines, codes left out, names from the list of participants."""
    transcript = read_transcript("a.cha", CHA.encode())
    assert [(turn.speaker, turn.start, turn.end, turn.text, turn.line) for turn in transcript.turns] == [
        ("INV", 0.1, 1.6, "what is this , then ?", 4),
        ("Mia K", 1.5, 2.75, "a dog and a cat", 6),
        ("INV", None, None, "yes", 8),
    ]
    assert transcript.unread.examples == ("line 9: odd line",)
    assert transcript.form == "clan"


def test_times_are_found_in_a_file_of_an_old_encoding():
    """The sign around them does not depend on how the letters are written."""
    text = "@Begin\n*ANN:\tçava être très bien . \x150_1200\x15\n*BEL:\toui . \x151200_2000\x15\n@End\n"
    turns = read_transcript("a.cha", text.encode("cp1252")).turns
    assert [(turn.start, turn.end, turn.text) for turn in turns] == [(0, 1.2, "çava être très bien"), (1.2, 2, "oui")]
