"""The whole way of the data, one step after the other:

bytes -> Document | Transcript -> Units | Turns -> Embeddings -> Readings | Participation -> Findings -> Report

`Workspace` walks it: it fetches what a step needs from the store and stores what the step gives. The last step, the
report, is `service.exports.html.build_report`.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

import nlp
from nlp.documents.join_roster import with_people
from nlp.documents.types import Descriptor, Notes, Person, Rating, Ratings, Roster, Rubric, Unit
from nlp.edits_form import edits_to_json
from nlp.embedding.types import Embedder
from nlp.from_json import interpretation_from_json, session_shares_from_json
from nlp.json_form import (
    Json,
    comparison_to_json,
    drift_to_json,
    interpretation_to_json,
    over_sessions_to_json,
    participation_to_json,
)
from nlp.participation.sessions.compare import measure_over_sessions
from nlp.participation.sessions.types import OverSessions
from nlp.readings.drift import follow
from nlp.readings.edits.align import keep_names
from nlp.readings.edits.apply import apply_edits
from nlp.readings.edits.types import Edit
from nlp.readings.types import ElementReadings, Interpretation, Smallest
from nlp.rubrics.types import RubricComparison
from nlp.rubrics.versions import versions, with_versions
from nlp.transcripts.types import Transcript
from service.analyses.vector_cache import vocabulary_of
from service.intake import detect_kind as uploads
from service.names.outline import Content, outline_of
from service.programmes.roster_choice import spelled, with_review
from service.store.columns import to_json
from service.store.files import NewFile, Row
from service.types import Outline

Judged = TypeVar("Judged", Descriptor, Rating)


def read_file(filename: str, data: bytes, outline: Outline) -> Content:
    """bytes -> Document | Transcript, whatever the content turns out to be.

    Raises:
        InputError: it cannot be read.
    """
    return uploads.read(filename, data, set(outline.languages.values()), outline.elements)


def new_file(filename: str, data: bytes, content: Content) -> NewFile:
    """Document | Transcript -> the rows that are kept: units, descriptors, people, ratings or turns."""
    described = uploads.describe(filename, content)
    kind = uploads.KINDS[type(content)]
    return NewFile(filename, kind, data, described.counts, outline_of(content), content.unread, _rows(content))


def prepare_units(units: Sequence[Unit], people: Sequence[Person], outline: Outline) -> tuple[Unit, ...]:
    """Units -> units with all that is known of them.

    Attributes of the participant come from the roster and the review from the date where the note does not say; the
    language is an attribute too; names are spelled as the programme spells them.
    """
    joined = (with_review(unit, outline.reviews) for unit in with_people(units, people))
    return tuple(_spelled_unit(unit, outline) for unit in joined)


def prepare_descriptors(descriptors: Sequence[Descriptor], outline: Outline) -> tuple[Descriptor, ...]:
    """Descriptors in the order of their files -> the same with their versions, named and ordered as the programme does.

    Teams, elements and levels come in the order of the programme, the versions of a team oldest first.
    """
    spelled_rows = with_versions([_spelled_row(each, outline) for each in descriptors])
    teams, elements, levels = map(_places, (outline.teams, outline.elements, outline.levels))
    order = {(team, name): place for team, own in versions(spelled_rows).items() for place, name in enumerate(own)}

    def place(each: Descriptor) -> tuple[int, int, int, int]:
        return teams[each.team], order[each.team, each.version], elements[each.element], levels[each.level]

    return tuple(sorted(spelled_rows, key=place))


def prepare_ratings(ratings: Sequence[Rating], outline: Outline) -> tuple[Rating, ...]:
    """Ratings -> ratings with names spelled as the programme spells them."""
    reviews = [review.name for review in outline.reviews]
    return tuple(replace(_spelled_row(each, outline), review=spelled(each.review, reviews)) for each in ratings)


def find_readings(
    units: Sequence[Unit],
    embedder: Embedder,
    by: Sequence[str],
    outline: Outline,
    threshold: int,
    before: Json | None = None,
) -> Json:
    """Units, Embeddings -> Readings, elements in the order of the programme; no units, no elements.

    Groups of persons of fewer than `threshold` people are not shown. Ids and labels stay as they were `before`.
    """
    smallest = Smallest(personal=threshold)
    if not units:
        return interpretation_to_json(Interpretation(embedder.name, tuple(by), (), smallest=smallest))
    found = nlp.interpret(units, embedder, by, vocabulary_of(embedder), smallest)
    if (earlier := _still_readable(before)) is not None:
        found = keep_names(found, earlier)
    places = _places(outline.elements)
    elements = sorted(found.elements, key=lambda element: places[element.element])
    return interpretation_to_json(replace(found, elements=tuple(elements)))


def _still_readable(readings: Json | None) -> Interpretation | None:
    """Return stored readings, or None for those of an earlier release whose form has other fields."""
    try:
        return None if readings is None else interpretation_from_json(readings)
    except (KeyError, TypeError):
        return None


def edit_readings(readings: Json, edits: Sequence[Edit], embedder: Embedder) -> Json:
    """Readings, edits, Embeddings -> the readings as facilitators want them."""
    found = interpretation_from_json(readings)
    return interpretation_to_json(apply_edits(found, edits, embedder, vocabulary_of(embedder)))


def hash_of_edits(edits: Sequence[Edit]) -> str:
    """Return a hash that changes when an edit comes, goes or changes its place."""
    return sha256(to_json(edits_to_json(edits)).encode()).hexdigest()


def every_note(readings: Json) -> list[Json]:
    """Return the notes of readings, in them or alone."""
    elements = readings["elements"]
    inside = [unit for element in elements for reading in element["readings"] for unit in reading["units"]]
    return [*inside, *(unit for element in elements for unit in element["alone"])]


def empty_element(name: str) -> Json:
    """An element on which there are no notes, in the form that `find_readings` gives."""
    nothing = ElementReadings(name, (), (), 0.0, (), {}, {}, ())
    element: Json = interpretation_to_json(Interpretation("", (), (nothing,)))["elements"][0]
    return element


def follow_readings(readings: Json, outline: Outline) -> Json:
    """Readings of all reviews together -> what became of each from one review of the programme to the next."""
    order = [review.name for review in outline.reviews]
    return drift_to_json(follow(interpretation_from_json(readings), order))


def compare_rubrics(descriptors: Sequence[Descriptor], embedder: Embedder) -> Json:
    """Descriptors, Embeddings -> what teams say alike, what only one says, what changed from version to version.

    One team alone has no elements.
    """
    teams = tuple(dict.fromkeys(descriptor.team for descriptor in descriptors))
    if len(teams) < 2 and all(len(own) < 2 for own in versions(descriptors).values()):
        levels = tuple(dict.fromkeys(descriptor.level for descriptor in descriptors))
        return comparison_to_json(RubricComparison(embedder.name, teams, levels, 0.0, ()))
    return comparison_to_json(nlp.compare_rubrics(descriptors, embedder=embedder))


def measure_participation(
    transcript: Transcript,
    roster: Sequence[Person] | None,
    by: Sequence[str],
    threshold: int,
    expected: Mapping[str, float] = MappingProxyType({}),
) -> Json:
    """Turns -> Participation against the roster."""
    measured = nlp.measure_participation(transcript, roster, by, threshold, expected)
    return participation_to_json(measured)


def measure_over_time(
    participations: Mapping[str, Json],
    roster: Sequence[Person],
    by: Sequence[str],
    threshold: int,
    expected: Mapping[str, float] = MappingProxyType({}),
    rosters: Mapping[str, Sequence[Person]] = MappingProxyType({}),
) -> Json:
    """Participation of several sessions, oldest first -> people and groups over all of them.

    `rosters` are those of single sessions.
    Beside the fields of `nlp.json_form.over_sessions_to_json` stand "shares": session -> person -> share.
    """
    sessions = [
        replace(session_shares_from_json(session, given), roster=rosters.get(session)).spelled(roster)
        for session, given in participations.items()
    ]
    shares = {each.session: dict(each.shares) for each in sessions}
    if sessions:
        found = measure_over_sessions(sessions, roster, by, threshold, expected)
    else:
        found = OverSessions((), (), {}, (), ())
    return {**over_sessions_to_json(found), "shares": shares}


@cache
def analysis_version() -> str:
    """Return the version of the program with a hash of the code that analyses: findings of other code do not count."""
    code = sha256()
    for path in sorted(Path(nlp.__file__).parent.rglob("*.py")):
        code.update(path.read_bytes())
    return f"{version('manyvoices')} {code.hexdigest()[:12]}"


def _places(names: Sequence[str]) -> Mapping[str, int]:
    """Return name -> its place; a name that is not there comes last."""
    return defaultdict(lambda: len(names), {name: place for place, name in enumerate(names)})


def _spelled_unit(unit: Unit, outline: Outline) -> Unit:
    names = {"team": outline.teams, "review": [review.name for review in outline.reviews]}
    own = {name: spelled(unit.attributes[name], known) for name, known in names.items() if name in unit.attributes}
    element = unit.element and spelled(unit.element, outline.elements)
    return replace(unit, element=element, attributes={**unit.attributes, **own})


def _spelled_row(row: Judged, outline: Outline) -> Judged:
    return replace(
        row,
        team=spelled(row.team, outline.teams),
        element=spelled(row.element, outline.elements),
        level=spelled(row.level, outline.levels),
    )


def _rows(content: Content) -> Sequence[Row]:
    match content:
        case Notes(units=rows) | Rubric(descriptors=rows) | Roster(people=rows) | Ratings(ratings=rows):
            return rows
        case Transcript(turns=rows):
            return rows
