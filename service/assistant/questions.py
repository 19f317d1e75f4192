"""What a model is shown of a programme: words of notes that may be quoted, without names, under numbers of their own.

Nothing of teams, groups or attributes is sent, so no small group can be told.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from nlp.consent import ATTRIBUTE, may_be_quoted
from nlp.documents.types import Unit
from nlp.embedding.types import Embedder
from nlp.names import fold
from nlp.readings.edits.align import keys_of, notes_of
from nlp.readings.edits.types import note_key
from nlp.readings.types import ElementReadings, Reading
from nlp.text.scripts import count_scripts
from service.analyses.findings import Findings
from service.assistant.asked import Asked
from service.assistant.asking.ask import Said, describe_reading
from service.assistant.asking.budget import Budget
from service.assistant.asking.client import Chat
from service.assistant.asking.prompts import READING
from service.assistant.checking.check import Sent
from service.assistant.checking.near import nearest
from service.assistant.checking.refusals import Why
from service.assistant.proposed import find_reading
from service.assistant.types import MadeWith, ProposalKind, Proposed
from service.names.slugs import slugify

MOST_NOTES = 20
"""Of one reading; the most typical ones tell what it says."""
MOST_OTHERS = 6
LONGEST_NOTE = 600
FEWEST_NOTES = 2
_NO_GROUPS = frozenset({"language", "date", "review", ATTRIBUTE, "participant"})


@dataclass(frozen=True)
class Answered:
    """What came of one question: what is proposed, and why the rest was thrown away."""

    proposed: tuple[Proposed, ...]
    refused: tuple[Why, ...]


@dataclass(frozen=True)
class AboutReading:
    """The question for the name of one reading, and for a sentence on it.

    Attributes:
        element: in which it is.
        reading: that it is.
        known: the programme as far as questions need it.
    """

    element: ElementReadings
    reading: Reading
    known: "Known"

    @property
    def key(self) -> str:
        """What tells it from other questions of a run."""
        return self.reading.id

    def ask(self, chat: Chat, asked: Asked, budget: Budget) -> Answered:
        """Ask it.

        Raises:
            NotAnswered: the server does not answer.
            Spent: no tokens or no time are left.
        """
        units = readable(self.reading.units)[:MOST_NOTES]
        sent, keys = self.known.sent(self.element, units, asked.language)
        every = {each.id: [unit.text for unit in readable(each.units)] for each in self.element.readings}
        firsts = [readable(each.units)[:1] for each in self.element.readings if each.id != self.reading.id]
        others = [self.known.words(unit) for own in firsts[:MOST_OTHERS] for unit in own]

        def is_near(text: str) -> bool:
            return nearest(text, every, self.known.embedder) == self.reading.id

        found = describe_reading(chat, sent, is_near, budget, others)
        shown = frozenset(keys.values()) | {note_key(unit) for own in firsts[:MOST_OTHERS] for unit in own}
        told = ((ProposalKind.NAME, found.name), (ProposalKind.SENTENCE, found.sentence))
        made = (self._proposed(kind, said, chat, asked, keys, shown) for kind, said in told if said)
        return Answered(tuple(made), found.refused)

    def _proposed(
        self, kind: ProposalKind, said: Said, chat: Chat, asked: Asked, keys: Mapping[str, str], shown: frozenset[str]
    ) -> Proposed:
        return Proposed(
            kind,
            self.element.element,
            said.text,
            asked.language,
            MadeWith(f"{chat.model} at {chat.host}", READING, said.seed),
            of=keys_of(self.reading),
            notes=tuple(keys[each] for each in said.notes),
            one_person=kind is ProposalKind.SENTENCE and said.voices == 1,
            sent=shown,
        )


@dataclass(frozen=True)
class Known:
    """A programme as far as questions need it.

    Attributes:
        found: the programme.
        embedder: the model that found its readings.
        authors: id of a note -> who wrote it, whatever they agreed to: to count people alone.
        groups: names of teams, organisations and other groups, which no answer may say.
    """

    found: Findings
    embedder: Embedder
    authors: Mapping[str, str] = field(default_factory=dict)
    groups: frozenset[str] = frozenset()

    @classmethod
    def of(cls, found: Findings) -> "Known":
        """Read what is needed."""
        written = found.written()
        authors = {unit.id: unit.attributes.get("participant", "") for unit in written}
        embedder = found.results.embedder(found.at, found.at.of_kind("notes"), [unit.text for unit in written])
        return cls(found, embedder, authors, _groups(found, written))

    def words(self, unit: Unit) -> str:
        """Return the words of a note as they are sent: without names, not too long."""
        return self.found.nobody.mask(unit.text)[:LONGEST_NOTE]

    def sent(self, element: ElementReadings, units: Sequence[Unit], language: str) -> tuple[Sent, Mapping[str, str]]:
        """Return what a question has, and id in it -> key of a note."""
        nobody = self.found.nobody_of(notes_of(element))
        named = {f"n{number}": unit for number, unit in enumerate(units, start=1)}
        sent = Sent(
            {each: nobody.mask(unit.text)[:LONGEST_NOTE] for each, unit in named.items()},
            {each: self.authors.get(unit.id, "") for each, unit in named.items()},
            language,
            element.element,
            nobody.mask,
            self.groups,
        )
        return sent, {each: note_key(unit) for each, unit in named.items()}


def readable(units: Sequence[Unit]) -> list[Unit]:
    """Return the notes whose words may be quoted, of those of one wording the first."""
    return list({note_key(unit): unit for unit in reversed(units) if may_be_quoted(unit)}.values())[::-1]


def questions(found: Findings, asked: Asked, known: Known) -> Iterator[AboutReading]:
    """Give the questions of a run: of readings that have notes enough, and no proposal in that language yet."""
    for element in found.readings().elements:
        if asked.element and slugify(element.element) != asked.element:
            continue
        there = {
            reading.id
            for each in found.at.proposals
            if each.content.language == asked.language
            and each.content.kind in (ProposalKind.NAME, ProposalKind.SENTENCE)
            and each.content.element == element.element
            and (reading := find_reading(element, each.content.of))
        }
        for reading in element.readings:
            if reading.id not in there and len(readable(reading.units)) >= FEWEST_NOTES:
                yield AboutReading(element, reading, known)


def _groups(found: Findings, written: Sequence[Unit]) -> frozenset[str]:
    at = found.at
    said = {spelling for each in at.outline.names.said for spelling in each.spellings if each.kind == "team"}
    people = {value for person in at.people for name, value in person.attributes.items() if name not in _NO_GROUPS}
    notes = {unit.attributes.get(name, "") for unit in written for name in ("team", "organisation")}
    every = {*at.outline.teams, *said, *people, *notes} - set(at.outline.elements)
    return frozenset(each for each in every if len(fold(each)) > 1 and count_scripts(each))
