"""Dates as people type them."""

from datetime import date, timedelta
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.text.dates.read import DateDoubt, ReadDate, read_date, read_dates

EIGHTEENTH = ReadDate("2026-03-18")


@pytest.mark.parametrize(
    "text",
    """2026-03-18|2026/3/18|2026.03.18|20260318|18/03/2026|18-3-2026|18.03.2026|18.03.2026.|18. 3. 2026|3/18/26
    3/18/2026|18 Mar 2026|18 March 2026|18-Mar-2026|18March2026|March 18, 2026|March 18th, 2026|Mar. 18, 2026
    18th of March 2026|Wed, 18 March 2026|Wednesday 18 March 2026
    18-Mar-26|18 mars 2026|le 18 mars 2026|18 de marzo de 2026|18 Maret 2026
    2026-03-18T10:00:00Z|2026-03-18T10:00:00+05:45|2026-03-18 10:00|3/18/2026 14:03:22|3/18/2026 2:03:22 PM
    18/03/2026, 14:05|২০২৬-০৩-১৮|১৮/০৩/২০২৬|১৮ মার্চ ২০২৬|১৮ই মার্চ, ২০২৬|মার্চ ১৮, ২০২৬|বুধবার, ১৮ মার্চ ২০২৬
    ১৮ মার্চ ২০২৬ খ্রিঃ|18 মার্চ 2026|२०२६-०३-१८|१८ मार्च २०२६|१८ मार्च, २०२६ बुधबार|मार्च १८, २०२६|18 मार्च 2026|१८/०३/२०२६
    ١٨ مارس ٢٠٢٦|۱۸ مارچ ۲۰۲۶|46099|46099.0|46099.58|18-19 March 2026|১৮-১৯ মার্চ ২০২৬|\u200e18/03/2026
    वि.सं. २०८२/१२/०४|२०८२ चैत ४ गते|चैत ४, २०८२|4 Chaitra 2082|2082-12-04 BS|2082/12/04 (B.S.)""".replace("\n", "|").split(
        "|"
    ),
)
def test_one_day_in_many_forms(text):
    """The eighteenth of March 2026 in any script, order, calendar and program; composed or decomposed letters."""
    assert read_date(normalize("NFC", text.strip(" "))) == EIGHTEENTH
    assert read_date(normalize("NFD", text.strip(" "))) == EIGHTEENTH


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("March 2026", "2026-03"),
        ("মার্চ ২০২৬", "2026-03"),
        ("मार्च २०२६", "2026-03"),
        ("2026-03", "2026-03"),
        ("03/2026", "2026-03"),
        ("2026", "2026"),
        ("1er mars 2026", "2026-03-01"),
        ("28 ফেব্রুয়ারী ২০২৬", "2026-02-28"),
        ("२०८३ बैशाख १", "2026-04-14"),
        ("1 Baisakh 2080", "2023-04-14"),
    ],
)
def test_as_much_as_is_said(text, iso):
    """A month or a year alone stay what they are; the first days of 2080 and 2083 are known from calendars."""
    assert read_date(text) == ReadDate(iso)


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("", DateDoubt.NO_DATE),
        ("soon", DateDoubt.NO_DATE),
        ("গত মঙ্গলবার", DateDoubt.NO_DATE),
        ("31 Feb 2026", DateDoubt.NO_DATE),
        ("32/13/2026", DateDoubt.NO_DATE),
        ("2026-13-01", DateDoubt.NO_DATE),
        ("12:30", DateDoubt.NO_DATE),
        ("March or April 2026", DateDoubt.NO_DATE),
        ("March 18th", DateDoubt.NO_YEAR),
        ("১৮ মার্চ", DateDoubt.NO_YEAR),
        ("18/03", DateDoubt.NO_YEAR),
        ("Mar-26", DateDoubt.NO_YEAR),
        ("03/04/2026", DateDoubt.DAY_OR_MONTH),
        ("৩/৪/২৬", DateDoubt.DAY_OR_MONTH),
        ("2082-12-04", DateDoubt.CALENDAR),
        ("04/12/2082", DateDoubt.CALENDAR),
        ("৪ চৈত্র ১৪৩২", DateDoubt.CALENDAR),
        ("1447-09-12", DateDoubt.CALENDAR),
    ],
)
def test_what_is_not_certain_says_why(text, doubt):
    """Nothing is guessed: a date in doubt has no ISO form."""
    assert read_date(text) == ReadDate("", doubt)


