"""A PDF made by an office program, in three scripts; the tools that are needed may be missing."""

import io
import struct
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter

from nlp.documents import FilePlan, Notes, plan_of, read_document
from nlp.documents.pdf import ocr
from nlp.documents.pdf import read as reading
from nlp.documents.pdf.pictures import _frame, photograph_as_pdf, render, show_page
from nlp.documents.pdf.read import read_on
from nlp.documents.tools import ToolFailed, has, workplace
from nlp.errors import UnreadableFile

FILES = Path(__file__).parent / "files"
PDF = (FILES / "notes.pdf").read_bytes()
needs_poppler = pytest.mark.skipif(not has("pdftotext", "pdftoppm"), reason="poppler-utils is not installed")
needs_tesseract = pytest.mark.skipif(not has("tesseract"), reason="Tesseract is not installed")


def latin_pdf(words: str) -> bytes:
    """Return a PDF with one line of text, as the simplest programs write it."""
    stream = f"BT /F1 12 Tf 72 720 Td ({words}) Tj ET".encode()
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R "
        b"/Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
    ]
    out = b"%PDF-1.4\n"
    starts = []
    for number, body in enumerate(objects, 1):
        starts.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % start for start in starts)
    return out + b"xref\n0 5\n0000000000 65535 f \n%strailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (
        table,
        len(out),
    )


def without(monkeypatch, *missing: str) -> None:
    for module in (reading, ocr):
        monkeypatch.setattr(module, "has", lambda *names: has(*names) and not set(names) & set(missing))


@needs_poppler
def test_three_scripts_come_out_of_a_pdf():
    """Headings, teams and items are found; the notes are marked as taken from a PDF."""
    document = read_document("notes.pdf", PDF, ["en", "bn", "ne"])
    assert isinstance(document, Notes)
    assert "taken from a PDF" in document.remarks[0].text
    texts = {unit.text: unit for unit in document.units}
    assert texts["Feedback reaches the consortium late, and nobody knows who decides."].attributes["team"] == "London"
    bangla = texts["মতামত কনসোর্টিয়ামের কাছে দেরিতে পৌঁছায়, আর কে সিদ্ধান্ত নেয় কেউ জানে না।"]
    assert (bangla.language, bangla.element, bangla.attributes["team"]) == ("bn", "যোগাযোগ", "বাংলাদেশ")
    nepali = texts["हामी एकअर्कामा भर पर्छौं र जानेको कुरा सबै जिल्ला कार्यालयसँग बाँड्छौं।"]
    assert (nepali.language, nepali.element, nepali.attributes["team"]) == ("ne", "सञ्चार", "नेपाल")
    assert not any("Team: London" in text for text in texts)


def test_without_poppler_only_latin_letters_are_read(monkeypatch):
    """Pypdf knows no order of marks: other scripts are refused with what to install."""
    without(monkeypatch, "pdftotext")
    document = read_document("notes.pdf", latin_pdf("Partners rely on each other every day."), ["en"])
    assert [unit.text for unit in document.units] == ["Partners rely on each other every day."]
    with pytest.raises(UnreadableFile, match=r"Install poppler-utils"):
        read_document("notes.pdf", PDF, ["en", "bn", "ne"])


def test_pages_that_are_pictures_need_tesseract(monkeypatch):
    """Without it the refusal says what to install; for a photograph too."""
    monkeypatch.setattr(reading, "is_sound", lambda _: False)
    without(monkeypatch, "tesseract")
    with pytest.raises(UnreadableFile, match="Install Tesseract"):
        read_document("notes.pdf", latin_pdf("x"), ["en"])
    with pytest.raises(UnreadableFile, match=r"this is a picture.*Install Tesseract"):
        read_document("sheet.png", (FILES / "sheet.png").read_bytes(), ["en"])


@needs_tesseract
def test_a_printed_sheet_is_read_from_its_picture():
    """The notes are marked as read from a picture, with the program's own estimate."""
    document = read_document("sheet.png", (FILES / "sheet.png").read_bytes(), ["en"])
    assert document.remarks[0].values["sure"] >= 60
    assert "Feedback reaches the consortium late, and nobody knows who decides." in [u.text for u in document.units]


@needs_tesseract
def test_a_picture_without_text_is_refused_kindly_and_can_be_typed():
    """Nothing printed: what to do instead; words that a person types stand in their place, and are marked."""
    png = (FILES / "sheet.png").read_bytes()[:4000]
    with pytest.raises(UnreadableFile, match=r"could not be read|printed"):
        read_document("sheet.png", png, ["en"])
    plan = plan_of("sheet.png", png)
    assert (plan.kind, plan.pages.texts, plan.pages.count) == ("", ("",), 1)
    with pytest.raises(UnreadableFile, match=r"could not be read|printed"):
        read_document("sheet.png", png, ["en"], plan)
    typed = FilePlan(pages=replace(plan.pages, texts=("## Trust\n\n- We ring each other",)))
    document = read_document("sheet.png", png, ["en"], typed)
    assert [(unit.element, unit.text) for unit in document.units] == [("Trust", "We ring each other")]
    assert document.remarks[0].text == "The words were typed by hand from a picture."


