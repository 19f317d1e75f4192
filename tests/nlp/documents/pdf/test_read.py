"""A PDF made by an office program, in three scripts; the tools that are needed may be missing."""

import io
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter

from nlp.documents import FilePlan, Notes, plan_of, read_document
from nlp.documents.pdf import ocr
from nlp.documents.pdf import read as reading
from nlp.documents.tools import has
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
def test_a_picture_without_text_is_refused_kindly():
    """Nothing printed: what to do instead."""
    png = (FILES / "sheet.png").read_bytes()
    with pytest.raises(UnreadableFile, match=r"could not be read|no printed text"):
        read_document("sheet.png", png[:4000], ["en"])


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
def test_a_picture_is_not_recognised_for_its_plan(monkeypatch):
    """That takes long and is done once, for its notes; the plan says only that it holds some."""
    monkeypatch.setattr(reading, "recognise", lambda *_: pytest.fail("recognised for a plan"))
    assert plan_of("sheet.png", (FILES / "sheet.png").read_bytes()) == FilePlan(kind="notes")
