"""Addresses are built from names of files, and name nobody."""

import pytest

ROSTER = "name;aliases;team\nRina Akter;রিনা;North\nসীতা থাপা;;South\n".encode()
RECORD = "WEBVTT\n\n00:00:01.000 --> 00:00:04.000\n<v {one}>We begin.\n\n00:00:05.000 --> 00:00:08.000\n<v {two}>Yes.\n"


@pytest.mark.parametrize(
    ("filename", "slug"),
    [
        ("interview-rina-akter-2026-03-12.vtt", "interview-2026-03-12"),
        ("রিনার সাক্ষাৎকার.vtt", "র-সাক্ষাৎকার"),
        ("Rina Akter.vtt", "session"),
        ("Anna Kowalska.vtt", "session"),
        ("call 01712-345678 march.vtt", "call-march"),
        ("session-2026-03-review.vtt", "session-2026-03-review"),
    ],
)
def test_people_and_telephone_numbers_leave_the_address_of_a_session(workspace, programme, filename, slug):
    """Those of the roster that comes with it and its own speakers; the title keeps the name of the file."""
    record = RECORD.format(one="Rina Akter", two="Anna Kowalska").encode()
    workspace.files.add(programme, [("roster.csv", ROSTER), (filename, record)])
    (session,) = workspace.findings(programme).at.sessions
    assert session.slug == slug
    assert session.transcript == filename
