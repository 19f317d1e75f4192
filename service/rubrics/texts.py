"""What people write in cells and as reasons, as it is kept; and two of them in one cell at once."""

import unicodedata

from nlp.errors import InputError
from nlp.messages import Message, msgid
from service.errors import Stale
from service.rubrics.log import Log
from service.rubrics.types import LONGEST_CELL, LONGEST_WHY, RubricCell

SOMEBODY = Message("Someone here")
WROTE = msgid("{who} wrote in this cell.")


def as_written(text: str) -> str:
    """Return the text of a cell: in NFC, a descriptor a line, without needless spaces and lines.

    Raises:
        InputError: it is too long.
    """
    lines = (" ".join(line.split()) for line in unicodedata.normalize("NFC", text).splitlines())
    said = "\n".join(dict.fromkeys(line for line in lines if any(map(str.isalnum, line))))
    if len(said) > LONGEST_CELL:
        problem = Message("a cell has {most} letters at most", {"most": LONGEST_CELL})
        raise InputError("", problem, Message("Write less, or make two elements of one"))
    return said


def reason(why: str) -> str:
    """Return a reason on one line.

    Raises:
        InputError: it is too long.
    """
    said = " ".join(unicodedata.normalize("NFC", why).split())
    if len(said) > LONGEST_WHY:
        raise InputError(
            "", Message("a reason has {most} letters at most", {"most": LONGEST_WHY}), Message("Shorten it")
        )
    return said


def overtaken(log: Log, team: str, cell: RubricCell) -> Stale:
    """Return the refusal of what somebody wrote in a cell that says something else meanwhile."""
    last = next((each for each in log.history(team, cell.element) if each.number == cell.step), None)
    return Stale(Message(WROTE, {"who": (last and last.who) or SOMEBODY}))
