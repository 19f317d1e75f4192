from nlp.transcripts import read_transcript


def test_debates_marked_with_newspeech():
    """Tags may be unbalanced; a colon or full stop ends the name; titles before a name belong to it."""
    text = (
        "<Header>ORAL ANSWERS</Header>\n<Newspeech>MR. SPEAKER: Next Question.</Newspeech>\nQuestion No. 780\n"
        "<Newspeech>Dr. Manto: Sir, I beg to reply: yes.\nAnd more.\n<Newspeech>The Assistant Minister (Mr. Ole): No.\n"
        "<scene>(Applause)</scene>\n<Newspeech>Mr. Deputy Speaker. Order!</Newspeech>\n"
    )
    record = read_transcript("debate.txt", text.replace("\n", "\r").encode())
    assert [(turn.speaker, turn.text, turn.line) for turn in record.turns] == [
        ("MR. SPEAKER", "Next Question.", 2),
        ("Dr. Manto", "Sir, I beg to reply: yes. And more.", 4),
        ("The Assistant Minister (Mr. Ole)", "No.", 6),
        ("Mr. Deputy Speaker", "Order!", 8),
    ]
    assert record.form == "hansard"
    assert record.unread.examples == ("line 1: ORAL ANSWERS", "line 3: Question No. 780", "line 7: (Applause)")
