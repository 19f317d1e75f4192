"""Why something that a model answered is thrown away."""

from collections.abc import Mapping
from enum import StrEnum


class Why(StrEnum):
    """Why an answer, or a part of it, is not used."""

    UNREADABLE = "unreadable"
    EMPTY = "empty"
    LONG = "long"
    SENTENCES = "sentences"
    NUMBERS = "numbers"
    COMPARES = "compares"
    GROUP = "group"
    PERSON = "person"
    SCRIPT = "script"
    ADDRESS = "address"
    NO_NOTE = "no note"
    UNKNOWN_NOTE = "unknown note"
    FAR = "far"


TOLD: Mapping[Why, str] = {
    Why.UNREADABLE: "it was no JSON object of the form that was asked for",
    Why.EMPTY: "a text was empty",
    Why.LONG: "a text was too long",
    Why.SENTENCES: "it was more than one sentence",
    Why.NUMBERS: "it had a number that is not in the notes",
    Why.COMPARES: "it counted or compared people, which the notes do not do",
    Why.GROUP: "it named a team, an organisation or another group",
    Why.PERSON: "it named a person, or how to reach one",
    Why.SCRIPT: "it was not in the script of the language that was asked for",
    Why.ADDRESS: "it had an address, a command or markup",
    Why.NO_NOTE: "it named no note that it rests on",
    Why.UNKNOWN_NOTE: "it named an id that was not in the list",
    Why.FAR: "it fits other notes better than those it is about",
}
"""In English: for the model when it is asked again, and for the command line."""
