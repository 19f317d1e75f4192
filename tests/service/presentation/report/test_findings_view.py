"""What the report says, and in which order."""

import re

import pytest
from markupsafe import Markup

from service.exports.report import build_report
from service.presentation.i18n import language
from service.presentation.report.findings_view import CROSSINGS, report_view
from service.presentation.report.findings_view import _once as once

EN = language("en")
SLUG = "both-banks"
LIMIT = Markup("This record writes one voice at a time.")


@pytest.fixture(scope="module")
def view(sample_workspace):
    """What the report of the sample shows."""
    return report_view(sample_workspace.findings(SLUG), sample_workspace.feedback, EN)


@pytest.fixture(scope="module")
def html(sample_workspace):
    """The report of the sample as a file."""
    return build_report(sample_workspace, SLUG).decode()


def headings(html):
    return re.findall(r"<h2[^>]*>([^<]+)</h2>", html)


def test_the_first_page_has_the_lead_sentences_and_the_questions(view, html):
    """What was heard of the notes and in every session, what to ask; the grid begins on a page of its own."""
    first = html[: html.index('class="leaf"')]
    assert all(str(sentence) in first for sentence in view.grid.lead)
    assert all(str(one.lead[0]) in first for _, one in view.sessions)
    assert all(str(Markup.escape(question.text)) in first for question in view.first)
    assert headings(first) == ["What we heard", "Ask the room first"]


def test_the_first_questions_are_of_the_notes_and_of_the_last_session(view, html):
    """Those of the grid and one; none of them is asked again further down."""
    assert view.first == (*view.grid.questions, view.sessions[-1][1].questions[0])
    asked = re.findall(r'class="ask">([^<]+)<', html)
    assert len(asked) == len(set(asked))


def test_rubrics_give_one_row_of_each_of_a_few_elements(view):
    """Only rows whose descriptors stand on different levels."""
    elements = [name for name, _ in view.crossings]
    assert 0 < len(elements) == len(set(elements)) <= CROSSINGS
    assert all(row.crossing for _, row in view.crossings)


def test_what_is_true_of_all_is_said_once():
    """What is true of some names them."""
    march, may = Markup("<b>March</b>"), Markup("<b>May</b>")
    assert once([(march, (LIMIT,)), (may, (LIMIT,))], EN) == (LIMIT,)
    assert once([(march, (LIMIT,)), (may, ())], EN) == (f"<b>March</b>: {LIMIT}",)
    assert once([], EN) == ()
