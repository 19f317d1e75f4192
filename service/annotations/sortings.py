"""What people do with the cards of an element: checked against the wall as it is, kept, taken back, done again."""

import secrets
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from types import MappingProxyType
from typing import Any

from nlp.errors import InputError
from nlp.messages import Message
from nlp.names import name_key
from nlp.readings.edits.types import note_keys
from nlp.sorting.codebook import Code
from service.analyses.findings import Findings, FindingsOf
from service.annotations.edits_file import LONGEST_NAME, clean_name, short_name
from service.errors import PILES_CHANGED, NotFound, Stale
from service.journal import journal, things
from service.journal.types import Action, Details
from service.moments import in_utc
from service.names.slugs import slugify
from service.programmes.snapshot import Snapshot
from service.sortings.coded import readings_of_file
from service.sortings.compare import Compared, compare_walls
from service.sortings.types import (
    ASIDE,
    THE_ROOM,
    Accept,
    Agreed,
    Arrange,
    Begin,
    Empty,
    Join,
    Keys,
    Laid,
    Make,
    Name,
    Pile,
    Place,
    Refuse,
    Start,
    Step,
)
from service.sortings.words import DONE_AGAIN, LAID_ANEW, TAKEN_BACK, in_words, since
from service.store import Database, Transaction
from service.store.sorting import sortings
from service.store.sorting.sortings import SortingRow

LONGEST_ABOUT = 500


@dataclass(frozen=True, slots=True)
class Hand:
    """Who does something, on which wall, having seen what.

    Attributes:
        sorter: whose sorting it is, "" for the one that all make together.
        seen: the revision of the wall on which they decided; None if that does not matter.
        id: of the step, so that the same one sent twice is done once; "" for a new one.
        by: their name, "" if they do not say.
        language: in which they see the names of piles.
    """

    sorter: str = ""
    seen: int | None = None
    id: str = ""
    by: str = ""
    language: str = ""


NOBODY = Hand()
NO_NAMES: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class _Table:
    """A wall on which somebody does something; `element` is its name."""

    found: Findings
    element: str
    row: SortingRow | None
    hand: Hand
    made: str

    @property
    def revision(self) -> int:
        return self.row.revision if self.row else 0

    @property
    def laid(self) -> Laid:
        return self.row.laid if self.row else Laid()

    @property
    def common(self) -> dict[str, Any]:
        return {"id": self.hand.id or secrets.token_hex(6), "made": self.made, "by": self.hand.by}

    def whole_pile(self, pile_id: str) -> Pile:
        found = self.laid.pile(pile_id)
        if found is None:
            raise NotFound("pile", pile_id)
        return found

    def pile(self, pile_id: str) -> str:
        return self.whole_pile(pile_id).id

    def cards(self, keys: Sequence[str]) -> Keys:
        if not keys:
            raise InputError("", Message("no card is chosen"), Message("Choose at least one"))
        there = self.found.cards(self.element)
        if missing := [key for key in keys if key not in there]:
            raise NotFound("note", missing[0])
        return tuple(dict.fromkeys(keys))

    def name(self, name: str, besides: str = "") -> str:
        cleaned = short_name(name)
        others = {name_key(each) for pile in self.laid.piles if pile.id != besides for each in pile.every_name}
        if cleaned and name_key(cleaned) in others:
            raise InputError(
                "",
                Message("another pile is called “{name}” already", {"name": cleaned}),
                Message("Choose another name, or put the two together if they say the same"),
            )
        return cleaned

    def names(self, name: str, names: Mapping[str, str], old: Pile) -> dict[str, str]:
        """Return the names for readers of some languages: while a pile keeps its name, what is not said stays."""
        given = {code: self.name(each, besides=old.id) for code, each in names.items()}
        if any(given.values()) and not name:
            raise InputError("", Message("the name is empty"), Message("Write one"))
        merged = {**(old.names if name == old.name else {}), **given}
        return {code: each for code, each in merged.items() if each and each != name}

    def by_machine(self, pile_id: str) -> Keys:
        """Return the cards that the machine put in a pile."""
        self.pile(pile_id)
        wall = self.found.wall(slugify(self.element), self.hand.sorter)
        cards = next(pile.cards for pile in wall.piles if pile.id == pile_id)
        return self.cards([card.key for card in cards if not card.by_hand])


