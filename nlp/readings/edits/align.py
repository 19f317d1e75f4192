"""Which reading of one run is which reading of another, so that ids and names stay when notes come."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from nlp.documents.types import Unit
from nlp.readings.build_readings import reading_id
from nlp.readings.edits.types import Keys, note_keys
from nlp.readings.types import ElementReadings, Interpretation, Reading
from nlp.readings.wording.questions import ask


def same(first: Keys, second: Keys) -> bool:
    """Return whether two sets of notes are the same reading: what they share is more than half of each.

    Among disjoint sets this pairs one to one, without any choice to make: no set has more than half of its notes in two
    others. Where the Jaccard similarity is above 1/2, as for a cluster that is not dissolved (Hennig 2008, Journal of
    Multivariate Analysis 99, 1154-1176), it always holds; where it is not above 1/3, never.
    """
    return 2 * len(first & second) > max(len(first), len(second))


def found_again(
    readings: Sequence[Reading], notes: Keys, known: Keys, keys: Callable[[Reading], Keys] | None = None
) -> str | None:
    """Return the id of the reading that an earlier one is now, None if there is none any more: by its notes.

    Notes that came since count neither for nor against it.

    Args:
        readings: of the element, as they are now.
        notes: keys of the notes of the earlier one.
        known: keys of all notes of its element then.
        keys: gives the keys of the notes of a reading that count; None is all.
    """
    own = [(each.id, (keys or keys_of)(each)) for each in readings]
    here = notes.intersection(frozenset().union(*(held for _, held in own)))
    return next((reading for reading, held in own if here and same(here, held & known)), None)


def keep_names(found: Interpretation, before: Interpretation) -> Interpretation:
    """Return an interpretation whose readings have the ids and labels that they had before.

    A reading is the one from before if it is so (`same`) among the notes that both runs know; then it keeps its name
    while one of its notes says it, however many notes came. A reading that was not there before gets a number that none
    had.

    Args:
        found: a new run, without edits.
        before: the run whose names were seen, without edits.
    """
    earlier = {element.element: element for element in before.elements}
    kept = (
        _keep(element, earlier[element.element], found.by) if element.element in earlier else element
        for element in found.elements
    )
    return replace(found, elements=tuple(kept))


def all_called_as_before(found: Interpretation, before: Interpretation) -> Interpretation:
    """Return edited readings with the names that those with their ids had after earlier edits of them."""
    earlier = {element.element: element for element in before.elements}
    return replace(
        found,
        elements=tuple(
            called_as_before(element, earlier[element.element], found.by) if element.element in earlier else element
            for element in found.elements
        ),
    )


def called_as_before(element: ElementReadings, before: ElementReadings, by: Sequence[str]) -> ElementReadings:
    """Return an element whose readings are called as those with their ids were, where most of their notes stay.

    So nothing that a person moves renames what stays, not even the note that named it.

    Args:
        element: the same notes, laid out otherwise.
        before: with the names that were seen.
        by: the attributes that are compared.
    """
    then, notes = {reading.id: reading for reading in before.readings}, notes_of(element)
    readings = tuple(
        _with_name(reading, then[reading.id], notes)
        if reading.id in then and _mostly_in(then[reading.id], reading)
        else reading
        for reading in element.readings
    )
    return replace(element, readings=readings, questions=ask(readings, element.alone, by[0] if by else None))


def _mostly_in(before: Reading, reading: Reading) -> bool:
    old = keys_of(before)
    return 2 * len(old & keys_of(reading)) > len(old)


def notes_of(element: ElementReadings) -> list[Unit]:
    """Return all notes of an element."""
    return [*(unit for reading in element.readings for unit in reading.units), *element.alone]


def keys_of(reading: Reading) -> Keys:
    """Return the keys of a reading's notes."""
    return note_keys(reading.units)


def _keep(element: ElementReadings, before: ElementReadings, by: Sequence[str]) -> ElementReadings:
    known = note_keys(notes_of(element)) & note_keys(notes_of(before))
    now = [(keys_of(reading) & known, reading.id) for reading in element.readings]
    then = [(keys_of(reading) & known, reading) for reading in before.readings]
    was = {each: old for keys, each in now for old_keys, old in then if same(keys, old_keys)}
    ids = _ids(element, before, was)
    readings = tuple(_named(reading, ids, was.get(reading.id)) for reading in element.readings)
    return replace(element, readings=readings, questions=ask(readings, element.alone, by[0] if by else None))


def _ids(element: ElementReadings, before: ElementReadings, was: Mapping[str, Reading]) -> dict[str, str]:
    """Return id in the new run -> id to show."""
    taken = {reading.id for reading in before.readings}
    numbers = range(1, 1 + len(taken) + len(element.readings))
    free = iter([each for number in numbers if (each := reading_id(element.element, number)) not in taken])
    return {each.id: was[each.id].id if each.id in was else next(free) for each in element.readings}


def _named(reading: Reading, ids: Mapping[str, str], before: Reading | None) -> Reading:
    units = tuple(replace(each, also=tuple(ids[other] for other in each.also)) for each in reading.units)
    moved = replace(reading, id=ids[reading.id], units=units)
    return moved if before is None else _with_name(moved, before, moved.units)


def _with_name(reading: Reading, before: Reading, notes: Sequence[Unit]) -> Reading:
    """Return a reading that is called as it was before, in every language in which one of some notes still says so.

    Where no clause named it, the note that stood for it does so while it is among the notes. Otherwise it is called
    anew.
    """
    labels = {language: label for language, label in before.labels.items() if _says(notes, language, label)}
    example = before.example if any(unit.text == before.example for unit in notes) else ""
    if not labels and not example:
        return reading
    if next(iter(labels.items()), None) == next(iter(reading.labels.items()), ()):
        labels = {**reading.labels, **labels}
    return replace(
        reading,
        label=reading.given or next(iter(labels.values()), example),
        labels=labels,
        example="" if labels else example,
        gloss={code: words for code, words in {**reading.gloss, **before.gloss}.items() if code not in labels},
    )


def _says(notes: Sequence[Unit], language: str, label: str) -> bool:
    return any(unit.language == language and label in unit.text for unit in notes)
