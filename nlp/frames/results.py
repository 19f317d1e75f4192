"""Every result -> its tables, the one that is asked for most first."""

from collections.abc import Callable, Collection, Mapping
from typing import Any

from nlp.documents.types import Notes, Ratings, Roster, Rubric
from nlp.frames.documents import notes_of_file, ratings_tables, roster_tables, rubric_tables
from nlp.frames.readings import drift_table, reading_tables, readings_tables
from nlp.frames.rubrics import comparison_tables
from nlp.frames.seating import seating_tables
from nlp.frames.sorting import sorting_tables
from nlp.frames.table import Table
from nlp.frames.voices import over_sessions_tables, participation_tables, transcript_tables
from nlp.participation.sessions.types import OverSessions
from nlp.participation.types import Participation
from nlp.readings.drift import Drift
from nlp.readings.types import ElementReadings, Interpretation, Reading
from nlp.rubrics.types import RubricComparison
from nlp.seating.types import Seating
from nlp.sorting.types import Sorting
from nlp.transcripts.types import Transcript

_TABLES: Mapping[type, Callable[[Any], list[Table]]] = {
    Interpretation: lambda found: readings_tables(found.elements, found.by),
    ElementReadings: lambda found: readings_tables([found], tuple(found.groups)),
    Reading: reading_tables,
    Drift: lambda found: [drift_table(found)],
    Participation: participation_tables,
    OverSessions: over_sessions_tables,
    RubricComparison: comparison_tables,
    Sorting: sorting_tables,
    Seating: seating_tables,
    Transcript: transcript_tables,
    Notes: notes_of_file,
    Roster: roster_tables,
    Rubric: rubric_tables,
    Ratings: ratings_tables,
}
RESULTS: Collection[type[Any]] = _TABLES.keys()
"""Every kind of result."""


def tables_of(result: object) -> tuple[Table, ...]:
    """Return the tables of a result.

    Raises:
        TypeError: it is no result that has tables.
    """
    make = _TABLES.get(type(result))
    if make is None:
        raise TypeError(f"{type(result).__name__} has no tables")
    return tuple(make(result))
