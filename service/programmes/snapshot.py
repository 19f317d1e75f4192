"""One programme as the store has it at one moment: everything about it but its notes, its turns and its findings."""

import secrets
from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from functools import cached_property
from hashlib import sha256
from typing import Any

from nlp.documents.plan import FilePlan
from nlp.documents.types import Person, Rating
from nlp.errors import InputError
from nlp.messages import Message
from nlp.names import name_key
from nlp.participation.people.attendance import Attendance, Presence, PresenceSource, Statement
from nlp.participation.people.attendance_marks import AttendanceMark, read_marks
from nlp.readings.edits.types import Edit, without_labels
from service.assistant.types import AssistantProposal, AssistantState
from service.errors import NotFound
from service.journal.once import take
from service.memos.types import Memo
from service.moments import in_utc
from service.names.outline import distinct, merged
from service.names.people import as_called
from service.names.reviews import dated_by_facilitator
from service.names.spelling import Spelling
from service.names.types import Names
from service.privacy.agreed import Agreed, without_answer
from service.programmes.attendance_lists import AttendanceList, Occasion, statements_of
from service.programmes.merged_people import merge_people
from service.programmes.roster_choice import choose_roster, speakers_held
from service.serialisation import to_plain
from service.store import Transaction, edits, files, forms, identities, matches, names, programmes, sessions
from service.store.actions import actions
from service.store.assistant import proposals
from service.store.cafe import cafes
from service.store.cafe.cafes import OpenCafe
from service.store.columns import to_json
from service.store.connections.as_read import as_it_was
from service.store.files import FileRow
from service.store.forms import FormRow
from service.store.giving_back import asks, channels
from service.store.giving_back.asks import AskRow
from service.store.giving_back.channels import ChannelRow
from service.store.identities import IdentityRow
from service.store.journal import removed
from service.store.live import gatherings
from service.store.live.gatherings import GatheringRow
from service.store.matches import JudgedMatch
from service.store.memos import memos
from service.store.privacy import consents, keeping
from service.store.privacy.consents import ConsentRow
from service.store.programmes import ProgrammeRow
from service.store.questions import choices
from service.store.questions.choices import QuestionChoice
from service.store.reviews import reviews
from service.store.reviews.reviews import ReviewRow
from service.store.sessions import SessionRow
from service.store.sorting import rooms, sortings
from service.store.sorting.rooms import RoomRow
from service.store.sorting.sortings import SortingRow
from service.store.surveys import surveys
from service.store.surveys.surveys import SurveyRow
from service.types import KeptFile, Kind, Outline, Programme, Session

LONGEST_NAME = 200
_NO_ASSISTANT: Mapping[str, Any] = {"proposals": (), "assistant": AssistantState()}
_NEVER_STORED = secrets.token_hex(16)


