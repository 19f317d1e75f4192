"""`interpret()`: from units to readings, who holds them, and questions for the room."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nlp.documents.types import Unit
from nlp.embedding.types import Embedder
from nlp.embedding.vocabulary import Vocabulary
from nlp.errors import NothingToAnalyse
from nlp.readings import holders
from nlp.readings.labels import distinguishing_words
from nlp.readings.language import like_language, v_measure
from nlp.readings.naming import find_gloss, find_labels
from nlp.readings.partition import ALONE, Partition, partition
from nlp.readings.questions import ask
from nlp.readings.types import Difference, ElementReadings, Interpretation, Member, Reading, Word
from nlp.text.words import words

QUOTES = 3


def interpret(
    units: Sequence[Unit],
    embedder: Embedder | None = None,
    by: Sequence[str] = ("team", "language"),
    vocabulary: Vocabulary | None = None,
) -> Interpretation:
    """Find the readings of every element, who holds them and who lacks them.

    The order of the units never changes the result. Words said twice, in whatever case and punctuation, count twice for
    their group and once in the clustering; said by several people they are a reading even where nothing else is like
    them.

    Args:
        units: notes; those without an element form an element of their own, "".
        embedder: makes the vectors; the bundled model if None.
        by: attributes to compare; "language" is the language of the unit.
        vocabulary: words that explain a reading in languages that it has no note in; the bundled lists if None.

    Raises:
        NothingToAnalyse: there are no units.
    """
    if not units:
        raise NothingToAnalyse("", "there are no notes", "Hand in at least one note")
    if embedder is None:
        from nlp.embedding import load_embedder

        embedder = load_embedder()
    tools = _Tools(embedder, vocabulary or Vocabulary.load(embedder))
    names = sorted({unit.element or "" for unit in units})
    elements = (
        _interpret_element(name, [unit for unit in units if (unit.element or "") == name], tools, tuple(by))
        for name in names
    )
    return Interpretation(embedder.name, tuple(by), tuple(elements))


@dataclass(frozen=True, slots=True)
class _Tools:
    """What turns texts into vectors, and vectors into words."""

    embedder: Embedder
    vocabulary: Vocabulary


@dataclass(frozen=True, slots=True)
class _Element:
    """One element at work: units in canonical order with their vectors and reading numbers.

    `centre` is the mean of the vectors, `groups` counts the units of every group by attribute.
    """

    name: str
    units: tuple[Unit, ...]
    vectors: NDArray[np.float64]
    centre: NDArray[np.float64]
    numbers: NDArray[np.int64]
    also: NDArray[np.bool_]
    groups: dict[str, dict[str, int]]

    def members(self, number: int) -> list[Unit]:
        return [unit for unit, own in zip(self.units, self.numbers, strict=True) if own == number]


def _interpret_element(name: str, given: Sequence[Unit], tools: _Tools, by: tuple[str, ...]) -> ElementReadings:
    units = tuple(sorted(given, key=_place))
    said = [_wording(unit.text) for unit in units]
    row_of = {wording: row for row, wording in enumerate(dict.fromkeys(said))}
    rows = np.array([row_of[wording] for wording in said])
    texts = [units[row].text for row in np.unique(rows, return_index=True)[1]]
    vectors = np.asarray(tools.embedder.encode(texts), dtype=np.float64)
    people = Counter(
        row for row, _ in {(row, holders.speaker_of(unit)) for row, unit in zip(rows.tolist(), units, strict=True)}
    )
    several = np.array([people[row] > 1 for row in range(len(texts))])
    found = _by_size(_partition_known(vectors, tools.embedder.known(texts), several), rows)
    groups = {a: dict(sorted(holders.count_groups(units, a).items())) for a in by}
    own = vectors[rows]
    element = _Element(name, units, own, own.mean(axis=0), found.labels[rows], found.also[rows], groups)
    readings = _readings(element, found.stability, tools)
    alone = tuple(element.members(ALONE))
    return ElementReadings(
        element=name,
        readings=readings,
        alone=alone,
        language_v_measure=v_measure([unit.language for unit in units], element.numbers),
        like_language=tuple(a for a in by if a != "language" and like_language(units, a)),
        common_ground={
            a: holders.common_ground([reading.held_by[a] for reading in readings], groups[a])
            for a in by
            if len(holders.heard(groups[a])) > 1
        },
        groups=groups,
        questions=ask(readings, alone, by[0] if by else None),
    )


def _place(unit: Unit) -> tuple[object, ...]:
    """Return what tells any two units apart, so that their order does not depend on the user's."""
    own = (unit.text, unit.language, unit.source, unit.line, unit.start, unit.id)
    return (*own, sorted(unit.attributes.items()))


