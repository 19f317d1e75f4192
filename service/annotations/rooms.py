"""Those present sort some cards on their phones, each for themselves; the facilitator opens, closes and looks."""

from collections.abc import Mapping
from dataclasses import dataclass

from nlp.documents.types import Unit
from nlp.errors import InputError
from nlp.messages import Message
from service.analyses.findings import Findings, FindingsOf
from service.annotations.sortings import Hand, Sortings
from service.annotations.tokens import check_tokens, person_of
from service.errors import Closed, NotFound, Refused
from service.journal import journal, things
from service.journal.types import Action, Details
from service.programmes.snapshot import Snapshot
from service.settings import Settings
from service.sortings.room_cards import MOST_CARDS, USUAL_CARDS, cards_for_room, piles_for_room
from service.sortings.room_results import RoomResults, agreed_on_wall, count_answers
from service.sortings.types import ASIDE, THE_ROOM, Answers, Keys, Laid, Pile
from service.store import Database, Transaction
from service.store.sorting import rooms
from service.store.sorting.rooms import RoomRow
from service.store.sorting.sortings import SortingRow

MOST_PEOPLE = 500
"""More than a room holds, so that one device cannot fill the disk."""


@dataclass(frozen=True, slots=True)
class Room:
    """A room as the facilitator sees it: how far people are, and nothing of what they answered.

    Attributes:
        code: its name in addresses.
        element: whose cards are sorted.
        is_open: whether it takes answers.
        cards: keys of the cards that are there.
        gone: how many were there when it was opened, and are no longer.
        piles: those that people choose from, as they were called when it was opened.
        people: how many take part.
        answered: how many cards they have answered together.
        finished: how many of them have answered all cards.
    """

    code: str
    element: str
    is_open: bool
    cards: Keys
    gone: int
    piles: tuple[Pile, ...]
    people: int
    answered: int
    finished: int


@dataclass(frozen=True, slots=True)
class Visit:
    """A room as one of those present sees it.

    Attributes:
        element: whose cards are sorted.
        is_open: whether it takes answers.
        piles: to choose from.
        cards: key -> the notes of a card, in their order; those that are not there any more are left out.
        answers: what this person has answered.
    """

    element: str
    is_open: bool
    piles: tuple[Pile, ...]
    cards: Mapping[str, tuple[Unit, ...]]
    answers: Answers

    def first_left(self, after: str = "") -> str | None:
        """Return the first card that is not answered behind another one, else the first of all, None if none is."""
        keys = list(self.cards)
        start = keys.index(after) + 1 if after in self.cards else 0
        return next((key for key in (*keys[start:], *keys[:start]) if key not in self.answers), None)


@dataclass(frozen=True, slots=True)
class ToPlace:
    """What the room would place on the wall that all make together.

    Attributes:
        placed: card -> pile or `ASIDE`.
        moved: how many of these a person has put elsewhere by hand.
        lost: how many were agreed upon in a pile that is not on the wall any more.
        is_done: whether the step is on the wall already.
    """

    placed: Mapping[str, str]
    moved: int
    lost: int
    is_done: bool


