"""Lead sentences about readings: what a tired facilitator should know first, in counts, without verdicts."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from nlp.json_form import Json
from nlp.readings.groups.holders import CONTESTED, DIFFERS, ONE_GROUP, SHARED, TOO_FEW
from service.presentation.i18n import Language
from service.presentation.readings.caveats import TEAM
from service.presentation.team_marks import Marks
from service.presentation.text import Label, label, name

FEW_NOTES = 5
NAMED = 3


@dataclass(frozen=True)
class Teller:
    """Says what was found on one element, in one language, for the teams of one programme."""

    element: Json
    marks: Marks
    language: Language

    @property
    def subject(self) -> Markup:
        """The element's name as it stands in a sentence."""
        text = str(self.element["element"])
        return name(text) if text else self.language.gettext("no element in particular")

    def lead(self) -> list[Markup]:
        """Return one to four sentences, the most useful first."""
        tell = self.language
        readings, notes = self.element["readings"], int(self.element["notes"])
        if not notes:
            return [tell.gettext("There are no notes on {element} yet.", element=self.subject)]
        if not readings:
            return [
                tell.ngettext(
                    "The only note on {element} stands alone: too few to say what people mean by it.",
                    "The {n} notes on {element} all stand alone: no two of them say the same, too few to say more.",
                    notes,
                    element=self.subject,
                )
            ]
        teams = self.element["groups"].get(TEAM, {})
        if len(teams) < 2:
            return [self._number_of_readings(), self._no_comparison(list(teams))]
        return [self._common(), *self._one_team(), *self._not_heard(), *self._caution(teams)]

    def with_status(self, status: str) -> list[Json]:
        """Return the readings of one status, largest first."""
        return [reading for reading in self.element["readings"] if reading["status"].get(TEAM, TOO_FEW) == status]

    def held_by_all(self, reading: Json) -> bool:
        """Return whether every team that wrote on the element holds a reading, and more than one did."""
        return len(reading["held_by"].get(TEAM, {})) > 1 and not self.missing(reading)

    @property
    def shared(self) -> int:
        """The number of readings that every team holds with more than a single note, none clearly more than another."""
        return len(self.with_status(SHARED))

    def differs(self, reading: Json) -> bool:
        """Return whether teams hold a reading to different degrees, beyond chance."""
        return bool(reading["difference"].get(TEAM, {}).get("verdict") == DIFFERS)

    def holders(self, reading: Json) -> list[str]:
        """Return the teams that hold a reading, in the programme's order."""
        held = reading["held_by"].get(TEAM, {})
        return [mark.name for mark in self.marks.in_order([team for team in held if held[team]["count"]])]

    def missing(self, reading: Json) -> list[str]:
        """Return the teams that spoke on the element and not in this reading, in the programme's order."""
        return [mark.name for mark in self.marks.in_order(reading["missing_from"].get(TEAM, ()))]

    def finding(self, reading: Json) -> Markup:
        """Return one sentence on who holds a reading: the text alternative of its picture."""
        tell = self.language
        holders, missing = self.holders(reading), self.missing(reading)
        if not holders:
            return tell.ngettext("{n} note, without a team.", "{n} notes, without a team.", len(reading["units"]))
        if self.held_by_all(reading):
            if self.differs(reading):
                return tell.gettext("Heard from all teams, from some clearly more often.")
            if once := [team for team in holders if reading["held_by"][TEAM][team]["count"] == 1]:
                return tell.gettext("Heard from all teams, from {teams} only once.", teams=self.names(once))
            return tell.gettext("Heard from all teams.")
        if not missing:
            return tell.gettext("Heard from {teams}; nobody else wrote about this element.", teams=self.names(holders))
        return tell.gettext(
            "Heard from {teams}, not from {missing}.", teams=self.names(holders), missing=self.names(missing)
        )

    def names(self, teams: Sequence[str]) -> Markup:
        """Return the teams as a list in a sentence."""
        return self.language.list([name(team) for team in teams])

    def _label(self, reading: Json) -> Label:
        return label(reading, self.language)

    def _number_of_readings(self) -> Markup:
        return self.language.ngettext(
            "The notes on {element} form one reading.",
            "The notes on {element} form {n} readings.",
            len(self.element["readings"]),
            element=self.subject,
        )

    def _no_comparison(self, teams: Sequence[str]) -> Markup:
        if not teams:
            return self.language.gettext("They name no team, so teams cannot be compared.")
        return self.language.gettext(
            "Only {team} has written about it, so teams cannot be compared yet.", team=name(teams[0])
        )

    def _common(self) -> Markup:
        tell, total, shared = self.language, len(self.element["readings"]), self.shared
        if total == 1:
            if shared:
                return tell.gettext(
                    "The notes on {element} form one reading, and all teams share it.", element=self.subject
                )
            return self._number_of_readings()
        if shared == total:
            return tell.gettext(
                "Each of the {n} readings of {element} is shared by all teams.", n=total, element=self.subject
            )
        if not shared:
            return tell.gettext(
                "None of the {n} readings of {element} is shared by all teams.", n=total, element=self.subject
            )
        return tell.ngettext(
            "{n} of the {total} readings of {element} is shared by all teams.",
            "{n} of the {total} readings of {element} are shared by all teams.",
            shared,
            total=total,
            element=self.subject,
        )

    def _one_team(self) -> list[Markup]:
        held = self.with_status(ONE_GROUP)
        if not held:
            return []
        if len(held) == 1:
            return [
                self.language.gettext(
                    "One reading, {label}, is held only by {team}.",
                    label=self._label(held[0]).name,
                    team=self.names(self.holders(held[0])),
                )
            ]
        pairs = [
            self.language.gettext(
                "{label} (only {team})", label=self._label(each).name, team=self.names(self.holders(each))
            )
            for each in held[:NAMED]
        ]
        readings = self.language.list(pairs)
        if len(held) > NAMED:
            return [
                self.language.gettext(
                    "{n} readings are held by one team only, such as {readings}.", n=len(held), readings=readings
                )
            ]
        return [
            self.language.gettext("{n} readings are held by one team only: {readings}.", n=len(held), readings=readings)
        ]

    def _not_heard(self) -> list[Markup]:
        """Return a sentence on the largest reading that some teams hold and others lack or hold less."""
        contested = [each for each in self.with_status(CONTESTED) if self.missing(each) or self.differs(each)]
        if not contested:
            return []
        first = contested[0]
        if missing := self.missing(first):
            return [
                self.language.gettext(
                    "{label} was not heard from {teams}.", label=self._label(first).name, teams=self.names(missing)
                )
            ]
        return [
            self.language.gettext(
                "Some teams speak of {label} clearly more often than others.", label=self._label(first).name
            )
        ]

    def _caution(self, teams: dict[str, int]) -> list[Markup]:
        few = [mark.name for mark in self.marks.in_order([team for team, notes in teams.items() if notes < FEW_NOTES])]
        if not few:
            return []
        return [
            self.language.gettext(
                "From {teams} there are fewer than {n} notes: too few to say what is missing there.",
                teams=self.names(few),
                n=FEW_NOTES,
            )
        ]


