"""Whether a word of every day stands as somebody's name where it is: beside a title, in a full name, as who says it."""

import re
from collections.abc import Collection
from dataclasses import dataclass

from nlp.names import ADDRESSES, HONORIFICS, fold
from nlp.text.phrases import phrases
from nlp.text.words import TOKEN_PATTERN
from service.presentation.masking.common_words import english_words

_WORD = re.compile(TOKEN_PATTERN)
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
_TITLES = frozenset(map(fold, (*HONORIFICS, *phrases("sra|srta|mme|mlle|doña|dona"))))
_CALLED = frozenset(map(fold, ADDRESSES))
_SAYS = re.compile(
    r"(?:said|says?|ask(?:s|ed)|told|tells|add(?:s|ed)|repl(?:ies|ied)|explain(?:s|ed)|mention(?:s|ed)|answer(?:s|ed)"
    r"|suggest(?:s|ed)|spoke|speaks|wrote|writes|thinks|thought|dijo|pregunt[oó]|disse|bol(?:len|echen|en|lo|che)"
    r"|bhan(?:nubhayo|nuhunchha|in|yo)|sodh(?:nubhayo|in)"
    r"|বল(?:লেন|েছেন|েন|ছেন|েছিলেন|ছিলেন|ল|েছে)|জান(?:ালেন|ান|িয়েছেন)|জিজ্ঞ(?:েস|াসা)|লিখ(?:েছেন|লেন)"
    r"|भन(?:्नुभयो|्नुहुन्छ|्यो|िन्|्छिन्|्नुभएको)|सोध(?:्नुभयो|िन्|्नुहुन्छ)|बताउनुभयो|बताइन्|लेख(?:्नुभयो|िन्)|बोल(?:्नुभयो|िन्)"
    r"|सुनाउनुभयो|सुझाउनुभयो)$",
    re.IGNORECASE,
)
_SAYS_BEFORE = re.compile(r"\b(?:said|asked|told|dijo)$", re.IGNORECASE)
_ARTICLES = phrases("the|a|an|our|your|their|this|that|no|every|some")
_OF_A_PEOPLE = re.compile(
    r"(?:language|people|communit|wom[ae]n|m[ae]n|famil|village|culture|girl|boy|child|youth|festival|settlement|group|worker)",
    re.IGNORECASE,
)
_ALWAYS_CAPITAL = phrases("april|may|june|august")
_PRONOUNS = frozenset(map(fold, phrases("তারা")))
_AGENT = re.compile(r"(?:ले|\s+le)(?!\S)")
_JOINED_ADDRESS = re.compile(r"-?(?:জি|জী|जी|ज्यू|ji|jyu)(?!\S)", re.IGNORECASE)
_END_OF_CLAUSE = re.compile(r"[.!?।,;:()\n]")


@dataclass(frozen=True)
class Place:
    """Where a word stands: `ahead` is the text before it, `behind` the text after it."""

    word: str
    ahead: str
    behind: str

    @property
    def before(self) -> str:
        """The word directly before, folded; "" where a sentence or a clause begins."""
        words = list(_WORD.finditer(self.ahead[-60:]))
        if not words:
            return ""
        last, gap = fold(words[-1].group()), self.ahead[-60:][words[-1].end() :]
        return last if not gap.strip() or (last in _TITLES and not gap.strip(" .ঃः:")) else ""

    @property
    def after(self) -> list[str]:
        """The next words of the same clause, what is joined to the word itself left out."""
        clause = _END_OF_CLAUSE.split(self.behind[:120])[0]
        words = _WORD.findall(clause)
        return words if clause[:1].isspace() else words[1:]

    @property
    def begins(self) -> bool:
        """Whether a sentence begins with it; after a comma none does."""
        return not self.before and not self.ahead.rstrip().endswith(",")


def stands_as_name(place: Place, hidden: Collection[str]) -> bool:
    """Return whether a common word names somebody here.

    Args:
        place: of the word.
        hidden: folded words that are names in this programme.
    """
    after = place.after
    following = fold(after[0]) if after else ""
    if place.before in _TITLES or following in _CALLED or _JOINED_ADDRESS.match(place.behind):
        return True
    if _in_a_full_name(place, following, hidden):
        return True
    if _says(place, after):
        return True
    return bool(_LATIN.match(place.word)) and _has_a_capital_of_its_own(place, following)


def _says(place: Place, after: list[str]) -> bool:
    """Whether a verb of saying follows: at once, and in Nepali within three words of who does it."""
    if fold(place.word) in _PRONOUNS:
        return False
    if _LATIN.match(place.word) and place.word[:1].isupper() and _SAYS_BEFORE.search(place.ahead.rstrip()):
        return True
    reach = after[:4] if _AGENT.match(place.behind) else after[:1]
    return any(_SAYS.match(word) for word in reach)


def _in_a_full_name(place: Place, following: str, hidden: Collection[str]) -> bool:
    """Whether another name stands directly beside it."""
    others = {place.before, following if place.behind[:1].isspace() else ""} - {"", fold(place.word)}
    return not others.isdisjoint(hidden)


def _has_a_capital_of_its_own(place: Place, following: str) -> bool:
    """Whether a capital tells a name: not that of a sentence's beginning, of a title, of a people, of capitals only."""
    if not place.word[0].isupper() or (len(place.word) > 1 and place.word.isupper()):
        return False
    if place.before in _ARTICLES or _OF_A_PEOPLE.match(following) or fold(place.word) in _ALWAYS_CAPITAL:
        return False
    if re.match(r"['’]s(?!\w)", place.behind):
        return True
    if place.after[:1] and place.after[0][:1].isupper():
        return False
    return not place.begins or fold(place.word) not in english_words()