class Rooms:
    """The rooms of all programmes.

    What people answered is seen only after a room is closed, and only of at least `Settings.threshold` people together.
    A room of which something was seen is not opened again: what is seen later, less what was seen before, would tell of
    those who came last. Elements are known by their slugs; methods raise `NotFound` for what is not there.
    """

    def __init__(self, database: Database, settings: Settings, findings: FindingsOf, sortings: Sortings) -> None:
        self._database = database
        self._settings = settings
        self._findings = findings
        self._sortings = sortings

    def rooms(self, found: Findings, element: str) -> tuple[Room, ...]:
        """Return the rooms of an element, oldest first."""
        name = found.name_of(element)
        with self._database.reading() as db:
            return tuple(_shown(db, found, row) for row in found.at.rooms if row.element == name)

    def room(self, found: Findings, element: str, code: str) -> Room:
        """Return a room."""
        with self._database.reading() as db:
            return _shown(db, found, _own(found, element, code))

    def open_room(self, slug: str, element: str, cards: int = USUAL_CARDS) -> Room:
        """Make a room with some cards (`cards_for_room`) and the named piles of the wall that all make together.

        Raises:
            InputError: there are fewer than two named piles, no cards, or it should have none or too many.
        """
        found = self._findings.of(slug)
        name = found.name_of(element)
        if not 1 <= cards <= MOST_CARDS:
            problem = Message("a room has 1 to {most} cards", {"most": MOST_CARDS})
            raise InputError("", problem, Message("Choose another number"))
        piles = _piles(found, name)
        keys = cards_for_room(found.wall(element), found.heaps(element), cards)
        if not keys:
            raise InputError("", Message("there are no cards on this element yet"), Message("Add notes first"))
        with self._database.writing() as db:
            at = Snapshot.to_change(db, slug)
            made = rooms.add(db, at.id, name, keys, piles)
            _write(db, at, Action.ROOM_OPENED, made)
        return self.room(self._findings.of(slug), element, made.code)

    def piles(self, found: Findings, element: str) -> tuple[Pile, ...]:
        """Return the piles from which people would choose in a room that is opened now; `InputError` as `open_room`."""
        return _piles(found, found.name_of(element))

    def set_open(self, slug: str, element: str, code: str, *, is_open: bool) -> Room:
        """Close a room, or open it again.

        Raises:
            Refused: it should be opened, and what people answered could be seen already.
        """
        own = _own(self._findings.of(slug), element, code)
        with self._database.writing() as db:
            at = Snapshot.to_change(db, slug)
            row = rooms.find(db, own.code, lock=True)
            if is_open and not row.is_open and rooms.people(db, row) >= self._settings.threshold:
                raise Refused(
                    "",
                    Message("what people answered could be seen already, so it is not opened again"),
                    Message("Open a new one"),
                )
            rooms.set_open(db, row, is_open=is_open)
            _write(db, at, Action.ROOM_OPENED if is_open else Action.ROOM_CLOSED, row)
        return self.room(self._findings.of(slug), element, code)

    def remove(self, slug: str, element: str, code: str) -> None:
        """Forget a room and all its answers; what was placed on the wall stays there."""
        row = _own(self._findings.of(slug), element, code)
        with self._database.writing() as db:
            at = Snapshot.to_change(db, slug)
            rooms.remove(db, row)
            _write(db, at, Action.ROOM_REMOVED, row)

    def results(self, found: Findings, element: str, code: str) -> RoomResults:
        """Return what people answered, all together; nothing but their number while the room is open."""
        return self._results(found, _own(found, element, code))

    def to_place(self, found: Findings, element: str, code: str) -> ToPlace:
        """Return what `place` would place."""
        row = _own(found, element, code)
        own = _common(found, row.element)
        laid, steps = (own.laid, own.steps[: own.position]) if own else (Laid(), ())
        placed, lost = agreed_on_wall(self._results(found, row), row.piles, laid, steps)
        lying = ((laid.lying.get(card), pile) for card, pile in placed.items())
        moved = sum(each is not None and each.by_hand and each.pile != pile for each, pile in lying)
        return ToPlace(placed, moved, lost, any(step.id == _step_of(code) for step in steps))

    def place(self, slug: str, element: str, code: str) -> Message:
        """Place on the wall that all make together what the room agrees on, as one step; return what it does.

        Raises:
            InputError: there is no such card.
        """
        placed = self.to_place(self._findings.of(slug), element, code).placed
        return self._sortings.place_agreed(slug, element, placed, Hand(id=_step_of(code), by=THE_ROOM))

    # for those present

    def programme_of(self, code: str) -> str:
        """Return the slug of the programme that has a room, for those who know no more than its code."""
        with self._database.reading() as db:
            return rooms.programme_of(db, code)

    def visit(self, found: Findings, code: str, token: str = "") -> Visit:
        """Return a room as one of those present sees it.

        Args:
            found: the programme that has it.
            code: of the room.
            token: of this person, "" for nobody.
        """
        row = _of(found, code)
        answers: Answers = {}
        if token:
            with self._database.reading() as db:
                answers = rooms.answers_of(db, row, person_of(code, token))
        there = found.cards(row.element)
        return Visit(
            row.element, row.is_open, row.piles, {key: there[key] for key in row.cards if key in there}, answers
        )

    def answer(self, code: str, token: str, card: str, pile: str | None) -> None:
        """Store where a person puts a card, in the place of what they said of it before: no name, time or device.

        Args:
            code: of the room.
            token: of the person (`tokens.new_token`); what is stored does not tell it.
            card: its key.
            pile: a pile of the room, `ASIDE` where the card fits none, None where they are not sure.

        Raises:
            InputError: the token is not one of ours.
            NotFound: the room has no such card or pile.
            Closed: it takes no answers now.
            Refused: as many people have answered as can be.
        """
        check_tokens([token])
        person = person_of(code, token)
        with self._database.writing() as db:
            row = rooms.find(db, code, lock=True)
            if not row.is_open:
                raise Closed
            if card not in row.cards:
                raise NotFound("note", card)
            if pile not in (None, ASIDE, *(each.id for each in row.piles)):
                raise NotFound("pile", pile)
            if not rooms.answers_of(db, row, person) and rooms.people(db, row) >= MOST_PEOPLE:
                raise Refused(
                    "",
                    Message("{most} people take part, and no more can", {"most": MOST_PEOPLE}),
                    Message("Open a new one"),
                )
            rooms.answer(db, row, person, card, pile)

    def _results(self, found: Findings, row: RoomRow) -> RoomResults:
        with self._database.reading() as db:
            given = _counted(found, row, rooms.answers(db, row))
        if row.is_open:
            return RoomResults(len(given))
        return count_answers(_there(found, row), given, self._settings.threshold)


