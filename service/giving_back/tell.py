"""What was answered, told so that nobody is told, and beside the readings that it is about as they are now."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256

from nlp.readings.edits.align import found_again
from nlp.readings.types import ElementReadings
from service.analyses.findings import Findings
from service.errors import NotFound
from service.giving_back.types import Answers, Beside, Given, Heard, HeardElement, Line, ReadingAnswers, Verdict
from service.names.slugs import slugify
from service.presentation.masking.masking import People
from service.store.giving_back.asks import AskRow

Shown = Sequence[tuple[str, str, Given]]
"""What is shown: a reading, whose random name, what they say of it."""


def reading_answers(
    found: Findings, heard: Sequence[HeardElement], shown: Shown, fewest: int
) -> Iterator[ReadingAnswers]:
    """Yield the answers on each reading, with the reading that it is now.

    Raises:
        NotMadeYet: the readings are still being worked out.
    """
    given = _by_reading(shown)
    for each in heard:
        element, people = _element(found, each.element), _nobody(found, each.element)
        for reading in each.readings:
            own = tell(given[reading.id], people, fewest)
            yield ReadingAnswers(reading.id, each.element, reading, find(reading, each, element), own)


def beside(
    found: Findings, asked: Iterable[tuple[AskRow, Sequence[HeardElement], Shown]], fewest: int
) -> Mapping[str, tuple[Beside, ...]]:
    """Return id of a reading -> what was answered on it wherever it was given back, in the order of `asked`."""
    told: dict[str, list[Beside]] = defaultdict(list)
    for row, heard, shown in asked:
        for each in reading_answers(found, heard, shown, fewest):
            if each.reading and (each.answers.people or each.answers.lines):
                told[each.reading].append(Beside(row.team, row.opened, each.answers))
    return {reading: tuple(own) for reading, own in told.items()}


def find(heard: Heard, of: HeardElement, element: ElementReadings | None) -> str | None:
    """Return the id of the reading that one is now, None if there is none any more: by its notes, as edits find theirs.

    Notes that came since count neither for nor against it.
    """
    if element is None:
        return None
    return found_again(element.readings, heard.notes, of.known)


def tell(given: Sequence[tuple[str, Given]], people: People, fewest: int) -> Answers:
    """Return answers as they may be seen; nothing while they are too few.

    Args:
        given: whose random name, what they say; lines are in no order that could be followed from reading to reading.
        people: whom nothing may name.
        fewest: people of whom anything may be told.
    """
    if len(given) < fewest:
        return Answers()
    verdicts = [each.verdict for _, each in given if each.verdict]
    counted = len(verdicts) if len(verdicts) >= fewest else 0
    lines = sorted((sha256(f"{person} {each.line}".encode()).hexdigest(), each) for person, each in given if each.line)
    yes, partly, no = (verdicts.count(each) if counted else 0 for each in Verdict)
    told = tuple(Line(people.mask(each.line), each.verdict) for _, each in lines)
    return Answers(counted, yes, partly, no, told)


def _by_reading(shown: Shown) -> Mapping[str, list[tuple[str, Given]]]:
    given: dict[str, list[tuple[str, Given]]] = defaultdict(list)
    for reading, person, each in shown:
        given[reading].append((person, each))
    return given


def _element(found: Findings, name: str) -> ElementReadings | None:
    """Return an element as it is now, None if it is not there any more."""
    try:
        return found.element(slugify(name))
    except NotFound:
        return None


def _nobody(found: Findings, name: str) -> People:
    return found.nobody_of(note for notes in found.cards(name).values() for note in notes)
