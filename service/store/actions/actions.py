"""Actions and what people say became of them."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import delete, select, update

from service.actions.types import ActionPoint, ActionVerdict, Became, Evidence, Status
from service.errors import NotFound
from service.store.actions.tables import action_verdicts, actions
from service.store.conflicts import add_under_code, put
from service.store.database import Transaction

SIGNS = 10


def add(db: Transaction, programme_id: int, what: str, who: str, until: str, now: datetime, evidence: Evidence) -> str:
    """Store a new action under a code that no other one has, and return it."""
    row = {
        "programme_id": programme_id,
        "what": what,
        "who": who,
        "until": until,
        "state": Status.OPEN.value,
        "day": now.date().isoformat(),
        "changed": now,
        "evidence": evidence,
    }
    return add_under_code(db, actions, row, SIGNS)


def every(db: Transaction, programme_id: int) -> tuple[ActionPoint, ...]:
    """Return the actions of a programme, oldest first."""
    verdicts: dict[int, list[ActionVerdict]] = defaultdict(list)
    of_programme = actions.c.programme_id == programme_id
    said = select(action_verdicts).join(actions).where(of_programme).order_by(action_verdicts.c.day)
    for row in db.execute(said):
        verdicts[row.action_id].append(ActionVerdict(row.review, Became(row.verdict), row.line, row.day))
    return tuple(
        ActionPoint(
            row.code,
            row.what,
            row.who,
            row.until,
            Status(row.state),
            row.day,
            row.changed,
            row.evidence,
            tuple(verdicts[row.id]),
        )
        for row in db.execute(select(actions).where(of_programme).order_by(actions.c.id))
    )


def named(db: Transaction, programme_id: int) -> Mapping[str, str]:
    """Return code -> what is to be done, oldest first."""
    query = select(actions.c.code, actions.c.what).where(actions.c.programme_id == programme_id).order_by(actions.c.id)
    return {row.code: row.what for row in db.execute(query)}


def change(db: Transaction, programme_id: int, new: ActionPoint) -> None:
    """Store what is to be done, by whom, until when and how far it is, as it is now.

    Raises:
        NotFound: the programme has no such action.
    """
    values = {"what": new.what, "who": new.who, "until": new.until, "state": new.status.value, "changed": new.changed}
    here = (actions.c.programme_id == programme_id) & (actions.c.code == new.code)
    if not db.execute(update(actions).where(here).values(**values)).rowcount:
        raise NotFound("action", new.code)


def remove(db: Transaction, programme_id: int, code: str) -> None:
    """Forget an action, and what was said of it.

    Raises:
        NotFound: the programme has no such action.
    """
    here = (actions.c.programme_id == programme_id) & (actions.c.code == code)
    if not db.execute(delete(actions).where(here)).rowcount:
        raise NotFound("action", code)


def judge(db: Transaction, programme_id: int, code: str, said: ActionVerdict) -> None:
    """Store what people say became of it, in the place of what they said at the same review.

    Raises:
        NotFound: the programme has no such action.
    """
    row = {"review": said.review, "verdict": said.became.value, "line": said.line, "day": said.day}
    put(db, action_verdicts, {"action_id": _id(db, programme_id, code), **row})


def forget_verdict(db: Transaction, programme_id: int, code: str, review: str) -> None:
    """Take back what was said of an action at a review.

    Raises:
        NotFound: the programme has no such action.
    """
    c = action_verdicts.c
    db.execute(delete(action_verdicts).where(c.action_id == _id(db, programme_id, code), c.review == review))


def _id(db: Transaction, programme_id: int, code: str) -> int:
    here = (actions.c.programme_id == programme_id) & (actions.c.code == code)
    found: int | None = db.scalar(select(actions.c.id).where(here))
    if found is None:
        raise NotFound("action", code)
    return found
