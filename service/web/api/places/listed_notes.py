"""Notes one by one, with the reading that each is in: what the list of notes gives."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from nlp.documents.types import Unit
from service.analyses.findings import Findings
from service.analyses.kinds import READINGS_BY
from service.errors import NotMadeYet
from service.names.slugs import slugify
from service.web.api.dependencies import LISTED
from service.web.api.paging.cursors import Key


class Placed(StrEnum):
    """Where a note is among the readings."""

    READING = "reading"
    ALONE = "alone"
    UNKNOWN = "unknown"
    """Not worked out yet, or not for whoever asks: readings quote all teams."""


@dataclass(frozen=True, slots=True)
class ListedNote(Unit):
    """A note, where it is, and what that is called.

    Attributes:
        file: the id of its file.
        element_slug: the element's name in addresses, null without one.
        placed: whether it is in a reading, alone, or not known to be in either.
        reading: the id of its reading.
        reading_name: what that is called.
    """

    file: int = 0
    element_slug: str | None = None
    placed: Placed = Placed.UNKNOWN
    reading: str | None = None
    reading_name: str | None = None


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which notes are asked for: of an element (name or slug), a team, a review, a reading; "" is all."""

    element: str = ""
    team: str = ""
    review: str = ""
    reading: str = ""

    def takes(self, note: ListedNote) -> bool:
        """Whether a note is among them."""
        return (
            (not self.element or note.element_slug == slugify(self.element))
            and (not self.team or note.attributes.get("team", "") == self.team)
            and (not self.review or note.attributes.get("review", "") == self.review)
            and (not self.reading or note.reading == self.reading)
        )


def listed(found: Findings, teams: frozenset[str] | None, wanted: Wanted) -> Sequence[tuple[Key, ListedNote]]:
    """Return notes file by file, each with its key: its file, its place in that, and which it is.

    Args:
        found: in the programme.
        teams: whose notes may be seen; None is everybody's, and then their readings are told too.
        wanted: which of them.
    """
    notes = found.notes(teams)
    files = {file.filename: file.id for file in found.at.of_kind("notes")}
    names = _readings(found) if teams is None and notes else {}
    of_file: dict[int, list[ListedNote]] = {}
    for note in notes:
        file = files.get(note.source, 0)
        of_file.setdefault(file, []).append(_listed(note, file, names))
    return [
        ((file, place, note.id), note)
        for file, own in sorted(of_file.items())
        for place, note in enumerate(own)
        if wanted.takes(note)
    ]


def behind(keyed: Sequence[tuple[Key, ListedNote]], last: Key | None) -> Sequence[tuple[Key, ListedNote]]:
    """Return what comes behind a note, or behind where it was if it is gone."""
    if last is None:
        return keyed
    known = next((place for place, (key, _) in enumerate(keyed) if key[0] == last[0] and key[2] == last[2]), None)
    return keyed[known + 1 :] if known is not None else [each for each in keyed if each[0][:2] >= last[:2]]


def _readings(found: Findings) -> Mapping[str, tuple[str | None, str | None]]:
    """Return the reading of every note that has a place, with its name; None of those that stand alone."""
    try:
        elements = found.readings(None, READINGS_BY).elements
    except NotMadeYet:
        return {}
    placed: dict[str, tuple[str | None, str | None]] = {}
    for element in elements:
        placed |= dict.fromkeys((note.id for note in element.alone), (None, None))
        for reading in element.readings:
            placed |= dict.fromkeys((note.id for note in reading.units), (reading.id, reading.label))
    return placed


def _listed(note: Unit, file: int, placed: Mapping[str, tuple[str | None, str | None]]) -> ListedNote:
    reading, name = placed.get(note.id, (None, None))
    where = Placed.UNKNOWN if note.id not in placed else Placed.ALONE if reading is None else Placed.READING
    return ListedNote(
        id=note.id,
        text=note.text,
        language=note.language,
        source=note.source,
        line=note.line,
        start=note.start,
        end=note.end,
        element=note.element,
        attributes={name: value for name, value in note.attributes.items() if name in LISTED},
        file=file,
        element_slug=None if note.element is None else slugify(note.element),
        placed=where,
        reading=reading,
        reading_name=name,
    )
