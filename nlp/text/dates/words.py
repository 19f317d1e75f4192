"""Words of dates: months, days of the week, calendars, and what may stand beside them, in many languages."""

from collections.abc import Iterator
from enum import StrEnum
from functools import cache
from types import MappingProxyType
from unicodedata import normalize

_LANGUAGES = ("en", "bn", "ne", "hi", "es", "fr", "pt", "ar", "ur", "sw", "id", "mr", "ta", "te", "my")
_ENGLISH_DAYS = "mon tue tues wed thu thur thurs fri sat sun"
_MONTHS = """
    january jan জানুয়ারি জানুয়ারী জানু জানুয়ারিতে জানুয়ারির জানুয়ারীর जनवरी जनबरी; february feb febr ফেব্রুয়ারি
    ফেব্রুয়ারী ফেব্রু ফেব্রুয়ারির ফেব্রুয়ারীর फेब्रुअरी फेब्रुवरी फेब्रवरी फरवरी; march mar মার্চ মার্চের मार्च; april apr
    এপ্রিল এপ্রিলের अप्रिल अप्रैल; may মে মের मे मई; june jun জুন জুনের जुन जून; july jul জুলাই জুলাইয়ের जुलाई जुलाइ;
    august aug আগস্ট আগষ্ট অগাস্ট অগস্ট আগস্টের अगस्ट अगस्त अगष्ट; september sep sept সেপ্টেম্বর সেপ্টেম্বরের সেপ্ট
    सेप्टेम्बर सेप्टेम्वर सितंबर सितम्बर; october oct অক্টোবর অক্টোবরের অক্টো अक्टोबर अक्टूबर; november nov নভেম্বর নভেম্বরের নভে
    नोभेम्बर नोवेम्बर नवम्बर नवंबर; december dec ডিসেম্বর ডিসেম্বরের ডিসে डिसेम्बर डिसेम्वर दिसंबर दिसम्बर
"""
_BIKRAM_SAMBAT_MONTHS = """
    वैशाख बैशाख बैसाख baisakh baishakh vaishakh vaisakh; जेठ ज्येष्ठ जेष्ठ jestha jeth jyestha; असार आषाढ अषाढ asar ashadh
    asadh ashar; साउन श्रावण साऊन shrawan saun sawan shravan; भदौ भाद्र भाद bhadra bhadau bhadau; असोज आश्विन अशोज asoj
    ashwin aswin ashoj; कार्तिक कात्तिक kartik kattik; मंसिर मङ्सिर मंसीर मार्ग mangsir mansir; पुस पौष पूस poush push
    paush poos; माघ magh; फागुन फाल्गुन फाल्गुण falgun phalgun fagun phagun; चैत चैत्र chaitra chait
"""
_BANGLA_MONTHS = """
    বৈশাখ বৈশাখের; জ্যৈষ্ঠ জৈষ্ঠ জ্যৈষ্ঠের; আষাঢ় আষাঢ়ের; শ্রাবণ শ্রাবণের; ভাদ্র ভাদ্রের; আশ্বিন আশ্বিনের; কার্তিক কার্তিকের;
    অগ্রহায়ণ অগ্রহায়ণের; পৌষ পৌষের; মাঘ মাঘের; ফাল্গুন ফাল্গুনের; চৈত্র চৈত্রের
"""
_BESIDE = """
    st nd rd th er º ª o e of the on de del da do le la du al date day year ad ce t d লা রা ঠা ই শে তারিখ সাল সালের খ্রি
    খ্রিঃ খ্রিস্টাব্দ খ্রিষ্টাব্দ ইং ইংরেজি রোজ तारिख तारीख ता साल सन् सन ई सं ईसवी इसवी को दिन
"""
_DAYS = """
    সোম মঙ্গল বুধ বৃহস্পতি শুক্র শনি রবি সোমবার মঙ্গলবার বুধবার বৃহস্পতিবার শুক্রবার শনিবার রবিবার
    सोम मङ्गल मंगल बुध बिही शुक्र शनि आइत सोमबार सोमवार मङ्गलबार मंगलबार मंगलवार बुधबार बुधवार बिहीबार बिहिबार शुक्रबार शुक्रवार
    शनिबार शनिवार आइतबार आइतवार
"""
_BIKRAM_SAMBAT_SIGNS = "bs b s वि बि वि॰ विसं बिसं सम्वत् संवत् सम्बत विक्रम bikram vikram sambat samvat गते gate miti"
_OTHER_ERAS = "বঙ্গাব্দ hijri ah হিজরি হিজরী हिजरी शक saka shaka be"


class Calendar(StrEnum):
    """Which years a date counts."""

    GREGORIAN = "gregorian"
    BIKRAM_SAMBAT = "bikram sambat"
    OTHER = "other"


def _words(text: str) -> frozenset[str]:
    return frozenset(normalize("NFC", text).casefold().split())


BESIDE = _words(_BESIDE) | _words(_DAYS) | _words(_ENGLISH_DAYS)
"""What may stand in a date and says nothing more than its numbers and its month do."""

ERAS = MappingProxyType(
    dict.fromkeys(_words(_BIKRAM_SAMBAT_SIGNS), Calendar.BIKRAM_SAMBAT)
    | dict.fromkeys(_words(_OTHER_ERAS), Calendar.OTHER)
)
"""What says which years are counted."""


@cache
def months() -> dict[str, tuple[Calendar, int]]:
    """Return name -> calendar and month, 1 to 12: those of CLDR, and the spellings that people use beside them."""
    known: dict[str, tuple[Calendar, int]] = {}
    for language in _LANGUAGES:
        for name, month in _months_of(language):
            known.setdefault(name, (Calendar.GREGORIAN, month))
    return known | _spellings()


def names_of_months(language: str) -> frozenset[str]:
    """Return those of CLDR in a language and in English, and the spellings that people use, without loading others.

    Of a language that is none of those whose months are known: of all these.
    """
    if language not in _LANGUAGES:
        return frozenset(months())
    return frozenset(name for each in ("en", language) for name, _ in _months_of(each)) | _spellings().keys()


def _months_of(language: str) -> Iterator[tuple[str, int]]:
    from babel.dates import get_month_names

    whole, alone = get_month_names("wide", "format", language), get_month_names("wide", "stand-alone", language)
    short = get_month_names("abbreviated", "format", language)
    for month, name in (*whole.items(), *alone.items(), *short.items()):
        yield _folded(name), month


@cache
def _spellings() -> dict[str, tuple[Calendar, int]]:
    lists = (
        (Calendar.GREGORIAN, _MONTHS),
        (Calendar.BIKRAM_SAMBAT, _BIKRAM_SAMBAT_MONTHS),
        (Calendar.OTHER, _BANGLA_MONTHS),
    )
    return {
        name: (calendar, month)
        for calendar, names in lists
        for month, spellings in enumerate(names.split(";"), 1)
        for name in _words(spellings)
    }


@cache
def weekdays() -> frozenset[str]:
    """Return the days of the week of CLDR, whole."""
    from babel.dates import get_day_names

    names = (name for language in _LANGUAGES for name in get_day_names("wide", "format", language).values())
    return frozenset(part for name in names for part in _folded(name).replace("-", " ").split())


def _folded(name: str) -> str:
    return normalize("NFC", name).casefold().strip(". ")
