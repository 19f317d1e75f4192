"""What is done with rubrics, and what they are after it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

LONGEST_CELL = 2_000
LONGEST_WHY = 500
MOST_ELEMENTS = 60
MOST_LEVELS = 12
MOST_RUBRICS = 50


class Did(StrEnum):
    """What somebody did with the rubrics of a programme; elements are those of all of them."""

    STARTED = "started"
    WROTE = "wrote"
    KEPT = "kept"
    ADDED = "added"
    RENAMED = "renamed"
    MERGED = "merged"
    SPLIT = "split"
    RETIRED = "retired"
    RESTORED = "restored"


@dataclass(frozen=True, slots=True)
class RubricStep:
    """One thing that was done.

    Attributes:
        number: of the step; later ones are higher.
        did: what.
        team: whose rubric, "" for elements, which all rubrics share.
        element, level: of the cell that was written, or the element that was changed.
        text: of the cell since, or the name of the version that was kept.
        others: the levels of a rubric that was started, best first; what an element became.
        why: as whoever did it says.
        who: name of the account, "" is whoever sits at this machine.
        time: when.
    """

    number: int
    did: Did
    team: str = ""
    element: str = ""
    level: str = ""
    text: str = ""
    others: tuple[str, ...] = ()
    why: str = ""
    who: str = ""
    time: datetime = datetime.min


@dataclass(frozen=True, slots=True)
class RubricCell:
    """What a team writes of an element at a level, a descriptor a line; `step` is the number of its last change."""

    element: str
    level: str
    text: str = ""
    step: int = 0

    @property
    def descriptors(self) -> tuple[str, ...]:
        """Its descriptors."""
        return descriptors_of(self.text)


@dataclass(frozen=True, slots=True)
class KeptVersion:
    """A version of a rubric as it was kept."""

    name: str
    time: datetime
    who: str
    why: str


@dataclass(frozen=True, slots=True)
class WrittenRubric:
    """A rubric that is written here.

    Attributes:
        team: whose it is.
        slug: of the team, for addresses.
        levels: the best first.
        cells: of all elements in use and all levels, empty ones too.
        versions: that were kept, oldest first.
        changed: how many cells are others than in the last version, or have words if there is none.
    """

    team: str
    slug: str
    levels: tuple[str, ...]
    cells: tuple[RubricCell, ...]
    versions: tuple[KeptVersion, ...]
    changed: int

    def of(self, element: str) -> tuple[RubricCell, ...]:
        """Return the cells of an element, the best level first."""
        return tuple(cell for cell in self.cells if cell.element == element)


@dataclass(frozen=True, slots=True)
class ElementOfRubrics:
    """An element that rubrics share.

    Attributes:
        name: of it.
        slug: for addresses.
        retired: whether it is out of use; what was written stays.
    """

    name: str
    slug: str
    retired: bool = False


@dataclass(frozen=True, slots=True)
class Beside:
    """What another team says of an element.

    Attributes:
        team: which.
        levels: each with its descriptors, the best first.
        from_file: whether that is its newest file, not what it writes here.
    """

    team: str
    levels: tuple[tuple[str, tuple[str, ...]], ...]
    from_file: bool = False


def descriptors_of(text: str) -> tuple[str, ...]:
    """Return the descriptors of a cell, one a line."""
    return tuple(line for line in text.splitlines() if line)


def in_lines(descriptors: Sequence[str]) -> str:
    """Return the text of a cell with these descriptors, each once."""
    return "\n".join(dict.fromkeys(" ".join(each.split()) for each in descriptors))


@dataclass(frozen=True, slots=True)
class WritingRoom:
    """A room in which those present write one cell on their phones.

    Attributes:
        code: its name in addresses.
        team, element, level: of the cell.
        is_open: whether it takes proposals.
        proposals: how many are shown; of those that wait nobody is told.
    """

    code: str
    team: str
    element: str
    level: str
    is_open: bool
    proposals: int


@dataclass(frozen=True, slots=True)
class ProposedText:
    """What somebody proposed for a cell; `id` is random and tells nothing."""

    id: str
    text: str
