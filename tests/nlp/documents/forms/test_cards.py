"""Exports of boards with a card in every row."""

import pytest

from tests.nlp.documents.forms.made import BANGLA, ENGLISH, FORMATS, NEPALI, read_rows


def places(document):
    return {(unit.element, unit.text) for unit in document.units}


@pytest.mark.parametrize("form", FORMATS)
def test_lists_are_elements_and_cards_are_notes(form):
    """Votes are nobody's words; labels stay attributes."""
    rows = [
        ["Column", "Card", "Votes", "Label"],
        ["Trust", ENGLISH[0], "3", "north"],
        ["Trust", BANGLA[0], "", "south"],
        ["যোগাযোগ", NEPALI[0], "1", "north"],
    ]
    document = read_rows(rows, form)
    assert places(document) == {("Trust", ENGLISH[0]), ("Trust", BANGLA[0]), ("যোগাযোগ", NEPALI[0])}
    assert {unit.attributes["label"] for unit in document.units} == {"north", "south"}
    assert not any("votes" in unit.attributes for unit in document.units)


def test_titles_and_descriptions_are_both_read():
    """A board's title holds what many people write; who wrote is kept."""
    rows = [["List Name", "Title", "Description", "Name"], ["Money", "late money", ENGLISH[0], "Asha"]]
    document = read_rows([*rows, ["Money", "no receipts", ENGLISH[1], "Ram"]], "csv")
    assert places(document) == {("Money", text) for text in ("late money", ENGLISH[0], "no receipts", ENGLISH[1])}
    assert {unit.attributes["participant"] for unit in document.units} == {"Asha", "Ram"}


def test_a_list_of_things_is_no_board():
    """Numbers on cards are no notes."""
    document = read_rows([["Section", "Card", "What would help?"], *[["A", "12", text] for text in ENGLISH[:3]]], "csv")
    assert {unit.element for unit in document.units} == {"What would help?"}


def test_a_column_of_elements_says_it_better_than_the_list():
    """The list stays an attribute."""
    rows = [
        ["element", "section", "card", "team"],
        ["Trust", "Week 1", ENGLISH[0], "Dhaka"],
        ["Money", "Week 2", ENGLISH[1], "Nepal"],
    ]
    document = read_rows(rows, "csv")
    assert places(document) == {("Trust", ENGLISH[0]), ("Money", ENGLISH[1])}
    assert {unit.attributes["section"] for unit in document.units} == {"Week 1", "Week 2"}
