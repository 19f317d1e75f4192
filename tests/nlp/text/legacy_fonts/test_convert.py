"""Letters of old fonts to Unicode, against texts that were converted by hand."""

import logging
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.text.legacy_fonts.convert import LegacyFont, font_of_name, to_unicode


@pytest.mark.parametrize(
    ("written", "font", "meant"),
    [
        ("Avgvi †mvbvi evsjv, Avwg †Zvgvq fvjevwm|", LegacyFont.BIJOY, "আমার সোনার বাংলা, আমি তোমায় ভালবাসি।"),
        ("cÖwk¶‡Yi Kvh©µg mgqg‡Zv ïiæ nqwb", LegacyFont.BIJOY, "প্রশিক্ষণের কার্যক্রম সময়মতো শুরু হয়নি"),
        ("¯^v¯’¨ †mev, eZ©gvb miKv‡ii Kg©m~wP", LegacyFont.BIJOY, "স্বাস্থ্য সেবা, বর্তমান সরকারের কর্মসূচি"),
        ("g]kfn ;/sf/", LegacyFont.PREETI, "नेपाल सरकार"),
        ("k|ltlqmof l9nf] k'U5", LegacyFont.PREETI, "प्रतिक्रिया ढिलो पुग्छ"),
        ("lzIff lgodfjnL, @)^%", LegacyFont.PREETI, "शिक्षा नियमावली, २०६५"),
        ("sfo{qmd\tcy{tGq\n", LegacyFont.PREETI, "कार्यक्रम\tअर्थतन्त्र\n"),
    ],
)
def test_marks_and_joined_letters_find_their_place(written: str, font: LegacyFont, meant: str):
    """Vowel signs before their consonant, the r above the line, joined letters, digits, white space."""
    assert to_unicode(written, font) == meant


@given(st.text("abKvw‡†¨©~qlfg]{/;'\\ \n", max_size=40), st.sampled_from(LegacyFont))
def test_anything_is_converted_or_left(text: str, font: LegacyFont):
    """No sign makes it fail, and white space stays."""
    assert to_unicode(text, font).split("\n")[0].isspace() == text.split("\n")[0].isspace()
    assert to_unicode(text, font).count("\n") == text.count("\n")


def test_a_word_without_end_is_left():
    """The rules of a word are quadratic in its length."""
    assert to_unicode("m" * 100_000, LegacyFont.PREETI) == "m" * 100_000


def test_fonts_go_by_their_names():
    """Cuts and weights count; fonts of Unicode and those that nobody knows do not."""
    assert font_of_name("SutonnyMJ Bold") is LegacyFont.BIJOY
    assert font_of_name("ABCDEF+Preeti") is LegacyFont.PREETI
    assert [font_of_name(name) for name in ("Kalimati", "Nirmala UI", "Aakriti", "")] == [None] * 4


def test_the_log_of_the_program_is_left_alone():
    """The library sets up a log of its own when it is imported."""
    code = (
        "import logging\nfrom nlp.text.legacy_fonts.convert import LegacyFont, to_unicode\n"
        "to_unicode('Avwg', LegacyFont.BIJOY)\nprint(logging.getLogger().handlers, logging.getLogger().level)"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert (said.stdout, said.stderr) == (f"[] {logging.WARNING}\n", "")
