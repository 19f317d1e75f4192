"""Reports as slides for the room: what fits, what is drawn, and what is only said."""

import io
from dataclasses import replace

import pytest
from markupsafe import Markup

from nlp.fonts.shaping import width_of
from nlp.fonts.wrapping import leading, wrapped
from service.exports.formats import written
from service.presentation.readings.questions import RoomQuestion
from service.presentation.report.document import Chart, Document, HoldersChart, MapChart, Questions, Reader, Section
from service.presentation.team_marks import marks
from service.presentation.text import Label
from service.publications.types import Format
from tests.service.exports.office.documents import SENTENCES, TEAMS, document, long_document
from tests.service.exports.pictures.conftest import LONG, row

pptx = pytest.importorskip("pptx")
pytest.importorskip("matplotlib")

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
POINT = 12700


def opened(report: Document):
    """The slides as python-pptx reads them back."""
    return pptx.Presentation(io.BytesIO(written(report, Format.PPTX)))


def of_charts(*pictures) -> Document:
    """A section with charts."""
    charts = tuple(Chart(f"c{at}", Markup("Title"), Markup("Says"), each) for at, each in enumerate(pictures))
    return Document(Reader.ROOM, "en", Markup("Both Banks"), Markup("30"), (Section("s", Markup("Trust"), charts),))


def short(teams):
    """A reading of few words."""
    given = row(teams, 3, "Trust")
    bars = tuple(replace(bar, words=Markup("3 of 5 notes")) for bar in given.bars)
    return replace(given, label=Label("Trust", "en"), finding=Markup("All teams."), certainty=None, bars=bars)


def every(shapes):
    for shape in shapes:
        yield shape
        if shape.shape_type == 6:
            yield from every(shape.shapes)


def texts(slide):
    return [shape.text_frame.text for shape in every(slide.shapes) if shape.has_text_frame]


def overflowing(file):
    """Boxes that leave their slide, or whose text is higher than they are, measured with the fonts."""
    found = []
    for slide in file.slides:
        for shape in every(slide.shapes):
            edges = (shape.left, shape.top, file.slide_width - shape.left - shape.width)
            below = file.slide_height - shape.top - shape.height
            if min(*edges, below) < -POINT or (shape.has_text_frame and _height(shape) > shape.height / POINT + 1.5):
                found.append((shape.name, shape.text_frame.text if shape.has_text_frame else ""))
    return found


def _height(shape):
    """How high the text of a box is where it is broken at the box's width."""
    height = 0.0
    for paragraph in shape.text_frame.paragraphs:
        if not paragraph.runs:
            continue
        size, bold = paragraph.runs[0].font.size.pt, any(run.font.bold for run in paragraph.runs)
        width = shape.width / POINT
        text = "".join(run.text for run in paragraph.runs)
        lines = wrapped(text, width, size, bold=bold) if shape.text_frame.word_wrap else (text,)
        if not shape.text_frame.word_wrap:
            assert width_of(text, size, bold=bold) <= width + 2
        step = paragraph.line_spacing.pt
        assert step >= leading(text) * size * 0.99
        height += len(lines) * step + (paragraph.space_before.pt if paragraph.space_before else 0)
    return height


@pytest.fixture(scope="module")
def english():
    """A made-up report as slides, read back."""
    return opened(document(reader=Reader.ROOM))


def test_every_slide_has_a_title(english):
    """In the title's placeholder, so that the outline shows them; no placeholder is left empty."""
    titles = [slide.shapes.title.text_frame.text for slide in english.slides]
    assert titles[0] == "Both Banks"
    assert all(titles)
    assert len(titles) > 4
    assert all(shape.text_frame.text for slide in english.slides for shape in slide.placeholders)


def test_slides_are_wide(english):
    """16 to 9, and the layouts that are left with them."""
    assert english.slide_width / english.slide_height == pytest.approx(16 / 9)
    assert len(english.slide_layouts) == 3


def test_questions_are_large_and_alone(english):
    """24 points and more; one that stands alone is said larger."""
    sizes = [
        run.font.size.pt
        for slide in english.slides
        for shape in every(slide.shapes)
        if shape.has_text_frame
        for paragraph in shape.text_frame.paragraphs
        for run in paragraph.runs
        if paragraph.text == SENTENCES["en"] and shape != slide.shapes.title
    ]
    assert max(sizes) >= 28
    asked = Questions(Markup(), (RoomQuestion(SENTENCES["bn"]),))
    alone = opened(Document(Reader.ROOM, "bn", Markup("T"), Markup("u"), (Section("q", Markup("Q"), (asked,)),)))
    (paragraph,) = alone.slides[1].placeholders[1].text_frame.paragraphs
    assert paragraph.runs[0].font.size.pt == 42


