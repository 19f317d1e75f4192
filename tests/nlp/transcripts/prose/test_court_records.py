"""Numbered lines of courts, and labels that end in a full stop."""

import pytest

from nlp.transcripts import read_transcript
from nlp.transcripts.prose.court_records import with_colons, without_line_numbers

PAGES = """                                   12
 1        Q.   Where were you on the
 2   night of the storm?
 3        A.   At home with my
 4   family.
 5        MR. RAI:  I object.
 6        THE COURT:  Overruled.
 7                  CROSS-EXAMINATION
 8   BY MS. LUND:
 9        Q.   What time was it?
10
11        A.   Around nine.
REPORTERS OF THE DISTRICT
                                   13
 1        Q.   Was anyone with you?
 2        A.   My sister was.
"""


def said(text):
    return [(turn.speaker, turn.text) for turn in read_transcript("hearing.txt", text.encode()).turns]


def test_pages_of_a_court():
    """The numbers are no words, and neither page heads nor who examines whom is said by anybody."""
    assert said(PAGES) == [
        ("Q", "Where were you on the\nnight of the storm?"),
        ("A", "At home with my\nfamily."),
        ("MR. RAI", "I object."),
        ("THE COURT", "Overruled."),
        ("Q", "What time was it?"),
        ("A", "Around nine."),
        ("Q", "Was anyone with you?"),
        ("A", "My sister was."),
    ]
    record = read_transcript("hearing.txt", PAGES.encode())
    assert record.unread.lines == 3
    assert "line 13: REPORTERS OF THE DISTRICT" in record.unread.examples


def test_numbered_lines_of_an_interview():
    """As tools for coding number them; a line without a label goes on with the one above."""
    text = "001 I: What do you think?\n002 P1: It is far.\n003 Very far.\n004 I: And the cost?\n005 P1: High."
    assert said(text) == [
        ("I", "What do you think?"),
        ("P1", "It is far.\nVery far."),
        ("I", "And the cost?"),
        ("P1", "High."),
    ]


@pytest.mark.parametrize("text", ["3 goats\n5 cows\n2 hens\n9 ducks\n1 dog\n7 cats", "1 a\n2 b", "2024 was good\n" * 9])
def test_numbers_that_do_not_count_lines_stay(text):
    """They do not go up one by one."""
    lines = text.split("\n")
    assert without_line_numbers(lines) == (lines, [])


@pytest.mark.parametrize("sign", [".- ", ". – ", " .- "])
def test_a_full_stop_and_a_dash_after_the_label(sign):
    """As interviews in Spanish and French have it."""
    text = f"E{sign}¿Qué opinan?\nP1{sign}Está lejos.\nE{sign}¿Y el costo?\nP1{sign}Mucho."
    assert said(text) == [("E", "¿Qué opinan?"), ("P1", "Está lejos."), ("E", "¿Y el costo?"), ("P1", "Mucho.")]


def test_an_initial_is_no_answer():
    """`A. Rai` alone is a name; questions must be there as well."""
    lines = ["A. Rai came.", "A. Lund went.", "A. Das stayed."]
    assert with_colons(lines) == lines


def test_titles_with_names_in_capitals_of_a_hearing():
    """As committees of the United States print them."""
    text = (
        "Chairman HAY. Come to order.\n\nSenator DU BOIS. Thank you.\n\n"
        "Dr. LOWE. It is large.\n\nSenator DU BOIS. How large?"
    )
    assert said(text) == [
        ("Chairman HAY", "Come to order."),
        ("Senator DU BOIS", "Thank you."),
        ("Dr. LOWE", "It is large."),
        ("Senator DU BOIS", "How large?"),
    ]
