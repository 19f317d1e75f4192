"""Numbers before headings, which are no part of what an element is called."""

import pytest

from nlp.documents import Notes, read_document
from nlp.documents.prose.numbering import unnumbered, without_numbers
from tests.nlp.documents.office import new_docx, saved


@pytest.mark.parametrize(
    ("headings", "names"),
    [
        (["1. Trust", "2. Money"], ["Trust", "Money"]),
        (["1) Trust", "2) Money", "4) Who decides?"], ["Trust", "Money", "Who decides?"]),
        (["১। আস্থা", "২। অর্থ"], ["আস্থা", "অর্থ"]),
        (["१. विश्वास", "२. पैसा"], ["विश्वास", "पैसा"]),
        (["1 - Trust", "2 – আস্থা"], ["Trust", "আস্থা"]),
    ],
)
def test_headings_that_are_counted_through(headings, names):
    """In any script, with any of the usual signs behind the number, gaps allowed."""
    assert list(without_numbers(headings).values()) == names


@pytest.mark.parametrize(
    "headings",
    [["2. phase"], ["1. Trust", "1. Money"], ["2. Trust", "1. Money"], ["2024", "2025"], ["1.5 km", "2.5 km"], ["3:4"]],
)
def test_numbers_that_may_belong_to_the_name_stay(headings):
    """A single one, numbers that do not rise, and what is only a number."""
    assert without_numbers(headings) == {}


def test_an_element_is_called_by_its_words():
    """Minutes number what they speak of; in another file the same element has no number."""
    notes = read_document(
        "notes.md", "# 1. Trust\n- We ring\n\n# 2. Money\n- টাকা দেরিতে আসে\n\n# Other\n- Tea\n".encode()
    )
    assert isinstance(notes, Notes)
    assert [unit.element for unit in notes.units] == ["Trust", "Money", None]


@pytest.mark.parametrize("names", [("How do we learn?", "Who decides?"), ("আমরা কীভাবে শিখি?", "বাধা কোথায়?")])
def test_bold_questions_with_numbers_are_headings(names):
    """As interview guides are filled in; what stands below is what was answered."""
    document = new_docx()
    for number, name in enumerate(names, 1):
        document.add_paragraph().add_run(f"{number}. {name}").bold = True
        document.add_paragraph("We ring each other every week.")
    notes = read_document("notes.docx", saved(document))
    assert isinstance(notes, Notes)
    assert [unit.element for unit in notes.units] == list(names)
    assert unnumbered(f"1. {names[0]}") == names[0]
