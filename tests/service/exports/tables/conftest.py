"""Tables for the tests of their files."""

import pytest

from nlp.frames.table import Column, Kind, Table
from service.exports.tables.dictionary import About
from service.presentation.i18n import language

ODD = (
    "007",
    "NA",
    "null",
    "nan",
    "TRUE",
    "1e5",
    "=cmd|'/c calc'!A1",
    "+1",
    "-1 is what we got",
    "@here",
    "\t=1+1",
    "'quoted'",
    "''",
    "＝1+1",
    " =1+1",
    "\u200b=1",
    "#REF!",
    "#N/A",
    'two\nlines, and "quotes"; semicolons',
    "বিশ্বাস আছে",
    "खबर ढिलो आउँछ",
    "kotha bolte pari na",
    "আমরা trust করি",
    "👩🏽‍🌾👍 ক্‍ষ न्‌",
    "caf\u00e9 cafe\u0301",
    " spaces ",
    "2026-03-18",
)
"""Texts that a spreadsheet or a reader of tables would like to make something else of."""


@pytest.fixture
def about():
    return About("Two rivers", "2026-11-30", language("en"), False)


@pytest.fixture
def table():
    columns = (
        Column("id", Kind.TEXT, ""),
        Column("text", Kind.TEXT, "The words; empty where somebody agreed to be counted only."),
        Column("count", Kind.WHOLE, ""),
        Column("share", Kind.NUMBER, "", "0 to 1"),
        Column("sure", Kind.TRUTH, ""),
        Column("date", Kind.DATE, ""),
    )
    rows = tuple((text, text, at, at / 4, at % 2 == 0, "2026-03-18") for at, text in enumerate(ODD))
    return Table("notes", "note", "", columns, rows)
