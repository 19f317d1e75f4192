"""How a reading is called: a whole clause of its own notes that says what they share, or none where none does."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nlp.documents.types import Unit
from nlp.embedding.types import Embedder
from nlp.readings.clustering.unit_vectors import lengths, to_unit_length
from nlp.readings.wording.clauses import Clause, clauses
from nlp.readings.wording.grammar import cost, is_half
from nlp.readings.wording.proper_names import speaks_of_somebody
from nlp.readings.wording.versions import says_the_same
from nlp.scale.scratch import empty
from nlp.text.words import wording, words

NAMED_FROM = 40
PROPOSALS = 3
SAYS_IT = 0.06
NEAREST = 6
OTHERS, A_WORD, BEST_LENGTH, DIGIT, LATER, PART = 0.5, 0.015, 7, 0.15, 0.06, 0.02
STANDS = 0.03
CLAUSES_AT_ONCE = 16
"""Clauses that are held against all notes together: of a million notes that takes 128 MB."""
_SHORTHAND = frozenset("=→⇒>+…")
LONGEST_EXAMPLE = 10

Floats = NDArray[np.floating]


@dataclass(frozen=True, slots=True)
class Labels:
    """What a reading can be called.

    Attributes:
        labels: language -> clause, the name first; () where no clause says what the notes share. A clause in another
            language says the same as the first.
        proposals: the best clauses for a person to choose from, best first.
    """

    labels: Mapping[str, str]
    proposals: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The n notes of one element as names are measured against them.

    Attributes:
        vectors: (n, d) of unit length after the mean was taken away.
        mean: (d,) of their vectors.
        people: words of the names of all who wrote.
    """

    vectors: Floats
    mean: Floats
    people: Collection[str] = frozenset()

    @classmethod
    def of(cls, vectors: Floats, people: Collection[str] = frozenset()) -> "Surroundings":
        """Take the mean of the notes away: what all of them say tells no reading from another."""
        mean = vectors.mean(axis=0, dtype=np.float64)
        moved = np.subtract(vectors, mean, out=empty(vectors.shape, np.result_type(vectors, mean)))
        moved /= lengths(moved)
        return cls(moved, mean, people)

    def place(self, vectors: Floats) -> Floats:
        """Return (m, d) other vectors in the same way."""
        return to_unit_length(vectors - self.mean)


def find_labels(units: Sequence[Unit], rows: NDArray[np.int64], around: Surroundings, embedder: Embedder) -> Labels:
    """Return what a reading can be called.

    A clause is the better name the more it is like the reading's other notes and the less like the nearest of all
    others, the nearer it has to `BEST_LENGTH` words, and the less its form costs it (`grammar.cost`). Half a clause is
    none, and so is one that names a person, a place or a day. Whose likeness is below `SAYS_IT` does not say what the
    notes share: on the gold sets, names above it speak of what at least 40 % of the notes mean in 95 % of readings.
    What is left of it behind the cost of its form must be `STANDS`: of 124 names that two blind readers graded, 22 %
    of those below it were good headlines, and 86 % of the others.

    Args:
        units: (m,) of the reading, most typical first; `NAMED_FROM` of them are looked at.
        rows: (m,) theirs in the vectors of `around`.
        around: all notes of the element.
        embedder: of the model that made the vectors.
    """
    found = [
        (clause, row)
        for unit, row in zip(units[:NAMED_FROM], rows.tolist(), strict=False)
        for clause in clauses(unit)
        if not is_half(clause) and not speaks_of_somebody(clause, around.people)
    ]
    if not found:
        return Labels({}, ())
    texts = [clause.text for clause, _ in found]
    places = around.place(np.asarray(embedder.encode(texts), dtype=np.float64))
    likeness = _likeness(places, around.vectors, np.array([row for _, row in found]), rows)
    scores = likeness - np.array([_form(clause) for clause, _ in found])
    order = sorted(np.flatnonzero(embedder.known(texts)).tolist(), key=lambda at: (-round(scores[at], 6), texts[at]))
    sayable = [at for at in order if likeness[at] >= SAYS_IT and scores[at] >= STANDS and not _has_digits(texts[at])]
    return Labels(
        _in_languages([found[at][0] for at in sayable], places[sayable], embedder),
        _different([texts[at] for at in order])[:PROPOSALS],
    )


