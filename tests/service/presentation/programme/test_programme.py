"""What the page of a programme shows."""

from dataclasses import replace

import pytest

from nlp.documents.types import Rating
from service.presentation.i18n import language
from service.presentation.programme.programme import MOST_COLUMNS, in_order, programme_view
from service.presentation.team_marks import marks
from service.types import Programme
from tests.service.presentation.readings.made import TEAMS, communications, element, reading

EN = language("en")
LEVELS = ("well-functioning", "emerging", "needs help")
PROGRAMME = Programme("p", "P", "", TEAMS, {}, ("Trust", "Communications"), LEVELS, ("March", "September"))
RATINGS = (
    Rating("March", "Sylhet", "Communications", "needs help"),
    Rating("September", "Sylhet", "Communications", "emerging"),
    Rating("September", "कर्णाली", "Communications", "needs help"),
)


def view(*elements, ratings=(), spoken=EN, **more):
    return programme_view(PROGRAMME, elements, ratings, marks(TEAMS), spoken, **more)


def test_rows_stand_in_the_order_of_the_programme():
    """Elements that it does not name come last."""
    other, first = element(name="Other"), element(name="Trust")
    found = in_order(PROGRAMME, [other, communications(), first])
    assert [each.element for each in found] == ["Trust", "Communications", "Other"]


def test_a_cell_has_a_mark_for_every_reading_that_the_team_could_have_said():
    """Filled where it did, hollow where not, nothing where it wrote no note; and the same in words."""
    grid = view(communications(), element(reading(Sylhet=(3, 5)), name="Trust")).rows
    assert [[pip.held for pip in cell.pips] for cell in grid[1].cells] == [
        [True, True, False],
        [True, True, False],
        [True, False, True],
    ]
    assert [cell.wrote for cell in grid[0].cells] == [False, True, False]
    assert [cell.spoken for cell in grid[0].cells] == ["no notes", "holds trust", "no notes"]
    assert grid[1].alone == "2 notes stand alone"


def test_readings_are_numbered_in_the_readers_digits():
    """Each with the name that its page gives it."""
    ((first, shown), *_) = view(communications(), spoken=language("ne")).rows[0].readings
    assert (first, shown.text) == ("१", "फोनमा कुरा")


def test_ratings_are_those_of_the_last_review_that_has_some():
    """Or of the review that is looked at; what changed is counted."""
    latest = view(communications(), ratings=RATINGS)
    assert (latest.rated_in, [cell.rating for cell in latest.rows[0].cells]) == (
        "September",
        [(), ("emerging",), ("needs help",)],
    )
    assert latest.changed.striptags() == "Since March, 1 of 1 rating has changed."
    assert [(each.element, len(each.teams)) for each in latest.changes] == [("Communications", 1)]
    march = view(communications(), ratings=RATINGS, review="March")
    assert [cell.rating for cell in march.rows[0].cells] == [(), ("needs help",), ()]


def test_the_page_leads_to_the_element_to_look_at_first():
    """With its questions; where nothing is apart, to the one with most notes."""
    shown = view(element(reading(Sylhet=(5, 9), Coordination=(4, 9)), name="Trust"), communications())
    assert shown.furthest == "communications"
    assert len(shown.questions) == 2
    alike = [
        element(reading(Sylhet=(n, 9), Coordination=(n, 9)), name=name) for n, name in ((3, "Trust"), (5, "Other"))
    ]
    assert view(*alike).furthest == "other"
    assert view().furthest == ""


def test_nothing_is_said_of_no_notes():
    """An empty programme has no lead, no questions and no rows."""
    empty = view()
    assert (empty.lead, empty.questions, empty.rows, empty.drift, empty.changed) == ((), (), (), None, None)


@pytest.mark.parametrize("code", ["en", "bn", "ne"])
def test_the_sample_in_every_language(sample, code):
    """Every element has a row, every team a cell, and what changed since the last review is told."""
    found = sample.at.programme
    signs = marks(found.teams)
    shown = programme_view(
        found, sample.readings().elements, sample.ratings(), signs, language(code), drift=sample.drift()
    )
    assert [row.element for row in shown.rows] == list(found.elements)
    assert all(len(row.cells) == len(found.teams) for row in shown.rows)
    assert shown.drift is not None
    assert shown.lead


def test_names_of_other_scripts_and_markup_stay_text():
    """An element may be called anything."""
    odd = replace(element(reading("<b>", Sylhet=(2, 4))), element="क्‍ष <script> 🙂")
    shown = view(odd)
    assert shown.rows[0].element == odd.element
    assert all("<script" not in sentence for sentence in shown.lead)


def test_notes_without_a_team_are_a_group_of_their_own():
    """Behind the teams, under the neutral mark; where every note names a team there is no such column."""
    said = reading(Sylhet=(2, 3))
    units = tuple(replace(each, attributes={}) if at else each for at, each in enumerate(said.units))
    nameless = element(replace(said, units=units))
    (row,) = view(nameless).rows
    assert [cell.mark.name for cell in row.cells][-1] == ""
    assert (row.cells[-1].wrote, [pip.held for pip in row.cells[-1].pips]) == (True, [True])
    assert "" not in {mark.name for mark in view(communications()).marks}


def test_of_many_teams_those_that_wrote_most_have_a_column():
    """In the programme's order, with those that have none counted: a page of all would be too large to read."""
    many = (*(f"Team {at}" for at in range(MOST_COLUMNS + 4)), *TEAMS)
    grid = programme_view(replace(PROGRAMME, teams=many), [communications()], (), marks(many), EN)
    names = [mark.name for mark in grid.marks]
    assert names == [name for name in many if name in names]
    assert len(names) == MOST_COLUMNS == len(grid.rows[0].cells)
    assert set(TEAMS) & set(communications().groups["team"]) <= set(names)
    left = len(many) - MOST_COLUMNS
    assert f"The 40 teams that wrote most have a column; {left} other teams have none." in str(grid.named)
    assert "column" not in str(view(communications()).named)