class Sortings:
    """The sortings of all programmes; what is done returns what it does, as a sentence.

    Elements are known by their slugs, cards by their keys, piles by their ids. Methods raise `NotFound` for what is not
    there, `Stale` where the wall has changed since `Hand.seen`.
    """

    def __init__(self, database: Database, findings_of: FindingsOf, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._findings = findings_of
        self._clock = clock

    def begin(self, slug: str, element: str, start: Start, hand: Hand = NOBODY) -> Message:
        """Lay the first piles: readings of the file, heaps that surely belong together, today's readings, or none."""

        def make(table: _Table) -> Step:
            if start is Start.FILE:
                return _as_in_file(table)
            piles = _laid_by_machine(table.found, element, start, hand.sorter)
            placed = {key: pile.id for pile, keys in piles for key in keys}
            return Begin(**table.common, start=start, piles=tuple(pile for pile, _ in piles), placed=placed)

        return self._do(slug, element, hand, make)

    def make_pile(
        self,
        slug: str,
        element: str,
        name: str,
        cards: Sequence[str],
        hand: Hand = NOBODY,
        about: str = "",
        names: Mapping[str, str] = NO_NAMES,
    ) -> Message:
        """Make a pile, of some cards or of none; `names` is language -> name for readers who shall see another one.

        Raises:
            InputError: another pile has the name, or the name is too long.
        """

        def make(table: _Table) -> Step:
            keys = table.cards(cards) if cards else ()
            pile = Pile(secrets.token_hex(4), table.name(name), _about(about), judged=bool(name.strip()))
            called = replace(pile, names=table.names(pile.name, names, pile))
            return Make(**table.common, piles=(called,), cards=keys)

        return self._do(slug, element, hand, make)

    def add_codebook(self, slug: str, element: str, codes: Sequence[Code], hand: Hand = NOBODY) -> Message:
        """Make a pile for every code, with what is said of it and its examples; those whose name is there stay.

        Of a codebook of several elements only the codes of this one are taken, where it has any.

        Raises:
            InputError: all of them are there.
        """

        def make(table: _Table) -> Step:
            known = {name_key(name) for pile in table.laid.piles for name in pile.every_name}
            own = [code for code in codes if code.element and name_key(code.element) == name_key(table.element)]
            by_name = {name_key(code.name): code for code in reversed(own or codes)}
            new = [code for key, code in reversed(by_name.items()) if key not in known]
            if not new:
                raise InputError("", Message("all these piles are there already"), Message("Go on sorting"))
            return Make(**table.common, piles=_piles_of(new, known))

        return self._do(slug, element, hand, make)

    def name_pile(
        self,
        slug: str,
        element: str,
        pile: str,
        name: str,
        about: str | None = None,
        hand: Hand = NOBODY,
        names: Mapping[str, str] = NO_NAMES,
    ) -> Message:
        """Give a pile a name and a line about it; None leaves the line as it is.

        Args:
            slug: of the programme.
            element: whose notes are sorted.
            pile: its id.
            name: what it is called.
            about: one line that says what belongs in it.
            hand: who says so.
            names: language -> name for readers who shall see another one, "" for none. Those of other languages stay
                while the name does.

        Raises:
            InputError: the name is empty, too long, or that of another pile.
        """

        def make(table: _Table) -> Step:
            old = table.whole_pile(pile)
            given = table.name(name, besides=pile)
            if not given:
                raise InputError("", Message("the name is empty"), Message("Write one"))
            said = old.about if about is None else _about(about)
            return Name(**table.common, pile=pile, name=given, about=said, names=table.names(given, names, old))

        return self._do(slug, element, hand, make)

    def join(self, slug: str, element: str, pile: str, into: str, hand: Hand = NOBODY) -> Message:
        """Put a pile on another one.

        Raises:
            InputError: the two are one.
        """

        def make(table: _Table) -> Step:
            if pile == into:
                raise InputError("", Message("a pile cannot be put on itself"), Message("Choose another one"))
            return Join(**table.common, pile=table.pile(pile), into=table.pile(into))

        return self._do(slug, element, hand, make)

    def empty(self, slug: str, element: str, pile: str, hand: Hand = NOBODY) -> Message:
        """Take all cards out of a pile, or take away a pile without cards."""
        return self._do(slug, element, hand, lambda table: Empty(**table.common, pile=table.pile(pile)))

    def place(self, slug: str, element: str, cards: Sequence[str], to: str | None, hand: Hand = NOBODY) -> Message:
        """Put cards in a pile, with those that fit none (`ASIDE`), or back to those that are not sorted (None)."""

        def make(table: _Table) -> Step:
            where = to if to is None or to == ASIDE else table.pile(to)
            return Place(**table.common, cards=table.cards(cards), to=where)

        return self._do(slug, element, hand, make)

    def accept(self, slug: str, element: str, pile: str, hand: Hand = NOBODY) -> Message:
        """Say that all that the machine put in a pile belongs there."""
        return self._do(
            slug, element, hand, lambda table: Accept(**table.common, pile=pile, cards=table.by_machine(pile))
        )

    def refuse(self, slug: str, element: str, pile: str, hand: Hand = NOBODY) -> Message:
        """Say that nothing that the machine put in a pile belongs there; it does not put it there again."""
        return self._do(
            slug, element, hand, lambda table: Refuse(**table.common, pile=pile, cards=table.by_machine(pile))
        )

    def arrange(
        self, slug: str, element: str, piles: Sequence[Pile], placed: Mapping[str, str], hand: Hand = NOBODY
    ) -> Message:
        """Lay the whole wall: the piles, and card -> pile or `ASIDE`; the same again changes nothing.

        Raises:
            InputError: two piles have the same name or id, or a card is in a pile that is not given.
        """
        kept = tuple(_whole(pile) for pile in piles)
        _check(kept, placed)

        def make(table: _Table) -> Step | None:
            keys = table.cards(list(placed)) if placed else ()
            step = Arrange(**table.common, piles=kept, placed={key: placed[key] for key in keys})
            by_hand = {key: each.pile for key, each in table.laid.lying.items() if each.by_hand}
            is_same = table.laid.piles == kept and by_hand == step.placed and len(by_hand) == len(table.laid.lying)
            return None if is_same else step

        return self._do(slug, element, hand, make)

    def place_agreed(self, slug: str, element: str, placed: Mapping[str, str], hand: Hand = NOBODY) -> Message:
        """Put cards each where most of those present put it, card -> pile or `ASIDE`, as one step.

        Raises:
            InputError: there is no card.
        """

        def make(table: _Table) -> Step:
            keys = table.cards(list(placed))
            for pile in {*placed.values()} - {ASIDE}:
                table.pile(pile)
            return Agreed(**table.common, placed={key: placed[key] for key in keys})

        return self._do(slug, element, hand, make)

    def undo(self, slug: str, element: str, hand: Hand = NOBODY) -> Message:
        """Take the last step back that holds.

        Raises:
            InputError: there is none.
        """
        return self._go(slug, element, hand, -1)

    def redo(self, slug: str, element: str, hand: Hand = NOBODY) -> Message:
        """Do the step again that was taken back last.

        Raises:
            InputError: there is none.
        """
        return self._go(slug, element, hand, 1)

    def use(self, slug: str, element: str, sorter: str | None) -> None:
        """Let the piles of one sorting be the readings of the element; None leaves those of the machine."""
        found = self._findings.of(slug)
        name = found.name_of(element)
        with self._database.writing() as db:
            at = Snapshot.to_change(db, slug)
            chosen = None if sorter is None else at.sorting_of(name, sorter)
            if sorter is not None and chosen is None:
                raise NotFound("pile", sorter)
            sortings.use(db, at.sortings_of(name), chosen)
            action, of = Action.SORTING_USED if chosen else Action.SORTING_LEFT, things.sorting(name, sorter or "")
            journal.write(db, at.id, action, of, Details(within=name), about=[things.readings_of(name)])

    def compare(self, slug: str, element: str, one: str, other: str) -> Compared:
        """Return how far two people agree who sorted the notes of an element apart."""
        found = self._findings.of(slug)
        return compare_walls(found.wall(element, one), found.wall(element, other))

    def _do(self, slug: str, element: str, hand: Hand, make: Callable[[_Table], Step | None]) -> Message:
        table = self._table(slug, element, hand)
        if known := _again(table.row, hand):
            return known
        _refuse_stale(table)
        step = make(table)
        if step is None:
            return LAID_ANEW
        try:
            with self._database.writing() as db:
                at, row = self._current(db, table)
                sortings.add_step(db, row, step)
                _write(db, at, Action.CARDS_SORTED, table)
        except Stale:
            if known := _again(self._table(slug, element, hand).row, hand):
                return known
            raise
        return in_words(step, table.laid, hand.language)

    def _go(self, slug: str, element: str, hand: Hand, by: int) -> Message:
        table = self._table(slug, element, hand)
        _refuse_stale(table)
        row = table.row
        if row is None or not 0 <= row.position + by <= len(row.steps):
            raise InputError("", Message("there is nothing to take back or do again"), Message("Go on sorting"))
        with self._database.writing() as db:
            at, row = self._current(db, table)
            sortings.go_to(db, row, row.position + by)
            _write(db, at, Action.SORTING_UNDONE if by < 0 else Action.SORTING_REDONE, table)
        number = min(row.position, row.position + by)
        said = in_words(row.steps[number], sortings.laid_after(row, number), hand.language)
        return Message(TAKEN_BACK if by < 0 else DONE_AGAIN, {"step": said})

    def _table(self, slug: str, element: str, hand: Hand) -> _Table:
        found = self._findings.of(slug)
        name = found.name_of(element)
        row = found.at.sorting_of(name, hand.sorter)
        made = in_utc(self._clock())
        return _Table(found, name, row, hand, made)

    def _current(self, db: Transaction, table: _Table) -> tuple[Snapshot, SortingRow]:
        """Return the wall to change; `Stale` if somebody was faster than this request."""
        at = Snapshot.to_change(db, table.found.at.slug)
        row = at.sorting_of(table.element, table.hand.sorter)
        if (row.revision if row else 0) != table.revision:
            raise Stale(_since(row, table.revision, table.hand.language), PILES_CHANGED)
        if row is None:
            first = not any(row.in_use for row in at.sortings_of(table.element))
            sortings.add(db, at.id, table.element, table.hand.sorter, table.made, in_use=first)
            again = sortings.every(db, at.id)
            row = next(each for each in again if (each.element, each.sorter) == (table.element, table.hand.sorter))
        return at, row


def _write(db: Transaction, at: Snapshot, action: Action, table: _Table) -> None:
    name, hand = table.element, table.hand
    of, about = things.sorting(name, hand.sorter), [things.readings_of(name)]
    journal.write(db, at.id, action, of, Details(within=name), about=about, by=hand.by if hand.by != THE_ROOM else "")


def _whole(pile: Pile) -> Pile:
    name = short_name(pile.name)
    examples = tuple(each for text in pile.examples if (each := clean_name(text)[:LONGEST_ABOUT]))
    others = {code: short_name(each) for code, each in pile.names.items()}
    names = {code: each for code, each in others.items() if each and each != name}
    if names and not name:
        raise InputError("", Message("the name is empty"), Message("Write one"))
    return Pile(pile.id, name, _about(pile.about), examples, judged=bool(name), names=names)


def _check(piles: Sequence[Pile], placed: Mapping[str, str]) -> None:
    ids = {pile.id for pile in piles}
    names = [key for pile in piles for key in {name_key(name) for name in pile.every_name}]
    if len(ids) < len(piles) or len(set(names)) < len(names) or ASIDE in ids:
        raise InputError("", Message("two piles have the same name or id"), Message("Give each its own"))
    if missing := [pile for pile in placed.values() if pile not in {*ids, ASIDE}]:
        raise NotFound("pile", missing[0])


def _about(about: str) -> str:
    return clean_name(about)[:LONGEST_ABOUT]


def _piles_of(codes: Sequence[Code], known: Collection[str]) -> tuple[Pile, ...]:
    """Return a pile for every code; a name in another language that any other pile has is left out.

    Args:
        codes: whose own names are new.
        known: keys of the names that are on the wall.
    """
    taken = {*known, *(name_key(code.name) for code in codes)}
    piles = []
    for code in codes:
        names = {language: name for language, name in code.names.items() if name_key(name) not in taken}
        taken |= {name_key(name) for name in names.values()}
        piles.append(Pile(secrets.token_hex(4), code.name, code.about, code.examples, judged=True, names=names))
    return tuple(piles)


def _laid_by_machine(found: Findings, element: str, start: Start, sorter: str) -> list[tuple[Pile, Keys]]:
    """Return the piles that a wall begins with, named where a person gave a name, and their cards."""
    match start:
        case Start.HEAPS:
            return [(Pile(secrets.token_hex(4)), heap) for heap in found.heaps(element, sorter)]
        case Start.READINGS:
            return [
                (
                    Pile(secrets.token_hex(4), each.given, judged=bool(each.given), names=each.given_in),
                    tuple(sorted(note_keys(each.units))),
                )
                for each in found.element(element).readings
            ]
        case _:
            return []


def _as_in_file(table: _Table) -> Begin:
    """Return the step that lays the readings that the notes bring with them; a pile of that name is not made twice."""
    readings, by_hand = readings_of_file(table.found.cards(table.element))
    known = {name_key(name): pile.id for pile in table.laid.piles for name in pile.every_name}
    piles = [
        (Pile(known.get(name_key(name), secrets.token_hex(4)), clean_name(name)[:LONGEST_NAME], judged=True), keys)
        for name, keys in readings
    ]
    return Begin(
        **table.common,
        start=Start.FILE,
        piles=tuple(pile for pile, _ in piles if pile.id not in known.values()),
        placed={key: pile.id for pile, keys in piles for key in keys},
        by_hand=tuple(key for _, keys in piles for key in keys if key in by_hand),
    )


def _again(row: SortingRow | None, hand: Hand) -> Message | None:
    """Return what a step did that was done before, None if it was not."""
    if row is None or not hand.id:
        return None
    number = next((at for at, step in enumerate(row.steps[: row.position]) if step.id == hand.id), None)
    return None if number is None else in_words(row.steps[number], sortings.laid_after(row, number), hand.language)


def _refuse_stale(table: _Table) -> None:
    if table.hand.seen is not None and table.hand.seen != table.revision:
        raise Stale(_since(table.row, table.hand.seen, table.hand.language), PILES_CHANGED)


def _since(row: SortingRow | None, seen: int, language: str) -> Message:
    return since(row.steps, row.revisions, row.position, seen, language) if row else since((), (), 0, seen)
