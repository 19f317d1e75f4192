"""What the analysis says in English sentences, said again in the reader's language."""

import re
from functools import cache
from importlib import import_module
from pkgutil import walk_packages
from types import ModuleType

from markupsafe import Markup, escape

import nlp.transcripts
from nlp.messages import Message
from nlp.participation import caveats as limits
from nlp.participation import feedback as observers
from nlp.readings import caveats as of_readings
from nlp.readings.edits import types as edit_types
from nlp.readings.wording import questions
from service.presentation.attributes import attribute_name
from service.presentation.i18n import Language


def messages() -> tuple[str, ...]:
    """Return every sentence of the analysis that the catalogues must have, with its {places}."""
    return (*questions.TEMPLATES, *observers.TEMPLATES, *edit_types.TEMPLATES, *templates())


@cache
def templates() -> tuple[str, ...]:
    """Return the sentences with which the readers and the measures say what a record cannot show."""
    readers = (import_module(each.name) for each in walk_packages(nlp.transcripts.__path__, "nlp.transcripts."))
    told = (limits, of_readings, *readers)
    return tuple(dict.fromkeys(sentence for module in told for sentence in _sentences(module)))


def translate(sentence: str, language: Language) -> Markup:
    """Return a remark in the reader's language; one that is not known stays English and is marked as such."""
    for template in templates():
        if found := _pattern(template).fullmatch(sentence):
            return language.gettext(
                template, **{place: _value(place, value, language) for place, value in found.groupdict().items()}
            )
    return escape(sentence) if language.code == "en" else Markup('<span lang="en">{}</span>').format(sentence)


def says(template: str, sentence: str) -> bool:
    """Return whether a remark was made from a template."""
    return _pattern(template).fullmatch(sentence) is not None


def _value(place: str, value: str, language: Language) -> str:
    """Return names of attributes and numbers in the reader's language, anything else as it is."""
    if place == "attributes":
        return language.list([attribute_name(each, language) for each in value.split(", ")])
    return language.digits(value) if value.replace(".", "", 1).removesuffix("%").isdecimal() else value


@cache
def _pattern(template: str) -> re.Pattern[str]:
    """Return what matches the filled template and gives its values back."""
    parts = re.split(r"\{(\w+)\}", template)
    pieces = [re.escape(part) if at % 2 == 0 else f"(?P<{part}>.+?)" for at, part in enumerate(parts)]
    return re.compile("".join(pieces), re.DOTALL)


def _sentences(module: ModuleType) -> list[str]:
    """Return the public constants of a module that makes remarks which are whole sentences."""
    if getattr(module, "Message", None) is not Message:
        return []
    constants = (value for name, value in vars(module).items() if name.isupper() and not name.startswith("_"))
    return [value for value in constants if isinstance(value, str) and value.endswith(".") and " " in value]
