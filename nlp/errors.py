"""Everything that `nlp` raises on purpose.

```
ManyvoicesError
├── InputError              what the user handed in cannot be used; says what, where and what to do
│   ├── UnreadableFile      empty, broken, encrypted, too large when unpacked, or of another kind than its name says
│   │   ├── Overgrown       a small file that names more than can be held
│   │   └── NoSuchFile      a path at which there is no file; also a FileNotFoundError
│   ├── UnknownEncoding     bytes that are text in no encoding that can be told
│   ├── MissingColumn       a table without a column that it needs
│   ├── NoSpeakers          a transcript that names nobody
│   ├── UnusableNumber      a number that nothing can be done with; also a ValueError
│   ├── UnusableVectors     vectors or labels that do not fit the texts; also a ValueError
│   ├── WrongType           something of another kind than is asked for; also a TypeError
│   ├── WrongValue          a value that cannot be: a time before 0, an id given twice; also a ValueError
│   └── NothingToAnalyse    no notes, no descriptors, or no turns
└── EmbeddingError          a model that cannot be loaded
```
"""

from nlp.messages import Message, msgid

LINE = msgid("{problem}. {remedy}.")
LINE_WITH_PLACE = msgid("{where}: {problem}. {remedy}.")
SOURCE_AND_PLACE = msgid("{source}, {place}")


class ManyvoicesError(Exception):
    """The root: one line for the user, never a stack trace. It says what is wrong, where, and what to do about it.

    Attributes:
        source: the file's name as the user knows it, or "" where no file is concerned.
        problem: what is wrong, without a full stop.
        remedy: what to do, without a full stop.
        place: "line 12", "row 3, column text"; the name of a field stays a text; "" where there is none.
    """

    def __init__(self, source: str, problem: Message, remedy: Message, place: Message | str = "") -> None:
        self.source = source
        self.problem = problem
        self.remedy = remedy
        self.place = place

    @property
    def message(self) -> Message:
        """The whole line: `notes.csv, row 3: the text is empty. Fill it in or delete the row.`"""
        said = {"problem": self.problem, "remedy": self.remedy}
        where = _where(self.source, self.place)
        return Message(LINE_WITH_PLACE, {"where": where, **said}) if where else Message(LINE, said)

    def __str__(self) -> str:
        """The line in English."""
        return self.message.text


class InputError(ManyvoicesError):
    """What the user handed in cannot be used."""


class UnreadableFile(InputError):
    """A file that is empty, broken, or not what its name says."""


class Overgrown(UnreadableFile):
    """A file that would take too much memory or time, whatever it is read as."""


class NoSuchFile(UnreadableFile, FileNotFoundError):
    """A path at which there is no file."""


class UnknownEncoding(InputError):
    """Bytes whose text encoding cannot be told."""


class MissingColumn(InputError):
    """A table without a column that it needs."""


class NoSpeakers(InputError):
    """A transcript in which no line says who speaks."""


class UnusableNumber(InputError, ValueError):
    """A number that nothing can be done with where it stands."""


class UnusableVectors(InputError, ValueError):
    """Vectors or labels that do not fit the texts they are of, or are no numbers."""


class WrongType(InputError, TypeError):
    """Something of another kind than is asked for."""


class NothingToAnalyse(InputError):
    """Input that is readable but holds nothing to work on."""


class WrongValue(InputError, ValueError):
    """A value of the right type that cannot be: a time before 0, an id that another note has."""


class EmbeddingError(ManyvoicesError):
    """A model folder or hub id that cannot be loaded."""


def at_line(number: int) -> Message:
    """Return the place of a line of a text."""
    return Message("line {line}", {"line": number})


def at_row(number: int) -> Message:
    """Return the place of a row of a table."""
    return Message("row {row}", {"row": number})


def _where(source: str, place: Message | str) -> Message | str:
    return Message(SOURCE_AND_PLACE, {"source": source, "place": place}) if source and place else place or source
