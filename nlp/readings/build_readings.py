"""From notes in their places to readings: what each is called, who holds it, what to ask; whoever placed the notes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from operator import attrgetter

import numpy as np
from numpy.typing import NDArray

from nlp.consent import UNQUOTED, may_be_quoted, quotable
from nlp.documents.types import Unit
from nlp.embedding.types import Embedder
from nlp.embedding.vocabulary import Vocabulary
from nlp.names import one_spelling
from nlp.readings.clustering.partition import ALONE
from nlp.readings.groups import holders
from nlp.readings.groups.differences import differences
from nlp.readings.groups.language_confound import like_language, v_measure
from nlp.readings.groups.notes_by_person import count_notes
from nlp.readings.groups.shares import contrasts, holdings
from nlp.readings.groups.small_groups import Compared, pool_small_groups
from nlp.readings.types import Contrast, Difference, ElementReadings, Holding, Member, Reading, Word
from nlp.readings.wording.class_words import distinguishing_words
from nlp.readings.wording.gloss import find_gloss
from nlp.readings.wording.labels import Surroundings, example_of, find_labels
from nlp.readings.wording.proper_names import names_of_people
from nlp.readings.wording.questions import ask
from nlp.smallest import DEFAULT, Smallest
from nlp.text.words import wording

QUOTES = 3

Vectors = NDArray[np.floating]

_OWN = attrgetter("text", "language", "source", "line", "start", "id")
"""What tells units with ids of their own apart."""


@dataclass(frozen=True, slots=True)
class Tools:
    """What turns texts into vectors, and vectors into words."""

    embedder: Embedder
    vocabulary: Vocabulary


@dataclass(frozen=True, slots=True)
class Head:
    """What a reading has that its notes do not tell; the fields are those of `Reading`."""

    id: str
    stability: float | None
    stability_measured: bool = True
    given: str = ""
    given_in: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Placed:
    """The n notes of one element, each in its reading.

    Attributes:
        name: of the element.
        units: (n,) in canonical order.
        vectors: (n, d) theirs, of unit length.
        numbers: (n,) place in `heads` of each note's reading, `ALONE` for notes that fit nowhere.
        also: (n, readings) whether a note speaks for a second reading as well.
        sure: (n,) whether the machine is sure of its place.
        heads: of the readings, largest first.
        by: attributes to compare.
        smallest: fewest people of a group that is shown.
        named_at: (n, e) vectors of the notes by the model that finds names; None where `vectors` are its own.
        compared: the notes as they may be compared, where that is known already.
    """

    name: str
    units: tuple[Unit, ...]
    vectors: Vectors
    numbers: NDArray[np.int64]
    also: NDArray[np.bool_]
    sure: NDArray[np.bool_]
    heads: tuple[Head, ...]
    by: tuple[str, ...]
    smallest: Smallest = DEFAULT
    named_at: Vectors | None = None
    compared: Compared | None = None

    def members(self, number: int) -> list[Unit]:
        """Return the notes of a reading, or those that stand alone."""
        return [self.units[row] for row in np.flatnonzero(self.numbers == number)]


def by_element(units: Sequence[Unit]) -> dict[str, list[Unit]]:
    """Return element -> its notes, in alphabetical order; elements that differ in spelling only are one, "" is none."""
    spelled = one_spelling(unit.element or "" for unit in units)
    named: dict[str, list[Unit]] = {name: [] for name in sorted(set(spelled.values()))}
    for unit in units:
        named[spelled[unit.element or ""]].append(unit)
    return named


def canonical(units: Sequence[Unit]) -> tuple[Unit, ...]:
    """Return units in an order that only they decide."""
    if len({unit.id for unit in units}) == len(units):
        return tuple(sorted(units, key=_OWN))
    return tuple(sorted(units, key=_place))


def distinct(units: Sequence[Unit]) -> tuple[list[str], NDArray[np.int64]]:
    """Return one text for every wording, in the order of the units, and (n,) which of them each unit says."""
    said = [wording(unit.text) for unit in units]
    row_of = {each: row for row, each in enumerate(dict.fromkeys(said))}
    rows = np.array([row_of[each] for each in said], dtype=np.int64)
    return [units[row].text for row in np.unique(rows, return_index=True)[1]], rows


def reading_id(element: str, last: object) -> str:
    """Return "<element slug>-<last>", `last` a number for a reading that was found."""
    return f"{wording(element).replace(' ', '-') or 'notes'}-{last}"


def describe(placed: Placed, tools: Tools) -> ElementReadings:
    """Return everything that follows from where the notes of an element are."""
    compared = placed.compared or pool_small_groups(placed.units, placed.by, placed.smallest)
    groups = {a: dict(sorted(holders.count_groups(compared.units, a).items())) for a in placed.by}
    readings = _readings(placed, compared.units, groups, tools)
    alone = tuple(placed.members(ALONE))
    return ElementReadings(
        element=placed.name,
        notes=len(placed.units),
        readings=readings,
        alone=alone,
        language_v_measure=v_measure([unit.language for unit in placed.units], placed.numbers),
        like_language=tuple(a for a in placed.by if a != "language" and like_language(compared.units, a)),
        common_ground={
            a: holders.common_ground([reading.held_by[a] for reading in readings], groups[a])
            for a in placed.by
            if len(holders.heard(groups[a])) > 1
        },
        groups=groups,
        questions=ask(readings, quotable(alone), placed.by[0] if placed.by else None),
        nameless=sum(not unit.attributes.get("participant") for unit in placed.units),
        withheld=compared.withheld,
    )


def _place(unit: Unit) -> tuple[object, ...]:
    """Return what tells any two units apart, so that their order does not depend on the user's."""
    return (*_OWN(unit), sorted(unit.attributes.items()))


