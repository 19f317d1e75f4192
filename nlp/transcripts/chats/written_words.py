"""What somebody wrote in a chat, without what is copied into it: links, passwords, the numbers of meetings."""

import re
from dataclasses import dataclass

_LINK = re.compile(r"<?\b(?:https?://|www\.)[^\s<>]+>?", re.IGNORECASE)
_ACCESS = re.compile(
    r"^\W*(?:(?:meeting|webinar|user|login)?\s?(?:id|passcode|password|pass code|pwd|pin|otp)"
    r"|phone conference id|conference id|meeting code|find your local number"
    r"|one tap mobile|dial by your location|kennwort|passwort|meeting-id|mot de passe|code secret|contraseña|clave"
    r"|código de acceso|senha|kata sandi"
    r"|পাসওয়ার্ড|পাসওয়ার্ড|পাসকোড|পাস কোড|মিটিং আইডি|আইডি|पासवर्ड|पासकोड|मिटिङ आईडी|मिटिङ आइडी|आईडी)"
    r"\s*[:：=]\s*(?:\S{1,60}|[\d\s*#+,()-]{2,60})$",
    re.IGNORECASE,
)
_CODE_WITHIN = re.compile(
    r"(?<!\w)(?:(?:meeting|webinar|conference|phone conference)\s(?:id|code)|passcode|pass code|password|pwd|pin"
    r"|kennwort|passwort|mot de passe|contraseña|senha|পাসওয়ার্ড|পাসওয়ার্ড|পাসকোড|মিটিং আইডি"
    r"|पासवर्ड|पासकोड|मिटिङ आईडी|मिटिङ आइडी)"
    r"\s*[:：=]\s*(?:\d[\d -]{2,24}\d#?|(?=\S*\d)[^\s,;।]{3,60})",
    re.IGNORECASE,
)
"""A code among other words, with a digit in it: `Join us, passcode: 3fX9`; a word after the colon may be a sentence."""

_MOST_LETTERS = 12


@dataclass(frozen=True, slots=True)
class WrittenWords:
    """The words of a message, "" if there are none, and whether a link or a password was left out of it."""

    text: str
    shortened: bool


def written_words(message: str) -> WrittenWords:
    """Leave out links, and lines that hold only a password, a passcode or the number of a meeting."""
    lines = message.split("\n")
    kept = [_without_links(_without_codes(line)) for line in lines if not _ACCESS.match(line)]
    text = "\n".join(line for line in kept if line)
    return WrittenWords(text, text != message)


def _without_codes(line: str) -> str:
    """Leave out codes among other words; what is left without a letter or digit is nothing."""
    rest, count = _CODE_WITHIN.subn(" ", line)
    if not count:
        return line
    rest = " ".join(rest.split())
    return rest if any(map(str.isalnum, rest)) else ""


def _without_links(line: str) -> str:
    if "://" not in line and "www." not in line.casefold():
        return line
    rest = " ".join(_LINK.sub(" ", line).split())
    letters = sum(sign.isalpha() for sign in rest)
    return "" if letters == 0 or (rest.endswith(":") and letters <= _MOST_LETTERS) else rest
