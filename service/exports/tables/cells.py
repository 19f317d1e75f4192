"""Texts of people in the cells of a spreadsheet: no text is a formula, and every sign can be written."""

import re
from datetime import date
from math import isfinite

from nlp.frames.table import Value
from service.serialisation import HALF_SIGNS

FORMULA = re.compile(r"[\t\n]|[\s\u200b-\u200f\u2060-\u2069\ufeff]*[=+\-@＝＋－＠]")
"""What a spreadsheet may take for the beginning of a formula: also in full width, and after signs that nobody sees."""

CONTROLS = {sign: None for sign in (*range(0x20), 0x7F) if chr(sign) not in "\t\n"}
"""Signs that XML forbids."""

UNWRITTEN = {**CONTROLS, **HALF_SIGNS, 0xFFFE: None, 0xFFFF: None}


def clean(text: str) -> str:
    """Return a text without the signs that a table cannot hold; every end of a line is a line feed."""
    if text.isprintable():
        return text
    return text.replace("\r\n", "\n").replace("\r", "\n").translate(UNWRITTEN)


def looks_like_formula(text: str) -> bool:
    """Whether a spreadsheet may take a text for a formula or a command."""
    return FORMULA.match(text) is not None


def finite(value: Value) -> Value:
    """Return a value, None for a number that is none."""
    return None if isinstance(value, float) and not isfinite(value) else value


def day_of(text: str) -> date | None:
    """Return the day that ISO 8601 writes in full, None for any other text; Excel knows none before 1900."""
    try:
        day = date.fromisoformat(text) if len(text) == len("2026-03-18") else None
    except ValueError:
        return None
    return day if day and day.year >= 1900 else None
