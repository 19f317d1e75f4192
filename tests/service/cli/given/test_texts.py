"""Which texts of a file are embedded."""

import pytest

from nlp.errors import NothingToAnalyse
from service.cli.given.source import Source
from service.cli.given.texts import texts_of


def texts(name: str, content: str) -> list[str]:
    return [each.text for each in texts_of(Source(name, name, content.encode()))]


def test_a_table_gives_its_notes_and_not_its_lines():
    """Header, columns and quotes are not embedded."""
    assert texts("n.csv", 'text,team\n"We trust, always",Nepal\nখবর আসে না,Delta\n') == ["We trust, always", "খবর আসে না"]


def test_a_rubric_gives_its_descriptors():
    """They are notes about elements too."""
    assert texts("r.csv", "element,level,descriptor,team\nTrust,emerging,we ring,Nepal\n") == ["we ring"]


def test_a_plain_text_gives_its_lines():
    """Whatever stands in them; a table of another name is no table."""
    assert texts("t.txt", "text,team\nWe trust, always\n") == ["text,team", "We trust, always"]


def test_a_roster_has_no_texts():
    """One line says so."""
    with pytest.raises(NothingToAnalyse, match="no notes"):
        texts("people.csv", "name,gender\nAsha,woman\nTom,man\n")
