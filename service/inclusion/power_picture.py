"""Sessions with and without somebody who held power, put beside each other from what is found of them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean

from nlp.documents.types import Unit
from nlp.names import name_key
from nlp.participation.sessions.with_and_without import (
    Measure,
    compare_with_and_without,
    fewest_of_each,
    measures_of,
)
from nlp.participation.turns.text_length import fair_length
from nlp.participation.types import Participation
from nlp.readings.edits.align import keys_of, same
from nlp.readings.edits.types import Keys, note_key
from nlp.readings.groups.holders import speaker_of
from service.analyses.findings import Findings
from service.analyses.outcomes import Failed, attempt
from service.inclusion.power_types import HeldPart, Holder, Kind, NotesOfDay, PowerInSession, PowerNote, PowerPicture
from service.store.sessions import SessionRow

Codings = Mapping[str, tuple[Keys, ...]]
"""Key of the name of an element that people coded -> the notes of each critical reading."""

Noted = Mapping[int, tuple[PowerNote, ...]]
"""Id of a transcript -> what was noted of its session."""


def picture_of(found: Findings, noted: Noted, codings: Codings, kind: Kind | None) -> PowerPicture:
    """Put the sessions of a programme beside each other.

    Args:
        found: the programme.
        noted: what was noted of its sessions.
        codings: which of its readings are critical.
        kind: of power, None for any.
    """
    sessions = tuple(_session(found, row, noted.get(row.file_id, ()), kind) for row in found.at.session_rows)
    held = {each.session: each.held for each in sessions}
    days = tuple(_Days.of(found, codings).days(held))
    values = {each.session: each.measures for each in sessions} | {f"day {each.day}": each.measures for each in days}
    sides = held | {f"day {each.day}": each.held for each in days}
    compared = compare_with_and_without({key: each for key, each in sides.items() if each is not None}, values)
    return PowerPicture(kind, sessions, days, compared, fewest_of_each(len(compared)))


def is_held(notes: Sequence[PowerNote], kind: Kind | None) -> bool | None:
    """Return whether somebody held power in a session; None where that was not said of every kind that is asked."""
    asked = [each for each in notes if kind in (None, each.kind)]
    if any(each.there for each in asked):
        return True
    return False if len(asked) == (len(Kind) if kind is None else 1) else None


def _session(found: Findings, row: SessionRow, notes: tuple[PowerNote, ...], kind: Kind | None) -> PowerInSession:
    measured = attempt(found.participation, row.slug)
    held = is_held(notes, kind)
    if isinstance(measured, Failed):
        return PowerInSession(row.slug, notes, held, None, {})
    holders = [holder for each in notes if each.there and kind in (None, each.kind) for holder in each.holders]
    part = held_part(found, row, measured, holders)
    return PowerInSession(row.slug, notes, held, part, {} if row.is_chat else measures_of(measured))


def held_part(found: Findings, row: SessionRow, measured: Participation, holders: Iterable[Holder]) -> HeldPart | None:
    """Return what those who held power had of a session; None where nobody of them was there, or too few of a group."""
    shares = {each.name: each.share for each in measured.speakers} | dict.fromkeys(measured.silent, 0.0)
    roster = found.at.roster_of(row)
    people = found.at.rosters[roster.id] if roster else ()
    them: set[str] = set()
    for holder in holders:
        if not holder.attribute:
            them |= {name for name in shares if name_key(name) == name_key(holder.name)}
            continue
        group = {
            person.name
            for person in people
            if person.name in shares and name_key(person.attributes.get(holder.attribute, "")) == name_key(holder.name)
        }
        if 0 < len(group) < found.threshold:
            return None
        them |= group
    return HeldPart(len(them), len(shares), sum(shares[name] for name in them)) if them else None


@dataclass(frozen=True)
class _Days:
    """The notes of each day on which there were sessions; of a session only a month may be known, and then it is that.

    Attributes:
        at: slug of a session -> its day.
        notes: day -> its notes.
        coded: key of the name of an element -> the keys of its critical notes.
        threshold: fewest people of whose notes anything is told.
    """

    at: Mapping[str, str]
    notes: Mapping[str, Sequence[Unit]]
    coded: Mapping[str, frozenset[str]]
    threshold: int

    @classmethod
    def of(cls, found: Findings, codings: Codings) -> "_Days":
        """Find the notes of the days of sessions; a note without a day of its own has that of its review."""
        at = {row.slug: row.date for row in found.at.session_rows if row.date and not row.is_chat}
        reviews = {each.name: each.date for each in found.at.outline.reviews}
        notes: dict[str, list[Unit]] = defaultdict(list)
        for unit in found.written() if at else ():
            day = unit.attributes.get("date", "") or reviews.get(unit.attributes.get("review", ""), "")
            if own := max((each for each in set(at.values()) if day.startswith(each)), key=len, default=""):
                notes[own].append(unit)
        return cls(at, notes, _critical(found, codings), found.threshold)

    def days(self, held: Mapping[str, bool | None]) -> Iterable[NotesOfDay]:
        """Yield the days that have notes, in order of time."""
        for day in sorted(set(self.at.values())):
            if own := self.notes.get(day, ()):
                states = [held[session] for session, its_day in self.at.items() if its_day == day]
                yield self._day(day, own, _together(states))

    def _day(self, day: str, notes: Sequence[Unit], held: bool | None) -> NotesOfDay:
        if len(set(map(speaker_of, notes))) < self.threshold:
            return NotesOfDay(day, held, 0, 0, 0, {})
        measures = {Measure.NOTE: fmean(fair_length(each.text) for each in notes)}
        coded = [each for each in notes if name_key(each.element or "") in self.coded]
        if len(set(map(speaker_of, coded))) < self.threshold:
            return NotesOfDay(day, held, len(notes), 0, 0, measures)
        critical = sum(note_key(each) in self.coded[name_key(each.element or "")] for each in coded)
        return NotesOfDay(
            day, held, len(notes), len(coded), critical, {**measures, Measure.CRITICAL: critical / len(coded)}
        )


def _together(states: Sequence[bool | None]) -> bool | None:
    """Return whether somebody held power on a day: in one of its sessions, in none, or it was not said."""
    if True in states:
        return True
    return None if None in states else False


def _critical(found: Findings, codings: Codings) -> dict[str, frozenset[str]]:
    """Return the notes of critical readings as these are now; where they are not found yet, as they were coded."""
    if not codings:
        return {}
    readings = attempt(found.readings)
    now = {} if isinstance(readings, Failed) else {name_key(each.element): each for each in readings.elements}
    critical = {}
    for element, said in codings.items():
        there = [keys_of(each) for each in now[element].readings] if element in now else []
        alike = [next((keys for keys in there if same(keys, own)), own) for own in said]
        critical[element] = frozenset[str]().union(*alike)
    return critical
