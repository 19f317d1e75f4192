"""`interpret()`: from units to readings, who holds them, and questions for the room."""

from collections import Counter
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from nlp.attributes import attributes_of, missing_attributes, names_there, refuse, with_texts
from nlp.documents.types import Unit
from nlp.embedding.types import Embedder
from nlp.embedding.vocabulary import Vocabulary, bundled_vocabulary
from nlp.errors import NothingToAnalyse
from nlp.messages import Message, msgid
from nlp.names import one_spelling
from nlp.readings.build_readings import Head, Placed, Tools, canonical, describe, distinct, reading_id
from nlp.readings.clustering.partition import ALONE, Partition, partition
from nlp.readings.groups import holders
from nlp.readings.groups.small_groups import DEFAULT
from nlp.readings.types import ElementReadings, Interpretation, Smallest
from nlp.readings.wording.distinctive_words import distinctive_words

BY = ("team", "language")
"""What notes are compared by where nobody says otherwise."""

ENCODED_AT_ONCE = 8192

Progress = Callable[[float], None]


def _silently(part: float) -> None: ...


def interpret(
    units: Sequence[Unit],
    embedder: Embedder | None = None,
    by: str | Sequence[str] = BY,
    vocabulary: Vocabulary | None = None,
    smallest: Smallest = DEFAULT,
    progress: Progress = _silently,
    may_lack: Collection[str] = (),
) -> Interpretation:
    """Find the readings of every element, who holds them and who lacks them.

    The order of the units never changes the result. Words said twice, in whatever case and punctuation, count twice for
    their group and once in the clustering; said by several people they are a reading even where nothing else is like
    them.

    Args:
        units: notes; those without an element form an element of their own, "". Elements that differ in case or
            punctuation only are one, called as most of its notes call it.
        embedder: makes the vectors; the bundled model if None.
        by: attributes to compare, or one; "language" is the language of the unit. Of `BY`, for which nobody asked,
            not all need be there.
        vocabulary: words that explain a reading in languages that it has no note in; the bundled lists if None.
        smallest: fewest people of a group that is shown, as `small_groups.pool_small_groups` has it.
        progress: called now and then with the part that is done, 0 to 1.
        may_lack: attributes that no unit need have.

    Raises:
        NothingToAnalyse: there are no units, or none has one of the attributes.
    """
    if not units:
        raise NothingToAnalyse("", Message("there are no notes"), Message("Hand in at least one note"))
    by, units = attributes_of(by), with_texts(units)
    _check_attributes(by, units, BY if by == BY else may_lack)
    if embedder is None:
        from nlp.embedding import load_embedder

        embedder = load_embedder()
    tools = Tools(embedder, vocabulary or bundled_vocabulary(embedder))
    named = _by_element(units)
    apart = distinctive_words(named, by, smallest)
    elements, done = [], 0
    for name, own in named.items():
        part = _part_of(progress, done / len(units), len(own) / len(units))
        found = _interpret_element(name, own, tools, by, smallest, part)
        elements.append(replace(found, distinctive=apart[name]))
        done += len(own)
    progress(1.0)
    return Interpretation(embedder.name, by, tuple(elements), smallest=smallest)


def _by_element(units: Sequence[Unit]) -> dict[str, list[Unit]]:
    """Return element -> its notes, in alphabetical order; elements that differ in spelling only are one."""
    spelled = one_spelling(unit.element or "" for unit in units)
    named: dict[str, list[Unit]] = {name: [] for name in sorted(set(spelled.values()))}
    for unit in units:
        named[spelled[unit.element or ""]].append(unit)
    return named


def _check_attributes(by: Sequence[str], units: Sequence[Unit], may_lack: Collection[str]) -> None:
    there = names_there(units) | {"language"}
    missing = missing_attributes(by, there, may_lack)
    if missing or (by and not there.intersection(by)):
        raise refuse(NothingToAnalyse, msgid("no note has the attribute {columns}"), missing or by, there)


def _part_of(progress: Progress, start: float, share: float) -> Progress:
    return lambda part: progress(start + share * part)


def _interpret_element(
    name: str, given: Sequence[Unit], tools: Tools, by: tuple[str, ...], smallest: Smallest, progress: Progress
) -> ElementReadings:
    units = canonical(given)
    texts, rows = distinct(units)
    vectors = _encode(texts, tools.embedder, progress)
    people = Counter(
        row for row, _ in {(row, holders.speaker_of(unit)) for row, unit in zip(rows.tolist(), units, strict=True)}
    )
    several = np.array([people[row] > 1 for row in range(len(texts))])
    found = _by_size(_partition_known(vectors, tools.embedder.known(texts), several), rows)
    heads = tuple(Head(reading_id(name, number), float(each)) for number, each in enumerate(found.stability, start=1))
    own = vectors if len(texts) == len(units) else vectors[rows]
    return describe(Placed(name, units, own, found.labels[rows], found.also[rows], heads, by, smallest), tools)


def _encode(texts: Sequence[str], embedder: Embedder, progress: Progress) -> NDArray[np.float32]:
    """Return (n, d) vectors, a part at a time; that is about half of the work."""
    vectors = np.empty((len(texts), embedder.dimension), dtype=np.float32)
    for start in range(0, len(texts), ENCODED_AT_ONCE):
        vectors[start : start + ENCODED_AT_ONCE] = embedder.encode(texts[start : start + ENCODED_AT_ONCE])
        progress(0.5 * min(1.0, (start + ENCODED_AT_ONCE) / len(texts)))
    return vectors


def _partition_known(vectors: NDArray[np.float32], known: NDArray[np.bool_], several: NDArray[np.bool_]) -> Partition:
    """Find the readings of the texts that the model knows; what it cannot read stands alone.

    A known text that fits nowhere and that several people said is a reading of its own, found again in any resample.
    """
    found = partition(vectors if known.all() else vectors[known])
    labels = np.full(len(vectors), ALONE, dtype=np.int64)
    labels[known] = found.labels
    count = len(found.stability)
    own = np.flatnonzero(known & several & (labels == ALONE))
    labels[own] = count + np.arange(len(own))
    also = np.zeros((len(vectors), count + len(own)), dtype=np.bool_)
    also[known, :count] = found.also
    return Partition(labels, np.append(found.stability, np.ones(len(own))), also)


def _by_size(found: Partition, rows: NDArray[np.int64]) -> Partition:
    """Number the readings by how many units they have, largest first; ties keep the canonical order of their texts."""
    count = len(found.stability)
    labels = found.labels[rows]
    sizes = np.array([(labels == number).sum() for number in range(count)], dtype=np.int64)
    first = np.array([np.flatnonzero(labels == number)[0] for number in range(count)], dtype=np.int64)
    order = np.lexsort((first, -sizes))
    new = np.empty(count + 1, dtype=np.int64)
    new[order] = np.arange(count)
    new[ALONE] = ALONE
    return Partition(new[found.labels], found.stability[order], found.also[:, order])
