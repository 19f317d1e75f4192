from nlp.json_form import comparison_to_json
from nlp.rubrics.types import RubricComparison
from service.presentation.i18n import language
from service.presentation.rubrics.comparison import rubrics_view
from service.presentation.team_marks import marks
from tests.service.presentation.fake import COMPARISON, TEAMS


def view(comparison=COMPARISON):
    return rubrics_view(comparison_to_json(comparison), marks(TEAMS), language("en"))


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
    assert view().questions[0].text.startswith("Coordination calls “Everybody knows before a decision is taken”")


def test_nothing_to_compare():
    """Rubrics of one team, or no match at all."""
    empty = view(RubricComparison("m", TEAMS, (), 0.6, ()))
    assert [str(sentence) for sentence in empty.lead] == ["No two descriptors of different teams say the same."]
    assert (empty.elements, empty.questions) == ((), ())
