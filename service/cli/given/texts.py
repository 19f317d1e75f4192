"""The texts of a file that are embedded: its notes, or the lines of a plain text."""

from collections.abc import Sequence
from pathlib import PurePath

from nlp.documents.types import Notes, Ratings, Roster, Rubric, Unit
from nlp.errors import NothingToAnalyse
from nlp.messages import Message
from nlp.text.decode import decode
from nlp.text.lines import line_texts
from nlp.text.signature import signature
from service.cli.given.source import Source

_PLAIN = frozenset({"", ".txt", ".text"})


def texts_of(source: Source) -> Sequence[Unit]:
    """Return every note or descriptor of a document; of a plain text every line, of no language that was told.

    Raises:
        InputError: the document cannot be read.
        NothingToAnalyse: it holds people or ratings without notes.
    """
    from nlp import read_document

    if PurePath(source.name).suffix.lower() in _PLAIN and signature(source.data) is None:
        return _lines(source)
    match read_document(source.name, source.data):
        case Notes(units=units):
            return units
        case Rubric(descriptors=rows):
            return [
                Unit(row.id, row.text, row.language, row.source, row.line, 0, len(row.text), row.element)
                for row in rows
            ]
        case Roster() | Ratings():
            problem = Message("there are no notes in it")
            raise NothingToAnalyse(source.name, problem, Message("Hand in notes, a rubric, or a text with one a line"))


def _lines(source: Source) -> Sequence[Unit]:
    texts = line_texts(decode(source.name, source.data))
    return [
        Unit(f"line-{number}", text, "und", source.name, number, 0, len(text)) for number, text in enumerate(texts, 1)
    ]
