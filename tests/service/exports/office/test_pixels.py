"""Every format opened as a reader opens it and looked at: fonts, shaped letters, words, nothing beyond the edge."""

import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from markupsafe import Markup

from service.exports.formats import written
from service.exports.pictures.drawing import Drawing, Words
from service.exports.pictures.png import as_png
from service.exports.report import Wanted, report_document
from service.presentation.report.document import Document, Paragraph, Reader, Section
from service.publications.types import Format
from tests.service.exports.office.documents import SENTENCES, document

pytest.importorskip("matplotlib")
images = pytest.importorskip("PIL.Image")

PROGRAM = Path("/usr/lib/libreoffice/program")
FILTERS = {Format.DOCX: "libswlo.so", Format.PPTX: "libsdlo.so"}
FORMATS = (Format.DOCX, Format.PPTX, Format.PDF)
FACES = ("NotoSans", "NotoSansBengali", "NotoSansDevanagari")
CONJUNCTS = {"bn": "ক্ষমতা", "ne": "विश्वास"}
SIZE = 96
MOST_PAGES = 8
PAGE = r'<page width="([\d.]+)".*?>'
WORD = r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>'


@pytest.fixture(scope="module")
def paper(tmp_path_factory) -> Callable[[Document, Format], Path]:
    """Make a file, and a PDF of it as LibreOffice shows it; each once."""
    known: dict[tuple[object, ...], Path] = {}
    profile = tmp_path_factory.mktemp("profile")

    def print_(report: Document, format_: Format) -> Path:
        key = (format_, report.language, str(report.title))
        if key not in known:
            folder = tmp_path_factory.mktemp("paper")
            file = folder / f"report.{format_.value}"
            file.write_bytes(written(report, format_))
            if format_ is not Format.PDF:
                _open([file], FILTERS[format_], profile)
            known[key] = file.with_suffix(".pdf")
        return known[key]

    for tool in ("pdffonts", "pdftotext", "pdftoppm", "pdfinfo"):
        if not shutil.which(tool):
            pytest.skip(f"{tool} of poppler is not installed")
    return print_


def _open(files: list[Path], needed: str, profile: Path) -> None:
    if not shutil.which("soffice") or not (PROGRAM / needed).exists():
        pytest.skip(f"LibreOffice ({needed}) is not installed")
    profile_ = f"-env:UserInstallation={profile.as_uri()}"
    command = ["soffice", profile_, "--headless", "--convert-to", "pdf", "--outdir", files[0].parent, *files]
    subprocess.run([str(each) for each in command], check=True, capture_output=True, timeout=120)


def told(*command: str | Path) -> str:
    return subprocess.run([str(each) for each in command], check=True, capture_output=True, text=True).stdout


def report(code: str, format_: Format) -> Document:
    return document(code, Reader.ROOM if format_ is Format.PPTX else Reader.FACILITATOR)


@pytest.mark.parametrize("format_", FORMATS, ids=lambda each: each.value)
@pytest.mark.parametrize("code", ["en", "bn", "ne"])
def test_words_stand_there_in_the_fonts_of_their_scripts(paper, code, format_):
    """The right fonts are inside, sentences can be read out, and no ink is at the edge of a page."""
    pdf = paper(report(code, format_), format_)
    names = [line.split()[0].partition("+")[2] for line in told("pdffonts", pdf).splitlines()[2:]]
    families = {re.sub("-?(Regular|Bold)$", "", name).replace("-", "") for name in names}
    assert families >= set(FACES)
    text = "".join(told("pdftotext", pdf, "-").split())
    assert "".join(SENTENCES["en"].split()) in text if code == "en" else _mostly(SENTENCES[code], text)
    folder = pdf.parent / "pages"
    folder.mkdir(exist_ok=True)
    told("pdftoppm", "-r", "40", "-gray", "-png", pdf, folder / "page")
    for page in folder.glob("*.png"):
        image = images.open(page)
        inner = image.crop((4, 4, image.width - 4, image.height - 4))
        edge = sum(image.histogram()[:200]) - sum(inner.histogram()[:200])
        assert edge == 0


