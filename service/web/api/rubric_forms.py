"""The forms of the comparison of rubrics (`nlp.json_form`), for the OpenAPI description."""

from typing import Literal

from service.web.api.open_form import Open


class Match(Open):
    """Two descriptors that say the same."""

    a: str
    b: str
    similarity: float
    level_a: str
    level_b: str
    team_a: str
    team_b: str
    crosses_levels: bool
    opposite_ends: bool


class Descriptor(Open):
    """A descriptor that only one team has."""

    text: str
    level: str
    language: str


class ComparedElement(Open):
    """One element in the rubrics of several teams."""

    element: str
    matched: list[Match]
    only_in: dict[str, list[Descriptor]]


class DescriptorChange(Open):
    """What became of a descriptor; `before` is null if it is new, `after` if it was dropped."""

    change: Literal["kept", "reworded", "moved", "new", "dropped"]
    before: Descriptor | None
    after: Descriptor | None
    similarity: float | None
    opposite_ends: bool


class ElementChanges(Open):
    """One element in two versions of a rubric."""

    element: str
    changes: list[DescriptorChange]


class VersionChanges(Open):
    """Two versions of one team's rubric that follow each other; "" is a version without a name."""

    team: str
    before: str
    after: str
    threshold: float
    elements: list[ElementChanges]


class Rubrics(Open):
    """What the rubrics say alike and what only one says, in their newest versions, and what changed before."""

    model: str
    teams: list[str]
    levels: list[str]
    threshold: float
    versions: dict[str, str]
    elements: list[ComparedElement]
    changes: list[VersionChanges]
