"""How much there is and how sure it is, in words: counts before percentages, and what must be said beside them."""

from markupsafe import Markup

from nlp.messages import Message
from nlp.readings.caveats import FAINT, find_limits
from nlp.readings.types import ElementReadings
from service.presentation.i18n import Language
from service.presentation.messages import say
from service.presentation.readings.team_comparison import TEAM

COUNTED_BELOW = 20
STEADY, LOOSE = 0.75, 0.6
BY_LANGUAGE = 0.5


def amount(language: Language, count: int, of: int) -> Markup:
    """Return "4 of 14 notes", with the share behind it from 20 notes on."""
    counted = language.ngettext("{count} of {n} note", "{count} of {n} notes", of, count=count)
    return counted if of < COUNTED_BELOW else counted + f" ({language.percent(count / of)})"


def steadiness(language: Language, stability: float, *, measured: bool = True) -> Markup:
    """Return how well a reading survives when some notes are left out (bounds: Hennig 2007), if that was measured."""
    if not measured:
        return language.gettext("Put together by a person; how steady it is was not measured.")
    if stability >= STEADY:
        return language.gettext("Steady when some notes are left out.")
    if stability >= LOOSE:
        return language.gettext("Fairly steady: its edges change when some notes are left out.")
    return language.gettext("Loose: other notes could group differently.")


def nameless_caution(language: Language, nameless: int, notes: int) -> list[Markup]:
    """Return what must be said where notes do not say who wrote them."""
    return [say(remark, language) for remark in find_limits(nameless, notes)]


def faint_caution(language: Language, element: ElementReadings) -> list[Markup]:
    """Return what must be said where the readings lie hardly apart."""
    return [say(Message(FAINT), language)] if element.faint else []


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
