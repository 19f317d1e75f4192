"""Reports as documents for Word: what a person finds who opens one and writes on in it."""

import io
import re
from dataclasses import replace

import pytest
from markupsafe import Markup

from service.exports.formats import written
from service.exports.report import report_document
from service.presentation.report.document import Document, Paragraph, Points, Section
from service.publications.types import Format
from tests.service.exports.office.documents import SENTENCES, document, long_document

pytest.importorskip("matplotlib")
docx = pytest.importorskip("docx")

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def opened(report: Document):
    """The report as python-docx reads it back."""
    return docx.Document(io.BytesIO(written(report, Format.DOCX)))


@pytest.fixture(scope="module")
def english():
    """A made-up report in English, read back."""
    return opened(document())


def every(file):
    """All paragraphs, those in columns and tables too."""
    cells = [cell for table in file.tables for row in table.rows for cell in row.cells]
    return [*file.paragraphs, *(paragraph for cell in cells for paragraph in cell.paragraphs)]


def styled(file, style):
    return [paragraph.text for paragraph in every(file) if paragraph.style.name == style]


def test_headings_are_headings(english):
    """Sections and their parts, in levels; the title is a title."""
    assert styled(english, "Title") == ["Both Banks"]
    assert styled(english, "Heading 1") == [SENTENCES["en"]] * 2
    assert styled(english, "Heading 2") == ["ক্ষমতার ভারসাম্য and विश्वास र क्षमता, bishwas ache 5 < 6", SENTENCES["en"]]


def test_every_block_has_a_style_of_its_own(english):
    """Nobody has to look for what to change: lists, quotes, questions, captions."""
    used = {paragraph.style.name for paragraph in every(english)}
    wanted = {"Lead", "Normal", "Small", "Caution", "List Bullet", "List Number", "Quote", "Quote Source", "Question"}
    assert wanted | {"Hint", "Ask", "Reading", "Counts", "Caption", "toc 1"} <= used
    assert styled(english, "Quote") == ["আমরা ক্ষমতা ভাগ করি।"] * 2


def test_contents_are_filled_in_and_lead_to_their_headings(english):
    """Each entry is a link to a bookmark that is there; Word is asked to renew the field."""
    body = english.element.body
    links = [link.get(f"{W}anchor") for link in body.iter(f"{W}hyperlink")]
    marks = [mark.get(f"{W}name") for mark in body.iter(f"{W}bookmarkStart")]
    assert len(links) == len(set(links)) == 2
    assert set(links) <= set(marks)
    assert 'TOC \\o "1-1"' in "".join(code.text for code in body.iter(f"{W}instrText"))
    assert [edge.get(f"{W}dirty") for edge in body.iter(f"{W}fldChar")] == ["true", None, None]
    assert styled(english, "toc 1") == [SENTENCES["en"]] * 2


def test_tables_repeat_their_header_and_split_no_row(english):
    """And empty rows are there to be filled in."""
    first, last = (table for table in english.tables if table.style.name != "Manyvoices Columns")
    for table in (first, last):
        assert table.style.name == "Manyvoices Table"
        assert len(table.rows) == 1 + 2 + 2
        properties = [row._tr.trPr for row in table.rows]
        assert all(each.find(f"{W}cantSplit") is not None for each in properties)
        assert [each.find(f"{W}tblHeader") is not None for each in properties] == [True, False, False, False, False]


def test_readings_stand_side_by_side_and_rows_stay_together():
    """In two columns, without an empty paragraph above them."""
    (columns,) = (table for table in opened(document()).tables if table.style.name == "Manyvoices Columns")
    assert all(row._tr.trPr.find(f"{W}cantSplit") is not None for row in columns.rows)
    assert [cell.paragraphs[0].style.name for cell in columns.rows[0].cells] == ["Reading", "Reading"]


def test_a_boxed_section_has_one_box():
    """Same borders and same indents everywhere: else Word draws a box a paragraph. Nothing else is in a box."""
    report = document()
    boxed = Section(
        "made", Markup("Made"), (Points((Markup("one"), Markup("two"))), Paragraph(Markup("three"))), boxed=True
    )
    file = opened(replace(report, sections=(*report.sections, boxed)))
    framed = [each for each in file.paragraphs if each._p.find(f"{W}pPr/{W}pBdr") is not None]
    assert [each.text for each in framed] == ["Made", "one", "two", "three"]
    indents = {tuple(each._p.find(f"{W}pPr/{W}ind").attrib.items()) for each in framed}
    assert len(indents) == 1


def test_numbered_lists_begin_at_one(english):
    """Each has a number of its own, with a start."""
    numbers = [
        paragraph._p.pPr.numPr.numId.val for paragraph in english.paragraphs if paragraph.style.name == "List Number"
    ]
    assert len(numbers) == 3
    assert numbers[0] == numbers[1] != numbers[2]


