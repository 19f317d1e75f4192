"""Programmes of odd files that the service takes: every page, file and answer that is made from them is sound.

`python -m benchmarks odd` makes any number of such programmes and does the same with them.
"""

import pytest

from tests.service.web.hostile.everything import QUICK_REPORTS
from tests.service.web.hostile.odd_files import LONG, Upload, csv_file
from tests.service.web.hostile.odd_programmes import Service
from tests.service.web.hostile.sound import CHECKS

LONELY: list[Upload] = [
    csv_file(
        "notes", [["text", "element", "team", "participant", "date"], ["🌱", "Trust", "A", "Asha Rai", "1850-01-01"]]
    ),
    csv_file("roster", [["name", "team", "gender"], ["Asha Rai", "A", "woman"]]),
    csv_file("rubric", [["element", "level", "descriptor"], ["Trust", "1", "We trust"]]),
    csv_file(
        "ratings", [["review", "team", "element", "level"], ["9999", "A", "Trust", "1"], ["1", "A", "Trust", "1"]]
    ),
    ("session.vtt", b"WEBVTT\n\n00:00:00.000 --> 00:00:00.000\n<v Asha Rai>Yes</v>\n"),
]
"""One person, one note, one cell, one turn that takes no time."""
NAMED = [
    "<b>&amp;",
    '=1+1"',
    "\u202eلا\u202c",
    "र्\u200dय",
    "Zoe\u0301",
    "Zo\u00e9",
    "a/b?c#d%00",
    "১২",
    LONG[:190],
    "👩🏽\u200d🌾",
]
ODDLY_NAMED: list[Upload] = [
    csv_file(
        "<i>notes",
        [
            ["text", "element", "team", "participant"],
            *([f"We said {name}", name, NAMED[-place], name] for place, name in enumerate(NAMED, 1)),
            *(["We meet too rarely", "Trust", name, name] for name in NAMED),
        ],
    ),
    csv_file("a#b?c", [["name", "team", "gender"], *([name, name, name] for name in (*NAMED, "Asha Rai", "Asha Rai"))]),
]
"""Everything is called as nothing should be, and two people have one name."""


@pytest.mark.timeout(900)
@pytest.mark.parametrize("uploads", [LONELY, ODDLY_NAMED], ids=["one of everything", "odd names"])
def test_nothing_that_is_taken_breaks_anything(sqlite_tables, uploads):
    """No error of the service, no page that is ill-formed, too large or slow, no file that cannot be opened."""
    with Service(sqlite_tables) as service:
        opened, _ = service.open_all(uploads, QUICK_REPORTS)
    assert opened.faults == []
    assert len(opened.opened) > 100


def test_what_is_unsound_is_found():
    """The checks: tags that close nothing, ids of two things, numbers that are none, rows of two lengths."""
    assert list(CHECKS["text/html"](b"<!doctype html><p id=a>x<br><img src=x></p><ul><li>y<li>z</ul>")) == []
    for wrong in (b"<p></div>", b"<div>", b"<p id=a></p><p id=a></p>", b"<p id='a b'></p>", b"<p id=''></p>"):
        assert list(CHECKS["text/html"](wrong))
    assert list(CHECKS["text/csv"](b"a,b\n1\n"))