def _in_languages(ranked: Sequence[Clause], places: Floats, embedder: Embedder) -> dict[str, str]:
    """Return the first of some clauses, and for every other language the first that says the same."""
    labels: dict[str, str] = {clause.language: clause.text for clause in ranked[:1]}
    for clause, alike in zip(ranked, places @ places[:1].T, strict=True):
        if clause.language not in labels and says_the_same(ranked[0], clause, float(alike[0]), embedder):
            labels[clause.language] = clause.text
    return labels


def _likeness(places: Floats, notes: Floats, own: NDArray[np.int64], rows: NDArray[np.int64]) -> Floats:
    """Return (clauses,) mean likeness to the reading's other notes less half of that to the nearest of all others.

    Args:
        places: (clauses, d) of unit length.
        notes: (n, d) of unit length, all of the element.
        own: (clauses,) the note that each clause is of.
        rows: (m,) the notes of the reading.
    """
    outside = np.ones(len(notes), dtype=np.bool_)
    outside[rows] = False
    found = []
    for first in range(0, len(places), CLAUSES_AT_ONCE):
        likeness = places[first : first + CLAUSES_AT_ONCE] @ notes.T
        itself = likeness[np.arange(len(likeness)), own[first : first + CLAUSES_AT_ONCE]]
        inside = likeness[:, rows].sum(axis=1) - itself
        found.append(inside / max(len(rows) - 1, 1) - OTHERS * _of_nearest(likeness[:, outside]))
    return np.concatenate(found)


def _of_nearest(likeness: Floats) -> Floats:
    """Return (clauses,) the mean of the highest of (clauses, n) likenesses, one of `NEAREST`; 0 where there is none."""
    nearest = max(1, -(-likeness.shape[1] // NEAREST))
    if not likeness.shape[1]:
        return np.zeros(len(likeness))
    highest = np.partition(likeness, -nearest, axis=1)[:, -nearest:]
    return np.asarray(np.sort(highest, axis=1).mean(axis=1))


def _form(clause: Clause) -> float:
    """Return what the form of a clause takes off."""
    place = LATER * (not clause.first) + PART * (not clause.whole)
    return cost(clause) + A_WORD * abs(len(clause.words) - BEST_LENGTH) + DIGIT * _has_digits(clause.text) + place


def _has_digits(text: str) -> bool:
    return any(sign.isdigit() for sign in text)


def _different(texts: Sequence[str]) -> tuple[str, ...]:
    """Return texts, without those that say less or more of the same words as one before."""
    chosen: dict[str, str] = {}
    for text in texts:
        key = f" {wording(text)} "
        if not any(key in other or other in key for other in chosen):
            chosen[key] = text
    return tuple(chosen.values())


def example_of(units: Sequence[Unit], people: Collection[str] = frozenset()) -> str:
    """Return the note that stands for a reading without a name: the most typical that can be read at a glance.

    Of the more typical half, one that is a sentence in words comes before one in figures, arrows or nouns alone.

    Args:
        units: of the reading, most typical first.
        people: words of names that it should not have.
    """
    short = [unit for unit in units if len(words(unit.text)) <= LONGEST_EXAMPLE]
    plain = [unit for unit in short if not speaks_of_somebody(_whole(unit), people)]
    typical = (plain or short or list(units))[: -(-len(units) // 2)]
    return next((unit for unit in typical if _is_sentence(unit)), typical[0]).text


def _is_sentence(unit: Unit) -> bool:
    return not _has_digits(unit.text) and _SHORTHAND.isdisjoint(unit.text) and cost(_whole(unit)) == 0


def _whole(unit: Unit) -> Clause:
    return Clause(unit.text, unit.language, tuple(words(unit.text)), first=True, last=True)
