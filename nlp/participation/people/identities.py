"""Who is behind a label, as a facilitator has said it, applied to the turns of a record."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from nlp.documents.types import Person
from nlp.errors import InputError
from nlp.messages import Message
from nlp.names import name_key
from nlp.participation.people.label_kinds import is_device, is_machine_made
from nlp.participation.people.match_roster import match_labels
from nlp.transcripts.types import Turn

IdentityKind = Literal["person", "room", "unknown"]


@dataclass(frozen=True, slots=True)
class Identity:
    """What a facilitator said of a label.

    Attributes:
        label: as the record has it; spellings of the same name (`nlp.names.name_key`) are one label.
        kind: "person"; "room", a device or room that several people share; "unknown", somebody else or not known.
        name: of the person, "" for the other kinds.

    Raises:
        InputError: the label is empty, or a person has no name.
    """

    label: str
    kind: IdentityKind
    name: str = ""

    def __post_init__(self) -> None:
        if not name_key(self.label):
            raise InputError("", Message("there is no label"), Message("Say which label of the record is meant"))
        if (self.kind == "person") != bool(self.name.strip()):
            raise InputError(
                "",
                Message("a person needs a name, a room or an unknown voice has none"),
                Message("Give the name"),
                "name",
            )


def is_of_one_record(label: str) -> bool:
    """Whether a label says who speaks within its own record only ("SPEAKER_00", "iPhone (2)")."""
    return is_machine_made(label) or is_device(label)


def identify(
    turns: Sequence[Turn],
    roster: Sequence[Person] | None,
    here: Iterable[Identity] = (),
    everywhere: Iterable[Identity] = (),
) -> tuple[Turn, ...]:
    """Return the turns with people's names in place of the labels that a facilitator has decided.

    A turn of a shared device or room belongs to nobody afterwards; if that left no turn of anybody, such decisions do
    not count.

    Args:
        turns: of one record.
        roster: of its session, None if there is none.
        here: what was said of labels of this record.
        everywhere: what was said of labels of all records of a programme; `here` wins, and so does a roster that has
            the label as a name or alias.
    """
    said = {name_key(each.label): each for each in everywhere}
    on_roster = _on_roster({turn.speaker for turn in turns if turn.speaker and name_key(turn.speaker) in said}, roster)
    said = {label: each for label, each in said.items() if label not in on_roster}
    said |= {name_key(each.label): each for each in here}
    named = tuple(_named(turn, said) for turn in turns)
    if any(turn.speaker for turn in named):
        return named
    people = {label: each for label, each in said.items() if each.kind != "room"}
    return tuple(_named(turn, people) for turn in turns)


def _named(turn: Turn, said: dict[str, Identity]) -> Turn:
    identity = said.get(name_key(turn.speaker)) if turn.speaker else None
    if identity is None or identity.kind == "unknown":
        return turn
    return replace(turn, speaker=identity.name if identity.kind == "person" else None)


def _on_roster(labels: Iterable[str], roster: Sequence[Person] | None) -> set[str]:
    """Return the keys of those labels that the roster has as somebody's name or alias; their sound is not enough."""
    cast = match_labels(labels, roster)
    guessed = {each.label for each in cast.by_sound}
    return {
        name_key(label) for label, person in cast.person_of.items() if person in cast.on_roster and label not in guessed
    }
