"""Printed pages read by Tesseract, where it is installed with the languages of the programme."""

import csv
import io
import re
import time
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean

from nlp.documents.pdf.pictures import render
from nlp.documents.tools import ToolFailed, has, run

SECONDS = 8.0
"""After which no other page is begun; the words of a file should be there in ten seconds."""
SURE = 80.0
_FIRST_PAGE = 40.0
_AS_PICTURE = ["-r", "200", "-gray", "-png"]
_CODES = {"bn": "ben", "ne": "nep", "hi": "hin", "en": "eng", "ur": "urd", "es": "spa", "fr": "fra", "pt": "por",
          "sw": "swa", "ar": "ara"}  # fmt: skip
_ROUND_SIGN = re.compile(r"^(?:[০०°¢*»·+.‘]{1,2}\s+|«\s*(?!.*»))", re.MULTILINE)
_ALWAYS = ("en", "bn", "ne")


@dataclass(frozen=True, slots=True)
class Recognised:
    """What was read from the picture of a page.

    Attributes:
        text: line by line as on the page.
        sureness: how sure Tesseract is of its words on average, from 0 to 100.
        clear: the share of words that it is `SURE` of: 0.8 and more in print, be it blurred, slanting or at 80 dots an
            inch; a quarter in strokes of a hand.
    """

    text: str
    sureness: int
    clear: float = 1.0


def tesseract_languages(languages: Collection[str] | None) -> list[str]:
    """Return the languages of a programme that Tesseract can read here, in its own codes; none without it."""
    if not has("tesseract"):
        return []
    installed = run(["tesseract", "--list-langs"], 20).split()
    wanted = dict.fromkeys(tag.split("-")[0] for tag in (*_ALWAYS, *(languages or ())))
    return [_CODES[tag] for tag in wanted if _CODES.get(tag) in installed]


def recognise_pdf(pdf: Path, first: int, last: int, languages: Collection[str]) -> list[Recognised]:
    """Read pages of a PDF as pictures, one after the other, as long as there is time; the first one in any case.

    Args:
        pdf: the file.
        first: number of the first page, from 1.
        last: number of the last one.
        languages: in the codes of Tesseract.

    Raises:
        ToolFailed: the first page could not be read, or took far too long.
    """
    began = time.monotonic()
    found: list[Recognised] = []
    for page in range(first, last + 1):
        taken = time.monotonic() - began
        if found and taken + taken / len(found) > SECONDS:
            break
        try:
            picture = render(pdf, page, _AS_PICTURE, _FIRST_PAGE)
            found.append(recognise(picture, languages))
        except ToolFailed:
            if not found:
                raise
            break
        picture.unlink()
    return found


def recognise(picture: Path, languages: Collection[str]) -> Recognised:
    """Read a picture.

    Raises:
        ToolFailed: Tesseract could not, or took far too long.
    """
    return _page(run(["tesseract", picture, "-", "-l", "+".join(languages), "tsv"], _FIRST_PAGE))


def _page(table: str) -> Recognised:
    """Return the lines of a page, a blank one between paragraphs, and the sureness of its words.

    `table` is Tesseract's, a row for every word. A round sign of an item is read as a digit nought.
    """
    paragraphs: dict[tuple[str, str], dict[str, list[str]]] = {}
    sure: list[float] = []
    for row in csv.DictReader(io.StringIO(table), delimiter="\t", quoting=csv.QUOTE_NONE):
        if (word := (row["text"] or "").strip()) and float(row["conf"]) >= 0:
            lines = paragraphs.setdefault((row["block_num"], row["par_num"]), {})
            lines.setdefault(row["line_num"], []).append(word)
            sure.append(float(row["conf"]))
    text = "\n\n".join("\n".join(map(" ".join, lines.values())) for lines in paragraphs.values())
    clear = fmean(each >= SURE for each in sure) if sure else 0.0
    return Recognised(_ROUND_SIGN.sub("• ", text), round(fmean(sure)) if sure else 0, clear)