def most_different(elements: Sequence[Json]) -> Json | None:
    """Return the element whose readings are least shared between teams, None if all is shared or nothing compared."""

    def differences(element: Json) -> tuple[int, float]:
        statuses = [reading["status"].get(TEAM) for reading in element["readings"]]
        apart = statuses.count(ONE_GROUP) + statuses.count(CONTESTED)
        return apart, -float(element["common_ground"].get(TEAM, 1.0))

    compared = [element for element in elements if differences(element)[0]]
    return max(compared, key=differences, default=None)


def programme_lead(elements: Sequence[Json], marks: Marks, language: Language) -> list[Markup]:
    """Return where teams understand each other over all elements, and where they differ most."""
    total = sum(len(element["readings"]) for element in elements)
    if not total:
        return [language.gettext("The notes do not form readings yet: too few to say.")]
    compared = [Teller(element, marks, language) for element in elements if len(element["groups"].get(TEAM, {})) > 1]
    if not compared:
        form = language.ngettext("The notes form {n} reading.", "The notes form {n} readings.", total)
        return [form, language.gettext("Teams cannot be compared yet: no element has notes of two teams.")]
    said = [_shared_of_all(compared, language)]
    furthest = most_different(elements)
    if furthest is None:
        return said
    teller = Teller(furthest, marks, language)
    said.append(language.gettext("Teams differ most on {element}.", element=teller.subject))
    return said + teller.lead()[1:2]


def _shared_of_all(compared: Sequence[Teller], language: Language) -> Markup:
    shared = sum(teller.shared for teller in compared)
    total = sum(len(teller.element["readings"]) for teller in compared)
    if not shared:
        return language.ngettext(
            "The only reading is not shared by all teams.", "None of the {n} readings is shared by all teams.", total
        )
    if shared == total:
        return language.ngettext(
            "The only reading is shared by all teams.", "All {n} readings are shared by all teams.", total
        )
    return language.ngettext(
        "{n} of {total} readings is shared by all teams.",
        "{n} of {total} readings are shared by all teams.",
        shared,
        total=total,
    )
