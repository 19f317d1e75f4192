"""The training text as the steps need it: translations by language, English by kind, and what is held out."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from random import Random

from . import sources
from .romanise import romanise_text
from .sources import Pair

HELD_OUT_SOURCE = "ntrex128"
ROMANISED = {"bn": "bn-Latn", "ne": "ne-Latn"}
ROMANISED_PAIRS = 60_000
TAUGHT_LENGTH = 600


@dataclass(frozen=True, slots=True)
class Corpus:
    """All training text.

    Attributes:
        pairs: the translations of each language, Bangla and Nepali in Latin letters among them.
        english: English texts by kind: "prose", "glosses" (of a dictionary), "interface" (English sides of pairs).
        held_out: pairs of news sentences kept for development, by language.
    """

    pairs: Mapping[str, tuple[Pair, ...]]
    english: Mapping[str, tuple[str, ...]]
    held_out: Mapping[str, tuple[Pair, ...]]

    def taught(self) -> list[str]:
        """Every English text that needs the teacher's vector, each once."""
        texts = dict.fromkeys(text for kind in self.english.values() for text in kind)
        texts.update(dict.fromkeys(pair.english for pairs in self.pairs.values() for pair in pairs))
        return list(texts)


def read_corpus(data: Path, held_out: int, seed: int) -> Corpus:
    """Reads all text below `data`; the last `held_out` news sentences, in every language, are kept apart."""
    pairs = {language: sources.read_pairs(data, language) for language in sources.languages(data)}
    kept = _last_news(pairs, held_out)
    news = {language: tuple(pair for pair in own if pair.english in kept) for language, own in pairs.items()}
    learnt = {language: tuple(pair for pair in own if pair.english not in kept) for language, own in pairs.items()}
    english = _english(data, learnt, kept)
    for language, romanised in ROMANISED.items():
        if language in learnt:
            learnt[romanised] = _romanised(learnt[language], language, seed)
    return Corpus(learnt, english, {language: own for language, own in news.items() if own})


def _last_news(pairs: Mapping[str, list[Pair]], held_out: int) -> set[str]:
    longest = max(([pair.english for pair in own if pair.source == HELD_OUT_SOURCE] for own in pairs.values()), key=len)
    return set(longest[len(longest) - min(held_out, len(longest)) :])


def _english(data: Path, pairs: Mapping[str, tuple[Pair, ...]], kept: set[str]) -> dict[str, tuple[str, ...]]:
    files = sources.read_prose(data)
    prose = dict.fromkeys(
        text for name, texts in files.items() if "wordnet" not in name for text in texts if text not in kept
    )
    glosses = dict.fromkeys(text for name, texts in files.items() if "wordnet" in name for text in texts)
    interface = dict.fromkeys(
        pair.english[:TAUGHT_LENGTH]
        for own in pairs.values()
        for pair in own
        if not pair.is_entry and not pair.source.startswith("erpnext")
    )
    return {
        "prose": tuple(prose),
        "glosses": tuple(glosses),
        "interface": tuple(text for text in interface if text not in prose),
    }


def _romanised(pairs: tuple[Pair, ...], language: str, seed: int) -> tuple[Pair, ...]:
    generator = Random(seed)
    chosen = generator.sample(pairs, min(ROMANISED_PAIRS, len(pairs)))
    return tuple(Pair(pair.english, romanise_text(pair.other, language, generator), pair.source) for pair in chosen)
