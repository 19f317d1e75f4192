"""A report as blocks, in the order of the evening, said as its reader says it."""

from dataclasses import replace

import pytest

from service.exports.report import report_document
from service.presentation.i18n import language
from service.presentation.programme.programme import Cell
from service.presentation.report.called import as_called
from service.presentation.report.document import Chart, GridChart, Quotes, Section
from service.presentation.team_marks import Mark

SLUG = "both-banks"


@pytest.fixture(scope="module")
def document(sample_workspace):
    """The report of the sample for its facilitator."""
    return report_document(sample_workspace, SLUG)


def every(sections):
    for section in sections:
        yield section
        yield from every(section.parts)


def test_sections_keep_the_order_of_the_evening(document):
    """What we heard, where we differ, the words, the rubrics, who was heard, what we agreed, how it was made."""
    order = ["heard", "differ", "words", "rubrics", "who", "agreed", "made"]
    assert [section.slug for section in document.sections] == order


def test_every_name_in_links_is_given_once(document):
    """Of sections and of charts."""
    slugs = [section.slug for section in every(document.sections)]
    charts = [chart.slug for chart in document.charts]
    assert len(slugs) == len(set(slugs))
    assert len(charts) == len(set(charts)) > 0
    assert all(chart.title and chart.says for chart in document.charts)


def test_quotes_know_no_file_and_no_place_on_a_page(document):
    """Nothing of them is kept that the report does not say."""
    quotes = [
        said
        for section in every(document.sections)
        for block in section.blocks
        if isinstance(block, Quotes)
        for said in block.quotes
    ]
    assert quotes
    assert {(said.anchor, said.source) for said in quotes} == {("", "")}


def test_teams_and_levels_are_called_as_the_reader_calls_them():
    """In charts too, so that what draws them needs to know no other name; no team stays no team."""
    nepali = replace(language("ne"), names={"Nepal": "नेपाल", "emerging": "उदाउँदो"})
    cell = Cell(Mark("Nepal", 1), True, (), ("emerging", "other"), "")
    chart = Chart("grid", "", "", GridChart((Mark(""), Mark("Nepal", 1)), ()))
    assert as_called(cell, nepali) == Cell(Mark("नेपाल", 1), True, (), ("उदाउँदो", "other"), "")
    assert as_called(Section("a", "", (chart,)), nepali).blocks[0].picture.marks == (Mark(""), Mark("नेपाल", 1))
