"""What people call their columns and `Key: value` lines, in English, Bangla and Nepali, and what they mean."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from nlp.names import fold, name_key

_NAMES: dict[str, str] = {
    "text": """text; statement; quote; comment text; response; answer; observation; what was said;
        বক্তব্য; লেখা; উক্তি; কথা;
        भनाइ; भनाई; पाठ; कथन; विचार""",
    "note": """note; notes; comment; comments; remark; remarks; reason; reasons; justification; মন্তব্য; নোট; কারণ;
        टिप्पणी; टिपोट; नोट; कारण""",
    "descriptor": """descriptor; descriptors; description; indicator; indicators; what it looks like;
        বর্ণনা; বিবরণ; সূচক;
        বর্ণনাকারী; वर्णन; विवरण; सूचक""",
    "element": """element; elements; element name; criterion; criteria; dimension; theme; topic; category;
        উপাদান; বিষয়;
        মানদণ্ড; ক্ষেত্র; तत्व; तत्त्व; विषय; मापदण्ड; पक्ष""",
    "level": "level; levels; rating; score; stage; grade; maturity; স্তর; মাত্রা; ধাপ; রেটিং; तह; स्तर; चरण; मूल्याङ्कन",
    "team": """team; teams; group; partner; country team; team name; দল; টিম; দলের নাম; পার্টনার; গ্রুপ;
        टोली; टिम; समूह; टोलीको नाम; साझेदार""",
    "language": "language; lang; ভাষা; भाषा",
    "participant": """participant; participants; name; full name; person; speaker; member; who; said by; author;
        নাম; অংশগ্রহণকারী;
        ব্যক্তি; বক্তা; नाम; सहभागी; सहभागीको नाम; व्यक्ति; वक्ता""",
    "aliases": """aliases; alias; also known as; other names; other spellings; nickname; nicknames;
        ডাকনাম; অন্য নাম; উপনাম;
        अन्य नाम; उपनाम""",
    "date": "date; day; তারিখ; মিতি; मिति; तारिख",
    "review": "review; review round; round; period; after action review; aar; পর্যালোচনা; রিভিউ; पुनरावलोकन; समीक्षा",
    "version": "version; ver; সংস্করণ; संस्करण",
}
_ATTRIBUTES: dict[str, str] = {
    "organisation": "org; organization; organisation name; organization name; সংস্থা; संस्था",
    "gender": "sex",
    "role": "designation; position; পদবি; पद",
}
_LEVELS = """
    well-functioning; well functioning; functioning well; functioning; strong; good; established;
    thriving; mature; advanced; emerging; developing; in progress; growing; moderate; needs help;
    needs support; needs work; needs attention; weak; poor; beginning; starting; not yet; red;
    amber; yellow; green; low; medium; high; high functioning; excellent; fair; ভালো চলছে; ভালোভাবে
    চলছে; ভালো; সুপ্রতিষ্ঠিত; উদীয়মান; বিকাশমান; গড়ে উঠছে; মোটামুটি; সহায়তা দরকার; সাহায্য দরকার;
    সাহায্য প্রয়োজন; সহায়তা প্রয়োজন; দুর্বল; राम्रो; राम्ररी चलेको; राम्रो चलेको; सुचारु;
    उदीयमान; विकास हुँदै; बन्दै गरेको; ठिकै; सहयोग चाहिने; मद्दत चाहिने; सहयोग चाहिन्छ; मद्दत
    चाहिन्छ; कमजोर
"""
_LANGUAGES: dict[str, str] = {
    "en": "english; eng; ইংরেজি; अंग्रेजी; अङ्ग्रेजी",
    "bn": "bangla; bengali; ben; বাংলা; बंगाली; बाङ्ला",
    "ne": "nepali; nep; নেপালি; নেপালী; नेपाली",
    "hi": "hindi; hin; हिन्दी; हिंदी",
    "ur": "urdu; اردو",
    "es": "spanish; español; castellano",
    "fr": "french; français",
    "pt": "portuguese; português",
    "sw": "swahili; kiswahili",
    "ar": "arabic; العربية",
    "bn-Latn": "romanised bangla; romanized bangla; romanised bengali; roman bangla; banglish",
    "ne-Latn": "romanised nepali; romanized nepali; roman nepali",
}
_TAG = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_HINT = re.compile(r"\s*[(\[].*?[)\]]\s*$")


@lru_cache(maxsize=4096)
def plain_name(name: str) -> str:
    """Return a header as it is shown: folded, without underscores, closing signs and hints in brackets."""
    spaced = fold(name.replace("_", " ")).strip(" :*#?.")
    return _HINT.sub("", spaced) or spaced


def _key(name: str) -> str:
    return name_key(plain_name(name))


def _spellings(table: dict[str, str]) -> dict[str, str]:
    return {_key(name): meaning for meaning, names in table.items() for name in (meaning, *names.split(";"))}


_MEANING = _spellings(_NAMES)
_ATTRIBUTE = _spellings(_ATTRIBUTES)
_LEVEL_NAMES = frozenset(_key(name) for name in _LEVELS.split(";"))
_LANGUAGE_OF_NAME = _spellings(_LANGUAGES)


def meaning(name: str) -> str | None:
    """Return what a header means ("text", "element", "team" ...), or None."""
    return _MEANING.get(_key(name))


def is_level(name: str) -> bool:
    """Whether a header is the name of a level that rubrics commonly have."""
    plain = _key(name)
    return plain in _LEVEL_NAMES or re.fullmatch(r"(level|স্তর|तह)?\s*\d", plain) is not None


def find_columns(header: Sequence[str]) -> dict[str, int]:
    """Return the column of every meaning in `header`; the first wins where two headers mean the same."""
    columns: dict[str, int] = {}
    for column, name in enumerate(header):
        found = meaning(name)
        if found is not None:
            columns.setdefault(found, column)
    return columns


def attribute_names(header: Sequence[str]) -> list[str]:
    """Return the attribute of every column: "organisation" for Org or সংস্থা, other headers as `plain_name` has them.

    A name that another column has already is not given twice.
    """
    names = [plain_name(name) for name in header]
    for column, name in enumerate(names):
        known = _ATTRIBUTE.get(_key(name), name)
        names[column] = name if known in names else known
    return names


def language_tag(name: str) -> str | None:
    """Return the BCP 47 tag of a language's name or tag, None where it is neither."""
    known = _LANGUAGE_OF_NAME.get(_key(name))
    if known:
        return known
    stripped = name.strip()
    return stripped if _TAG.fullmatch(stripped) else None


def language_tags(names: str) -> list[str]:
    """Return the tags of a list such as "Bangla, English", without the names that are unknown."""
    parts: Iterable[str] = re.split(r"[,;/&+]|\band\b|ও|र", names)
    tags = (language_tag(part) for part in parts if part.strip())
    return [tag for tag in tags if tag]
