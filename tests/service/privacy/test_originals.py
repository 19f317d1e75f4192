"""Whether the bytes of a file hold words that have to go: as text, in archives, in pieces, escaped; in doubt yes."""

import io
import zipfile
from unicodedata import normalize

import pytest

from service.privacy.originals import holds
from service.privacy.somebody import Somebody

HIDE = Somebody.of("Zubaydah Qwertysen", (), {"Zubaydah Qwertysen"}, ()).hide
BANGLA = Somebody.of("জুবায়দা কুয়ার্টিসেন", (), {"জুবায়দা কুয়ার্টিসেন"}, ()).hide


def _zip(**parts):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), text)
    return made.getvalue()


@pytest.mark.parametrize(
    "content",
    [
        b"text\nwe met Zubaydah there",
        "we met ZUBAYDAH".encode("utf-16"),
        b'{"speaker": "\\u005aubaydah"}',
        _zip(word__document_xml="<w:t>Zuba</w:t><w:t>ydah</w:t>"),
        _zip(xl__sharedStrings_xml="<t>Qwertysen</t>"),
        _zip(inner_docx="PK"),
        b"%PDF-1.7 drawn",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old",
        b"PK\x03\x04 broken",
        b"\x00\x01\x02\xff",
    ],
)
def test_what_holds_it_or_may_hold_it_is_told(content):
    """Names in any place, and files that nobody can look into."""
    assert holds(content, HIDE)


@pytest.mark.parametrize(
    "content",
    [b"", b"text\nwe met nobody there", _zip(word__document_xml="<w:t>Nobody</w:t>", media__a_png="Zubaydah")],
)
def test_other_files_stay(content):
    """A file in which the words are not keeps its bytes."""
    assert not holds(content, HIDE)


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_every_unicode_form_is_found(form):
    """Composed and decomposed."""
    assert holds(normalize(form, "আজ জুবায়দা বললেন").encode(), BANGLA)
    assert holds(_zip(a_xml=normalize(form, "<t>জুবায়দা</t>")), BANGLA)
