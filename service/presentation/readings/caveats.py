"""How much there is and how sure it is, in words: counts before percentages, and what must be said beside them."""

from markupsafe import Markup

from nlp.messages import Message
from nlp.readings.caveats import TRUST, find_limits
from nlp.readings.types import ElementReadings, Reading
from nlp.statistics.verdicts import Trust
from service.presentation.i18n import Language
from service.presentation.messages import say
from service.presentation.readings.team_comparison import TEAM

COUNTED_BELOW = 20
BY_LANGUAGE = 0.5


def amount(language: Language, count: int, of: int) -> Markup:
    """Return "4 of 14 notes", with the share behind it from 20 notes on."""
    counted = language.ngettext("{count} of {n} note", "{count} of {n} notes", of, count=count)
    return counted if of < COUNTED_BELOW else counted + f" ({language.percent(count / of)})"


def sureness(language: Language, reading: Reading) -> Markup:
    """Return of how many notes of a reading the machine is sure, where no person put them there."""
    if not reading.stability_measured:
        return language.gettext("Put together by a person.")
    if not reading.sure:
        return language.gettext("The machine is sure of none of these notes: they may say different things.")
    return language.ngettext(
        "The machine is sure of {sure} of this {n} note.",
        "The machine is sure of {sure} of these {n} notes.",
        len(reading.units),
        sure=reading.sure,
    )


def trust_words(language: Language, element: ElementReadings) -> list[Markup]:
    """Return how far the readings of an element can be trusted, in plain words; nothing where there are none."""
    return [say(Message(TRUST[element.trust]), language)] if element.trust else []


def is_hardly_sorted(element: ElementReadings) -> bool:
    """Return whether the machine's readings are hardly better than chance, and no person has sorted the notes."""
    return element.trust == Trust.LOWEST and not any(
        reading.given or not reading.stability_measured for reading in element.readings
    )


def trust_in_short(language: Language, element: ElementReadings) -> Markup | None:
    """Return the grade of an element in a few words."""
    match element.trust:
        case Trust.LOWEST:
            return language.gettext("Laid out by machine, hardly better than chance: read the notes.")
        case Trust.MIDDLE:
            return language.gettext("Laid out by machine, partly right.")
        case Trust.HIGHEST:
            return language.gettext("Laid out by machine, mostly right.")
        case _:
            return None


def nameless_caution(language: Language, nameless: int, notes: int) -> list[Markup]:
    """Return what must be said where notes do not say who wrote them."""
    return [say(remark, language) for remark in find_limits(nameless, notes)]


def language_caution(language: Language, element: ElementReadings) -> list[Markup]:
    """Return what must be said when team and language cannot be told apart, or language explains the readings."""
    said = []
    if TEAM in element.like_language:
        said.append(
            language.gettext(
                "Here each team writes in its own language, so a difference between teams may also be a "
                "difference between languages."
            )
        )
    if element.language_v_measure >= BY_LANGUAGE and element.readings:
        said.append(
            language.gettext(
                "The readings follow the languages closely. Read the quotes before you conclude that people disagree."
            )
        )
    return said
