"""Reports of files that belong to no programme."""

import pytest

from nlp import interpret
from nlp.documents.types import Unit
from service.exports.html import html
from service.presentation.i18n import language
from service.presentation.report.document import Reader
from service.presentation.report.of_readings import report_of_readings
from tests.service.conftest import EMBEDDER

TEXTS = ("We trust Farida Rahman with the money", "The budget is late every year", "Nobody reads the report")


@pytest.fixture(scope="module")
def found():
    """Readings of a few notes of two teams, whose writers are known."""
    where = [(number, team, text) for number in range(4) for team in ("North", "South") for text in TEXTS]
    units = [
        Unit(
            id=f"u{at}",
            text=f"{text} {number}",
            language="en",
            source="notes.csv",
            line=at,
            start=0,
            end=len(text),
            element="Trust",
            attributes={"team": team, "participant": "Farida Rahman"},
        )
        for at, (number, team, text) in enumerate(where)
    ]
    return interpret(units, EMBEDDER)


def test_it_has_the_sections_of_readings(found):
    """What was heard, where teams differ, their words, how it was made; nothing of sessions."""
    document = report_of_readings(found, "notes.csv", language("en"))
    assert [section.slug for section in document.sections] == ["heard", "differ", "words", "made"]
    assert "24 notes and 1 element" in html(document).decode()


@pytest.mark.parametrize("code", ["en", "bn", "ne"])
def test_writers_are_numbered(found, code):
    """In quotes too, in every language, for the room as well."""
    for reader in (Reader.FACILITATOR, Reader.ROOM):
        text = html(report_of_readings(found, "notes.csv", language(code), reader)).decode()
        assert "North" in text
        assert "Farida" not in text
