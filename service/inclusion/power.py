"""Who held power in sessions, as facilitators note it: for them alone, and beside what was counted."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from nlp.errors import InputError
from nlp.messages import Message
from nlp.names import name_key
from nlp.readings.edits.align import keys_of, same
from nlp.readings.types import ElementReadings
from service.analyses.findings import Findings, FindingsOf
from service.errors import NotFound
from service.inclusion.power_picture import Codings, picture_of
from service.inclusion.power_types import (
    LONGEST_WORDS,
    MOST_HOLDERS,
    CodedReading,
    Holder,
    Kind,
    PowerNote,
    PowerPicture,
)
from service.journal import journal, things
from service.journal.types import Action
from service.programmes.snapshot import Snapshot
from service.store import Database
from service.store.inclusion import power


class Power:
    """Who held power in the sessions of all programmes. Methods raise `NotFound` for what is not there."""

    def __init__(self, database: Database, findings: FindingsOf) -> None:
        self._database = database
        self._findings = findings

    def of(self, at: Snapshot, session: str) -> tuple[PowerNote, ...]:
        """Return what was noted of a session, people and groups as they are called now."""
        row = at.session_row(session)
        return self._noted(at).get(row.file_id, ())

    def say(self, slug: str, session: str, notes: Sequence[PowerNote]) -> tuple[PowerNote, ...]:
        """Note who held power in a session, in the place of what was noted before; a kind left out is not said.

        Raises:
            InputError: a kind stands there twice, somebody is there of whom it is said that nobody was, there are too
                many of them, or the words are too many.
        """
        checked = _checked(notes)
        with self._database.writing() as db:
            at = Snapshot.to_change(db, slug)
            row = at.session_row(session)
            if power.every(db, at.id).get(row.file_id, ()) != checked:
                power.say(db, row.file_id, checked)
                journal.write(db, at.id, Action.POWER_NOTED, things.session(row.slug, row.title))
        return checked

    def code(self, slug: str, element: str, critical: Sequence[str] | None) -> tuple[str, ...]:
        """Code the readings of an element: those that are critical, the others are not; None takes the coding back.

        A reading is known by its notes; it stays coded when notes come, while most of them are the same.

        Args:
            slug: of the programme.
            element: its slug.
            critical: the ids of the critical readings, as they are now.

        Returns:
            Their ids.

        Raises:
            NotFound: there is no such element or reading.
            NotMadeYet: the readings are still being worked out.
        """
        found = self._findings.of(slug)
        readings = found.element(element)
        known = {each.id: each for each in readings.readings}
        if missing := [each for each in critical or () if each not in known]:
            raise NotFound("reading", missing[0])
        chosen = [known[each] for each in dict.fromkeys(critical or ())]
        content = [CodedReading(each.label, tuple(sorted(keys_of(each)))) for each in chosen]
        with self._database.writing() as db:
            at = Snapshot.to_change(db, slug)
            for number, own, _ in power.coded(db, at.id):
                if name_key(at.spelling.element(own)) == name_key(readings.element):
                    power.forget_coding(db, number)
            if critical is not None:
                power.code(db, at.id, readings.element, content)
            journal.write(db, at.id, Action.CRITICAL_CODED, things.readings_of(readings.element))
        return tuple(each.id for each in chosen)

    def codings(self, found: Findings) -> Codings:
        """Return element -> the keys of the notes of each reading that was coded as critical."""
        with self._database.reading() as db:
            rows = power.coded(db, found.at.id)
        spelling = found.at.spelling
        return {name_key(spelling.element(own)): tuple(frozenset(each.notes) for each in said) for _, own, said in rows}

    def picture(self, found: Findings, kind: Kind | None = None) -> PowerPicture:
        """Put the sessions of a programme with and without beside each other.

        Args:
            found: the programme.
            kind: of power, None for any of them.
        """
        return picture_of(found, self._noted(found.at), self.codings(found), kind)

    def _noted(self, at: Snapshot) -> Mapping[int, tuple[PowerNote, ...]]:
        with self._database.reading() as db:
            rows = power.every(db, at.id)
        return {file_id: tuple(_as_called(each, at) for each in notes) for file_id, notes in rows.items()}


def critical_in(readings: ElementReadings, codings: Codings) -> frozenset[str] | None:
    """Return the ids of the readings of an element that were coded as critical, None where nobody coded it."""
    own = codings.get(name_key(readings.element))
    if own is None:
        return None
    return frozenset(each.id for each in readings.readings if any(same(keys_of(each), keys) for keys in own))


def _as_called(note: PowerNote, at: Snapshot) -> PowerNote:
    """Return a note with people and teams as they are called; who was deleted for good is not among them."""
    spelled = {"": at.spelling.person, "team": at.spelling.team}
    holders = (Holder(each.attribute, spelled.get(each.attribute, str)(each.name)) for each in note.holders)
    return replace(note, holders=tuple(each for each in holders if any(map(str.isalnum, each.name))))


def _checked(notes: Sequence[PowerNote]) -> tuple[PowerNote, ...]:
    by_kind = {each.kind: each for each in notes}
    if len(by_kind) < len(notes):
        raise InputError("", Message("one kind of power stands there twice"), Message("Say it once"))
    if any(each.holders and not each.there for each in notes):
        problem = Message("somebody is chosen of whom it is said that nobody was there")
        raise InputError("", problem, Message("Say that they were there, or choose nobody"))
    if any(len(each.holders) > MOST_HOLDERS for each in notes):
        problem = Message("more than {most} people and groups are chosen", {"most": MOST_HOLDERS})
        raise InputError("", problem, Message("Choose fewer"))
    tidy = [replace(by_kind[kind], words=" ".join(by_kind[kind].words.split())) for kind in Kind if kind in by_kind]
    if any(len(each.words) > LONGEST_WORDS for each in tidy):
        problem = Message("what is said there is longer than {most} letters", {"most": LONGEST_WORDS})
        raise InputError("", problem, Message("Shorten it"))
    return tuple(replace(each, holders=tuple(dict.fromkeys(each.holders))) for each in tidy)
