"""A small programme's files, as somebody would upload them."""

NOTES = """text,element,team,participant,date
We share the news in time,Communications,North,Asha Rai,2026-03-18
খবর সময়মতো আসে না,Communications,South,Rina,2026-03-18
खबर ढिलो आउँछ,communications,West,Asha Rai,2026-03-19
Decisions reach us late,Communications,South,Rina,2026-09-16
We take risks together,Entrepreneurial culture,North,Asha Rai,2026-09-16
""".encode()

ROSTER = """name,aliases,team,gender,organisation,role
Asha Rai,Asha,North,woman,River Trust,director
Rina Das,Rina; রিনা দাস,South,woman,Bank Society,field officer
Tom Bell,,North,man,River Trust,finance
Hari Lama,,West,man,Hill Samaj,field officer
""".encode()

RUBRIC_NORTH = b"""element,level,descriptor,team
Communications,well-functioning,News is shared in time,North
Communications,needs help,Nobody knows who decides,North
Entrepreneurial culture,emerging,We take small risks,North
"""

RUBRIC_SOUTH = """element,level,descriptor,team
Communications,emerging,News is shared in time,South
Communications,needs help,খবর আসে না,South
""".encode()

RATINGS = b"""review,team,element,level
March 2026,North,Communications,emerging
March 2026,South,Communications,needs help
September 2026,North,Communications,well-functioning
"""

TRANSCRIPT = """WEBVTT

00:00:00.000 --> 00:00:30.000
<v Asha Rai>Let us begin with the news from the field.</v>

00:00:30.000 --> 00:00:40.000
<v Tom Bell>The budget is late again.</v>

00:00:40.000 --> 00:01:00.000
<v Asha Rai>আমরা পরে আলোচনা করব।</v>
""".encode()

EVERYTHING = [
    ("notes-2026-03.csv", NOTES),
    ("roster.csv", ROSTER),
    ("rubric-north.csv", RUBRIC_NORTH),
    ("rubric-south.csv", RUBRIC_SOUTH),
    ("ratings.csv", RATINGS),
    ("session-2026-03-18.vtt", TRANSCRIPT),
]
KINDS = ["notes", "roster", "rubric", "rubric", "ratings", "transcript"]

BAD = [
    ("empty.csv", b""),
    ("spaces.txt", b" \n\t "),
    ("broken.xlsx", b"PK\x03\x04 broken"),
    ("broken.docx", b"PK\x03\x04" + b"\0" * 40),
    ("picture.png", b"\x89PNG\r\n\x1a\n" + bytes(range(200))),
    ("report.pdf", b"%PDF-1.7 ..."),
    ("columns.csv", b"colour,size\nred,3\n"),
    ("silent.srt", b"1\n00:00:01,000 --> 00:00:02,000\nhello\n"),
    ("nobody.vtt", b"WEBVTT\n\n00:01.000 --> 00:02.000\nhello\n"),
    ("noise.txt", bytes([0x81, 0x8D, 0x8F, 0x90, 0x9D, 0xFF, 0xFE, 0x00, 0xD8] * 30)),
]
"""Files that cannot be used, each for another reason."""


def every_unit(element):
    """All notes of an element, in readings or alone."""
    return [unit for reading in element["readings"] for unit in reading["units"]] + element["alone"]
