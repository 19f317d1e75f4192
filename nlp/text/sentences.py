"""Sentences, cut by spaCy's blank pipelines, with abbreviations of South Asia and opening signs put right."""

import re
import threading
import unicodedata
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from nlp.text.language import identify_language

if TYPE_CHECKING:
    from spacy.language import Language

Span = tuple[int, int]

_PIPELINES = frozenset({"en", "bn", "ne", "hi", "es", "fr", "pt", "ar", "ur"})
_END_INSIDE = re.compile(r"[.!?][)\]\"'”’»]*\s+\S|[।॥۔؟。!?|]\s*\S|(?<=[a-z])\.(?=[A-Z])")
_TYPED_DANDA = frozenset({"bn", "ne", "hi"})
_OPENING_TAIL = re.compile(r"(?<=\s)[¿¡(\[{“‘«\"']+\s*$")
_LAST_WORD = re.compile(r"(\S+)\.$")
_ENUMERATION = re.compile(r"(?:^|\s)\(?\d{1,2}[.।]$")
_ABBREVIATIONS = frozenset(
    """
    mr mrs ms dr prof md mst mstt engr er adv st sr jr rev hon no nos tk rs usd approx etc incl esp vs eg e.g i.e cf
    fig     tel ext dept govt org ltd pvt inc co dist upz vol pp ed eds jan feb mar apr jun jul aug sep sept oct nov dec
    sra srta dra ing lic av aprox ej p.ej mme mlle ex art
    মো মোঃ মোসা মি মিসেস ডা ড ড: ডক্টর প্রফে অধ্যা ইঞ্জি নং টা বি.দ্র খ্রি উপ
    डा डॉ प्रा श्री सुश्री मो नं रु वि.सं ई इ सं गा.वि.स न.पा कि.मी प्रो इन्जि स्व
    """.split()  # noqa: SIM905
)
_LONGEST_PART = 200_000
_LOOK_BACK = 200
"""Signs before a boundary that are looked at: all of them would take quadratic time."""
_lock = threading.Lock()


def sentence_spans(text: str, language: str | None = None) -> list[Span]:
    """Return the sentences of `text` as code point offsets, without the white space around them.

    Args:
        text: one paragraph, bullet or cell.
        language: BCP 47; where spaCy has no pipeline for it the multilingual one is used. None to tell it.
    """
    edges = [0, len(text)]
    if _END_INSIDE.search(text):
        starts = _sentence_starts(text, language or identify_language(text))
        edges[1:1] = [_before_opening(text, start) for start in starts if not _is_inside(text, start)]
    spans = (trim_span(text, start, end) for start, end in pairwise(edges))
    return [(start, end) for start, end in spans if start < end]


def _sentence_starts(text: str, language: str) -> list[int]:
    """Return where sentences begin; a text of a size that nobody writes in one piece is looked at part by part."""
    starts: list[int] = []
    begin = 0
    while begin < len(text):
        end = min(len(text), begin + _LONGEST_PART)
        if end < len(text):
            end = max(text.rfind(" ", begin + 1, end), begin + 1) if " " in text[begin + 1 : end] else end
        starts += [begin + start for start in _starts_in_part(text[begin:end], language)]
        begin = end
    return starts


def _starts_in_part(text: str, language: str) -> list[int]:
    base, _, script = language.partition("-")
    code = "en" if script == "Latn" else base if base in _PIPELINES else "xx"
    with _lock:
        pipeline = _pipeline(code)
        with pipeline.memory_zone():
            return [sentence.start_char for sentence in pipeline(text).sents if sentence.start_char]


@cache
def _pipeline(code: str) -> "Language":
    import spacy
    from spacy.pipeline import Sentencizer
    from spacy.tokenizer import Tokenizer
    from spacy.util import compile_infix_regex

    pipeline = spacy.blank(code)
    pipeline.max_length = 20_000_000
    infixes = [*(pipeline.Defaults.infixes or []), r"[।॥۔؟|]+", r"(?<=[^\W\d_]{2})[?!]+(?=[^\W\d_])"]
    if isinstance(pipeline.tokenizer, Tokenizer):
        pipeline.tokenizer.infix_finditer = compile_infix_regex(infixes).finditer
    pipe = pipeline.add_pipe("sentencizer")
    if isinstance(pipe, Sentencizer) and code in _TYPED_DANDA:
        pipe.punct_chars.add("|")
    return pipeline


def _is_inside(text: str, start: int) -> bool:
    """Whether what spaCy takes for the end of a sentence is an abbreviation, an initial or a number of a list."""
    before = text[max(0, start - _LOOK_BACK) : start].rstrip()
    if _ENUMERATION.search(before):
        return True
    match = _LAST_WORD.search(before[-40:])
    if match is None:
        return False
    word = unicodedata.normalize("NFC", match[1].lstrip("([{“‘«\"'¿¡").lower())
    return word in _ABBREVIATIONS or len([sign for sign in word if unicodedata.category(sign)[0] != "M"]) == 1


def _before_opening(text: str, start: int) -> int:
    """Move a boundary before the signs that open the next sentence: spaCy leaves "¿" and "(" with the one before."""
    begin = max(0, start - _LOOK_BACK)
    match = _OPENING_TAIL.search(text[begin:start])
    return begin + match.start() if match else start


def trim_span(text: str, start: int, end: int) -> Span:
    """Return the span without the white space at its ends."""
    piece = text[start:end]
    left = start + len(piece) - len(piece.lstrip())
    return left, left + len(piece.strip())