def test_one_date_tells_day_from_month_for_all():
    """18/03 makes 03/04 the third of April, 03/18 makes it the fourth of March; both in one column leave it open."""
    assert read_dates(["03/04/2026", "18/03/2026"])[0] == ReadDate("2026-04-03")
    assert read_dates(["03/04/2026", "03/18/2026"])[0] == ReadDate("2026-03-04")
    assert [one.iso for one in read_dates(["03/04/2026", "18/03/2026", "03/18/2026"])] == [
        "",
        "2026-03-18",
        "2026-03-18",
    ]


def test_dates_that_lie_close_tell_day_from_month():
    """Three days of one February against the first of three months; two dates alone are not enough."""
    assert [one.iso for one in read_dates(["01/02/2026", "05/02/2026", "12/02/2026"])] == [
        "2026-02-01",
        "2026-02-05",
        "2026-02-12",
    ]
    assert {one.doubt for one in read_dates(["03/04/2026", "03/05/2026"])} == {DateDoubt.DAY_OR_MONTH}


def test_what_is_no_date_does_not_confuse_the_others():
    """A slip of the pen stays unread, and the column is settled without it."""
    assert [one.iso for one in read_dates(["03/04/2026", "18/03/2026", "99/99/2026", "tbc"])] == [
        "2026-04-03",
        "2026-03-18",
        "",
        "",
    ]


@pytest.mark.parametrize("header", ["मिति", "मिति (वि.सं.)", "Date (BS)", "date B.S.", "Nepali date", "Miti"])
def test_the_header_says_bikram_sambat(header):
    """Years that are decades ahead are of Bikram Sambat where the column says so."""
    assert read_dates(["2082-12-04", "२०८२/१२/०४", "८२/१२/०४"], header) == (EIGHTEENTH,) * 3


def test_one_date_says_bikram_sambat_for_all():
    """A month with a Nepali name beside them is enough."""
    assert read_dates(["2082-12-04", "२०८२ चैत ४"]) == (EIGHTEENTH,) * 2


def test_a_gregorian_date_below_a_nepali_word_stays():
    """मिति is also simply the word for date; a header that names the calendar leaves the year in doubt."""
    assert read_dates(["2026-03-18"], "मिति") == (EIGHTEENTH,)
    assert read_dates(["2026-03-18"], "मिति (ई.सं.)") == (EIGHTEENTH,)
    assert read_dates(["2026-03-18"], "Date (BS)") == (ReadDate("", DateDoubt.CALENDAR),)


def test_month_and_day_of_a_calendar_are_checked_by_it():
    """Bikram Sambat has months of 32 days, and none of 33."""
    assert read_dates(["2082-02-32"], "मिति")[0].doubt is DateDoubt.NO_DATE
    assert read_dates(["2083-03-32"], "मिति")[0] == ReadDate("2026-07-16")


DAYS = st.dates(date(2000, 1, 1), date(2059, 12, 31))


@given(st.lists(DAYS, min_size=1, max_size=8))
def test_every_day_is_read_back(days):
    """ISO dates, serial numbers of Excel and dates with a named month say what they said."""
    isos = tuple(ReadDate(day.isoformat()) for day in days)
    assert read_dates([day.isoformat() for day in days]) == isos
    assert read_dates([str((day - date(1899, 12, 30)).days) for day in days]) == isos
    assert read_dates([f"{day.day} {day:%B} {day.year}" for day in days]) == isos


@given(st.lists(DAYS, min_size=1, max_size=8), st.booleans())
def test_a_column_in_one_order_is_never_read_in_the_other(days, day_first):
    """What is read with certainty is what was written, unless all dates lie closer together the other way round."""
    form = "%d/%m/%Y" if day_first else "%m/%d/%Y"
    found = read_dates([day.strftime(form) for day in days])
    told_apart = any(day.day > 12 for day in days)
    for day, one in zip(days, found, strict=True):
        assert one.iso == day.isoformat() if told_apart else one.doubt in (None, DateDoubt.DAY_OR_MONTH)


@given(st.lists(st.text(max_size=20), max_size=6), st.text(max_size=12))
def test_any_text_is_a_date_or_in_doubt(texts, header):
    """One answer for each, a date or a doubt, never both, whatever stands there."""
    found = read_dates(texts, header)
    assert len(found) == len(texts)
    assert all(bool(one.iso) != (one.doubt is not None) for one in found)


def test_every_day_of_bikram_sambat_follows_the_one_before():
    """Years 2075 to 2090 are converted day by day without a gap."""
    day = date(2018, 4, 14)
    for year in range(2075, 2091):
        for month in range(1, 13):
            found = [read_dates([f"{year}-{month}-{number}"], "मिति")[0].iso for number in range(1, 33)]
            for iso in filter(None, found):
                assert iso == day.isoformat()
                day += timedelta(days=1)
