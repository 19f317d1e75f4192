"""What people raised and nobody has answered yet, so that nothing vanishes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from nlp.consent import quotable
from nlp.documents.types import Unit
from nlp.readings.edits.types import Keys, note_key
from nlp.readings.types import ElementReadings, Reading
from service.actions.beside import covered_by, element_now, elements_with_notes
from service.actions.evidence import keys_quoted
from service.actions.types import Evidence
from service.analyses.findings import Findings


@dataclass(frozen=True, slots=True)
class Unanswered:
    """What of one element nobody has answered.

    Attributes:
        element: its name, "" for notes of none.
        alone: notes of the review that lie in no reading, and neither an action nor a reason speaks of.
        not_quotable: how many more such notes there are whose words may not be shown.
        readings: that have notes of the review, of which neither an action nor a reason speaks.
    """

    element: str
    alone: tuple[Unit, ...]
    not_quotable: int
    readings: tuple[Reading, ...]


def unanswered(found: Findings, answers: Sequence[Evidence], review: str = "") -> tuple[Unanswered, ...]:
    """Return what people raised in a review, "" for all, and nobody answered: elements in the programme's order.

    Args:
        found: the programme.
        answers: what led to each action, and what each reason for leaving something speaks of.
        review: its name.

    Raises:
        NotMadeYet: the readings are still being worked out.
    """
    own = (_of_element(found, each, answers, review) for each in elements_with_notes(found, review))
    return tuple(each for each in own if each.alone or each.not_quotable or each.readings)


def _of_element(found: Findings, element: ElementReadings, answers: Iterable[Evidence], review: str) -> Unanswered:
    said = [each for each in answers if element_now(found, each) == element.element]
    covered = frozenset[str]().union(*(covered_by(each, element) for each in said))
    of_review = [each for each in element.alone if is_of(each, review)]
    alone = tuple(each for each in quotable(of_review) if note_key(each) not in covered)
    readings = tuple(
        each
        for each in element.readings
        if any(is_of(unit, review) for unit in each.units) and not _is_answered(each, covered)
    )
    return Unanswered(element.element, alone, len(of_review) - len(quotable(of_review)), readings)


def _is_answered(reading: Reading, covered: Keys) -> bool:
    """Whether most of the notes of a reading are answered."""
    if not covered:
        return False
    keys = keys_quoted(reading.units)
    return 2 * len(keys & covered) > len(keys)


def is_of(unit: Unit, review: str) -> bool:
    """Whether a note is of a review; of "" every note is."""
    return not review or unit.attributes.get("review") == review
