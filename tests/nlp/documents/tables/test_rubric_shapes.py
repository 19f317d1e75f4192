"""Rubrics that are turned, numbered, or written as headings."""

import pytest

from nlp.documents import FilePlan, Notes, Rubric, plan_of, read_document
from service.intake import detect_kind
from tests.nlp.documents.office import new_docx, saved, xlsx

LEVELS = {
    "en": ("Well-functioning", "Developing", "Needs help"),
    "bn": ("ভালো চলছে", "গড়ে উঠছে", "সহায়তা দরকার"),
    "ne": ("राम्ररी चलेको", "बन्दै", "सहयोग चाहिने"),
}


@pytest.mark.parametrize("levels", LEVELS.values())
@pytest.mark.parametrize("corner", ["Level", "", "স্তর"])
def test_a_row_a_level_and_a_column_an_element(levels: tuple[str, ...], corner: str):
    """Every cell is a descriptor of its column's element at its row's level."""
    rows = [
        [corner, "Money", "যোগাযোগ"],
        *[[level, f"we see all of {level}", f"people say {level}"] for level in levels],
    ]
    document = read_document("turned.xlsx", xlsx(*rows))
    assert isinstance(document, Rubric)
    assert {(one.element, one.level) for one in document.descriptors} == {
        (element, level) for element in ("Money", "যোগাযোগ") for level in levels
    }
    assert plan_of("turned.xlsx", xlsx(*rows)).kind == "rubric"
    again = read_document("turned.xlsx", xlsx(*rows), plan=plan_of("turned.xlsx", xlsx(*rows)))
    assert again == document


def test_a_numbered_list_of_feedback_is_no_turned_rubric():
    """Numbers in the first column count rows, they are no levels."""
    rows = [["S/N", "Community", "Feedback received"]]
    rows += [[at, "Kaski", f"The road number {at} is closed in the rains"] for at in range(1, 6)]
    assert isinstance(read_document("log.xlsx", xlsx(*rows)), Notes)


def test_levels_that_are_numbered_as_the_others_are():
    """One that no list knows is a level between or beside known ones."""
    rows = [
        ["Element", "4 – Excellent", "3 – Good", "2 – Sprouting", "1 – Seed"],
        ["Money", "a a", "b b", "c c", "d d"],
    ]
    document = read_document("numbered.xlsx", xlsx(*rows))
    assert isinstance(document, Rubric)
    assert [one.level for one in document.descriptors] == rows[0][1:]


def _wide(*headers: str) -> list[str]:
    texts = ["We meet every week", "We meet every month", "We rarely meet", "Minutes of meetings"]
    rows = [["Element", *headers], *[[element, *texts[: len(headers)]] for element in ("Money", "যোগাযোগ", "बजेट")]]
    document = read_document("wide.xlsx", xlsx(*rows))
    assert isinstance(document, Rubric)
    return list(dict.fromkeys(one.level for one in document.descriptors))


def test_a_level_at_the_end_that_nobody_knows():
    """It is described in every row as the others are: nothing of it is lost."""
    assert _wide("Thriving", "Getting there", "Stuck") == ["Thriving", "Getting there", "Stuck"]
    assert _wide("ঠেকে আছে", "মোটামুটি", "ভালো চলছে") == ["ঠেকে আছে", "মোটামুটি", "ভালো চলছে"]


@pytest.mark.parametrize("beside", ["Evidence", "উদাহরণ", "Our next steps", "Comments", "Who?", "কে করবে?"])
def test_a_column_beside_the_levels_is_none(beside: str):
    """Evidence, examples and actions are no descriptors."""
    assert _wide("Good", "Fair", "Weak", beside) == ["Good", "Fair", "Weak"]


def _headed(outer: tuple[str, ...], inner: tuple[str, ...]) -> bytes:
    page = new_docx()
    page.add_heading("Our rubric", 0)
    for above in outer:
        page.add_heading(above, 1)
        for below in inner:
            page.add_heading(below, 2)
            page.add_paragraph(f"We do {above} {below}", style="List Bullet")
    return saved(page)


@pytest.mark.parametrize("levels", LEVELS.values())
def test_headings_that_are_elements_and_levels(levels: tuple[str, ...]):
    """In either order; it is no transcript in which the levels speak."""
    elements = ("Communications", "অর্থ")
    for data in (_headed(elements, levels), _headed(levels, elements)):
        document = detect_kind.read("rubric.docx", data)
        assert isinstance(document, Rubric)
        assert {(one.element, one.level) for one in document.descriptors} == {
            (element, level) for element in elements for level in levels
        }
        assert plan_of("rubric.docx", data).kind == "rubric"


def test_headings_in_markdown():
    """The same in a text file; said to be notes, it is notes."""
    text = "## Money\n### Good\n- all see it\n### Weak\n- none sees it\n"
    text += "## Trust\n### Good\n- we talk\n### Weak\n- we hide\n"
    document = read_document("rubric.md", text.encode())
    assert isinstance(document, Rubric)
    assert [(one.element, one.level, one.text) for one in document.descriptors][1] == ("Money", "Weak", "none sees it")
    assert isinstance(read_document("rubric.md", text.encode(), plan=FilePlan(kind="notes")), Notes)


def test_headings_of_notes_are_no_rubric():
    """Elements with sections below them that are no levels stay notes."""
    text = "## Money\n### What works\n- all see it\n### What does not\n- it is late\n"
    assert isinstance(read_document("notes.md", text.encode()), Notes)
