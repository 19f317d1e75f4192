"""What can be chosen: which languages count how much, how large the vocabulary is, how long the training lasts."""

from dataclasses import dataclass, field

from .learning.train import Schedule

FIRST_LANGUAGES = {
    "bn": 3.0,
    "ne": 3.0,
    "hi": 2.0,
    "es": 1.5,
    "fr": 1.5,
    "pt": 1.5,
    "sw": 1.5,
    "ar": 1.5,
    "ur": 1.5,
    "bn-Latn": 0.7,
    "ne-Latn": 0.7,
}
FURTHER_LANGUAGE = 0.4
WORD_QUOTAS = {
    "en": 21_000, "bn": 13_000, "ne": 14_000, "hi": 7_500, "es": 5_500, "fr": 5_500,
    "pt": 5_500, "sw": 5_500, "ar": 8_000, "ur": 4_500,
    "bn-Latn": 3_000, "ne-Latn": 3_000,
}  # fmt: skip
FURTHER_QUOTA = 1_200
LISTED_WORDS = {"en": 5_000, "bn": 4_000, "ne": 4_000}
FURTHER_LISTED = 2_000


@dataclass(frozen=True, slots=True)
class Mixture:
    """How often each kind of lesson comes, relative to the others."""

    prose: float = 3.0
    interface: float = 1.0
    glosses: float = 1.5
    words: float = 0.3
    translations: float = 3.0
    entries: float = 1.0
    glossing: float = 3.0


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that makes one model differ from another on the same data."""

    seed: int = 1
    dimension: int = 256
    pieces: int = 14_000
    held_out: int = 600
    mixture: Mixture = field(default_factory=Mixture)
    schedule: Schedule = field(default_factory=Schedule)

    def language_weight(self, language: str) -> float:
        """How often a language comes, relative to the others."""
        return FIRST_LANGUAGES.get(language, FURTHER_LANGUAGE)

    def word_quota(self, language: str) -> int:
        """How many whole words a language may put into the vocabulary."""
        return WORD_QUOTAS.get(language, FURTHER_QUOTA)
