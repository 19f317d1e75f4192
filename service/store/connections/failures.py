"""What is said when the database cannot do what it should: one line, and the right kind of error."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import make_url
from sqlalchemy.exc import (
    ArgumentError,
    DataError,
    DBAPIError,
    IntegrityError,
    NotSupportedError,
    ProgrammingError,
)
from sqlalchemy.exc import TimeoutError as PoolTimeout

from nlp.messages import Message, msgid
from service.errors import Busy, DiskFull, StoreError

WRONG_ADDRESS = msgid("The database address {database} cannot be used: {reason}")
NOT_OPENED = msgid("The database {database} cannot be opened: {reason}")
NO_ANSWER = msgid("The database does not answer: {reason}")
READ_ONLY = msgid("the database cannot be written now ({reason}), so nothing was saved")
ASK = msgid("Ask whoever runs this service")
_BUGS = (IntegrityError, ProgrammingError, DataError, NotSupportedError)
_BUSY = {"5", "6", "15", "55P03", "40P01", "53300"}
_FULL = {"13", "53100"}
_READ_ONLY = {"8", "25006"}


@contextmanager
def in_one_line() -> Iterator[None]:
    """Turn what the database says into `StoreError`, `Busy` or `DiskFull`."""
    try:
        yield
    except PoolTimeout as error:
        raise Busy from error
    except DBAPIError as error:
        if isinstance(error, _BUGS):
            raise
        raise store_error(NO_ANSWER, error) from error


def store_error(problem: str, error: Exception, **values: str) -> StoreError:
    """Return the error that says a problem with its reason, or `Busy` or `DiskFull` where that is the reason."""
    code = _code(error)
    if code in _BUSY:
        return Busy()
    if code in _FULL:
        return DiskFull()
    if code in _READ_ONLY:
        problem = READ_ONLY
    cause = error.orig if isinstance(error, DBAPIError) else error
    reason = " ".join(str(cause).split()).rstrip(".")
    return StoreError("", Message(problem, {**values, "reason": reason}), Message(ASK))


def shown(url: str) -> str:
    """Return the address of a database without its password."""
    try:
        return make_url(url).render_as_string(hide_password=True)
    except ArgumentError:
        return "given"


def _code(error: Exception) -> str:
    """Return the database's own code of an error, "" if it has none; SQLite's without the detail."""
    cause = error.orig if isinstance(error, DBAPIError) else error
    if (number := getattr(cause, "sqlite_errorcode", None)) is not None:
        return str(number & 0xFF)
    return str(getattr(cause, "sqlstate", "") or "")
