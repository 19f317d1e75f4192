"""What people agreed to do, and what they say became of it, as tables; words of what led to it are not in them."""

from collections.abc import Sequence

from nlp.frames.table import Column, Kind, Table
from nlp.messages import msgid
from service.actions.types import ActionPoint

NUMBER = Column("action", Kind.WHOLE, msgid("The number of the action in this file, from 1."))

ACTIONS = Table(
    "actions",
    "action",
    msgid("One row something that people agreed to do."),
    (
        NUMBER,
        Column("to_do", Kind.TEXT, msgid("What is to be done.")),
        Column("who", Kind.TEXT, msgid("Who does it: a team, a person, or any words.")),
        Column("by_when", Kind.DATE, msgid("The day by which it is to be done.")),
        Column("state", Kind.TEXT, msgid("How far it is: open, doing, done or let go.")),
        Column("agreed", Kind.DATE, msgid("The day on which it was agreed.")),
        Column("review", Kind.TEXT, msgid("The last review then.")),
        Column("element", Kind.TEXT, msgid("The element that it is about; empty where there is none.")),
        Column("made_of", Kind.TEXT, msgid("What led to it; “hand” where nothing here did.")),
    ),
)
VERDICTS = Table(
    "action_verdicts",
    "action_verdict",
    msgid("One row what people said at a review became of an action."),
    (
        NUMBER,
        Column("review", Kind.TEXT, msgid("The review at which it was said.")),
        Column("became", Kind.TEXT, msgid("changed, not changed, or too early.")),
        Column("line_written", Kind.TEXT, msgid("The line.")),
        Column("date", Kind.DATE, msgid("The day on which it was said.")),
    ),
)


def agreed_cells(action: ActionPoint) -> tuple[str, ...]:
    """Return what was agreed, in the order of the columns of `ACTIONS` after its number."""
    of = action.evidence
    plan = action.what, action.who, action.until, action.status.value, action.day
    return (*plan, of.review, of.element, of.origin.value)


def action_tables(actions: Sequence[ActionPoint]) -> tuple[Table, Table]:
    """Return actions, oldest first, and what was said of them."""
    return (
        ACTIONS.with_rows(
            (
                number,
                *agreed_cells(each),
            )
            for number, each in enumerate(actions, start=1)
        ),
        VERDICTS.with_rows(
            (number, said.review, said.became.value, said.line, said.day)
            for number, each in enumerate(actions, start=1)
            for said in each.verdicts
        ),
    )
