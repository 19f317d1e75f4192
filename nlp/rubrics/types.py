"""What `compare_rubrics()` gives back."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from nlp.documents.types import Descriptor
from nlp.frozen import Immutable
from nlp.results.plotted import Plotted
from nlp.rubrics.levels import Ladder, LevelRanks, LevelRelation

KEPT, REWORDED, MOVED, NEW, DROPPED = "kept", "reworded", "moved", "new", "dropped"


@dataclass(frozen=True, slots=True)
class Match:
    """Two descriptors of different teams that say the same, or come close to it.

    Attributes:
        a, b: what they say; a's team comes first in the input.
        similarity: cosine of their vectors, -1 to 1; in larger rubrics less what all descriptors share.
        level_a, level_b, team_a, team_b, language_a, language_b: of the descriptors.
        crosses_levels: whether the two teams put the same thing on different levels, whatever these are called.
        opposite_ends: they stand on the best and the worst of three levels or more. Vectors tell what is spoken of, not
            whether it is affirmed, so here one may well say the opposite of the other.
        rank_a, rank_b: of the levels, each within its own rubric: 1 is the best; None where that is not known.
        levels_known: whether the two levels could be compared; if not, nothing is said of crossing.
        accepted: whether a person said that the two say the same.
    """

    a: str
    b: str
    similarity: float
    level_a: str
    level_b: str
    team_a: str
    team_b: str
    language_a: str
    language_b: str
    crosses_levels: bool
    opposite_ends: bool = False
    rank_a: int | None = None
    rank_b: int | None = None
    levels_known: bool = True
    accepted: bool = False

    @classmethod
    def of(
        cls, a: Descriptor, b: Descriptor, similarity: float, ranks: LevelRanks, *, accepted: bool = False
    ) -> "Match":
        """Return the match of two descriptors."""
        relation = ranks.relation(a, b)
        return cls(
            a.text,
            b.text,
            similarity,
            a.level,
            b.level,
            a.team,
            b.team,
            a.language,
            b.language,
            crosses_levels=relation in (LevelRelation.OTHER, LevelRelation.OPPOSITE),
            opposite_ends=relation is LevelRelation.OPPOSITE,
            rank_a=ranks.rank(a),
            rank_b=ranks.rank(b),
            levels_known=relation is not LevelRelation.UNKNOWN,
            accepted=accepted,
        )


class ElementFound(StrEnum):
    """How two elements were found to correspond."""

    GIVEN = "given"
    NAMES = "known names"
    LIKENESS = "likeness"


@dataclass(frozen=True, slots=True)
class ElementMatch:
    """A team's element that is compared as another one's: a proposal, unless it was given.

    Attributes:
        element: the name under which both are compared, from the first rubric that has it.
        team: whose name differs.
        name: what this team calls it.
        found: how it is known.
        score: likeness of the names and of the descriptors, -1 to 1; None where it was not measured.
    """

    element: str
    team: str
    name: str
    found: ElementFound
    score: float | None = None


@dataclass(frozen=True, slots=True)
class ElementComparison(Immutable):
    """One element in the rubrics of several teams.

    Attributes:
        element: its name, of the first rubric that has it.
        matched: pairs that say the same, level-crossing ones first, then by similarity.
        close: pairs that may say the same, or nearly so, or the opposite: questions, in the same order.
        only_in: team -> descriptors that are in neither.
        names: what other teams call it, and how that was found; proposals, unless they were given.
    """

    element: str
    matched: tuple[Match, ...]
    close: tuple[Match, ...]
    only_in: Mapping[str, tuple[Descriptor, ...]]
    names: tuple[ElementMatch, ...] = ()


@dataclass(frozen=True, slots=True)
class DescriptorChange:
    """What became of one descriptor from one version of a rubric to the next.

    Attributes:
        kind: "kept" (same words, same level), "reworded" (same meaning, same level), "moved" (same words or meaning,
            another level, whatever it is called), "new" or "dropped".
        before: None if it is new.
        after: None if it is dropped.
        similarity: cosine of their vectors, 1 for the same words; None if it is new or dropped.
        opposite_ends: it was found by its meaning and moved between the best and the worst of three levels or more, so
            one may say the opposite of the other.
        levels_known: whether the two levels could be compared; if not, nothing is said of moving.
    """

    kind: str
    before: Descriptor | None = None
    after: Descriptor | None = None
    similarity: float | None = None
    opposite_ends: bool = False
    levels_known: bool = True


@dataclass(frozen=True, slots=True)
class ElementChanges:
    """One element in two versions.

    Attributes:
        element: its name in the older of them.
        changes: what moved, was reworded, is new, was dropped, was kept; in this order.
        names: what the newer version calls it, if it is known by another name; the version stands for the team.
    """

    element: str
    changes: tuple[DescriptorChange, ...]
    names: tuple[ElementMatch, ...] = ()


@dataclass(frozen=True, slots=True)
class VersionChanges:
    """Two versions of one team's rubric that follow each other.

    Attributes:
        team: whose rubric it is.
        before, after: the versions; "" for one without a name.
        threshold: similarity from which two descriptors of a level count as meaning the same.
        elements: in the order of the input.
    """

    team: str
    before: str
    after: str
    threshold: float
    elements: tuple[ElementChanges, ...]


@dataclass(frozen=True, slots=True, repr=False)
class RubricComparison(Plotted):
    """All elements, in the order of the first rubric; none if there is one team only.

    Attributes:
        model: name of the embedding model.
        teams: in the order of the input.
        levels: in the order of the input.
        threshold: similarity from which two descriptors count as saying the same.
        versions: team -> the version that was compared, its newest; "" for one without a name.
        changes: of every team with several versions, from each to the next.
        ladders: the levels of every rubric that was compared, and how their order was found; where no end is known to
            be the best, it must be asked for.
    """

    model: str
    teams: tuple[str, ...]
    levels: tuple[str, ...]
    threshold: float
    elements: tuple[ElementComparison, ...]
    versions: Mapping[str, str] = field(default_factory=dict)
    changes: tuple[VersionChanges, ...] = ()
    ladders: tuple[Ladder, ...] = ()
