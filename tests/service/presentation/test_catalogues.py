"""Every message is marked, translated, and keeps its places."""

import re
from html.parser import HTMLParser
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

import service
from service.presentation.i18n import CATALOGUES, NAMES, language
from service.presentation.sessions.caveats import messages
from service.presentation.template import HERE, templates

SERVICE = Path(service.__file__).parent
TRANSLATED = [code for code in NAMES if code != "en"]
SPOKEN_ATTRIBUTES = {"title", "alt", "placeholder", "aria-label", "data-done", "value"}
OWN_NAME = "Manyvoices"


def marked():
    found = extract_from_dir(str(SERVICE), [("**/templates/**.html", "jinja2"), ("**.py", "python")])
    return {message if isinstance(message, str) else tuple(message[:2]) for _, _, message, _, _ in found} | set(
        messages()
    )


def catalogue(code):
    with (CATALOGUES / f"{code}.po").open("rb") as file:
        return {
            message.id if isinstance(message.id, str) else tuple(message.id): message
            for message in read_po(file)
            if message.id
        }


def places(text):
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("code", TRANSLATED)
def test_every_marked_message_is_translated(code):
    """No message of pages or analysis is missing, none is left over, none is fuzzy or empty."""
    messages = catalogue(code)
    assert set(messages) == marked()
    forms = [
        form for each in messages.values() for form in ([each.string] if isinstance(each.string, str) else each.string)
    ]
    assert all(forms)
    assert not any(each.fuzzy for each in messages.values())


@pytest.mark.parametrize("code", TRANSLATED)
def test_translations_keep_the_places(code):
    """A translation fills exactly the places of its message; a singular may leave out the number."""
    for key, message in catalogue(code).items():
        forms = [(key, message.string)] if isinstance(key, str) else list(zip(key, message.string, strict=True))
        for said, translated in forms:
            assert places(translated) - {"n"} == places(said) - {"n"}, key
            assert places(translated) <= places(said) | ({"n"} if not isinstance(key, str) else set()), key


@pytest.mark.parametrize("code", TRANSLATED)
def test_catalogues_can_be_spoken(code):
    """A message comes out in the other script."""
    assert not re.search("[A-Za-z]", language(code).gettext("Questions for the room"))


class Words(HTMLParser):
    """Collects the words that a template shows without asking for a translation."""

    def __init__(self):
        super().__init__()
        self.found = []
        self.inside = []

    def handle_starttag(self, tag, attrs):
        """Take the attributes that are spoken."""
        self.inside.append(tag)
        self.found += [value for name, value in attrs if name in SPOKEN_ATTRIBUTES and value]

    def handle_endtag(self, tag):
        """Leave an element."""
        self.inside = (
            self.inside[: len(self.inside) - 1 - self.inside[::-1].index(tag)] if tag in self.inside else self.inside
        )

    def handle_data(self, data):
        """Take text, except of styles."""
        if "style" not in self.inside:
            self.found.append(data)


@pytest.mark.parametrize("path", sorted((HERE / "templates").rglob("*.html")), ids=lambda path: path.stem)
def test_no_template_shows_unmarked_words(path):
    """Apart from the product's name, letters in a template come from messages or from data."""
    kept = "".join(text for _, kind, text in templates().lex(path.read_text(encoding="utf-8")) if kind == "data")
    words = Words()
    words.feed(kept)
    shown = " ".join(words.found).replace(OWN_NAME, "")
    assert not re.search(r"[^\W\d_]", shown), shown
