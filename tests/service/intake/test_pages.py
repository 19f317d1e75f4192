"""Pictures from the upload to the notes: recognised once, mended by a person, and marked for good."""

from dataclasses import replace

import pytest

from nlp.documents.pdf import read as reading
from nlp.documents.pdf.ocr import Recognised
from nlp.documents.plan import FilePlan, HeadingRole
from service.errors import NotFound
from service.types import FileChange

PNG = b"\x89PNG\r\n\x1a\n a photograph"
WORDS = "## Communications\n\n• We ring each other\n\n• Mails get last"


class Recogniser:
    """Stands for Tesseract, and counts how often it was asked."""

    def __init__(self, found: Recognised) -> None:
        self.found = found
        self.asked = 0

    def __call__(self, *_: object) -> Recognised:
        """Return what is found in any picture."""
        self.asked += 1
        return self.found


@pytest.fixture
def recogniser(monkeypatch):
    """A sheet that is read well, but for one word."""
    made = Recogniser(Recognised(WORDS, 91))
    monkeypatch.setattr(reading, "tesseract_languages", lambda _: ["eng"])
    monkeypatch.setattr(reading, "recognise", made)
    return made


def texts(workspace, programme):
    found = workspace.findings(programme).readings().elements
    return {unit.text for each in found for unit in (*each.alone, *(u for r in each.readings for u in r.units))}


def test_what_was_mended_is_what_is_kept(workspace, programme, recogniser):
    """With its remark, which is there when the file is opened again; the picture is recognised once in all."""
    preview = workspace.files.preview(programme, [("sheet.png", PNG)])
    found = preview.files[0].settings.found
    assert (preview.files[0].counts, found.headings) == ({"notes": 2}, {"Communications": "element"})
    mended = replace(found.pages, texts=(WORDS.replace("last", "lost").replace("Communications", "Money"),))
    (file,) = workspace.files.change(programme, preview.token, [FileChange(0, FilePlan(pages=mended))]).files
    assert (file.elements, file.settings.found.headings) == (("Money",), {"Money": "element"})
    workspace.files.change(programme, preview.token, [FileChange(0, FilePlan(team="North", pages=mended))])
    (kept,) = workspace.files.keep(programme, preview.token)
    assert [remark.values for remark in kept.remarks] == [{"sure": 91}]
    assert workspace.findings(programme).at.programme.pictures == ("sheet.png",)
    assert texts(workspace, programme) == {"We ring each other", "Mails get lost"}
    (again,) = workspace.files.open(programme, kept.id).files
    assert (again.settings.plan.pages, again.remarks) == (mended, kept.remarks)
    assert recogniser.asked == 1


def test_a_picture_that_cannot_be_read_is_asked_once_and_can_be_typed(workspace, programme, recogniser):
    """Handwriting is refused, with the page and room for its words; no change makes it be recognised again."""
    recogniser.found = Recognised("wqx ,; tz", 21, 0.2)
    preview = workspace.files.preview(programme, [("hand.png", PNG)])
    assert "handwriting" in preview.files[0].problem.text
    (file,) = workspace.files.change(programme, preview.token, [FileChange(0, FilePlan(team="North"))]).files
    assert file.problem
    typed = replace(file.settings.found.pages, texts=("We ring each other",))
    workspace.files.change(programme, preview.token, [FileChange(0, FilePlan(pages=typed))])
    (kept,) = workspace.files.keep(programme, preview.token)
    assert (kept.counts, kept.remarks[0].text) == ({"notes": 1}, "The words were typed by hand from a picture.")
    assert recogniser.asked == 1


def test_the_next_picture_has_its_own_words(workspace, programme, recogniser):
    """Of a kept file of the same headings it takes what was decided, not what stands on its page."""
    first = workspace.files.preview(programme, [("one.png", PNG)])
    said = FilePlan(headings={"Communications": HeadingRole.TEAM})
    workspace.files.change(programme, first.token, [FileChange(0, said)])
    workspace.files.keep(programme, first.token)
    recogniser.found = Recognised(WORDS.replace("ring", "visit"), 80)
    (file,) = workspace.files.preview(programme, [("two.png", PNG + b"2")]).files
    assert (file.settings.like, file.sample[0]) == ("one.png", "We visit each other")


def test_pages_go_when_the_file_no_longer_waits(workspace, programme, recogniser):
    """The picture is that of the upload; there is no other page, no other file, and none afterwards."""
    token = workspace.files.preview(programme, [("sheet.png", PNG)]).token
    assert workspace.files.page_picture(programme, token, 0, 1) == (PNG, "image/png")
    for position, page in ((0, 2), (1, 1), (-1, 1)):
        with pytest.raises(NotFound):
            workspace.files.page_picture(programme, token, position, page)


def test_more_pages_are_read_when_asked(workspace, programme, recogniser, monkeypatch):
    """Those before stay as they were mended."""
    pages = reading.PageTexts(("We ring each other",), 2, (90,))
    monkeypatch.setattr(reading, "read_pages", lambda *_: pages)
    monkeypatch.setattr(reading, "has", lambda *_: True)
    monkeypatch.setattr(
        reading, "recognise_pdf", lambda _, first, last, __: [Recognised(f"Page {first} of {last}", 70)]
    )
    preview = workspace.files.preview(programme, [("scan.pdf", b"%PDF-1.4 scan")])
    assert preview.files[0].remarks[1].values == {"read": 1, "count": 2}
    mended = FilePlan(pages=replace(pages, texts=("We visit each other",)))
    (file,) = workspace.files.change(programme, preview.token, [FileChange(0, mended, read_on=True)]).files
    assert file.sample == ("We visit each other", "Page 2 of 2")
    assert [remark.values for remark in file.remarks] == [{"sure": 80}]
