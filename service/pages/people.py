"""What people are called on a page: their names, or numbers where names are not wanted."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from nlp.documents.types import Person
from service.pages.i18n import Language

SHORTEST = 3
ROMANISED_ENDINGS = ("r", "er", "ke", "te", "ra", "der", "le", "lai", "ko", "ka", "ki", "ma", "bata", "sanga", "s")
LATIN_END = rf"(?=(?:{'|'.join(ROMANISED_ENDINGS)})?(?![A-Za-z]))"


@dataclass(frozen=True)
class People:
    """Everybody whom a page may have to name.

    Attributes:
        shown: name -> what stands on the page.
        hidden: every spelling that must not stand on it -> what stands there instead; empty where names are shown.
    """

    shown: Mapping[str, str]
    hidden: Mapping[str, str]

    def call(self, person: str) -> str:
        """Return what a person is called."""
        return self.shown.get(person, person)

    def mask(self, text: str) -> str:
        """Return a text with every name in it replaced, endings of the language left in place."""
        if not self.hidden:
            return text
        return _spellings(tuple(self.hidden)).sub(lambda found: self.hidden.get(found.group().casefold(), "…"), text)


def named(people: Iterable[str]) -> People:
    """Return people under their own names."""
    return People({person: person for person in people}, {})


def numbered(people: Sequence[str], roster: Sequence[Person], language: Language) -> People:
    """Return people as "Person 1", "Person 2" in the order given; aliases and parts of names are hidden with them."""
    everybody = list(dict.fromkeys([*people, *(person.name for person in roster)]))
    shown = {person: str(language.gettext("Person {n}", n=at)) for at, person in enumerate(everybody, start=1)}
    spellings = [(person.name, spelling) for person in roster for spelling in (person.name, *person.aliases)]
    hidden: dict[str, str] = {}
    for person, spelling in [*((person, person) for person in everybody), *spellings]:
        for part in (spelling, *(part for part in spelling.split() if len(part) >= SHORTEST)):
            hidden.setdefault(part.casefold(), shown[person])
    return People(shown, hidden)


def _spellings(hidden: tuple[str, ...]) -> re.Pattern[str]:
    """Match the spellings, longest first, where a word begins and, in Latin letters, ends."""
    longest_first = sorted(hidden, key=len, reverse=True)
    choices = "|".join(re.escape(spelling) + (LATIN_END if spelling.isascii() else "") for spelling in longest_first)
    return re.compile(rf"(?<![\w\u0900-\u09ff])(?:{choices})", re.IGNORECASE)
