"""What reaches somebody is hidden, in every script; dates, years, times, scores and amounts stay."""

from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.presentation.masking.contacts import HIDDEN, without_contacts

SCRIPTS = ("0123456789", "০১২৩৪৫৬৭৮৯", "०१२३४५६७८९")
TELEPHONES = """
    01712-345678|01712 345 678|01712345678|+8801712345678|+880 1712-345678|8801712345678|(+880) 1712 345678
    00880 1712 345678|017 1234 5678|02-9881234|0521-654321|+88 01712-345678
    9841234567|984-1234567|98-41234567|9841 234 567|+977 984-1234567|+977-1-4412345|01-4412345|061-520123
    9779841234567
    +91 98765 43210|98765 43210|098765 43210|919876543210|011-2345 6789|+91-22-2345-6789
    +44 (0)20 7946 0958|+44 20 7946 0958|020 7946 0958|07700 900123|+49 30 123456|030 12345678|0151/12345678
    +49 (0) 151 12345678
    06 12 34 56 78|+33 6 12 34 56 78|+34 612 345 678|612 345 678|0044 20 7946 0958
    +351 912 345 678""".replace("\n", "|")
ACCOUNTS = """4111 1111 1111 1111|4111-1111-1111-1111|4111111111111111|1234 5678 9012|1990123456789|19901234567890123
    1234567891|27-01-70-12345|00123456789012345""".replace("\n", "|")
STAY = """2026|in 2025 and 2026|2025 2026 2027|2025-26|2081/82|1990-1995-2000|12 March 2026|2026-03-12
    12.03.2026|01-02-2026
    12/03/2026 10:30|01.02.2026 - 05.02.2026|2026-03-12T09:30|2082-11-15|0930-1030|0930 1030 1100|9:30-10:30
    09:00|10:30:15
    5000 taka|1,20,000|12,34,567|1 234 567|1.234.567|2 500 000|9841234567 taka|Tk 9841234567|Rs. 612 345 678
    € 650 000 000|650000000
    7.5 8.5 9.5 6.5 7.5|75 85 95 65 75|3-2|12-15|4.25|0.123456789|10-12-15|8-9-10-11-12|1.2.3|section 4.1.2
    12 of 40|99.9 %
    20260312|202603121030|page 100-120|children aged 10-12|120000 people|24/7|no. 120|1st, 2nd
    call 2 times in 2026|number 2026
    account of 2025|contact 12 people|ফোন ২০২৬ সালে|mobile 120000 taka""".replace("\n", "|")


def _all(texts):
    return [text.strip() for text in texts.split("|") if text.strip()]


def _in_digits(text, script):
    return text.translate({ord(str(value)): sign for value, sign in enumerate(script)})


@pytest.mark.parametrize("script", SCRIPTS)
@pytest.mark.parametrize("number", _all(TELEPHONES) + _all(ACCOUNTS))
def test_numbers_of_people_are_hidden_in_every_script(number, script):
    """A number goes with its sign and brackets; the words around it stay."""
    written = _in_digits(number, script)
    assert without_contacts(f"Call {written}, please.") == f"Call {HIDDEN}, please."
    assert without_contacts(f"রিনা {written}।") == f"রিনা {HIDDEN}।"
    assert without_contacts(written) == HIDDEN


@pytest.mark.parametrize("script", SCRIPTS)
@pytest.mark.parametrize("text", _all(STAY))
def test_dates_years_times_scores_and_amounts_stay(text, script):
    """What tells when, how many or how much tells nobody."""
    written = _in_digits(text, script)
    for around in ("{}", "We met, {}.", "সভা {}।", "बैठक {} मा"):
        assert without_contacts(around.format(written)) == around.format(written)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (
            "write to rina.akter+ngo@char-alo.org.",
            "write to ….",
        ),
        ("রিনা@উদাহরণ.বাংলা লিখুন", "… লিখুন"),
        ("rina@char-alo.org-এ লিখুন", "…-এ লিখুন"),
        ("rina [at] char-alo [dot] org", "…"),
        ("see https://char-alo.org/a?b=রিনা, then", "see …, then"),
        ("www.char-alo.org।", "…।"),
        ("look at char-alo.com.np/rina.", "look at …."),
        ("docs.google.com/d/abc", "…"),
        ("bit.ly/rina", "…"),
        ("thanks @rina_akter!", "thanks …!"),
        ("धन्यवाद @रिना_अक्तर ।", "धन्यवाद … ।"),
        ("Facebook: rina.akter88", "Facebook: …"),
        ("IBAN DE89 3704 0044 0532 0130 00 please", "IBAN … please"),
        ("GB82WEST12345698765432", "…"),
        ("account no. 12-345-678", "account no. …"),
        ("খাতা নং ১২৩৪৫৬৭", "খাতা নং ১২৩৪৫৬৭"),
        ("হিসাব নম্বর: ১২৩৪৫৬৭৮", "হিসাব নম্বর: …"),
        ("खाता नं. १२३४५६७८", "खाता नं. …"),
        ("bKash 123456", "bKash …"),
        ("NID: 123 456 7890", "NID: …"),
        ("passport AB1234567", "passport …"),
        ("PAN ABCDE1234F", "PAN …"),
        ("01712345678 9841234567", "… …"),
        ("in 2025 01712-345678 rang", "in 2025 … rang"),
        ("9841234567 rang 5 times", "… rang 5 times"),
        ("12 March 2026, 01712-345678, 5000 taka", "12 March 2026, …, 5000 taka"),
    ],
)
def test_addresses_links_handles_and_accounts_are_hidden(text, shown):
    """In any Unicode form; endings and punctuation stay."""
    assert without_contacts(normalize("NFC", text)) == normalize("NFC", shown)


@pytest.mark.parametrize(
    "text",
    [
        "we did it.In Nepal", "done.It works", "notes.docx", "e.g. this", "A/B", "and/or", "the 50:50 share",
        "Facebook: we used it", "trust @ work", "3@5", "U.S. and U.K.", "ভালো।খারাপ", "ক.খ.গ", "Mr.Rahman",
        "B+", "Goal 2.1",
    ],
)  # fmt: skip
def test_words_with_points_and_signs_stay(text):
    """A point without a space behind it makes no address."""
    assert without_contacts(normalize("NFC", text)) == normalize("NFC", text)


@given(st.text(alphabet="0123456789০৯०९ +-()./@:,abরা\u200d…\n", max_size=60))
def test_hiding_ends_and_hides_nothing_twice(text):
    """Whatever the text: what was hidden once stays so, and no letter appears."""
    once = without_contacts(text)
    assert set(once) <= set(text) | {HIDDEN}
    assert without_contacts(once).count(HIDDEN) >= once.count(HIDDEN) - text.count("@") - 1


@pytest.mark.parametrize("letter", ["a", "ক", "क", "1", ".", "-"])
def test_a_long_word_is_read_once(letter):
    """A word of 200,000 letters beside an address hides the address; read from each letter it would take minutes."""
    word = letter * 200_000
    assert "asha@example.org" not in without_contacts(f"{word} asha@example.org {word}")


@pytest.mark.parametrize(
    "text",
    [
        "Call 98-01-72-12345",
        "ফোন ০১৭১২৩৪৫৬৭৮",
        "a@b.org",
        "me [at] home.org",
        "www.ours.org",
        "fb: na.me1",
        "AB1234567",
    ],
)
def test_one_sign_of_a_contact_is_enough_to_look_for_it(text):
    """Texts that have none are passed over; each of these has a single kind of sign."""
    assert without_contacts(text) != text
    assert without_contacts("We meet too rarely in 2026") == "We meet too rarely in 2026"
