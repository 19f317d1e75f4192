"""What was heard on elements, as it is given back: only what many say, in words that people let be quoted."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count

from nlp.consent import Consent
from nlp.documents.types import Unit
from nlp.names import name_key
from nlp.readings.edits.align import keys_of, notes_of
from nlp.readings.edits.types import note_key, note_keys
from nlp.readings.groups.holders import speaker_of
from nlp.readings.types import ElementReadings, Reading
from nlp.text.words import wording
from service.analyses.findings import Findings
from service.giving_back.types import Heard, HeardElement, Said, Share
from service.presentation.masking.masking import People
from service.presentation.masking.strangers import HIDDEN
from service.privacy.agreed import Agreed, unit_as_agreed

QUOTES = 2
LONGEST_QUOTE = 260
LONGEST_NAME = 160
TEAM = "team"
_ATTRIBUTED = frozenset({Consent.WITH_NAME, Consent.WITHOUT_NAME})


def is_attributed(agreed: Agreed) -> bool:
    """Whether a programme lets people be quoted with their teams at all: the rule of Chatham House does not."""
    return agreed.everybody in _ATTRIBUTED


def hear(found: Findings, elements: Sequence[ElementReadings], team: str, fewest: int) -> tuple[HeardElement, ...]:
    """Return what is given back of some elements, to everybody or to one team.

    Args:
        found: the programme.
        elements: as its pages show them.
        team: whose own view stands beside that of all others, "" for none.
        fewest: people of whom anything may be told.
    """
    written: dict[str, list[Unit]] = defaultdict(list)
    for unit in found.written():
        written[name_key(unit.element or "")].append(unit)
    numbers = map(str, count(1))
    heard = []
    for each in elements:
        told = _Told.of(found, each, written[name_key(each.element)], team, fewest)
        readings = [reading for reading in each.readings if told.people_in(keys_of(reading)) >= fewest]
        given = tuple(told.heard(next(numbers), reading) for reading in readings)
        heard.append(HeardElement(each.element, note_keys(notes_of(each)), given, len(each.readings) - len(given)))
    return tuple(heard)


@dataclass(frozen=True)
class _Told:
    """What may be told of one element.

    Attributes:
        cards: key -> the notes that may be quoted, as their writers let them be.
        writers: key -> who wrote it.
        teams: key -> the teams of those who wrote it and let it be told, once a note.
        named: teams of which so many wrote here that they may be told, in the order of the programme.
        people: whom nothing may name.
        own: the team whose view it is, "" where that is nobody's or may not be told.
        beside: whether the others are so many that something may be told of them.
    """

    cards: Mapping[str, Sequence[Unit]]
    writers: Mapping[str, frozenset[str]]
    teams: Mapping[str, Counter[str]]
    named: tuple[str, ...]
    people: People
    own: str
    beside: bool

    @classmethod
    def of(cls, found: Findings, element: ElementReadings, units: Sequence[Unit], team: str, fewest: int) -> "_Told":
        """Count the people of an element, of its teams, and of each note."""
        writers: dict[str, set[str]] = defaultdict(set)
        teams: dict[str, Counter[str]] = defaultdict(Counter)
        of_team: dict[str, set[str]] = defaultdict(set)
        for unit in units:
            key, own = note_key(unit), unit_as_agreed(found.at.agreed.answered(unit)).attributes.get(TEAM, "")
            writers[key].add(speaker_of(unit))
            if own and is_attributed(found.at.agreed):
                teams[key][own] += 1
                of_team[own].add(speaker_of(unit))
        named = tuple(each for each in found.at.outline.teams if len(of_team[each]) >= fewest)
        others = {who for each, people in of_team.items() if each != team for who in people}
        return cls(
            found.cards(element.element),
            {key: frozenset(who) for key, who in writers.items()},
            teams,
            named,
            found.nobody_of(units),
            team if team in named else "",
            len(others) >= fewest,
        )

    def people_in(self, keys: Iterable[str]) -> int:
        """Return how many people wrote some notes."""
        return len(set().union(*(self.writers.get(key, frozenset()) for key in keys)))

    def heard(self, own_id: str, reading: Reading) -> Heard:
        """Return a reading as it is given back."""
        count_of = Counter[str]()
        for key in keys_of(reading):
            count_of.update(self.teams.get(key, Counter()))
        own, others = self._shares(count_of)
        return Heard(
            id=own_id,
            notes=keys_of(reading),
            given=reading.given,
            given_in=dict(reading.given_in),
            names=tuple(self._names(reading)),
            example=self._said(reading.example, reading) if reading.example else None,
            gloss=dict(reading.gloss),
            quotes=tuple(self._quotes(reading)),
            holders=tuple(each for each in self.named if count_of[each]),
            own=own,
            others=others,
        )

    def _shares(self, count_of: Counter[str]) -> tuple[Share | None, Share | None]:
        if not self.own:
            return None, None
        all_of = Counter[str]()
        for each in self.teams.values():
            all_of.update(each)
        own = Share(count_of[self.own], all_of[self.own])
        others = Share(count_of.total() - own.count, all_of.total() - own.of)
        return own, others if self.beside else None

    def _names(self, reading: Reading) -> Iterator[Said]:
        for language, text in reading.labels.items():
            yield self._said(text, reading, language)

    def _said(self, text: str, reading: Reading, language: str = "") -> Said:
        """Return words with the notes of a reading that say them; a name may stand hidden in them."""
        parts = [part for part in map(wording, text.split(HIDDEN)) if part]
        notes = {note_key(unit): unit for unit in reading.units}
        said = [key for key, unit in notes.items() if all(part in wording(unit.text) for part in parts)]
        return Said(shortened(self.people.mask(text), LONGEST_NAME), language, tuple(said))

    def _quotes(self, reading: Reading) -> Iterator[Said]:
        """Yield a few notes that show a reading: for a team its own first, then those of others."""
        first = {each: place for place, each in enumerate(reading.quotes)}
        names = {wording(each) for each in (*reading.labels.values(), reading.example)}
        units = sorted(reading.units, key=lambda unit: (wording(unit.text) in names, first.get(unit.id, len(first))))
        quotes = list({note_key(unit): self._quote(note_key(unit)) for unit in units}.values())
        said = [each for each in quotes if each and any(map(str.isalnum, each.text))]
        own = [each for each in said if self.own and each.team == self.own]
        yield from own[:QUOTES]
        yield from [each for each in said if each not in own][:QUOTES]

    def _quote(self, key: str) -> Said | None:
        notes = self.cards.get(key, ())
        if not notes:
            return None
        teams = (unit.attributes.get(TEAM, "") for unit in notes)
        team = next((each for each in teams if each in self.named), "")
        return Said(shortened(self.people.mask(notes[0].text), LONGEST_QUOTE), notes[0].language or "und", (key,), team)


def shortened(text: str, most: int) -> str:
    """Return a text of at most so many letters, cut between two words where it has some."""
    if len(text) <= most:
        return text
    cut = text[: most - 1]
    return f"{cut[: cut.rfind(' ')] if ' ' in cut else cut}{HIDDEN}"
