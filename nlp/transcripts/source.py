"""A file as every reader gets it: its bytes, its text, its lines, its JSON; each made once and only when asked for."""

import json
import re
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from unicodedata import normalize

from nlp.documents.types import MOST_EXAMPLES, Example, LeftOut, Unread
from nlp.errors import UnreadableFile
from nlp.messages import Message
from nlp.text.decode import decode
from nlp.text.lines import line_texts

MOST_LINES = 250_000
"""Five times what the longest session has; more would take over ten seconds and half a gigabyte of memory."""

MOST_VALUES = 2_000_000
"""Commas and brackets in JSON; word by word, a session of ten hours has half a million."""

_ESCAPE = re.compile(r"\\(?:\\|u[dD][89abAB][\da-fA-F]{2}\\u[dD][c-fC-F][\da-fA-F]{2}|(u[dD][89a-fA-F][\da-fA-F]{2}))")
"""In JSON a backslash, a sign of two halves, or, in the group, half a sign, as of an emoji that was cut in two."""

_EXAMPLE_LENGTH = 80

Line = tuple[int, str]
"""A line's number, from 1, and its text."""


@dataclass(frozen=True)
class Source:
    """A file's name and bytes."""

    name: str
    data: bytes

    @property
    def archive(self) -> bool:
        """Whether it is a zip container, as docx and xlsx are."""
        return self.data.startswith(b"PK\x03\x04")

    @cached_property
    def text(self) -> str:
        """The text in NFC, without a byte order mark, CR CR LF (a file saved twice) as one line end; "" for an archive.

        Raises:
            UnreadableFile, UnknownEncoding: as `nlp.text.decode.decode` does.
        """
        return "" if self.archive else normalize("NFC", decode(self.name, self.data)).replace("\r\r\n", "\n")

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the text, whatever ends them.

        Raises:
            UnreadableFile: there are more than `MOST_LINES`.
        """
        lines = line_texts(self.text)
        if len(lines) > MOST_LINES:
            problem = Message("the text has {count} lines, more than {most}", {"count": len(lines), "most": MOST_LINES})
            raise UnreadableFile(self.name, problem, Message("Hand in each session as a file of its own"))
        return lines

    @cached_property
    def json(self) -> Any:  # noqa: ANN401 - whatever the file holds
        """The parsed JSON, or None if the text is not JSON; halves of signs become U+FFFD.

        Raises:
            UnreadableFile: it has more than `MOST_VALUES`.
        """
        if not self.text.lstrip().startswith(("{", "[")):
            return None
        count = sum(map(self.text.count, ",[{"))
        if count > MOST_VALUES:
            problem = Message("the JSON has {count} values, more than {most}", {"count": count, "most": MOST_VALUES})
            raise UnreadableFile(self.name, problem, Message("Hand in each session as a file of its own"))
        try:
            return json.loads(_ESCAPE.sub(lambda found: r"\ufffd" if found[1] else found[0], self.text))
        except (ValueError, RecursionError):
            return None


def unread(lines: list[Line]) -> Unread:
    """Count lines that were not understood and keep the first few."""
    if not lines:
        return Unread()
    examples = (
        Example(Message("line {line}", {"line": str(number)}), _shorten(text)) for number, text in lines[:MOST_EXAMPLES]
    )
    return Unread(len(lines), (LeftOut(Message("not understood"), len(lines), tuple(examples)),))


def _shorten(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _EXAMPLE_LENGTH else text[: _EXAMPLE_LENGTH - 1] + "…"
