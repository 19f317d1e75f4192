"""A printed line."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line: its text, its box in points from the top left, the width of its first word, and its block."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    first_word: float
    block: int

    @property
    def height(self) -> float:
        """Of the box."""
        return self.bottom - self.top
