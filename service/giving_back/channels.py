"""Channels in which nobody is named: written in by whoever has the link, shown in rounds, replied to in public."""

from collections.abc import Callable, Sequence
from datetime import date, datetime

from nlp.consent import ATTRIBUTE, Consent
from nlp.errors import InputError
from nlp.messages import Message, msgid
from service.analyses.findings import Findings, FindingsOf
from service.annotations.rate import Rate
from service.annotations.tokens import check_tokens, person_of
from service.errors import Closed, NotFound, Refused
from service.giving_back.asks import FEWEST
from service.giving_back.types import LONGEST_MESSAGE, Channel, ChannelMessage, Reply, Round
from service.intake.files import ProgrammeFiles
from service.intake.written import as_csv
from service.journal import journal, things
from service.journal.types import Action, Details
from service.names.said import checked_text
from service.names.titles import checked_title
from service.presentation.masking.contacts import without_contacts
from service.presentation.masking.masking import People
from service.programmes.snapshot import Snapshot
from service.settings import Settings
from service.store import Database, Transaction, programmes
from service.store.giving_back import channels
from service.store.giving_back.channels import ChannelRow
from service.types import KeptFile

MOST_MESSAGES = 2_000
MOST_WAITING = 3
"""Messages of one person that wait: with so few, a round of three people is read on a phone."""

MOST_A_MINUTE = 30


class Channels:
    """The channels without names of all programmes.

    A message waits until there are messages of three people; then all that wait are shown together, as one round. Until
    then nobody sees them, nor how many there are: not even the facilitator. What is new since somebody looked therefore
    comes from three people at least. Methods raise `NotFound` for what is not there.
    """

    def __init__(
        self,
        database: Database,
        settings: Settings,
        findings: FindingsOf,
        files: ProgrammeFiles,
        clock: Callable[[], datetime],
    ) -> None:
        self._database = database
        self._findings = findings
        self._files = files
        self._clock = clock
        self._rate = Rate(MOST_A_MINUTE)
        self.fewest = max(FEWEST, settings.threshold)

    # for the facilitator

    def every(self, slug: str) -> tuple[Channel, ...]:
        """Return the channels of a programme, newest first."""
        with self._database.reading() as db:
            return tuple(_shown(db, row) for row in reversed(Snapshot.load(db, slug).channels))

    def get(self, slug: str, code: str) -> Channel:
        """Return one channel."""
        with self._database.reading() as db:
            return _shown(db, _own(db, Snapshot.load(db, slug), code))

    def open(self, slug: str, title: str) -> Channel:
        """Make a channel, open from now on.

        Args:
            slug: of the programme.
            title: what people may write about.

        Raises:
            InputError: it has no title, or one that is too long.
        """
        about = checked_title(title)
        with self._database.writing() as db:
            at = Snapshot.to_change(db, slug)
            row = channels.add(db, at.id, about)
            _write(db, at, Action.CHANNEL_OPENED, row)
            return _shown(db, row)

    def set_open(self, slug: str, code: str, *, is_open: bool) -> Channel:
        """Close a channel, or open it again; what waits goes on waiting."""
        with self._database.writing() as db:
            at = Snapshot.to_change(db, slug)
            row = _own(db, at, code, lock=True)
            channels.set_open(db, row, is_open=is_open)
            _write(db, at, Action.CHANNEL_OPENED if is_open else Action.CHANNEL_CLOSED, row)
            return _shown(db, channels.find(db, code))

    def remove(self, slug: str, code: str) -> None:
        """Forget a channel, all its messages and replies; what was taken over as notes stays."""
        with self._database.writing() as db:
            at = Snapshot.to_change(db, slug)
            row = _own(db, at, code)
            channels.remove(db, row)
            _write(db, at, Action.CHANNEL_REMOVED, row)

    def reply(self, slug: str, code: str, round_: int, text: str, message: str = "") -> Round:
        """Reply to a round, or to one message of it, for everybody with the link; return the round.

        Raises:
            InputError: there is no text, or it is too long.
        """
        said = _text(text)
        with self._database.writing() as db:
            at = Snapshot.to_change(db, slug)
            row = _own(db, at, code, lock=True)
            own = _round(db, row, round_)
            if message and message not in {each.id for each in own.messages}:
                raise NotFound("note", message)
            channels.reply(db, row, round_, message, said, self._today().isoformat())
            _write(db, at, Action.CHANNEL_REPLIED, row)
        return next(each for each in self.rounds(self._findings.of(slug), code) if each.number == round_)

    def remove_reply(self, slug: str, code: str, number: int) -> None:
        """Forget a reply."""
        with self._database.writing() as db:
            at = Snapshot.to_change(db, slug)
            row = _own(db, at, code)
            channels.remove_reply(db, row, number)
            _write(db, at, Action.REPLY_REMOVED, row)

    def remove_message(self, slug: str, code: str, message: str) -> None:
        """Forget a message that is shown, for good, with the replies to it; a note that was made of it stays."""
        with self._database.writing() as db:
            at = Snapshot.to_change(db, slug)
            row = _own(db, at, code)
            channels.remove_message(db, row, message)
            _write(db, at, Action.MESSAGE_REMOVED, row)

    def take_over(self, slug: str, code: str, messages: Sequence[str], element: str = "") -> KeptFile:
        """Make notes of messages, so that what was raised in the channel is in the analysis; each only once.

        The notes are nobody's: no name and no team stands beside them, and they may be quoted so.

        Args:
            slug: of the programme.
            code: of the channel.
            messages: their ids.
            element: the slug of the element that they are about, "" for none.

        Raises:
            InputError: there is nothing among them that is no note yet.
        """
        found = self._findings.of(slug)
        about = found.name_of(element) if element else ""
        with self._database.reading() as db:
            row = _own(db, found.at, code)
            shown = {each.id: each for round_ in channels.rounds(db, row) for each in round_.messages}
        if missing := [each for each in messages if each not in shown]:
            raise NotFound("note", missing[0])
        new = [shown[each] for each in dict.fromkeys(messages) if not shown[each].taken]
        if not new:
            raise InputError("", Message("none of these messages is still to be taken over"), Message("Choose others"))
        (kept,) = self._files.add(slug, [(_filename(row, new), _as_csv(new, about))])
        with self._database.writing() as db:
            at = Snapshot.to_change(db, slug)
            channels.take(db, channels.find(db, code, lock=True), [each.id for each in new])
            journal.write(db, at.id, Action.MESSAGES_TAKEN, things.channel(code), Details(number=len(new)))
        return kept

    # for everybody with the link

    def programme_of(self, code: str) -> str:
        """Return the slug of the programme that has a channel, for those who know no more than its code."""
        with self._database.reading() as db:
            return programmes.slug_of(db, channels.find(db, code).programme_id)

    def rounds(self, found: Findings, code: str) -> tuple[Round, ...]:
        """Return the rounds of a channel, newest first, nobody named in them."""
        with self._database.reading() as db:
            kept = channels.rounds(db, _own(db, found.at, code))
        people = found.nobody_of(())
        return tuple(_masked(each, people) for each in kept)

    def write(self, code: str, token: str, own: str, text: str) -> None:
        """Let a message wait; when messages of three people wait, show all of them.

        No name, time, address or device is stored, and contact data is taken out.

        Args:
            code: of the channel.
            token: of the person (`tokens.new_token`): what is stored of it does not tell it, and goes when the
                message is shown.
            own: token of the form that was sent; what is sent again is one message.
            text: of the message.

        Raises:
            InputError: there is no text, it is too long, or a token is not one of ours.
            Closed: the channel takes no messages now.
            Refused: three messages of this person wait already, or the channel is full.
            TooOften: too many are sending something at this moment.
        """
        check_tokens([token, own])
        self._rate.check(code)
        said, person = _text(without_contacts(text)), person_of(code, token)
        with self._database.writing() as db:
            row = channels.find(db, code, lock=True)
            if not row.is_open:
                raise Closed
            if channels.received(db, row) >= MOST_MESSAGES:
                problem = Message("this channel takes {most} messages and no more", {"most": MOST_MESSAGES})
                raise Refused("", problem, Message("Ask the facilitator to open another one"))
            if channels.waiting_of(db, row, person) >= MOST_WAITING:
                problem = Message("{most} messages of yours wait already", {"most": MOST_WAITING})
                raise Refused("", problem, Message("Write more when the next messages are shown"))
            channels.write(db, row, person_of(code, own), person, said)
            if channels.waiting(db, row) >= self.fewest:
                channels.show(db, row, self._today().isoformat())

    def _today(self) -> date:
        return self._clock().date()


