"""How much there is and how sure it is, in words: counts before percentages, and what must be said beside them."""

from collections.abc import Collection, Iterable

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


def sureness(language: Language, reading: Reading, by_hand: Collection[str] = ()) -> Markup:
    """Return who put the notes of a reading there; where no person did, of how many of them the machine is sure.

    Args:
        language: of the reader.
        reading: which one.
        by_hand: ids of notes that a person placed.
    """
    hand, notes = len(set(by_hand).intersection(reading.unit_ids)), len(reading.units)
    if hand == notes:
        return language.ngettext(
            "This {n} note was placed by hand.", "All of these {n} notes were placed by hand.", notes
        )
    if hand:
        return language.ngettext(
            "Of these {notes} notes {n} was placed by hand, the others by the machine.",
            "Of these {notes} notes {n} were placed by hand, the others by the machine.",
            hand,
            notes=notes,
        )
    if not reading.stability_measured:
        return language.gettext("A person changed what belongs here.")
    if not reading.sure:
        return language.gettext("The machine is sure of none of these notes: they may say different things.")
    return language.ngettext(
        "The machine is sure of {sure} of this {n} note.",
        "The machine is sure of {sure} of these {n} notes.",
        len(reading.units),
        sure=reading.sure,
    )


def trust_words(language: Language, element: ElementReadings) -> list[Markup]:
    """Return how far the machine's readings can be trusted, in plain words; nothing where people placed all notes."""
    if not element.trust or len(element.placed_by_hand) == element.notes:
        return []
    return [say(Message(TRUST[element.trust]), language)]


def placed_words(language: Language, element: ElementReadings) -> list[Markup]:
    """Return how many notes people placed, the machine put with them, and nobody sorted; nothing where nobody did."""
    hand, machine = len(element.placed_by_hand), len(element.placed_by_machine)
    if not hand:
        return []
    if hand == element.notes:
        return [language.gettext("People placed all {all} notes by hand.", all=element.notes)]
    said = [language.gettext("People placed {hand} of the {all} notes by hand.", hand=hand, all=element.notes)]
    if machine:
        said.append(language.gettext("The machine put {machine} more with them.", machine=machine))
    if left := element.notes - hand - machine:
        said.append(language.gettext("Nobody has sorted the other {left} yet.", left=left))
    return said


def named_words(language: Language, elements: Iterable[ElementReadings]) -> Markup:
    """Return who gave the names of readings: people, the machine, or both; nothing where there are none."""
    given = {bool(reading.given) for element in elements for reading in element.readings}
    if not given:
        return Markup()
    if given == {True}:
        return language.gettext("People gave these readings their names.")
    if True not in given:
        return language.gettext("The machine proposed the names of the readings.")
    return language.gettext(
        "“Named by a person” stands behind the names that people gave; the machine proposed the others."
    )


def is_hardly_sorted(element: ElementReadings) -> bool:
    """Return whether the machine's readings are hardly better than chance, and no person has sorted the notes."""
    return element.trust == Trust.LOWEST and not any(
        reading.given or not reading.stability_measured for reading in element.readings
    )


def trust_in_short(language: Language, element: ElementReadings) -> Markup | None:
    """Return the grade of an element in a few words, and how many notes people placed; the grade is of the others."""
    placed, grade = placed_words(language, element)[:1], _grade_in_short(language, element)
    said = [grade, *placed] if grade and len(element.placed_by_hand) < element.notes else placed
    return Markup(" ").join(said) if said else None


def _grade_in_short(language: Language, element: ElementReadings) -> Markup | None:
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
