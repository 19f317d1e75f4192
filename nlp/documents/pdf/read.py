"""A PDF, or the photograph of a printed sheet, to notes; kept only where its text is sound, and marked as such."""

from collections.abc import Collection
from dataclasses import replace
from pathlib import Path

from nlp.documents.foreign.legacy_text import Remarks, restored_text
from nlp.documents.pdf.ocr import Recognised, recognise, recognise_pdf, tesseract_languages
from nlp.documents.pdf.page_lines import markdown, pages_of
from nlp.documents.pdf.soundness import is_sound
from nlp.documents.plan import AS_FOUND, FilePlan
from nlp.documents.prose.text import plan_of_plain, read_plain
from nlp.documents.tools import ToolFailed, has, run, workplace
from nlp.documents.types import Notes
from nlp.errors import UnreadableFile
from nlp.messages import Message, msgid
from nlp.text.scripts import count_scripts

_SECONDS = 60.0
_LEAST_SURE = 60
_MOST_PAGES_INSIDE = 200
_OF_PICTURES = FilePlan(kind="notes")
_FROM_PDF = Message(
    "The text was taken from a PDF, where words and lines may be broken. Read a few notes before you keep them."
)
_FROM_PICTURE = msgid(
    "The text was read from a picture, and the program gives itself {sure} of 100 points for it. Compare the notes "
    "with the page before you keep them."
)
_ASK_FOR_SOURCE = Message("Ask for the docx or text file it was made from")
_INSTALL_POPPLER = Message(
    "Install poppler-utils on the machine of Manyvoices (apt install poppler-utils), or ask for the docx or text file "
    "it was made from"
)
_INSTALL_TESSERACT = Message(
    "Install Tesseract on the machine of Manyvoices (apt install tesseract-ocr tesseract-ocr-ben tesseract-ocr-nep), "
    "or ask for the docx or text file it was made from"
)
_TYPE_IT = Message("Type its words into a text file, or take the photograph again from straight above in good light")


def read_pdf(source: str, data: bytes, languages: Collection[str] | None = None, plan: FilePlan = AS_FOUND) -> Notes:
    """Return the notes of a PDF: by `pdftotext`, else for Latin text by pypdf, else by Tesseract.

    Raises:
        UnreadableFile: broken, with a password, or its text is not sound and cannot be recognised here.
        NothingToAnalyse: there is no note.
    """
    with workplace(data, "file.pdf") as path:
        text, converted = _text(source, data, path)
        if is_sound(text):
            return replace(read_plain(source, text.encode(), languages, plan), remarks=(_FROM_PDF, *converted))
        known = _languages_for_pages(source, languages)
        try:
            recognised = recognise_pdf(path, known)
        except ToolFailed as error:
            problem = Message("the pages of the PDF are pictures, and reading them takes too long")
            raise UnreadableFile(source, problem, _ASK_FOR_SOURCE) from error
    return _recognised(source, recognised, languages, plan)


def plan_of_pdf(source: str, data: bytes) -> FilePlan:
    """Return how the text of a PDF is understood; of pages that are pictures only that they are notes.

    Raises:
        UnreadableFile: broken, with a password, or its text is not sound and cannot be recognised here.
    """
    with workplace(data, "file.pdf") as path:
        text, _ = _text(source, data, path)
    if is_sound(text):
        return plan_of_plain(source, text.encode())
    _languages_for_pages(source, None)
    return _OF_PICTURES


def read_picture(
    source: str, data: bytes, languages: Collection[str] | None = None, plan: FilePlan = AS_FOUND
) -> Notes:
    """Return the notes of a photograph of a printed sheet, read by Tesseract.

    Raises:
        UnreadableFile: Tesseract is not installed, or cannot read it: handwriting, a photograph of something else.
        NothingToAnalyse: there is no note.
    """
    known = _languages_for_pictures(source, languages)
    with workplace(data, "picture") as path:
        try:
            recognised = recognise([path], known)
        except ToolFailed as error:
            raise UnreadableFile(source, Message("the picture could not be read"), _TYPE_IT) from error
    return _recognised(source, recognised, languages, plan)


def plan_of_picture(source: str, data: bytes) -> FilePlan:  # noqa: ARG001 - recognising it once is long enough
    """Return only that a photograph is notes.

    Raises:
        UnreadableFile: Tesseract is not installed.
    """
    _languages_for_pictures(source, None)
    return _OF_PICTURES


def _languages_for_pages(source: str, languages: Collection[str] | None) -> list[str]:
    known = tesseract_languages(languages)
    if not known or not has("pdftoppm"):
        problem = Message("the pages of the PDF are pictures, or give other signs than they show")
        raise UnreadableFile(source, problem, _INSTALL_TESSERACT)
    return known


def _languages_for_pictures(source: str, languages: Collection[str] | None) -> list[str]:
    known = tesseract_languages(languages)
    if not known:
        problem = Message("this is a picture, and no program that reads pictures is installed")
        raise UnreadableFile(source, problem, _INSTALL_TESSERACT)
    return known


def _recognised(source: str, found: Recognised, languages: Collection[str] | None, plan: FilePlan) -> Notes:
    if found.sureness < _LEAST_SURE or not is_sound(found.text):
        problem = Message("no printed text can be made out, it may be handwriting")
        raise UnreadableFile(source, problem, _TYPE_IT)
    remark = Message(_FROM_PICTURE, {"sure": found.sureness})
    return replace(read_plain(source, found.text.encode(), languages, plan), remarks=(remark,))


def _text(source: str, data: bytes, path: Path) -> tuple[str, Remarks]:
    text = _text_by_poppler(source, path) if has("pdftotext") else _text_by_pypdf(source, data)
    return restored_text(text)


def _text_by_poppler(source: str, path: Path) -> str:
    made = path.with_name("file.xml")
    try:
        run(["pdftotext", "-bbox-layout", "-enc", "UTF-8", path, made], _SECONDS)
        return markdown(pages_of(made.read_text(encoding="utf-8", errors="replace")))
    except ToolFailed as error:
        if "password" in str(error):
            problem = Message("the {kind} has a password", {"kind": "PDF"})
            raise UnreadableFile(source, problem, Message("Take off the password and hand it in again")) from error
        raise _broken(source) from error
    except (SyntaxError, ValueError) as error:
        raise _broken(source) from error


def _text_by_pypdf(source: str, data: bytes) -> str:
    """Return the text of a PDF where it is in Latin letters; in other scripts pypdf loses the order of the marks.

    Raises:
        UnreadableFile: broken, with a password, or in another script.
    """
    import io

    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        reader = PdfReader(io.BytesIO(data))
        pages = [page.extract_text() for page in reader.pages[:_MOST_PAGES_INSIDE]]
    except (PyPdfError, ValueError, KeyError, TypeError, RecursionError, OSError) as error:
        raise _broken(source) from error
    text = "\n\n".join(pages)
    counts = count_scripts(text)
    if counts.total() > counts["Latn"] or not counts:
        problem = Message("only Latin letters can be taken from a PDF without poppler's pdftotext")
        raise UnreadableFile(source, problem, _INSTALL_POPPLER)
    return text


def _broken(source: str) -> UnreadableFile:
    return UnreadableFile(
        source, Message("the {kind} is broken or was not downloaded to its end", {"kind": "PDF"}), _ASK_FOR_SOURCE
    )
