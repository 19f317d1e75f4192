"""What facilitators change about the readings: made from what they see, kept, undone, and taken elsewhere."""

import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from types import MappingProxyType
from typing import Any

from nlp.errors import InputError
from nlp.messages import Message
from nlp.names import name_key
from nlp.readings.edits.align import keys_of, notes_of
from nlp.readings.edits.types import (
    Dismiss,
    Edit,
    Keys,
    LayOut,
    Merge,
    Move,
    Rename,
    Seen,
    Split,
    note_key,
    note_keys,
    without_labels,
)
from nlp.readings.types import ElementReadings
from service.analyses.findings import Findings, FindingsOf
from service.analyses.kinds import EDITED
from service.annotations.edits_file import LONGEST_NAME, clean_name, short_name
from service.errors import NotFound
from service.journal import journal, things
from service.journal.types import Action, Details, MadeEdit
from service.moments import in_utc
from service.programmes.snapshot import Snapshot
from service.store import Database, Transaction, edits, findings


@dataclass(frozen=True, slots=True)
class Editor:
    """Who makes a change: their name, "" if they do not say, and the language in which they see the readings."""

    name: str = ""
    language: str = ""


NOBODY = Editor()
DONE: Mapping[type[Edit], Action] = {
    Rename: Action.READING_NAMED,
    Merge: Action.READINGS_JOINED,
    Split: Action.READING_SPLIT,
    Move: Action.NOTES_MOVED,
    Dismiss: Action.READING_DISMISSED,
    LayOut: Action.NOTES_LAID_OUT,
}


@dataclass(frozen=True, slots=True)
class _Shown:
    """One element as a facilitator sees it, with what every edit of it has."""

    at: Snapshot
    readings: ElementReadings
    id: str
    made: str
    who: Editor

    @property
    def by(self) -> str:
        return clean_name(self.who.name)[:LONGEST_NAME]

    @property
    def element(self) -> str:
        return self.readings.element

    @property
    def known(self) -> Keys:
        return note_keys(notes_of(self.readings))

    def reading(self, reading_id: str) -> Seen:
        """Return a reading by its id; `NotFound` if it is not there."""
        found = next((each for each in self.readings.readings if each.id == reading_id), None)
        if found is None:
            raise NotFound("reading", reading_id)
        return Seen(found.called(self.who.language), keys_of(found))

    def given(self, reading_id: str) -> str:
        """Return the name that a person gave a reading, "" without one: any other label is made of notes."""
        return next((each.given for each in self.readings.readings if each.id == reading_id), "")

    def notes(self, ids: Sequence[str]) -> Keys:
        """Return the keys of notes by their ids; `NotFound` if one is not there, `InputError` if there are none."""
        if not ids:
            raise InputError("", Message("no note is ticked"), Message("Tick at least one"))
        key_of = {unit.id: note_key(unit) for unit in notes_of(self.readings)}
        if missing := [each for each in ids if each not in key_of]:
            raise NotFound("note", missing[0])
        return frozenset(key_of[each] for each in ids)

    def free_name(self, name: str, besides: str = "") -> str:
        """Return a name as it is kept; `InputError` if it is too long or another reading has it."""
        cleaned = short_name(name)
        others = {each.label for each in self.readings.readings if each.id != besides}
        if cleaned and cleaned in others:
            raise InputError(
                "",
                Message("another reading is called “{name}” already", {"name": cleaned}),
                Message("Choose another name, or put the two together if they say the same"),
            )
        return cleaned


