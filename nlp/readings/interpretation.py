"""`interpret()`: from units to readings, who holds them, and questions for the room."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nlp.documents.types import Unit
from nlp.embedding.types import Embedder
from nlp.embedding.vocabulary import Vocabulary
from nlp.errors import NothingToAnalyse
from nlp.readings import holders
from nlp.readings.labels import different_words, distinguishing_words, label_in
from nlp.readings.language import like_language, v_measure
from nlp.readings.partition import ALONE, Partition, partition
from nlp.readings.questions import ask
from nlp.readings.types import Difference, ElementReadings, Interpretation, Member, Reading, Word
from nlp.text.words import words

GLOSS_LANGUAGES = ("en", "bn", "ne")
GLOSS_WORDS = 3
LABEL_FITS = 0.3
GLOSS_LOOKED_AT = 12
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
    """One element at work: units in canonical order with their vectors and reading numbers."""

    name: str
    units: tuple[Unit, ...]
    vectors: NDArray[np.float64]
    labels: NDArray[np.int64]
    also: NDArray[np.bool_]
    by: tuple[str, ...]

    def members(self, number: int) -> list[Unit]:
        return [unit for unit, label in zip(self.units, self.labels, strict=True) if label == number]


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
    element = _Element(name, units, vectors[rows], found.labels[rows], found.also[rows], by)
    readings = _readings(element, found.stability, tools)
    alone = tuple(unit for unit, label in zip(units, element.labels, strict=True) if label == ALONE)
    return ElementReadings(
        element=name,
        readings=readings,
        alone=alone,
        language_v_measure=v_measure([unit.language for unit in units], element.labels),
        like_language=tuple(a for a in by if a != "language" and like_language(units, a)),
        common_ground={a: _common_ground(readings, units, a) for a in by if len(holders.heard(_groups(units, a))) > 1},
        groups={a: _groups(units, a) for a in by},
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


def _groups(units: Sequence[Unit], attribute: str) -> dict[str, int]:
    return dict(sorted(holders.count_groups(units, attribute).items()))


def _common_ground(readings: Sequence[Reading], units: Sequence[Unit], attribute: str) -> float:
    return holders.common_ground([reading.held_by[attribute] for reading in readings], _groups(units, attribute))


def _readings(element: _Element, stability: NDArray[np.float64], tools: _Tools) -> tuple[Reading, ...]:
    numbers = range(len(stability))
    groups = [element.members(number) for number in numbers]
    words = distinguishing_words(groups)
    tests = holders.differences(element.units, element.labels, element.by)
    ids = [f"{_slug(element.name)}-{number + 1}" for number in numbers]
    return tuple(
        _reading(element, number, ids, words[number], float(stability[number]), tests, tools) for number in numbers
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
    inside = np.flatnonzero(element.labels == number)
    centre = element.vectors[inside].mean(axis=0)
    direction = _apart(centre, element.vectors.mean(axis=0))
    members = _members(element, inside, centre, ids)
    units = [member.unit for member in members]
    labels = _labels(units, direction, tools.embedder)
    held = {a: holders.holdings(units, _groups(element.units, a), a) for a in element.by}
    return Reading(
        id=ids[number],
        label=next(iter(labels.values()), units[0].text),
        labels=labels,
        words=strongest,
        gloss=_gloss(direction, labels, tools.vocabulary),
        members=members,
        quotes=_quotes(units, element.by),
        stability=stability,
        held_by=held,
        missing_from={a: holders.missing(held[a]) for a in element.by},
        difference={a: tests[a][number] for a in element.by},
        status={a: holders.status(held[a], tests[a][number].verdict) for a in element.by},
    )


def _apart(centre: NDArray[np.float64], everything: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return what a reading says that the element does not; its own centre where it is all that was said."""
    difference = centre - everything
    return difference if np.linalg.norm(difference) > 1e-6 else centre


def _members(
    element: _Element, inside: NDArray[np.int64], centre: NDArray[np.float64], ids: Sequence[str]
) -> tuple[Member, ...]:
    typicality = element.vectors[inside] @ (centre / max(float(np.linalg.norm(centre)), 1e-9))
    return tuple(
        Member(
            element.units[inside[at]], float(typicality[at]), tuple(np.array(ids)[element.also[inside[at]]].tolist())
        )
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


def _labels(units: Sequence[Unit], direction: NDArray[np.float64], embedder: Embedder) -> dict[str, str]:
    """Return language -> label, the language with the most notes first.

    They come from the more typical half of the notes, so that a note at the edge names nothing, and are at least
    `LABEL_FITS` close to what the reading says, unless nothing is.

    Args:
        units: of the reading, most typical first.
        direction: (d,) what the reading says that the others do not.
        embedder: of the model that made the direction.
    """
    counts = holders.count_groups(units, "language")
    languages = sorted(counts, key=lambda language: (-counts[language], language))
    typical = units[: max(2, -(-len(units) // 2))]
    labels = {language: label_in(language, typical, direction, embedder, at_least=LABEL_FITS) for language in languages}
    if languages and not any(labels.values()):
        labels = {languages[0]: label_in(languages[0], units, direction, embedder)}
    return {language: label for language, label in labels.items() if label}


def _gloss(
    direction: NDArray[np.float64], labels: Mapping[str, str], vocabulary: Vocabulary
) -> dict[str, tuple[str, ...]]:
    """Return the words nearest to a direction, in the interface languages that the reading has no label in."""
    absent = [language for language in GLOSS_LANGUAGES if language not in labels and language in vocabulary.languages]
    return {
        language: different_words(
            [near.word for near in vocabulary.nearest_words(direction, language, GLOSS_LOOKED_AT)], GLOSS_WORDS
        )
        for language in absent
    }


def _slug(element: str) -> str:
    return "-".join(words(element)).casefold() or "notes"
