"""Gatherings: the facilitator asks, everybody writes notes on their phone, and the notes come to the wall."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from nlp.errors import InputError
from nlp.messages import Message, msgid
from nlp.names import name_key
from service.annotations.rate import Rate
from service.annotations.tokens import check_tokens, person_of
from service.errors import Busy, Closed, NotFound, Refused
from service.journal import journal, things
from service.journal.types import Action, Details
from service.live.on_the_wall import bring
from service.live.types import LONGEST_NOTE, MOST_NOTES, Gathering, NoteState, PhoneNote
from service.names.said import checked_text
from service.names.slugs import slugify
from service.names.titles import LONGEST_TITLE, checked_title
from service.presentation.masking.contacts import without_contacts
from service.programmes.snapshot import Snapshot
from service.store import Database, Transaction, programmes
from service.store.live import gatherings
from service.store.live.gatherings import Asked, GatheringRow, NoteRow

MOST_A_MINUTE = 1_800
"""By one link: six notes of each of 300 phones, also where all that waited without a network come at once."""


@dataclass(frozen=True, slots=True)
class Written:
    """A note as it is sent.

    Attributes:
        key: of this note, made by the phone; what is sent again under it is the same note.
        text: of the note.
        element: the slug of the element that it is about, "" for none.
        team: of whoever writes, "" for none.
    """

    key: str
    text: str
    element: str = ""
    team: str = ""


class Gatherings:
    """Notes on phones, of all programmes.

    A note that a phone sends does not change the programme: it comes into it when it is brought to the wall. Methods
    raise `NotFound` for what is not there.
    """

    def __init__(self, database: Database, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._clock = clock
        self._rate = Rate(MOST_A_MINUTE)

    # for the facilitator

    def every(self, slug: str) -> tuple[Gathering, ...]:
        """Return the gatherings of a programme, newest first."""
        with self._database.reading() as db:
            return tuple(_shown(db, row) for row in reversed(Snapshot.load(db, slug).gatherings))

    def get(self, slug: str, code: str) -> Gathering:
        """Return one gathering."""
        with self._database.reading() as db:
            return _shown(db, _own(db, programmes.find(db, slug).id, code))

    def open(
        self, slug: str, title: str, review: str = "", elements: Collection[str] = (), *, asks_team: bool = False
    ) -> Gathering:
        """Make a gathering, open from now on.

        Args:
            slug: of the programme.
            title: what is asked.
            review: to which the notes belong, one that is there or a new one.
            elements: slugs of those that people choose from; none where no element is asked for.
            asks_team: whether people may say which team is theirs.

        Raises:
            InputError: it has no title or that of another gathering, or the title or the name of the review is too
                long.
        """
        about = checked_title(title)
        with self._database.writing() as db:
            at = Snapshot.to_change(db, slug)
            if name_key(about) in {name_key(each.title) for each in at.gatherings}:
                problem = Message("there is another one with this title")
                raise InputError("", problem, Message("Write another one"))
            asked = Asked(
                title=about,
                review=_review(at, review),
                elements=_elements(at, elements),
                teams=at.outline.teams if asks_team else (),
                day=self._clock().date().isoformat(),
            )
            row = gatherings.add(db, at.id, asked)
            _write_down(db, at, Action.GATHERING_OPENED, row)
            return _shown(db, row)

    def set_open(self, slug: str, code: str, *, is_open: bool) -> Gathering:
        """Open a gathering again, or close it; closing brings what is new to the wall."""
        with self._database.writing() as db:
            at = Snapshot.to_change(db, slug)
            row = _own(db, at.id, code, lock=True)
            gatherings.set_open(db, row, is_open=is_open)
            _write_down(db, at, Action.GATHERING_OPENED if is_open else Action.GATHERING_CLOSED, row)
            if not is_open:
                self._bring(db, at, row)
            return _shown(db, gatherings.find(db, code))

    def bring(self, slug: str, code: str = "") -> int:
        """Make notes of the programme of all that is new, in one gathering or in all; return how many they were."""
        with self._database.writing() as db:
            at = Snapshot.to_change(db, slug)
            codes = [code] if code else [each.code for each in at.gatherings]
            rows = [_own(db, at.id, each, lock=True) for each in codes]
            new = [row for row in rows if gatherings.counts(db, row).new]
            return sum(self._bring(db, Snapshot.load(db, slug), row) for row in new)

    def set_hidden(self, slug: str, code: str, note: str, *, hidden: bool) -> None:
        """Hide a note, also on the wall, or show it again where it was."""
        with self._database.writing() as db:
            at = Snapshot.to_change(db, slug)
            row = _own(db, at.id, code, lock=True)
            gatherings.set_hidden(db, row, note, hidden=hidden)
            bring(db, at, row, self._clock(), also_new=False)
            _write_down(db, at, Action.PHONE_NOTE_HIDDEN if hidden else Action.PHONE_NOTE_SHOWN, row)

    def remove(self, slug: str, code: str) -> None:
        """Forget a gathering with its notes; those that are among the notes of the programme stay there."""
        with self._database.writing() as db:
            at = Snapshot.to_change(db, slug)
            row = _own(db, at.id, code)
            gatherings.remove(db, row)
            _write_down(db, at, Action.GATHERING_REMOVED, row)

    def notes(self, slug: str, code: str) -> tuple[PhoneNote, ...]:
        """Return the notes of a gathering in an order that tells nothing of who wrote them or when."""
        with self._database.reading() as db:
            row = _own(db, programmes.find(db, slug).id, code)
            return tuple(map(_note, gatherings.notes(db, row)))

    def new_notes(self, at: Snapshot) -> Mapping[str, int]:
        """Return element ("" for none) -> how many notes on it are to be brought to the wall."""
        with self._database.reading() as db:
            found: dict[str, int] = {}
            for element, number in gatherings.new_of(db, at.id).items():
                name = at.spelling.element(element) if element else ""
                found[name] = found.get(name, 0) + number
            return found

    # for everybody with the link

    def programme_of(self, code: str) -> str:
        """Return the slug of the programme that has a gathering, for those who know no more than its code."""
        with self._database.reading() as db:
            return programmes.slug_of(db, gatherings.find(db, code).programme_id)

    def write(self, code: str, note: Written) -> None:
        """Keep a note; no name, time, address or device is stored, and contact data is taken out.

        An element or a team that is not asked for counts as none, so that no note is lost because of it.

        Raises:
            InputError: it has no text, it is too long, or the key is not one of ours.
            Closed: no notes are taken now.
            Refused: as many came as can be.
            TooOften: too many are sending something at this moment.
        """
        check_tokens([note.key])
        self._rate.check(code)
        said = _text(without_contacts(note.text))
        with self._database.writing() as db:
            row = gatherings.find(db, code, lock=True)
            own = person_of(code, note.key)
            if gatherings.note(db, row, own):
                return
            if not row.is_open:
                raise Closed
            if gatherings.received(db, row) >= MOST_NOTES:
                problem = Message("{most} notes came, and no more can", {"most": MOST_NOTES})
                raise Refused("", problem, Message("Ask the facilitator to open another one"))
            element = next((each for each in row.elements if slugify(each) == note.element), "")
            team = next((each for each in row.teams if name_key(each) == name_key(note.team)), "")
            gatherings.write(db, row, own, said, element, team)

    def take_back(self, code: str, key: str) -> None:
        """Forget a note for whoever has its key, also on the wall; one that never arrived does not come any more.

        Raises:
            InputError: the key is not one of ours.
            Closed: no notes are taken now, so none goes back either.
            TooOften: too many are sending something at this moment.
            Busy: it is being brought to the wall at this moment.
        """
        check_tokens([key])
        self._rate.check(code)
        own = person_of(code, key)
        with self._database.writing() as db:
            at = _to_change_with(db, gatherings.find(db, code), own)
            row = gatherings.find(db, code, lock=True)
            if not row.is_open:
                raise Closed
            before = gatherings.note(db, row, own)
            if before and before.place and not at:
                raise Busy
            if before is None and gatherings.received(db, row) >= MOST_NOTES:
                return
            gatherings.take_back(db, row, own)
            if at:
                bring(db, at, row, self._clock(), also_new=False)

    def _bring(self, db: Transaction, at: Snapshot, row: GatheringRow) -> int:
        brought = bring(db, at, row, self._clock())
        if brought:
            of = things.gathering(row.code)
            journal.write(db, at.id, Action.PHONE_NOTES_BROUGHT, of, Details(number=brought))
        return brought


def _to_change_with(db: Transaction, row: GatheringRow, note: str) -> Snapshot | None:
    """Return the programme if it changes with a note because that is on the wall; locked before the gathering is."""
    found = gatherings.note(db, row, note)
    return Snapshot.to_change(db, programmes.slug_of(db, row.programme_id)) if found and found.place else None


def _shown(db: Transaction, row: GatheringRow) -> Gathering:
    counts = gatherings.counts(db, row)
    return Gathering(
        code=row.code,
        title=row.title,
        review=row.review,
        elements=row.elements,
        teams=row.teams,
        is_open=row.is_open,
        day=row.day,
        notes=counts.notes,
        new=counts.new,
        hidden=counts.hidden,
        changes=counts.changes,
    )


def _note(row: NoteRow) -> PhoneNote:
    hidden = row.state is NoteState.HIDDEN
    return PhoneNote(row.id, row.text, row.element, row.team, is_hidden=hidden, is_new=row.place is None)


def _own(db: Transaction, programme_id: int, code: str, *, lock: bool = False) -> GatheringRow:
    row = gatherings.find(db, code, lock=lock)
    if row.programme_id != programme_id:
        raise NotFound("link", code)
    return row


def _elements(at: Snapshot, slugs: Collection[str]) -> tuple[str, ...]:
    """Return the names of elements, in the order of the programme."""
    names = {slugify(each): each for each in at.outline.elements}
    if missing := [each for each in slugs if each not in names]:
        raise NotFound("element", missing[0])
    return tuple(name for slug, name in names.items() if slug in slugs)


def _review(at: Snapshot, given: str) -> str:
    """Return the review as the programme spells it, else as it was given."""
    name = " ".join(given.split())
    if len(name) > LONGEST_TITLE:
        raise InputError(
            "", Message("a name is longer than {most} letters", {"most": LONGEST_TITLE}), Message("Shorten it")
        )
    known = [*(each.name for each in at.outline.reviews), *(each.name for each in at.reviews)]
    same = [each for each in known if name_key(each) == name_key(name)]
    return same[0] if name and same else name


def _text(text: str) -> str:
    """Return a text on one line.

    Raises:
        InputError: it has no letters, or too many.
    """
    said = " ".join(text.split())
    return checked_text(said, LONGEST_NOTE, msgid("a note has 1 to {most} letters"))


def _write_down(db: Transaction, at: Snapshot, action: Action, row: GatheringRow) -> None:
    journal.write(db, at.id, action, things.gathering(row.code))
