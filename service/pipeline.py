"""The whole way of the data, one step after the other:

bytes -> Document | Transcript -> Units | Turns -> Embeddings -> Readings | Participation -> Findings -> Report

`Workspace` walks it: it fetches what a step needs from the store and stores what the step gives. The last step, the
report, is `service.report.build_report`.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import TypeVar

import nlp
from nlp.documents.roster import with_people
from nlp.documents.types import Descriptor, Notes, Person, Rating, Ratings, Roster, Rubric, Unit
from nlp.embedding.types import Embedder
from nlp.from_json import interpretation_from_json
from nlp.json_form import Json, comparison_to_json, drift_to_json, interpretation_to_json, participation_to_json
from nlp.readings.drift import follow
from nlp.readings.types import ElementReadings, Interpretation
from nlp.rubrics.types import RubricComparison
from nlp.transcripts.types import Transcript
from service import uploads
from service.matching import spelled, with_review
from service.outlines import Content, outline_of
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
    """Descriptors -> descriptors with names spelled, and teams, elements and levels ordered, as in the programme."""
    spelled_rows = [_spelled_row(each, outline) for each in descriptors]
    teams, elements, levels = map(_places, (outline.teams, outline.elements, outline.levels))
    return tuple(sorted(spelled_rows, key=lambda each: (teams[each.team], elements[each.element], levels[each.level])))


def prepare_ratings(ratings: Sequence[Rating], outline: Outline) -> tuple[Rating, ...]:
    """Ratings -> ratings with names spelled as the programme spells them."""
    reviews = [review.name for review in outline.reviews]
    return tuple(replace(_spelled_row(each, outline), review=spelled(each.review, reviews)) for each in ratings)


def find_readings(units: Sequence[Unit], embedder: Embedder, by: Sequence[str], outline: Outline) -> Json:
    """Units, Embeddings -> Readings, elements in the order of the programme; no units, no elements."""
    if not units:
        return interpretation_to_json(Interpretation(embedder.name, tuple(by), ()))
    found = nlp.interpret(units, embedder=embedder, by=by)
    places = _places(outline.elements)
    elements = sorted(found.elements, key=lambda element: places[element.element])
    return interpretation_to_json(replace(found, elements=tuple(elements)))


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
    """Descriptors, Embeddings -> what teams say alike and what only one says; one team alone has no elements."""
    teams = tuple(dict.fromkeys(descriptor.team for descriptor in descriptors))
    if len(teams) < 2:
        levels = tuple(dict.fromkeys(descriptor.level for descriptor in descriptors))
        return comparison_to_json(RubricComparison(embedder.name, teams, levels, 0.0, ()))
    return comparison_to_json(nlp.compare_rubrics(descriptors, embedder=embedder))


def measure_participation(
    transcript: Transcript, roster: Sequence[Person] | None, by: Sequence[str], threshold: int
) -> Json:
    """Turns -> Participation against the roster."""
    return participation_to_json(nlp.measure_participation(transcript, roster=roster, by=by, threshold=threshold))


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
