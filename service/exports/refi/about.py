"""What is said of codes, of coded places and of the whole: who named and placed what, and who holds it."""

from collections.abc import Iterable, Iterator

from markupsafe import Markup

from nlp.readings.types import ElementReadings, Interpretation, Reading
from service.presentation.i18n import Language
from service.presentation.text import name

_WORDS = 8


def about_element(element: ElementReadings, spoken: Language) -> str:
    """Return what is said of the group of an element's codes."""
    said = spoken.ngettext("{n} note on this element.", "{n} notes on this element.", element.notes)
    alone = spoken.ngettext(
        "{n} note that fits no reading has this code itself.",
        "{n} notes that fit no reading have this code itself.",
        len(element.alone),
    )
    return _plain([said, alone] if element.alone else [said])


def about_reading(element: ElementReadings, reading: Reading, spoken: Language) -> str:
    """Return what is said of a code: who named it, its names in other languages, its words, its notes, its holders."""
    return _plain(_lines(element, reading, spoken))


def placed_by(spoken: Language, *, by_hand: bool) -> str:
    """Return what is said of a coded place: whether a person put the note there, or the machine."""
    return str(spoken.gettext("Placed by a person.") if by_hand else spoken.gettext("Placed by the machine."))


def how_this_was_made(found: Interpretation, spoken: Language) -> str:
    """Return what whoever goes on with the project must know of it."""
    return _plain(
        [
            spoken.gettext("Written by Manyvoices; the model {model} placed the notes.", model=name(found.model, "en")),
            spoken.gettext(
                "The texts hold the notes that may be quoted, file by file, and nothing else of these files."
            ),
            spoken.gettext(
                "Codes are readings: notes that understand an element in the same way. The memo of each coded place "
                "and its coder say whether a person or the machine placed it."
            ),
            spoken.gettext("What the machine placed is a proposal: read it before you count it."),
        ]
    )


def _lines(element: ElementReadings, reading: Reading, spoken: Language) -> Iterator[Markup]:
    if reading.given:
        yield spoken.gettext("Named by a person.")
    else:
        yield spoken.gettext("Named by the machine, in words of its notes.")
    own = reading.called(spoken.code)
    others = {code: each for code, each in {**reading.labels, **reading.given_in}.items() if each != own}
    if others:
        named = [f"{spoken.language_name(code)}: {others[code]}" for code in sorted(others)]
        yield spoken.gettext("In other languages: {names}", names="; ".join(named))
    if reading.words:
        yield spoken.gettext("Its words: {words}", words=", ".join(word.text for word in reading.words[:_WORDS]))
    by_hand = len(set(element.placed_by_hand).intersection(reading.unit_ids))
    yield spoken.ngettext(
        "{n} note, {by_hand} of which a person placed.",
        "{n} notes, {by_hand} of which a person placed.",
        len(reading.units),
        by_hand=by_hand,
    )
    for team, holding in sorted(reading.held_by.get("team", {}).items()):
        yield spoken.gettext(
            "{team}: {count} of {of} notes",
            team=spoken.called(team),
            count=holding.count,
            of=holding.of,
        )


def _plain(lines: Iterable[Markup]) -> str:
    """Return lines without marks of HTML."""
    return "\n".join(line.striptags() for line in lines)