def test_pictures_say_what_they_show(english):
    """For those who cannot see them."""
    (shape,) = english.inline_shapes
    assert shape._inline.docPr.get("descr") == f"{SENTENCES['en']}. {SENTENCES['en']}"
    assert shape.width.cm == pytest.approx(17.8, abs=0.1)


@pytest.mark.parametrize(
    ("code", "tag", "family"), [("bn", "bn-BD", "Noto Sans Bengali"), ("ne", "ne-NP", "Noto Sans Devanagari")]
)
def test_the_language_of_the_report_is_that_of_its_file(code, tag, family):
    """In the properties and as the default of complex scripts, with its font."""
    file = opened(document(code))
    assert file.core_properties.language == tag
    assert file.core_properties.title == "Both Banks"
    defaults = file.styles.element.find(f"{W}docDefaults")
    assert defaults.find(f".//{W}lang").get(f"{W}bidi") == tag
    assert defaults.find(f".//{W}rFonts").get(f"{W}cs") == family


def test_each_stretch_has_its_language_and_its_font(english):
    """Bangla and Nepali are complex scripts with the right font; romanised words are not proofed."""
    paragraph = next(each for each in english.paragraphs if each.style.name == "Normal" and "bishwas" in each.text)
    told = {}
    for run in paragraph.runs:
        properties = run._r.rPr
        fonts, language = properties.find(f"{W}rFonts"), properties.find(f"{W}lang")
        told[run.text.strip()] = (
            properties.find(f"{W}cs") is not None,
            None if fonts is None else fonts.get(f"{W}cs"),
            None if language is None else language.get(f"{W}bidi") or language.get(f"{W}val"),
            properties.find(f"{W}noProof") is not None,
        )
    assert told["ক্ষমতার ভারসাম্য"] == (True, "Noto Sans Bengali", "bn-BD", False)
    assert told["विश्वास र क्षमता"] == (True, "Noto Sans Devanagari", "ne-NP", False)
    assert told["and"] == (False, None, "en-GB", False)
    assert told["bishwas ache"] == (False, None, None, True)


def test_names_are_bold_in_every_script(english):
    """Also where Word asks for the weight of complex scripts."""
    runs = [run for paragraph in english.paragraphs for run in paragraph.runs if run.text == "ক্ষমতার ভারসাম্য"]
    assert runs
    assert all(run.font.bold and run.font.cs_bold for run in runs)


def test_sizes_hold_for_complex_scripts_too(english):
    """Every style says both; Bengali and Devanagari are never smaller."""
    for style in ("Normal", "Heading 1", "Quote", "Caption"):
        properties = english.styles[style].element.rPr
        size, complex_size = (int(properties.find(f"{W}{tag}").get(f"{W}val")) for tag in ("sz", "szCs"))
        assert complex_size >= size


def test_properties_stand_in_the_order_of_the_standard(english):
    """Word is strict: of a run's properties none comes before its turn."""
    order = ["rStyle", "rFonts", "b", "bCs", "noProof", "color", "sz", "szCs", "cs", "lang"]
    for properties in english.element.body.iter(f"{W}rPr"):
        places = [order.index(child.tag.removeprefix(W)) for child in properties]
        assert places == sorted(places)


def test_it_opens_in_the_mode_of_today(english):
    """And pages are A4, numbered at the foot."""
    assert 'w:name="compatibilityMode"' in english.settings.element.xml
    page = english.sections[0]
    assert (round(page.page_width.cm, 1), round(page.page_height.cm, 1)) == (21.0, 29.7)
    assert re.search(r"<w:instrText[^>]*> PAGE </w:instrText>", page.footer._element.xml)


def test_the_sample_is_whole(sample_workspace):
    """All its words are there: headings, lead, the grid as a table with pictures of marks that say who holds what."""
    report = report_document(sample_workspace, "both-banks")
    file = opened(report)
    assert [paragraph.text for paragraph in file.paragraphs if paragraph.style.name == "Heading 1"] == [
        str(section.heading.striptags()) for section in report.sections
    ]
    grid = file.tables[0]
    assert [cell.text.split("\xa0")[-1] for cell in grid.rows[0].cells][1:] == ["Consortium", "Bangladesh", "Nepal"]
    said = [shape.get("descr") for shape in grid._tbl.iter() if shape.tag.endswith("}docPr")]
    assert len(said) == 21
    assert all(words.startswith("holds") for words in said)


def test_very_long_words_are_no_accident():
    """Ten teams with names of 120 letters, and none."""
    assert opened(long_document(reader=document().reader)).inline_shapes