@dataclass(frozen=True, slots=True)
class _Setting:
    """What all readings of an element are seen against.

    `around` is what names are measured against; `held`, `beside` and `tests` are attribute -> reading number ->
    what it is to the groups that may be shown.
    """

    placed: Placed
    around: Surroundings
    held: dict[str, list[dict[str, Holding]]]
    beside: dict[str, list[dict[str, Contrast]]]
    tests: dict[str, dict[int, Difference]]
    tools: Tools


def _readings(
    placed: Placed, compared: tuple[Unit, ...], groups: dict[str, dict[str, int]], tools: Tools
) -> tuple[Reading, ...]:
    numbers = range(len(placed.heads))
    strongest = distinguishing_words([quotable(placed.members(number)) for number in numbers])
    held, beside = {}, {}
    for attribute, own in groups.items():
        found = count_notes(compared, placed.numbers, attribute, len(placed.heads), tuple(own)).voices()
        held[attribute] = [holdings(each) for each in found]
        beside[attribute] = [contrasts(each) for each in found]
    tests = differences(compared, placed.numbers, placed.by)
    named_at = placed.vectors if placed.named_at is None else placed.named_at
    around = Surroundings.of(named_at, names_of_people(placed.units, tools.vocabulary))
    setting = _Setting(placed, around, held, beside, tests, tools)
    return tuple(_reading(setting, number, strongest[number]) for number in numbers)


def _reading(setting: _Setting, number: int, strongest: tuple[Word, ...]) -> Reading:
    placed, tools, head = setting.placed, setting.tools, setting.placed.heads[number]
    inside = np.flatnonzero(placed.numbers == number)
    centre = placed.vectors[inside].mean(axis=0, dtype=np.float64)
    members, rows = _members(placed, inside, centre)
    read = [at for at, member in enumerate(members) if may_be_quoted(member)]
    quoted = [members[at] for at in read]
    called = find_labels(quoted, rows[read], setting.around, tools.embedder)
    example = "" if called.labels else example_of(quoted, setting.around.people) if quoted else UNQUOTED
    held = {a: each[number] for a, each in setting.held.items()}
    return Reading(
        id=head.id,
        label=head.given or next(iter(called.labels.values()), example),
        labels=called.labels,
        words=strongest,
        gloss=find_gloss(called.labels, tools.vocabulary),
        units=members,
        quotes=_quotes(quoted, placed.by),
        stability=head.stability,
        held_by=held,
        missing_from={a: holders.missing(own) for a, own in held.items()},
        beside_others={a: each[number] for a, each in setting.beside.items()},
        difference={a: setting.tests[a][number] for a in held},
        status={a: holders.status(own, setting.tests[a][number].verdict) for a, own in held.items()},
        given=head.given,
        given_in=head.given_in,
        example=example,
        proposals=called.proposals,
        stability_measured=head.stability_measured,
        sure=int(placed.sure[inside].sum()),
    )


def _apart(centre: Vectors, everything: Vectors) -> Vectors:
    """Return what a reading says that the element does not; its own centre where it is all that was said."""
    difference = centre - everything
    return difference if np.linalg.norm(difference) > 1e-6 else centre


def _members(
    placed: Placed, inside: NDArray[np.int64], centre: Vectors
) -> tuple[tuple[Member, ...], NDArray[np.int64]]:
    """Return the notes of a reading and their places among all notes, most typical first."""
    direction = centre / max(float(np.linalg.norm(centre)), 1e-9)
    typicality = placed.vectors[inside] @ direction.astype(placed.vectors.dtype)
    names, also = np.array([head.id for head in placed.heads]), placed.also[inside]
    more = np.asarray(also.any(axis=1)).tolist()
    order = np.argsort(-typicality, kind="stable")
    members = tuple(
        Member.placed(
            placed.units[inside[at]],
            float(typicality[at]),
            tuple(names[also[at]].tolist()) if more[at] else (),
            sure=bool(placed.sure[inside[at]]),
        )
        for at in order
    )
    return members, inside[order]


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