@dataclass(frozen=True)
class Snapshot:
    """A programme with its files and sessions, the outline that they add up to, and what facilitators said of it.

    Attributes:
        row: the programme as it was created.
        files: in the order in which they were kept.
        session_rows: by date.
        outline: of the programme and its files together, with what facilitators said of its names.
        rosters: id of a roster -> its people, without what it says of who was where.
        marks: id of a roster -> what it says of who was where.
        present: id of a transcript -> name -> whether somebody was there, as facilitators have said it.
        speakers: id of a transcript -> its labels, each once.
        rated: the ratings as they were handed in, under the names of those who gave them.
        edits: of readings, oldest first.
        identities: what was said of labels, oldest first.
        forms: for people who were present, oldest first; how many answers they have is not part of it.
        matches: what was said of pairs of descriptors, oldest first.
        sortings: notes of elements in piles, oldest first.
        questions: what was done with questions for the room, oldest first.
        rooms: in which those present sort, oldest first; what they answer is not part of it.
        asks: what was given back, oldest first; what was answered is not part of it, nor how often that was told.
        channels: without names, oldest first; what is written in them is not part of it.
        reviews: as somebody planned them; those of files are in the outline.
        gatherings: notes on phones, oldest first; the notes are not part of it.
        surveys: oldest first; what is answered is not part of it.
        cafes: World Cafés that phones may open, oldest first; what their tables write is not part of it.
        memos: about what is here, oldest first.
        actions: code -> what is to be done, oldest first.
        proposals: of a language model, oldest first.
        assistant: where notes may go for these, and how far the last run is.
        consents: what may be done with the words of people, of sessions, and of all, as facilitators have said it.
        secret: with which the order of numbers of people is drawn.
        agreed: what may be done with whose words, by these and by the rosters.
    """

    row: ProgrammeRow
    files: tuple[FileRow, ...]
    session_rows: tuple[SessionRow, ...]
    outline: Outline
    rosters: Mapping[int, tuple[Person, ...]]
    speakers: Mapping[int, Sequence[str]]
    rated: tuple[Rating, ...]
    edits: tuple[Edit, ...]
    identities: tuple[IdentityRow, ...]
    forms: tuple[FormRow, ...]
    matches: tuple[JudgedMatch, ...] = ()
    sortings: tuple[SortingRow, ...] = ()
    questions: tuple[QuestionChoice, ...] = ()
    rooms: tuple[RoomRow, ...] = ()
    asks: tuple[AskRow, ...] = ()
    channels: tuple[ChannelRow, ...] = ()
    reviews: tuple[ReviewRow, ...] = ()
    gatherings: tuple[GatheringRow, ...] = ()
    surveys: tuple[SurveyRow, ...] = ()
    cafes: tuple[OpenCafe, ...] = ()
    memos: tuple[Memo, ...] = ()
    actions: Mapping[str, str] = field(default_factory=dict)
    proposals: tuple[AssistantProposal, ...] = ()
    assistant: AssistantState = AssistantState()
    marks: Mapping[int, tuple[AttendanceMark, ...]] = field(default_factory=dict)
    present: Mapping[int, Mapping[str, Presence]] = field(default_factory=dict)
    consents: tuple[ConsentRow, ...] = ()
    secret: str = ""
    agreed: Agreed = Agreed()

    @classmethod
    def load(cls, db: Transaction, slug: str) -> "Snapshot":
        """Return the programme with that slug; `NotFound` if there is none."""
        return cls.of(db, programmes.find(db, slug))

    @classmethod
    def to_change(cls, db: Transaction, slug: str) -> "Snapshot":
        """Return a programme that this transaction changes; `NotFound` if there is none.

        Raises:
            DoneBefore: the same request has changed it already, so what it names may be gone.
        """
        row = programmes.change(db, slug)
        take(db)
        return cls.of(db, row)

    @classmethod
    def to_add_to(cls, db: Transaction, slug: str) -> "Snapshot":
        """Return a programme to which this transaction adds something that changes nothing that is found in it."""
        return cls.of(db, programmes.change(db, slug, looks=False))

    @classmethod
    def of(cls, db: Transaction, row: ProgrammeRow) -> "Snapshot":
        """Return the programme of a row; it is read again only when the programme has changed since."""
        state = row, keeping.secret_of(db, row.id)  # one that was deleted may have had the same id and slug
        return as_it_was(db, row.id, state, lambda: cls._read(db, row))

    @classmethod
    def _read(cls, db: Transaction, row: ProgrammeRow) -> "Snapshot":
        kept = files.every(db, row.id)
        planned = reviews.every(db, row.id)
        outline = _outline(row, kept, names.find(db, row.id), planned)
        spelling = Spelling.of(outline)
        ids = {kind: [file.id for file in kept if file.kind == kind] for kind in ("roster", "transcript", "ratings")}
        answered = {roster: _spelled(files.rows(db, Person, [roster]), spelling) for roster in ids["roster"]}
        listed = {roster: read_marks(tuple(map(without_answer, people))) for roster, people in answered.items()}
        said = consents.every(db, row.id)
        return cls(
            row=row,
            files=kept,
            session_rows=_sessions(db, row.id, ids["roster"]),
            outline=outline,
            rosters={roster: people for roster, (people, _) in listed.items()},
            speakers=files.speakers(db, ids["transcript"]) if ids["transcript"] else {},
            rated=_rated(files.rows(db, Rating, ids["ratings"]), spelling) if ids["ratings"] else (),
            edits=tuple(replace(edit, element=spelling.element(edit.element)) for edit in _edits(db, row.id)),
            identities=identities.every(db, row.id),
            forms=forms.every(db, row.id),
            matches=matches.every(db, row.id),
            sortings=tuple(replace(own, element=spelling.element(own.element)) for own in sortings.every(db, row.id)),
            questions=choices.every(db, row.id),
            rooms=tuple(replace(each, element=spelling.element(each.element)) for each in rooms.every(db, row.id)),
            asks=_asks(db, row.id, spelling),
            channels=channels.every(db, row.id),
            reviews=planned,
            gatherings=gatherings.every(db, row.id),
            surveys=surveys.every(db, row.id),
            cafes=cafes.are_open(db, row.id),
            memos=_memos(db, row.id, spelling),
            actions=actions.named(db, row.id),
            proposals=_proposals(db, row.id, spelling),
            assistant=proposals.state(db, row.id),
            marks={roster: marks for roster, (_, marks) in listed.items()},
            consents=said,
            secret=keeping.secret_of(db, row.id),
            agreed=Agreed.of(said, merge_people(answered.values())),
            present=_present(db, row.id, ids["transcript"]),
        )

    @cached_property
    def found_from(self) -> "Snapshot":
        """What findings are made from, and how they are shown: without all that changes neither."""
        row = replace(self.row, name="", description="", revision=0)
        apart: dict[str, Any] = dict.fromkeys(("forms", "questions", "rooms", "asks", "channels", "gatherings"), ())
        return replace(self, row=row, **apart, surveys=(), cafes=(), memos=(), actions={}, **_NO_ASSISTANT)

    @property
    def id(self) -> int:
        """The programme's id in the store."""
        return self.row.id

    @property
    def slug(self) -> str:
        """The programme's name in addresses."""
        return self.row.slug

    @property
    def programme(self) -> Programme:
        """What others see of it."""
        return Programme(
            slug=self.row.slug,
            name=self.row.name,
            description=self.row.description,
            teams=self.outline.teams,
            languages=self.outline.languages,
            elements=self.outline.elements,
            levels=self.outline.levels,
            reviews=tuple(review.name for review in self.outline.reviews),
            pictures=tuple(file.filename for file in self.files if file.from_picture),
            model=self.row.model,
        )

    def numbers_of(self, page: str) -> str:
        """Return what the numbers of people on a page are drawn with.

        With every change of the programme the report is another one, and nobody can join the two by their numbers.
        """
        return f"{self.secret or _NEVER_STORED} {self.row.revision} {page}"

    @property
    def kept_files(self) -> tuple[KeptFile, ...]:
        """What others see of its files."""
        return tuple(file.kept for file in self.files)

    @cached_property
    def spelling(self) -> Spelling:
        """How it spells names."""
        return Spelling.of(self.outline)

    @cached_property
    def people(self) -> tuple[Person, ...]:
        """Everybody on its rosters, once each."""
        return merge_people(self.rosters.values())

    @cached_property
    def sessions(self) -> tuple[Session, ...]:
        """What others see of its sessions, oldest first."""
        return tuple(map(self._session, self.session_rows))

    def session(self, slug: str) -> Session:
        """Return a session; `NotFound` if there is none with that slug."""
        row = self.session_row(slug)
        return next(session for session in self.sessions if session.slug == row.slug)

    def of_kind(self, *kinds: Kind) -> tuple[FileRow, ...]:
        """Return the files of some kinds."""
        return tuple(file for file in self.files if file.kind in kinds)

    def file(self, file_id: int) -> FileRow:
        """Return a file by its id."""
        return next(file for file in self.files if file.id == file_id)

    def session_row(self, slug: str) -> SessionRow:
        """Return a session; `NotFound` if there is none with that slug."""
        found = next((session for session in self.session_rows if session.slug == slug), None)
        if found is None:
            raise NotFound("session", slug)
        return found

    def sortings_of(self, element: str) -> tuple[SortingRow, ...]:
        """Return the sortings of an element, by its name."""
        return tuple(row for row in self.sortings if name_key(row.element) == name_key(element))

    def sorting_of(self, element: str, sorter: str) -> SortingRow | None:
        """Return one sorting of an element, None if that person has done nothing yet."""
        return next((row for row in self.sortings_of(element) if row.sorter == sorter), None)

    def roster_of(self, session: SessionRow) -> FileRow | None:
        """Return the roster that was chosen for a session, else the one that its speakers and its name speak for."""
        if session.roster_id is not None:
            return self.file(session.roster_id)
        name = self._chosen_rosters[session.file_id]
        return next((roster for roster in self.of_kind("roster") if roster.filename == name), None)

    def attendance_of(self, session: SessionRow) -> Attendance:
        """Return what facilitators and lists say of who was in a session, facilitators first."""
        told, spelling = self.present.get(session.file_id, {}), self.spelling
        called = {name_key(spelling.person(name)): state for name, state in told.items()}
        now = called | {name_key(name): state for name, state in told.items()}
        ticked = {name: Statement(state, PresenceSource.FACILITATOR) for name, state in now.items()}
        return Attendance.of(ticked, self.listed_attendance(session).said)

    def listed_attendance(self, session: SessionRow) -> Attendance:
        """Return what rosters and attendance lists say of who was in a session."""
        return Attendance.of(*statements_of(self._lists, self._occasion(session)))

    def identities_of(self, session: SessionRow) -> tuple[IdentityRow, ...]:
        """Return what was said of the labels that the record of a session has, for it or for all."""
        labels = {name_key(label) for label in self.speakers.get(session.file_id, ())}
        return tuple(
            replace(row, identity=replace(row.identity, name=self.spelling.person(row.identity.name)))
            for row in self.identities
            if row.file_id in (None, session.file_id) and name_key(row.identity.label) in labels
        )

    def review(self, name: str | None) -> str | None:
        """Return a review as the programme spells it; `NotFound` if it has none of that name."""
        if name is None:
            return None
        found = next((each.name for each in self.outline.reviews if name_key(each.name) == name_key(name)), None)
        if found is None:
            raise NotFound("review", name)
        return found

    def hash_of(self, inputs: Sequence[FileRow]) -> str:
        """Return a hash that changes when one of these files, or what the programme's names are, changes."""
        return sha256(to_json([asdict(self.outline), _as_read(inputs)]).encode()).hexdigest()

    def hash_of_records(self, session_rows: Sequence[SessionRow]) -> str:
        """Return a hash that changes when a record of these sessions changes, or the people it is measured against."""
        records = _as_read([self.file(row.file_id) for row in session_rows])
        rosters = [roster and self.rosters[roster.id] for roster in map(self.roster_of, session_rows)]
        people = [each and to_plain(tuple[Person, ...], each) for each in rosters]
        return sha256(to_json([records, people]).encode()).hexdigest()

    @cached_property
    def _chosen_rosters(self) -> dict[int, str | None]:
        """Id of a transcript for which nobody chose a roster -> the name of the roster that fits."""
        rosters = {file.filename: self.rosters[file.id] for file in self.of_kind("roster")}
        transcripts = {file.id: file.filename for file in self.of_kind("transcript")}
        return {
            file_id: choose_roster(
                transcripts[file_id],
                list(rosters),
                transcripts.values(),
                {name: speakers_held(self.speakers.get(file_id, ()), people) for name, people in rosters.items()},
            )
            for file_id in (session.file_id for session in self.session_rows if session.roster_id is None)
        }

    @cached_property
    def _lists(self) -> tuple[AttendanceList, ...]:
        """The rosters that say who was where, newest first."""
        rosters = reversed(self.of_kind("roster"))
        return tuple(AttendanceList(each.filename, self.marks[each.id]) for each in rosters if self.marks.get(each.id))

    def _occasion(self, session: SessionRow) -> Occasion:
        rosters = [self.roster_of(each) for each in self.session_rows if each == session or not each.is_chat]
        own = self.roster_of(session)
        name = own.filename if own else ""
        only, chosen = sum(each == own for each in rosters) == 1, session.roster_id is not None
        return Occasion(session.date, name, only=only, alone=len(rosters) == 1, chosen=chosen)

    def _session(self, row: SessionRow) -> Session:
        roster = self.roster_of(row)
        transcript = self.file(row.file_id).filename
        return Session(row.slug, row.title, row.date, transcript, roster.filename if roster else None)


