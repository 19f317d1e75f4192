from dataclasses import replace

import pytest

from nlp.rubrics.level_orders import OrderFound
from nlp.rubrics.levels import Direction, Ladder
from nlp.rubrics.types import ElementFound, ElementMatch, RubricComparison
from service.presentation.i18n import language
from service.presentation.rubrics.comparison import rubrics_view
from service.presentation.team_marks import marks
from tests.service.presentation.rubrics.made import COMPARISON, KNOWS, KNOWS_BN, TEAMS


def view(comparison=COMPARISON, code="en"):
    return rubrics_view(comparison, marks(TEAMS), language(code))


def test_matches_that_hang_together_are_one_row():
    """Two pairs around one descriptor make a row of three teams, level-crossing rows first."""
    rows = view().elements[0].rows
    assert [[len(cell.descriptors) for cell in row.cells] for row in rows] == [[1, 1, 1], [1, 0, 1]]
    assert [[cell.line for cell in row.cells] for row in rows] == [["starts", "passes", "ends"]] * 2


def test_crossing_levels_are_put_into_words():
    """What one team calls well-functioning, another calls emerging."""
    row = view().elements[0].rows[0]
    (words,) = row.crossing
    assert words.striptags() == "What Coordination calls well-functioning, Sylhet calls emerging."


def test_what_only_one_team_says_stands_apart_by_level():
    """A row for each level that has something, a column for every team."""
    apart = view().elements[0].apart
    assert [row.level for row in apart] == ["well-functioning", "needs help"]
    assert [len(descriptors) for _, descriptors in apart[0].columns] == [0, 1, 0]


def test_lead_counts_pairs_and_crossings():
    """Pairs, then those on different levels, then the first of them in words."""
    said = [sentence.striptags() for sentence in view().lead]
    assert said[0] == "3 pairs of descriptors of different teams say the same."
    assert said[1] == "1 of them stands on different levels."
    assert view().questions[0].text.startswith("“Everybody knows before a decision is taken” is ")


def test_nothing_to_compare():
    """Rubrics of one team, or no match at all."""
    empty = view(RubricComparison("m", TEAMS, (), 0.6, ()))
    assert [str(sentence) for sentence in empty.lead] == ["No two descriptors of different teams surely say the same."]
    assert (empty.elements, empty.questions) == ((), ())


def test_close_pairs_are_asked_about_and_not_counted():
    """They stand apart from what is said, with a question at opposite ends; the lead says that they are there."""
    (element,) = COMPARISON.elements
    ends = replace(element.matched[0], similarity=0.95, level_b="needs help", opposite_ends=True)
    shown = view(replace(COMPARISON, elements=(replace(element, close=(ends, element.matched[2])),)))
    assert shown.lead[0].striptags() == "3 pairs of descriptors of different teams say the same."
    assert shown.lead[-1].striptags() == "2 pairs come close: say below which are the same."
    assert [[words.striptags() for words in row.crossing] for row in shown.elements[0].close] == [
        ["Under well-functioning for Coordination, under needs help for Sylhet: the same thing, or its opposite?"],
        [],
    ]
    assert len(shown.questions) == 1


@pytest.mark.parametrize("code", ["bn", "ne"])
def test_the_comparison_speaks_the_readers_language(code):
    """With its digits; a question quotes the descriptor that the reader can read."""
    shown = view(code=code)
    assert not any(letter.isascii() and letter.isalnum() for letter in shown.lead[0])
    quoted = KNOWS_BN.text if code == "bn" else KNOWS.text
    assert f"“{quoted}”" in shown.questions[0].text


def test_the_sample_shows_every_pair_and_what_stands_apart(sample):
    """No descriptor of a match is lost in its rows, none stands in two, and what only one team says is counted."""
    comparison = sample.rubrics()
    shown = rubrics_view(comparison, marks(sample.at.programme.teams), language("en"))
    assert [element.name for element in shown.elements] == [element.element for element in comparison.elements]
    for element, found in zip(shown.elements, comparison.elements, strict=True):
        texts = [each.text for row in element.rows for cell in row.cells for each in cell.descriptors]
        assert set(texts) == {text for match in found.matched for text in (match.a, match.b)}
        assert len(texts) == len(set(texts))
        apart = [each.text for row in element.apart for _, descriptors in row.columns for each in descriptors]
        assert sorted(apart) == sorted(each.text for only in found.only_in.values() for each in only)


def test_levels_whose_order_is_not_known_are_called_neither_same_nor_different():
    """The lead says that they could not be compared, and their rows stand apart from those on one level."""
    (element,) = COMPARISON.elements
    unknown = tuple(replace(match, crosses_levels=False, levels_known=False) for match in element.matched)
    shown = view(replace(COMPARISON, elements=(replace(element, matched=unknown),)))
    assert [sentence.striptags() for sentence in shown.lead][1:] == [
        "Of 3 pairs the levels could not be compared: their order is not known."
    ]
    assert not any(row.levels_known or row.crossing for row in shown.elements[0].rows)


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (ElementFound.GIVEN, "Sylhet calls it যোগাযোগ."),
        (ElementFound.NAMES, "Sylhet calls it যোগাযোগ; that is a proposal, made from the names."),
        (
            ElementFound.LIKENESS,
            "Sylhet calls it যোগাযোগ; that is a proposal, made because the two are described alike.",
        ),
    ],
)
def test_another_name_of_an_element_is_shown_as_a_proposal(found, said):
    """Unless somebody has said it, with how it was found."""
    (element,) = COMPARISON.elements
    named = replace(element, names=(ElementMatch("Communications", "Sylhet", "যোগাযোগ", found, 0.6),))
    (shown,) = view(replace(COMPARISON, elements=(named,))).elements
    assert [sentence.striptags() for sentence in shown.names] == [said]


@pytest.mark.parametrize("code", ["en", "bn", "ne"])
def test_an_order_that_was_told_from_likeness_is_said_to_be_a_proposal(code):
    """Both ends stand in the sentence, in the reader's language; of an order that is known nothing is said."""
    ladder = Ladder("Sylhet", "", ("Va bien", "A medias", "Atascado"), OrderFound.LIKENESS, Direction.BEST_FIRST)
    said = [sentence.striptags() for sentence in view(replace(COMPARISON, ladders=(ladder,)), code).lead]
    assert "Va bien" in said[-1]
    assert "Atascado" in said[-1]
    known = replace(ladder, found=OrderFound.NAMES)
    assert len(view(replace(COMPARISON, ladders=(known,)), code).lead) == len(said) - 1
