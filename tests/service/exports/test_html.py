"""The report as one file."""

import re

import pytest

from service.exports.report import Wanted, build_report

SLUG = "both-banks"


@pytest.fixture(scope="module")
def numbered_report(sample_workspace):
    return build_report(sample_workspace, SLUG).decode()


def test_the_report_stands_alone(sample_workspace, numbered_report):
    """One file: style inside, no script, no link, no name."""
    assert "<style>" in numbered_report
    assert not re.search(r'<script|<link|href="[^#]|src=', numbered_report)
    people = sample_workspace.findings(SLUG).at.people
    assert not any(person.name in numbered_report for person in people)


def test_the_report_names_people_only_when_asked(sample_workspace):
    """The facilitator decides."""
    html = build_report(sample_workspace, SLUG, Wanted(names=True)).decode()
    assert "Morjina Khatun" in html
    assert "People are named." in html


def test_the_report_keeps_the_order_of_the_evening(sample_workspace):
    """What we heard, where we differ, who was heard, what we agreed, how it was made."""
    html = build_report(sample_workspace, SLUG, Wanted(language="ne")).decode()
    places = [html.index(f'id="{name}"') for name in ("heard", "differ", "who", "agreed", "made")]
    assert places == sorted(places)
    assert "हामीले के सुन्यौँ" in html