def test_notes_say_how_to_ask_and_hold_the_quotes(english):
    """Quotes, cautions and words in other languages are not on the slide but in its notes."""
    noted = "\n".join(slide.notes_slide.notes_text_frame.text for slide in english.slides if slide.has_notes_slide)
    assert "How to ask" in noted
    assert "“আমরা ক্ষমতা ভাগ করি।” (বাংলাদেশ)" in noted
    assert "বিश्वास" not in noted
    assert "विश्वास र क्षमता ≈ trust and power" in noted
    assert not [text for slide in english.slides for text in texts(slide) if "ভাগ করি" in text]


def test_bars_are_shapes_that_say_what_they_show():
    """A group of rectangles, marks and words, with a text for those who cannot see it."""
    file = opened(of_charts(HoldersChart(row(TEAMS, 3, "Trust"))))
    (group,) = [shape for shape in file.slides[1].shapes if shape.shape_type == 6]
    assert group._element.nvGrpSpPr.cNvPr.get("descr") == "Title. Says"
    kinds = {shape.auto_shape_type.name for shape in group.shapes if shape.shape_type == 1}
    assert kinds == {"RECTANGLE", "OVAL", "ISOSCELES_TRIANGLE"}
    assert {"Consortium", "বাংলাদেশ", "नेपाल"} <= set(texts(file.slides[1]))


def test_a_thousand_dots_are_one_picture():
    """With a text for those who cannot see it; sixty are shapes."""
    many, few = (opened(of_charts(MapChart((row(TEAMS, dots, "Trust"),), ("a", "b")))) for dots in (1200, 60))
    (picture,) = [shape for shape in many.slides[1].shapes if shape.shape_type == 13]
    assert picture._element.nvPicPr.cNvPr.get("descr") == "Title. Says"
    assert sum(shape.shape_type == 1 for shape in every(few.slides[1].shapes)) >= 60


def test_charts_that_fit_together_share_a_slide():
    """Two holders on one, a map of many readings on as many as it needs."""
    holders, rows = HoldersChart(short(TEAMS)), tuple(row(TEAMS, 30, "Trust") for _ in range(5))
    assert len(opened(of_charts(holders, holders)).slides) == 2
    assert len(opened(of_charts(MapChart(rows, ("a", "b")))).slides) > 3


@pytest.mark.parametrize("code", ["en", "bn", "ne"])
def test_nothing_flows_over(code):
    """No box leaves its slide, no text its box; nothing is left to a program to shrink."""
    file = opened(document(code, Reader.ROOM))
    assert overflowing(file) == []
    assert "normAutofit" not in "".join(slide._element.xml for slide in file.slides)


def test_very_long_texts_and_ten_teams_fit():
    """Labels of 120 Bangla letters, a question of 240, ten teams and none: laid out on more slides, or cut."""
    file = opened(long_document())
    assert overflowing(file) == []
    assert file.slides[-1].shapes.title.text_frame.text
    wide = of_charts(HoldersChart(row(marks([f"{at} {LONG}" for at in range(10)]).teams, 3)))
    assert overflowing(opened(wide)) == []


def test_each_script_has_its_font(english):
    """Bengali and Devanagari as complex scripts, in runs and in the theme of a report in Bangla."""
    runs = [
        run
        for slide in english.slides
        for shape in every(slide.shapes)
        if shape.has_text_frame
        for paragraph in shape.text_frame.paragraphs
        for run in paragraph.runs
    ]
    told = {run.text.strip(): run._r.rPr for run in runs}
    assert told["ক্ষমতার ভারসাম্য"].find(f"{A}cs").get("typeface") == "Noto Sans Bengali"
    assert told["विश्वास र क्षमता"].get("lang") == "ne-NP"
    part = opened(document("bn", Reader.ROOM)).slide_master.part
    (theme,) = [each.target_part.blob for each in part.rels.values() if each.reltype.endswith("/theme")]
    assert b'<a:cs typeface="Noto Sans Bengali"/>' in theme
