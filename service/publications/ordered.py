"""A file of a report that somebody wants published and that takes a while, as it was chosen at that moment."""

from dataclasses import dataclass
from hashlib import sha256

from service.publications.choice import EVERYTHING, Choice
from service.publications.types import Audience, Format, Reader
from service.serialisation import dumps

PUBLICATION = "publication"
"""The kind of the jobs that make these files."""
DIGITS = 12


@dataclass(frozen=True, slots=True)
class Ordered:
    """A file to publish.

    Attributes:
        reader: for whom the report is written.
        language: of its sentences.
        format: of the file.
        title: as its readers see it.
        audience: who may open it.
        choice: what goes in.
        account: of who published it, None where nobody signs in.
        name: of who published it.
    """

    reader: Reader
    language: str
    format: Format
    title: str
    audience: Audience
    choice: Choice = EVERYTHING
    account: int | None = None
    name: str = ""

    @property
    def inputs(self) -> str:
        """Hash of all that was chosen."""
        return sha256(dumps(self).encode()).hexdigest()

    @property
    def subject(self) -> str:
        """What tells it from other files that are being made; see `told`."""
        return f"{self.reader.value} {self.language} {self.format.value} {self.inputs[:DIGITS]}"


def told(subject: str) -> tuple[Reader, str, Format]:
    """Return the reader, the language and the format of the file that a job is of."""
    reader, language, format_, _ = subject.split(" ")
    return Reader(reader), language, Format(format_)