class ReadingEdits:
    """The edits of all programmes.

    Methods name readings and notes by the ids that `Findings.readings` gives, and an element by its slug; they raise
    `NotFound` for what is not there, which may be because somebody else has changed it meanwhile.
    """

    def __init__(self, database: Database, findings: FindingsOf, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._findings = findings
        self._clock = clock

    def rename(
        self,
        slug: str,
        element: str,
        reading: str,
        name: str,
        who: Editor = NOBODY,
        names: Mapping[str, str] = MappingProxyType({}),
        made_with: str = "",
    ) -> Edit:
        """Give a reading a name; `names` is language -> name for readers who shall see another one, "" for none.

        `made_with` is the model, the prompt and the seed where a machine proposed it.

        Raises:
            InputError: the name is empty, or one is too long or that of another reading of the element.
        """
        shown = self._shown(slug, element, who)
        cleaned = shown.free_name(name, besides=reading)
        if not cleaned:
            raise InputError(
                "", Message("the name is empty"), Message("Write one, or undo the change that gave the old one")
            )
        others = {code: shown.free_name(each, besides=reading) for code, each in names.items()}
        others = {code: each for code, each in others.items() if each and each != cleaned}
        common = {**_common(shown), "made_with": made_with}
        made = Rename(**common, reading=shown.reading(reading), name=cleaned, names=others)
        return self._add(slug, shown, made, Details(shown.given(reading), cleaned, made_with=made_with))

    def merge(self, slug: str, element: str, reading: str, into: str, who: Editor = NOBODY) -> Edit:
        """Make a reading part of another one.

        Raises:
            InputError: the two are one.
        """
        shown = self._shown(slug, element, who)
        if reading == into:
            raise InputError("", Message("a reading cannot be put together with itself"), Message("Choose another one"))
        made = Merge(**_common(shown), reading=shown.reading(reading), into=shown.reading(into))
        return self._add(slug, shown, made, Details(shown.given(reading), shown.given(into)))

    def split(self, slug: str, element: str, notes: Sequence[str], name: str = "", who: Editor = NOBODY) -> Edit:
        """Make some notes a reading of their own; without a name it gets a label out of its words.

        Raises:
            InputError: there is no note, or the name is too long or that of another reading of the element.
        """
        shown = self._shown(slug, element, who)
        made = Split(**_common(shown), notes=shown.notes(notes), name=shown.free_name(name))
        return self._add(slug, shown, made, Details(after=made.name, number=len(made.notes)))

    def move(self, slug: str, element: str, notes: Sequence[str], to: str | None, who: Editor = NOBODY) -> Edit:
        """Move some notes to a reading, or to those that stand alone (None).

        Raises:
            InputError: there is no note.
        """
        shown = self._shown(slug, element, who)
        target = None if to is None else shown.reading(to)
        made = Move(**_common(shown), notes=shown.notes(notes), to=target)
        return self._add(slug, shown, made, Details(after=shown.given(to or ""), number=len(made.notes)))

    def dismiss(self, slug: str, element: str, reading: str, who: Editor = NOBODY) -> Edit:
        """Say that what was found is not a reading: its notes stand alone."""
        shown = self._shown(slug, element, who)
        made = Dismiss(**_common(shown), reading=shown.reading(reading))
        return self._add(slug, shown, made, Details(after=shown.given(reading)))

    def lay_out(self, slug: str, element: str, readings: int, who: Editor = NOBODY) -> Edit:
        """Lay out the notes of which nobody has said anything anew, so that there are so many readings.

        A wish for another number that nothing has followed yet is forgotten.

        Raises:
            InputError: the notes do not give so many.
        """
        shown = self._shown(slug, element, who)
        most = max(shown.readings.most_readings, len(shown.readings.readings))
        if not 1 <= readings <= most:
            raise InputError(
                "",
                Message("these notes can be laid out in 1 to {most} readings", {"most": most}),
                Message("Ask for a number among these"),
            )
        own = [edit for edit in shown.at.edits if name_key(edit.element) == name_key(shown.element)]
        before = own[-1].id if own and isinstance(own[-1], LayOut) else None
        made = LayOut(**_common(shown), readings=readings)
        return self._add(slug, shown, made, Details(number=readings), instead_of=before)

    def undo(self, slug: str, edit: str) -> None:
        """Forget an edit; those after it stay, and find their readings anew.

        Raises:
            NotFound: the programme has no such edit.
        """
        with self._database.writing() as db:
            at = Snapshot.to_change(db, slug)
            of = next((each.element for each in at.edits if each.id == edit), "")
            edits.remove(db, at.id, edit)
            _forget(db, at)
            journal.write(db, at.id, Action.EDIT_UNDONE, things.readings_of(of), Details(within=of))
        self._findings.at_once(slug, Findings.renew_edited)

    def take_in(self, slug: str, given: Sequence[Edit]) -> tuple[Edit, ...]:
        """Add edits behind those that are there, leaving out what is there already; return all that were given."""
        with self._database.writing() as db:
            at = Snapshot.to_change(db, slug)
            _keep(db, at, given)
            about = [things.readings_of(name) for name in dict.fromkeys(each.element for each in given)]
            of = things.programme(at.slug, at.row.name)
            journal.write(db, at.id, Action.EDITS_TAKEN_IN, of, Details(number=len(given)), about=about)
        return tuple(given)

    def _shown(self, slug: str, element: str, who: Editor) -> _Shown:
        made = in_utc(self._clock())
        found = self._findings.of(slug)
        with self._database.reading() as db:
            journal.refuse_stale(db, found.at.id, [things.readings_of(found.name_of(element))])
        return _Shown(found.at, found.element(element), secrets.token_hex(6), made, who)

    def _add(self, slug: str, shown: _Shown, edit: Edit, said: Details, instead_of: str | None = None) -> Edit:
        """Keep an edit; if a file was removed since its readings were read, without their labels."""
        with self._database.writing() as db:
            at = Snapshot.to_change(db, slug)
            if instead_of in {each.id for each in at.edits}:
                edits.remove(db, at.id, str(instead_of))
            all_there = {file.id for file in shown.at.files} <= {file.id for file in at.files}
            added = edit if all_there else without_labels(edit)
            _keep(db, at, [added])
            of, more = things.readings_of(edit.element), replace(said, within=edit.element)
            journal.write(db, at.id, DONE[type(edit)], of, more, undo=MadeEdit(edit.id), by=edit.by)
        if not isinstance(edit, LayOut):  # that is found anew, which takes longer than somebody waits for a form
            self._findings.at_once(slug, Findings.renew_edited)
        return added


def _keep(db: Transaction, at: Snapshot, given: Sequence[Edit]) -> None:
    edits.add(db, at.id, given)
    _forget(db, at)


def _forget(db: Transaction, at: Snapshot) -> None:
    """Forget what followed from the edits before, once there are none; else the last stays until there is a new one."""
    if not edits.every(db, at.id):
        findings.remove(db, at.id, (EDITED,))


def _common(shown: _Shown) -> dict[str, Any]:
    names = ("id", "element", "known", "made", "by")
    return {name: getattr(shown, name) for name in names}
