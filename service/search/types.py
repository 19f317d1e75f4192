"""What somebody asks for, and what is found."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Term:
    """Words that stand in one row, folded; the last one may be the beginning of a word unless it is `whole`."""

    words: tuple[str, ...]
    whole: bool
