"""The charts of pages, as they may leave them."""

from dataclasses import replace

import pytest

from service.exports.pictures.draw import draw
from service.exports.pictures.drawing import Words
from service.exports.pictures.of_pages import PageCharts
from service.presentation.i18n import language

pytest.importorskip("matplotlib")

SESSION = "session-2026-09-review"
SOMEBODY = "Farhan Tanzil"


@pytest.fixture
def charts(sample):
    """Those of the sample, people numbered."""
    return PageCharts(sample, language("en"))


def every(charts):
    return [
        *charts.grid(),
        *charts.element("communications"),
        *(each for session in charts.found.at.sessions for each in charts.session(session.slug)),
        *charts.over_time(),
        *charts.rubrics(),
    ]


def said(charts, chosen):
    return "\n".join(
        shape.text for chart in chosen for shape in draw(chart, charts.language).shapes if isinstance(shape, Words)
    )


def test_every_page_has_its_charts(charts):
    """The grid, an element with each reading, sessions, groups over time, rubrics; each has a name of its own."""
    names = [chart.slug for chart in every(charts)]
    assert names[:3] == ["grid", "map", "reading-1"]
    assert {"people", "floor", "session-groups-1", "over-time-1-1", "rubrics-1"} <= set(names)
    assert all(chart.title and chart.says for chart in charts.grid())


def test_people_are_numbered_unless_they_are_asked_for(charts):
    """Nobody on the roster is named in any picture; with names they are."""
    hidden, named = said(charts, every(charts)), replace(charts, names=True)
    roster = [person.name for person in charts.found.at.people]
    assert SOMEBODY in roster
    assert [name for name in roster if name in hidden] == []
    assert SOMEBODY in said(named, [*named.session("session-2026-03-review")])


def test_a_review_has_its_own_pictures(charts):
    """The grid and an element can be those of one review."""
    one, all_ = next(charts.element("communications", "March 2026")), next(charts.element("communications"))
    assert len(one.picture.rows) != len(all_.picture.rows) or one.picture != all_.picture


def test_names_are_those_of_the_reader(charts):
    """Teams and elements are called as they are in the reader's language."""
    nepali = replace(charts, language=replace(language("ne"), names={"Nepal": "नेपाल", "Communications": "सञ्चार"}))
    text = said(nepali, [*nepali.grid(), *nepali.rubrics()])
    assert "नेपाल" in text
    assert "सञ्चार" in text
