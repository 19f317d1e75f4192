"""Text that is what stands on the page, and text that is not."""

import pytest

from nlp.documents.pdf.soundness import is_sound

BANGLA = "আমরা একে অন্যের উপর ভরসা করি এবং যা জানি তা সব জেলা অফিসের সঙ্গে ভাগ করি। মতামত দেরিতে পৌঁছায়, কেউ জানে না। "
NEPALI = "हामी एकअर्कामा भर पर्छौं र जानेको कुरा सबै जिल्ला कार्यालयसँग बाँड्छौं। प्रतिक्रिया ढिलो पुग्छ र कसैलाई थाहा छैन। "
ENGLISH = "Partners rely on each other and share what they know with every district office. "


@pytest.mark.parametrize("text", [BANGLA * 5, NEPALI * 5, ENGLISH * 9, BANGLA + NEPALI + ENGLISH, "Trust", "বিশ্বাস"])
def test_good_text_is_sound(text: str):
    """Every script, mixed, and a single word."""
    assert is_sound(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "123 - 45",
        ENGLISH + "\ufffd" * 9,
        "\ue012\ue013\ue014 " * 20,
        BANGLA.replace("ে", " ে") * 3,
        "ি".join(BANGLA.split()) * 2,
        NEPALI.replace("ि", " ि").replace("े", " े") * 3,
        "কখগ ঘঙচ ছজঝ ঞটঠ " * 20,
        "xkcd fghj qwrt bcdf plmk zxvb " * 20,
    ],
)
def test_what_a_broken_pdf_gives_is_not(text: str):
    """No letters, signs without meaning, marks that stand alone, words that nobody knows."""
    assert not is_sound(text)
