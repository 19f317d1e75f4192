"""What a file is by its first bytes, whatever its name says."""

from dataclasses import dataclass

from nlp.messages import Message


@dataclass(frozen=True, slots=True, eq=False)
class Signature:
    """A kind of file that is no plain text: its first bytes, its name in a sentence, and what the user can do."""

    start: bytes
    kind: Message
    remedy: Message
    offset: int = 0


_SAVE_AS_TEXT = Message("Save it as plain text (UTF-8), docx, xlsx or csv and hand that in")
ZIP = Signature(
    b"PK\x03\x04",
    Message("a zip archive (or an Office file)"),
    Message("Give it its true ending (.docx or .xlsx), or unpack it"),
)
OLE = Signature(
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    Message("an old Office file (.doc, .xls) or one with a password"),
    Message("Take off the password, save it as docx or xlsx and hand that in"),
)
PDF = Signature(
    b"%PDF-",
    Message("a PDF"),
    Message("Ask for the docx or text file it was made from"),
)
RTF = Signature(b"{\\rtf", Message("an RTF file"), Message("Open it in a word processor and save it as docx"))
_WRITE_IT_DOWN = Message("Hand in the transcript as text; manyvoices transcribe writes one")
_TYPE_IT = Message("Type the words of the picture into a text file")
PNG = Signature(b"\x89PNG\r\n", Message("a picture (PNG)"), _TYPE_IT)
JPEG = Signature(b"\xff\xd8\xff", Message("a picture (JPEG)"), _TYPE_IT)
SIGNATURES = (
    ZIP,
    Signature(b"PK\x05\x06", Message("an empty zip archive"), Message("Export the file again")),
    OLE,
    PDF,
    RTF,
    PNG,
    JPEG,
    Signature(b"GIF8", Message("a picture (GIF)"), _TYPE_IT),
    Signature(
        b"ftyp",
        Message("a recording or a photograph (MP4, M4A, HEIC)"),
        _WRITE_IT_DOWN,
        offset=4,
    ),
    Signature(b"RIFF", Message("a recording or a picture (WAV, AVI, WebP)"), _WRITE_IT_DOWN),
    Signature(b"ID3", Message("a recording (MP3)"), _WRITE_IT_DOWN),
    Signature(b"OggS", Message("a recording (Ogg)"), _WRITE_IT_DOWN),
    Signature(b"\x1a\x45\xdf\xa3", Message("a recording (WebM, Matroska)"), _WRITE_IT_DOWN),
    Signature(b"\x1f\x8b", Message("a gzip archive"), Message("Unpack it first")),
    Signature(b"7z\xbc\xaf\x27\x1c", Message("a 7-Zip archive"), Message("Unpack it first")),
    Signature(b"Rar!", Message("a RAR archive"), Message("Unpack it first")),
    Signature(b"SQLite format 3\x00", Message("a database (SQLite)"), _SAVE_AS_TEXT),
)


def signature(data: bytes) -> Signature | None:
    """Return the signature that `data` begins with, or None when it may be plain text."""
    return next((known for known in SIGNATURES if data.startswith(known.start, known.offset)), None)
