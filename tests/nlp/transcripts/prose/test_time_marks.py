from nlp.transcripts import read_transcript


def times(text):
    turns = read_transcript("interview.txt", text.encode()).turns
    return [(turn.speaker, turn.start, turn.end, turn.text) for turn in turns]


def test_a_mark_at_the_end_of_a_paragraph_ends_the_turn():
    """As f4 and MAXQDA write it: the next turn begins there; tenths of seconds count."""
    text = "I: Hello. #00:00:03-2#\n\nB1: Fine #00:00:05-0# and good. #00:00:09-0#\n\nI: So. #00:01:02-3#\n\nB1: Bye.\n"
    assert times(text) == [
        ("I", 0, 3.2, "Hello."),
        ("B1", 3.2, 9, "Fine and good."),
        ("I", 9, 62.3, "So."),
        ("B1", 62.3, None, "Bye."),
    ]


def test_a_mark_at_the_beginning_begins_the_turn():
    """It is read like any time before a name."""
    text = "#00:00:03-2# Anna: Hello.\n#00:00:09-0# Bela: Fine.\n#00:01:02-3# Anna: So.\n"
    assert times(text) == [
        ("Anna", 3.2, None, "Hello."),
        ("Bela", 9, None, "Fine."),
        ("Anna", 62.3, None, "So."),
    ]


def test_a_hash_in_the_words_is_no_mark():
    """Tags of social media stay."""
    assert times("Anna: see #goals\nBela: yes\nAnna: so\n")[0] == ("Anna", None, None, "see #goals")
