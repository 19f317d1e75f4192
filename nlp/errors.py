"""Everything that `nlp` raises on purpose.

```
ManyvoicesError
├── InputError              what the user handed in cannot be used; says what, where and what to do
│   ├── UnreadableFile      empty, broken, encrypted, too large when unpacked, or of another kind than its name says
│   ├── UnknownEncoding     bytes that are text in no encoding that can be told
│   ├── MissingColumn       a table without a column that it needs
│   ├── NoSpeakers          a transcript that names nobody
│   └── NothingToAnalyse    no notes, no descriptors, or no turns
└── EmbeddingError          a model that cannot be loaded
```
"""

from dataclasses import dataclass


class ManyvoicesError(Exception):
    """The root: one sentence for the user, never a stack trace."""


@dataclass(eq=False)
class InputError(ManyvoicesError):
    """One line: what is wrong, where, and what to do about it.

    Attributes:
        source: the file's name as the user knows it, or "" where no file is concerned.
        problem: what is wrong, without a full stop.
        remedy: what to do, without a full stop.
        place: "line 12", "row 3, column text", or "".
    """

    source: str
    problem: str
    remedy: str
    place: str = ""

    def __str__(self) -> str:
        """`notes.csv, row 3: the text is empty. Fill it in or delete the row.`"""
        where = ", ".join(part for part in (self.source, self.place) if part)
        problem = f"{where}: {self.problem}" if where else self.problem
        return f"{problem}. {self.remedy}."


class UnreadableFile(InputError):
    """A file that is empty, broken, or not what its name says."""


class UnknownEncoding(InputError):
    """Bytes whose text encoding cannot be told."""


class MissingColumn(InputError):
    """A table without a column that it needs."""


class NoSpeakers(InputError):
    """A transcript in which no line says who speaks."""


class NothingToAnalyse(InputError):
    """Input that is readable but holds nothing to work on."""


class EmbeddingError(ManyvoicesError):
    """A model folder or hub id that cannot be loaded."""
