"""`interpret()`: from units to readings, who holds them, and questions for the room."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from functools import partial

import numpy as np
from numpy.typing import NDArray

from nlp.attributes import attributes_of, missing_attributes, names_there, refuse, with_texts
from nlp.consent import quotable
from nlp.documents.types import Unit
from nlp.embedding.types import Embedder
from nlp.embedding.vocabulary import Vocabulary, bundled_vocabulary
from nlp.errors import NothingToAnalyse
from nlp.messages import Message, msgid
from nlp.readings.build_readings import Head, Placed, Tools, by_element, canonical, describe, reading_id
from nlp.readings.clustering.mean_shift import mean_shift
from nlp.readings.clustering.partition import COMPRESS_ABOVE, FEWEST
from nlp.readings.clustering.unit_vectors import centre
from nlp.readings.groups.small_groups import DEFAULT, pool_small_groups
from nlp.readings.groups.speech import speech_differences
from nlp.readings.lay_out import NotesLaidOut
from nlp.readings.types import ElementReadings, Interpretation, Smallest, SpeechDifference
from nlp.readings.wording.distinctive_words import distinctive_words
from nlp.sorting.heaps import NO_HEAP, find_heaps

BY = ("team", "language")
"""What notes are compared by where nobody says otherwise."""

ENCODED_AT_ONCE = 8192
HEAPED_UP_TO = 1000

Progress = Callable[[float], None]
Once = Callable[[str, Sequence[Unit], Callable[[], ElementReadings]], ElementReadings]


def _silently(part: float) -> None: ...


def anew(name: str, units: Sequence[Unit], make: Callable[[], ElementReadings]) -> ElementReadings:  # noqa: ARG001
    """Make an element, whatever was made before."""
    return make()


def interpret(
    units: Sequence[Unit],
    embedder: Embedder | None = None,
    by: str | Sequence[str] = BY,
    vocabulary: Vocabulary | None = None,
    smallest: Smallest = DEFAULT,
    progress: Progress = _silently,
    may_lack: Collection[str] = (),
    readings: int = 0,
    once: Once = anew,
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
        readings: how many readings each element is laid out in, as far as its notes allow; 0 leaves that to the notes.
        once: called for every element with its name, its notes and what makes it; what it returns is the element. What
            was found in the same notes before may be given back, whatever the element was called.

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
    named = by_element(units)
    apart = distinctive_words({name: quotable(own) for name, own in named.items()}, by, smallest)
    elements, done = [], 0
    for name, own in named.items():
        part = _part_of(progress, done / len(units), len(own) / len(units))
        make = partial(_interpret_element, name, own, tools, by, smallest, part, readings)
        found = once(name, own, make)
        elements.append(replace(found, distinctive=apart[name]))
        done += len(own)
    progress(1.0)
    return Interpretation(embedder.name, by, tuple(elements), smallest=smallest)


def _check_attributes(by: Sequence[str], units: Sequence[Unit], may_lack: Collection[str]) -> None:
    there = names_there(units) | {"language"}
    missing = missing_attributes(by, there, may_lack)
    if missing or (by and not there.intersection(by)):
        raise refuse(NothingToAnalyse, msgid("no note has the attribute {columns}"), missing or by, there)


def _part_of(progress: Progress, start: float, share: float) -> Progress:
    return lambda part: progress(start + share * part)


def _interpret_element(
    name: str,
    given: Sequence[Unit],
    tools: Tools,
    by: tuple[str, ...],
    smallest: Smallest,
    progress: Progress,
    readings: int = 0,
) -> ElementReadings:
    units = canonical(given)
    laid_out = NotesLaidOut.of(units, tools.embedder)
    vectors = _encode(laid_out.texts, tools.embedder, progress)
    found, rows = laid_out.with_readings(readings) if readings else laid_out.chosen(), laid_out.rows
    heads = tuple(Head(reading_id(name, number), float(each)) for number, each in enumerate(found.stability, start=1))
    own = vectors if len(laid_out.texts) == len(units) else vectors[rows]
    placed = Placed(name, units, own, found.labels[rows], found.also[rows], found.sure[rows], heads, by, smallest)
    return replace(
        describe(placed, tools),
        trust=found.trust,
        heaps=_heaps(laid_out, units),
        speech=_speech(laid_out, units, by, smallest),
        laid_out=readings or None,
        most_readings=laid_out.most,
    )


def _heaps(laid_out: NotesLaidOut, units: Sequence[Unit]) -> tuple[tuple[str, ...], ...]:
    """Return the ids of the notes of each heap."""
    known = laid_out.known
    if known.sum() > HEAPED_UP_TO:
        return ()
    heaps = np.full(len(known), NO_HEAP)
    heaps[known] = find_heaps(laid_out.vectors[known])
    of_unit = heaps[laid_out.rows]
    count = int(heaps.max(initial=NO_HEAP)) + 1
    return tuple(tuple(units[at].id for at in np.flatnonzero(of_unit == heap).tolist()) for heap in range(count))


def _speech(
    laid_out: NotesLaidOut, units: Sequence[Unit], by: tuple[str, ...], smallest: Smallest
) -> dict[str, SpeechDifference]:
    """Compare the groups that may be shown by the notes that the model knows.

    Of few notes, what those around a note say tells what it means.
    """
    compared = pool_small_groups(units, by, smallest)
    read = np.flatnonzero(laid_out.known[laid_out.rows])
    weighed = laid_out.vectors[laid_out.rows[read]]
    points: NDArray[np.floating] = weighed if len(read) < FEWEST else centre(weighed)
    if FEWEST <= len(read) <= COMPRESS_ABOVE:
        points = mean_shift(centre(weighed.astype(np.float64)))
    shown = [each for each in by if each not in compared.withheld]
    return speech_differences([compared.units[row] for row in read.tolist()], points, shown)


def _encode(texts: Sequence[str], embedder: Embedder, progress: Progress) -> NDArray[np.float32]:
    """Return (n, d) vectors, a part at a time; that is about half of the work."""
    vectors = np.empty((len(texts), embedder.dimension), dtype=np.float32)
    for start in range(0, len(texts), ENCODED_AT_ONCE):
        vectors[start : start + ENCODED_AT_ONCE] = embedder.encode(texts[start : start + ENCODED_AT_ONCE])
        progress(0.5 * min(1.0, (start + ENCODED_AT_ONCE) / len(texts)))
    return vectors
