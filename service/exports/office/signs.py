"""What text of an office file needs: signs of teams as letters, languages as programs name them, clean text."""

import re
from collections.abc import Mapping

from service.presentation.team_marks import Mark

_FILLED: Mapping[str, str] = {
    "circle": "●", "square": "■", "triangle": "▲", "diamond": "◆", "cross": "✚", "hexagon": "⬢", "ring": "○",
}  # fmt: skip
_OUTLINED: Mapping[str, str] = {
    "circle": "○", "square": "□", "triangle": "△", "diamond": "◇", "cross": "✛", "hexagon": "⬡", "ring": "○",
}  # fmt: skip
_PLACES: Mapping[str, str] = {"en": "en-GB", "bn": "bn-BD", "ne": "ne-NP", "hi": "hi-IN", "und": ""}
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def sign(mark: Mark) -> str:
    """Return the mark of a team as a letter."""
    return (_OUTLINED if mark.outlined else _FILLED)[mark.shape]


def place(language: str) -> str:
    """Return a language as office programs name it, "" for what they have no dictionary for."""
    return "" if language.endswith("-Latn") else _PLACES.get(language, language)


def clean(text: str) -> str:
    """Return a text without what a file of XML cannot hold."""
    return _NOT_IN_XML.sub("", text)