def _write(db: Transaction, at: Snapshot, action: Action, row: RoomRow) -> None:
    of = things.room(row.code, row.element)
    journal.write(db, at.id, action, of, Details(within=row.element, number=len(row.cards)))


def _there(found: Findings, row: RoomRow) -> Keys:
    cards = found.cards(row.element)
    return tuple(key for key in row.cards if key in cards)


def _counted(found: Findings, row: RoomRow, given: tuple[Answers, ...]) -> list[Answers]:
    """Return the answers of each person to the cards that are there; those who answered none of them left out."""
    there = set(_there(found, row))
    kept = ({card: pile for card, pile in own.items() if card in there} for own in given)
    return [own for own in kept if own]


def _shown(db: Transaction, found: Findings, row: RoomRow) -> Room:
    cards, given = _there(found, row), _counted(found, row, rooms.answers(db, row))
    return Room(
        code=row.code,
        element=row.element,
        is_open=row.is_open,
        cards=cards,
        gone=len(row.cards) - len(cards),
        piles=row.piles,
        people=len(given),
        answered=sum(map(len, given)),
        finished=sum(len(own) == len(cards) for own in given),
    )


def _of(found: Findings, code: str) -> RoomRow:
    row = next((row for row in found.at.rooms if row.code == code), None)
    if row is None:
        raise NotFound("room", code)
    return row


def _own(found: Findings, element: str, code: str) -> RoomRow:
    name, row = found.name_of(element), _of(found, code)
    if row.element != name:
        raise NotFound("room", code)
    return row


def _common(found: Findings, name: str) -> SortingRow | None:
    """Return the sorting that all make together."""
    return found.at.sorting_of(name, "")


def _piles(found: Findings, name: str) -> tuple[Pile, ...]:
    row = _common(found, name)
    return piles_for_room(row.laid if row else Laid())


def _step_of(code: str) -> str:
    return f"room-{code}"
