"""Searching a programme: by word, by meaning, and what stands around a text."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from threading import Lock

import numpy as np

from nlp.messages import Message, msgid
from service.analyses.cache import ResultCache
from service.analyses.findings import Findings
from service.errors import NotFound
from service.last_used import LastUsed
from service.search import ranking
from service.search.catalogue import Catalogue, Mask, Rows, read_catalogue
from service.search.hits import hits_of, readings_of
from service.search.marks import marks_of
from service.search.meaning import LEAST_LIKENESS, Meanings, read_meanings
from service.search.query import Query, parse
from service.search.quotable import Quotable, quotable
from service.search.types import EVERYTHING, By, Filters, Hit, InPlace, Results, Sight, Term, TextKind
from service.store import Database, Transaction
from service.store.search import entries, words

PAGE = 20
AROUND = 3
PROGRAMMES = 4
SOME_WORDS = Message("No text has all of these words. These have some of them")
UNKNOWN_WORDS = msgid("The model knows none of these words, so texts were looked for by their words only")
_Key = tuple[str, tuple[tuple[int, str], ...], tuple[int, int]]


class Search:
    """Finds texts of programmes. What is known of the last programmes that were searched is kept in memory."""

    least_likeness = LEAST_LIKENESS

    def __init__(self, database: Database, results: ResultCache) -> None:
        self._database = database
        self._results = results
        self._lock = Lock()
        self._catalogues: LastUsed[int, tuple[_Key, Catalogue]] = LastUsed(PROGRAMMES)
        self._meanings: dict[int, tuple[Catalogue, str, Meanings]] = {}
        self._quotable: dict[int, tuple[Catalogue, int, Quotable]] = {}

    def find(
        self,
        found: Findings,
        typed: str,
        filters: Filters = Filters(),  # noqa: B008
        by: By = By.BOTH,
        sight: Sight = EVERYTHING,
        start: int = 0,
    ) -> Results:
        """Return the texts of a programme that have the words that were typed, or mean the like.

        Args:
            found: the programme.
            typed: words; those in quotes stand in one row, others may be beginnings of words.
            filters: where to look.
            by: how to look.
            sight: what may be seen.
            start: number of the first text that is wanted, from 0.
        """
        query = parse(typed)
        if not query.terms:
            return Results(remarks=query.remarks)
        with self._database.reading() as db:
            catalogue = self._catalogue(db, found)
            mask = self._allowed(db, found, catalogue, filters) & catalogue.mask(
                filters, _spelled(sight, found), _notes_of(found, filters, sight)
            )
            worded, remarks = self._by_words(db, found, catalogue, query, mask) if by is not By.MEANING else (_NONE, ())
            meant, alike, unread, told = (
                self._by_meaning(db, found, catalogue, query, mask) if by is not By.WORD else (_NONE, {}, 0, ())
            )
            order = ranking.fused([worded, meant], len(catalogue))
            page = [int(row) for row in order[start : start + PAGE]]
            shown = hits_of(db, found, catalogue, page, sight)
        hits = tuple(_told(hit, query, row in set(worded.tolist()), alike.get(row)) for row, hit in shown.items())
        more = start + PAGE < len(order)
        said = (*query.remarks, *remarks, *told)
        last = str(start + PAGE) if more else ""
        return Results(hits, len(order), len(worded), len(meant), start, last, unread, said, LEAST_LIKENESS)

    def languages(self, found: Findings, sight: Sight = EVERYTHING) -> tuple[str, ...]:
        """Return the languages of the notes and descriptors that may be seen, by the alphabet."""
        with self._database.reading() as db:
            catalogue = self._catalogue(db, found)
            seen = self._allowed(db, found, catalogue) & catalogue.mask(Filters(), _spelled(sight, found))
        codes = {catalogue.names["language"][code] for code in np.unique(catalogue.codes["language"][seen])}
        return tuple(sorted(codes - {"", "und"}))

    def note(self, found: Findings, note: str, sight: Sight = EVERYTHING, typed: str = "") -> InPlace:
        """Return a text in its surroundings.

        Args:
            found: the programme.
            note: the id of a note or a descriptor, else the number of its file and its own in it: `12-3`.
            sight: what may be seen.
            typed: words that are marked in it.

        Raises:
            NotFound: there is none, or it may not be seen.
        """
        with self._database.reading() as db:
            catalogue = self._catalogue(db, found)
            row = _row_of(catalogue, note)
            mask = self._allowed(db, found, catalogue) & catalogue.mask(Filters(), _spelled(sight, found))
            if row is None or not mask[row]:
                raise NotFound("note", note)
            around = _around(catalogue, row, mask)
            hits = hits_of(db, found, catalogue, around, sight)
        if row not in hits:
            raise NotFound("note", note)
        here = replace(hits[row], marks=marks_of(hits[row].text, parse(typed).telling))
        given = readings_of(found, here.place.element) if here.kind is TextKind.NOTE and sight.readings else None
        return InPlace(
            here,
            _hits_at(hits, around[: around.index(row)]),
            _hits_at(hits, around[around.index(row) + 1 :]),
            {each.id: each.given or each.label for each in given.readings} if given else {},
        )

    def _by_words(
        self, db: Transaction, found: Findings, catalogue: Catalogue, query: Query, mask: Mask
    ) -> tuple[Rows, tuple[Message, ...]]:
        """Return what has all the words, or all that say something, else what has some of them, and says so."""

        def rows(terms: Sequence[Term]) -> Rows:
            some = catalogue.rows(words.find(db, found.at.id, terms))
            return some[mask[some]]

        for terms in dict.fromkeys((query.terms, query.telling)):
            if len(having := rows(terms)):
                whole = rows([replace(term, whole=True) for term in terms])
                return ranking.by_words(catalogue, having, whole), ()
        if len(query.telling) == 1:
            return _NONE, ()
        some = ranking.by_some_words(catalogue, [rows([term]) for term in query.telling])
        return some, (SOME_WORDS,) if len(some) else ()

    def _by_meaning(
        self, db: Transaction, found: Findings, catalogue: Catalogue, query: Query, mask: Mask
    ) -> tuple[Rows, Mapping[int, float], int, tuple[Message, ...]]:
        """Return what means the like, how alike it is, and how many texts could not be found so."""
        embedder = self._results.embedder(found.at, (), ())
        meanings = self._read_meanings(db, found, catalogue)
        unread = int(mask.sum()) - int(mask[meanings.rows].sum())
        if not embedder.known([query.meant])[0]:
            return _NONE, {}, unread, (Message(UNKNOWN_WORDS),)
        rows, alike = meanings.near(embedder.encode([query.meant])[0], mask)
        return rows, dict(zip(rows.tolist(), map(float, alike), strict=True)), unread, ()

    def _catalogue(self, db: Transaction, found: Findings) -> Catalogue:
        """Return the catalogue of a programme as it is now; it is read again when its files or names have changed."""
        at = found.at
        sessions = tuple((row.file_id, row.slug) for row in at.session_rows)
        key = (at.hash_of(at.files), sessions, entries.extent(db, at.id))
        with self._lock:
            known = self._catalogues.get(at.id)
            if known and known[0] == key:
                return known[1]
        made = read_catalogue(db, at)
        with self._lock:
            for gone in self._catalogues.put(at.id, (key, made)):
                self._meanings.pop(gone, None)
                self._quotable.pop(gone, None)
        return made

    def _allowed(
        self,
        db: Transaction,
        found: Findings,
        catalogue: Catalogue,
        filters: Filters = Filters(),  # noqa: B008
    ) -> Mask:
        """Return the texts that those whose words they are let be found, and by what is asked for."""
        known = self._read_quotable(db, found, catalogue)
        return known.found & known.by_team if filters.team else known.found

    def _read_quotable(self, db: Transaction, found: Findings, catalogue: Catalogue) -> Quotable:
        """Return what was agreed to of every text; asked anew when the programme has changed."""
        with self._lock:
            known = self._quotable.get(found.at.id)
        if known is not None and known[0] is catalogue and known[1] == found.at.row.revision:
            return known[2]
        made = quotable(db, found.at, catalogue)
        with self._lock:
            self._quotable[found.at.id] = catalogue, found.at.row.revision, made
        return made

    def _read_meanings(self, db: Transaction, found: Findings, catalogue: Catalogue) -> Meanings:
        model = self._results.model_key(found.at)
        with self._lock:
            known = self._meanings.get(found.at.id)
        same = known is not None and known[0] is catalogue and known[1] == model
        meanings = read_meanings(db, model, catalogue, known[2] if known and same else None)
        with self._lock:
            self._meanings[found.at.id] = catalogue, model, meanings
        return meanings


_NONE: Rows = np.zeros(0, np.intp)


def _told(hit: Hit, query: Query, worded: bool, likeness: float | None) -> Hit:
    """Return a hit with why it is there."""
    ways = (*((By.WORD,) if worded else ()), *(() if likeness is None else (By.MEANING,)))
    alike = None if likeness is None else round(likeness, 3)
    return replace(hit, found_by=ways, likeness=alike, marks=marks_of(hit.text, query.telling))


def _spelled(sight: Sight, found: Findings) -> Sight:
    """Return what may be seen, teams as the programme spells them now."""
    return sight if sight.teams is None else replace(sight, teams=found.at.spelling.teams(sight.teams))


def _notes_of(found: Findings, filters: Filters, sight: Sight) -> frozenset[str] | None:
    """Return the ids of the notes of the reading that is wanted, None if none is."""
    if not filters.reading:
        return None
    if not sight.readings:
        return frozenset()
    elements = (
        readings_of(found, name) for name in ([filters.element] if filters.element else found.at.outline.elements)
    )
    readings = (reading for each in elements if each for reading in each.readings)
    return frozenset(unit.id for reading in readings if reading.id == filters.reading for unit in reading.units)


def _row_of(catalogue: Catalogue, note: str) -> int | None:
    file, _, number = note.partition("-")
    if file.isdecimal() and number.isdecimal() and len(note) < 20:
        rows = np.flatnonzero((catalogue.files == int(file)) & (catalogue.positions == int(number) - 1))
    else:
        rows = np.flatnonzero(catalogue.ids == note) if note.strip("\0") else _NONE  # NumPy leaves NULs at ends aside
    return int(rows[0]) if len(rows) else None


def _hits_at(hits: Mapping[int, Hit], rows: Sequence[int]) -> tuple[Hit, ...]:
    return tuple(hits[row] for row in rows if row in hits)


def _around(catalogue: Catalogue, row: int, mask: Mask) -> list[int]:
    """Return the rows of the neighbours of a text in its file, and its own among them."""
    own = np.flatnonzero((catalogue.files == catalogue.files[row]) & mask)
    own = own[np.argsort(catalogue.positions[own])]
    at = int(np.flatnonzero(own == row)[0])
    return [int(each) for each in own[max(0, at - AROUND) : at + AROUND + 1]]
