"""Words that are to be shared: cleaned, no longer than they may be, and without people of the roster."""

import re
import unicodedata

from nlp.errors import InputError
from nlp.messages import Message, msgid
from service.library.types import (
    LONGEST_CAME_OF,
    LONGEST_CREDIT,
    LONGEST_ELEMENT,
    LONGEST_LEVEL,
    LONGEST_WORDS,
    LibraryKind,
    SharedWords,
)
from service.names.said import checked_text

UNKNOWN = "und"
WORDS = msgid("what is shared has 1 to {most} letters")
TOO_LONG = msgid("“{field}” has at most {most} letters")
SHORTEN = Message("Write it shorter")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}")
_TURNS_TEXT_ROUND = dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)))


def cleaned(text: str) -> str:
    """Return a text in NFC on one line, without signs that steer terminals or turn text round."""
    plain = "".join(" " if unicodedata.category(sign) in ("Cc", "Cs", "Zl", "Zp") else sign for sign in text)
    return " ".join(unicodedata.normalize("NFC", plain.translate(_TURNS_TEXT_ROUND)).split())


def checked(said: SharedWords) -> SharedWords:
    """Return what is to be shared as it is kept.

    Raises:
        InputError: there are no words, something is too long, or the language is none.
    """
    words = checked_text(cleaned(said.words), LONGEST_WORDS, WORDS)
    is_action, is_descriptor = said.kind is LibraryKind.ACTION, said.kind is LibraryKind.DESCRIPTOR
    return SharedWords(
        said.kind,
        _language(said.language),
        _short("element", said.element, LONGEST_ELEMENT),
        words,
        _short("level", said.level, LONGEST_LEVEL) if is_descriptor else "",
        _short("came_of", said.came_of, LONGEST_CAME_OF) if is_action else "",
        _short("credit", said.credit, LONGEST_CREDIT),
    )


def _short(field: str, text: str, most: int) -> str:
    short = cleaned(text)
    if len(short) > most:
        raise InputError("", Message(TOO_LONG, {"field": field, "most": most}), SHORTEN)
    return short


def _language(code: str) -> str:
    given = code.strip() or UNKNOWN
    if not _LANGUAGE.fullmatch(given):
        problem = Message("“{code}” is no code of a language", {"code": cleaned(given)[:40]})
        raise InputError("", problem, Message("Write one such as “en”, “bn” or “ne”"))
    return given
