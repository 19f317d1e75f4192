"""A PDF, or the photograph of a printed sheet, to notes; kept only where its text is sound, and marked as such."""

import io
from collections.abc import Collection
from dataclasses import replace
from pathlib import Path
from statistics import fmean

from nlp.documents.foreign.legacy_text import restored_pages
from nlp.documents.pdf.ocr import Recognised, recognise, recognise_pdf, tesseract_languages
from nlp.documents.pdf.page_lines import page_texts, pages_of
from nlp.documents.pdf.pictures import photograph_as_pdf
from nlp.documents.pdf.soundness import is_sound
from nlp.documents.plan import AS_FOUND, FilePlan, PageTexts
from nlp.documents.prose.text import plan_of_plain, read_plain
from nlp.documents.tools import ToolFailed, has, run, workplace
from nlp.documents.types import Notes
from nlp.errors import UnreadableFile
from nlp.messages import Message, msgid
from nlp.text.scripts import count_scripts
from nlp.text.signature import PDF, signature

_SECONDS = 60.0
_LEAST_CLEAR = 0.5
_FEWEST_WORDS = 3
_MOST_PAGES_INSIDE = 200
_FROM_PDF = Message(
    "The text was taken from a PDF, where words and lines may be broken. Read a few notes and see whether "
    "they are right."
)
_FROM_PICTURE = msgid(
    "The text was read from a picture, and the program gives itself {sure} of 100 points for it. Compare the notes "
    "with the page."
)
_TYPED = Message("The words were typed by hand from a picture.")
_STOPPED = msgid("{read} of {count} pages were read, because reading pictures takes long. The others are not in it.")
_ASK_FOR_SOURCE = Message("Ask for the docx or text file it was made from")
_INSTALL_POPPLER = Message(
    "Install poppler-utils on the machine of Manyvoices (apt install poppler-utils), or ask for the docx or text file "
    "it was made from"
)
_INSTALL_TESSERACT = Message(
    "Install Tesseract on the machine of Manyvoices (apt install tesseract-ocr tesseract-ocr-ben tesseract-ocr-nep), "
    "or ask for the docx or text file it was made from"
)
_TYPE_IT = Message("Type its words by hand, or take the photograph again from straight above in good light")


def read_paged(source: str, data: bytes, languages: Collection[str] | None = None, plan: FilePlan = AS_FOUND) -> Notes:
    """Return the notes of a PDF or of a photograph of a printed sheet; see `read_pages` for how.

    Raises:
        UnreadableFile: as `read_pages` and `words_of` do.
        NothingToAnalyse: there is no note.
    """
    pages = plan.pages or read_pages(source, data, languages)
    words = words_of(source, pages)
    return replace(read_plain(source, words.encode(), languages, plan), remarks=_remarks(pages))


def plan_of_paged(source: str, data: bytes, languages: Collection[str] | None = None) -> FilePlan:
    """Return how the words of a PDF or a picture are understood, with these words, so that they are read only once.

    Raises:
        UnreadableFile: as `read_pages` does.
    """
    return plan_of_words(source, read_pages(source, data, languages))


def plan_of_words(source: str, pages: PageTexts) -> FilePlan:
    """Return how the words of pages are understood; of pages without any only why there are none."""
    if not pages.text.strip():
        return FilePlan(pages=pages)
    return replace(plan_of_plain(source, pages.text.encode()), pages=pages)


def words_of(source: str, pages: PageTexts) -> str:
    """Return the words of all pages.

    Raises:
        UnreadableFile: there are none, for the reason that the pages give.
    """
    if not pages.text.strip() and pages.problem is not None:
        raise UnreadableFile(source, pages.problem, pages.remedy or _TYPE_IT)
    return pages.text


def read_pages(source: str, data: bytes, languages: Collection[str] | None = None) -> PageTexts:
    """Return the words of a PDF, by `pdftotext`, else for Latin text by pypdf, else by Tesseract; or of a picture.

    What Tesseract cannot read, as handwriting, comes back without words and with the reason: they can still be typed.

    Raises:
        UnreadableFile: broken, with a password, or its text is not sound and nothing here can recognise it.
    """
    if signature(data) is not PDF:
        return _pages_of_picture(source, data, languages)
    with workplace(data, "file.pdf") as path:
        texts, remarks = restored_pages(_texts(source, data, path))
        if is_sound("\n\n".join(texts)):
            return PageTexts(texts, len(texts), (), (_FROM_PDF, *remarks))
        known = _languages_for_pages(source, languages)
        return _recognised(path, len(texts), known)


