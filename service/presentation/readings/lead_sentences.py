"""Lead sentences about readings: what a tired facilitator should know first, in counts, without verdicts.

A lead names a difference between teams only where the test of the readings sees it too: what a caption calls chance is
in no lead. That there are too few notes to say is said once. Whether teams speak differently at all stands below the
lead of an element (`speech_lines`), which then does not say it too.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from nlp.messages import Message
from nlp.readings.caveats import TRUST
from nlp.readings.types import ElementReadings, Reading
from nlp.statistics.verdicts import Trust, Verdict
from service.presentation.i18n import Language
from service.presentation.messages import say
from service.presentation.readings.captions import names, shared_by_all_but_few
from service.presentation.readings.caveats import is_hardly_sorted
from service.presentation.readings.team_comparison import TEAM, Sharing, TeamComparison
from service.presentation.team_marks import Marks
from service.presentation.text import label, name

FEW_NOTES = 5
NAMED = 3
APART = (Sharing.UNEVEN, Sharing.NOT_BY_ALL, Sharing.BY_ONE)


@dataclass(frozen=True)
class _Statement:
    """One or more sentences; `too_few`: whether they say that there are too few notes to say something."""

    text: Markup
    too_few: bool = False


def element_lead(comparison: TeamComparison, language: Language) -> list[Markup]:
    """Return one to four sentences on an element, the most useful first."""
    return _ElementLead(comparison, language).sentences()


def programme_lead(elements: Sequence[ElementReadings], marks: Marks, language: Language) -> list[Markup]:
    """Return where teams understand each other over all elements, and where to look first."""
    if not any(element.readings for element in elements):
        return [language.gettext("The notes do not form readings yet: too few to say.")]
    hardly = [element for element in elements if is_hardly_sorted(element)]
    elements = [element for element in elements if not is_hardly_sorted(element)]
    return [*_trusted_lead(elements, marks, language), *_hardly_sorted(hardly, language)]


def _hardly_sorted(elements: Sequence[ElementReadings], language: Language) -> list[Markup]:
    if not elements:
        return []
    named = [name(each.element) if each.element else language.gettext("no element in particular") for each in elements]
    return [
        language.gettext(
            "Of {elements} the machine cannot tell how the notes belong together: read them, and sort them together.",
            elements=language.list(named),
        )
    ]


def _trusted_lead(elements: Sequence[ElementReadings], marks: Marks, language: Language) -> list[Markup]:
    """Return the lead on elements whose readings say something."""
    total = sum(len(element.readings) for element in elements)
    if not total:
        return []
    compared = [each for each in (TeamComparison(element, marks) for element in elements) if each.is_compared]
    if not compared:
        form = language.ngettext(
            "One way to lay out the notes gives {n} reading.", "One way to lay out the notes gives {n} readings.", total
        )
        return [form, language.gettext("Teams cannot be compared yet: no element has notes of two teams.")]
    said = [_shared_of_all(compared, language)]
    if furthest := most_different(elements):
        look = _ElementLead(TeamComparison(furthest, marks), language)
        said += look.differences() or _speech(elements, language) or look.no_difference()
    return _sentences(said)


def most_different(elements: Sequence[ElementReadings]) -> ElementReadings | None:
    """Return the element on which teams differ most, None if all is shared or nothing compared.

    Elements whose readings are hardly better than chance do not count.
    Readings on which teams differ beyond chance count first, then whether they speak differently at all, then readings
    that some team lacks.
    """

    def differences(element: ElementReadings) -> tuple[int, int, bool, float]:
        comparison = TeamComparison(element, Marks(()))
        tested, apart = sum(map(comparison.differs, element.readings)), len(comparison.with_sharing(*APART))
        return tested, apart, _speaks_differently(element), -element.common_ground.get(TEAM, 1.0)

    compared = {
        at: found
        for at, element in enumerate(elements)
        if not is_hardly_sorted(element) and (found := differences(element))[1]
    }
    if not compared:
        return None
    return elements[max(compared, key=lambda at: (compared[at][0], compared[at][2], compared[at][1], compared[at][3]))]


def _speaks_differently(element: ElementReadings) -> bool:
    found = element.speech.get(TEAM)
    return found is not None and found.verdict == Verdict.DIFFERS


def _speech(elements: Sequence[ElementReadings], language: Language) -> list[_Statement]:
    """Return the elements of which teams speak differently, whatever their readings show."""
    named = [name(each.element) for each in elements if each.element and _speaks_differently(each)]
    if not named:
        return []
    text = language.gettext(
        "The teams speak differently of {elements}, by more than chance would explain.", elements=language.list(named)
    )
    return [_Statement(text)]


@dataclass(frozen=True)
class _ElementLead:
    """Says what was found on one element."""

    comparison: TeamComparison
    language: Language

    @property
    def element(self) -> ElementReadings:
        return self.comparison.element

    @property
    def subject(self) -> Markup:
        """The element's name as it stands in a sentence."""
        text = self.element.element
        return name(text) if text else self.language.gettext("no element in particular")

    def sentences(self) -> list[Markup]:
        tell, notes = self.language, self.element.notes
        if not notes:
            return [tell.gettext("There are no notes on {element} yet.", element=self.subject)]
        if not self.element.readings:
            return [
                tell.ngettext(
                    "The only note on {element} stands alone: too few to say what people mean by it.",
                    "The {n} notes on {element} all stand alone: no two of them say the same, too few to say more.",
                    notes,
                    element=self.subject,
                )
            ]
        if is_hardly_sorted(self.element):
            return [say(Message(TRUST[Trust.LOWEST]), tell)]
        if not self.comparison.is_compared:
            return [self._number_of_readings(), self._no_comparison()]
        without_test = [] if self.element.speech.get(TEAM) else self.no_difference()
        return _sentences([self._common(), *self._gaps(), *without_test, *self._caution()])

    def differences(self) -> list[_Statement]:
        """Return that teams differ most on this element, and the reading in which they do; nothing if they do not."""
        if not any(map(self.comparison.differs, self.element.readings)):
            return []
        differ = self.language.gettext("Teams differ most on {element}.", element=self.subject)
        return [_Statement(differ), *self._gaps()[:1]]

    def no_difference(self) -> list[_Statement]:
        """Return what the tests say of readings that are not of all teams where they see no difference in any."""
        apart = self.comparison.with_sharing(*APART)
        if not apart or any(map(self.comparison.differs, self.element.readings)):
            return []
        if all(self.comparison.verdict(reading) == Verdict.NO_DIFFERENCE for reading in apart):
            text = self.language.gettext("Where teams differ, it is no more than chance would explain.")
            return [_Statement(text)]
        return [_Statement(self.language.gettext("Too few notes to say whether the teams differ."), too_few=True)]

    def _name_of(self, reading: Reading) -> Markup:
        return label(reading, self.language).name

    def _number_of_readings(self) -> Markup:
        return self.language.ngettext(
            "One way to lay out the notes on {element} gives one reading.",
            "One way to lay out the notes on {element} gives {n} readings.",
            len(self.element.readings),
            element=self.subject,
        )

    def _no_comparison(self) -> Markup:
        if not self.comparison.teams:
            return self.language.gettext("They name no team, so teams cannot be compared.")
        return self.language.gettext(
            "Only {team} has written about it, so teams cannot be compared yet.", team=name(self.comparison.teams[0])
        )

    def _common(self) -> _Statement:
        shared = len(self.comparison.with_sharing(Sharing.BY_ALL))
        if not shared:
            return _Statement(self._number_of_readings()) if len(self.element.readings) == 1 else self._none_shared()
        if shared_by_all_but_few(self.comparison):
            return _Statement(self._shared_by_heard(shared))
        return _Statement(self._shared_by_all(shared))

    def _shared_by_all(self, shared: int) -> Markup:
        tell, total = self.language, len(self.element.readings)
        if total == 1:
            return tell.gettext(
                "Laid out as one reading, the notes on {element} are shared by all teams.", element=self.subject
            )
        if shared == total:
            return tell.gettext(
                "One way to lay out the notes on {element} gives {n} readings; all teams share each of them.",
                n=total,
                element=self.subject,
            )
        return tell.gettext(
            "One way to lay out the notes on {element} gives {total} readings; all teams share {n} of them.",
            n=shared,
            total=total,
            element=self.subject,
        )

    def _shared_by_heard(self, shared: int) -> Markup:
        """Return how many readings are shared by the teams that wrote enough, who are named then."""
        said = {"element": self.subject, "teams": names(self.comparison.heard, self.language)}
        total = len(self.element.readings)
        if total == 1:
            return self.language.gettext(
                "Laid out as one reading, the notes on {element} are shared by {teams}.", **said
            )
        return self.language.gettext(
            "One way to lay out the notes on {element} gives {total} readings; {teams} share {n} of them.",
            n=shared,
            total=total,
            **said,
        )

    def _none_shared(self) -> _Statement:
        tell, readings = self.language, self.element.readings
        said = {"n": len(readings), "element": self.subject}
        if len(self.comparison.heard) < 2:
            return _Statement(
                tell.gettext(
                    "One way to lay out the notes on {element} gives {n} readings; too few notes to say which of them "
                    "teams share.",
                    **said,
                ),
                too_few=True,
            )
        if any(map(self.comparison.differs, readings)):
            text = tell.gettext(
                "One way to lay out the notes on {element} gives {n} readings; none is shared by all teams.", **said
            )
            return _Statement(text)
        return _Statement(self._number_of_readings())

    def _gaps(self) -> list[_Statement]:
        """Return the readings in which the tests see a difference."""
        return [*self._one_team(), *self._not_heard()]

    def _tested(self, *wanted: Sharing) -> list[Reading]:
        return [reading for reading in self.comparison.with_sharing(*wanted) if self.comparison.differs(reading)]

    def _one_team(self) -> list[_Statement]:
        held = self._tested(Sharing.BY_ONE)
        if not held:
            return []
        if len(held) == 1:
            return [_Statement(self._only(held[0]))]
        readings = self.language.list([self._only_in_list(each) for each in held[:NAMED]])
        if len(held) > NAMED:
            text = self.language.gettext(
                "{n} readings were heard from one team only, such as {readings}.", n=len(held), readings=readings
            )
        else:
            text = self.language.gettext(
                "{n} readings were heard from one team only: {readings}.", n=len(held), readings=readings
            )
        return [_Statement(text)]

    def _only(self, reading: Reading) -> Markup:
        (team,) = self.comparison.holders(reading)
        return self.language.gettext(
            "One reading, {label}, is held only by {team}.", label=self._name_of(reading), team=name(team)
        )

    def _only_in_list(self, reading: Reading) -> Markup:
        teams = names(self.comparison.holders(reading), self.language)
        return self.language.gettext("{label} (only {team})", label=self._name_of(reading), team=teams)

    def _not_heard(self) -> list[_Statement]:
        """Return a sentence on the largest reading that some teams lack or hold less than others."""
        apart = self._tested(Sharing.UNEVEN, Sharing.NOT_BY_ALL)
        if not apart:
            return []
        first, tell = apart[0], self.language
        if silent := self.comparison.silent(first):
            text = tell.gettext(
                "{label} was not heard from {teams}.", label=self._name_of(first), teams=names(silent, tell)
            )
        else:
            text = tell.gettext(
                "Some teams speak of {label} clearly more often than others.", label=self._name_of(first)
            )
        return [_Statement(text)]

    def _caution(self) -> list[_Statement]:
        few = self.comparison.few(FEW_NOTES)
        if not few:
            return []
        text = self.language.gettext(
            "From {teams} there are fewer than {n} notes: too few to say what is missing there.",
            teams=names(few, self.language),
            n=FEW_NOTES,
        )
        return [_Statement(text, too_few=True)]