def _wording(text: str) -> str:
    """Return the words without case and punctuation, or a text without words as it is."""
    return " ".join(words(text)).casefold() or text


def _partition_known(vectors: NDArray[np.float64], known: NDArray[np.bool_], several: NDArray[np.bool_]) -> Partition:
    """Find the readings of the texts that the model knows; what it cannot read stands alone.

    A known text that fits nowhere and that several people said is a reading of its own, found again in any resample.
    """
    found = partition(vectors[known])
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


def _readings(element: _Element, stability: NDArray[np.float64], tools: _Tools) -> tuple[Reading, ...]:
    numbers = range(len(stability))
    strongest = distinguishing_words([element.members(number) for number in numbers])
    tests = holders.differences(element.units, element.numbers, tuple(element.groups))
    ids = [f"{_slug(element.name)}-{number + 1}" for number in numbers]
    return tuple(
        _reading(element, number, ids, strongest[number], float(stability[number]), tests, tools) for number in numbers
    )


def _reading(
    element: _Element,
    number: int,
    ids: Sequence[str],
    strongest: tuple[Word, ...],
    stability: float,
    tests: dict[str, dict[int, Difference]],
    tools: _Tools,
) -> Reading:
    inside = np.flatnonzero(element.numbers == number)
    centre = element.vectors[inside].mean(axis=0)
    direction = _apart(centre, element.centre)
    members = _members(element, inside, centre, ids)
    units = [member.unit for member in members]
    labels = find_labels(units, direction, tools.embedder)
    held = {a: holders.holdings(units, groups, a) for a, groups in element.groups.items()}
    return Reading(
        id=ids[number],
        label=next(iter(labels.values()), units[0].text),
        labels=labels,
        words=strongest,
        gloss=find_gloss(direction, labels, tools.vocabulary),
        members=members,
        quotes=_quotes(units, tuple(element.groups)),
        stability=stability,
        held_by=held,
        missing_from={a: holders.missing(own) for a, own in held.items()},
        difference={a: tests[a][number] for a in held},
        status={a: holders.status(own, tests[a][number].verdict) for a, own in held.items()},
    )


def _apart(centre: NDArray[np.float64], everything: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return what a reading says that the element does not; its own centre where it is all that was said."""
    difference = centre - everything
    return difference if np.linalg.norm(difference) > 1e-6 else centre


def _members(
    element: _Element, inside: NDArray[np.int64], centre: NDArray[np.float64], ids: Sequence[str]
) -> tuple[Member, ...]:
    typicality = element.vectors[inside] @ (centre / max(float(np.linalg.norm(centre)), 1e-9))
    names = np.array(ids)
    return tuple(
        Member(element.units[inside[at]], float(typicality[at]), tuple(names[element.also[inside[at]]].tolist()))
        for at in np.argsort(-typicality, kind="stable")
    )


def _quotes(units: Sequence[Unit], by: Sequence[str]) -> tuple[str, ...]:
    """Return the ids of the most typical units, one of each group first."""
    seen: set[str] = set()
    first: list[str] = []
    rest: list[str] = []
    for unit in units:
        group = holders.attribute_of(unit, by[0]) if by else ""
        (rest if group in seen else first).append(unit.id)
        seen.add(group)
    return tuple([*first, *rest][:QUOTES])


def _slug(element: str) -> str:
    return "-".join(words(element)).casefold() or "notes"
