"""Bytes to text: byte order marks, UTF-8, UTF-16 without a mark, Windows code pages; one clear line for the rest."""

import codecs
import re
from collections import Counter

from nlp.errors import UnknownEncoding, UnreadableFile, at_line
from nlp.messages import Message
from nlp.text.legacy_fonts.detect import font_of_letters
from nlp.text.signature import signature

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CODE_PAGES = ["cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258", "cp874"]
_EAST_ASIAN = ["gb18030", "big5", "cp932", "cp949"]
# Nobody writes a symbol inside a word, nor three accented letters in a row; other code pages read as cp1252 show both.
_UNWESTERN = re.compile(r"[^\W\d_][¡¢£¤¥¦§¨©ª«¬®¯°±²³´¶¸¹º»¼½¾¿‚„†‡ˆ‰‹˜™›][^\W\d_]|[\u00c0-\u0178]{3}|[ÐÞðþ×÷]")
_WRITTEN_CONTROLS = frozenset("\t\n\r\v\f\x1c\x1d\x1e\x85")
_HEAD = 200_000
_WESTERN = {chr(code): bytes([code]).decode("cp1252", "ignore") or chr(code) for code in range(0x80, 0xA0)}
_SAVE_AS_UTF8 = Message("Save it as UTF-8 text and hand it in again")


def decode(source: str, data: bytes) -> str:
    """Return the text of `data`, line ends as they are, without a byte order mark.

    Args:
        source: the file's name, for the message.
        data: the whole file.

    Raises:
        UnreadableFile: the file is empty, or is no text (a picture, an archive, a PDF, other binary data).
        UnknownEncoding: text in no encoding that can be told, or UTF-8 with broken bytes.
    """
    if not data.strip():
        raise UnreadableFile(
            source, Message("the file is empty"), Message("Check that it was saved, and hand it in again")
        )
    known = signature(data)
    if known is not None:
        raise UnreadableFile(source, Message("this is {kind}, not text", {"kind": known.kind}), known.remedy)
    text = _decoded(source, data)
    if not text.strip():
        raise UnreadableFile(
            source, Message("the file holds no text"), Message("Check that it was saved, and hand it in again")
        )
    if _is_binary(text):
        raise UnreadableFile(
            source, Message("this is binary data, not text"), Message("Hand in text, docx, xlsx or csv")
        )
    return text


def _decoded(source: str, data: bytes) -> str:
    for attempt in (_by_mark, _by_utf8, _by_utf16, _by_legacy_font, _by_code_page):
        text = attempt(source, data)
        if text is not None:
            return text
    raise UnknownEncoding(source, Message("the encoding of the text cannot be told"), _SAVE_AS_UTF8)


def _by_mark(source: str, data: bytes) -> str | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data[len(mark) :].decode(encoding)
            except UnicodeDecodeError as error:
                place = Message("byte {byte}", {"byte": error.start + len(mark) + 1})
                problem = Message(
                    "the file says that it is {encoding} but is cut or damaged", {"encoding": encoding.upper()}
                )
                raise UnknownEncoding(source, problem, _SAVE_AS_UTF8, place) from error
    return None


def _by_utf8(_source: str, data: bytes) -> str | None:
    if b"\0" in data:
        return None
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return None


def _by_utf16(_source: str, data: bytes) -> str | None:
    """UTF-16 without a mark: the high bytes are nearly all one or two values (0 and the block of the script)."""
    if len(data) % 2 or len(data) < 4:
        return None
    for encoding, high in (("utf-16-le", data[1::2]), ("utf-16-be", data[::2])):
        counted = Counter(value for value in high[:20_000] if not 0xD8 <= value <= 0xDF)
        commonest = counted.most_common(3)
        if sum(count for _, count in commonest) < 0.95 * counted.total() or not _are_scripts(commonest[:2]):
            continue
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not _is_binary(text):
            return text
    return None


def _are_scripts(high_bytes: list[tuple[int, int]]) -> bool:
    return bool(high_bytes) and all(value == 0 or 0x03 <= value <= 0x20 for value, _ in high_bytes)


def _is_binary(text: str) -> bool:
    sample = text[:20_000]
    controls = sum(1 for sign in sample if (sign < " " or "\x7f" <= sign < "\xa0") and sign not in _WRITTEN_CONTROLS)
    return "\0" in text or controls > len(sample) / 100


def _refuse_binary(source: str, data: bytes) -> None:
    if b"\0" in data:
        raise UnreadableFile(
            source, Message("this is binary data, not text"), Message("Hand in text, docx, xlsx or csv")
        )


def _refuse_damaged_utf8(source: str, data: bytes) -> None:
    """Mostly good UTF-8 with a few bad bytes must not be taken for a code page: that would give words of nonsense."""
    text = data.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    if sum(sign > "\x7f" for sign in text) - broken < 3 * broken:
        return
    first = _first_bad_byte(data)
    line = data.count(b"\n", 0, first) + 1
    problem = Message("the text is UTF-8 with bytes that are damaged or cut off")
    raise UnknownEncoding(source, problem, _SAVE_AS_UTF8, at_line(line))


def _first_bad_byte(data: bytes) -> int:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start
    return len(data)


def _by_legacy_font(_source: str, data: bytes) -> str | None:
    """Bijoy and Preeti, saved as Windows-1252: the letters stay as they are, whoever shows them converts them."""
    if b"\0" in data:
        return None
    text = "".join(_WESTERN.get(sign, sign) for sign in data.decode("latin-1"))
    return text if font_of_letters(text[:_HEAD].splitlines()) is not None else None


def _has_few_accents(text: str) -> bool:
    letters = [sign for sign in text if sign.isalpha()]
    return 4 * sum(sign > "\x7f" for sign in letters) <= len(letters)


def _by_code_page(source: str, data: bytes) -> str | None:
    """Windows-1252 where it gives plausible western words, else what charset-normalizer finds."""
    _refuse_binary(source, data)
    _refuse_damaged_utf8(source, data)
    from charset_normalizer import from_bytes

    western = data.decode("cp1252", errors="replace")
    if "\ufffd" not in western and _UNWESTERN.search(western) is None and _has_few_accents(western):
        return western

    for pages in (_CODE_PAGES, _EAST_ASIAN):
        best = from_bytes(data, cp_isolation=pages, enable_fallback=False).best()
        if best is not None:
            return str(best)
    return None
