"""Channels without names: messages that wait, messages that are shown in rounds, and replies.

Of who wrote a message nothing is kept but a random name of their phone, and that only while the message waits: it tells
that three messages come from three people.
"""

from collections import defaultdict
from dataclasses import dataclass, fields

from sqlalchemy import Select, delete, distinct, func, insert, select, update

from service.errors import NotFound
from service.giving_back.types import ChannelMessage, Reply, Round
from service.store.conflicts import add_under_code, is_new
from service.store.database import Transaction
from service.store.giving_back.asks import SIGNS
from service.store.giving_back.tables import channel_messages, channel_replies, channels

NOBODY = ""


@dataclass(frozen=True, slots=True)
class ChannelRow:
    """A channel; the title is what it is about, as the facilitator says it."""

    id: int
    programme_id: int
    code: str
    title: str
    is_open: bool


_ROW = [channels.c[field.name] for field in fields(ChannelRow)]


def add(db: Transaction, programme_id: int, title: str) -> ChannelRow:
    """Store a new, open channel under a code that no other one has."""
    row = {"programme_id": programme_id, "title": title, "is_open": True}
    return find(db, add_under_code(db, channels, row, SIGNS))


def every(db: Transaction, programme_id: int) -> tuple[ChannelRow, ...]:
    """Return the channels of a programme, oldest first."""
    query = select(*_ROW).where(channels.c.programme_id == programme_id).order_by(channels.c.id)
    return tuple(ChannelRow(**row) for row in db.execute(query).mappings())


def find(db: Transaction, code: str, *, lock: bool = False) -> ChannelRow:
    """Return a channel; with `lock`, nobody else writes in it or changes it until the transaction ends.

    Raises:
        NotFound: there is none with that code.
    """
    query: Select[tuple[object, ...]] = select(*_ROW).where(channels.c.code == code)
    row = db.execute(query.with_for_update() if lock else query).mappings().first()
    if row is None:
        raise NotFound("channel", code)
    return ChannelRow(**row)


def set_open(db: Transaction, channel: ChannelRow, *, is_open: bool) -> None:
    """Open or close a channel; what waits goes on waiting."""
    db.execute(update(channels).where(channels.c.id == channel.id).values(is_open=is_open))


def remove(db: Transaction, channel: ChannelRow) -> None:
    """Forget a channel, all its messages and replies."""
    db.execute(delete(channels).where(channels.c.id == channel.id))


def write(db: Transaction, channel: ChannelRow, own_id: str, person: str, text: str) -> bool:
    """Let a message wait; return False if one with that id is there already."""
    row = {"channel_id": channel.id, "id": own_id, "person": person, "text": text, "day": "", "taken": False}
    return is_new(db, channel_messages, row)


def waiting(db: Transaction, channel: ChannelRow) -> int:
    """Return how many people wrote messages that wait."""
    c = channel_messages.c
    return db.scalar(select(func.count(distinct(c.person))).where(c.channel_id == channel.id, c.round.is_(None))) or 0


def waiting_of(db: Transaction, channel: ChannelRow, person: str) -> int:
    """Return how many messages of one person wait."""
    c = channel_messages.c
    query = select(func.count()).where(c.channel_id == channel.id, c.round.is_(None), c.person == person)
    return db.scalar(query) or 0


def received(db: Transaction, channel: ChannelRow) -> int:
    """Return how many messages there are, waiting or shown."""
    return db.scalar(select(func.count()).where(channel_messages.c.channel_id == channel.id)) or 0


def show(db: Transaction, channel: ChannelRow, day: str) -> None:
    """Show all messages that wait as the next round, and forget whose they were."""
    c = channel_messages.c
    here = c.channel_id == channel.id
    number = (db.scalar(select(func.max(c.round)).where(here)) or 0) + 1
    shown = {"round": max(number, _last_replied(db, channel) + 1), "day": day, "person": NOBODY}
    db.execute(update(channel_messages).where(here, c.round.is_(None)).values(**shown))


def _last_replied(db: Transaction, channel: ChannelRow) -> int:
    """Return the last round to which somebody replied: its messages may have been removed."""
    c = channel_replies.c
    return db.scalar(select(func.max(c.round)).where(c.channel_id == channel.id)) or 0


def rounds(db: Transaction, channel: ChannelRow) -> tuple[Round, ...]:
    """Return the rounds that are shown, newest first, each in the order of the random ids of its messages."""
    c, r = channel_messages.c, channel_replies.c
    found: dict[int, list[tuple[str, str, str, bool]]] = defaultdict(list)
    query = select(c.round, c.day, c.id, c.text, c.taken).where(c.channel_id == channel.id, c.round.is_not(None))
    for number, *message in db.execute(query.order_by(c.id)):
        found[number].append((message[0], message[1], message[2], message[3]))
    replied: dict[tuple[int, str], list[Reply]] = defaultdict(list)
    for row in db.execute(select(channel_replies).where(r.channel_id == channel.id).order_by(r.id)):
        replied[row.round, row.message].append(Reply(row.id, row.text, row.day))
    return tuple(
        Round(
            number,
            own[0][0],
            tuple(ChannelMessage(each, text, taken, tuple(replied[number, each])) for _, each, text, taken in own),
            tuple(replied[number, ""]),
        )
        for number, own in sorted(found.items(), reverse=True)
    )


def remove_message(db: Transaction, channel: ChannelRow, message: str) -> None:
    """Forget a message that is shown, and the replies to it.

    Raises:
        NotFound: the channel shows no such message.
    """
    c, r = channel_messages.c, channel_replies.c
    gone = db.execute(
        delete(channel_messages).where(c.channel_id == channel.id, c.id == message, c.round.is_not(None))
    ).rowcount
    if not gone:
        raise NotFound("note", message)
    db.execute(delete(channel_replies).where(r.channel_id == channel.id, r.message == message))


def take(db: Transaction, channel: ChannelRow, messages: list[str]) -> None:
    """Remember that messages are among the notes."""
    c = channel_messages.c
    db.execute(update(channel_messages).where(c.channel_id == channel.id, c.id.in_(messages)).values(taken=True))


def reply(db: Transaction, channel: ChannelRow, round_: int, message: str, text: str, day: str) -> None:
    """Store a reply to a message, or for "" to a round."""
    row = {"channel_id": channel.id, "round": round_, "message": message, "text": text, "day": day}
    db.execute(insert(channel_replies).values(**row))


def remove_reply(db: Transaction, channel: ChannelRow, number: int) -> None:
    """Forget a reply.

    Raises:
        NotFound: the channel has none with that number.
    """
    c = channel_replies.c
    gone = db.execute(delete(channel_replies).where(c.channel_id == channel.id, c.id == number)).rowcount
    if not gone:
        raise NotFound("reply", number)
