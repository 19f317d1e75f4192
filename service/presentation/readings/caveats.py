"""How much there is and how sure it is, in words: counts before percentages, and "too few to say"."""

from markupsafe import Markup

from nlp.json_form import Json
from nlp.messages import Message
from nlp.readings.caveats import FAINT, find_limits
from nlp.readings.groups.holders import DIFFERS, NO_DIFFERENCE
from service.presentation.i18n import Language
from service.presentation.sessions.caveats import translate
from service.presentation.text import name

TEAM = "team"
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


def certainty(language: Language, verdict: str) -> Markup:
    """Return whether the difference between teams is more than chance, as a sentence."""
    sentences = {
        DIFFERS: language.gettext("The teams differ here by more than chance would explain."),
        NO_DIFFERENCE: language.gettext("The difference between teams is no larger than chance would make it."),
    }
    return sentences.get(verdict, language.gettext("Too few notes to say whether the difference is more than chance."))


def furthest(language: Language, reading: Json) -> Markup | None:
    """Return which team stands out, in counts of both sides; None where teams do not differ beyond chance."""
    if reading["difference"].get(TEAM, {}).get("verdict") != DIFFERS:
        return None
    held, contrasts = reading["held_by"][TEAM], reading["beside_others"][TEAM]
    team = max(contrasts, key=lambda team: abs(float(contrasts[team]["difference"])))
    count, of = (sum(int(each[key]) for name, each in held.items() if name != team) for key in ("count", "of"))
    own = amount(language, int(held[team]["count"]), int(held[team]["of"]))
    return language.gettext(
        "Furthest from the others is {team}: {own}, the others {rest}.",
        team=name(team),
        own=own,
        rest=amount(language, count, of),
    )


def nameless_caution(language: Language, nameless: int, notes: int) -> list[Markup]:
    """Return what must be said where notes do not say who wrote them."""
    return [translate(remark, language) for remark in find_limits(nameless, notes)]


def faint_caution(language: Language, element: Json) -> list[Markup]:
    """Return what must be said where the readings lie hardly apart."""
    return [translate(Message(FAINT), language)] if element["faint"] else []


def language_caution(language: Language, element: Json) -> list[Markup]:
    """Return what must be said when team and language cannot be told apart, or language explains the readings."""
    said = []
    if TEAM in element["like_language"]:
        said.append(
            language.gettext(
                "Here each team writes in its own language, so a difference between teams may also be a "
                "difference between languages."
            )
        )
    if float(element["language_v_measure"]) >= BY_LANGUAGE and element["readings"]:
        said.append(
            language.gettext(
                "The readings follow the languages closely. Read the quotes before you conclude that people disagree."
            )
        )
    return said
