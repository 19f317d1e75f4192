"""What a language model proposed and a person took: texts on readings, and where the name of each reading is from."""

from collections.abc import Iterable, Sequence

from nlp.frames.columns import ELEMENT, LANGUAGE, READING, READING_NAME
from nlp.frames.readings import PERSON, name_of
from nlp.frames.table import Column, Kind, Row, Table
from nlp.messages import msgid
from nlp.names import name_key
from nlp.readings.edits.types import Edit, Rename
from service.assistant.proposed import ProposalNow
from service.assistant.types import ProposalKind

STATISTICS = "statistics"
SOURCE_OF_ANALYSIS = Column(
    "source_of_analysis",
    Kind.TEXT,
    msgid(
        "What it is from: statistics, person, or the model, the prompt and the seed that proposed it to a person who "
        "took it."
    ),
)
ASSISTANT_TEXTS = Table(
    "assistant_texts",
    "assistant_text",
    msgid("One row a text that a language model proposed and a person took."),
    (
        ELEMENT,
        READING,
        READING_NAME,
        Column("what", Kind.TEXT, msgid("What it is: a sentence on a reading.")),
        LANGUAGE,
        Column("proposed_text", Kind.TEXT, msgid("The text.")),
        Column("notes", Kind.WHOLE, msgid("On how many notes it rests.")),
        Column("one_person", Kind.TRUTH, msgid("Whether one person wrote these.")),
        Column("date", Kind.DATE, msgid("The day on which it was taken.")),
        SOURCE_OF_ANALYSIS,
    ),
)


def with_source(readings: Table, edits: Sequence[Edit]) -> Table:
    """Return the table of readings with where the name of each is from.

    Args:
        readings: one row a reading.
        edits: of people, oldest first.
    """
    made = {
        (name_key(each.element), name): each.made_with
        for each in edits
        if isinstance(each, Rename)
        for name in (each.name, *each.names.values())
    }
    names = [column.name for column in readings.columns]
    element, name, by = (names.index(each) for each in ("element", "reading_name", "named_by"))

    def source(row: Row) -> str:
        if row[by] != PERSON:
            return STATISTICS if row[by] else ""
        return _source(made.get((name_key(str(row[element])), str(row[name])), ""))

    whole = readings.with_column(SOURCE_OF_ANALYSIS, "", len(names))
    return whole.with_rows((*row, source(row)) for row in readings.rows)


def assistant_table(shown: Iterable[ProposalNow]) -> Table:
    """Return the texts that were taken; names stand in the table of readings."""
    return ASSISTANT_TEXTS.with_rows(
        _row(each) for each in shown if each.proposal.accepted and each.proposal.content.kind is not ProposalKind.NAME
    )


def _row(each: ProposalNow) -> Row:
    content, taken = each.proposal.content, each.proposal.accepted
    reading = (each.reading.id, name_of(each.reading)) if each.reading else ("", "")
    return (
        content.element,
        *reading,
        content.kind.value,
        content.language,
        content.text,
        len(content.notes),
        content.one_person,
        taken.date().isoformat() if taken else "",
        _source(str(content.made_with)),
    )


def _source(made_with: str) -> str:
    return f"{PERSON}, proposed by {made_with}" if made_with else PERSON
