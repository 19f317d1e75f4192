"""Writing a cell together in the room: phones propose without names, likeness is shown, the team agrees on one text."""

from collections.abc import Sequence

from nlp.errors import InputError
from nlp.messages import Message, msgid
from nlp.rubrics.alike import alike
from service.analyses.findings import Findings, FindingsOf
from service.annotations.rate import Rate
from service.annotations.tokens import check_tokens, person_of
from service.errors import Closed, NotFound, Refused
from service.giving_back.asks import FEWEST
from service.journal import journal, things
from service.journal.types import Action, Details
from service.names.said import checked_text
from service.presentation.masking.contacts import without_contacts
from service.programmes.snapshot import Snapshot
from service.rubrics.rubrics import Rubrics
from service.rubrics.types import ProposedText, RubricCell, WritingRoom, in_lines
from service.settings import Settings
from service.store import Database, Transaction, programmes
from service.store.rubrics import rooms
from service.store.rubrics.rooms import RoomRow

LONGEST_PROPOSAL = 300
MOST_PROPOSALS = 1_000
MOST_A_MINUTE = 600
MOST_WAITING = 5
"""Proposals of one person that wait."""

Groups = tuple[tuple[ProposedText, ...], ...]


class WritingTogether:
    """The rooms of all programmes in which a cell is written.

    What people propose waits until three of them have written; then all that waits is shown at once, so that what is
    new tells of nobody. When a room closes the rest is shown too. Methods raise `NotFound` for what is not there.
    """

    def __init__(self, database: Database, settings: Settings, findings: FindingsOf, rubrics: Rubrics) -> None:
        self._database = database
        self._findings = findings
        self._rubrics = rubrics
        self._rate = Rate(MOST_A_MINUTE)
        self.fewest = max(FEWEST, settings.threshold)

    # for the facilitator

    def every(self, slug: str) -> tuple[WritingRoom, ...]:
        """Return the rooms of a programme, newest first."""
        at = self._findings.of(slug).at
        with self._database.reading() as db:
            return tuple(_shown(db, at, row) for row in reversed(rooms.every(db, at.id)))

    def get(self, slug: str, code: str) -> WritingRoom:
        """Return one room."""
        at = self._findings.of(slug).at
        with self._database.reading() as db:
            return _shown(db, at, _own(db, at, code))

    def open(self, slug: str, team: str, element: str, level: str) -> WritingRoom:
        """Open a room for one cell of a team's rubric.

        Raises:
            InputError: the rubric has no such level.
        """
        cell, rubric = self._rubrics.cell(slug, team, element, level), self._rubrics.get(slug, team)
        with self._database.writing() as db:
            at = Snapshot.to_change(db, slug)
            row = rooms.add(db, at.id, rubric.team, cell.element, cell.level)
            _write(db, at, Action.WRITING_OPENED, row)
            return _shown(db, at, row)

    def set_open(self, slug: str, code: str, *, is_open: bool) -> WritingRoom:
        """Close a room, or open it again; where something is shown, closing shows the rest."""
        with self._database.writing() as db:
            at = Snapshot.to_change(db, slug)
            row = _own(db, at, code, lock=True)
            rooms.set_open(db, row, is_open=is_open)
            if not is_open and rooms.shown(db, row):
                rooms.show(db, row)
            _write(db, at, Action.WRITING_OPENED if is_open else Action.WRITING_CLOSED, row)
            return _shown(db, at, rooms.find(db, code))

    def remove(self, slug: str, code: str) -> None:
        """Forget a room and all that was proposed; what was agreed on stays in the rubric."""
        with self._database.writing() as db:
            at = Snapshot.to_change(db, slug)
            row = _own(db, at, code)
            rooms.remove(db, row)
            _write(db, at, Action.WRITING_REMOVED, row)

    def agree(
        self, slug: str, code: str, chosen: Sequence[str] = (), text: str = "", why: str = "", before: str | None = None
    ) -> RubricCell:
        """Write into the cell what the team agrees on.

        Args:
            slug: of the programme.
            code: of the room.
            chosen: ids of proposals that go in as they are, behind the text.
            text: a descriptor a line.
            why: a reason for others to read.
            before: what stood in the cell when it was read.

        Raises:
            InputError, Stale: as `Rubrics.write`; and where nothing is chosen or written.
        """
        found = self._findings.of(slug)
        room = self.get(slug, code)
        proposals = {each.id: each.text for group in self.groups(found, code) for each in group}
        if missing := [each for each in chosen if each not in proposals]:
            raise NotFound("note", missing[0])
        lines = (*text.splitlines(), *(proposals[each] for each in chosen))
        agreed = in_lines([line for line in lines if line.strip()])
        if not agreed:
            raise InputError("", Message("nothing is chosen or written"), Message("Choose or write a descriptor"))
        return self._rubrics.write(slug, room.team, room.element, room.level, agreed, why, before)

    # for everybody with the link

    def programme_of(self, code: str) -> str:
        """Return the slug of the programme that has a room, for those who know no more than its code."""
        with self._database.reading() as db:
            return programmes.slug_of(db, rooms.find(db, code).programme_id)

    def groups(self, found: Findings, code: str) -> Groups:
        """Return what is shown of the proposals, nobody named in them, those that are alike together."""
        with self._database.reading() as db:
            shown = rooms.shown(db, _own(db, found.at, code))
        people = found.nobody_of(())
        texts = [people.mask(each.text) for each in shown]
        embedder = found.results.embedder(found.at, (), texts)
        said = [ProposedText(each.id, text) for each, text in zip(shown, texts, strict=True)]
        return tuple(tuple(said[at] for at in own) for own in alike(texts, embedder))

    def cell(self, slug: str, code: str) -> RubricCell:
        """Return the cell that is written in a room, as it is now."""
        room = self.get(slug, code)
        return self._rubrics.cell(slug, room.team, room.element, room.level)

    def propose(self, code: str, token: str, own: str, text: str) -> None:
        """Propose a descriptor; it waits until three people have.

        No name, time, address or device is stored, and contact data is taken out.

        Args:
            code: of the room.
            token: of the person (`tokens.new_token`); what is stored does not tell it, and goes when it is shown.
            own: token of the form that was sent; what is sent again is one proposal.
            text: of the descriptor.

        Raises:
            InputError: there is no text, it is too long, or a token is not one of ours.
            Closed: the room takes no proposals now.
            Refused: too many of this person wait, or the room is full.
            TooOften: too many are sending something at this moment.
        """
        check_tokens([token, own])
        self._rate.check(code)
        said, person = _text(without_contacts(text)), person_of(code, token)
        with self._database.writing() as db:
            row = rooms.find(db, code, lock=True)
            if not row.is_open:
                raise Closed
            full = rooms.received(db, row) >= MOST_PROPOSALS
            if full or rooms.waiting(db, row, person) >= MOST_WAITING:
                problem = Message("there is no room for more of yours now")
                raise Refused("", problem, Message("Write more when the others have written"))
            rooms.propose(db, row, person_of(code, own), person, said)
            if rooms.waiting(db, row) >= self.fewest:
                rooms.show(db, row)


def _own(db: Transaction, at: Snapshot, code: str, *, lock: bool = False) -> RoomRow:
    row = rooms.find(db, code, lock=lock)
    if row.programme_id != at.id:
        raise NotFound("room", code)
    return row


def _shown(db: Transaction, at: Snapshot, row: RoomRow) -> WritingRoom:
    team, element = at.spelling.team(row.team), at.spelling.element(row.element)
    return WritingRoom(row.code, team, element, row.level, row.is_open, len(rooms.shown(db, row)))


def _text(text: str) -> str:
    """Return a descriptor on one line.

    Raises:
        InputError: it has no letters, or too many.
    """
    said = " ".join(text.split())
    return checked_text(said, LONGEST_PROPOSAL, msgid("a descriptor has 1 to {most} letters"))


def _write(db: Transaction, at: Snapshot, action: Action, row: RoomRow) -> None:
    of = things.rubric(row.team, row.element, row.level)
    journal.write(db, at.id, action, of, Details(row.team, "", row.element))
