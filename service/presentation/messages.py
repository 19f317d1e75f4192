"""Messages and errors in the reader's language: the last step of everything that is said.

A message of the analysis becomes words here and nowhere else: its template is looked up in the catalogue, and what
stands in its places is said as the language says it.
"""

import re
from string import Formatter

from markupsafe import Markup, escape

from nlp.errors import ManyvoicesError
from nlp.messages import Message, Value
from service.presentation.attributes import attribute_name
from service.presentation.i18n import DEFAULT, Language, language_of

_NUMBER = re.compile(r"[0-9][0-9.,]* ?%?")


def say(message: Message, language: Language) -> Markup:
    """Return a message in the reader's language.

    Whole numbers and texts that are numbers have the reader's digits, several texts are listed, messages inside are
    said too; any other text is escaped and carries its own `lang` where its script is another one. A template that the
    catalogue lacks stays English and is marked as such.
    """
    template = language.catalogue.gettext(message.template) if message.template else ""
    said = escape(template)
    if message.values:
        said = said.format(**{place: _value(place, value, language) for place, value in message.values.items()})
    if language.code != DEFAULT and template == message.template and _has_words(template):
        return Markup('<span lang="{}">{}</span>').format(DEFAULT, said)
    return said


def say_error(error: ManyvoicesError, language: Language) -> Markup:
    """Return the one line of an error in the reader's language: where, what is wrong, and what to do."""
    return say(error.message, language)


def _value(place: str, value: Value, language: Language) -> Markup | str:
    match value:
        case Message():
            return say(value, language)
        case int():
            return language.number(value)
        case str():
            return _text(place, value, language)
        case _:
            return language.list([_text(place, each, language) for each in value])


def _text(place: str, text: str, language: Language) -> Markup | str:
    """Return a text as it stands in a sentence; only names of attributes are translated."""
    if place in {"attribute", "attributes"}:
        return attribute_name(text, language)
    if _NUMBER.fullmatch(text):
        return language.digits(text)
    own = language_of(text, latin=DEFAULT)
    is_foreign = own != language.code and any(sign.isalpha() for sign in text)
    return Markup('<span lang="{}">{}</span>').format(own, text) if is_foreign else text


def _has_words(template: str) -> bool:
    """Whether a template says something beside its places, so that it differs from language to language."""
    return any(sign.isalpha() for literal, *_ in Formatter().parse(template) for sign in literal)
