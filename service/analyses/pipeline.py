"""The whole way of the data, one step after the other:

bytes -> Document | Transcript -> Units | Turns -> Embeddings -> Readings | Participation -> Findings -> Report

The first step is `service.intake.rows`. `service.analyses.findings` walks the others: it fetches what a step needs from
the store and keeps what the step gives. The last step, the report, is `service.exports.report.build_report`.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from hashlib import sha256
from types import MappingProxyType
from typing import TypeVar

import nlp
from nlp.documents.join_roster import with_people
from nlp.documents.types import Descriptor, Person, Rating, Unit
from nlp.embedding.types import Embedder
from nlp.names import Spellings
from nlp.participation.people.attendance import Attendance
from nlp.participation.sessions.compare import measure_over_sessions
from nlp.participation.sessions.types import OverSessions, SessionShares
from nlp.participation.turns.sound_times import with_sound_times
from nlp.participation.types import Participation
from nlp.readings import drift
from nlp.readings.drift import Drift, ElementDrift, follow
from nlp.readings.edits.align import all_called_as_before, keep_names, notes_of
from nlp.readings.edits.apply import apply_edits
from nlp.readings.edits.types import Edit
from nlp.readings.groups.protected_notes import protect_notes
from nlp.readings.interpretation import Once, anew
from nlp.readings.types import ElementReadings, Interpretation
from nlp.rubrics.matching import NOT_JUDGED, Judged
from nlp.rubrics.types import RubricComparison
from nlp.rubrics.versions import versions, with_versions
from nlp.smallest import Smallest
from nlp.transcripts.types import Transcript
from service.annotations.edits_file import edits_to_json
from service.names.spelling import Spelling
from service.names.types import NameKind, Names
from service.programmes.roster_choice import with_review
from service.store.columns import to_json
from service.types import Outline

FIRST_OF_PEOPLE = ("role", "gender")
"""Attributes of people that are shown before others where not all may be."""

FIRST_IN_SESSIONS = ("gender", "organisation", "team")
"""The same in sessions."""

Row = TypeVar("Row", Descriptor, Rating)

USUAL = ("team", "organisation", "gender", "role", "language")
"""Attributes that are compared without being asked for, so that nobody need have them."""


def prepare_units(units: Sequence[Unit], people: Sequence[Person], outline: Outline) -> tuple[Unit, ...]:
    """Units -> units with all that is known of them.

    Attributes of the participant come from the roster and the review from the date where the note does not say; the
    language is an attribute too; names are spelled as the programme spells them.
    """
    spelling, reviews = Spelling.of(outline), Spellings([review.name for review in outline.reviews])
    joined = (with_review(unit, outline.reviews) for unit in with_people(units, people))
    return tuple(_spelled_unit(unit, spelling, reviews) for unit in joined)


def prepare_descriptors(descriptors: Sequence[Descriptor], outline: Outline) -> tuple[Descriptor, ...]:
    """Descriptors in the order of their files -> the same with their versions, named and ordered as the programme does.

    Teams and elements come in the order of the programme, the versions of a team oldest first. Levels stay as the
    rubric writes them: which way that is may be all that is known of their order.
    """
    spelling = Spelling.of(outline)
    spelled_rows = with_versions([_spelled_row(each, spelling) for each in descriptors])
    teams, elements = map(_places, (outline.teams, outline.elements))
    order = {(team, name): place for team, own in versions(spelled_rows).items() for place, name in enumerate(own)}

    def place(each: Descriptor) -> tuple[int, int, int]:
        return teams[each.team], order[each.team, each.version], elements[each.element]

    return tuple(sorted(spelled_rows, key=place))


def prepare_ratings(ratings: Sequence[Rating], outline: Outline) -> tuple[Rating, ...]:
    """Ratings -> ratings with names spelled as the programme spells them."""
    spelling, reviews = Spelling.of(outline), Spellings([review.name for review in outline.reviews])
    return tuple(replace(_spelled_row(each, spelling), review=reviews.of(each.review)) for each in ratings)


def protect_people(units: Sequence[Unit], by: Sequence[str], review: str | None, threshold: int) -> tuple[Unit, ...]:
    """Units -> those of a review, or all, with what is asked of people as any question of the programme may show it."""
    return protect_notes(units, by, review, FIRST_OF_PEOPLE, threshold)


def find_readings(
    units: Sequence[Unit],
    embedder: Embedder,
    by: Sequence[str],
    outline: Outline,
    threshold: int,
    before: Interpretation | None = None,
    once: Once = anew,
) -> Interpretation:
    """Units, Embeddings -> Readings, elements in the order of the programme; no units, no elements.

    Groups of persons of fewer than `threshold` people are not shown. Ids and labels stay as they were `before`. What
    was found in the same notes `once` is not looked for again.
    """
    smallest = Smallest(personal=threshold)
    if not units:
        return Interpretation(embedder.name, tuple(by), (), smallest=smallest)
    found = nlp.interpret(units, embedder, by, smallest=smallest, may_lack=USUAL, once=once)
    if before is not None:
        found = keep_names(found, before)
    places = _places(outline.elements)
    return replace(found, elements=tuple(sorted(found.elements, key=lambda element: places[element.element])))


def edit_readings(
    readings: Interpretation, edits: Sequence[Edit], embedder: Embedder, before: Interpretation | None = None
) -> Interpretation:
    """Readings, edits, Embeddings -> the readings as facilitators want them, called as they were `before`."""
    edited = apply_edits(readings, edits, embedder)
    return edited if before is None else all_called_as_before(edited, before)


def hash_of_edits(edits: Sequence[Edit]) -> str:
    """Return a hash that changes when an edit comes, goes or changes its place."""
    return sha256(to_json(edits_to_json(edits)).encode()).hexdigest()


def every_note(readings: Interpretation) -> list[Unit]:
    """Return the notes of readings, in them or alone."""
    return [unit for element in readings.elements for unit in notes_of(element)]


def empty_element(name: str) -> ElementReadings:
    """An element on which there are no notes, as `find_readings` would give it."""
    return ElementReadings(name, 0, (), (), 0.0, (), {}, {}, ())


def follow_readings(readings: Interpretation, outline: Outline) -> Drift:
    """Readings of all reviews together -> what became of each from one review of the programme to the next."""
    return follow(readings, [review.name for review in outline.reviews])


def follow_element(element: ElementReadings, outline: Outline) -> ElementDrift:
    """Readings of one element -> what became of each, as `follow_readings` tells it."""
    return drift.follow_element(element, tuple(review.name for review in outline.reviews))


def compare_rubrics(
    descriptors: Sequence[Descriptor],
    embedder: Embedder,
    names: Names = Names(),  # noqa: B008
    judged: Judged = NOT_JUDGED,
) -> RubricComparison:
    """Descriptors, Embeddings -> what teams say alike, what only one says, what changed from version to version.

    One team alone has no elements. Elements that somebody said are no other's are compared with none, and levels that
    somebody put in order stand in it.
    """
    teams = tuple(dict.fromkeys(descriptor.team for descriptor in descriptors))
    if len(teams) < 2 and all(len(own) < 2 for own in versions(descriptors).values()):
        levels = tuple(dict.fromkeys(descriptor.level for descriptor in descriptors))
        return RubricComparison(embedder.name, teams, levels, 0.0, ())
    return nlp.compare_rubrics(
        descriptors,
        embedder=embedder,
        elements=_of_their_own(descriptors, names),
        levels=_ladders(descriptors, names.orders.get(NameKind.LEVEL, ())),
        judged=judged,
    )


def _ladders(descriptors: Sequence[Descriptor], order: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Return team -> its levels in the order that somebody gave, from the best to the worst.

    Teams that share a level stand on one ladder; levels of others, in another language perhaps, are no part of it.
    """
    own: dict[str, set[str]] = {}
    for each in descriptors:
        own.setdefault(each.team, set()).add(each.level)
    ladders: list[set[str]] = []
    for levels in own.values():
        shared = [ladder for ladder in ladders if ladder & levels]
        ladders = [ladder for ladder in ladders if not ladder & levels] + [levels.union(*shared)]
    given = [(ladder, tuple(level for level in order if level in ladder)) for ladder in ladders]
    return {team: levels for team, some in own.items() for ladder, levels in given if some <= ladder and levels}


