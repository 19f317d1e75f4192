"""What `interpret()` gives back: readings, who holds them, who lacks them, and how sure that is."""

from collections.abc import Mapping
from dataclasses import dataclass

from nlp.documents.types import Unit


@dataclass(frozen=True, slots=True)
class Holding:
    """How much of one group's notes fall into a reading.

    Attributes:
        count: notes of the group in the reading.
        of: notes of the group on the element.
        low, high: Wilson 95 % interval of count/of.
    """

    count: int
    of: int
    low: float
    high: float

    @property
    def share(self) -> float:
        """count / of, 0 to 1."""
        return self.count / self.of if self.of else 0.0


@dataclass(frozen=True, slots=True)
class Member:
    """A note inside a reading.

    Attributes:
        unit: the note.
        typicality: cosine similarity to the reading's centre, -1 to 1.
        also: ids of other readings that it speaks for as well.
    """

    unit: Unit
    typicality: float
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a label with its language."""

    text: str
    language: str


@dataclass(frozen=True, slots=True)
class Difference:
    """Whether groups of one attribute differ in holding a reading.

    Attributes:
        p_value: permutation test, a participant's notes kept together, Holm-corrected in the element; None if no
            difference, however large, could have been seen with these notes.
        effect: Cramér's V of reading x group, 0 to 1.
        verdict: "differs", "no difference seen" or "too few to say".
    """

    p_value: float | None
    effect: float
    verdict: str


@dataclass(frozen=True, slots=True)
class Reading:
    """A cluster of notes that interpret an element in the same way.

    Attributes:
        id: "<element slug>-<number>", numbers by size, largest first.
        label: a phrase of its notes, in the language most of them are in.
        labels: language -> a phrase of its notes in that language that fits the whole reading, most notes first.
        words: its strongest words by class TF-IDF, with their languages.
        gloss: language -> nearest words by the model, for English, Bangla and Nepali where `labels` has none.
        members: most typical first.
        quotes: ids of units that show it best, groups taken in turn.
        stability: mean Jaccard with the closest cluster in resamples of the notes, 0 to 1 (Hennig 2007).
        held_by: attribute -> group -> holding; groups in alphabetical order.
        missing_from: attribute -> groups that spoke on the element and not in this reading, however little they said.
        difference: attribute -> whether the groups differ beyond chance.
        status: attribute -> "shared", "contested", "one group" or "too few to say".
    """

    id: str
    label: str
    labels: Mapping[str, str]
    words: tuple[Word, ...]
    gloss: Mapping[str, tuple[str, ...]]
    members: tuple[Member, ...]
    quotes: tuple[str, ...]
    stability: float
    held_by: Mapping[str, Mapping[str, Holding]]
    missing_from: Mapping[str, tuple[str, ...]]
    difference: Mapping[str, Difference]
    status: Mapping[str, str]

    @property
    def unit_ids(self) -> tuple[str, ...]:
        """The ids of its notes, most typical first."""
        return tuple(member.unit.id for member in self.members)


@dataclass(frozen=True, slots=True)
class Question:
    """A question for the room: a template and what fills it, so that pages can say it in any language.

    Attributes:
        template: English text with {places}, also the gettext message id.
        values: what stands in the places; team names and labels as they are.
    """

    template: str
    values: Mapping[str, str]

    def __str__(self) -> str:
        """The question in English."""
        return self.template.format(**self.values)


@dataclass(frozen=True, slots=True)
class ElementReadings:
    """The readings of one element.

    Attributes:
        element: its name, or "" if the notes name none.
        readings: largest first.
        alone: notes that fit nowhere.
        language_v_measure: V-measure of the readings against the language of the notes, 0 to 1.
        like_language: attributes that coincide with language so closely that the two cannot be told apart.
        common_ground: attribute -> geometric mean over groups of the share of notes in readings shared by all, 0 to 1;
            only where at least two groups have notes enough to be compared.
        groups: attribute -> group -> number of notes on the element.
        questions: two or three for the room.
    """

    element: str
    readings: tuple[Reading, ...]
    alone: tuple[Unit, ...]
    language_v_measure: float
    like_language: tuple[str, ...]
    common_ground: Mapping[str, float]
    groups: Mapping[str, Mapping[str, int]]
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Interpretation:
    """All elements, in alphabetical order.

    Attributes:
        model: name of the embedding model.
        by: the attributes that were compared.
    """

    model: str
    by: tuple[str, ...]
    elements: tuple[ElementReadings, ...]

    @property
    def readings(self) -> tuple[Reading, ...]:
        """The readings of all elements."""
        return tuple(reading for element in self.elements for reading in element.readings)
