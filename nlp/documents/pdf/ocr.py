"""Printed pages read by Tesseract, where it is installed with the languages of the programme."""

import csv
import io
import re
import time
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean

from nlp.documents.tools import ToolFailed, has, run

MOST_PAGES = 20
SECONDS = 120.0
_RESOLUTION = 200
_CODES = {"bn": "ben", "ne": "nep", "hi": "hin", "en": "eng", "ur": "urd", "es": "spa", "fr": "fra", "pt": "por",
          "sw": "swa", "ar": "ara"}  # fmt: skip
_ROUND_SIGN = re.compile(r"^[০०°¢*«»·]\s+", re.MULTILINE)
_ALWAYS = ("en", "bn", "ne")


@dataclass(frozen=True, slots=True)
class Recognised:
    """Text that was read from pictures, and how sure Tesseract is of its words on average, from 0 to 100."""

    text: str
    sureness: int


def tesseract_languages(languages: Collection[str] | None) -> list[str]:
    """Return the languages of a programme that Tesseract can read here, in its own codes; none without it."""
    if not has("tesseract"):
        return []
    installed = run(["tesseract", "--list-langs"], 20).split()
    wanted = dict.fromkeys(tag.split("-")[0] for tag in (*_ALWAYS, *(languages or ())))
    return [_CODES[tag] for tag in wanted if _CODES.get(tag) in installed]


def recognise_pdf(pdf: Path, languages: Collection[str]) -> Recognised:
    """Read every page of a PDF as a picture.

    Raises:
        ToolFailed: there are more than `MOST_PAGES`, or they took longer than `SECONDS` ("time").
    """
    run(
        ["pdftoppm", "-r", str(_RESOLUTION), "-gray", "-png", "-l", str(MOST_PAGES + 1), pdf, pdf.with_name("page")],
        SECONDS,
    )
    pages = sorted(pdf.parent.glob("page*.png"))
    if len(pages) > MOST_PAGES:
        raise ToolFailed("time")
    return recognise(pages, languages)


def recognise(pictures: Collection[Path], languages: Collection[str]) -> Recognised:
    """Read pictures, in their order.

    Raises:
        ToolFailed: Tesseract could not, or took longer than `SECONDS` for all of them.
    """
    ends = time.monotonic() + SECONDS
    texts: list[str] = []
    sure: list[float] = []
    for picture in pictures:
        left = max(1.0, ends - time.monotonic())
        table = run(["tesseract", picture, "-", "-l", "+".join(languages), "tsv"], left)
        text, sureness = _page(table)
        texts.append(text)
        sure += sureness
    return Recognised("\n\n".join(texts), round(fmean(sure)) if sure else 0)


def _page(table: str) -> tuple[str, list[float]]:
    """Return the lines of a page, a blank one between paragraphs, and the sureness of every word.

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
    return _ROUND_SIGN.sub("• ", text), sure
