"""Minutes and interviews: numbered headings, questions as headings, lines about the meeting."""

import pytest

from nlp.documents import Notes, read_document
from tests.nlp.documents.office import new_docx, saved

MINUTES = """Meeting notes – Steering group
Date: 3 June 2026
Present: Ann, Rahim, Sita, Juan, Mary, Omar and five people from the villages around
1. Communications
- Decisions get lost in the group
- Calls are too early
Venue: London
2. অর্থ
- টাকা দেরিতে এসেছে
Decisions
- Use one shared folder
Next meeting: 1 July
"""


def _notes(name: str, data: bytes) -> list[tuple[str | None, str]]:
    document = read_document(name, data)
    assert isinstance(document, Notes)
    return [(unit.element, unit.text) for unit in document.units]


def test_numbered_lines_above_bullets_are_headings():
    """They name the elements without their numbers; what is said of the meeting is no note."""
    assert _notes("minutes.txt", MINUTES.encode()) == [
        ("Communications", "Decisions get lost in the group"),
        ("Communications", "Calls are too early"),
        ("অর্থ", "টাকা দেরিতে এসেছে"),
        (None, "Use one shared folder"),
    ]


def test_a_numbered_list_of_notes_stays_one():
    """Long lines, and lines without bullets below them, are notes."""
    for text in ("1. Money came late\n2. Nobody asked us\n3. We talk more\n", MINUTES.replace("অর্থ", "We " * 9)):
        assert "Communications" not in {element for element, _ in _notes("list.txt", text.encode())}


def test_decisions_are_an_element_where_nothing_tells_of_a_meeting():
    """A programme may well have an element of that name."""
    assert _notes("notes.md", b"# Decisions\n- made together\n# Money\n- late\n")[0][0] == "Decisions"


def test_a_line_about_place_is_a_note_outside_minutes():
    """Only minutes have a venue that nobody reads."""
    assert (None, "Venue: the old school was too small") in _notes(
        "n.txt", b"- We met\n\nVenue: the old school was too small\n"
    )


@pytest.mark.parametrize("question", ["How did you first hear about the project in your village?", "आपको क्या बदलना है?"])
def test_bold_questions_are_headings(question: str):
    """In a docx and in Markdown; the answers below speak of them."""
    page = new_docx()
    page.add_heading("Interview 4", 0)
    page.add_paragraph().add_run(question).bold = True
    page.add_paragraph("People in the villages do not know who decides what.")
    expected = [(question, "People in the villages do not know who decides what.")]
    assert _notes("interview.docx", saved(page)) == expected
    assert _notes("interview.md", f"# Interview 4\n\n**{question}**\n\n{expected[0][1]}\n".encode()) == expected


@pytest.mark.parametrize("text", ["আমরা কি শিখেছি?\n- সময় লাগে\n", "¿Qué aprendimos?\n- lleva tiempo\n"])
def test_a_question_above_bullets_is_a_heading(text: str):
    """Nothing marks it but what follows."""
    assert _notes("notes.txt", text.encode())[0][0] == text.split("\n", 1)[0]


@pytest.mark.parametrize("heading", ["Discussion", "আলোচনা", "छलफल", "Discusión"])
def test_the_section_of_the_discussion_is_no_element(heading: str):
    """The headings in it are; without any its notes speak of no element."""
    text = f"# Minutes\n\n## Attendance\n- Ann\n\n## {heading}\n### Money\n- late\n### Trust\n- grows\n"
    assert _notes("minutes.md", text.encode()) == [("Money", "late"), ("Trust", "grows")]
    alone = f"# Minutes\n\n## Attendance\n- Ann\n\n## {heading}\n- Money comes late\n"
    assert _notes("minutes.md", alone.encode()) == [(None, "Money comes late")]