def _outline(row: ProgrammeRow, kept: Sequence[FileRow], said: Names, planned: Sequence[ReviewRow]) -> Outline:
    """Return the outline that a programme and its files add up to, with the days of the reviews that are planned."""
    found = merged(row.outline, [(file.kind, file.outline) for file in kept], said)
    return dated_by_facilitator(found, {each.name: each.date for each in planned})


def _present(db: Transaction, programme_id: int, records: Sequence[int]) -> Mapping[int, Mapping[str, Presence]]:
    told = sessions.said_of_attendance(db, programme_id)
    return {file_id: said for file_id, said in told.items() if file_id in records}


def _as_read(inputs: Sequence[FileRow]) -> list[list[object]]:
    """Return what tells how files are read, and which they are."""
    plans = (replace(file.plan, session="") for file in inputs)  # what a session is called changes nothing in it
    return [
        [file.kind, file.filename, file.sha256, to_plain(FilePlan, plan)]
        for file, plan in zip(inputs, plans, strict=True)
    ]


def _edits(db: Transaction, programme_id: int) -> list[Edit]:
    """Return the edits; those from before notes were removed do without the words that may have been of these."""
    last = removed.last_time(db, programme_id, "notes")
    until = in_utc(last) if last else ""
    return [without_labels(edit) if until and edit.made <= until else edit for edit in edits.every(db, programme_id)]