def _sentences(said: Sequence[_Statement]) -> list[Markup]:
    """Return statements as sentences; that there are too few notes is said once: at first, else where it says most."""
    few = [each for each in said if each.too_few]
    kept = said[0] if said[0].too_few else few[-1] if few else None
    return [each.text for each in said if not each.too_few or each is kept]


def _shared_of_all(compared: Sequence[TeamComparison], language: Language) -> _Statement:
    readings = [(each, reading) for each in compared for reading in each.element.readings]
    total = len(readings)
    shared = sum(each.sharing(reading) is Sharing.BY_ALL and not each.missing(reading) for each, reading in readings)
    if not shared:
        return _none_shared_of_all(readings, language)
    if shared == total:
        return _Statement(
            language.ngettext(
                "As the notes are laid out here, the only reading is shared by all teams.",
                "As the notes are laid out here, all {n} readings are shared by all teams.",
                total,
            )
        )
    return _Statement(
        language.ngettext(
            "As the notes are laid out here, {n} of {total} readings is shared by all teams.",
            "As the notes are laid out here, {n} of {total} readings are shared by all teams.",
            shared,
            total=total,
        )
    )


def _none_shared_of_all(readings: Sequence[tuple[TeamComparison, Reading]], language: Language) -> _Statement:
    total = len(readings)
    if any(each.differs(reading) for each, reading in readings):
        return _Statement(
            language.ngettext(
                "As the notes are laid out here, the only reading is not shared by all teams.",
                "As the notes are laid out here, none of the {n} readings is shared by all teams.",
                total,
            )
        )
    if any(each.held_twice_by_all(reading) for each, reading in readings):
        return _Statement(language.gettext("Too few notes to say which readings teams share."), too_few=True)
    return _Statement(
        language.ngettext(
            "One way to lay out the notes gives {n} reading.", "One way to lay out the notes gives {n} readings.", total
        )
    )
