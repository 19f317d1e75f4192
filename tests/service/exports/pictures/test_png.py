"""Drawings as PNG."""

import io
from concurrent.futures import ThreadPoolExecutor

import pytest

from service.exports.pictures.draw import draw
from service.exports.pictures.drawing import PAPER, TEAMS, Drawing, Sign, Words
from service.exports.pictures.png import as_png
from service.presentation.i18n import language
from service.presentation.team_marks import marks

pytest.importorskip("matplotlib")
images = pytest.importorskip("PIL.Image")

EN = language("en")


def opened(data):
    return images.open(io.BytesIO(data))


def test_it_is_twice_as_large_as_on_a_screen_and_says_so(charts_of_sample):
    """Pixels are doubled, inches are not; title and finding are inside."""
    drawing = draw(charts_of_sample["bn"][0], language("bn"))
    image = opened(as_png(drawing))
    assert image.size == (round(2 * drawing.width), round(2 * drawing.height))
    assert [round(each) for each in image.info["dpi"]] == [192, 192]
    assert image.text["Title"] == drawing.title
    assert image.text["Description"] == drawing.says


def test_teams_have_their_colours_on_white():
    """Every one of the six, in the middle of its mark; the paper is white."""
    signs = tuple(Sign(20 + 30 * at, 20, 20, mark) for at, mark in enumerate(marks(list("abcdef")).teams))
    image = opened(as_png(Drawing(220, 40, "", "", signs))).convert("RGB")
    found = ["#{:02x}{:02x}{:02x}".format(*image.getpixel((2 * (20 + 30 * at), 40))) for at in range(6)]
    assert found == list(TEAMS[1:])
    assert "#{:02x}{:02x}{:02x}".format(*image.getpixel((0, 0))) == PAPER


@pytest.mark.parametrize("word", ["ক্ষমতা", "विश्वास"])
def test_letters_leave_ink(word):
    """About as much as letters of that size do: a word is there, and it is no block."""
    image = opened(as_png(Drawing(120, 60, "", "", (Words(10, 40, word, 24),)))).convert("L")
    dark = sum(image.histogram()[:128])
    assert 0.03 < dark / (image.width * image.height) < 0.2


def test_threads_paint_the_same(charts_of_sample):
    """Four threads at once give the bytes that one gives alone, and the same drawing always gives the same."""
    drawings = [draw(chart, EN) for chart in charts_of_sample["en"][1:]]
    alone = [as_png(drawing) for drawing in drawings]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(as_png, drawings)) == alone
