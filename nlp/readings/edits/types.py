"""What a person changed about the readings, in a form that finds its readings again in later runs.

An edit never speaks of "trust-2": the next run may number readings otherwise. It carries the notes that it speaks of,
each as a hash of its wording, and all notes that the element had when it was made, so that notes that came later count
neither for nor against what it looks for. Notes of the same wording are one note here, as they are in the clustering.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from hashlib import sha256
from typing import ClassVar, Literal

from nlp.documents.types import Unit
from nlp.frozen import Immutable
from nlp.messages import Message, msgid
from nlp.text.words import wording

RENAMED = msgid("“{reading}” is called “{name}”.")
MERGED = msgid("Put together: “{reading}” and “{into}”.")
SPLIT = msgid("A reading of its own: “{notes}”.")
SPLIT_NAMED = msgid("A reading of its own, “{name}”: “{notes}”.")
MOVED = msgid("Moved to “{reading}”: “{notes}”.")
SET_APART = msgid("Stands alone: “{notes}”.")
DISMISSED = msgid("Not a reading: “{reading}”.")
LAID_OUT = msgid("Laid out in {readings} readings.")
LAID_OUT_IN_ONE = msgid("Laid out in one reading.")

GONE = Message("None of the notes that it speaks of is here.")
TOO_FEW = Message("Too few of the notes that it speaks of are here.")
APART = Message("The notes that it speaks of do not form one reading here.")
WHY_NOT = (GONE, TOO_FEW, APART)

Keys = frozenset[str]


def text_key(text: str) -> str:
    """Return 16 hexadecimal digits that stand for the wording of a note, whatever its file, case and punctuation."""
    return sha256(wording(text).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def note_key(unit: Unit) -> str:
    """Return `text_key` of a note."""
    return text_key(unit.text)


def note_keys(units: Iterable[Unit]) -> Keys:
    """Return the keys of notes, each once."""
    return frozenset(map(note_key, units))


@dataclass(frozen=True, slots=True)
class Seen:
    """A reading as somebody saw it: its notes tell which it is; the label is for people and finds nothing."""

    label: str
    notes: Keys


@dataclass(frozen=True, slots=True, kw_only=True)
class _Edit(Immutable):
    """What all edits have.

    Attributes:
        kind: which edit it is.
        id: tells it from all others.
        element: whose readings it changes, "" for notes of no element.
        known: the keys of all notes on the element when it was made.
        made: ISO 8601, "" if nobody knows.
        by: who made it, "" if they did not say.
        made_with: what proposed it, where a person took what a machine proposed: its model, the version of the prompt
            and the seed; else "".
    """

    kind: str
    id: str
    element: str
    known: Keys
    made: str = ""
    by: str = ""
    made_with: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rename(_Edit):
    """A reading gets a name; `names` is language -> how it is called for readers of that language, where otherwise."""

    kind: Literal["rename"] = "rename"
    template: ClassVar[str] = RENAMED
    reading: Seen
    name: str
    names: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge(_Edit):
    """A reading becomes part of another one, which keeps its id, and its name if a person gave it one."""

    kind: Literal["merge"] = "merge"
    template: ClassVar[str] = MERGED
    reading: Seen
    into: Seen


@dataclass(frozen=True, slots=True, kw_only=True)
class Split(_Edit):
    """Some notes become a reading of their own, with a name or, for "", with a label out of its notes.

    `names` is language -> how it is called for readers of that language, where otherwise; `by_machine` are those of the
    notes that the machine put with the ones that the person placed.
    """

    kind: Literal["split"] = "split"
    notes: Keys
    name: str = ""
    names: Mapping[str, str] = field(default_factory=dict)
    by_machine: Keys = frozenset()

    @property
    def template(self) -> str:
        """The sentence that says it."""
        return SPLIT_NAMED if self.name else SPLIT


@dataclass(frozen=True, slots=True, kw_only=True)
class Move(_Edit):
    """Some notes go to another reading, or to those that stand alone (None).

    `by_machine` are those of the notes of which the person did not say so.
    """

    kind: Literal["move"] = "move"
    notes: Keys
    to: Seen | None
    by_machine: Keys = frozenset()

    @property
    def template(self) -> str:
        """The sentence that says it."""
        return MOVED if self.to else SET_APART


@dataclass(frozen=True, slots=True, kw_only=True)
class Dismiss(_Edit):
    """What was found is not a reading: its notes stand alone."""

    kind: Literal["dismiss"] = "dismiss"
    template: ClassVar[str] = DISMISSED
    reading: Seen


@dataclass(frozen=True, slots=True, kw_only=True)
class LayOut(_Edit):
    """The notes of which nobody has said where they belong are laid out anew, so that there are so many readings.

    Readings that a person named, filled or joined, and notes that a person set apart, stay as they are.
    """

    kind: Literal["layout"] = "layout"
    readings: int

    @property
    def template(self) -> str:
        """The sentence that says it."""
        return LAID_OUT if self.readings > 1 else LAID_OUT_IN_ONE


Edit = Rename | Merge | Split | Move | Dismiss | LayOut
KINDS: Mapping[str, type[Edit]] = {
    "rename": Rename,
    "merge": Merge,
    "split": Split,
    "move": Move,
    "dismiss": Dismiss,
    "layout": LayOut,
}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of an edit in one interpretation.

    Attributes:
        id, kind, element: of the edit.
        says: the edit in words; "…" stands for notes that are not here.
        why_not: one of `WHY_NOT` if it could not be applied, None if it was.
        made, by: of the edit.
    """

    id: str
    kind: str
    element: str
    says: Message
    why_not: Message | None = None
    made: str = ""
    by: str = ""

    def __str__(self) -> str:
        """`“Calls” is called “Phone”.`, with the reason behind it where it could not be applied."""
        return f"{self.says} Not applied: {self.why_not}" if self.why_not else self.says.text


def without_labels(edit: Edit) -> Edit:
    """Return an edit without the labels that its readings had: words of notes, which may have to go."""
    match edit:
        case Rename() | Dismiss():
            return replace(edit, reading=_nameless(edit.reading))
        case Merge():
            return replace(edit, reading=_nameless(edit.reading), into=_nameless(edit.into))
        case Move():
            return replace(edit, to=edit.to and _nameless(edit.to))
        case Split() | LayOut():
            return edit


def _nameless(seen: Seen) -> Seen:
    return replace(seen, label="")
