"""How long a text is, fairly across scripts."""

import unicodedata
from collections import Counter
from functools import lru_cache

_FACTORS: tuple[tuple[str, float], ...] = (
    ("BENGALI", 1.01),
    ("DEVANAGARI", 1.03),
    ("ARABIC", 0.96),
    ("TAMIL", 1.36),
    ("SINHALA", 1.06),
    ("CJK", 0.38),
)
"""Script -> letters, marks and digits that say what 1 says in English.

Measured on the 1,997 sentences of NTREX-128, which say the same in every language (Bangla, Nepali and Hindi, Urdu,
Tamil, Sinhala, Chinese). On the Universal Declaration of Human Rights the factors differ by up to 0.16, so a text share
of two languages is good to about 15 %, a share within one language exact. Scripts without a measurement count 1.
"""


@lru_cache(maxsize=4096)
def _weight(sign: str) -> float:
    if unicodedata.category(sign)[0] not in "LMN":
        return 0.0
    name = unicodedata.name(sign, "")
    return next((1 / factor for script, factor in _FACTORS if name.startswith(script)), 1.0)


def fair_length(text: str) -> float:
    """Return the letters, combining marks and digits of `text` in NFC, each divided by the factor of its script.

    Unit: characters of English text that would say about as much. The factor goes by script, not by language, so that
    a sentence that mixes Bangla and English is measured rightly; romanised Bangla counts as Latin script.
    """
    return sum(count * _weight(sign) for sign, count in Counter(unicodedata.normalize("NFC", text)).items())
