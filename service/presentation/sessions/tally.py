"""The live tally: what the page hands over to its script, people and words."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from nlp.documents.types import Person
from service.presentation.i18n import Language, language_of


@dataclass(frozen=True)
class TallyView:
    """All that the page of the tally needs.

    Attributes:
        people: the programme's roster, in its order.
        people_json: name, lang, aliases and attributes of each; they go into the roster of those present.
        words_json: messages with their {places} open, and the reader's ten digits.
    """

    people: tuple[Person, ...]
    people_json: str
    words_json: str


def tally_view(roster: Sequence[Person], language: Language) -> TallyView:
    """Return what the page shows and hands over."""
    people = [
        {
            "name": person.name,
            "lang": language_of(person.name),
            "aliases": list(person.aliases),
            "attributes": dict(person.attributes),
        }
        for person in roster
    ]
    words = {**_setup_words(language), **_board_words(language), **_summary_words(language)}
    return TallyView(tuple(roster), json.dumps(people, ensure_ascii=False), json.dumps(words, ensure_ascii=False))


def _setup_words(language: Language) -> dict[str, str]:
    gettext, ngettext = language.catalogue.gettext, language.catalogue.ngettext
    return {
        "digits": language.digits("0123456789"),
        "choose": gettext("Choose who is in the room"),
        "start_one": ngettext("Start with {n} person", "Start with {n} people", 1),
        "start_many": ngettext("Start with {n} person", "Start with {n} people", 2),
        "kept": gettext("This page now also opens without a network, on this device."),
        "keep_open": gettext(
            "Keep this page open: at this address it cannot be opened again without a network. "
            "What you tap is safe all the same."
        ),
        "keeps_nothing": gettext(
            "This browser keeps nothing. Do not close the page before you have sent or saved the tally."
        ),
        "elsewhere": gettext("This tally goes on in another window. You can close this one."),
        "there": gettext("{name} is on the list already."),
    }


def _board_words(language: Language) -> dict[str, str]:
    gettext = language.catalogue.gettext
    return {
        "speaks": gettext("{name} is speaking"),
        "stopped": gettext("{name} stopped"),
        "joined": gettext("{name} was added"),
        "heard": gettext("heard"),
        "unheard": gettext("not heard yet"),
        "also": gettext("The next tap adds a second voice."),
        "pause": gettext("Pause"),
        "resume": gettext("Go on"),
        "paused": gettext("Paused. The clock stands still."),
        "resumed": gettext("The clock runs."),
        "undone": gettext("Taken back"),
        "topic": gettext("Topic {n}"),
        "topic_titled": gettext("Topic {n}: {title}"),
        "gap": gettext("Nothing was recorded from {start} to {end}: the device slept or the page was closed."),
        "gap_open": gettext("For {names} the time until {start} counts."),
        "spoke_on": gettext("They spoke on: count all of it for {names}"),
    }


def _summary_words(language: Language) -> dict[str, str]:
    gettext, ngettext = language.catalogue.gettext, language.catalogue.ngettext
    said_nothing = (
        "{n} of the {everybody} people present said nothing.",
        "{n} of the {everybody} people present said nothing.",
    )
    return {
        "seconds": gettext("{s} s"),
        "minutes_seconds": gettext("{m} min {s} s"),
        "minutes": gettext("{m} min"),
        "hours_minutes": gettext("{h} h {m} min"),
        "nobody": gettext("Nobody was tapped yet."),
        "one_spoke": ngettext("One person spoke.", "All {n} people present spoke.", 1),
        "all_spoke": ngettext("One person spoke.", "All {n} people present spoke.", 2),
        "silent_one": ngettext(*said_nothing, 1),
        "silent_many": ngettext(*said_nothing, 2),
        "said_nothing": gettext("said nothing"),
        "span": gettext("From {start} to {end}; {time} recorded."),
        "session": gettext("Session"),
        "waiting": gettext("There is no connection. The tally is safe here and goes out by itself when there is one."),
        "sending": gettext("Sending …"),
        "handed": gettext("Handed over at {time}. Once it is kept there, you can remove it here."),
    }
