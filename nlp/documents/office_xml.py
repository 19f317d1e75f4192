"""The XML of office files as a stream: nothing is kept of it but what was asked for, so its size costs no memory."""

from functools import partial
from typing import IO
from xml.parsers import expat

_STEP = 2**16


class TooMuch(Exception):
    """A stream that holds more than was allowed for."""


class Handler:
    """Is told of every element of a stream, by its name without a namespace."""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Take an element that begins."""

    def end(self, name: str) -> None:
        """Take an element that ends."""

    def text(self, text: str) -> None:
        """Take text inside the last element that began, in pieces."""


def stream_xml(source: IO[bytes], handler: Handler) -> None:
    """Tell a handler of every element.

    Raises:
        expat.ExpatError: this is no XML.
    """
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = partial(_begin, parser, handler)
    parser.EndElementHandler = handler.end
    parser.CharacterDataHandler = handler.text
    while piece := source.read(_STEP):
        parser.Parse(piece, False)
    parser.Parse(b"", True)


def _begin(parser: expat.XMLParserType, handler: Handler, root: str, attributes: dict[str, str]) -> None:
    """Take the root: where it has no prefix, names with one are of another vocabulary and stay as they are."""
    if ":" in root:
        parser.StartElementHandler = lambda name, given: handler.start(name.rpartition(":")[2], given)
        parser.EndElementHandler = lambda name: handler.end(name.rpartition(":")[2])
    else:
        parser.StartElementHandler = handler.start
    handler.start(root.rpartition(":")[2], attributes)