def _shown(db: Transaction, row: ChannelRow) -> Channel:
    return Channel(row.code, row.title, row.is_open, len(channels.rounds(db, row)))


def _own(db: Transaction, at: Snapshot, code: str, *, lock: bool = False) -> ChannelRow:
    row = channels.find(db, code, lock=lock)
    if row.programme_id != at.id:
        raise NotFound("channel", code)
    return row


def _round(db: Transaction, row: ChannelRow, number: int) -> Round:
    found = next((each for each in channels.rounds(db, row) if each.number == number), None)
    if found is None:
        raise NotFound("round", number)
    return found


def _text(text: str) -> str:
    """Return a text without spaces at its ends, lines in their places.

    Raises:
        InputError: it has no letters, or too many.
    """
    said = "\n".join(" ".join(line.split()) for line in text.strip().splitlines())
    return checked_text(said, LONGEST_MESSAGE, msgid("a message has 1 to {most} letters"))


def _masked(found: Round, people: People) -> Round:
    def message(each: ChannelMessage) -> ChannelMessage:
        return ChannelMessage(each.id, people.mask(each.text), each.taken, tuple(map(reply, each.replies)))

    def reply(each: Reply) -> Reply:
        return Reply(each.number, people.mask(each.text), each.day)

    own, replies = tuple(map(message, found.messages)), tuple(map(reply, found.replies))
    return Round(found.number, found.day, own, replies)


def _filename(row: ChannelRow, new: Sequence[ChannelMessage]) -> str:
    return f"channel-{row.code}-{new[0].id[:6]}.csv"


def _as_csv(new: Sequence[ChannelMessage], element: str) -> bytes:
    about = {"element": element, ATTRIBUTE: Consent.NOT_ATTRIBUTED.value}
    return as_csv(("text", *about), ({"text": " ".join(each.text.split()), **about} for each in new))


def _write(db: Transaction, at: Snapshot, action: Action, row: ChannelRow) -> None:
    journal.write(db, at.id, action, things.channel(row.code))
