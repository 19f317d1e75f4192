"""What may be taken of a model's answer: nothing that our statistics say, nobody's name, nothing without its notes.

The check knows what was sent and nothing of the model, so whatever a note tells the model to say is judged like
anything else that it says.
"""

import re
import unicodedata
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby

from nlp.names import fold
from nlp.text.scripts import script_of
from service.assistant.checking.comparing import comparing
from service.assistant.checking.refusals import Why
from service.presentation.masking.masking import People

LONGEST_NAME = 70
LONGEST_SENTENCE = 280
LONGEST_TRANSLATION = 4
"""Times as long as the note may be."""

SCRIPTS: Mapping[str, str] = {"en": "Latn", "bn": "Beng", "ne": "Deva"}
_CODE = re.compile(r"https?:|www\.|://|[<>{}\[\]`|\\@#*_]|&[a-z]+;", re.IGNORECASE)
_END = re.compile(r"[.!?।॥…]+[\"”’')]*\s+(?=\S)")
_BREAKS = frozenset({"Cc", "Cf", "Co", "Cs", "Zl", "Zp"})
_JOINERS = frozenset("\u200c\u200d")


@dataclass(frozen=True)
class Sent:
    """What a question had, by which its answer is judged.

    Attributes:
        texts: id of a note -> its words as they were sent.
        people: id of a note -> who wrote it, by whatever tells people apart.
        language: of the answer: "en", "bn" or "ne".
        element: what the notes are on.
        mask: takes people's names and how to reach them out of a text.
        groups: names of teams, organisations and other groups, which no answer may say.
    """

    texts: Mapping[str, str]
    people: Mapping[str, str] = field(default_factory=dict)
    language: str = "en"
    element: str = ""
    mask: Callable[[str], str] = str
    groups: Collection[str] = ()

    @cached_property
    def all_words(self) -> str:
        """Everything that was sent."""
        return "\n".join((self.element, *self.texts.values()))

    @cached_property
    def grouped(self) -> People:
        """Finds the names of groups, with the endings of their language."""
        return People({}, {fold(name): "\N{HORIZONTAL ELLIPSIS}" for name in self.groups if len(fold(name)) > 1})

    def voices(self, ids: Collection[str]) -> int:
        """Return how many people wrote some notes; a note of nobody known counts as somebody's own."""
        return len({self.people.get(each) or each for each in ids})


def wrong_in_name(text: str, sent: Sent) -> Why | None:
    """Return why a name for a reading cannot be used, None where it can."""
    return _wrong_in_text(text, sent, LONGEST_NAME)


def wrong_in_sentence(text: str, ids: Collection[str], sent: Sent) -> Why | None:
    """Return why a sentence that rests on some notes cannot be used, None where it can."""
    if _END.search(text):
        return Why.SENTENCES
    return wrong_in_ids(ids, sent) or _wrong_in_text(text, sent, LONGEST_SENTENCE)


def wrong_in_ids(ids: Collection[str], sent: Sent) -> Why | None:
    """Return why the notes that an answer names cannot be: there are none, or some that were not sent."""
    if not ids:
        return Why.NO_NOTE
    return None if set(ids) <= sent.texts.keys() else Why.UNKNOWN_NOTE


def wrong_in_translation(text: str, note: str, sent: Sent) -> Why | None:
    """Return why a translation cannot be used: its numbers are others than the note's, or it says what was not there.

    A note may name groups and compare; its translation has to.
    """
    if not text:
        return Why.EMPTY
    if len(text) > LONGEST_TRANSLATION * len(note) + LONGEST_NAME:
        return Why.LONG
    if numbers_in(text) != numbers_in(note):
        return Why.NUMBERS
    if _has_code(text) and not _has_code(note):
        return Why.ADDRESS
    if _composed(sent.mask(text)) != _composed(text):
        return Why.PERSON
    return None if is_in_script(text, sent.language, note) else Why.SCRIPT


def _wrong_in_text(text: str, sent: Sent, longest: int) -> Why | None:
    if not any(sign.isalpha() for sign in text):
        return Why.EMPTY
    if len(text) > longest:
        return Why.LONG
    return next((why for why, is_so in _WRONG.items() if is_so(text, sent)), None)


def numbers_in(text: str) -> frozenset[str]:
    """Return the numbers of a text as digits 0 to 9, whatever their script; other signs that count as they are."""
    told = "".join(_digit(sign) for sign in text)
    others = {sign for sign in told if not sign.isdecimal() and not sign.isalpha() and sign.isnumeric()}
    return frozenset(re.findall(r"\d+", told)) | others


def is_in_script(text: str, language: str, besides: str = "") -> bool:
    """Return whether a text is written in the script of a language; words that stand in another text count nothing."""
    wanted = SCRIPTS[language]
    own, known = _runs(text), _runs(besides)
    return any(script == wanted for script, _ in own) and all(
        script == wanted or (script, run) in known for script, run in own
    )


def _runs(text: str) -> frozenset[tuple[str, str]]:
    """Return every run of letters of one script, with the script, in lower case."""
    found = groupby(_composed(text).casefold(), key=script_of)
    return frozenset((script, "".join(signs)) for script, signs in found if script)


def _digit(sign: str) -> str:
    value = unicodedata.decimal(sign, None)
    return sign if value is None else str(value)


def _has_code(text: str) -> bool:
    return bool(_CODE.search(text)) or any(
        unicodedata.category(sign) in _BREAKS and sign not in _JOINERS for sign in text
    )


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)


_WRONG: Mapping[Why, Callable[[str, Sent], bool]] = {
    Why.ADDRESS: lambda text, _: _has_code(text),
    Why.NUMBERS: lambda text, sent: not numbers_in(text) <= numbers_in(sent.all_words),
    Why.PERSON: lambda text, sent: _composed(sent.mask(text)) != _composed(text),
    Why.GROUP: lambda text, sent: sent.grouped.hide_names(text) != text,
    Why.COMPARES: lambda text, sent: not comparing(text) <= comparing(sent.all_words),
    Why.SCRIPT: lambda text, sent: not is_in_script(text, sent.language, sent.all_words),
}
"""What is wrong with any text -> whether it is so, in the order in which it is asked."""
