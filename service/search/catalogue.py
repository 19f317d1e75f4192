"""What the texts of a programme are, in short: enough to filter, to order, and to know what was not read yet."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nlp.consent import ATTRIBUTE
from nlp.documents.types import Descriptor, Rating, Unit
from nlp.names import Spellings, name_key
from nlp.transcripts.types import Turn
from service.analyses import pipeline
from service.names.slugs import slugify
from service.programmes.snapshot import Snapshot
from service.search.types import Filters, Sight, TextKind
from service.store import Transaction
from service.store.search import texts
from service.store.search.texts import Entry
from service.store.vectors import text_hash
from service.types import Kind

FACETS = ("kind", "element", "team", "review", "language", "session", "voice", "consent")
KINDS: Mapping[TextKind, tuple[Kind, Any]] = {
    TextKind.NOTE: ("notes", Unit),
    TextKind.DESCRIPTOR: ("rubric", Descriptor),
    TextKind.TURN: ("transcript", Turn),
    TextKind.REMARK: ("ratings", Rating),
}
Rows = NDArray[np.intp]
Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Text:
    """One text as the catalogue sees it.

    Attributes:
        entry, file_id, position: where it is in the store.
        text: its words.
        id: of a note or a descriptor, "" of others.
        facets: what it can be filtered by, in the order of `FACETS`; the voice is who wrote or said it,
            the consent what a note itself says may be done with it.
    """

    entry: int
    file_id: int
    position: int
    text: str
    id: str
    facets: tuple[str, ...]


@dataclass(frozen=True)
class Catalogue:
    """The texts of a programme by their numbers in the index, and what they can be filtered by.

    Attributes:
        entries: int64 (n,), ascending.
        files, positions: int32 (n,): the row of the store.
        letters: int32 (n,): how long each text is.
        ids: (n,): ids of notes and descriptors.
        hashes: of the texts, as the vectors are stored by.
        names: facet -> its values.
        codes: facet -> int32 (n,), which of the values.
    """

    entries: NDArray[np.int64]
    files: NDArray[np.int32]
    positions: NDArray[np.int32]
    letters: NDArray[np.int32]
    ids: NDArray[np.str_]
    hashes: NDArray[np.bytes_]
    names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    codes: Mapping[str, NDArray[np.int32]] = field(default_factory=dict)

    @classmethod
    def of(cls, given: Iterable[Text]) -> "Catalogue":
        """Return the catalogue of texts."""
        ordered = sorted(given, key=lambda each: each.entry)
        names, codes = {}, {}
        for at, facet in enumerate(FACETS):
            values = [each.facets[at] for each in ordered]
            place = {value: code for code, value in enumerate(dict.fromkeys(values))}
            names[facet] = tuple(place)
            codes[facet] = np.array([place[value] for value in values], np.int32)
        return cls(
            np.array([each.entry for each in ordered], np.int64),
            np.array([each.file_id for each in ordered], np.int32),
            np.array([each.position for each in ordered], np.int32),
            np.array([len(each.text) for each in ordered], np.int32),
            np.array([each.id for each in ordered], np.str_),
            np.array([text_hash(each.text) for each in ordered], "S64"),
            names,
            codes,
        )

    def __len__(self) -> int:
        return len(self.entries)

    def rows(self, entries: Sequence[int]) -> Rows:
        """Return the rows of entries; those that it does not have are left out."""
        wanted = np.asarray(entries, np.int64)
        places = np.searchsorted(self.entries, wanted)
        inside = places < len(self)
        places, wanted = places[inside], wanted[inside]
        found: Rows = places[self.entries[places] == wanted]
        return found

    def value(self, facet: str, row: int) -> str:
        """Return what one text is in some respect."""
        code = int(self.codes[facet][row])
        return self.names[facet][code]

    def where(self, facet: str, fits: Callable[[str], bool]) -> Mask:
        """Return which texts fit in some respect; every value is asked about once."""
        fitting = np.array([fits(value) for value in self.names[facet]], bool)
        return fitting[self.codes[facet]] if len(fitting) else np.zeros(len(self), bool)

    def mask(self, filters: Filters, sight: Sight, notes: frozenset[str] | None = None) -> Mask:
        """Return which texts may be seen and pass the filters.

        Args:
            filters: where to look.
            sight: what may be seen.
            notes: ids of the notes of a reading, if only these are wanted.
        """
        kept = np.ones(len(self), bool)
        if not sight.turns:
            kept &= self.where("kind", lambda kind: kind != TextKind.TURN)
        if sight.teams is not None:
            own = {name_key(team) for team in sight.teams if team}
            turns = self.where("kind", lambda kind: kind == TextKind.TURN)
            kept &= turns | self.where("team", lambda team: name_key(team) in own)
        for facet, wanted, same in (
            ("kind", filters.kind or "", _is),
            ("element", filters.element, _same_slug),
            ("team", filters.team, _same_name),
            ("review", filters.review, _same_name),
            ("language", filters.language, _same_language),
            ("session", filters.session, _is),
        ):
            if wanted:
                kept &= self.where(facet, lambda value, wanted=wanted, same=same: same(value, wanted))  # type: ignore[misc]
        if notes is not None:
            kept &= np.isin(self.ids, np.array(sorted(notes), np.str_)) if notes else False
        return kept


def read_catalogue(db: Transaction, at: Snapshot) -> Catalogue:
    """Return the catalogue of a programme; teams, elements and reviews as the programme spells them."""
    return Catalogue.of((*_notes(db, at), *_descriptors(db, at), *_turns(db, at), *_remarks(db, at)))


def _files(at: Snapshot, kind: TextKind) -> list[int]:
    return [file.id for file in at.of_kind(KINDS[kind][0])]


def _notes(db: Transaction, at: Snapshot) -> Iterable[Text]:
    found = texts.of_files(db, Unit, _files(at, TextKind.NOTE))
    for each, unit in zip(
        found, pipeline.prepare_units([each.row for each in found], at.people, at.outline), strict=True
    ):
        told = unit.attributes
        place = (unit.element or "", told.get("team", ""), told.get("review", ""), unit.language, "")
        yield _text(
            each, unit.text, unit.id, TextKind.NOTE, *place, told.get("participant", ""), told.get(ATTRIBUTE, "")
        )


def _descriptors(db: Transaction, at: Snapshot) -> Iterable[Text]:
    spelling = at.spelling
    for each in texts.of_files(db, Descriptor, _files(at, TextKind.DESCRIPTOR)):
        row = each.row
        place = (spelling.element(row.element), spelling.team(row.team), "", row.language, "")
        yield _text(each, row.text, row.id, TextKind.DESCRIPTOR, *place, "", "")


def _turns(db: Transaction, at: Snapshot) -> Iterable[Text]:
    sessions = {row.file_id: row.slug for row in at.session_rows}
    for each in texts.of_files(db, Turn, _files(at, TextKind.TURN)):
        place = ("", "", "", "", sessions.get(each.file_id, ""))
        yield _text(each, each.row.text, "", TextKind.TURN, *place, each.row.speaker or "", "")


def _remarks(db: Transaction, at: Snapshot) -> Iterable[Text]:
    spelling, reviews = at.spelling, Spellings([review.name for review in at.outline.reviews])
    for each in texts.of_files(db, Rating, _files(at, TextKind.REMARK)):
        row = each.row
        place = (spelling.element(row.element), spelling.team(row.team), reviews.of(row.review), "", "")
        yield _text(each, row.note, "", TextKind.REMARK, *place, row.participant, "")


def _text(entry: Entry, text: str, row_id: str, kind: TextKind, *facets: str) -> Text:  # type: ignore[type-arg]
    return Text(entry.id, entry.file_id, entry.position, text, row_id, (kind, *facets))


def _is(value: str, wanted: str) -> bool:
    return value == wanted


def _same_name(value: str, wanted: str) -> bool:
    return name_key(value) == name_key(wanted)


def _same_slug(value: str, wanted: str) -> bool:
    return bool(value) and slugify(value) == slugify(wanted)


def _same_language(value: str, wanted: str) -> bool:
    return value == wanted or value.startswith(f"{wanted}-")
