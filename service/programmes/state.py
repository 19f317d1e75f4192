"""One programme as the store has it at one moment."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, dataclass
from hashlib import sha256

from nlp.documents.types import Person
from nlp.errors import InputError
from service.errors import NotFound
from service.names.outline import distinct, merged
from service.names.slugs import slugify
from service.programmes.roster_choice import choose_roster, speakers_held
from service.store import Transaction, files, programmes, sessions
from service.store.columns import to_json
from service.store.files import FileRow
from service.store.programmes import ProgrammeRow
from service.store.sessions import SessionRow
from service.types import Kind, Outline, Programme, Session

LONGEST_NAME = 200


@dataclass(frozen=True, slots=True)
class State:
    """A programme with its files and sessions, and the outline that they add up to.

    `held` is, for a session for which nobody chose a roster: id of its file -> roster -> how many speakers it holds.
    """

    row: ProgrammeRow
    files: tuple[FileRow, ...]
    sessions: tuple[SessionRow, ...]
    outline: Outline
    held: Mapping[int, Mapping[str, int]]

    @classmethod
    def load(cls, db: Transaction, slug: str, *, lock: bool = False) -> "State":
        """Return the programme with that slug; `NotFound` if there is none."""
        return cls.of(db, programmes.find(db, slug, lock=lock))

    @classmethod
    def of(cls, db: Transaction, row: ProgrammeRow) -> "State":
        """Return the state of a programme."""
        kept = files.every(db, row.id)
        outline = merged(row.outline, [(file.kind, file.outline) for file in kept])
        meetings = sessions.every(db, row.id)
        return cls(row, kept, meetings, outline, _held(db, kept, meetings))

    @property
    def id(self) -> int:
        """The programme's id in the store."""
        return self.row.id

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
        )

    def of_kind(self, *kinds: Kind) -> tuple[FileRow, ...]:
        """Return the files of some kinds."""
        return tuple(file for file in self.files if file.kind in kinds)

    def file(self, file_id: int) -> FileRow:
        """Return a file by its id."""
        return next(file for file in self.files if file.id == file_id)

    def session_row(self, slug: str) -> SessionRow:
        """Return a session; `NotFound` if there is none with that slug."""
        found = next((session for session in self.sessions if session.slug == slug), None)
        if found is None:
            raise NotFound("session", slug)
        return found

    def roster_of(self, session: SessionRow) -> FileRow | None:
        """Return the roster that was chosen for a session, else the one that its speakers and its name speak for."""
        rosters = self.of_kind("roster")
        if session.roster_id is not None:
            return self.file(session.roster_id)
        transcripts = [file.filename for file in self.of_kind("transcript")]
        name = choose_roster(
            self.file(session.file_id).filename,
            [roster.filename for roster in rosters],
            transcripts,
            self.held[session.file_id],
        )
        return next((roster for roster in rosters if roster.filename == name), None)

    def session(self, row: SessionRow) -> Session:
        """Return what others see of a session."""
        roster = self.roster_of(row)
        transcript = self.file(row.file_id).filename
        return Session(row.slug, row.title, row.date, transcript, roster.filename if roster else None)

    def review(self, name: str | None) -> str | None:
        """Return a review as the programme spells it; `NotFound` if it has none of that name."""
        if name is None:
            return None
        found = next((each.name for each in self.outline.reviews if slugify(each.name) == slugify(name)), None)
        if found is None:
            raise NotFound("review", name)
        return found

    def hash_of(self, inputs: Sequence[FileRow]) -> str:
        """Return a hash that changes when one of these files, or what the programme's names are, changes."""
        used = [[file.kind, file.filename, file.sha256] for file in inputs]
        return sha256(to_json([asdict(self.outline), used]).encode()).hexdigest()


def _held(db: Transaction, kept: Sequence[FileRow], meetings: Sequence[SessionRow]) -> dict[int, dict[str, int]]:
    undecided = [session.file_id for session in meetings if session.roster_id is None]
    if not undecided:
        return {}
    rosters = {file.filename: files.rows(db, Person, [file.id]) for file in kept if file.kind == "roster"}
    speakers = files.speakers(db, undecided) if rosters else {}
    return {
        file_id: {name: speakers_held(speakers.get(file_id, ()), people) for name, people in rosters.items()}
        for file_id in undecided
    }


def new_outline(name: str, teams: Collection[str]) -> Outline:
    """Return the outline of a new programme.

    Raises:
        InputError: it has no name, or a name is too long.
    """
    if not name.strip():
        raise InputError("", "the programme has no name", "Give it one")
    if any(len(each) > LONGEST_NAME for each in (name, *teams)):
        raise InputError("", f"a name is longer than {LONGEST_NAME} letters", "Shorten it")
    return Outline(teams=distinct(team.strip() for team in teams))
