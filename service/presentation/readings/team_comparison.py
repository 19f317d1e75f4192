"""How the teams share the readings of an element: what lead, heading and caption of a page all go by."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto
from functools import cached_property

from nlp.consent import Consent, consent_of
from nlp.documents.types import Unit
from nlp.readings.edits.align import notes_of
from nlp.readings.groups.holders import heard
from nlp.readings.types import ElementReadings, Holding, Reading
from nlp.statistics.verdicts import ReadingStatus, Verdict
from service.presentation.team_marks import Marks

TEAM = "team"


class Sharing(Enum):
    """How the teams share a reading.

    `UNEVEN` rests on a difference that chance would not explain, `BY_ONE` may; the others count what was written.
    """

    BY_ALL = auto()
    UNEVEN = auto()
    NOT_BY_ALL = auto()
    BY_ONE = auto()
    TOO_FEW = auto()


_SHARING = {
    ReadingStatus.SHARED: Sharing.BY_ALL,
    ReadingStatus.CONTESTED: Sharing.NOT_BY_ALL,
    ReadingStatus.ONE_GROUP: Sharing.BY_ONE,
    ReadingStatus.TOO_FEW: Sharing.TOO_FEW,
}


@dataclass(frozen=True)
class TeamComparison:
    """The readings of one element, seen by the teams of one programme."""

    element: ElementReadings
    marks: Marks

    @cached_property
    def teams(self) -> list[str]:
        """The teams that wrote on the element, in the programme's order."""
        return self._in_order(self._notes)

    @cached_property
    def without_team(self) -> int:
        """How many notes on the element name no team; they are shown, and compared with nothing."""
        return sum(map(_names_no_team, notes_of(self.element)))

    def without_team_in(self, reading: Reading) -> int:
        """Return how many notes of a reading name no team."""
        return sum(map(_names_no_team, reading.units))

    def wrote(self, team: str) -> bool:
        """Return whether a team wrote on the element; "" stands for notes that name none."""
        return team in self._notes if team else self.without_team > 0

    def count(self, reading: Reading, team: str) -> int:
        """Return how many notes of a reading are a team's; "" stands for notes that name none."""
        if not team:
            return self.without_team_in(reading)
        held = self.held_by(reading).get(team)
        return held.count if held else 0

    @property
    def is_compared(self) -> bool:
        """Whether more than one team wrote on the element."""
        return len(self._notes) > 1

    @cached_property
    def heard(self) -> list[str]:
        """The teams whose silence tells something, because they wrote notes enough; in the programme's order."""
        return self._in_order(heard(self._notes))

    def few(self, below: int) -> list[str]:
        """Return the teams with fewer notes on the element, in the programme's order."""
        return [team for team in self.teams if self._notes[team] < below]

    def held_by(self, reading: Reading) -> Mapping[str, Holding]:
        """Return team -> how much of its notes a reading has."""
        return reading.held_by.get(TEAM, {})

    def holders(self, reading: Reading) -> list[str]:
        """Return the teams that hold a reading, in the programme's order."""
        held = self.held_by(reading)
        return self._in_order({team: held[team].count for team in held if held[team].count})

    def missing(self, reading: Reading) -> list[str]:
        """Return the teams that wrote on the element and not in this reading, in the programme's order."""
        return self._in_order(reading.missing_from.get(TEAM, ()))

    def silent(self, reading: Reading) -> list[str]:
        """Return those of the missing teams whose silence tells something."""
        heard = frozenset(self.heard)
        return [team for team in self.missing(reading) if team in heard]

    def verdict(self, reading: Reading) -> Verdict | None:
        """Return whether the teams differ beyond chance, None if that was not asked."""
        found = reading.difference.get(TEAM)
        return found.verdict if found else None

    def differs(self, reading: Reading) -> bool:
        """Return whether teams hold a reading to different degrees, beyond chance."""
        return self.verdict(reading) == Verdict.DIFFERS

    def sharing(self, reading: Reading) -> Sharing:
        """Return how the teams share a reading."""
        found = _SHARING[reading.status.get(TEAM, ReadingStatus.TOO_FEW)]
        return Sharing.UNEVEN if self.differs(reading) and found is not Sharing.BY_ONE else found

    def with_sharing(self, *wanted: Sharing) -> list[Reading]:
        """Return the readings that are shared in these ways, way by way, largest first."""
        return [each for way in wanted for each in self._readings[way]]

    def held_by_all(self, reading: Reading) -> bool:
        """Return whether every team that wrote on the element holds a reading, and more than one did."""
        return len(self.held_by(reading)) > 1 and not self.missing(reading)

    def held_twice_by_all(self, reading: Reading) -> bool:
        """Return whether every team that wrote on the element holds a reading with more than a single note."""
        return all(holding.count > 1 for holding in self.held_by(reading).values())

    @cached_property
    def _notes(self) -> Mapping[str, int]:
        return self.element.groups.get(TEAM, {})

    @cached_property
    def _readings(self) -> Mapping[Sharing, list[Reading]]:
        found: dict[Sharing, list[Reading]] = {way: [] for way in Sharing}
        for reading in self.element.readings:
            found[self.sharing(reading)].append(reading)
        return found

    def _in_order(self, teams: Mapping[str, int] | tuple[str, ...]) -> list[str]:
        return [mark.name for mark in self.marks.in_order(list(teams))]


def _names_no_team(unit: Unit) -> bool:
    """Whether a note came without a team, rather than that it is not said whose it is."""
    return not unit.attributes.get(TEAM) and consent_of(unit.attributes) in {Consent.WITH_NAME, Consent.WITHOUT_NAME}
