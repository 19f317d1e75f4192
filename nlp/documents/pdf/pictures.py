"""Pages as pictures: of a PDF by poppler; of a photograph the right way up, and no larger than is of use."""

import struct
from pathlib import Path

from nlp.documents.tools import ToolFailed, has, run, workplace
from nlp.text.signature import JPEG, PDF, PNG, signature

SHOWN_HEIGHT = 1300
"""In pixels, or the width of a page that is wider than high."""
_SECONDS = 20.0
_A4 = 842.0
_SPACES = {1: b"/DeviceGray", 3: b"/DeviceRGB", 4: b"/DeviceCMYK /Decode [1 0 1 0 1 0 1 0]"}
_TURNS = {3: 180, 6: 90, 8: 270}
_NO_FRAME = {0xC4, 0xC8, 0xCC}
_ORIENTATION = 0x0112


def has_pages(data: bytes) -> bool:
    """Whether these are the bytes of a PDF or of a picture."""
    return signature(data) in (PDF, PNG, JPEG)


def show_page(data: bytes, page: int) -> tuple[bytes, str]:
    """Return a page of a PDF or a photograph as a browser can show it, with its media type.

    Args:
        data: the whole file.
        page: its number, from 1; a photograph has one.

    Raises:
        ToolFailed: there is no such page, or poppler is not installed.
    """
    if not has_pages(data) or page < 1 or (signature(data) is not PDF and page > 1):
        raise ToolFailed("no such page")
    if signature(data) is PNG:
        return data, "image/png"
    whole = data if signature(data) is PDF else photograph_as_pdf(data)
    if whole is None or (signature(data) is JPEG and not has("pdftoppm")):
        return data, "image/jpeg"
    if not has("pdftoppm"):
        raise ToolFailed("pdftoppm")
    with workplace(whole, "file.pdf") as path:
        return render(path, page, ["-scale-to", str(SHOWN_HEIGHT), "-jpeg"]).read_bytes(), "image/jpeg"


def render(pdf: Path, page: int, how: list[str], seconds: float = _SECONDS) -> Path:
    """Return the picture of a page, made beside its PDF.

    Raises:
        ToolFailed: there is no such page, or poppler could not.
    """
    made = pdf.with_name(f"page{page}")
    run(["pdftoppm", "-f", str(page), "-l", str(page), "-singlefile", *how, pdf, made], seconds)
    found = next(iter(sorted(pdf.parent.glob(f"{made.name}.*"))), None)
    if found is None:
        raise ToolFailed("no such page")
    return found


def photograph_as_pdf(data: bytes) -> bytes | None:
    """Return a JPEG as a PDF of one page, turned as its camera says, so that poppler can scale it; None if it is none.

    The longest side fills a page of A4, whatever the picture says of its size.
    """
    frame = _frame(data)
    if frame is None or frame[2] not in _SPACES or not all(frame[:2]):
        return None
    width, height, channels = frame
    scale = _A4 / max(width, height)
    box = b"%.2f %.2f" % (width * scale, height * scale)
    drawn = b"q %.2f 0 0 %.2f 0 0 cm /I Do Q" % (width * scale, height * scale)
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %s] /Rotate %d /Contents 4 0 R "
        b"/Resources << /XObject << /I 5 0 R >> >> >>" % (box, _TURNS.get(_orientation(data), 0)),
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawn), drawn),
        b"<< /Type /XObject /Subtype /Image /Width %d /Height %d /BitsPerComponent 8 /Filter /DCTDecode /Length %d "
        b"/ColorSpace %s >>\nstream\n%s\nendstream" % (width, height, len(data), _SPACES[channels], data),
    ]
    return _written(objects)


def _written(objects: list[bytes]) -> bytes:
    out, starts = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        starts.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    places = b"".join(b"%010d 00000 n \n" % start for start in starts)
    end = b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, len(out))
    return out + b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + places + end


def _segments(data: bytes) -> list[tuple[int, bytes]]:
    """Return the markers of a JPEG before its picture begins, each with its content."""
    found, at = [], 2
    while at + 4 <= len(data) and data[at] == 0xFF and data[at + 1] != 0xDA:
        marker, length = data[at + 1], int.from_bytes(data[at + 2 : at + 4], "big")
        found.append((marker, data[at + 4 : at + 2 + length]))
        at += 2 + max(2, length)
    return found


def _frame(data: bytes) -> tuple[int, int, int] | None:
    """Return width, height and channels of a JPEG."""
    for marker, content in _segments(data):
        if 0xC0 <= marker <= 0xCF and marker not in _NO_FRAME and len(content) >= 6:
            height, width = struct.unpack(">HH", content[1:5])
            return width, height, content[5]
    return None


def _orientation(data: bytes) -> int:
    """Return how the camera was held, as Exif numbers it (TIFF tag 0x0112); 1 is upright."""
    exif = next((content for marker, content in _segments(data) if marker == 0xE1 and content[:4] == b"Exif"), b"")
    tiff = exif[6:]
    order = {b"II": "<", b"MM": ">"}.get(tiff[:2])
    try:
        if order is None:
            return 1
        (start,) = struct.unpack_from(f"{order}I", tiff, 4)
        (count,) = struct.unpack_from(f"{order}H", tiff, start)
        for entry in range(start + 2, start + 2 + 12 * count, 12):
            tag, _, _, value = struct.unpack_from(f"{order}HHIH", tiff, entry)
            if tag == _ORIENTATION:
                return int(value)
    except struct.error:
        return 1
    return 1
