"""The table that Tesseract prints, as text."""

from nlp.documents.pdf.ocr import _page

HEADER = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n"


def table(*lines: str, sure: int = 90) -> str:
    """Return lines of one paragraph as Tesseract does."""
    rows = [
        f"5\t1\t1\t1\t{at}\t1\t0\t0\t9\t9\t{sure}\t{word}" for at, text in enumerate(lines) for word in text.split()
    ]
    return HEADER + "\n".join(rows) + "\n"


def test_signs_of_items_are_known_by_what_they_are_taken_for():
    """A round sign is read as a nought, a stop, a quotation mark; what is quoted stays, and so does a number."""
    found = _page(table("০ We ring", ". Mails get lost", "«The pot came", "«Late» they say", "2 pots", "+ আমরা"))
    assert found.text.split("\n") == [
        "• We ring",
        "• Mails get lost",
        "• The pot came",
        "«Late» they say",
        "2 pots",
        "• আমরা",
    ]


def test_the_share_of_clear_words():
    """Beside the average, which a few good words can lift."""
    found = _page(table("We ring", sure=96) + table("eet hey", sure=40).removeprefix(HEADER))
    assert (found.sureness, found.clear) == (68, 0.5)
    assert (_page(HEADER).text, _page(HEADER).clear) == ("", 0.0)