def test_the_sample_has_at_most_eight_pages(sample_workspace, tmp_path):
    """A facilitator's report on seven elements as a document for Word, in each language."""
    files = [tmp_path / f"{code}.docx" for code in ("en", "bn", "ne")]
    for file in files:
        file.write_bytes(
            written(report_document(sample_workspace, "both-banks", Wanted(language=file.stem)), Format.DOCX)
        )
    _open(files, FILTERS[Format.DOCX], tmp_path / "profile")
    pages = {file.stem: _pages(file.with_suffix(".pdf")) for file in files}
    assert all(1 < count <= MOST_PAGES for count in pages.values()), pages


def _pages(pdf: Path) -> int:
    if not shutil.which("pdfinfo"):
        pytest.skip("pdfinfo of poppler is not installed")
    return int(re.search(r"^Pages:\s+(\d+)$", told("pdfinfo", pdf), re.MULTILINE)[1])


def _mostly(sentence: str, text: str) -> bool:
    """Whether nearly all words of a sentence are there: programs order some vowel signs as they are drawn."""
    words = [word for word in re.split(r"[\s,।]+", sentence) if word]
    found = sum(word in text for word in words)
    return found >= 0.6 * len(words)


@pytest.mark.parametrize("format_", FORMATS, ids=lambda each: each.value)
@pytest.mark.parametrize("code", ["bn", "ne"])
def test_conjuncts_are_drawn_as_one(paper, code, format_):
    """A word as wide, for its height, as HarfBuzz shapes it with our fonts: unshaped it would be a fifth wider."""
    word = Markup('<span lang="{}">{}</span>').format(code, CONJUNCTS[code])
    reader = Reader.ROOM if format_ is Format.PPTX else Reader.FACILITATOR
    blocks = (Paragraph(word),)
    made = Document(
        reader, code, Markup(f"only {code}"), Markup(), (Section("s", Markup("x"), blocks),), contents=False
    )
    pdf = paper(made, format_)
    box = _box_of(pdf, CONJUNCTS[code])
    shaped = _ink(images.open(_png(pdf.parent, CONJUNCTS[code])))
    assert box[0] / box[1] == pytest.approx(shaped[0] / shaped[1], rel=0.12)


def _png(folder: Path, word: str) -> Path:
    path = folder / "word.png"
    path.write_bytes(as_png(Drawing(6 * SIZE, 2 * SIZE, "", "", (Words(10, 1.4 * SIZE, word, SIZE),))))
    return path


def _ink(image) -> tuple[int, int]:
    """Width and height of what is dark in a picture."""
    left, top, right, bottom = image.convert("L").point(lambda value: 255 * (value < 128)).getbbox()
    return right - left, bottom - top


def _box_of(pdf: Path, word: str) -> tuple[int, int]:
    """Width and height of the ink of a word in a PDF: what is dark where the word is said to stand."""
    boxes = re.findall(f"{PAGE}|{WORD}", told("pdftotext", "-bbox", pdf, "-"))
    page = 0
    for width, left, top, right, bottom, text in boxes:
        page += bool(width)
        if text and len(set(text) & set(word)) >= len(set(word)) - 1:
            scale, place = 300 / 72, pdf.parent / "crop"
            start = [str(int(each)) for each in ((float(left) - 3) * scale, (float(top) - 4) * scale)]
            size = [str(int((float(end) - float(begin) + 8) * scale)) for begin, end in ((left, right), (top, bottom))]
            area = ["-x", start[0], "-y", start[1], "-W", size[0], "-H", size[1]]
            told("pdftoppm", "-r", "300", "-f", str(page), "-l", str(page), *area, "-singlefile", "-png", pdf, place)
            return _ink(images.open(place.with_suffix(".png")))
    raise AssertionError(f"{word} is not in {pdf}: {[each[-1] for each in boxes]}")
