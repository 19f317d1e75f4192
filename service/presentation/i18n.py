"""The languages of the interface: messages from the catalogues, numbers, dates and names in the reader's digits."""

import gettext
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache, lru_cache
from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.dates import format_date
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal, format_percent
from markupsafe import Markup, escape

from nlp.errors import InputError
from nlp.messages import Message

CATALOGUES = Path(__file__).resolve().parent / "locales"
NAMES: Mapping[str, str] = {"en": "English", "bn": "বাংলা", "ne": "नेपाली"}
DEFAULT = "en"
REMEMBERED = 4096

# Babel writes the name as Hindi does.
_LANGUAGE_NAMES = {("bn", "ne"): "बङ्गाली"}
_DIGITS = {"bn": str.maketrans("0123456789", "০১২৩৪৫৬৭৮৯"), "ne": str.maketrans("0123456789", "०१२३४५६७८९")}
_SCRIPTS = ((0x0980, 0x09FF, "bn"), (0x0900, 0x097F, "ne"))


def language_of(text: str, latin: str = "en") -> str:
    """Return the language that the first script-bearing letter speaks for: "bn", "ne", or `latin` for all others.

    Good enough for the `lang` of a name or a label whose language nobody has told; never used for notes.
    """
    for letter in text:
        for first, last, code in _SCRIPTS:
            if first <= ord(letter) <= last:
                return code
        if letter.isalpha():
            return latin
    return latin


class Name(Markup):
    """A name inside a sentence, marked with its own language; `text` is the name alone."""

    text: str

    @classmethod
    def of(cls, text: str, code: str = "") -> "Name":
        """Return a name in a language (BCP 47), "" where its script tells."""
        made = cls(Markup('<b lang="{}">{}</b>').format(code or language_of(text), text))
        made.text = text
        return made


@dataclass(frozen=True)
class Language:
    """One language of the interface.

    Attributes:
        code: "en", "bn" or "ne".
        catalogue: its messages; English is the messages themselves.
        names: name of an element, a level or a team -> what this programme calls it in this language.
    """

    code: str
    catalogue: gettext.NullTranslations
    names: Mapping[str, str] = field(default_factory=dict, hash=False)

    def called(self, name: str) -> str:
        """Return what an element, a level or a team is called in this language, its name where nobody has said."""
        return self.names.get(name, name)

    def gettext(self, message: str, **values: object) -> Markup:
        """Return the message with its {places} filled: texts escaped, whole numbers in the reader's digits."""
        return self._fill(self.catalogue.gettext(message), values)

    def ngettext(self, singular: str, plural: str, n: int, **values: object) -> Markup:
        """Return the form that fits n, which also fills {n}."""
        return self._fill(self.catalogue.ngettext(singular, plural, n), {"n": n, **values})

    def _fill(self, message: str, values: Mapping[str, object]) -> Markup:
        return escape(message).format(**{name: self._value(value) for name, value in values.items()})

    def _value(self, value: object) -> object:
        match value:
            case int():
                return self.number(value)
            case str():
                return self._named(value)
            case _:
                return value

    def _named(self, text: str) -> str:
        return Name.of(self.called(text.text)) if isinstance(text, Name) and text.text in self.names else text

    def number(self, value: float) -> str:
        """Return a number grouped as the language does, at most one decimal."""
        return _number(value, self.code)

    def decimals(self, value: float) -> str:
        """Return a number with two decimals."""
        return self.digits(f"{value:.2f}")

    def percent(self, share: float) -> str:
        """Return 0 to 1 as whole per cent."""
        return _percent(share, self.code)

    def duration(self, seconds: float) -> Markup:
        """Return a duration in the two largest units that say something."""
        whole = round(seconds)
        if whole < 60:
            return self.gettext("{s} s", s=whole)
        if whole < 600 and whole % 60:
            return self.gettext("{m} min {s} s", m=whole // 60, s=whole % 60)
        minutes = round(seconds / 60)
        if minutes < 60:
            return self.gettext("{m} min", m=minutes)
        return self.gettext("{h} h {m} min", h=minutes // 60, m=minutes % 60)

    def date(self, text: str) -> str:
        """Return an ISO date, or an ISO year and month, as the language writes it; any other text as it is."""
        form, whole = ("MMMM y", f"{text}-01") if len(text) == len("2026-03") else ("d MMMM y", text[:10])
        try:
            return self.digits(format_date(date.fromisoformat(whole), form, locale=self.code))
        except ValueError:
            return text

    def list(self, items: Sequence[str | Markup]) -> Markup:
        """Return "a, b and c"."""
        called = [self._named(item) for item in items]
        if len(called) < 2:
            return Markup("").join(called)
        first = Markup.escape(self.catalogue.gettext(", ")).join(called[:-1])
        return self.gettext("{first} and {last}", first=first, last=called[-1])

    def language_name(self, code: str) -> str:
        """Return the name of a BCP 47 code in this language; romanised text is named as such."""
        if code in ("", "und"):
            return str(self.gettext("language not told"))
        name = _language_name(code.partition("-")[0], self.code)
        if name is None:
            return code
        return str(self.gettext("{language} in Latin letters", language=name)) if code.endswith("-Latn") else name

    def digits(self, text: str) -> str:
        """Return a text with its digits in the reader's script."""
        return _digits(text, self.code)


def _digits(text: str, reader: str) -> str:
    return text.translate(_DIGITS[reader]) if reader in _DIGITS else text


@lru_cache(REMEMBERED)
def _number(value: float, reader: str) -> str:
    return _digits(format_decimal(round(value, 1), locale=reader), reader)


@lru_cache(REMEMBERED)
def _percent(share: float, reader: str) -> str:
    return _digits(format_percent(share, locale=reader), reader)


@lru_cache(REMEMBERED)
def _language_name(code: str, reader: str) -> str | None:
    """Return the name of a language for a reader of another, None for what is no language."""
    try:
        return _LANGUAGE_NAMES.get((code, reader)) or Locale.parse(code).get_display_name(reader) or code
    except (UnknownLocaleError, ValueError):
        return None


@cache
def language(code: str) -> Language:
    """Return a language of the interface, English for a code that it does not speak."""
    if code == DEFAULT or code not in NAMES:
        return Language(DEFAULT, gettext.NullTranslations())
    with (CATALOGUES / f"{code}.po").open("rb") as file:
        catalogue = read_po(file, locale=code)
    compiled = io.BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return Language(code, gettext.GNUTranslations(compiled))


def checked(code: str) -> str:
    """Return the code of a language of the interface.

    Raises:
        InputError: it speaks no such language.
    """
    if code not in NAMES:
        problem = Message("there is no report in the language {language}", {"language": code})
        raise InputError("", problem, Message("Choose one of {codes}", {"codes": tuple(NAMES)}))
    return code


def choose(asked: str | None, remembered: str | None, accepted: str) -> str:
    """Return the code to speak: asked for, else remembered, else the first that the browser accepts, else English."""
    return next((code for code in (asked, remembered, *_accepted(accepted)) if code in NAMES), DEFAULT) or DEFAULT


def _accepted(header: str) -> Iterable[str]:
    """Yield the primary languages of an Accept-Language header in the order of their weights."""
    ranked = []
    for place, part in enumerate(header.split(",")):
        code, _, weight = part.strip().partition(";q=")
        try:
            ranked.append((-float(weight or 1), place, code.split("-")[0].lower()))
        except ValueError:
            continue
    return (code for _, _, code in sorted(ranked))
