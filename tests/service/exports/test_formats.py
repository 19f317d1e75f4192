"""The table of formats."""

from dataclasses import replace

import pytest
from markupsafe import Markup

from nlp.errors import InputError
from service.exports import formats
from service.exports.formats import FORMATS, formats_for, written
from service.presentation.report.document import Document, Reader
from service.publications.types import Format

EMPTY = Document(Reader.PARTICIPANTS, "en", Markup("Two rivers"), Markup(), ())


def test_slides_are_for_the_room_only():
    """Who reads alone gets no slides; the room gets nothing to write on."""
    assert all(Format.PPTX not in formats_for(reader) for reader in set(Reader) - {Reader.ROOM})
    assert Format.DOCX not in formats_for(Reader.ROOM)
    with pytest.raises(InputError, match="not made as pptx"):
        written(EMPTY, Format.PPTX)


def test_a_format_whose_library_is_missing_says_what_to_install(monkeypatch):
    """In one line, where it is asked for."""

    def fails(document):
        raise ImportError(document)

    monkeypatch.setattr(formats, "FORMATS", {Format.PDF: replace(FORMATS[Format.HTML], write=fails)})
    with pytest.raises(InputError, match=r"pip install 'manyvoices\[reports\]'"):
        written(EMPTY, Format.PDF)


def test_html_opens_anywhere():
    """It brings its own rules for what it may load, and says its language."""
    html = written(EMPTY, Format.HTML).decode()
    assert "default-src 'none'" in html
    assert '<html lang="en">' in html
