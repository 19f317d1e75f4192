"""Whether teams speak differently of an element, in words: what the notes say before any reading is looked at."""

from markupsafe import Markup

from nlp.readings.types import ElementReadings
from nlp.statistics.verdicts import Verdict
from service.presentation.attributes import attribute_name
from service.presentation.i18n import Language
from service.presentation.readings.team_comparison import TEAM
from service.presentation.text import label


def speech_lines(element: ElementReadings, language: Language, *, with_readings: bool = True) -> tuple[Markup, ...]:
    """Return whether teams, and the groups of other attributes, speak differently.

    Of teams it is always said where they were compared, of other groups only where they differ.

    Args:
        element: with its test.
        language: of the reader.
        with_readings: whether the readings that show the difference are named.
    """
    lines = []
    if (teams := element.speech.get(TEAM)) and len(element.groups.get(TEAM, {})) > 1:
        lines.append(_of_teams(element, teams.verdict, language, with_readings))
    lines += [
        language.gettext(
            "Seen by {attribute}, people speak differently here, more than chance would explain.",
            attribute=attribute_name(attribute, language),
        )
        for attribute, found in element.speech.items()
        if attribute != TEAM and found.verdict == Verdict.DIFFERS
    ]
    return tuple(lines)


def _of_teams(element: ElementReadings, verdict: Verdict, language: Language, with_readings: bool) -> Markup:
    match verdict:
        case Verdict.DIFFERS:
            said = language.gettext(
                "The teams speak differently here: notes of one team are more alike than notes of different teams, by "
                "more than chance would explain."
            )
            return said + " " + _where(element, language) if with_readings else said
        case Verdict.NO_DIFFERENCE:
            return language.gettext("Taken as a whole, the notes show no difference in how the teams speak of this.")
        case _:
            return language.gettext(
                "Too few people of different teams write in the same language to say whether the teams speak "
                "differently here."
            )


def _where(element: ElementReadings, language: Language) -> Markup:
    names = [label(reading, language).name for reading in element.explaining(TEAM)]
    if not names:
        return language.gettext("No single reading shows how: read what each team wrote, side by side.")
    return language.gettext("It shows in {readings}.", readings=language.list(names))
