"""Names of people, places and days in a clause: what no reading may be called."""

import re
from collections.abc import Collection, Iterable, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from unicodedata import normalize

from nlp.documents.types import Unit
from nlp.embedding.vocabulary import Vocabulary
from nlp.names import ADDRESSES, HONORIFICS, fold, without_honorifics
from nlp.readings.wording.clauses import Clause
from nlp.text.dates.words import names_of_months
from nlp.text.phrases import phrases
from nlp.text.words import words

_AMBIGUOUS = frozenset("da di ji fr sr miss mi hon eng दि दा দি দা জি জী जि सर".split())  # noqa: SIM905
_WRITTEN = ("en", "bn", "ne", "hi", "es", "fr", "pt")
_SHORTEST_STEM = 3
_CASE_ENDINGS = tuple(
    normalize(
        "NFC",
        """র ের য় য়ের কে রে রা েরা দের দেরকে দেরও ে তে েই তেই ও ই টা রাও গুলো ले लाई को का की मा मै सँग संग बाट हरू हरूले हरूलाई
        हरूको हरु हरुले हरुलाई हरुको ज्यू पनि""",
    ).split()
)
"""What Bangla and Nepali write onto a name or a form of address."""

_WITH_CAPITALS = frozenset({"en", "es", "fr", "pt"})
_SMALL_MONTHS = frozenset({"es", "fr", "pt"})
_WEEKDAYS = frozenset(
    """
    monday tuesday wednesday thursday friday saturday sunday lunes martes miércoles jueves viernes sábado domingo
    lundi mardi mercredi jeudi vendredi samedi dimanche segunda-feira terça-feira quarta-feira quinta-feira sexta-feira
    সোমবার মঙ্গলবার বুধবার বৃহস্পতিবার শুক্রবার শনিবার রবিবার রোববার
    सोमबार मङ्गलबार मंगलबार बुधबार बिहीबार बिहिबार शुक्रबार शनिबार आइतबार सोमवार मंगलवार बुधवार गुरुवार शुक्रवार
    शनिवार रविवार shonibar robibar shombar mongolbar budhbar brihospotibar shukrobar
    aitabar sombar mangalbar bihibar sukrabar sanibar
    """.split()  # noqa: SIM905
)
_INDIC = re.compile(r"[\u0900-\u09ff]")
_NOBODYS = frozenset({"it's", "that's", "there's", "let's", "what's", "here's", "who's", "he's", "she's", "today's"})
_MORE_PLACES = phrases("dhaka|काठमाडौं|काठमाडौँ|काठमाण्डौ|काठमाण्डु|बंगलादेश|मधेस|मधेश|तराई|कर्णाली|madhes|terai|karnali")
_PLACE_ENDINGS = tuple(normalize("NFC", "গঞ্জ নগর পুর গাঁও গাঁ गञ्ज गंज नगर पुर गाउँपालिका नगरपालिका").split())
_NO_PLACES = frozenset(normalize("NFC", "দুপুর ভরপুর নূপুর মহানগর भरपुर महानगर उपमहानगर").split())
_FIRST_PERSON = frozenset({"i", "i'm", "i've", "i'd", "i'll"})


def names_of_people(units: Iterable[Unit], vocabulary: Vocabulary) -> frozenset[str]:
    """Return the words of the names of those who wrote, folded.

    Titles, words of up to two letters and words of every day are left out: Biswas is a surname, and Bangla for trust.
    """
    people = {unit.attributes.get("participant", "") for unit in units}
    named = {word for name in people for word in map(fold, words(without_honorifics(name)))}
    return frozenset(
        word for word in named - _everyday(vocabulary) if len(word) > 2 and not any(sign.isdigit() for sign in word)
    )


@lru_cache(maxsize=2)
def _everyday(vocabulary: Vocabulary) -> frozenset[str]:
    return _folded(word for code in _WRITTEN for word in vocabulary.words.get(code, ()))


