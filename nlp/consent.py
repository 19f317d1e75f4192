"""What may be done with somebody's words: four answers that people give, and the rule of Chatham House."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import TypeVar

from nlp.documents.types import Unit
from nlp.names import name_key
from nlp.text.phrases import phrases

Quoted = TypeVar("Quoted", bound=Unit)
ATTRIBUTE = "consent"
"""The attribute of a person on a roster, and of a note, that holds an answer."""


class Consent(StrEnum):
    """What may be done with somebody's words, from the freest to the strictest."""

    WITH_NAME = "quote with name"
    WITHOUT_NAME = "quote without name"
    NOT_ATTRIBUTED = "quote without name and team"
    COUNTED = "counted only"
    NOT_AT_ALL = "not at all"

    @property
    def may_be_quoted(self) -> bool:
        """Whether the words themselves may be read."""
        return self not in {Consent.COUNTED, Consent.NOT_AT_ALL}

    @property
    def may_be_named(self) -> bool:
        """Whether the name may stand beside the words."""
        return self is Consent.WITH_NAME


_ANSWERS: Mapping[Consent, str] = {
    Consent.WITH_NAME: """yes|y|agreed|agree|with name|quote with name|named|full|full consent|by name
        হ্যাঁ|হ্যা|জি|সম্মত|রাজি|নামসহ|নাম সহ|নামসহ উদ্ধৃতি|नामसहित|नाम सहित|हो|छ|सहमत|मन्जुर|नामसहित उद्धरण""",
    Consent.WITHOUT_NAME: """without name|quote without name|anonymous|anonymously|anonymised|anonymized|no name
        nameless|নাম ছাড়া|নাম ছাড়া উদ্ধৃতি|বেনামে|नाम बिना|नामबिना|बेनामी|नाम नखुलाई|नाम बिना उद्धरण""",
    Consent.NOT_ATTRIBUTED: """chatham house|chatham house rule|chatham|not attributed|no attribution
        quote without name and team|চ্যাথাম হাউস|च्याथम हाउस""",
    Consent.COUNTED: """counted only|count only|counts only|only counted|numbers only|statistics only|do not quote
        don't quote|no quotes|শুধু গণনা|শুধু গণনায়|শুধু গোনা|উদ্ধৃতি নয়|गणना मात्र|गन्ती मात्र|उद्धरण नगर्ने""",
    Consent.NOT_AT_ALL: """no|n|not at all|none|refused|declined|withdrawn|no consent
        না|নয়|অসম্মত|রাজি নয়|একেবারেই না|প্রত্যাহার|होइन|छैन|असहमत|मन्जुर छैन|पटक्कै होइन|फिर्ता""",
}
_MEANT = {name_key(word): consent for consent, words in _ANSWERS.items() for word in phrases(words)}


def read_consent(text: str) -> Consent | None:
    """Return the answer that a cell of a roster gives, None where it says nothing that is surely understood."""
    return _MEANT.get(name_key(text))


def strictest(consents: Iterable[Consent | None]) -> Consent:
    """Return the strictest of several answers; who said nothing may be quoted with name."""
    order = list(Consent)
    return max((each for each in consents if each), key=order.index, default=Consent.WITH_NAME)


UNQUOTED = "…"
"""What stands in the place of words that are counted and never quoted."""


def consent_of(attributes: Mapping[str, str]) -> Consent:
    """Return the answer that the attributes of a note or a person hold.

    What is written and not understood is taken as the strictest that still counts the words: nobody is quoted on a
    guess.
    """
    written = attributes.get(ATTRIBUTE, "").strip()
    return (read_consent(written) or Consent.COUNTED) if written else Consent.WITH_NAME


def may_be_quoted(unit: Unit) -> bool:
    """Return whether the words of a note may be read by others."""
    return consent_of(unit.attributes).may_be_quoted


def quotable(units: Iterable[Quoted]) -> list[Quoted]:
    """Return the notes whose words may be read by others."""
    return [unit for unit in units if may_be_quoted(unit)]
