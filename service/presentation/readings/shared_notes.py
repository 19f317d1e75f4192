"""Notes that speak for two readings: they count in their own, and are read in both."""

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from nlp.json_form import Json
from service.presentation.i18n import Language
from service.presentation.team_marks import Marks
from service.presentation.text import Quote, label, quote

SHOWN = 5


@dataclass(frozen=True)
class Crossing:
    """A note of another reading, and which reading that is."""

    quote: Quote
    home: Markup


@dataclass(frozen=True)
class Guests:
    """The notes of other readings that speak for one as well: how many, in words, and the most typical of them."""

    words: Markup
    crossings: tuple[Crossing, ...]


@dataclass(frozen=True)
class Crossings:
    """All of one element: reading -> notes of other readings, and anchor of a note -> what it says as well."""

    guests: Mapping[str, Guests]
    also: Mapping[str, Markup]


def crossings(element: Json, marks: Marks, language: Language) -> Crossings:
    """Return the notes of an element of the JSON form that speak for a second reading."""
    named = {reading["id"]: label(reading, language).name for reading in element["readings"]}
    found = [(unit, reading["id"]) for reading in element["readings"] for unit in reading["units"] if unit["also"]]
    found.sort(key=lambda pair: -float(pair[0]["typicality"]))
    guests: dict[str, list[tuple[Json, str]]] = {}
    for unit, home in found:
        for other in unit["also"]:
            guests.setdefault(str(other), []).append((unit, home))
    return Crossings(
        guests={
            other: Guests(
                language.ngettext(
                    "{n} note of another reading says this too.", "{n} notes of other readings say this too.", len(own)
                ),
                tuple(
                    Crossing(quote(unit, marks, language), language.gettext("counted under {label}", label=named[home]))
                    for unit, home in own[:SHOWN]
                ),
            )
            for other, own in guests.items()
        },
        also={
            quote(unit, marks, language).anchor: language.gettext(
                "also: {labels}", labels=language.list([named[other] for other in unit["also"]])
            )
            for unit, _ in found
        },
    )