def speaks_of_somebody(clause: Clause, people: Collection[str] = ()) -> bool:
    """Return whether a clause names a person, a place or a day, as far as can be told without a list of all names.

    A person is who is named in `people`, and whoever stands beside a title or a form of address ("Rahim bhai"), written
    with case endings or without; in languages with capitals, whatever is capitalised inside the clause. Of places
    without capitals only countries and large cities can be told.
    """
    folded = [fold(word) for word in clause.words]
    return (
        any(_is_one_of(word, people) for word in folded)
        or any(_is_one_of(word, _forms_of_address()) for word in folded)
        or _names_a_day(clause, folded)
        or _names_a_place(clause, folded)
        or _has_capitals(clause)
    )


def _names_a_day(clause: Clause, folded: Sequence[str]) -> bool:
    """Return whether a clause names a day of the week or a month; English "march" and Nepali "push" need a capital."""
    lower = clause.language in _SMALL_MONTHS
    return any(
        _is_one_of(word, _WEEKDAYS)
        or ((lower or not written[0].islower()) and _is_one_of(word, _months(clause.language)))
        for word, written in zip(folded, clause.words, strict=True)
    )


def _names_a_place(clause: Clause, folded: Sequence[str]) -> bool:
    """Return whether a clause names a place that is widely known, or is called as villages and towns are ("Nilganj").

    Where places have capitals, only with one.
    """
    return any(
        _is_one_of(word, _places(clause.language)) or _is_called_as_towns_are(word)
        for word, written in zip(folded, clause.words, strict=True)
        if clause.language not in _WITH_CAPITALS or not written[0].islower()
    )


def _is_called_as_towns_are(word: str) -> bool:
    stems = {word, *(word.removesuffix(ending) for ending in _CASE_ENDINGS)} - _NO_PLACES
    return word not in _NO_PLACES and any(
        stem.endswith(_PLACE_ENDINGS) and stem not in _PLACE_ENDINGS and len(stem) > _SHORTEST_STEM for stem in stems
    )


def _has_capitals(clause: Clause) -> bool:
    """Return whether a word inside the clause is capitalised; an acronym, and every word of a heading, is no name."""
    inside = [word for before, word in pairwise(clause.words) if word[:1].isupper() and fold(word) not in _FIRST_PERSON]
    somebodys = clause.words[0][:1].isupper() and fold(clause.words[0]).endswith("'s")
    somebodys = somebodys and fold(clause.words[0]) not in _NOBODYS
    return somebodys or any(not word.isupper() or len(word) == 1 for word in inside)


def _is_one_of(word: str, known: Collection[str]) -> bool:
    """Return whether a word is one of some, in scripts that write case endings onto words with such an ending too."""
    if word in known:
        return True
    if not _INDIC.search(word):
        return word.removesuffix("'s") in known
    stems = (word.removesuffix(ending) for ending in _CASE_ENDINGS if word.endswith(ending))
    return any(len(stem) >= _SHORTEST_STEM and stem in known for stem in stems)


@cache
def _forms_of_address() -> frozenset[str]:
    return frozenset(word for word in HONORIFICS | ADDRESSES if word not in _AMBIGUOUS)


@lru_cache(maxsize=32)
def _months(language: str) -> frozenset[str]:
    return frozenset(map(fold, names_of_months(language)))


@lru_cache(maxsize=32)
def _places(language: str) -> frozenset[str]:
    """Return the countries and the large cities that Unicode's locale data knows, in a language and in English.

    Of a language that is none of `_WRITTEN`: in all of these.
    """
    from babel import Locale

    places: set[str] = set()
    for locale in map(Locale.parse, ("en", language) if language in _WRITTEN else _WRITTEN):
        places.update(name for code, name in locale.territories.items() if len(code) == 2)
        places.update(zone["city"] for zone in locale.time_zones.values() if "city" in zone)
    return _MORE_PLACES | _folded(name for name in places if " " not in name and len(name) > 3)


def _folded(every: Iterable[str]) -> frozenset[str]:
    """Return single words folded, all at once because there are thousands."""
    return frozenset(fold(" ".join(every)).split())
