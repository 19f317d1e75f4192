"""What a file is by its first bytes, whatever its name says."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Signature:
    """A kind of file that is no plain text: its first bytes, its name in a sentence, and what the user can do."""

    start: bytes
    kind: str
    remedy: str
    offset: int = 0


_SAVE_AS_TEXT = "Save it as plain text (UTF-8), docx, xlsx or csv and hand that in"
ZIP = Signature(
    b"PK\x03\x04",
    "a zip archive (or an Office file)",
    "Give it its true ending (.docx or .xlsx), or unpack it",
)
OLE = Signature(
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    "an old Office file (.doc, .xls) or one with a password",
    "Take off the password, save it as docx or xlsx and hand that in",
)
PDF = Signature(
    b"%PDF-",
    "a PDF",
    "Ask for the docx or text file it was made from: Bangla and Nepali do not survive a PDF",
)
SIGNATURES = (
    ZIP,
    Signature(b"PK\x05\x06", "an empty zip archive", "Export the file again"),
    OLE,
    PDF,
    Signature(b"{\\rtf", "an RTF file", "Open it in a word processor and save it as docx"),
    Signature(b"\x89PNG\r\n", "a picture (PNG)", "Type the words of the picture into a text file"),
    Signature(b"\xff\xd8\xff", "a picture (JPEG)", "Type the words of the picture into a text file"),
    Signature(b"GIF8", "a picture (GIF)", "Type the words of the picture into a text file"),
    Signature(b"ftyp", "a recording or a photograph (MP4, M4A, HEIC)", "Hand in the transcript as text", offset=4),
    Signature(b"RIFF", "a recording or a picture (WAV, AVI, WebP)", "Hand in the transcript as text"),
    Signature(b"ID3", "a recording (MP3)", "Hand in the transcript as text"),
    Signature(b"OggS", "a recording (Ogg)", "Hand in the transcript as text"),
    Signature(b"\x1a\x45\xdf\xa3", "a recording (WebM, Matroska)", "Hand in the transcript as text"),
    Signature(b"\x1f\x8b", "a gzip archive", "Unpack it first"),
    Signature(b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive", "Unpack it first"),
    Signature(b"Rar!", "a RAR archive", "Unpack it first"),
    Signature(b"SQLite format 3\x00", "a database (SQLite)", _SAVE_AS_TEXT),
)


def signature(data: bytes) -> Signature | None:
    """Return the signature that `data` begins with, or None when it may be plain text."""
    return next((known for known in SIGNATURES if data.startswith(known.start, known.offset)), None)
