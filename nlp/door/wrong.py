"""How values of a wrong type are refused: what they are, what they should be, and what to write instead."""

from collections.abc import Iterable, Mapping
from typing import TypeVar

from nlp.door.values import told
from nlp.errors import WrongType
from nlp.messages import Message

Item = TypeVar("Item")


def wrong_type(name: str, wanted: str, value: object, remedy: Message, place: str = "", source: str = "") -> WrongType:
    """Return the error that says what a value is and what it should be.

    Args:
        name: of the argument, the field or the column.
        wanted: types as they are written in annotations.
        value: what was handed in.
        remedy: what to do.
        place: `notes[3]`.
        source: name of the file or the record.
    """
    problem = Message("{name} must be {wanted}, not {kind}", {"name": name, "wanted": wanted, "kind": told(value)})
    return WrongType(source, problem, remedy, place)


def write(call: str) -> Message:
    """Return the remedy that is a piece of code."""
    return Message("Write {call}", {"call": call})


def items_of(name: str, whole: type, field: str, item: type[Item], handed: object, call: str) -> list[Item]:
    """Return what is handed in, one by one.

    Args:
        name: of the argument.
        whole: the type of a file of such things.
        field: where it has them.
        item: the type of each.
        handed: a file of them, or several.
        call: what to write instead where these are not yet read.

    Raises:
        WrongType: it is neither, or one of them is something else.
    """
    items = getattr(handed, field) if isinstance(handed, whole) else handed
    wanted = f"{whole.__name__} | list[{item.__name__}]"
    if isinstance(items, str | bytes | Mapping) or hasattr(items, "columns") or not isinstance(items, Iterable):
        raise wrong_type(name, wanted, handed, write(call))
    found = list(items)
    for at, each in enumerate(found):
        if not isinstance(each, item):
            raise wrong_type(f"{name}[{at}]", item.__name__, each, write(call))
    return found
