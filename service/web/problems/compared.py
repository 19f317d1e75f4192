"""Attributes that are asked for and that nobody has: refused by name, with those that are there."""

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager

from nlp.attributes import missing_attributes, names_there, refuse
from nlp.documents.types import Person
from nlp.errors import InputError, NothingToAnalyse
from nlp.messages import Message, msgid
from service.analyses.findings import Findings
from service.analyses.kinds import PARTICIPATION_BY, READINGS_BY
from service.errors import NotAsked

BY = "by"


@contextmanager
def of_notes(found: Findings, by: Sequence[str]) -> Iterator[None]:
    """Say of readings that are not there whether that is because no note has an attribute.

    Raises:
        InputError: no note has one of the attributes.
    """
    try:
        yield
    except (NotAsked, NothingToAnalyse):
        check_notes(found, by)
        raise


def check_notes(found: Findings, by: Sequence[str]) -> None:
    """Raise an `InputError` if somebody asks for an attribute that no note has; without notes all can be asked for."""
    notes = found.written() if tuple(by) != READINGS_BY else ()
    if notes:
        _check(by, names_there(notes) | {"language"}, msgid("no note has the attribute {columns}"))


def check_session(found: Findings, session: str, by: Sequence[str]) -> None:
    """Raise an `InputError` if somebody asks for an attribute that nobody on the roster of a session has.

    Raises:
        NotFound: the programme has no such session.
    """
    roster = found.at.roster_of(found.at.session_row(session))
    _check_people(found.at.rosters[roster.id] if roster else (), by)


def check_sessions(found: Findings, by: Sequence[str]) -> None:
    """Raise an `InputError` if somebody asks for an attribute that nobody on any roster has."""
    if found.at.session_rows:
        _check_people(found.at.people, by)


def _check_people(people: Sequence[Person], by: Sequence[str]) -> None:
    if tuple(by) == PARTICIPATION_BY:
        return
    if by and not people:
        problem = Message("there is nobody on a roster to compare {columns} by", {"columns": tuple(by)})
        raise InputError("", problem, Message("Hand in a roster with such a column"), BY)
    _check(by, names_there(people), msgid("nobody on the roster has the attribute {columns}"))


def _check(by: Sequence[str], there: Collection[str], problem: str) -> None:
    if missing := missing_attributes(by, there, ()):
        raise refuse(InputError, problem, missing, there, BY)
