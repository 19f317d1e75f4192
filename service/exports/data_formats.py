"""What data and transcripts leave as: one form for both tables of formats."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from nlp.errors import InputError
from nlp.messages import Message

Given = TypeVar("Given")


@dataclass(frozen=True, slots=True)
class DataFormat(Generic[Given]):
    """A format in which something leaves.

    Attributes:
        name: by which it is asked for.
        ending: of the file's name.
        media_type: of the file.
        title: what people call it.
        whom: the sentence that says for whom it is.
        write: makes the file of what is given.
    """

    name: str
    ending: str
    media_type: str
    title: str
    whom: str
    write: Callable[[Given], bytes]


Formats = Mapping[str, DataFormat[Given]]
"""Name of a format -> what it is, in the order in which they are offered."""


def by_name(*formats: DataFormat[Given]) -> Formats[Given]:
    """Return formats by their names."""
    return {each.name: each for each in formats}


def write_file(formats: Formats[Given], name: str, given: Given, called: str, none: Message) -> tuple[str, bytes, str]:
    """Return name, content and media type of a file in one of some formats.

    Args:
        formats: that there are.
        name: of the format.
        given: what it is made of.
        called: name of the file, without its ending.
        none: what is said where there is no such format.

    Raises:
        InputError: there is no such format.
    """
    found = formats.get(name)
    if found is None:
        there = Message("The formats that there are: {names}", {"names": tuple(formats)})
        raise InputError("", none, there, "format")
    return f"{called}{found.ending}", found.write(given), found.media_type
