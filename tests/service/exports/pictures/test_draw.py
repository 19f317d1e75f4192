"""Drawings of every kind of chart: everything on the paper, nothing over its neighbour."""

import pytest
from markupsafe import Markup

from nlp.fonts.shaping import width_of
from service.exports.pictures.draw import draw
from service.exports.pictures.drawing import Bar, Disc, Sign, Stroke, Words
from service.presentation.i18n import language
from tests.service.exports.pictures.conftest import odd_charts

pytest.importorskip("matplotlib")

EN = language("en")


def box(shape):
    """Left, top, right and bottom of a shape."""
    match shape:
        case Bar():
            return shape.x, shape.y, shape.x + shape.width, shape.y + shape.height
        case Sign():
            half = shape.size / 2
            return shape.x - half, shape.y - half, shape.x + half, shape.y + half
        case Disc():
            return shape.x - shape.radius, shape.y - shape.radius, shape.x + shape.radius, shape.y + shape.radius
        case Stroke():
            across, down = zip(*shape.points, strict=True)
            return min(across), min(down), max(across), max(down)
        case Words():
            width = width_of(shape.text, shape.size, bold=shape.bold)
            left = shape.x - {"start": 0, "middle": 0.5, "end": 1}[shape.anchor] * width
            return left, shape.y - shape.size, left + width, shape.y + 0.3 * shape.size


def outside(drawing):
    """The shapes that reach over the edge of the paper by more than a pixel."""
    boxes = [(shape, box(shape)) for shape in drawing.shapes]
    return [
        shape
        for shape, (left, top, right, bottom) in boxes
        if min(left, top) < -1 or right > drawing.width + 1 or bottom > drawing.height + 1
    ]


def overlaps(drawing):
    """Pairs of lines of text that stand on each other."""
    boxes = [(shape.text, box(shape)) for shape in drawing.shapes if isinstance(shape, Words)]
    return [
        (first, second)
        for at, (first, (left, top, right, bottom)) in enumerate(boxes)
        for second, (left_, top_, right_, bottom_) in boxes[at + 1 :]
        if min(right, right_) - max(left, left_) > 2 and min(bottom, bottom_) - max(top, top_) > 4
    ]


@pytest.mark.parametrize("code", ["en", "bn", "ne"])
def test_every_kind_stays_on_its_paper(charts_of_sample, code):
    """In every language, with and without a title: no shape leaves the picture, no text stands on another."""
    for chart in charts_of_sample[code]:
        for titled in (True, False):
            drawing = draw(chart, language(code), source=Markup("Both Banks · 30"), titled=titled)
            assert outside(drawing) == []
            assert overlaps(drawing) == []


@pytest.mark.parametrize("teams", [0, 1, 10])
def test_long_names_many_teams_and_a_thousand_dots_fit(teams):
    """Names of 120 Bangla letters are broken into lines, ten teams make it wider, none is no accident."""
    for chart in odd_charts(teams):
        drawing = draw(chart, EN)
        assert outside(drawing) == []
        assert overlaps(drawing) == []


def test_a_picture_says_what_it_is(charts_of_sample):
    """Its title stands above, its source below, and its finding is kept for those who cannot see it."""
    for chart in charts_of_sample["en"]:
        drawing = draw(chart, EN, source="Both Banks · 30 November 2026")
        texts = [shape.text for shape in drawing.shapes if isinstance(shape, Words)]
        assert texts[0] == drawing.title == chart.title.striptags()
        assert texts[-1] == "Both Banks · 30 November 2026"
        assert drawing.says == "Two teams say it."


def test_every_dot_of_a_map_is_drawn(charts_of_sample):
    """As many marks as notes, besides one mark a bar."""
    chart = next(each for each in charts_of_sample["en"] if each.slug == "map")
    signs = [shape for shape in draw(chart, EN).shapes if isinstance(shape, Sign)]
    assert len(signs) == sum(len(row.dots) + len(row.bars) for row in chart.picture.rows)
