"""Whether a clause stands on its own, from its words and their places: no parser of these languages comes along.

What it cannot tell it lets pass: a language that it knows nothing of has only whole clauses.
"""

from collections.abc import Mapping, Sequence

from nlp.readings.wording.clauses import Clause
from nlp.readings.wording.function_words import (
    CONTRASTS,
    DENIALS,
    EXAMPLES,
    GOES_ON,
    OPEN_ENDINGS,
    OPEN_ENDS,
    POINTS,
    QUESTIONS,
    SUMS,
)
from nlp.readings.wording.verbs import has_verb
from nlp.text.phrases import phrases

NO_VERB, POINTING, ASKING, ONE_CASE = 0.12, 0.12, 0.08, 0.1
"""What it costs a clause to say nothing of what it names, to need another one before it, to ask, to tell one case."""

_POINTING_STARTS = ("এইটা", "এটা", "সেটা", "এইস", "यसबारे", "त्यसबारे", "यसको", "त्यसको", "यसल", "त्यसल")
_ASKING = phrases("is|are|was|were|does|do|did|has|have|can|could|will|would|and|so|at|in")
_POINTING_LAST = phrases("it|this|that|them|him|her|these|those")


def cost(clause: Clause) -> float:
    """Return what the form of a clause costs it as a name, 0 or more; what is worth 1 is the likeness of two notes."""
    form = NO_VERB * (not has_verb(clause)) + POINTING * _points(clause)
    return form + ASKING * clause.asks + ONE_CASE * _tells_one_case(clause)


def _tells_one_case(clause: Clause) -> bool:
    return any(word.casefold() in SUMS or word.casefold() in EXAMPLES for word in clause.words[1:])


def _starts(words: Sequence[str], table: Mapping[str, frozenset[str]], language: str) -> bool:
    return bool(words) and words[0].casefold() in table.get(language, ())


def is_half(clause: Clause) -> bool:
    """Return whether another part of the sentence carries what a clause says, or denies it."""
    words, language = clause.words, clause.language
    if _starts(words, GOES_ON, language) and not (clause.whole and len(words) > 4):
        return True
    if (_starts(words, CONTRASTS, language) and not clause.first) or _ends_open(clause):
        return True
    return clause.cut or (bool(clause.after) and _is_left_open(clause))


def _says_also(clause: Clause) -> bool:
    """Return whether its first word has the Bangla "also" on it; the Nepali one may mean "even", and lets pass."""
    return clause.language == "bn" and clause.words[0].endswith("ও") and len(clause.words[0]) > len("কেও")


def _is_left_open(clause: Clause) -> bool:
    """Return whether what follows takes the other side, says what is so instead, or answers for what was asked."""
    return (
        _starts(clause.after, CONTRASTS, clause.language)
        or clause.words[-1].casefold() in DENIALS.get(clause.language, ())
        or (not clause.asks and _has_question(clause))
    )


def asks(clause: Clause) -> bool:
    """Return whether a clause asks something, with a question mark or without."""
    return clause.asks or _has_question(clause)


def _has_question(clause: Clause) -> bool:
    return any(word.casefold() in QUESTIONS.get(clause.language, ()) for word in clause.words)


def _ends_open(clause: Clause) -> bool:
    last = clause.words[-1].casefold()
    if last in OPEN_ENDS.get(clause.language, ()):
        return True
    return bool(clause.after) and last.endswith(OPEN_ENDINGS.get(clause.language, ()))


def _points(clause: Clause) -> bool:
    """Return whether it speaks, in its first words or its last one, of what was said before it."""
    words = clause.words[1:] if clause.words[0].casefold() in _ASKING else clause.words
    return (
        _starts(words, POINTS, clause.language)
        or clause.words[0].startswith(_POINTING_STARTS)
        or _says_also(clause)
        or (clause.language == "en" and clause.words[-1].casefold() in _POINTING_LAST)
    )
