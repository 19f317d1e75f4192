"""What somebody typed into the field -> the terms that are looked for: whatever is typed is a question, no error."""

import re
from dataclasses import dataclass
from functools import cache

from nlp.messages import Message, msgid
from nlp.text.folding import fold_text
from nlp.text.scripts import LANGUAGES_OF_SCRIPT, scripts_by_letters
from nlp.text.words import stop_words
from service.search.types import Term

MOST_LETTERS = 1_000
MOST_TERMS = 12
SHORTEST_BEGINNING = 2

NOTHING = Message("There is no word in this to look for; write one, in any language")
SHORTENED = msgid("This is long: only its first {terms} words are looked for")

_QUOTES = dict.fromkeys(map(ord, "“”„‟«»"), '"')
_PIECE = re.compile(r'"([^"]*)("?)|(\S[^\s"]*)')


@dataclass(frozen=True, slots=True)
class Query:
    """A question.

    Attributes:
        terms: what texts must have; words outside quotes are beginnings of words.
        telling: those of them that say something, unlike "the"; all of them where none does.
        meant: the words as they were typed, without quotes, for their meaning.
        remarks: what was not taken as it was typed.
    """

    terms: tuple[Term, ...] = ()
    telling: tuple[Term, ...] = ()
    meant: str = ""
    remarks: tuple[Message, ...] = ()


def parse(typed: str) -> Query:
    """Return the question that was typed.

    Words in quotes stand in one row, whole; where the second quote is not typed yet, the last word may go on.
    """
    text = typed[:MOST_LETTERS].translate(_QUOTES)
    found = dict(term for piece in _PIECE.finditer(text) if (term := _term(piece)))
    if not found:
        return Query(remarks=(NOTHING,) if typed.strip() else ())
    terms = tuple(found)[:MOST_TERMS]
    telling = tuple(term for term in terms if found[term]) or terms
    cut = len(typed) > MOST_LETTERS or len(found) > MOST_TERMS
    remarks = (Message(SHORTENED, {"terms": MOST_TERMS}),) if cut else ()
    return Query(terms, telling, " ".join(text.replace('"', " ").split()), remarks)


def _term(piece: re.Match[str]) -> tuple[Term, bool] | None:
    """Return the term of one piece, a word, whose parts stand in one row, or a quote, and whether it says something."""
    quoted, closing, word = piece.groups()
    words = tuple(fold_text(word if quoted is None else quoted))
    if not words:
        return None
    if quoted is not None:
        return Term(words, bool(closing)), True
    return Term(words, len(words[-1]) < SHORTEST_BEGINNING), not _says_nothing(words)


def _says_nothing(words: tuple[str, ...]) -> bool:
    script = next(iter(scripts_by_letters("".join(words))), "")
    languages = ("en",) if script == "Latn" else LANGUAGES_OF_SCRIPT.get(script, ())
    return all(any(word in _folded_stop_words(code) for code in languages) for word in words)


@cache
def _folded_stop_words(code: str) -> frozenset[str]:
    return frozenset(" ".join(fold_text(word)) for word in stop_words(code))
