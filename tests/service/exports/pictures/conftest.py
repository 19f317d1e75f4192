"""Charts of every kind, as the sample gives them and as nobody wishes them."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from markupsafe import Markup

from service.names.spelling import called_in
from service.presentation.i18n import Language, language
from service.presentation.programme.programme import Cell, Pip
from service.presentation.programme.programme import Row as GridRow
from service.presentation.readings.reading_rows import Bar, Dot, ReadingRow, dots_caption
from service.presentation.report.document import (
    AnswersChart,
    Chart,
    FloorChart,
    GridChart,
    GroupsChart,
    HistoryChart,
    HoldersChart,
    MapChart,
    PeopleChart,
    Picture,
    RubricChart,
)
from service.presentation.report.findings_view import ReportView, report_view
from service.presentation.rubrics.comparison import Cell as RubricCell
from service.presentation.rubrics.comparison import DescriptorText
from service.presentation.rubrics.comparison import Row as RubricRow
from service.presentation.sessions.feedback import ItemBar
from service.presentation.sessions.session import PersonBar
from service.presentation.sessions.timeline import Block
from service.presentation.team_marks import Mark, marks
from service.presentation.text import Label, Quote

LONG = "পারস্পরিক বিশ্বাস ও ক্ষমতার ভারসাম্য রক্ষার জন্য প্রত্যন্ত অঞ্চলের সকল অংশীদার সংগঠনের সিদ্ধান্তগ্রহণপ্রক্রিয়ায় সমান অংশগ্রহণ"
MIXED = "Trust means বিশ্বাস, विश्वास र bishwas 😊 together, a label of more than a hundred letters on the one line it has"


def chart(slug: str, picture: Picture, title: str = LONG) -> Chart:
    """A chart with a title and a finding."""
    return Chart(slug, Markup.escape(title), Markup("Two teams say it."), picture)


@pytest.fixture(scope="session")
def charts_of_sample(sample_workspace):
    """Language -> a chart of every kind, of the sample programme."""
    found = sample_workspace.findings("both-banks")
    spoken = {}
    for code in ("en", "bn", "ne"):
        words = replace(language(code), names=called_in(found.at.outline, code))
        spoken[code] = tuple(_charts(report_view(found, sample_workspace.feedback, words), words))
    return spoken


def _charts(view: ReportView, spoken: Language) -> Iterator[Chart]:
    element, (_, meeting) = view.elements[0], view.sessions[-1]
    grouping, history = meeting.groupings[0], view.over_time.histories[0]
    yield chart("grid", GridChart(view.grid.marks, view.grid.rows), "Grid")
    yield chart("map", MapChart(element.rows, dots_caption(spoken)), "Map")
    yield chart("holders", HoldersChart(element.rows[0]), "Holders")
    yield chart("people", PeopleChart(meeting.people, meeting.equal, meeting.equal_words), "People")
    yield chart("floor", FloorChart(meeting.people, meeting.scale), "Floor")
    yield chart("groups", GroupsChart(grouping.attribute, grouping.groups), "Groups")
    yield chart("history", HistoryChart(history.attribute, history.groups[0]), "History")
    yield chart("rubric", RubricChart(view.rubrics.marks, (view.crossings[0][1],)), "Rubric")


def row(teams: tuple[Mark, ...], dots: int, label: str = LONG) -> ReadingRow:
    """A reading with as many dots as asked for."""
    signs = teams or (Mark(""),)
    placed = tuple(
        Dot(Quote(f"n{at}", "", "bn", "", signs[at % len(signs)]), 100 * (at % 40) / 39, at // 40, "")
        for at in range(dots)
    )
    bars = tuple(Bar(mark, 3, 30.0, 10.0, 60.0, Markup.escape(MIXED)) for mark in teams)
    said = Label(label, "bn", gloss=MIXED, gloss_code="en")
    words = Markup.escape(MIXED)
    height = -(-dots // 40) or 1
    return ReadingRow("r", said, words, placed, height, dots > 40, words, bars, words, words, (), (), None)


def odd_charts(count: int) -> Iterator[Chart]:
    """Charts with very long names of as many teams as asked for, none too."""
    teams = marks([f"{number} {LONG}" for number in range(count)]).teams
    name = Label(LONG, "bn")
    cells = tuple(
        Cell(mark, True, tuple(Pip(str(n), name, n % 2 == 0) for n in range(12)), (LONG,), Markup(LONG))
        for mark in teams
    )
    rows = (GridRow(LONG, "x", tuple((str(n), name) for n in range(12)), Markup(LONG), Markup(LONG), cells),)
    people = tuple(
        PersonBar(LONG, mark, 100.0, Markup(LONG), Markup(MIXED), at == 1, (Block(0, 100),))
        for at, mark in enumerate(teams)
    )
    said = tuple(RubricCell(mark, (DescriptorText(mark.name, LONG, MIXED, "bn"),), "passes") for mark in teams)
    yield chart("grid", GridChart(teams, rows))
    yield chart("map", MapChart((row(teams, 1200), row(teams, 0)), (MIXED, LONG)))
    yield chart("holders", HoldersChart(row(teams, 3)))
    yield chart("people", PeopleChart(people, 50.0, Markup(LONG)))
    yield chart("floor", FloorChart(people, (Markup(LONG), Markup(LONG))))
    yield chart("answers", AnswersChart((ItemBar(Markup(LONG), 70.0, 30.0, Markup.escape(MIXED)),)))
    yield chart("rubric", RubricChart(teams, (RubricRow(said, (Markup(LONG),), True),)))
