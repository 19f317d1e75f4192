"""What may be done with whose words in a programme: the one place that is asked before words are analysed or shown."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from hashlib import sha256

from nlp.consent import ATTRIBUTE, UNQUOTED, Consent, Quoted, consent_of, may_be_quoted, strictest
from nlp.documents.types import Person, Rating, Unit
from nlp.messages import Message
from nlp.names import name_key
from nlp.participation.people.match_roster import RosterMatcher
from nlp.readings.edits.types import Outcome
from nlp.readings.types import ElementReadings, Interpretation, Reading
from nlp.transcripts.types import Turn
from service.privacy.words import hide_words
from service.store.privacy.consents import ConsentRow

KEPT = frozenset({"review", "language", "date", ATTRIBUTE})
"""Of a note that is not attributed, the attributes that stay: they tell when, not who."""


@dataclass(frozen=True)
class Agreed:
    """What everybody agreed to.

    Attributes:
        everybody: what holds for the whole programme.
        sessions: id of a transcript -> what holds for all that was said in its session.
        people: key of a name -> what somebody agreed to.
        roster: everybody on the rosters, without what they agreed to.
    """

    everybody: Consent = Consent.WITH_NAME
    sessions: Mapping[int, Consent] = field(default_factory=dict)
    people: Mapping[str, Consent] = field(default_factory=dict)
    roster: Sequence[Person] = ()

    @classmethod
    def of(cls, said: Iterable[ConsentRow], listed: Sequence[Person]) -> "Agreed":
        """Put together what facilitators said and what rosters say; of several answers the strictest holds.

        What facilitators said of a person takes the place of what the rosters say.

        Args:
            said: by facilitators, the last one of somebody counts.
            listed: everybody on the rosters, with what these say.
        """
        people = {name_key(each.name): consent_of(each.attributes) for each in listed if ATTRIBUTE in each.attributes}
        spelled = {name_key(alias): name_key(each.name) for each in listed for alias in (*each.aliases, each.name)}
        sessions: dict[int, Consent] = {}
        everybody = Consent.WITH_NAME
        for row in said:
            if row.name:
                people[spelled.get(name_key(row.name), name_key(row.name))] = row.consent
            elif row.file_id is not None:
                sessions[row.file_id] = row.consent
            else:
                everybody = row.consent
        own = {key: consent for key, consent in people.items() if consent is not Consent.WITH_NAME}
        return cls(everybody, sessions, own, [without_answer(each) for each in listed])

    @property
    def to_all(self) -> bool:
        """Whether everything may be quoted with names."""
        return not self.people and not self.sessions and self.everybody is Consent.WITH_NAME

    @cached_property
    def fingerprint(self) -> str:
        """A hash that changes when somebody agrees to something else."""
        return sha256(
            repr((self.everybody, sorted(self.people.items()), sorted(self.sessions.items()))).encode()
        ).hexdigest()

    def unnamed(self, names: Iterable[str]) -> frozenset[str]:
        """Return those of some people whose names may not stand beside what they said."""
        return frozenset(name for name in names if not self.of_person(name).may_be_named)

    @cached_property
    def _spelled(self) -> Mapping[str, str]:
        return {name_key(each): name_key(one.name) for one in self.roster for each in (*one.aliases, one.name)}

    def of_person(self, name: str) -> Consent:
        """Return what may be done with the words of somebody, by a name or an alias."""
        key = name_key(name)
        return strictest([self.everybody, self.people.get(self._spelled.get(key, key))])

    def of_session(self, file_id: int) -> Consent:
        """Return what may be done with what was said in a session."""
        return strictest([self.everybody, self.sessions.get(file_id)])

    def of_labels(self, labels: Iterable[str], file_id: int | None = None) -> dict[str, Consent]:
        """Return what may be done with the words of speakers, by the labels of a record."""
        given = sorted(set(labels))
        known = RosterMatcher(self.roster).match(given).person_of if self.people else {}
        room = Consent.WITH_NAME if file_id is None else self.of_session(file_id)
        return {label: strictest([room, self.of_person(known.get(label, label))]) for label in given}

    def of_voice(self, name: str, file_id: int) -> Consent:
        """Return what may be done with what somebody wrote or said in a file."""
        return self.of_labels([name], file_id)[name] if name else self.of_session(file_id)

    def prepared(self, units: Sequence[Unit]) -> tuple[Unit, ...]:
        """Return the notes that may be analysed, each with what may be done with its words where that is not all."""
        if self.to_all and not any(ATTRIBUTE in unit.attributes for unit in units):
            return tuple(units)
        held = ((unit, self._of_note(unit)) for unit in units)
        return tuple(_with_answer(unit, consent) for unit, consent in held if consent is not Consent.NOT_AT_ALL)

    def answered(self, unit: Quoted) -> Quoted:
        """Return a note with what may be done with its words now, where that is not all."""
        return _with_answer(unit, self._of_note(unit))

    def _of_note(self, unit: Unit) -> Consent:
        author = unit.attributes.get("participant", "")
        own = consent_of(unit.attributes) if ATTRIBUTE in unit.attributes else None
        return strictest([own, self.of_person(author) if author else self.everybody])

    def heard(self, turns: Sequence[Turn]) -> tuple[Turn, ...]:
        """Return the turns without those of people whose words may not even be counted."""
        silent = self._silent({turn.speaker for turn in turns if turn.speaker})
        return tuple(turn for turn in turns if turn.speaker not in silent) if silent else tuple(turns)

    def counted(self, people: Sequence[Person]) -> tuple[Person, ...]:
        """Return the people who may be counted."""
        return tuple(each for each in people if self.of_person(each.name) is not Consent.NOT_AT_ALL)

    def present(self, attendees: Sequence[str]) -> tuple[str, ...]:
        """Return the names of those who were present and may be counted."""
        silent = self._silent(attendees)
        return tuple(each for each in attendees if each not in silent)

    def _silent(self, labels: Iterable[str]) -> set[str]:
        if Consent.NOT_AT_ALL not in self.people.values():
            return set()
        return {label for label, consent in self.of_labels(labels).items() if consent is Consent.NOT_AT_ALL}

    def ratings(self, given: Iterable[Rating]) -> tuple[Rating, ...]:
        """Return ratings as they may be shown."""
        shown = ((each, self.of_person(each.participant) if each.participant else self.everybody) for each in given)
        return tuple(_rating(each, consent) for each, consent in shown if consent is not Consent.NOT_AT_ALL)


def without_answer(person: Person) -> Person:
    """Return a person of a roster without what they agreed to, which is no attribute to compare people by."""
    own = {name: value for name, value in person.attributes.items() if name != ATTRIBUTE}
    return person if len(own) == len(person.attributes) else replace(person, attributes=own)


def readings_as_agreed(found: Interpretation, agreed: Agreed) -> Interpretation:
    """Return readings as they may be shown: names, teams and words are left out where people did not agree to them.

    That is asked of what people agree to now, also of readings that were found before.
    """
    elements = tuple(element_as_agreed(each, agreed) for each in found.elements)
    if elements == found.elements:
        return found
    every = (agreed.answered(unit) for element in found.elements for unit in _all(element))
    hide = hide_words([unit for unit in every if not may_be_quoted(unit)])
    return replace(found, elements=elements, edits=tuple(_outcome(each, hide) for each in found.edits))


def element_as_agreed(element: ElementReadings, agreed: Agreed) -> ElementReadings:
    """Return one element as `readings_as_agreed` does."""
    if agreed.to_all and not any(ATTRIBUTE in unit.attributes for unit in _all(element)):
        return element
    read = {unit.id for unit in _all(element) if may_be_quoted(agreed.answered(unit))}
    return replace(
        element,
        readings=tuple(_reading(each, agreed) for each in element.readings),
        alone=tuple(unit_as_agreed(agreed.answered(unit)) for unit in element.alone),
        heaps=tuple(tuple(each for each in heap if each in read) for heap in element.heaps if read.intersection(heap)),
    )


def _all(element: ElementReadings) -> Iterable[Unit]:
    yield from element.alone
    for reading in element.readings:
        yield from reading.units


def _reading(reading: Reading, agreed: Agreed) -> Reading:
    return replace(reading, units=tuple(unit_as_agreed(agreed.answered(unit)) for unit in reading.units))


def unit_as_agreed(unit: Quoted) -> Quoted:
    """Return a note without what its author did not agree to: name, team, or its words."""
    consent = consent_of(unit.attributes)
    if consent is Consent.WITH_NAME:
        return unit
    own = {name: value for name, value in unit.attributes.items() if name != "participant"}
    if consent is not Consent.WITHOUT_NAME:
        own = {name: value for name, value in own.items() if name in KEPT}
    text = unit.text if consent.may_be_quoted else UNQUOTED
    return replace(unit, text=text, source="", line=0, start=0, end=0, attributes=own)


def _with_answer(unit: Quoted, consent: Consent) -> Quoted:
    if consent is Consent.WITH_NAME and ATTRIBUTE not in unit.attributes:
        return unit
    own = {name: value for name, value in unit.attributes.items() if name != ATTRIBUTE}
    return replace(unit, attributes=own if consent is Consent.WITH_NAME else {**own, ATTRIBUTE: consent.value})


def _outcome(outcome: Outcome, hide: Callable[[str], str]) -> Outcome:
    """Return what became of an edit without words that are only counted."""
    values = {place: hide(value) if isinstance(value, str) else value for place, value in outcome.says.values.items()}
    return replace(outcome, says=Message(outcome.says.template, values))


def _rating(rating: Rating, consent: Consent) -> Rating:
    if consent is Consent.WITH_NAME:
        return rating
    return replace(rating, participant="", note=rating.note if consent.may_be_quoted else "")
