"""Reports on pages."""

import io

import pypdf
import pytest

from service.exports.formats import written
from service.exports.report import Wanted, report_document
from service.publications.types import Format, Reader

SLUG = "both-banks"
pytest.importorskip("weasyprint")


def read(workspace, wanted):
    """The PDF of the sample for a reader."""
    return pypdf.PdfReader(io.BytesIO(written(report_document(workspace, SLUG, wanted), Format.PDF)))


def words(page):
    """The text of a page; pypdf reads letters of two bytes as a NUL and a letter."""
    return page.extract_text().replace("\0", "")


@pytest.mark.parametrize("language", ["en", "bn"])
def test_a_report_is_short_and_can_be_found_one_s_way_in(sample_workspace, language):
    """Eight pages at most for seven elements; tagged, with its language, its title, contents that lead somewhere."""
    found = read(sample_workspace, Wanted(language=language))
    assert len(found.pages) <= 8
    root = found.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == language
    assert found.metadata.title.startswith("Both Banks")
    assert len(found.outline[1]) >= 7
    links = [each for each in found.pages[0].get("/Annots", ()) if each.get_object()["/Subtype"] == "/Link"]
    assert len(links) >= 7
    assert f"1 / {len(found.pages)}" in words(found.pages[0])


def test_slides_lie_across_and_each_section_has_one(sample_workspace):
    """A slide a section, behind that of the title; no word of a note is in a funder's pages, and nothing is fetched."""
    document = report_document(sample_workspace, SLUG, Wanted(Reader.ROOM))
    found = pypdf.PdfReader(io.BytesIO(written(document, Format.PDF)))
    assert len(found.pages) == len(document.sections) + 1
    assert all(page.mediabox.width > page.mediabox.height for page in found.pages)


def test_a_funders_pages_have_no_words_of_notes(sample_workspace):
    """Nor a name or a number of a person."""
    text = "\n".join(words(page) for page in read(sample_workspace, Wanted(Reader.FUNDER)).pages)
    notes = {
        unit.text
        for reading in sample_workspace.findings(SLUG).readings().readings
        for unit in reading.units
        if len(unit.text) > 12 and unit.language == "en"
    }
    assert "What was heard" in text
    assert not [said for said in notes if said in text]
    assert "Person " not in text
