"""Where the name of each reading is from, and the texts that were taken, as tables."""

from datetime import UTC, datetime

from nlp.frames.readings import readings_table
from nlp.readings.edits.types import Rename, Seen, note_key
from service.assistant.proposed import as_now
from service.assistant.types import AssistantProposal, MadeWith, ProposalKind, Proposed
from service.exports.tables.assistant import SOURCE_OF_ANALYSIS, assistant_table, with_source
from tests.nlp.readings.test_interpret import interpret, notes

MADE = MadeWith("toy at localhost", "reading-1", 7)


def renamed(name, made_with=""):
    """An edit that gives some reading a name."""
    seen = Seen("", frozenset())
    return Rename(id="a", element="culture", known=frozenset(), reading=seen, name=name, made_with=made_with)


def test_a_name_is_from_the_statistics_a_person_or_what_proposed_it():
    """By the edit that gave it, whatever the spelling of its element; labels that were handed in say nothing."""
    found = interpret(notes())
    table = readings_table(found.elements, found.by)
    columns = [column.name for column in table.columns]
    rows = [list(row) for row in table.rows]
    name, by = columns.index("reading_name"), columns.index("named_by")
    for row, (called, named) in zip(rows, [("Risk", "person"), ("Joint", "person"), ("x", "machine")], strict=True):
        row[name], row[by] = called, named
    told = with_source(table.with_rows(map(tuple, rows)), [renamed("Risk", str(MADE)), renamed("Joint")])
    assert told.columns[-1] is SOURCE_OF_ANALYSIS
    assert [row[-1] for row in told.rows] == [
        "person, proposed by toy at localhost, reading-1, seed 7",
        "person",
        "statistics",
    ]


def test_texts_that_were_taken_stand_in_a_table_and_names_do_not():
    """What waits is not in it, nor what may not be shown."""
    found = interpret(notes())
    reading = found.elements[0].readings[0]
    keys = frozenset(note_key(unit) for unit in reading.units)
    now = datetime(2026, 12, 1, tzinfo=UTC)

    def one(number, kind, taken=None, sent=keys):
        content = Proposed(kind, "Culture", "We dare.", "en", MADE, of=keys, notes=tuple(keys)[:2], sent=sent)
        return AssistantProposal(number, content, now, taken)

    given = [
        one(1, ProposalKind.SENTENCE, now),
        one(2, ProposalKind.SENTENCE),
        one(3, ProposalKind.NAME, now),
        one(4, ProposalKind.SENTENCE, now, frozenset({"gone"})),
    ]
    (row,) = assistant_table(as_now(found, given)).rows
    assert row[:2] == ("Culture", reading.id)
    assert row[3:] == (
        *("sentence", "en", "We dare.", 2, False, "2026-12-01"),
        "person, proposed by toy at localhost, reading-1, seed 7",
    )