def _of_their_own(descriptors: Sequence[Descriptor], names: Names) -> dict[str, dict[str, str]]:
    """Return team -> its elements of which somebody said that they are not what another team has."""
    elements = tuple(dict.fromkeys(each.element for each in descriptors))
    apart = {
        one for one in elements for other in elements if one != other and names.are_apart(NameKind.ELEMENT, one, other)
    }
    own: dict[str, dict[str, str]] = {}
    for each in descriptors:
        if each.element in apart:
            own.setdefault(each.team, {})[each.element] = each.element
    return own


def measure_participation(
    transcript: Transcript,
    roster: Sequence[Person] | None,
    by: Sequence[str],
    threshold: int,
    expected: Mapping[str, float] = MappingProxyType({}),
    strangers: Collection[str] = (),
    attendance: Attendance = Attendance(),  # noqa: B008
) -> Participation:
    """Turns -> Participation against the roster; groups give nobody away, whatever else is asked of the session.

    What a session's own roster does not say is said not to be there. `strangers` are labels that are nobody's whom they
    sound like. Of people who did not speak and of whom `attendance` says nothing it is not known whether they came.
    Times that are none, in a record that was kept long ago, count as not there.
    """
    return nlp.measure_participation(
        with_sound_times(transcript),
        roster,
        by,
        threshold,
        expected,
        standing=_standing(roster or ()),
        strangers=strangers,
        may_lack=by,
        attendance=attendance,
    )


