"""All tables that the data of a programme may have, with their columns and without rows: what the dictionary is of."""

from nlp.frames.documents import RATINGS
from nlp.frames.readings import ELEMENTS, HOLDERS, REVIEWS, notes_table, readings_table
from nlp.frames.rubrics import CHANGES, MATCHES, ONLY_IN
from nlp.frames.table import Table
from nlp.frames.voices import GROUPS_OVER_TIME, PEOPLE_OVER_TIME
from service.analyses.kinds import READINGS_BY
from service.exports.tables.actions import ACTIONS, VERDICTS
from service.exports.tables.answers import FEEDBACK, MISSING, QUESTIONS
from service.exports.tables.assistant import ASSISTANT_TEXTS, with_source
from service.exports.tables.programme import LISTED, NOT_IN_IT
from service.exports.tables.sessions import OF_EACH, with_session

CONTENTS: tuple[Table, ...] = (
    notes_table((), LISTED),
    with_source(readings_table((), READINGS_BY), ()),
    HOLDERS,
    ELEMENTS,
    ASSISTANT_TEXTS,
    REVIEWS,
    MATCHES,
    ONLY_IN,
    CHANGES,
    RATINGS,
    *(with_session(table) for table in OF_EACH),
    PEOPLE_OVER_TIME,
    GROUPS_OVER_TIME,
    FEEDBACK,
    MISSING,
    QUESTIONS,
    ACTIONS,
    VERDICTS,
    NOT_IN_IT,
)
"""In the order in which a file has them."""
