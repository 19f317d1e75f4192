"""Printed lines to Markdown."""

from nlp.documents.pdf.columns import MOST_LINES, in_reading_order
from nlp.documents.pdf.lines import Line
from nlp.documents.pdf.page_lines import page_texts, pages_of


def line(text: str, top: float, left: float = 90, right: float = 500, size: float = 12, word: float = 30) -> Line:
    return Line(text, left, top, right, top + size, word, 0)


def text_of(page: list[Line]) -> str:
    return page_texts([page])[0]


def test_full_lines_are_joined_and_short_ones_end():
    """A line goes on where the next word had no room; hyphens at its end go when they are soft."""
    page = [
        line("মতামত কনসোর্টিয়ামের", 10),
        line("কাছে যায় ।", 24, right=200),
        line("We co\u00ad", 38),
        line("operate", 52, right=150),
    ]
    assert text_of(page).split("\n\n") == ["মতামত কনসোর্টিয়ামের কাছে যায়।", "We cooperate"]


def test_a_parted_word_is_whole_again():
    """After a hyphen that a program put at the end of a line; one before a name or a number stays."""
    page = [line("they know of the co\u2010", 10), line("operation and of the agree-", 24), line("ments of North-", 38),
            line("South, of A-", 52), line("level", 66, right=150)]  # fmt: skip
    assert text_of(page) == "they know of the cooperation and of the agreements of North- South, of A- level"


def test_headings_and_titles_are_larger():
    """By the height of the box, whatever the script."""
    page = [
        line("Notes", 0, size=24),
        line("যোগাযোগ", 30, size=16),
        *(line(f"note {n}", 60 + 20 * n, right=140) for n in range(5)),
    ]
    assert text_of(page).split("\n\n")[:3] == ["# Notes", "## যোগাযোগ", "note 0"]


def test_the_sign_of_an_item_meets_its_text():
    """Poppler gives both as lines of their own; a wrapped item stays one."""
    page = [line("\uf0b7", 10, right=95), line("first", 10, left=108), line("goes on", 24, left=108, right=160),
            line("•", 38, right=95), line("second", 38, left=108, right=170)]  # fmt: skip
    assert text_of(page).split("\n\n") == ["• first goes on", "• second"]


def test_what_stands_on_every_page_is_left_out():
    """Heads, feet and page numbers; the same note twice is kept."""
    pages = [[line("Draft", 0), line(f"said {n}", 50 + 30 * n, right=120), line(f"Page {n}", 700)] for n in range(1, 5)]
    assert page_texts(pages) == ("said 1", "said 2", "said 3", "said 4")


def test_the_boxes_of_poppler_are_read():
    """Signs that XML does not allow are dropped; no page is no text."""
    xml = (
        '<html xmlns="http://www.w3.org/1999/xhtml"><doc><page><block><line xMin="1" yMin="2" xMax="30" yMax="14">'
        '<word xMin="1" xMax="9">\x02be</word><word xMin="11" xMax="30">fair</word></line></block></page></doc></html>'
    )
    assert pages_of(xml) == [[Line("be fair", 1, 2, 30, 14, 8, 0)]]
    assert page_texts([]) == ()


def test_two_turns_never_become_one():
    """A label after a full stop, one that comes again, a time: each begins anew however full the line before is."""
    page = [line("Ana Lopez: we ring each other.", 10), line("Ben: and nobody knows", 24), line("Ana Lopez: yes", 38),
            line("10:05 then", 52), line("Ben Okello 0:17", 66), line("who decides: the district", 80)]  # fmt: skip
    assert text_of(page).split("\n\n") == [
        "Ana Lopez: we ring each other.",
        "Ben: and nobody knows",
        "Ana Lopez: yes",
        "10:05 then",
        "Ben Okello 0:17",
        "who decides: the district",
    ]


def test_a_page_with_more_lines_than_paper_holds_is_read_line_by_line():
    """Nothing is compared with everything there, and nothing is lost."""
    page = [line(f"said {n}", 3 * n) for n in range(MOST_LINES + 1)]
    assert text_of(page).split("\n") == [f"said {n}" for n in range(MOST_LINES + 1)]
    assert in_reading_order(page) == page


def test_a_title_with_a_colon_is_a_title():
    """As large as that it is no speaker's name; a line of the usual size with a colon is none."""
    body = [line(f"note {n}", 60 + 20 * n, right=140) for n in range(5)]
    assert text_of([line("Leeds team: reflections", 0, size=24), *body]).startswith("# Leeds team: reflections")
    assert text_of([line("Ann: we begin", 0, size=15), *body]).startswith("Ann: we begin")
