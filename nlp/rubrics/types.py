"""What `compare_rubrics()` gives back."""

from collections.abc import Mapping
from dataclasses import dataclass

from nlp.documents.types import Descriptor


@dataclass(frozen=True, slots=True)
class Match:
    """Two descriptors of different teams that say the same.

    Attributes:
        a, b: the descriptors; a's team comes first in the input.
        similarity: cosine of their vectors, -1 to 1; in larger rubrics less what all descriptors share.
        opposite_ends: they stand on the first and the last of three levels or more. Vectors tell what is spoken of, not
            whether it is affirmed, so here one may well say the opposite of the other.
    """

    a: Descriptor
    b: Descriptor
    similarity: float
    opposite_ends: bool = False

    @property
    def crosses_levels(self) -> bool:
        """Whether the two teams put the same thing on different levels."""
        return self.a.level != self.b.level


@dataclass(frozen=True, slots=True)
class ElementComparison:
    """One element in the rubrics of several teams.

    Attributes:
        element: its name.
        matched: pairs, level-crossing ones first, then by similarity.
        only_in: team -> descriptors that no other team has.
    """

    element: str
    matched: tuple[Match, ...]
    only_in: Mapping[str, tuple[Descriptor, ...]]


@dataclass(frozen=True, slots=True)
class RubricComparison:
    """All elements, in the order of the first rubric.

    Attributes:
        model: name of the embedding model.
        teams: in the order of the input.
        levels: in the order of the input.
        threshold: similarity from which two descriptors count as saying the same.
    """

    model: str
    teams: tuple[str, ...]
    levels: tuple[str, ...]
    threshold: float
    elements: tuple[ElementComparison, ...]
