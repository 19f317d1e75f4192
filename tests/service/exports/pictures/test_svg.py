"""Drawings as SVG."""

import pytest
from defusedxml import ElementTree
from markupsafe import Markup

from service.exports.pictures.draw import draw
from service.exports.pictures.drawing import Drawing, Words
from service.exports.pictures.svg import as_svg
from service.presentation.i18n import language

pytest.importorskip("matplotlib")

NAMESPACE = {"s": "http://www.w3.org/2000/svg"}


@pytest.mark.parametrize("code", ["en", "bn", "ne"])
def test_it_stands_alone(charts_of_sample, code):
    """Well formed, every outline that is used is there, nothing is fetched and no letter waits for a font."""
    for chart in charts_of_sample[code]:
        data = as_svg(draw(chart, language(code)))
        root = ElementTree.fromstring(data)
        there = {path.get("id") for path in root.iterfind("s:defs/s:path", NAMESPACE)}
        used = {use.get("href").removeprefix("#") for use in root.iterfind(".//s:use", NAMESPACE)}
        assert used == there != set()
        assert root.find(".//s:text", NAMESPACE) is None
        assert b"http" not in data.replace(b"http://www.w3.org/2000/svg", b"")


def test_it_says_what_it_shows(charts_of_sample):
    """Title and finding are read out; the same drawing is the same file."""
    drawing = draw(charts_of_sample["ne"][0], language("ne"))
    root = ElementTree.fromstring(as_svg(drawing))
    assert root.findtext("s:title", namespaces=NAMESPACE) == drawing.title
    assert root.findtext("s:desc", namespaces=NAMESPACE) == drawing.says
    assert as_svg(drawing) == as_svg(drawing)


def test_words_of_people_are_words():
    """Signs of XML in a name stay signs of the name."""
    said = str(Markup('</svg><script>"&"'))
    root = ElementTree.fromstring(as_svg(Drawing(50, 50, said, said, (Words(0, 20, said, 12),))))
    assert root.findtext("s:title", namespaces=NAMESPACE) == said
    assert root.find("s:g", NAMESPACE).get("aria-label") == said
