"""`interpret()`: from units to readings, who holds them, and questions for the room."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

import numpy as np
from numpy.typing import ArrayLike, NDArray

from nlp.attributes import attributes_of, missing_attributes, names_there, refuse
from nlp.consent import quotable
from nlp.documents.types import Notes, Unit
from nlp.door.notes import units_of
from nlp.door.numbers import count_of, smallest_of
from nlp.embedding.adapted import AnyEmbedder
from nlp.embedding.calibration.calibrate import as_calibrated
from nlp.embedding.rarity import WeighsTokens
from nlp.embedding.vocabulary import Vocabulary, bundled_vocabulary
from nlp.errors import InputError, NothingToAnalyse
from nlp.logs import step, told
from nlp.messages import Message, msgid
from nlp.progress import Progress, Rising, part_of, silently
from nlp.readings.brought import Brought
from nlp.readings.build_readings import Placed, Tools, by_element, canonical, describe
from nlp.readings.clustering.mean_shift import mean_shift
from nlp.readings.clustering.partition import COMPRESS_ABOVE, FEWEST
from nlp.readings.clustering.unit_vectors import centre
from nlp.readings.groups.small_groups import Compared, pool_small_groups
from nlp.readings.groups.speech import speech_differences
from nlp.readings.lay_out import NotesLaidOut
from nlp.readings.places import Places, as_found, as_labelled
from nlp.readings.types import ElementReadings, Interpretation, SpeechDifference
from nlp.readings.wording.distinctive_words import distinctive_words
from nlp.readings.wordings import Wordings, encoded
from nlp.scale.scratch import taken
from nlp.smallest import DEFAULT, Smallest
from nlp.sorting.heaps import NO_HEAP, find_heaps

BY = ("team", "language")
"""What notes are compared by where nobody says otherwise."""

HEAPED_UP_TO = 1000
READ, LAID_OUT, ENCODED = 0.3, 0.7, 0.8
"""The part of the work on an element that is done when its texts are read, laid out, and encoded as they stand."""

Once = Callable[[str, Sequence[Unit], Callable[[], ElementReadings]], ElementReadings]


def anew(name: str, units: Sequence[Unit], make: Callable[[], ElementReadings]) -> ElementReadings:  # noqa: ARG001
    """Make an element, whatever was made before."""
    return make()


@dataclass(frozen=True, slots=True)
class _Asked:
    """What every element is made with."""

    tools: Tools
    by: tuple[str, ...]
    smallest: Smallest
    readings: int
    brought: Brought


def _said(found: Interpretation) -> str:
    readings, alone = len(found.readings), sum(len(each.alone) for each in found.elements)
    notes = sum(each.notes for each in found.elements)
    parts = f"{notes} notes on {len(found.elements)} elements: {readings} readings, {alone} notes alone; {found.model}"
    return f"{parts}, given {' and '.join(found.given)}" if found.given else parts


@told("readings", _said)
def interpret(
    units: Notes | Iterable[Unit],
    embedder: AnyEmbedder | None = None,
    by: str | Sequence[str] = BY,
    vocabulary: Vocabulary | None = None,
    smallest: Smallest | int = DEFAULT,
    progress: Progress = silently,
    may_lack: Collection[str] = (),
    readings: int = 0,
    once: Once = anew,
    *,
    vectors: ArrayLike | None = None,
    labels: Iterable[object] | None = None,
) -> Interpretation:
    """Find the readings of every element, who holds them and who lacks them; or describe clusters found elsewhere.

    The order of the units never changes the result. Words said twice, in whatever case and punctuation, count twice for
    their group and once in the clustering; said by several people they are a reading even where nothing else is like
    them.

    Args:
        units: notes, of a file or one by one; those without an element form an element of their own, "". Elements that
            differ in case or punctuation only are one, called as most of its notes call it.
        embedder: makes the vectors; the bundled model if None. Anything with `encode`, or a function, will do.
        by: attributes to compare, or one; "language" is the language of the unit. Of `BY`, for which nobody asked,
            not all need be there.
        vocabulary: words that explain a reading in languages that it has no note in; the bundled lists if None.
        smallest: fewest people of a group that is shown, as `small_groups.pool_small_groups` has it; a number is that
            of groups of persons.
        progress: called now and then with the part that is done; it rises, and ends in 1.
        may_lack: attributes that no unit need have.
        readings: how many readings each element is laid out in, as far as its notes allow; 0 leaves that to the notes.
        once: called for every element with its name, its notes and what makes it; what it returns is the element. What
            was found in the same notes before may be given back, whatever the element was called.
        vectors: (n, d) where the notes lie, in their order; `embedder` then only finds names. They are brought to unit
            length here; a note whose row is zero stands alone.
        labels: (n,) the cluster of each note, in their order, in each element for itself; nothing is clustered then.
            Texts name their readings, whole numbers end their ids; negative, None, NaN and blank stand for alone.

    Raises:
        WrongType: these are no notes, or a field is no text.
        WrongValue: two notes have the same id, or a number cannot be.
        NothingToAnalyse: there are no units, or none has one of the attributes.
        UnusableVectors: `vectors` or `labels` do not fit the units, or the embedder's rows do not fit its texts.
        WrongType: the embedder cannot encode, or a label is neither a text nor a whole number.
    """
    by, units, smallest = attributes_of(by), units_of(units, "interpret"), smallest_of(smallest)
    readings = count_of("readings", readings)
    _check(by, units, BY if by == BY else may_lack)
    brought = Brought.of(units, vectors, labels)
    if brought.labels is not None and readings:
        raise InputError("", Message("labels and a number of readings were given"), Message("Leave one of them out"))
    model = as_calibrated(embedder)
    asked = _Asked(Tools(model, vocabulary or bundled_vocabulary()), by, smallest, readings, brought)
    elements = tuple(_elements(by_element(units), asked, Rising(progress), once))
    return Interpretation(model.name, by, elements, smallest=smallest, given=brought.what)


def _check(by: Sequence[str], units: Sequence[Unit], may_lack: Collection[str]) -> None:
    there = names_there(units) | {"language"}
    missing = missing_attributes(by, there, may_lack)
    if missing or (by and not there.intersection(by)):
        raise refuse(NothingToAnalyse, msgid("no note has the attribute {columns}"), missing or by, there)


def _elements(
    named: Mapping[str, Sequence[Unit]], asked: _Asked, progress: Progress, once: Once
) -> Iterator[ElementReadings]:
    """Yield the elements in their order; each takes a part of the work that goes by its notes."""
    apart = distinctive_words({name: quotable(own) for name, own in named.items()}, asked.by, asked.smallest)
    notes, done = sum(map(len, named.values())), 0
    for name, own in named.items():
        part = part_of(progress, done / notes, (done + len(own)) / notes)
        found = once(name, own, partial(_interpret_element, name, own, asked, part))
        done += len(own)
        progress(done / notes)
        yield replace(found, distinctive=apart[name])


def _interpret_element(name: str, given: Sequence[Unit], asked: _Asked, progress: Progress) -> ElementReadings:
    units = canonical(given)
    embedder, points = asked.tools.embedder, asked.brought.vectors_of(units)
    reading = part_of(progress, 0.0, READ)
    with step("readings", "read %d notes", len(units)):
        wordings = Wordings.of(units, embedder, reading) if points is None else Wordings.at(units, points)
    with step("readings", "laid out %d wordings", len(wordings.texts)):
        places = _places(name, units, wordings, asked)
    progress(LAID_OUT)
    with step("readings", "described %d readings", len(places.heads)):
        return _described(name, units, wordings, places, asked, part_of(progress, LAID_OUT, ENCODED))


def _described(
    name: str, units: tuple[Unit, ...], wordings: Wordings, places: Places, asked: _Asked, progress: Progress
) -> ElementReadings:
    compared = pool_small_groups(units, asked.by, asked.smallest)
    heaps, speech = _heaps(wordings, units), _speech(wordings, compared, asked.by)
    embedder, vectors_are_given = asked.tools.embedder, asked.brought.vectors is not None
    if wordings.plain is not None:
        plain = wordings.plain
        progress(1.0)
    elif isinstance(embedder, WeighsTokens) or vectors_are_given:
        plain = encoded(wordings.texts, embedder, progress)
    else:
        plain = wordings.vectors
    own = _of_units(wordings.vectors if vectors_are_given else plain, wordings)
    named_at = _of_units(plain, wordings) if vectors_are_given else None
    where = (places.numbers, places.also, places.sure, places.heads)
    placed = Placed(name, units, own, *where, asked.by, asked.smallest, named_at, compared)
    return replace(
        describe(placed, asked.tools),
        trust=places.trust,
        heaps=heaps,
        speech=speech,
        laid_out=asked.readings or None,
        most_readings=places.most,
    )


def _places(name: str, units: Sequence[Unit], wordings: Wordings, asked: _Asked) -> Places:
    labels = asked.brought.labels_of(units)
    if labels is not None:
        return as_labelled(name, labels)
    return as_found(name, NotesLaidOut.of(wordings), asked.readings)


def _of_units(vectors: NDArray[np.float32], wordings: Wordings) -> NDArray[np.float32]:
    """Return the vectors of the units from those of their wordings."""
    return vectors if len(wordings.texts) == len(wordings.rows) else taken(vectors, wordings.rows)


def _heaps(wordings: Wordings, units: Sequence[Unit]) -> tuple[tuple[str, ...], ...]:
    """Return the ids of the notes of each heap."""
    known = wordings.known
    if known.sum() > HEAPED_UP_TO:
        return ()
    heaps = np.full(len(known), NO_HEAP)
    heaps[known] = find_heaps(wordings.vectors[known])
    of_unit = heaps[wordings.rows]
    count = int(heaps.max(initial=NO_HEAP)) + 1
    return tuple(tuple(units[at].id for at in np.flatnonzero(of_unit == heap).tolist()) for heap in range(count))


def _speech(wordings: Wordings, compared: Compared, by: tuple[str, ...]) -> dict[str, SpeechDifference]:
    """Compare the groups that may be shown by the notes that the model knows.

    Of few notes, what those around a note say tells what it means.
    """
    read = np.flatnonzero(wordings.known[wordings.rows])
    everything = _of_units(wordings.vectors, wordings)
    weighed = everything if len(read) == len(everything) else taken(everything, read)
    points: NDArray[np.floating] = weighed if len(read) < FEWEST else centre(weighed)
    if FEWEST <= len(read) <= COMPRESS_ABOVE:
        points = mean_shift(centre(weighed.astype(np.float64)))
    shown = [each for each in by if each not in compared.withheld]
    return speech_differences([compared.units[row] for row in read.tolist()], points, shown)
