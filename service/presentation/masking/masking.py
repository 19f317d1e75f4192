"""What people are called on a page: their names, or numbers where names are not wanted."""

import hmac
import re
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from unicodedata import normalize

from nlp.documents.types import Person
from nlp.frozen import FrozenDict
from nlp.names import fold
from service.presentation.i18n import Language
from service.presentation.masking.common_words import common_words
from service.presentation.masking.contacts import without_contacts
from service.presentation.masking.name_words import names_in, words_to_keep
from service.presentation.masking.spellings import Spellings, spellings
from service.presentation.masking.standing import Place, stands_as_name
from service.presentation.masking.strangers import HIDDEN, without_strangers

Recognise = Callable[[str], Iterable[str]]
"""Finds names of people in a text, as a trained pipeline does."""

REMEMBERED = 8
"""Sets of names whose matchers are kept: those of a programme are asked for on each of its pages."""


def recognise_nobody(text: str) -> Iterable[str]:  # noqa: ARG001
    """Find no names: nothing trained is installed."""
    return ()


spellings_of = lru_cache(REMEMBERED)(Spellings)


@dataclass(frozen=True)
class People:
    """Everybody whom a page may have to name.

    Attributes:
        shown: name -> what stands on the page.
        hidden: every spelling that must not stand on it -> what stands there instead.
        hides: whether names are hidden at all: with those in `hidden` also names beside titles and words of kinship,
            and what reaches somebody, such as telephone numbers. Where they are not, spellings in `hidden` are said
            otherwise all the same: people have first names only.
        recognise: finds names of people in a text of whom nothing else is known.
    """

    shown: Mapping[str, str]
    hidden: Mapping[str, str]
    hides: bool = False
    recognise: Recognise = recognise_nobody

    @cached_property
    def _masked(self) -> dict[str, str]:
        return {}

    @cached_property
    def _known(self) -> dict[Hashable, object]:
        return {}

    @cached_property
    def _spellings(self) -> Spellings:
        return spellings_of(frozenset(self.hidden))

    @property
    def renames(self) -> bool:
        """Whether anybody is called otherwise than by their whole name."""
        return self.hides or bool(self.hidden)

    def call(self, person: str) -> str:
        """Return what a person is called."""
        return self.shown.get(person, person)

    def in_order(self, people: Iterable[str]) -> list[str]:
        """Return people in the order of their numbers where they have some: another one would tell who they are."""
        if not self.hides:
            return list(people)
        places = {person: place for place, person in enumerate(self.shown)}
        return sorted(people, key=lambda person: places.get(person, len(places)))

    def mask(self, text: str) -> str:
        """Return a text with every name and contact in it replaced, endings of the language left in place."""
        if not self.hides:
            return self.hide_names(text)
        known = self._masked.get(text)
        if known is None:
            known = self._mask(without_contacts(normalize("NFC", text)))
            self._masked[text] = known
        return known

    def known(self, given: object, make: Callable[[], object]) -> object:
        """Return what is made of something in which these people are hidden; of what is equal it is made once."""
        if not isinstance(given, FrozenDict):
            return make()
        if given not in self._known:
            self._known[given] = make()
        return self._known[given]

    def but_for(self, named: Collection[str]) -> "People":
        """Return the same people, some of whom are named."""
        numbers = {self.shown[person] for person in named}
        shown = {person: person if person in named else number for person, number in self.shown.items()}
        hidden = {spelling: number for spelling, number in self.hidden.items() if number not in numbers}
        return replace(self, shown=shown, hidden=hidden)

    def all_called(self, word: str) -> "People":
        """Return the same people where everybody who is hidden is called alike."""
        return replace(self, shown=dict.fromkeys(self.shown, word), hidden=dict.fromkeys(self.hidden, word))

    def hide_names(self, text: str) -> str:
        """Return a text with only the names in `hidden` replaced."""
        if not self.hidden:
            return text
        composed = normalize("NFC", text)
        found = self._spellings.sub(self._replace, composed)
        return text if found == composed else found

    def _mask(self, text: str) -> str:
        found = tuple(name for name in map(str.strip, self.recognise(text)) if name)
        text = self._spellings.sub(self._replace, text) if self.hidden else text
        return without_strangers(spellings(found).sub(HIDDEN, text) if found else text)

    def _replace(self, found: re.Match[str]) -> str:
        """Return what stands in place of a spelling: itself where a word of every day names nobody."""
        word, text = fold(found.group()), found.string
        if word in common_words():
            place = Place(found.group(), text[: found.start()], text[found.end() :])
            if not stands_as_name(place, self.hidden):
                return found.group()
        return self.hidden.get(word, HIDDEN)


def named(people: Iterable[str]) -> People:
    """Return people under their own names."""
    return People({person: person for person in people}, {})


def numbered(
    people: Sequence[str],
    roster: Sequence[Person],
    language: Language,
    keep: Collection[str] = (),
    drawn_with: str = "",
    recognise: Recognise = recognise_nobody,
) -> People:
    """Return people as "Person 1", "Person 2"; aliases, given and family names are hidden with them.

    Args:
        people: who is shown.
        roster: who else is known, and under which aliases and labels.
        language: of the reader.
        keep: names of teams and elements, whose words are nobody's name.
        drawn_with: what their order is drawn with, a secret: the order of a roster would tell who they are. With the
            same secret and the same people it is the same; "" leaves it as it is given.
        recognise: finds names of people in texts of whom nothing else is known.
    """
    everybody = list(dict.fromkeys([*people, *(person.name for person in roster)]))
    if drawn_with:
        everybody.sort(key=lambda person: hmac.digest(drawn_with.encode(), person.encode(), "sha256"))
    shown = {person: str(language.gettext("Person {n}", n=at)) for at, person in enumerate(everybody, start=1)}
    spellings = [(person.name, spelling) for person in roster for spelling in (person.name, *person.aliases)]
    kept, hidden = words_to_keep(keep), dict[str, str]()
    for person, spelling in [*((person, person) for person in everybody), *spellings]:
        for name in names_in(spelling, kept):
            hidden.setdefault(name, shown[person])
    return People(shown, hidden, hides=True, recognise=recognise)
