"""Every message is marked, translated, and keeps its places."""

import ast
import re
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.pofile import read_po

import nlp
import service
from service.presentation.i18n import CATALOGUES, NAMES, language
from service.presentation.template import HERE, templates

PACKAGES = [Path(package.__file__).parent for package in (nlp, service)]
WHERE = [("**/templates/**.html", "jinja2"), ("**.py", "python")]
KEYWORDS = {**DEFAULT_KEYWORDS, "Message": None, "msgid": None}
TRANSLATED = [code for code in NAMES if code != "en"]
SPOKEN_ATTRIBUTES = {"title", "alt", "placeholder", "aria-label", "data-done", "value"}
OWN_NAME = "Manyvoices"
MARKS = {"Message", "msgid"}


@cache
def marked():
    """Every message of pages and analysis, as the extractor of Babel finds them."""
    found = (each for package in PACKAGES for each in extract_from_dir(str(package), WHERE, keywords=KEYWORDS))
    return {message if isinstance(message, str) else tuple(message[:2]) for _, _, message, _, _ in found}


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


@pytest.mark.parametrize("path", [path for package in PACKAGES for path in sorted(package.rglob("*.py"))], ids=str)
def test_every_template_of_a_message_can_be_found(path):
    """The template is written where the message is made, or is a name: of a constant, or of what a function is given.

    An f-string or a sum of texts would be a message that no catalogue can have.
    """
    nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    calls = [node for node in nodes if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)]
    made = [call.args[0] for call in calls if call.func.id in MARKS and call.args]
    composed = {
        ast.unparse(target)
        for node in nodes
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.JoinedStr | ast.BinOp)
        for target in node.targets
    }
    wrong = [template for template in made if not _is_plain(template) or ast.unparse(template) in composed]
    assert [ast.unparse(template) for template in wrong] == []


def _is_plain(template):
    match template:
        case ast.Constant(value=str()) | ast.Name():
            return True
        case ast.Attribute(value=inner) | ast.Subscript(value=inner):
            return _is_plain(inner)
        case ast.IfExp(body=yes, orelse=no):
            return _is_plain(yes) and _is_plain(no)
        case _:
            return False


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