def measure_over_time(
    participations: Mapping[str, Participation],
    roster: Sequence[Person],
    by: Sequence[str],
    threshold: int,
    expected: Mapping[str, float] = MappingProxyType({}),
    rosters: Mapping[str, Sequence[Person]] = MappingProxyType({}),
) -> OverSessions:
    """Participation of several sessions, oldest first -> people and groups over all of them.

    `rosters` are those of single sessions.
    """
    sessions = [
        replace(SessionShares.of(session, given), roster=rosters.get(session)).spelled(roster)
        for session, given in participations.items()
    ]
    if not sessions:
        return OverSessions()
    return measure_over_sessions(sessions, roster, by, threshold, expected, _standing(roster), may_lack=USUAL)


def _standing(roster: Sequence[Person]) -> tuple[str, ...]:
    """Return the attributes of a roster in an order that no question changes."""
    there = {name for person in roster for name, value in person.attributes.items() if value}
    return tuple(dict.fromkeys([*(name for name in FIRST_IN_SESSIONS if name in there), *sorted(there)]))


def _places(names: Sequence[str]) -> Mapping[str, int]:
    """Return name -> its place; a name that is not there comes last."""
    return defaultdict(lambda: len(names), {name: place for place, name in enumerate(names)})


def _spelled_unit(unit: Unit, spelling: Spelling, reviews: Spellings) -> Unit:
    own, element = dict(unit.attributes), unit.element and spelling.element(unit.element)
    if "team" in own:
        own["team"] = spelling.team(own["team"])
    if "review" in own:
        own["review"] = reviews.of(own["review"])
    is_same = element == unit.element and own == unit.attributes
    return unit if is_same else replace(unit, element=element, attributes=own)


def _spelled_row(row: Row, spelling: Spelling) -> Row:
    return replace(
        row,
        team=spelling.team(row.team),
        element=spelling.element(row.element),
        level=spelling.level(row.level),
    )
