"""Actions beside what led to them: as it was then, and as it is now."""

from collections.abc import Iterator, Sequence

from nlp.names import name_key
from nlp.readings.edits.align import found_again, notes_of
from nlp.readings.edits.types import Keys
from nlp.readings.types import ElementReadings
from service.actions.evidence import as_shown, counted, keys_quoted, last_review, rated_last, saying
from service.actions.types import ActionPoint, Evidence, Now, Origin
from service.analyses.findings import Findings
from service.errors import NotFound
from service.names.slugs import slugify
from service.programmes.snapshot import Snapshot

OF_NOTES = frozenset({Origin.READING, Origin.NOTE})


def evidence_shown(found: Findings, evidence: Evidence) -> Evidence:
    """Return what led to an action as it may be shown now."""
    return as_shown(evidence, found.cards(element_now(found, evidence))) if evidence.origin in OF_NOTES else evidence


def review_gone(evidence: Evidence, at: Snapshot) -> str:
    """Return the name of the review that something came of where that is not there any more, else ""."""
    named = (*(each.name for each in at.outline.reviews), *(each.name for each in at.reviews))
    there = {name_key(each) for each in named}
    return evidence.review if evidence.review and name_key(evidence.review) not in there else ""


def element_now(found: Findings, evidence: Evidence) -> str:
    """Return the element of some evidence as the programme calls it now."""
    return found.at.spelling.element(evidence.element)


def as_it_is_now(found: Findings, evidence: Evidence) -> Now:
    """Return what notes and ratings say now of what led to an action.

    Raises:
        NotMadeYet: the readings are still being worked out.
    """
    name = element_now(found, evidence)
    reviews = [each.name for each in found.at.outline.reviews]
    rated_in, rated = rated_last(found.ratings(), reviews, name, found) if name else ("", ())
    review = last_review(found)
    if evidence.origin not in OF_NOTES:
        return Now(None, 0, 0, review, 0, 0, rated_in, rated)
    element = _element(found, name)
    reading = reading_now(evidence, element)
    notes = notes_of(element) if element else []
    own = next((each for each in element.readings if each.id == reading), None) if element else None
    is_reading = evidence.origin is Origin.READING and own is not None
    counts = counted(notes, own.unit_ids if own and is_reading else saying(notes, evidence.notes), review)
    return Now(reading, counts[0], counts[1], review, counts[2], counts[3], rated_in, rated)


def reading_now(evidence: Evidence, element: ElementReadings | None) -> str | None:
    """Return the id of the reading that some evidence is now, or that its note lies in; None where there is none.

    A reading is found by its notes, as edits find theirs: notes that came since count neither for nor against it.
    """
    if element is None:
        return None
    if evidence.origin is Origin.NOTE:
        return next((each.id for each in element.readings if evidence.notes & keys_quoted(each.units)), None)
    known = evidence.known or evidence.notes
    return found_again(element.readings, evidence.notes, known, lambda each: keys_quoted(each.units))


def covered_by(evidence: Evidence, element: ElementReadings) -> Keys:
    """Return the keys of the notes of an element that something made of this evidence answers."""
    if evidence.origin not in OF_NOTES:
        return frozenset()
    reading = reading_now(evidence, element) if evidence.origin is Origin.READING else None
    return evidence.notes | (_keys(element, reading) if reading else frozenset())


def in_turn(actions: Sequence[ActionPoint], review: str) -> tuple[ActionPoint, ...]:
    """Return actions in the order in which a review looks at them: first those of which it was not told yet."""
    return tuple(sorted(actions, key=lambda each: (not each.waits_for(review), each.until or "9999", each.day)))


def _keys(element: ElementReadings | None, reading: str) -> Keys:
    readings = element.readings if element else ()
    return next((keys_quoted(each.units) for each in readings if each.id == reading), frozenset())


def _element(found: Findings, name: str) -> ElementReadings | None:
    try:
        return found.element(slugify(name))
    except NotFound:
        return None


def elements_with_notes(found: Findings, review: str) -> Iterator[ElementReadings]:
    """Yield the elements on which there are notes of a review; of all reviews for ""."""
    for element in found.readings().elements:
        if any(not review or each.attributes.get("review") == review for each in notes_of(element)):
            yield element