def read_on(source: str, data: bytes, pages: PageTexts, languages: Collection[str] | None = None) -> PageTexts:
    """Return pages that were read from their pictures with some of those after them, or as they are.

    Raises:
        UnreadableFile: Tesseract is not installed any more.
    """
    known = _languages_for_pages(source, languages)
    with workplace(data, "file.pdf") as path:
        try:
            found = recognise_pdf(path, len(pages.texts) + 1, pages.count, known)
        except ToolFailed:
            return pages
    texts = tuple(page.text for page in found)
    sureness = tuple(page.sureness for page in found)
    return replace(pages, texts=(*pages.texts, *texts), sureness=(*pages.sureness, *sureness))


def _pages_of_picture(source: str, data: bytes, languages: Collection[str] | None) -> PageTexts:
    known = tesseract_languages(languages)
    if not known:
        problem = Message("this is a picture, and no program that reads pictures is installed")
        raise UnreadableFile(source, problem, _INSTALL_TESSERACT)
    upright = photograph_as_pdf(data) if has("pdftoppm") else None
    with workplace(upright or data, "file.pdf" if upright else "picture") as path:
        return _recognised(path, 1, known, is_pdf=upright is not None)


def _recognised(path: Path, count: int, languages: Collection[str], *, is_pdf: bool = True) -> PageTexts:
    try:
        found = recognise_pdf(path, 1, count, languages) if is_pdf else [recognise(path, languages)]
    except ToolFailed:
        return _without_words(count, Message("the picture could not be read"))
    return _checked(found, count)


def _checked(found: list[Recognised], count: int) -> PageTexts:
    pages = PageTexts(tuple(page.text for page in found), count, tuple(page.sureness for page in found))
    if len(pages.text.split()) < _FEWEST_WORDS:
        return _without_words(count, Message("hardly a printed word can be made out on it"))
    clear = [page.clear for page in found if page.text]
    if fmean(clear) < _LEAST_CLEAR or not is_sound(pages.text):
        return _without_words(count, Message("no printed text can be made out, it may be handwriting"))
    return pages


def _without_words(count: int, problem: Message) -> PageTexts:
    return PageTexts(("",) * count, count, (0,) * count, (), problem, _TYPE_IT)


def _sureness(pages: PageTexts) -> int:
    """Return how sure Tesseract is of the words on all pages that have any."""
    sure = [sureness for sureness, text in zip(pages.sureness, pages.texts, strict=False) if text]
    return round(fmean(sure)) if sure else 0


def _remarks(pages: PageTexts) -> tuple[Message, ...]:
    """Return what should be known of words that were not simply written in a file."""
    if not pages.from_picture:
        return pages.remarks
    known = _TYPED if pages.problem else Message(_FROM_PICTURE, {"sure": _sureness(pages)})
    left = pages.count > len(pages.texts)
    stopped = (Message(_STOPPED, {"read": len(pages.texts), "count": pages.count}),) if left else ()
    return (known, *stopped)


def _languages_for_pages(source: str, languages: Collection[str] | None) -> list[str]:
    known = tesseract_languages(languages)
    if not known or not has("pdftoppm"):
        problem = Message("the pages of the PDF are pictures, or give other signs than they show")
        raise UnreadableFile(source, problem, _INSTALL_TESSERACT)
    return known


def _texts(source: str, data: bytes, path: Path) -> tuple[str, ...]:
    return _texts_by_poppler(source, path) if has("pdftotext") else _texts_by_pypdf(source, data)


def _texts_by_poppler(source: str, path: Path) -> tuple[str, ...]:
    made = path.with_name("file.xml")
    try:
        run(["pdftotext", "-bbox-layout", "-enc", "UTF-8", path, made], _SECONDS)
        return page_texts(pages_of(made.read_text(encoding="utf-8", errors="replace")))
    except ToolFailed as error:
        if "password" in str(error):
            problem = Message("the {kind} has a password", {"kind": "PDF"})
            raise UnreadableFile(source, problem, Message("Take off the password and hand it in again")) from error
        raise _broken(source) from error
    except (SyntaxError, ValueError) as error:
        raise _broken(source) from error


def _texts_by_pypdf(source: str, data: bytes) -> tuple[str, ...]:
    """Return the text of a PDF where it is in Latin letters; in other scripts pypdf loses the order of the marks.

    Raises:
        UnreadableFile: broken, with a password, or in another script.
    """
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        reader = PdfReader(io.BytesIO(data))
        pages = [page.extract_text() for page in reader.pages[:_MOST_PAGES_INSIDE]]
    except (PyPdfError, ValueError, KeyError, TypeError, RecursionError, OSError) as error:
        raise _broken(source) from error
    counts = count_scripts("".join(pages))
    if counts.total() > counts["Latn"] or not counts:
        problem = Message("only Latin letters can be taken from a PDF without poppler's pdftotext")
        raise UnreadableFile(source, problem, _INSTALL_POPPLER)
    return tuple(pages)


def _broken(source: str) -> UnreadableFile:
    return UnreadableFile(
        source, Message("the {kind} is broken or was not downloaded to its end", {"kind": "PDF"}), _ASK_FOR_SOURCE
    )
