"""Names of readings, leads and questions without names of people, whoever may read the notes themselves.

A headline stands on a slide and is read aloud; that somebody is named in a note does not make them its subject. Hidden
are people of the roster in every form of it, and those beside a title or a word of kinship.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from nlp.documents.types import Person
from nlp.messages import Message, Value
from nlp.readings.types import ElementReadings, Interpretation, Reading
from service.presentation.masking.masking import People, Recognise, recognise_nobody
from service.presentation.masking.name_words import names_in, words_to_keep
from service.presentation.masking.strangers import HIDDEN


def nameless(roster: Iterable[Person], keep: Collection[str] = (), recognise: Recognise = recognise_nobody) -> People:
    """Return people of whom nobody is named: "…" stands for each.

    Args:
        roster: who is known, with aliases.
        keep: names of teams and elements, whose words are nobody's name.
        recognise: finds names of people in texts of whom nothing else is known.
    """
    kept = words_to_keep(keep)
    spellings = [spelling for person in roster for spelling in (person.name, *person.aliases)]
    hidden = {name: HIDDEN for spelling in spellings for name in names_in(spelling, kept)}
    return People({}, hidden, hides=True, recognise=recognise)


def without_names(found: Interpretation, people: People) -> Interpretation:
    """Return readings whose labels, and the questions that quote them, name nobody; names that people gave stay."""
    return replace(found, elements=tuple(element_without_names(element, people) for element in found.elements))


def element_without_names(element: ElementReadings, people: People) -> ElementReadings:
    """Return one element of `without_names`."""
    return replace(
        element,
        readings=tuple(_reading(reading, people) for reading in element.readings),
        questions=tuple(_question(question, element.groups, people) for question in element.questions),
    )


def _reading(reading: Reading, people: People) -> Reading:
    labels = {language: people.mask(label) for language, label in reading.labels.items()}
    gloss = reading.gloss if labels == dict(reading.labels) else {}  # of words of which one is a name
    return replace(reading, label=reading.given or people.mask(reading.label), labels=labels, gloss=gloss)


def _question(question: Message, groups: Mapping[str, Mapping[str, int]], people: People) -> Message:
    """Return a question whose quotes name nobody; the names of groups stay."""
    names = {group for found in groups.values() for group in found}
    values: dict[str, Value] = {
        place: people.mask(value) if isinstance(value, str) and value not in names else value
        for place, value in question.values.items()
    }
    return Message(question.template, values)
