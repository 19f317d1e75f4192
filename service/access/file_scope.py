"""Which files of a programme somebody works with: all, or those of which everything is their team's.

Of the files of a team everything names it: every note (itself, or its author on a roster), descriptor or rating. What
names no team is taken for the team's own when somebody of it brings it. Rosters and transcripts are of all teams.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from nlp.documents.join_roster import with_people
from nlp.documents.types import Descriptor, Rating, Unit
from nlp.messages import Message
from service.access.acting import acting
from service.access.permissions import Teams
from service.errors import NotFound, Refused
from service.intake import rows
from service.intake.detect_kind import KINDS
from service.intake.waiting import ReadFile, changed
from service.names.spelling import Spelling
from service.programmes.snapshot import Snapshot
from service.store import Transaction, files
from service.store.files import FileRow, Row
from service.store.uploads import WaitingFile
from service.types import FileChange, Kind, Outline

OF_TEAMS: tuple[Kind, ...] = ("notes", "rubric", "ratings")
"""Kinds of files that can be of one team."""


@dataclass(frozen=True, slots=True)
class FileScope:
    """The files that may be seen, added, corrected and removed; `teams` is None for all."""

    teams: Teams = None

    @property
    def brought_by(self) -> int | None:
        """The account whose waiting files may be seen; None for those of everybody."""
        return None if self.teams is None else acting().account or 0

    def seen(self, db: Transaction, at: Snapshot) -> Snapshot:
        """Return a programme with the files that may be seen, and no others."""
        if self.teams is None:
            return at
        own = at.spelling.teams(self.teams)
        return replace(at, files=tuple(file for file in at.files if _is_of(db, at, file, own)))

    def file(self, db: Transaction, at: Snapshot, file_id: int) -> FileRow:
        """Return a file that may be seen.

        Raises:
            NotFound: there is none with that id.
        """
        found = next((file for file in self.seen(db, at).files if file.id == file_id), None)
        if found is None:
            raise NotFound("file", file_id)
        return found

    def as_own(self, file: WaitingFile, outline: Outline) -> WaitingFile:
        """Return a file that was just brought; what names no team is of the team of who brings it."""
        if self.teams is None or len(self.teams) != 1 or file.kind not in OF_TEAMS or file.settings.plan.team:
            return file
        (team,) = Spelling.of(outline).teams(self.teams)
        return changed(file, FileChange(0, replace(file.settings.plan, team=team)), outline)

    def check(self, db: Transaction, at: Snapshot, read: Sequence[ReadFile]) -> None:
        """Let files be kept of which everything is the own team's.

        Raises:
            Refused: one holds something of another team, or of none, or is kept already as one of another team.
        """
        if self.teams is None:
            return
        own, seen = at.spelling.teams(self.teams), {file.id for file in self.seen(db, at).files}
        others = {file.sha256 for file in at.files if file.id not in seen}
        for each in read:
            is_other = each.sha256 in others or (each.of is not None and each.of not in seen)
            if is_other or not _all_of(at, KINDS[type(each.content)], rows.rows_of(each.content), own):
                raise Refused(
                    each.filename,
                    Message("it holds something that is not of your team, {team}", {"team": ", ".join(sorted(own))}),
                    Message("Take that out, or ask a facilitator of the programme to add the file"),
                )


def _is_of(db: Transaction, at: Snapshot, file: FileRow, own: frozenset[str]) -> bool:
    if file.kind not in OF_TEAMS or at.spelling.teams(file.outline.teams) - own:
        return False
    ids = [file.id]
    held: tuple[Row, ...] = (*files.rows(db, Unit, ids), *files.rows(db, Descriptor, ids), *files.rows(db, Rating, ids))
    return _all_of(at, file.kind, held, own)


def _all_of(at: Snapshot, kind: Kind, held: Sequence[Row], own: frozenset[str]) -> bool:
    """Whether a file holds something, and everything in it is of some teams."""
    if kind not in OF_TEAMS or not held:
        return False
    units = [row for row in held if isinstance(row, Unit)]
    named = [unit.attributes.get("team", "") for unit in with_people(units, at.people)]
    named += [row.team for row in held if isinstance(row, Descriptor | Rating)]
    return at.spelling.teams(named) <= own
