"""Descriptors as they are handed to a comparison: of one rubric, of several, or one by one."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import PurePath

from nlp.documents.types import Descriptor, Rubric
from nlp.door.attributes import one_text
from nlp.door.values import is_missing
from nlp.door.wrong import items_of, write, wrong_type
from nlp.messages import Message

_FIELDS = ("id", "element", "level", "text", "language", "source", "team", "version")
_CALL = "compare_rubrics([read_rubric(...), read_rubric(...)])"


def descriptors_of(handed: object) -> tuple[list[Descriptor], tuple[Rubric, ...]]:
    """Return the descriptors of all that is handed in, fields as texts, and the rubrics that they come from.

    Raises:
        WrongType: these are neither rubrics nor descriptors, or a field is no text.
    """
    handed = list(handed) if isinstance(handed, Iterator) else handed
    if not isinstance(handed, list | tuple) or not any(isinstance(each, Rubric) for each in handed):
        return _of("descriptors", handed), ()
    rubrics = items_of("rubrics", Rubric, "", Rubric, handed, _CALL)
    told = [
        replace(rubric, descriptors=tuple(_of(f"rubrics[{at}].descriptors", rubric)))
        for at, rubric in enumerate(rubrics)
    ]
    return [descriptor for rubric in told for descriptor in rubric.descriptors], tuple(told)


def _of(name: str, handed: object) -> list[Descriptor]:
    found = items_of(name, Rubric, "descriptors", Descriptor, handed, _CALL)
    return [each if _is_sound(each) else _told(each, f"{name}[{at}]") for at, each in enumerate(found)]


def _is_sound(descriptor: Descriptor) -> bool:
    return all(type(getattr(descriptor, name)) is str for name in _FIELDS)


def _told(descriptor: Descriptor, place: str) -> Descriptor:
    """Return a descriptor with texts in its fields: level 0 is "0"; without a text it is none."""
    if not isinstance(descriptor.text, str):
        remedy = Message("Leave it out") if is_missing(descriptor.text) else write("str(text)")
        raise wrong_type("text", "str", descriptor.text, remedy, place)
    fields = {name: one_text(name, getattr(descriptor, name), place) for name in _FIELDS}
    return replace(descriptor, **fields)  # type: ignore[arg-type]


def named_by_files(descriptors: Sequence[Descriptor], rubrics: Sequence[Rubric]) -> list[Descriptor]:
    """Return the descriptors of rubrics of which none names a team, each its file's: the name without its ending.

    Where files have the same name, or none, nothing is made up.
    """
    names = [PurePath(rubric.name).stem for rubric in rubrics]
    if any(each.team for each in descriptors) or len(set(filter(None, names))) < max(2, len(names)):
        return list(descriptors)
    return [
        replace(each, team=name) for rubric, name in zip(rubrics, names, strict=True) for each in rubric.descriptors
    ]
