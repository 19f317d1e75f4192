"""A result in a notebook."""

from html.parser import HTMLParser

from nlp.documents.types import Notes, Unit


class Read(HTMLParser):
    """Cells with their attributes; fails where an element is not closed."""

    def __init__(self, text):
        super().__init__()
        self.open, self.cells, self.words, self.rows = [], [], "", 0
        self.feed(text)
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        """Note what is open."""
        self.open.append(tag)
        self.rows += tag == "tr"
        if tag == "td":
            self.cells.append(dict(attrs) | {"text": ""})

    def handle_endtag(self, tag):
        """Hold that the last one is closed."""
        assert self.open.pop() == tag

    def handle_data(self, data):
        """Keep the words."""
        self.words += data
        if "td" in self.open:
            self.cells[-1]["text"] += data


def note(number, text, language="en", **attributes):
    return Unit(str(number), text, language, "f", number, 0, len(text), "Trust", attributes)


def test_every_result_has_a_table(results):
    """Small, whole, with how much there is of everything."""
    for result in results:
        page = Read(result._repr_html_())
        assert page.words.startswith(type(result).__name__)
        assert 1 < page.rows <= 13
        assert any(cell["text"] for cell in page.cells)


def test_what_people_wrote_is_text():
    """Never markup, be it in a cell or in a name of a column."""
    page = Notes("n", (note(1, "<script>alert(1)</script> & more", **{'"><b>': "<i>"}),))._repr_html_()
    assert "<script" not in page
    assert "<i>" not in page
    assert [cell["text"] for cell in Read(page).cells] == ["Trust", "<i>", "<script>alert(1)</script> & more"]


def test_long_results_are_shortened_with_a_count():
    """And say how all of it is had."""
    page = Read(Notes("n", tuple(note(at, f"note {at}") for at in range(1, 1301)))._repr_html_())
    assert page.rows == 13
    assert "notes 1,300" in page.words
    assert 'and 1,288 more: to_frame("notes")' in page.words


def test_each_text_has_its_direction_and_language():
    """Right to left where it is, and Nepali with the forms of Nepali."""
    page = Read(Notes("n", (note(1, "مرحبا", "ar"), note(2, "खबर", "ne"), note(3, "ok", "und")))._repr_html_())
    texts = [cell for cell in page.cells if cell["text"] in ("مرحبا", "खबर", "ok")]
    assert [cell.get("lang") for cell in texts] == ["ar", "ne", None]
    assert {cell["dir"] for cell in page.cells} == {"auto"}


def test_long_texts_are_cut_between_letters():
    """No sign is torn from its letter, whatever the length."""
    for lead in range(6):
        (cell,) = [
            each["text"] for each in Read(Notes("n", (note(1, "a" * lead + "ক্ষি" * 90, "bn"),))._repr_html_()).cells[1:]
        ]
        assert len(cell) <= 161
        assert cell == "a" * lead + "ক্ষি" * cell.count("ক্ষি") + "…"


def test_the_table_takes_the_colours_of_the_notebook(results):
    """So that it can be read in light and dark."""
    for result in results:
        page = result._repr_html_()
        assert "color:inherit" in page
        assert "#" not in page.split("<tbody>")[0]
