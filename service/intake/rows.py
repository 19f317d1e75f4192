"""The first step of the data's way: bytes -> Document | Transcript -> the rows that are kept."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from nlp.documents.plan import AS_FOUND, FilePlan
from nlp.documents.types import Descriptor, Notes, Ratings, Roster, Rubric, Unit
from nlp.documents.unit_ids import stable_id
from nlp.transcripts.types import Transcript
from service.intake import detect_kind
from service.intake.opened import Opened
from service.names.outline import Content, outline_of
from service.store.files import NewFile, Row
from service.types import Outline

Sourced = TypeVar("Sourced", Unit, Descriptor)


def read_file(filename: str, data: bytes, outline: Outline, plan: FilePlan = AS_FOUND) -> Content:
    """bytes -> Document | Transcript, as the plan says; what it leaves open the content decides.

    Raises:
        InputError: it cannot be read.
    """
    return Opened.of(filename, data).content(outline, plan)


def renamed(content: Content, name: str) -> Content:
    """Return what was read from a file as it is under another name: units and descriptors carry it."""
    match content:
        case Notes(units=units):
            return replace(content, name=name, units=tuple(_from(unit, name) for unit in units))
        case Rubric(descriptors=rows):
            return replace(content, name=name, descriptors=tuple(_from(row, name) for row in rows))
        case _:
            return replace(content, name=name)


def new_file(filename: str, data: bytes, content: Content, plan: FilePlan = AS_FOUND, shape: str = "") -> NewFile:
    """Document | Transcript -> the rows that are kept: units, descriptors, people, ratings or turns."""
    described = detect_kind.describe(filename, content)
    kind = detect_kind.KINDS[type(content)]
    return NewFile(
        filename,
        kind,
        data,
        described.counts,
        outline_of(content),
        content.unread,
        rows_of(content),
        plan,
        shape,
        described.remarks,
    )


def _from(row: Sourced, name: str) -> Sourced:
    return replace(row, source=name, id=stable_id(name, row.id))


def rows_of(content: Content) -> Sequence[Row]:
    """Return the rows that are kept of what was read."""
    match content:
        case Notes(units=rows) | Rubric(descriptors=rows) | Roster(people=rows) | Ratings(ratings=rows):
            return rows
        case Transcript(turns=rows):
            return rows
