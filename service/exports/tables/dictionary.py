"""The data dictionary: what every table and every column means, in the reader's language; it is made of the tables."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nlp.frames.table import Column, Kind, Row, Table
from nlp.messages import Message, msgid
from service.presentation.i18n import Language
from service.presentation.messages import say

UNITS = {
    "seconds": msgid("seconds"),
    "characters": msgid("characters"),
    "0 to 1": msgid("0 to 1"),
    "-1 to 1": msgid("-1 to 1"),
}
KINDS = {
    Kind.TEXT: msgid("text"),
    Kind.WHOLE: msgid("whole number"),
    Kind.NUMBER: msgid("number"),
    Kind.TRUTH: msgid("true or false"),
    Kind.DATE: msgid("date"),
}
DICTIONARY = Table(
    "dictionary",
    "meaning",
    "",
    (
        Column("table", Kind.TEXT, ""),
        Column("column", Kind.TEXT, ""),
        Column("type", Kind.TEXT, ""),
        Column("unit", Kind.TEXT, ""),
        Column("meaning", Kind.TEXT, ""),
    ),
)
NAMED = msgid("People are named, as far as they agreed to it.")
NUMBERED = msgid("People have numbers; names inside of texts are hidden.")
OWN_NUMBERS = msgid("Notes and sessions have numbers of their own: Person 1 of a note is not Person 1 of a session.")
LEFT_OUT = msgid("Tables without rows are left out. Groups of few people are pooled as other, or left out.")
HAND_ON = msgid("It holds what people wrote and said in confidence: hand it on with care.")


@dataclass(frozen=True)
class About:
    """What is said of a file as a whole.

    Attributes:
        title: of the programme, or of the files that were read.
        made: the day, in ISO 8601.
        language: of the reader.
        names: whether people are named; None where the tables are those of files, with everything that these hold.
    """

    title: str
    made: str
    language: Language
    names: bool | None = None

    @property
    def remarks(self) -> tuple[str, ...]:
        """What holds for all tables, in the reader's language."""
        own = {True: (NAMED,), False: (NUMBERED, OWN_NUMBERS), None: ()}[self.names]
        rest = (LEFT_OUT, HAND_ON) if self.names is not None else ()
        return tuple(self.say(each) for each in (*own, *rest))

    def say(self, template: str) -> str:
        """Return a sentence in the reader's language."""
        return str(say(Message(template), self.language).striptags()) if template else ""


def dictionary_of(tables: Sequence[Table], about: About, *remarks: str) -> Table:
    """Return the dictionary of some tables.

    Args:
        tables: that stand in the file.
        about: the file.
        remarks: templates of what else is said of its format.
    """
    return DICTIONARY.with_rows(_rows(tables, about, remarks))


def _rows(tables: Sequence[Table], about: About, remarks: Sequence[str]) -> Iterator[Row]:
    yield ("", "", "", "", f"{about.title}, {about.made}")
    for remark in (*about.remarks, *map(about.say, remarks)):
        yield ("", "", "", "", remark)
    for table in tables:
        yield (table.name, "", "", "", about.say(table.about))
        for column in table.columns:
            kind, unit = about.say(KINDS[column.kind]), about.say(UNITS.get(column.unit, ""))
            yield (table.name, column.name, kind, unit, about.say(column.about))
