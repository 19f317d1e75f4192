"""Which columns of a table hold the names of codes, and for readers of which languages."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from nlp.names import fold
from nlp.text.phrases import phrases

NAMES: Mapping[str, str] = {
    **dict.fromkeys(("name", "code", "reading", "theme", "label", "title"), ""),
    **dict.fromkeys(("নাম", "কোড", "ধারণা"), "bn"),
    **dict.fromkeys(("नाम", "कोड", "बुझाइ"), "ne"),
}
"""What such a column is called -> the language that the heading itself is in, "" for English."""
OWN_LANGUAGE = frozenset({"নাম", "नाम"})
"""Headings that beside another column of names say "the name in this language"."""
CODES = phrases("am|ar|bn|de|en|es|fa|fr|gu|hi|it|ja|km|ko|lo|mr|my|ne|nl|pa|ps|pt|ru|si|so|sw|ta|te|th|tr|uk|ur|vi|zh")
"""Languages whose code is believed in a heading; "id", "no" and "is" are words of headings, too."""
OTHERWISE: Mapping[str, str] = {"bengali": "bn", "bangla": "bn", "nepalese": "ne", "farsi": "fa"}
_PARTS = re.compile(r"[\s_()\[\]{}:/|,.–—-]+")
_IN = frozenset({"in", "for", "the"})


@dataclass(frozen=True, slots=True)
class NameColumns:
    """Where names stand: the column of the name itself, and language -> the column of what its readers see instead."""

    name: int
    names: Mapping[str, int]


def find_name_columns(header: Sequence[str]) -> NameColumns | None:
    """Return the columns of names of a table, None if it has none.

    A heading is "name", "name_bn", "name (Nepali)", "नाम", or, beside a column of names, a language alone ("বাংলা").
    The name itself is in the first column whose heading names no language, else in the first of all.

    Args:
        header: the first row.
    """
    told = [_told(heading) for heading in header]
    named = [at for at, (is_name, _) in enumerate(told) if is_name]
    if not named:
        return None
    main = next((at for at in named if not told[at][1]), named[0])
    names: dict[str, int] = {}
    for at in (*(at for at in named if at != main), *(at for at, (is_name, _) in enumerate(told) if not is_name)):
        language = told[at][1] or _own_language(header[at])
        if language:
            names.setdefault(language, at)
    return NameColumns(main, names)


def _told(heading: str) -> tuple[bool, str]:
    """Return whether a heading says "name", and the language that it says, "" for none."""
    parts = [part for part in _PARTS.split(fold(heading)) if part]
    words = [part for part in parts if part in NAMES]
    rest = " ".join(part for part in parts if part not in NAMES and part not in _IN)
    language = _languages().get(rest, "")
    return bool(words) and (not rest or bool(language)), language


def _own_language(heading: str) -> str:
    word = fold(heading)
    return NAMES[word] if word in OWN_LANGUAGE else ""


@cache
def _languages() -> Mapping[str, str]:
    """Return code or name of a language, in English and in itself -> its code."""
    from babel import Locale

    english = {fold(name): code for code, name in Locale("en").languages.items() if len(code) <= 3}
    own = {fold(Locale(code).get_display_name(code) or code): code for code in sorted(CODES)}
    return {**english, **own, **{code: code for code in CODES}, **OTHERWISE}