@needs_poppler
def test_a_password_and_a_broken_file_are_told_apart():
    """Each says what to do."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(latin_pdf("secret words"))))
    writer.encrypt("x", algorithm="RC4-128")
    locked = io.BytesIO()
    writer.write(locked)
    with pytest.raises(UnreadableFile, match="the PDF has a password"):
        read_document("notes.pdf", locked.getvalue(), ["en"])
    with pytest.raises(UnreadableFile, match="the PDF is broken"):
        read_document("notes.pdf", b"%PDF-1.4", ["en"])


@needs_poppler
def test_the_plan_of_a_pdf_is_that_of_its_text():
    """Said again it changes nothing; what is said otherwise holds for every note."""
    plan = plan_of("notes.pdf", PDF)
    assert plan.kind == "notes"
    assert plan.headings
    assert read_document("notes.pdf", PDF, plan=plan) == read_document("notes.pdf", PDF)
    document = read_document("notes.pdf", PDF, plan=FilePlan(session="Pokhara"))
    assert isinstance(document, Notes)
    assert {unit.attributes["session"] for unit in document.units} == {"Pokhara"}


@needs_tesseract
@pytest.mark.parametrize(
    ("name", "problem"), [("hand.png", "it may be handwriting"), ("logo.png", "hardly a printed word can be made out")]
)
def test_handwriting_and_pictures_of_something_else_are_told_apart(name, problem):
    """Strokes of a hand are words of which the program is not sure; a sign has one word: both can be typed."""
    plan = plan_of(name, (FILES / name).read_bytes(), languages=["en", "bn", "ne"])
    assert problem in plan.pages.problem.text
    assert "Type its words by hand" in plan.pages.remedy.text


@needs_tesseract
def test_a_picture_is_recognised_once(monkeypatch):
    """For its plan, which holds its words; its notes are then read from these, mended or not."""
    data = (FILES / "sheet.png").read_bytes()
    plan = plan_of("sheet.png", data, languages=["en", "bn", "ne"])
    assert plan.kind == "notes"
    assert plan.pages.from_picture
    monkeypatch.setattr(reading, "recognise", lambda *_: pytest.fail("recognised again"))
    words = plan.pages.texts[0]
    assert "nobody knows" in words
    mended = FilePlan(pages=replace(plan.pages, texts=(words.replace("nobody knows", "no one knows"),)))
    texts = [unit.text for unit in read_document("sheet.png", data, ["en"], mended).units]
    assert "Feedback reaches the consortium late, and no one knows who decides." in texts
    assert plan_of("sheet.png", data, FilePlan(pages=mended.pages)).pages == mended.pages


def photograph(turned: int = 0, tag: int = 1) -> bytes:
    """Return the first page of the PDF as a JPEG, as a camera that was held turned takes it and says so."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(PDF)))
    writer.pages[0].rotate(turned)
    made = io.BytesIO()
    writer.write(made)
    with workplace(made.getvalue(), "file.pdf") as path:
        jpeg = render(path, 1, ["-r", "150", "-jpeg"]).read_bytes()
    tiff = b"MM\x00\x2a" + struct.pack(">IHHHIHHI", 8, 1, 0x0112, 3, 1, tag, 0, 0)
    exif = b"Exif\x00\x00" + tiff
    return jpeg[:2] + b"\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif + jpeg[2:]


@needs_poppler
@pytest.mark.parametrize(("turned", "tag"), [(0, 1), (180, 3), (270, 6), (90, 8)])
def test_a_photograph_is_shown_the_right_way_up(turned, tag):
    """However the camera was held: as the page itself is shown."""
    upright, media_type = show_page(photograph(turned, tag), 1)
    assert media_type == "image/jpeg"
    assert _frame(upright)[:2] == _frame(show_page(PDF, 1)[0])[:2]
    assert abs(len(upright) - len(show_page(photograph(), 1)[0])) < len(upright) / 10


@needs_poppler
def test_only_pages_are_shown():
    """A file of another kind has none; a page that is not there is none, in a photograph neither."""
    assert show_page((FILES / "sheet.png").read_bytes(), 1)[1] == "image/png"
    assert show_page(b"\xff\xd8\xff\xe0 broken", 1) == (b"\xff\xd8\xff\xe0 broken", "image/jpeg")
    for data, page in ((b"text", 1), (PDF, 3), (PDF, 0), (photograph(), 2), (b"%PDF-1.4", 1)):
        with pytest.raises(ToolFailed):
            show_page(data, page)


@needs_tesseract
@needs_poppler
def test_a_photograph_taken_upside_down_is_read():
    """Tesseract itself does not look at what the camera says."""
    document = read_document("sheet.jpg", photograph(180, 3), ["en"])
    assert "Feedback reaches the consortium late, and nobody knows who decides." in [u.text for u in document.units]


@needs_tesseract
@needs_poppler
def test_a_long_scan_is_read_in_parts(monkeypatch):
    """Where time is over it says which pages were read; it goes on with the next, and what was mended stays."""
    writer = PdfWriter()
    for _ in range(3):
        writer.append(io.BytesIO(photograph_as_pdf(photograph())))
    scan = io.BytesIO()
    writer.write(scan)
    data = scan.getvalue()
    monkeypatch.setattr(ocr, "SECONDS", 0.0)
    plan = plan_of("scan.pdf", data, languages=["en", "bn", "ne"])
    assert (len(plan.pages.texts), plan.pages.count) == (1, 3)
    stopped = read_document("scan.pdf", data, ["en"], plan).remarks[1]
    assert stopped.values == {"read": 1, "count": 3}
    on = read_on("scan.pdf", data, replace(plan.pages, texts=("mended",)))
    assert (on.texts[0], len(on.texts), len(on.sureness)) == ("mended", 2, 2)
    assert "nobody knows" in on.texts[1]
