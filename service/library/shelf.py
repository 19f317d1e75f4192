"""The library as it is read: everything once, searched by words and by meaning, and what is nearest to a reading."""

from collections.abc import Iterable, Sequence
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from nlp.embedding.rarity import told
from nlp.embedding.types import Embedder
from nlp.names import name_key
from nlp.rubrics.element_names import concepts
from nlp.text.words import wording
from service.analyses.cache import ResultCache
from service.analyses.findings import Findings
from service.analyses.stored import StoredResults
from service.analyses.vector_cache import KnownVectors
from service.errors import NotFound
from service.last_used import LastUsed
from service.library.types import Alike, LibraryKind, OnShelf
from service.search.meaning import LEAST_LIKENESS
from service.store import Database
from service.store.library import entries

READ_ALIKE = 0.45
"""From which cosine on others are said to read an element like a reading: of the mean of its notes and their words.

Across languages, readings of our gold sets against one typical note of each reading of the same element in another
language: of the pairs from 0.45 on 29 of 29 statements, 17 of 17 programme notes and 7 of 9 anecdotes are the same
reading (from 0.40 on 103 of 121 together); every fifth to tenth pair that is the same gets there.
"""
MOST_NEAR = 5
NEAREST = 3
REMEMBERED = 20_000
Floats = NDArray[np.float64]


class Shelf:
    """The library of an installation: what its programmes share, and what was brought in as files."""

    least_likeness = LEAST_LIKENESS

    def __init__(self, database: Database, results: ResultCache | StoredResults) -> None:
        self._database = database
        self._results = results
        self._lock = Lock()
        self._known: LastUsed[str, NDArray[np.float32]] = LastUsed(REMEMBERED)

    def every(
        self, kind: LibraryKind | None = None, element: str = "", language: str = "", programme: int | None = None
    ) -> tuple[OnShelf, ...]:
        """Return the entries, each once, by element and then as they were made.

        Args:
            kind: only this kind; None is all.
            element: only what is about it, in whatever language it is called; "" is all.
            language: only words in it; "" is all.
            programme: id of the one that shares them; None is all.
        """
        with self._database.reading() as db:
            own, brought = entries.own(db), entries.brought(db)
        found = sorted(_once(own, brought), key=lambda each: (name_key(each.entry.said.element), each.entry.id))
        return tuple(
            each
            for each in found
            if (kind is None or each.entry.said.kind is kind)
            and (not element or same_element(each.entry.said.element, element))
            and (not language or each.entry.said.language.partition("-")[0] == language.partition("-")[0])
            and (programme is None or programme in each.programmes)
        )

    def get(self, entry: str) -> OnShelf:
        """Return one entry; `NotFound` if there is none."""
        found = next((each for each in self.every() if each.entry.id == entry), None)
        if found is None:
            raise NotFound("entry", entry)
        return found

    def search(self, typed: str, among: Sequence[OnShelf]) -> tuple[OnShelf, ...]:
        """Return those of some entries that have the words that were typed, then those that mean the like."""
        wanted = wording(typed)
        if not wanted or not among:
            return tuple(among)
        terms = wanted.split()
        having = [each for each in among if all(term in _searched(each) for term in terms)]
        embedder = self._embedder(among)
        question = embedder.encode([typed]).astype(np.float64)
        if not told(embedder, [typed], question)[0]:
            return tuple(having)
        alike = self._likeness(embedder, question[0], among)
        there = {each.entry.id for each in having}
        meant = [at for at in np.argsort(-alike, kind="stable") if alike[at] >= LEAST_LIKENESS]
        return (*having, *(among[at] for at in meant if among[at].entry.id not in there))

    def alike(self, found: Findings, element: str) -> dict[str, Alike]:
        """Return what others share that is nearest to each reading of an element: id of the reading -> entries.

        Args:
            found: the programme.
            element: slug of the element.

        Raises:
            NotFound: the programme has no such element.
            NotMadeYet: the readings are still being worked out.
        """
        readings = found.element(element).readings
        others = [each for each in self.every(LibraryKind.READING) if found.at.id not in each.programmes]
        if not others:
            return {each.id: Alike() for each in readings}
        embedder = self._embedder(others)
        texts = [[unit.text for unit in each.units] for each in readings]
        notes = self._results.knowing([text for own in texts for text in own])
        return {
            each.id: _alike(self._likeness(embedder, _mean(notes, own), others), others)
            for each, own in zip(readings, texts, strict=True)
        }

    def done_by_others(self, found: Findings, element: str) -> tuple[OnShelf, ...]:
        """Return the actions that others share on an element, by its name."""
        every = self.every(LibraryKind.ACTION, element)
        return tuple(each for each in every if found.at.id not in each.programmes)

    def _embedder(self, among: Iterable[OnShelf]) -> Embedder:
        """Return the embedder, with the vectors of the words of entries remembered; they are stored nowhere."""
        texts = list(dict.fromkeys(each.entry.said.words for each in among))
        with self._lock:
            known = {text: vector for text in texts if (vector := self._known.get(text)) is not None}
        new = [text for text in texts if text not in known]
        embedder = self._results.knowing(new)
        made = dict(zip(new, embedder.encode(new), strict=True)) if new else {}
        with self._lock:
            for text, vector in made.items():
                self._known.put(text, vector)
        return KnownVectors(embedder, {**known, **made})

    def _likeness(self, embedder: Embedder, question: Floats, among: Sequence[OnShelf]) -> Floats:
        texts = [each.entry.said.words for each in among]
        vectors = np.asarray(embedder.encode(texts), np.float64).reshape(len(texts), -1)
        known = told(embedder, texts, vectors)
        return np.where(known, vectors @ question, -1.0)


def same_element(one: str, other: str) -> bool:
    """Return whether two names are of one element: the same name, or names that speak of the same things."""
    if name_key(one) == name_key(other):
        return True
    return bool(concepts(one)) and concepts(one) == concepts(other)


def _once(own: Iterable[OnShelf], brought: Iterable[OnShelf]) -> Iterable[OnShelf]:
    found: dict[str, OnShelf] = {}
    for each in (*own, *brought):
        before = found.get(each.entry.id)
        if before is None:
            found[each.entry.id] = each
        elif before.programmes and each.programmes:
            newer = max(before, each, key=lambda one: (one.entry.version, one.entry.changed))
            found[each.entry.id] = OnShelf(newer.entry, before.programmes | each.programmes)
    return found.values()


def _searched(each: OnShelf) -> str:
    said = each.entry.said
    return wording(" ".join((said.words, said.element, said.level, said.came_of, said.credit)))


def _mean(embedder: Embedder, texts: Sequence[str]) -> Floats:
    vectors = np.asarray(embedder.encode(texts), np.float64)
    mean: Floats = vectors[told(embedder, texts, vectors)].sum(axis=0)
    length = float(np.linalg.norm(mean))
    return mean / length if length else mean


def _alike(alike: Floats, others: Sequence[OnShelf]) -> Alike:
    order = [int(at) for at in np.argsort(-alike, kind="stable")]
    near = [others[at] for at in order if alike[at] >= READ_ALIKE][:MOST_NEAR]
    if near:
        return Alike(tuple(near))
    return Alike((), tuple(others[at] for at in order if alike[at] > 0)[:NEAREST])
