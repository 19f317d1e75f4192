from nlp.transcripts import read_transcript

HTML = """<!DOCTYPE html>
<html><head><style>p { color: #333; }</style>
<title>x</title></head><body><h3>Debate</h3>
<p>HON. V.R. GAVOKA.- Mr. Speaker &amp; members, this is 7<sup>th</sup> February.</p><p>(Chorus) MR. SPEAKER.- Order!
HON. V. R. GAVOKA.- Thank you.</p> AN HON. MEMBER.- Hear!</body></html>"""


def test_members_are_told_by_capitals_and_dash():
    """Tags and styles vanish, initials are spaced alike, lines are those of the file."""
    transcript = read_transcript("debate.html", HTML.encode())
    assert [(turn.speaker, turn.text, turn.line) for turn in transcript.turns] == [
        ("HON. V. R. GAVOKA", "Mr. Speaker & members, this is 7 th February. (Chorus)", 4),
        ("MR. SPEAKER", "Order!", 4),
        ("HON. V. R. GAVOKA", "Thank you.", 5),
        ("AN HON. MEMBER", "Hear!", 5),
    ]
    assert transcript.unread.examples == ("line 3: Debate",)
