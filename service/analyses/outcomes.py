"""A finding, or why there is none: what fails for one part of a programme leaves the others standing."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import ParamSpec, TypeVar

from nlp.errors import LINE, ManyvoicesError
from nlp.messages import Message
from service.errors import NotMadeYet, ServiceError, StoreError

Asked = ParamSpec("Asked")
Result = TypeVar("Result")

INSIDE = Message(
    LINE,
    {
        "problem": Message("something went wrong inside"),
        "remedy": Message("Try again; if it happens again, tell whoever runs this service"),
    },
)
_LOG = logging.getLogger("manyvoices.analyses")


@dataclass(frozen=True, slots=True)
class Failed:
    """A finding that could not be made; `problem` is the line that says why and what to do."""

    problem: Message


@dataclass(frozen=True, slots=True)
class Pending(Failed):
    """A finding that is not there yet, because it is still being worked out."""


def attempt(find: Callable[Asked, Result], *asked: Asked.args, **named: Asked.kwargs) -> Result | Failed:
    """Return a finding, or why there is none.

    Whatever goes wrong with it is its own: also a fault of this program, which goes to the log. What is still being
    worked out is `Pending`.

    Raises:
        ServiceError: the request itself cannot be met.
        StoreError: the database cannot be used, by this finding or any other.
    """
    try:
        return find(*asked, **named)
    except NotMadeYet as error:
        return Pending(error.message)
    except (ServiceError, StoreError):
        raise
    except ManyvoicesError as error:
        return Failed(error.message)
    except Exception:
        _LOG.exception("A finding failed")
        return Failed(INSIDE)