def _asks(db: Transaction, programme_id: int, spelling: Spelling) -> tuple[AskRow, ...]:
    """Return what was given back, without how often answers were told: that does not change a programme."""
    return tuple(replace(each, team=spelling.team(each.team), told=0) for each in asks.every(db, programme_id))


def _sessions(db: Transaction, programme_id: int, rosters: Collection[int]) -> tuple[SessionRow, ...]:
    """Return the sessions; a roster that was removed is chosen for none."""
    every = sessions.every(db, programme_id)
    return tuple(each if each.roster_id in rosters else replace(each, roster_id=None) for each in every)


def _memos(db: Transaction, programme_id: int, spelling: Spelling) -> tuple[Memo, ...]:
    return tuple(
        replace(memo, about=replace(memo.about, element=spelling.element(memo.about.element)))
        for memo in memos.every(db, programme_id)
    )


def _proposals(db: Transaction, programme_id: int, spelling: Spelling) -> tuple[AssistantProposal, ...]:
    return tuple(
        replace(each, content=replace(each.content, element=spelling.element(each.content.element)))
        for each in proposals.every(db, programme_id)
    )


def _rated(ratings: Sequence[Rating], spelling: Spelling) -> tuple[Rating, ...]:
    return tuple(replace(each, participant=spelling.person(each.participant)) for each in ratings)


def _spelled(people: Sequence[Person], spelling: Spelling) -> tuple[Person, ...]:
    """Return people as they are called, their teams spelled as the programme spells them."""
    return tuple(
        replace(person, attributes={**person.attributes, "team": spelling.team(person.attributes["team"])})
        if "team" in person.attributes
        else person
        for person in as_called(people, spelling)
    )


def new_outline(name: str, teams: Collection[str]) -> Outline:
    """Return the outline of a new programme.

    Raises:
        InputError: it has no name, or a name is too long.
    """
    if not name.strip():
        raise InputError("", Message("the programme has no name"), Message("Give it one"))
    if any(len(each) > LONGEST_NAME for each in (name, *teams)):
        raise InputError(
            "", Message("a name is longer than {most} letters", {"most": LONGEST_NAME}), Message("Shorten it")
        )
    return Outline(teams=distinct(team.strip() for team in teams))
