"""Proposals as they may be shown now: only while every note that the model was shown for them may still be read."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from nlp.consent import may_be_quoted
from nlp.documents.types import Unit
from nlp.names import name_key
from nlp.readings.edits.align import keys_of, notes_of
from nlp.readings.edits.types import Keys, note_key
from nlp.readings.types import ElementReadings, Interpretation, Reading
from service.assistant.types import AssistantProposal, ProposalKind


@dataclass(frozen=True, slots=True)
class ProposalNow:
    """A proposal with what it is about as that is now.

    Attributes:
        proposal: as it was made.
        element: as it is now.
        reading: that it is about, None where it is about none.
        quotes: the notes that it rests on, as they may be read.
    """

    proposal: AssistantProposal
    element: ElementReadings
    reading: Reading | None
    quotes: tuple[Unit, ...]


def as_now(found: Interpretation, proposals: Iterable[AssistantProposal]) -> tuple[ProposalNow, ...]:
    """Return the proposals that may be shown, in their order: those whose notes and readings are there.

    Args:
        found: the readings, as people agreed to it.
        proposals: of the programme.
    """
    elements = {name_key(each.element): each for each in found.elements}
    read = {key: _quotable(element) for key, element in elements.items()}
    shown = []
    for each in proposals:
        key = name_key(each.content.element)
        if key in elements and (now := _now(each, elements[key], read[key])):
            shown.append(now)
    return tuple(shown)


def find_reading(element: ElementReadings, notes: Keys) -> Reading | None:
    """Return the reading that has more than half of those of some notes that are still there, None if none has."""
    here = notes & frozenset(map(note_key, notes_of(element)))
    return next((each for each in element.readings if 2 * len(keys_of(each) & here) > len(here)), None)


def sentences_of(shown: Sequence[ProposalNow], language: str) -> Mapping[str, ProposalNow]:
    """Return id of a reading -> the sentence on it that somebody accepted, in a language where there is one in it."""
    taken: dict[str, ProposalNow] = {}
    for each in shown:
        content = each.proposal.content
        if content.kind is ProposalKind.SENTENCE and each.proposal.accepted and each.reading:
            before = taken.get(each.reading.id)
            if before is None or before.proposal.content.language != language:
                taken[each.reading.id] = each
    return taken


def _now(proposal: AssistantProposal, element: ElementReadings, read: Mapping[str, Unit]) -> ProposalNow | None:
    content = proposal.content
    if not content.sent <= read.keys():
        return None
    reading = find_reading(element, content.of) if content.of else None
    if content.of and reading is None:
        return None
    return ProposalNow(proposal, element, reading, tuple(read[key] for key in content.notes))


def _quotable(element: ElementReadings) -> dict[str, Unit]:
    """Return key -> a note of that wording, of those whose words may be read."""
    return {note_key(unit): unit for unit in notes_of(element) if may_be_quoted(unit)}
