"""Attributes that people are to be compared by, and whether a roster says them of anybody."""

from collections.abc import Collection, Sequence

from nlp.attributes import missing_attributes, names_there, refuse
from nlp.documents.types import Person
from nlp.errors import InputError
from nlp.messages import Message, msgid

BY = ("gender",)
"""What people are compared by where nobody says otherwise."""


def check_attributes(by: tuple[str, ...], roster: Sequence[Person], may_lack: Collection[str]) -> None:
    """Raise an `InputError` if nobody on a roster has one of the attributes; `BY`, which nobody asked for, may lack."""
    there = names_there(roster)
    missing = missing_attributes(by, there, BY if by == BY else may_lack)
    if missing and not roster:
        problem = Message("there is nobody on a roster to compare {columns} by", {"columns": missing})
        raise InputError("", problem, Message("Hand in a roster with such a column"))
    if missing:
        raise refuse(InputError, msgid("nobody on the roster has the attribute {columns}"), missing, there)
