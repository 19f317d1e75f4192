"""Writing down what is done, in the transaction that does it, and refusing what somebody else has overtaken."""

from collections.abc import Sequence
from datetime import UTC, datetime

from service.access.acting import acting
from service.errors import Stale
from service.journal.once import take
from service.journal.seen import seen
from service.journal.types import LOOKED, NOTHING_MORE, Action, Details, Entry, Reverse, Thing
from service.journal.words import several_in_words
from service.store import Transaction
from service.store.journal import entries
from service.webhooks.events import announce


def write(
    db: Transaction,
    programme_id: int | None,
    action: Action,
    of: Thing,
    details: Details = NOTHING_MORE,
    *,
    about: Sequence[Thing] = (),
    undo: Reverse | None = None,
    by: str = "",
) -> None:
    """Write down that whoever acts did something; in the transaction that does it, behind `Snapshot.to_change`.

    Args:
        db: the transaction.
        programme_id: of the programme, None for what is of the whole installation.
        action: what is done.
        of: what it is done with; never a name of somebody who is being deleted for good.
        details: what else there is to say; never the words of a note.
        about: everything else that it changes. Somebody who saw one of these, or `of`, before is too late.
        undo: what it takes to go back.
        by: what somebody without an account calls themselves.

    Raises:
        Stale: whoever acts has not seen what somebody changed of the same thing meanwhile.
    """
    reader, revision = acting(), entries.revision(db, programme_id)
    take(db)
    if programme_id is not None and revision is not None and action not in LOOKED:
        refuse_stale(db, programme_id, (of, *about))
        if last := seen():
            last.own.add(revision)
    keys, who = (of.key, *(each.key for each in about)), reader.name or by
    entry = Entry(0, revision, datetime.now(UTC), reader.account, who, action, of, details, keys, undo)
    entries.add(db, programme_id, entry)
    if programme_id is not None:
        announce(db, programme_id, action, of)


def refuse_stale(db: Transaction, programme_id: int, about: Sequence[Thing]) -> None:
    """Refuse a change of things of which somebody has changed one after whoever acts saw them.

    Raises:
        Stale: says what was changed.
    """
    last = seen()
    if last is None:
        return
    keys = {each.key for each in about}
    meanwhile = entries.since(db, programme_id, last.revision)
    others = [each for each in meanwhile if each.revision not in last.own]
    if changed := [each for each in others if keys & set(each.about)]:
        raise Stale(several_in_words(changed))
