"""The sign of a team: one of six colours with a shape of its own, the same on every page and in grey print."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

SHAPES = ("circle", "square", "triangle", "diamond", "cross", "hexagon")


@dataclass(frozen=True)
class Mark:
    """A team with its sign.

    Attributes:
        name: of the team; "" for notes without one.
        number: 1 to 6, names the colour; 0 is the neutral one.
        shape: of `SHAPES`; "ring" for the neutral one.
        outlined: drawn without filling, from the seventh team on.
    """

    name: str
    number: int = 0
    shape: str = "ring"
    outlined: bool = False


@dataclass(frozen=True)
class Marks:
    """The marks of a programme's teams, in roster order."""

    teams: tuple[Mark, ...]

    def of(self, team: str) -> Mark:
        """Return the mark of a team, the neutral one for a name that the programme does not know."""
        return self._by_name.get(team) or Mark(team)

    def in_order(self, teams: Sequence[str]) -> list[Mark]:
        """Return marks in the programme's order, unknown teams last."""
        wanted = frozenset(teams)
        known = [mark for mark in self.teams if mark.name in wanted]
        return known + [Mark(team) for team in teams if team not in self._by_name]

    @cached_property
    def _by_name(self) -> Mapping[str, Mark]:
        """Return the marks by the names of their teams; of equal names the first."""
        return {mark.name: mark for mark in reversed(self.teams)}


def marks(teams: Sequence[str]) -> Marks:
    """Give every team its mark by its place in the programme."""
    count = len(SHAPES)
    return Marks(
        tuple(
            Mark(team, place % count + 1, SHAPES[place % count], outlined=place // count % 2 == 1)
            for place, team in enumerate(teams)
        )
    )
