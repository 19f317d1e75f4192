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


COLONS = """<!DOCTYPE html>
<html><head><title>x</title></head><body><div><span>ORDERS OF THE DAY</span></div>
<div><span>MR  A.  RAI:</span><span>  Mr Speaker, one
two: three.</span></div><div><a>Page 3</a></div><div><span>30 April 1997
</span></div><div><span>2743</span></div><div><span>four</span></div>
<div><span>MR SPEAKER:</span><span> Order!</span></div><div><span>HON. B. DAS:</span><span>Yes.</span></div></html>"""


def test_members_on_a_page_are_told_by_capitals_and_colon():
    """Numbers and dates at the top of a page are no words."""
    transcript = read_transcript("debate.html", COLONS.encode())
    assert [(turn.speaker, turn.text, turn.line) for turn in transcript.turns] == [
        ("MR A. RAI", "Mr Speaker, one two: three. four", 3),
        ("MR SPEAKER", "Order!", 6),
        ("HON. B. DAS", "Yes.", 6),
    ]


def test_members_whose_name_in_capitals_begins_a_line_before_a_dash():
    """On a page or in text; pages, headings and what became of a motion are reported, not said by anybody."""
    lines = (
        "ELECTION PETITIONS -",
        "Mr ACTING SPEAKER - Honorable Members in accordance with",
        "section 221 - I present it.",
        "Page 4:",
        "The petition is upheld.",
        "MOTION BY LEAVE",
        "Mr PETER O'NEILL (Ialibu-Pangia) - I ask leave.",
        "Leave granted.",
        "Mr ACTING SPEAKER - So be it.",
    )
    page = "<!DOCTYPE html>\n<html><body>\n" + "\n".join(f"<p>{line}</p>" for line in lines) + "\n</body></html>"
    for text in (page, "\n".join(lines)):
        transcript = read_transcript("debate", text.encode())
        assert [(turn.speaker, turn.text) for turn in transcript.turns] == [
            (
                "Mr ACTING SPEAKER",
                "Honorable Members in accordance with section 221 - I present it. The petition is upheld.",
            ),
            ("Mr PETER O'NEILL", "I ask leave."),
            ("Mr ACTING SPEAKER", "So be it."),
        ]
        assert transcript.unread.lines == 4
